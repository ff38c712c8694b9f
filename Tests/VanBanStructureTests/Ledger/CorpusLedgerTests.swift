import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// The account of whole documents: the package's samples, and real documents where they lie beside the package.
@Suite struct CorpusLedgerTests {
    @Test("the samples are there")
    func samples() {
        #expect(Corpus.samples.count >= 3)
    }

    @Test("the real documents are there", .enabled(if: !Corpus.seeds.isEmpty))
    func seeds() {
        #expect(Corpus.seeds.count >= 5)
    }

    @Test("every character of a document has one owner, at a place that holds it", arguments: Corpus.all)
    func account(_ document: Corpus.Document) throws {
        let converted = try DocumentConverter().convert(document.bytes, name: document.name)
        #expect(Account.faults(of: converted, bytes: document.bytes) == [])
    }

    @Test("every place that a record names lies within the source", arguments: Corpus.all)
    func locations(_ document: Corpus.Document) throws {
        let record = try DocumentConverter().convert(document.bytes, name: document.name).record
        let lines = document.bytes.count { $0 == 0x0A } + 1
        let outside = Account.locations(of: record).filter {
            !(0 <= $0.start && $0.start <= $0.end && $0.end <= document.bytes.count && (1...lines).contains($0.line))
        }
        #expect(outside == [])
    }

    @Test("the coverage counts every character other than white space", arguments: Corpus.all)
    func coverage(_ document: Corpus.Document) throws {
        let coverage = try DocumentConverter().convert(document.bytes, name: document.name).record.coverage
        #expect(coverage.characters == coverage.recorded + coverage.furniture + coverage.unaccounted)
        let text = String(decoding: document.bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
        let counted = text.unicodeScalars.count { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
        #expect(abs(coverage.characters - counted) * 200 <= counted, "\(coverage.characters) of \(counted)")
    }

    @Test("identifiers are unique, and what refers to one finds it", arguments: Corpus.all)
    func identifiers(_ document: Corpus.Document) throws {
        let record = try DocumentConverter().convert(document.bytes, name: document.name).record
        func sections(_ list: [Section]) -> [String] { list.flatMap { [$0.id] + sections($0.children) } }
        let ids =
            record.parts.flatMap { [$0.id] + sections($0.sections) + $0.tables.map(\.id) } + record.tasks.map(\.id)
            + record.indexScores.map(\.id) + record.references.map(\.id)
        #expect(Set(ids).count == ids.count)
        let known = Set(ids)
        #expect(record.tasks.allSatisfy { known.contains($0.part) && known.contains($0.table) })
        #expect(record.parts.flatMap(\.legalBases).flatMap(\.references).allSatisfy(known.contains))
        #expect(record.tasks.map(\.sequence) == Array(1..<(record.tasks.count + 1)))
    }
}
