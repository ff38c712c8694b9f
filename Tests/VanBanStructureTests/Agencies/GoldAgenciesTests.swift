import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// The agencies and outputs that a careful reader wrote down for whole documents, where they are at hand.
@Suite struct GoldAgenciesTests {
    private struct Row: Decodable {
        var seq: Int
        var lead: String?
        var coordinating: String?
        var outputs: String?
        var leadAgencies: [String]
        var coordinatingAgencies: [String]
        var outputItems: [String]
    }

    @Test(
        "agencies and outputs of annotated documents are read as a careful reader reads them",
        .enabled(if: !Corpus.gold.isEmpty))
    func annotatedDocuments() throws {
        let reader = AgencyReader(gazetteer: .standard)
        var counts = [0, 0, 0]
        for file in Corpus.gold.map({ $0.appending(path: "tasks.jsonl") }) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
                if let lead = row.lead {
                    counts[0] += 1
                    #expect(Self.plain(Self.agencies(lead, reader)) == Self.plain(row.leadAgencies), "row \(row.seq)")
                }
                if let coordinating = row.coordinating {
                    counts[1] += 1
                    let read = Self.agencies(coordinating, reader)
                    #expect(Self.plain(read) == Self.plain(row.coordinatingAgencies), "row \(row.seq)")
                }
                if let outputs = row.outputs {
                    counts[2] += 1
                    let text = SourceText.literal(outputs)
                    let read = OutputItemReader.items(of: Stretch(0..<text.bytes.count), in: text)
                    #expect(Self.plain(read) == Self.plain(row.outputItems), "row \(row.seq)")
                }
            }
        }
        #expect(counts.allSatisfy { $0 > 0 })
    }

    private static func agencies(_ cell: String, _ reader: AgencyReader) -> [String] {
        let text = SourceText.literal(cell)
        return reader.read(Stretch(0..<text.bytes.count), in: text).agencies.map(\.text)
    }

    private static func plain(_ texts: [String]) -> [String] {
        texts.map { $0.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: " .,;:-–…")) }
    }
}
