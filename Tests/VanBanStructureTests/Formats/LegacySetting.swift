import Foundation
import Testing

/// Sets text in the fonts of an old encoding, as it was typed before Unicode. What stands for which letter is taken
/// from the system's converter and from how letters are made up, not from the tables of this package.
struct LegacySetting: Sendable, CustomTestStringConvertible {
    let testDescription: String
    private var font: String
    /// The font that draws small letters as capitals, for the capitals that the other has none of.
    private let capitalFont: String?
    private let bytes: [Unicode.Scalar: [UInt8]]

    static let all: [LegacySetting] = [tcvn3, vni, viscii].compactMap { $0 }

    /// In bytes, all of them: with fonts of capitals, or the capitals of the full sets.
    static let tcvn3 = LegacySetting("TCVN5712-1", ".VnTime", ".VnTimeH") { letter in
        !"ĂÂÊÔƠƯĐ".unicodeScalars.contains(letter) && letter.properties.isUppercase
    }
    static let tcvn5712 = LegacySetting("TCVN5712-1", ".VnTime", nil) { _ in false }
    static let viscii = LegacySetting("VISCII", "VI Times", "VI Times H") { "ẲẴẪỶỸỴ".unicodeScalars.contains($0) }
    static let visciiBytes = LegacySetting("VISCII", "VI Times", nil) { _ in false }
    static let windows1258 = LegacySetting("CP1258", "Times New Roman", nil) { _ in false }
    static let vni = LegacySetting("VNI", font: "VNI-Times", nil) { LegacyDocumentTests.vni($0) }

    private static let letters: [Unicode.Scalar] = {
        let small = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"].flatMap { vowel in
            ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"].map { vowel + $0 }
        }
        let words = (small.joined(separator: " ") + " đ").precomposedStringWithCanonicalMapping
        return (words + words.uppercased()).unicodeScalars.filter { !$0.isASCII }
    }()

    private init(
        _ name: String, font: String, _ capitalFont: String?, bytes: (Unicode.Scalar) -> [UInt8]?
    ) {
        testDescription = name
        self.font = font
        self.capitalFont = capitalFont
        self.bytes = Dictionary(
            uniqueKeysWithValues: Self.letters.compactMap { letter in bytes(letter).map { (letter, $0) } })
    }

    /// - Parameter isMissing: whether the font has no such letter, and the font of capitals has.
    private init?(
        _ system: String, _ font: String, _ capitalFont: String?, isMissing: (Unicode.Scalar) -> Bool
    ) {
        let text = Self.letters.map(String.init).joined(separator: "\n")
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/iconv"),
            let converted = try? LegacyDocumentTests.iconv(text, to: system)
        else { return nil }
        let rows = converted.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        guard rows.count == Self.letters.count else { return nil }
        let table = Dictionary(uniqueKeysWithValues: zip(Self.letters, rows))
        self.init(system, font: font, capitalFont) { isMissing($0) ? nil : table[$0] }
    }

    /// The same under another font's name.
    func renamed(_ font: String) -> LegacySetting {
        var setting = self
        setting.font = font
        return setting
    }

    /// A text in bytes; nil where it has letters that only the font of capitals has.
    func encode(_ text: String) -> [UInt8]? {
        var encoded: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                encoded.append(UInt8(scalar.value))
            } else {
                guard let letter = bytes[scalar] else { return nil }
                encoded += letter
            }
        }
        return encoded
    }

    /// A text as runs, each in one font, whose characters are those of Windows-1252 for the bytes.
    func runs(of text: String) -> [(text: String, font: String)] {
        var runs: [(text: String, font: String)] = []
        func add(_ piece: String, _ font: String) {
            if let last = runs.last, last.font == font {
                runs[runs.count - 1].text += piece
            } else {
                runs.append((piece, font))
            }
        }
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !runs.isEmpty { add(" ", font) }
            if let plain = encode(String(word)) {
                add(Self.seen(plain), font)
            } else if let capitalFont, word == word.uppercased(), let small = encode(word.lowercased()) {
                add(Self.seen(small), capitalFont)
            } else {
                for scalar in word.unicodeScalars {
                    if let plain = encode(String(scalar)) {
                        add(Self.seen(plain), font)
                    } else if let small = encode(String(scalar).lowercased()), let capitalFont {
                        add(Self.seen(small), capitalFont)
                    } else {
                        add(String(scalar), font)
                    }
                }
            }
        }
        return runs
    }

    private static let signs = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    private static func seen(_ bytes: [UInt8]) -> String {
        var text = ""
        for byte in bytes {
            text.unicodeScalars.append(byte >= 0x80 && byte < 0xA0 ? signs[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return text
    }
}
