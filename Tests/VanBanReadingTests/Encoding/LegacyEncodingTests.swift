import Foundation
import Testing

@testable import VanBanReading

@Suite struct LegacyEncodingTests {
    /// Phrases as documents of the archives have them, in the characters that their bytes are in Windows-1252.
    private static let phrases: [(LegacyEncoding, String, String)] = [
        (.tcvn3, "Uû ban nh©n d©n", "Uỷ ban nhân dân"),
        (.tcvn3, "C¨n cø NghÞ ®Þnh sè 15/CP", "Căn cứ Nghị định số 15/CP"),
        (.tcvn3, "Th«ng t\u{AD} h\u{AD}íng dÉn thùc hiÖn", "Thông tư hướng dẫn thực hiện"),
        (.tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        (.tcvn3, "“QuyÕt ®Þnh” – 30°", "“Quyết định” – 30°"),
        (.tcvn3Capitals, "ñy Ban Nh©n D©n thµnh phè cÇn th¬", "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ"),
        (.tcvn3Capitals, "céng hßa x· héi chñ nghÜa viÖt nam", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (.vni, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (.vni, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        (.vni, "Caên cöù Luaät Toå chöùc HÑND vaø UBND", "Căn cứ Luật Tổ chức HĐND và UBND"),
        (.vni, "nghæ maát söùc, saün coù", "nghỉ mất sức, sẵn có"),
        (.windows1258, "Quyêìt ðiònh", "Quyết định"),
        (.doubleUTF8, "á»¦Y BAN NHÃ‚N DÃ‚N", "ỦY BAN NHÂN DÂN"),
    ]

    @Test("characters that stand for bytes are read", arguments: phrases)
    func readPhrases(encoding: LegacyEncoding, source: String, expected: String) {
        let text = encoding.decode(unicode: source)
        #expect(text.string == expected)
        #expect(text.undecodable.isEmpty)
    }

    @Test("glyphs that PDF files have for ư and ã are read beside letters, and a minus between numbers stays")
    func glyphs() {
        #expect(LegacyEncoding.tcvn3.decode(unicode: "Thñ t−íng x∙ héi 5 − 3").string == "Thủ tướng xã hội 5 − 3")
    }

    @Test("the byte of ư right after ư is a soft hyphen")
    func softHyphen() {
        #expect(LegacyEncoding.tcvn3.decode(unicode: "n\u{AD}\u{AD}íc").string == "nư\u{AD}ớc")
        #expect(LegacyEncoding.tcvn3Capitals.decode(unicode: "n\u{AD}\u{AD}íc").string == "NƯ\u{AD}ỚC")
    }

    @Test("characters of Unicode among those that stand for bytes are kept")
    func unicodeAmong() {
        #expect(LegacyEncoding.tcvn3.decode(unicode: "h≥1 Điều ế 中 ®iÒu").string == "h≥1 Điều ế 中 điều")
        // Letters of Latin-1 are taken for bytes: nothing tells them apart.
        #expect(LegacyEncoding.tcvn3.decode(unicode: "à").undecodable == [0])
    }

    @Test("bytes in the private use area are read")
    func privateUse() {
        #expect(LegacyEncoding.tcvn3.decode(unicode: "\u{F0AE}i\u{F0D2}u").string == "điều")
    }

    @Test("every letter comes back from VNI, be it bytes or characters")
    func vni() throws {
        for letter in Letters.all {
            let bytes = try #require(Letters.vni(letter), "\(letter)")
            #expect(LegacyEncoding.vni.decode(bytes).string.utf8.elementsEqual(letter.utf8), "\(letter)")
            let seen = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
            #expect(LegacyEncoding.vni.decode(unicode: seen).string.utf8.elementsEqual(letter.utf8), "\(letter)")
        }
    }

    @Test("a mark of VNI is read whatever its case, and one without a letter is told")
    func vniMarks() {
        #expect(LegacyEncoding.vni.decode(unicode: "QUYeÁT ñÒNh").string == "QUYếT đỊNh")
        let text = LegacyEncoding.vni.decode(unicode: "tá")
        #expect(text.string == "tá")
        #expect(text.undecodable == [1])
    }

    @Test("VPS has each letter once; its capitals reach into the control area")
    func vps() {
        let letters = (0...255).map { LegacyEncoding.vps.decode([UInt8($0)]).string }
        for letter in Letters.all { #expect(letters.count { $0.utf8.elementsEqual(letter.utf8) } == 1, "\(letter)") }
        #expect(LegacyEncoding.vps.decode([0x03, 0x1D, 0x15, 0x8C, 0xC7]).string == "ẬỮỰệđ")
        #expect(LegacyEncoding.vps.decode(unicode: "Quy‰t ÇÎnh s– 5").string == "Quyết định sỐ 5")
    }

    @Test("every letter comes back from UTF-8 that was encoded twice")
    func doubled() {
        for letter in Letters.all {
            let text = LegacyEncoding.doubleUTF8.decode(unicode: Letters.doubled(letter))
            #expect(text.bytes == Array(letter.utf8))
            #expect(
                text.changes == [.init(text: 0..<letter.utf8.count, source: 0..<Letters.doubled(letter).count)]
                    || letter.utf8.count == 1)
        }
        #expect(LegacyEncoding.doubleUTF8.decode(unicode: "Ã b").undecodable == [0])
    }

    @Test(
        "every letter that the system's converter writes comes back",
        .enabled(if: Iconv.isThere, "iconv is missing"),
        arguments: [
            (LegacyEncoding.tcvn3, "TCVN5712-1", false), (.tcvn5712, "TCVN5712-1", true), (.viscii, "VISCII", true),
            (.windows1258, "CP1258", true),
        ])
    func iconv(encoding: LegacyEncoding, name: String, hasCapitals: Bool) throws {
        let letters = hasCapitals ? Letters.all : Letters.small + ["Ă", "Â", "Ê", "Ô", "Ơ", "Ư", "Đ", "A", "U"]
        let source = letters.joined(separator: " ")
        let bytes = try #require(try Iconv.convert(Array(source.utf8), from: "UTF-8", to: name))
        let text = encoding.decode(bytes)
        #expect(text.string.utf8.elementsEqual(source.utf8))
        #expect(text.undecodable.isEmpty)
    }

    @Test("letters of a capital font are capitals, whatever byte they are")
    func capitals() throws {
        guard Iconv.isThere else { return }
        for letter in Letters.small {
            let bytes = try #require(try Iconv.convert(Array(letter.utf8), from: "UTF-8", to: "TCVN5712-1"))
            #expect(LegacyEncoding.tcvn3Capitals.decode(bytes).string == letter.uppercased())
        }
    }

    @Test("bytes that are no character are U+FFFD, those that the encoding lacks stay, and both are told")
    func undecodable() {
        let nothing = LegacyEncoding.tcvn3.decode([0x61, 0x81, 0x62])
        #expect(nothing.string == "a\u{FFFD}b")
        #expect(nothing.undecodable == [1])
        let foreign = LegacyEncoding.tcvn3.decode([0x61, 0xC4])
        #expect(foreign.string == "aÄ")
        #expect(foreign.undecodable == [1])
    }

    @Test("marks go on a letter of the encoding that has them precomposed, and on one with a hat")
    func marks() {
        #expect(LegacyEncoding.windows1258.decode([0xE2, 0xF2]).string.utf8.elementsEqual("ậ".utf8))
        #expect(LegacyEncoding.windows1258.decode([0xFD, 0xCC]).string.utf8.elementsEqual("ừ".utf8))
        #expect(LegacyEncoding.windows1258.decode([0x62, 0xCC]).string.utf8.elementsEqual("b\u{300}".utf8))
    }

    @Test("any bytes are read, and every change leads into them", arguments: LegacyEncoding.allCases)
    func randomBytes(encoding: LegacyEncoding) {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<1500 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0x80...0xFF, using: &random) : UInt8.random(in: 0...0xFF, using: &random)
            }
            check(encoding.decode(bytes), bytes.count)
            let characters = Array(String(decoding: bytes, as: UTF8.self).utf8)
            check(encoding.decode(unicode: characters), characters.count)
            let seen = Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
            check(encoding.decode(unicode: seen), seen.count)
        }
    }

    private func check(_ text: LegacyText, _ sourceLength: Int) {
        #expect(text.string.utf8.elementsEqual(text.bytes))
        #expect(text.undecodable == text.undecodable.sorted())
        #expect(text.undecodable.allSatisfy { $0 < text.bytes.count })
        var before = (text: 0, source: 0)
        for change in text.changes {
            // Between changes, text and source run side by side.
            #expect(change.text.lowerBound - before.text == change.source.lowerBound - before.source)
            #expect(change.text.lowerBound >= before.text && !change.source.isEmpty)
            before = (change.text.upperBound, change.source.upperBound)
        }
        #expect(text.bytes.count - before.text == sourceLength - before.source)
    }
}

@Suite struct VietnameseSyllableTests {
    private func isPossible(_ syllable: String) -> Bool {
        VietnameseSyllable.isPossible(syllable.unicodeScalars.compactMap { VietnameseLetter.form(of: $0.value) })
    }

