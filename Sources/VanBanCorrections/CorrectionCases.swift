import Foundation
import VanBanModel
import VanBanStructure

/// What people put right as small documents with what is expected of each, so that reading can be measured on them: rows of
/// tables, fields of parts, sections, documents cited and targets. `NAME.txt` or `NAME.html` and `NAME.expect.json`.
public struct CorrectionCases: Sendable {
    public struct Case: Sendable {
        public var name: String
        /// `txt` or `html`.
        public var ending: String
        public var input: String
        public var expectation: String
    }

    public private(set) var cases: [Case] = []
    private let original: ConvertedDocument
    private let redaction: CaseRedaction

    /// - Parameters:
    ///   - document: as it was read.
    ///   - corrected: the same as people put it right.
    public init(_ document: ConvertedDocument, corrected: Record) {
        original = document
        redaction = CaseRedaction(corrected)
        let digest = document.record.source.sha256.prefix(8)
        var groups: [[VanBanModel.Task]] = []
        for task in corrected.tasks {
            // Tasks that were one row of the source are one case.
            if let last = groups.last?.last, last.table == task.table, last.location.end > task.location.start {
                groups[groups.count - 1].append(task)
            } else {
                groups.append([task])
            }
        }
        for group in groups where group.contains(where: { !$0.decided.isEmpty }) {
            guard let (ending, input) = input(of: group, corrected) else { continue }
            cases.append(
                Case(
                    name: "corrected--\(digest)-\(group[0].sequence)", ending: ending, input: redaction.redacted(input),
                    expectation: expectation(of: group).json))
        }
        cases += Self.items(of: document, corrected: corrected, redaction) { "corrected--\(digest)-\($0)" }
    }

    private func input(of tasks: [VanBanModel.Task], _ corrected: Record) -> (ending: String, input: String)? {
        guard let table = original.record.parts.flatMap(\.tables).first(where: { $0.id == tasks[0].table }),
            let first = tasks.first?.location, let last = tasks.last?.location
        else { return nil }
        let rows = table.rows.filter { cells in
            guard let place = RereadTable.hull(of: cells) else { return false }
            return place.start < last.end && first.start < place.end
        }
        guard !rows.isEmpty else { return nil }
        let part = corrected.parts.first { $0.id == table.part }
        let start = part?.period?.start?.year
        let head = CaseWords.head(year: start == part?.period?.end?.year ? start : nil)
        let layout = original.record.source.tables.first { $0.table == table.id }?.layout ?? .grid
        if layout == .grid { return ("html", Self.page(head, table, rows)) }
        guard let top = table.rows.lazy.compactMap({ RereadTable.hull(of: $0) }).first else { return nil }
        func passage(_ start: Int, _ end: Int) -> String {
            original.passage(at: Location(start: start, end: max(start, end), line: 1)).text
        }
        let header = passage(table.location.start, top.start)
        return ("txt", (head + [""]).joined(separator: "\n") + "\n" + header + passage(first.start, last.end) + "\n")
    }

    private static func page(_ head: [String], _ table: Table, _ rows: [[Table.Cell]]) -> String {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        }
        func row(_ texts: some Sequence<String>) -> String {
            "<tr>" + texts.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
        }
        let lines = head.filter { !$0.isEmpty }.map { "<p>\(escaped($0))</p>" }.joined()
        let body = rows.map { row($0.lazy.map(\.text)) }.joined()
        return "<html><body>\(lines)<table>\(row(table.columns.map(\.header)))\(body)</table></body></html>\n"
    }

    // MARK: What is expected

    private func expectation(of tasks: [VanBanModel.Task]) -> CaseExpectation {
        var expectation = CaseExpectation()
        expectation.tasks = tasks.map { task in
            let fields = [
                ("number", task.number), ("task", task.task), ("outputs", task.outputs), ("lead", task.lead),
                ("coordinating", task.coordinating), ("deadline", task.deadline), ("funding", task.funding),
                ("note", task.note),
            ]
            return Dictionary(
                uniqueKeysWithValues: fields.compactMap { name, value in value.map { (name, redaction.redacted($0)) } })
        }
        expectation.leadNames = tasks.map { $0.leadAgencies.map { redaction.redacted($0.text) } }
        expectation.coordNames = tasks.map { $0.coordinatingAgencies.map { redaction.redacted($0.text) } }
        expectation.dates = tasks.map { task in
            task.deadlines.map { [$0.kind.rawValue, $0.start?.description, $0.end?.description] }
        }
        return expectation
    }
}
