import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Compares the table of a sample document with what a clerk noted of it. The samples lie beside the package, in
/// `../shared` (or where `VANBAN_SHARED` says); without them there is nothing to compare.
@Suite("wrapped table of a sample document")
struct WrappedGridGoldTests {
    struct Row: Decodable {
        var seq: Int
        var group: String?
        var groupTitle: String?
        var number: String?
        var task: String?
        var lead: String?
        var coordinating: String?
        var deadline: String?
        var note: String?
    }

    private static let columns:
        [(name: String, found: @Sendable (Task) -> String?, noted: @Sendable (Row) -> String?)] = [
            ("number", { $0.number }, { $0.number }), ("task", { $0.task }, { $0.task }),
            ("lead", { $0.lead }, { $0.lead }), ("coordinating", { $0.coordinating }, { $0.coordinating }),
            ("deadline", { $0.deadline }, { $0.deadline }), ("note", { $0.note }, { $0.note }),
            ("group", { $0.group?.label }, { $0.group }), ("group's title", { $0.group?.title }, { $0.groupTitle }),
        ]

    private static let stem = "003_3556c9cdccb0da03"
    private static let isThere = Corpus.seed(stem) != nil && Corpus.gold.contains { $0.lastPathComponent == stem }

    @Test("every cell of the sample's rows is read as the clerk noted it", .enabled(if: isThere))
    func cells() throws {
        let (seed, gold) = try #require(try Self.sample())
        let read = try #require(WrappedGridReading(TextReader().read(seed, name: "sample.txt")))
        #expect(read.tasks.count == gold.count)
        for column in Self.columns {
            let exact = Self.exact(column, read.tasks, gold, isTold: true)
            #expect(exact == gold.count, "\(column.name)")
        }
        // One line is of two cells that a page break cut; which ends where cannot be told for sure.
        #expect(read.diagnostics.filter { $0.code == .uncertainCell }.count <= 3)
        #expect(read.confidence > 0.95)
    }

    @Test("without empty lines and marks of pages nearly all cells are still told apart", .enabled(if: isThere))
    func plainLines() throws {
        let (seed, gold) = try #require(try Self.sample())
        let lines = String(decoding: seed, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let document = try TextReader().read(Array(lines.joined(separator: "\n").utf8), name: "sample.txt")
        let read = try #require(WrappedGridReading(document))
        #expect(read.tasks.count == gold.count)
        let exact = Self.columns.reduce(0) { $0 + Self.exact($1, read.tasks, gold, isTold: false) }
        #expect(exact * 100 >= gold.count * Self.columns.count * 97)
    }

    private static func exact(
        _ column: (name: String, found: (Task) -> String?, noted: (Row) -> String?), _ tasks: [Task], _ gold: [Row],
        isTold: Bool
    ) -> Int {
        var exact = 0
        for (task, row) in zip(tasks, gold) {
            if column.found(task) == column.noted(row) {
                exact += 1
            } else if isTold {
                print(
                    "\(column.name) of row \(row.seq): “\(column.found(task) ?? "nil")” is noted as “\(column.noted(row) ?? "nil")”"
                )
            }
        }
        return exact
    }

    /// The sample whose appendix is a table of wrapped lines, and its rows.
    private static func sample() throws -> (seed: [UInt8], gold: [Row])? {
        guard let seed = Corpus.seed(stem), let folder = Corpus.gold.first(where: { $0.lastPathComponent == stem })
        else { return nil }
        let gold = try String(contentsOf: folder.appending(path: "tasks.jsonl"), encoding: .utf8)
        return (
            seed.bytes, try gold.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        )
    }
}

/// A document read as far as its wrapped table.
struct WrappedGridReading {
    var text: SourceText
    var table: TableDraft
    var end: Int
    /// What is to be told, other readings that are hardly to be told apart among it.
    var diagnostics: [Diagnostic]
    var rivals: [CellRival]
    var confidence: Double
    var grid: WrappedGrid
    var lines: [Line]

    init?(_ document: ReadDocument) {
        text = document.text
        lines = LineClassifier(text).lines(of: document.blocks)
        guard let header = WrappedGrid.header(in: lines, from: 0, text: text) else { return nil }
        grid = WrappedGrid(lines, header: header, part: 1, in: text)
        (table, end, diagnostics, rivals, confidence) = grid.read()
        diagnostics += rivals.filter { $0.loss < CellRival.close }.map { $0.doubt.diagnostic(in: text) }
    }

    var tasks: [Task] {
        let cells = table.rows.map { $0.cells.map { Table.Cell(text: text.string($0), location: nil) } }
        return TaskBuilder.tasks(of: table, grid: cells, number: 1, after: 0, plan: .init(year: 2024), in: text).tasks
    }
}
