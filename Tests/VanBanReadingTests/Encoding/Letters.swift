import Foundation

/// The letters of Vietnamese, made up from letters and marks for the tests.
enum Letters {
    static let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]

    static let small: [String] =
        ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"].flatMap { vowel in
            tones.map { (vowel + $0).precomposedStringWithCanonicalMapping }
        } + ["đ"]
    static let all = small + small.map { $0.uppercased() }

    /// What VNI for Windows writes for a mark, after a small letter.
    private static let marks: [String: UInt8] = [
        "\u{301}": 0xF9, "\u{300}": 0xF8, "\u{309}": 0xFB, "\u{303}": 0xF5, "\u{323}": 0xEF,
        "\u{302}": 0xE2, "\u{302}\u{301}": 0xE1, "\u{302}\u{300}": 0xE0, "\u{302}\u{309}": 0xE5, "\u{302}\u{303}": 0xE3,
        "\u{302}\u{323}": 0xE4, "\u{306}": 0xEA, "\u{306}\u{301}": 0xE9, "\u{306}\u{300}": 0xE8,
        "\u{306}\u{309}": 0xFA, "\u{306}\u{303}": 0xFC, "\u{306}\u{323}": 0xEB,
    ]
    /// Letters that have a byte of their own.
    private static let single: [String: UInt8] = [
        "đ": 0xF1, "ơ": 0xF4, "ư": 0xF6, "ì": 0xEC, "í": 0xED, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE,
    ]

    /// A text in VNI for Windows, built from how each letter is made up; nil where a character is none of VNI's.
    static func vni(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for character in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            let letter = String(character)
            let small = letter.lowercased()
            let raised: UInt8 = small == letter ? 0 : 0x20
            if character.isASCII {
                bytes.append(UInt8(character.value))
            } else if let byte = single[small] {
                bytes.append(byte - raised)
            } else {
                let parts = Array(small.decomposedStringWithCanonicalMapping.unicodeScalars)
                guard let base = parts.first else { return nil }
                let hasHorn = parts.contains("\u{31B}")
                // The dot below comes first in canonical order, and last in these names.
                var above = parts.dropFirst().filter { $0 != "\u{31B}" }.map(String.init)
                if above.first == "\u{323}", above.count == 2 { above.swapAt(0, 1) }
                guard let mark = marks[above.joined()],
                    let first = hasHorn
                        ? single[String(base) == "o" ? "ơ" : "ư"]
                        : nil
                            ?? (base.isASCII ? UInt8(base.value) : nil)
                else { return nil }
                bytes.append(hasHorn ? first - raised : first - raised)
                bytes.append(mark - raised)
            }
        }
        return bytes
    }

    /// A text in UTF-8 whose bytes were taken for Windows-1252 and encoded again.
    static func doubled(_ text: String) -> [UInt8] {
        let signs = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        var result = ""
        for byte in text.utf8 {
            result.unicodeScalars.append(byte >= 0x80 && byte < 0xA0 ? signs[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return Array(result.utf8)
    }
}

/// The system's converter of encodings, which knows nothing of this package's tables.
enum Iconv {
    static let path = "/usr/bin/iconv"
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// Bytes converted; nil where some of them cannot be.
    static func convert(_ bytes: [UInt8], from source: String, to target: String) throws -> [UInt8]? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vanban-iconv-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "input")
        let output = folder.appending(path: "output")
        try Data(bytes).write(to: input)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["-f", source, "-t", target, input.path]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(try Data(contentsOf: output)) : nil
    }
}
