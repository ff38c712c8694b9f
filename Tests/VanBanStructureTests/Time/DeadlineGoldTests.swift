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

    @Test("every annotated deadline cell is read as the clerk recorded it")
    func gold() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let elsewhere = ProcessInfo.processInfo.environment["VANBAN_GOLD"].map { URL(fileURLWithPath: $0) }
        let folder = elsewhere ?? root.deletingLastPathComponent().appendingPathComponent("shared/gold")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var cells = 0
        for name in names.sorted() {
            let file = folder.appendingPathComponent(name).appendingPathComponent("tasks.jsonl")
            guard let lines = try? String(contentsOf: file, encoding: .utf8) else { continue }
            let parts = try? String(
                contentsOf: file.deletingLastPathComponent().appendingPathComponent("parts.json"), encoding: .utf8)
            let year = parts.flatMap(planYear)
            for line in lines.split(separator: "\n") {
                let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
                let source = SourceText.literal(row.deadline ?? "")
                let found = DeadlineReader(year: year, period: nil)
                    .read(Stretch(0..<source.bytes.count), in: source).deadlines
                cells += 1
                #expect(found.map { brief($0) } == row.deadlines.map { brief($0) }, "\(name) \(row.seq)")
            }
        }
        if cells == 0 {
            print("Skipped: no annotated documents beside the package (../shared/gold).")
        } else {
            print("Annotated deadline cells read: \(cells)")
        }
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
