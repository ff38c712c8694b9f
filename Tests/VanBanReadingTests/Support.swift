import Foundation
import VanBanModel

@testable import VanBanReading

/// The normalized text of a decoded one.
func normalized(_ text: String) -> SourceText {
    var normalizer = TextNormalizer(Array(text.utf8))
    return normalizer.normalize(markLength: 0)
}

/// The normalized text as a string, breaks and all.
func plain(_ text: String) -> String {
    String(decoding: normalized(text).bytes, as: UTF8.self)
}

/// What stands in bold, piece by piece.
func boldPieces(_ text: String) -> [String] {
    let result = normalized(text)
    return result.bold.map { String(decoding: result.bytes[$0], as: UTF8.self) }
}

func read(_ text: String) throws(ReadingError) -> ReadDocument {
    try TextReader().read(Array(text.utf8), name: "test.txt")
}

func blocks(_ text: String) -> [Block] { LineSplitter.blocks(of: normalized(text)) }

/// The range of the first occurrence of some words in a text's bytes.
func range(of words: String, in text: SourceText) -> Range<Int>? {
    let wanted = Array(words.utf8)
    guard wanted.count <= text.bytes.count else { return nil }
    return (0...(text.bytes.count - wanted.count)).first { text.bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        .map { $0..<($0 + wanted.count) }
}

extension ReadDocument {
    func diagnostic(_ code: DiagnosticCode) -> Diagnostic? { diagnostics.first { $0.code == code } }
}

/// UTF-16 with a byte-order mark.
func utf16(_ units: [UInt16], bigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + units).flatMap { unit in
        bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Array {
    /// Some of the elements, in random order, with repetitions.
    func draw(_ count: Int, using random: inout SeededGenerator) -> [Element] {
        (0..<count).compactMap { _ in randomElement(using: &random) }
    }
}

/// The samples that the package carries.
func samples() throws -> [(name: String, bytes: [UInt8])] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let folder = root.appending(path: "Samples")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "txt" }
        .sorted { $0.path < $1.path }
        .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
}