    @Test(
        "syllables are told",
        arguments: [
            "Ủy", "ban", "nhân", "DÂN", "nghiêng", "quyết", "định", "giếng", "gì", "gìn", "quốc", "khuỷu", "thuở",
            "yếu",
            "xoong", "huỳnh", "ươm", "quý", "nghĩa", "phụ", "uống",
        ])
    func possible(syllable: String) {
        #expect(isPossible(syllable))
    }

    @Test(
        "what is no syllable is told",
        arguments: [
            "", "café", "nhơen", "ngiêng", "kông", "thuât", "hạn̉h", "strasse", "bbb", "quyếết", "ởi̇", "ẻịn", "für",
        ])
    func impossible(syllable: String) {
        let forms = syllable.unicodeScalars.map { VietnameseLetter.form(of: $0.value) }
        #expect(forms.contains { $0 == nil } || !isPossible(syllable))
    }

    @Test("every letter has a form, and its capital is that of Unicode")
    func letters() throws {
        for letter in Letters.small {
            let scalar = try #require(letter.unicodeScalars.first).value
            #expect(VietnameseLetter.form(of: scalar)?.isCapital == false)
            let capital = try #require(letter.uppercased().unicodeScalars.first).value
            #expect(VietnameseLetter.capital(of: scalar) == capital)
            #expect(VietnameseLetter.capital(of: capital) == capital)
        }
    }
}
