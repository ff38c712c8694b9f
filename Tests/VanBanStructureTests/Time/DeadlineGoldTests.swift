import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// The annotated documents beside the package, or in the folder that `VANBAN_GOLD` names.
@Suite("Annotated deadlines")
struct DeadlineGoldTests {
    private struct Row: Decodable {
        var seq: Int
        var deadline: String?
        var deadlines: [Expected]
    }

    private struct Expected: Decodable {
        var text: String
        var kind: String
        var start: String?
        var end: String?
        var bound: String?
        var frequency: [String]
    }

    @Test("every annotated deadline cell is read as the clerk recorded it", .enabled(if: !Corpus.gold.isEmpty))
    func gold() throws {
        var cells = 0
        for folder in Corpus.gold {
            let lines = try String(contentsOf: folder.appending(path: "tasks.jsonl"), encoding: .utf8)
            let parts = try? String(contentsOf: folder.appending(path: "parts.json"), encoding: .utf8)
            let year = parts.flatMap(planYear)
            for line in lines.split(separator: "\n") {
                let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
                let source = SourceText.literal(row.deadline ?? "")
                let found = DeadlineReader(year: year, period: nil)
                    .read(Stretch(0..<source.bytes.count), in: source).deadlines
                cells += 1
                #expect(
                    found.map { brief($0) } == row.deadlines.map { brief($0) }, "\(folder.lastPathComponent) \(row.seq)"
                )
            }
        }
        #expect(cells > 0)
    }

    private func brief(_ deadline: Deadline) -> String {
        let frequency = deadline.kind == .recurring ? deadline.frequency.map(\.rawValue).sorted() : []
        return "\(deadline.text)|\(deadline.kind.rawValue)|\(deadline.start?.description ?? "")|"
            + "\(deadline.end?.description ?? "")|\(deadline.bound?.rawValue ?? "")|\(frequency)"
    }

    private func brief(_ deadline: Expected) -> String {
        "\(deadline.text)|\(deadline.kind)|\(deadline.start ?? "")|\(deadline.end ?? "")|\(deadline.bound ?? "")|"
            + "\(deadline.kind == "recurring" ? deadline.frequency.sorted() : [])"
    }

    private func planYear(_ parts: String) -> Int? {
        struct Part: Decodable { var year: Int? }
        let found = try? JSONDecoder().decode([Part].self, from: Data(parts.utf8))
        return found?.compactMap(\.year).first
    }
}
