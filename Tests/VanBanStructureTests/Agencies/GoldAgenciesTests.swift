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

    @Test("agencies and outputs of annotated documents are read as a careful reader reads them")
    func annotatedDocuments() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let gold = root.appending(path: "../shared/gold").standardizedFileURL
        let folders = (try? FileManager.default.contentsOfDirectory(at: gold, includingPropertiesForKeys: nil)) ?? []
        let files = folders.map { $0.appending(path: "tasks.jsonl") }.filter {
            FileManager.default.fileExists(atPath: $0.path)
        }
        guard !files.isEmpty else {
            print("Skipped: no annotated documents beside the package.")
            return
        }
        let reader = AgencyReader(gazetteer: .standard)
        var counts = [0, 0, 0]
        for file in files {
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
        print("Compared \(counts[0]) lead, \(counts[1]) coordinating and \(counts[2]) output cells.")
    }

    private static func agencies(_ cell: String, _ reader: AgencyReader) -> [String] {
        let text = SourceText.literal(cell)
        return reader.read(Stretch(0..<text.bytes.count), in: text).agencies.map(\.text)
    }

    private static func plain(_ texts: [String]) -> [String] {
        texts.map { $0.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: " .,;:-–…")) }
    }
}
