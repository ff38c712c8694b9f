import Foundation
import Testing

@testable import VanBanReading

/// What holds for any text, tried on texts that are strung together at random (the same ones in every run).
@Suite struct ReadingPropertyTests {
    private static let words = [
        "Sở", "Nội vụ", "a", "b", "đ", "1", "2.", "ngày", "–", "“x”", "m²", "¹", "𠀋", "(", ")", ":", ",", "/", "=",
        "\"", "!",
    ]
    private static let spaces = [" ", "  ", "\n", "\n\n", "\t", "\u{A0}", "\u{0B}", "\u{0C}", "\u{3000}"]
    private static let lineEnds = ["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    private static let invisible = ["\u{200B}", "\u{AD}", "\u{FEFF}", "\u{2066}", "\u{01}", "\u{7F}", "\u{90}"]
    private static let marks = [
        "*", "**", "***", "_", "__", "# ", "\n# ", "\\", "\\*", "<i>", "</i>", "<b>", "</b>", "<u\n>", "<!-- x -->",
        "<!--", "-->",
        "<a href=\"", "\">", "<x@y>", "<http://a_b>", "<", ">", "&", ";", "#",
    ]
    private static let replacing = [
        "<br>", "<p>", "<sup>", "</sup>", "&amp;", "&#769;", "&shy;", "e\u{301}", "\u{302}", "\u{323}", "\u{31B}",
        "\u{212B}",
        "\u{FFFD}",
    ]

    private func texts(_ pieces: [String], seed: UInt64, count: Int = 1500) -> [String] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            pieces.draw(Int.random(in: 0...24, using: &random), using: &random).joined()
        }
    }

    private static let everything = words + words + spaces + spaces + lineEnds + invisible + marks + replacing

    @Test("the map goes forward only and stays inside the source")
    func monotone() {
        for source in texts(Self.everything, seed: 1) {
            let text = normalized(source)
            let count = source.utf8.count
            var before = 0
            for offset in 0...text.bytes.count {
                let place = text.sourceOffset(of: offset)
                #expect(before <= place && place <= count, "\(source.debugDescription) at \(offset)")
                before = place
            }
            for block in LineSplitter.blocks(of: text) {
                let place = text.sourceRange(of: block.range)
                #expect(!place.isEmpty && place.upperBound <= count, "\(source.debugDescription)")
                for cell in block.cells { #expect(block.range.lowerBound <= cell.upperBound || cell.isEmpty) }
            }
            for omission in text.omissions { #expect(omission.source.upperBound <= count) }
            for range in text.bold { #expect(range.upperBound <= text.bytes.count) }
            #expect(text.lineStarts == text.lineStarts.sorted())
        }
    }

    @Test("the text is valid UTF-8 in NFC without anything invisible")
    func canonical() {
        for source in texts(Self.everything, seed: 2) {
            let bytes = normalized(source).bytes
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.utf8.elementsEqual(bytes))
            #expect(text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(bytes), "\(source.debugDescription)")
            #expect(!text.unicodeScalars.contains { CharacterClass.isInvisible($0.value) || $0 == "\r" })
        }
    }

    @Test("every character leads back to itself in the source, unless it was replaced")
    func sameCharacters() {
        for source in texts(Self.everything, seed: 3) {
            let text = normalized(source)
            let bytes = Array(source.utf8)
            let replaced = text.anchors.indices.filter { text.anchors[$0].replaced != nil }.map { index in
                text.anchors[index]
                    .text..<(index + 1 < text.anchors.count ? text.anchors[index + 1].text : text.bytes.count)
            }
            var offset = 0
            while offset < text.bytes.count {
                let end = offset + CharacterClass.scalarLength(text.bytes[offset])
                let isSpace = CharacterClass.spaceLength(in: text.bytes, at: offset) > 0
                if !isSpace, !replaced.contains(where: { $0.contains(offset) }) {
                    let place = text.sourceRange(of: offset..<end)
                    #expect(
                        bytes[place].elementsEqual(text.bytes[offset..<end]), "\(source.debugDescription) at \(offset)")
                }
                offset = end
            }
        }
    }

    @Test("every character is in the text or in what was left out")
    func nothingLost() {
        for source in texts(Self.words + Self.spaces + Self.lineEnds + Self.invisible + Self.marks, seed: 4) {
            let text = normalized(source)
            let kept = text.characterCount(in: 0..<text.bytes.count)
            let omitted = text.omissions.reduce(0) { $0 + $1.characters }
            // What is invisible counts only inside of markup.
            let inMarkup = text.omissions.filter { $0.kind == .markup }.map(\.source)
            let original = SourceText.literal(source)
            var all = 0
            var offset = 0
            for scalar in source.unicodeScalars {
                let range = offset..<(offset + String(scalar).utf8.count)
                offset = range.upperBound
                let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                let isInvisible = CharacterClass.isInvisible(scalar.value) || isControl
                let counts = !isInvisible || inMarkup.contains { $0.contains(range.lowerBound) }
                if counts { all += original.characterCount(in: range) }
            }
            #expect(kept + omitted == all, "\(source.debugDescription)")
        }
    }

    @Test("omissions and copied stretches cover the source without overlap")
    func covered() {
        for source in texts(Self.everything, seed: 5) {
            let omissions = normalized(source).omissions
            for (first, second) in zip(omissions, omissions.dropFirst()) {
                #expect(first.source.upperBound <= second.source.lowerBound, "\(source.debugDescription)")
            }
        }
    }

    @Test("a normalized text is normal")
    func identity() throws {
        let pieces =
            Self.words + Self.spaces + Self.lineEnds + Self.invisible + [
                "e\u{301}", "o\u{31B}\u{323}", "<", "&", " * ",
            ]
        for source in texts(pieces, seed: 6) {
            let once = plain(source)
            #expect(plain(once).utf8.elementsEqual(once.utf8), "\(source.debugDescription)")
            #expect(normalized(once).anchors.isEmpty)
        }
        for sample in try samples() {
            let once = plain(String(decoding: sample.bytes, as: UTF8.self))
            #expect(plain(once) == once, "\(sample.name)")
        }
    }

    @Test("random bytes end in a document or a reading error")
    func randomBytes() {
        var random = SeededGenerator(seed: 7)
        let special: [UInt8] = [
            0x0A, 0x09, 0x2A, 0x5F, 0x3C, 0x3E, 0x26, 0x23, 0x5C, 0xCC, 0x81, 0xE1, 0xBB, 0xC2, 0xFF,
        ]
        for round in 0..<4000 {
            var file = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? special.randomElement(using: &random) ?? 0 : UInt8.random(in: 1...255, using: &random)
            }
            if round % 8 == 0 { file = [0xFF, 0xFE] + file }
            if round % 8 == 1 { file = [0xEF, 0xBB, 0xBF] + file }
            check(file)
        }
    }

    @Test("a text with bad bytes anywhere keeps its map inside the file")
    func badBytes() {
        var random = SeededGenerator(seed: 8)
        for source in texts(Self.everything, seed: 9, count: 800) {
            var file = Array(source.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...file.count, using: &random)
                file.insert([0x80, 0xC3, 0xE1, 0xFF].randomElement(using: &random) ?? 0xFF, at: place)
            }
            check(file)
        }
    }

    @Test("a sample cut anywhere ends in a document or a reading error")
    func truncations() throws {
        let all = try samples()
        #expect(!all.isEmpty)
        for sample in all {
            let head = sample.bytes.prefix(1200)
            for length in 0...head.count { check(Array(head.prefix(length))) }
            for start in stride(from: 0, to: sample.bytes.count, by: 997) {
                check(Array(sample.bytes[start...].prefix(500)))
            }
        }
    }

    @Test("the samples are read without loss")
    func wholeSamples() throws {
        for sample in try samples() {
            let document = try TextReader().read(sample.bytes, name: sample.name)
            #expect(document.text.bytes.count <= sample.bytes.count)
            #expect(document.diagnostics.allSatisfy { $0.severity < .error })
        }
    }

    private func check(_ file: [UInt8]) {
        guard let document = try? TextReader().read(file, name: "a") else { return }
        let text = document.text
        let limit = document.source.encoding == "utf-8" ? file.count : file.count * 3
        var before = 0
        for offset in 0...text.bytes.count {
            let place = text.sourceOffset(of: offset)
            #expect(before <= place && place <= limit, "\(file) at \(offset)")
            before = place
        }
        for block in document.blocks {
            let place = text.location(of: block.range)
            #expect(place.start < place.end && place.end <= limit && place.line >= 1, "\(file)")
            _ = text.string(block.range)
        }
        for diagnostic in document.diagnostics {
            #expect(diagnostic.location.end <= limit && diagnostic.location.line <= text.lineStarts.count, "\(file)")
        }
    }
}

