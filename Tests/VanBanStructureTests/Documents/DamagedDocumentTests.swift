import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Documents cut off, shuffled, doubled: a record or a reason, and never a lost character.
@Suite struct DamagedDocumentTests {
    /// The faults of what comes out of bytes; none where they are refused.
    static func faults(of bytes: [UInt8]) -> [String] {
        guard let converted = try? DocumentConverter().convert(bytes, name: "test.txt") else { return [] }
        let outside = Account.locations(of: converted.record).filter {
            !(0 <= $0.start && $0.start <= $0.end && $0.end <= bytes.count)
        }
        return Account.faults(of: converted, bytes: bytes) + outside.map { "a place outside of the source: \($0)" }
    }

    @Test("a document cut off anywhere loses nothing of what is left", arguments: Corpus.all)
    func truncated(_ document: Corpus.Document) {
        for end in stride(from: 1000, to: document.bytes.count, by: max(1000, document.bytes.count / 60 / 1000 * 1000))
        {
            let found = Self.faults(of: Array(document.bytes[..<end]))
            #expect(found.isEmpty, "cut at byte \(end): \(found.prefix(3))")
        }
    }

    @Test("a document whose beginning is lost loses nothing of what is left", arguments: Corpus.all)
    func beheaded(_ document: Corpus.Document) {
        for start in stride(from: 1777, to: document.bytes.count, by: max(3001, document.bytes.count / 12)) {
            let found = Self.faults(of: Array(document.bytes[start...]))
            #expect(found.isEmpty, "from byte \(start): \(found.prefix(3))")
        }
    }

    private enum Damage: CaseIterable { case shuffle, double, delete, tabs, blank }

    @Test("lines shuffled, doubled, deleted or glued by tabs lose nothing", arguments: Corpus.all)
    func damagedLines(_ document: Corpus.Document) {
        var random = SeededGenerator(seed: UInt64(document.bytes.count))
        let lines = document.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for damage in Damage.allCases {
            for round in 1...3 {
                var damaged = lines
                switch damage {
                case .shuffle: damaged.shuffle(using: &random)
                case .double: damaged = lines.flatMap { Int.random(in: 0..<5, using: &random) == 0 ? [$0, $0] : [$0] }
                case .delete: damaged.removeAll { _ in Int.random(in: 0..<5, using: &random) == 0 }
                case .tabs, .blank: break
                }
                var bytes = Array(damaged.joined(separator: [0x0A]))
                for index in bytes.indices where Int.random(in: 0..<40, using: &random) == 0 {
                    if damage == .tabs, bytes[index] == 0x20 { bytes[index] = 0x09 }
                    if damage == .blank, bytes[index] == 0x20 { bytes[index] = 0x0A }
                }
                let found = Self.faults(of: bytes)
                #expect(found.isEmpty, "\(damage), round \(round): \(found.prefix(3))")
            }
        }
    }

    @Test("a document gives the same record every time", arguments: Corpus.all)
    func deterministic(_ document: Corpus.Document) throws {
        let first = try DocumentConverter().convert(document.bytes, name: document.name)
        let second = try DocumentConverter().convert(document.bytes, name: document.name)
        #expect(first.record == second.record)
        #expect(first.entries() == second.entries())
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(first.record) == encoder.encode(second.record))
    }

    @Test("line ends of other systems make no difference", arguments: Corpus.samples)
    func lineEnds(_ document: Corpus.Document) throws {
        let text = String(decoding: document.bytes, as: UTF8.self)
        let plain = try Documents.record(of: text)
        let other = try Documents.record(of: text.replacing("\n", with: "\r\n"))
        #expect(other.parts.map(\.title) == plain.parts.map(\.title))
        #expect(other.parts.map { $0.sections.shape } == plain.parts.map { $0.sections.shape })
        #expect(other.tasks.map(\.task) == plain.tasks.map(\.task))
        #expect(other.tasks.map(\.deadline) == plain.tasks.map(\.deadline))
        #expect(other.references.map(\.number) == plain.references.map(\.number))
    }

    @Test("what is no administrative document is refused")
    func refused() {
        #expect(throws: ReadingError.empty) { try Documents.record(of: "") }
        #expect(throws: ReadingError.self) { try Documents.record(of: "  \n\n \t\n") }
        #expect(throws: ReadingError.notAdministrative) {
            try Documents.record(
                of: "The quick brown fox jumps over the lazy dog.\n\nIt was a fine day, and nobody minded.\n")
        }
    }
}
