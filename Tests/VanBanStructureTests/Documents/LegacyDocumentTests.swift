import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// The samples, converted into the encodings of the archives by other means than this package's tables.
@Suite struct LegacyDocumentTests {
    /// What the old encodings cannot hold, written otherwise.
    static func plain(_ bytes: [UInt8]) -> String {
        var text = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
        for (sign, other) in [("“", "\""), ("”", "\""), ("–", "-"), ("…", "..."), ("¹", "")] {
            text = text.replacingOccurrences(of: sign, with: other)
        }
        return text
    }

    /// The text with toned capitals small: TCVN3 has none, and without fonts nothing tells them.
    static func withoutTonedCapitals(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
                    let letter = String(scalar)
                    let isKept = scalar.isASCII || ["Ă", "Â", "Ê", "Ô", "Ơ", "Ư", "Đ"].contains(letter)
                    return isKept ? [scalar] : Array(letter.lowercased().unicodeScalars)
                }))
    }

    private func expectSame(_ file: [UInt8], as text: String, _ encoding: String) throws {
        let read = try DocumentConverter().convert(file, name: "a").record
        var expected = try DocumentConverter().convert(Array(text.utf8), name: "a").record
        #expect(read.source.encoding == encoding)
        var same = read
        same.source = expected.source
        same.diagnostics.removeAll { $0.code == .legacyEncoding }
        expected.diagnostics.removeAll { $0.code == .decomposedText }
        #expect(same.diagnostics == expected.diagnostics)
        #expect(same == expected)
        #expect(read.diagnostics.contains { $0.code == .legacyEncoding })
        #expect(read.coverage.unaccounted == expected.coverage.unaccounted)
    }

    private static let documents = Corpus.samples

    @Test(
        "a document in TCVN3, VN1, VISCII or Windows-1258 gives the record of the original",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/iconv"), "iconv is missing"),
        arguments: documents,
        [("TCVN5712-1", "tcvn3"), ("TCVN5712-1", "tcvn-5712"), ("VISCII", "viscii"), ("CP1258", "windows-1258")])
    func iconv(document: Corpus.Document, names: (system: String, own: String)) throws {
        let text = Self.plain(document.bytes)
        if names.own == "tcvn3" {
            return try expectParts(of: Self.withoutTonedCapitals(text), text)
        }
        let bytes = try #require(try Self.iconv(text, to: names.system))
        try expectSame(bytes, as: text, names.own)
        guard names.own != "tcvn-5712" else { return }
        let seen = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        try expectSame(Array(seen.utf8), as: text, names.own)
    }

    /// All that parts hold, in small letters.
    static func small(_ parts: [Part]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(parts), as: UTF8.self).lowercased()
    }

    /// A text in TCVN3 gives the parts of the original, but for the capitals that nothing tells.
    private func expectParts(of stored: String, _ original: String) throws {
        let bytes = try #require(try Self.iconv(stored, to: "TCVN5712-1"))
        let expected = try DocumentConverter().convert(Array(original.utf8), name: "a").record
        for file in [bytes, Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)] {
            let read = try DocumentConverter().convert(file, name: "a").record
            #expect(read.source.encoding == "tcvn3")
            #expect(read.coverage.unaccounted == 0)
            #expect(read.diagnostics.contains { $0.code == .restoredCapitals })
            #expect(try Self.small(read.parts) == Self.small(expected.parts))
            #expect(read.parts.map(\.issuer) == expected.parts.map(\.issuer))
            #expect(read.tasks.count == expected.tasks.count)
        }
    }

    @Test("lines in a font of capitals are read in capitals where the form has them", arguments: documents)
    func smallLetterhead(document: Corpus.Document) throws {
        let text = Self.plain(document.bytes)
        let stored = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let letters = line.filter(\.isLetter)
            let isSet = letters.count > 3 && letters.allSatisfy(\.isUppercase)
            return isSet ? line.lowercased() : Self.withoutTonedCapitals(String(line))
        }.joined(separator: "\n")
        try expectParts(of: stored, text)
    }

    @Test("UTF-8 that was encoded twice gives the record of the original", arguments: documents)
    func doubled(document: Corpus.Document) throws {
        let signs = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        let seen = document.bytes.map { $0 >= 0x80 && $0 < 0xA0 ? signs[Int($0) - 0x80] : Unicode.Scalar($0) }
        try expectSame(
            Array(String(String.UnicodeScalarView(seen)).utf8), as: String(decoding: document.bytes, as: UTF8.self),
            "double-utf-8")
    }

    @Test("a document in VNI gives the record of the original", arguments: documents)
    func vni(document: Corpus.Document) throws {
        let text = Self.plain(document.bytes)
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars { bytes += Self.vni(scalar) }
        try expectSame(bytes, as: text, "vni")
        let seen = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        try expectSame(Array(seen.utf8), as: text, "vni")
    }

    /// A letter in VNI, from what it is made up of.
    static func vni(_ scalar: Unicode.Scalar) -> [UInt8] {
        if scalar.isASCII { return [UInt8(scalar.value)] }
        let letter = String(scalar)
        let small = letter.lowercased()
        let raised: UInt8 = small == letter ? 0 : 0x20
        let single: [String: UInt8] = [
            "đ": 0xF1, "ơ": 0xF4, "ư": 0xF6, "ì": 0xEC, "í": 0xED, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE,
        ]
        if let byte = single[small] { return [byte - raised] }
        let parts = Array(small.decomposedStringWithCanonicalMapping.unicodeScalars)
        let tones: [Unicode.Scalar: [UInt8]] = [
            "\u{300}": [0xF8, 0xE0, 0xE8], "\u{309}": [0xFB, 0xE5, 0xFA], "\u{303}": [0xF5, 0xE3, 0xFC],
            "\u{301}": [0xF9, 0xE1, 0xE9], "\u{323}": [0xEF, 0xE4, 0xEB],
        ]
        let hat = parts.contains("\u{302}") ? 1 : parts.contains("\u{306}") ? 2 : 0
        let mark = parts.lazy.compactMap { tones[$0]?[hat] }.first ?? (hat == 1 ? 0xE2 : 0xEA)
        let base = parts.contains("\u{31B}") ? (parts[0] == "o" ? 0xF4 : 0xF6) : UInt8(parts[0].value)
        return [base - raised, mark - raised]
    }

    static func iconv(_ text: String, to name: String) throws -> [UInt8]? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vanban-iconv-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "input")
        let output = folder.appending(path: "output")
        try Data(text.utf8).write(to: input)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/iconv")
        process.arguments = ["-f", "UTF-8", "-t", name, input.path]
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(try Data(contentsOf: output)) : nil
    }
}