/// Large texts of one kind: work that grows faster than the text would show here as a test that does not end.
@Suite struct LargeTextTests {
    @Test(
        "a large text of one kind is read",
        arguments: [
            "*", "*a", "a*", "_a ", "**a ", "<", "<b", "<i ", "<a x=\"", "<!--", "<!-- ", "<a:", "&", "&a", "&#1", "\\",
            "\\*", "\t",
            "a\t*b", "#", "# ", "\u{301}", "\u{301}\u{323}", "e\u{302}\u{323}", "\u{200B}e\u{301}", "<sup>1", "\r",
            "*\r", "\n*a", "\n# **b", "\n\t", "\u{FFFD}\u{301}",
        ])
    func oneKind(piece: String) throws {
        try read(piece, bytes: 300_000)
    }

    @Test(
        "two megabytes of everything at once are read",
        arguments: ["*a_b_ <i>&e\u{323}\u{302}\t", "*a_<b ** &#\u{301}_ "])
    func everything(piece: String) throws {
        try read(piece, bytes: 2_000_000)
    }

    private func read(_ piece: String, bytes target: Int) throws {
        let bytes = Array(piece.utf8)
        var file: [UInt8] = Array("x".utf8)
        file.reserveCapacity(target + bytes.count)
        while file.count < target { file.append(contentsOf: bytes) }
        let document = try TextReader().read(file, name: "large")
        #expect(!document.blocks.isEmpty)
    }

    @Test("many bad bytes in a large text are read")
    func badBytes() throws {
        var file = [UInt8](repeating: 0x61, count: 1_000_000)
        for offset in stride(from: 0, to: file.count, by: 400) { file[offset] = 0xFF }
        let document = try TextReader().read(file, name: "large")
        #expect(document.diagnostic(.invalidBytes)?.arguments == ["2500"])
        #expect(document.text.sourceOffset(of: document.text.bytes.count) == file.count)
    }
}
