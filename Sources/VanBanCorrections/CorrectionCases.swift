import FoundationEssentials
import VanBanModel
import VanBanStructure

/// What people put right as small documents with what is expected of each, so that reading can be measured on them: rows of
/// tables, fields of parts, sections, documents cited and targets. `NAME.txt` or `NAME.html` and `NAME.expect.json`.
package struct CorrectionCases: Sendable {
    package struct Case: Sendable {
        package var name: String
        /// `txt` or `html`.
        package var ending: String
        package var input: String
        package var expectation: String
    }

    package private(set) var cases: [Case] = []
    private let source: CaseSource
    private let redaction: CaseRedaction

    /// - Parameters:
    ///   - document: as it was read.
    ///   - corrected: the same as people put it right.
    package init(_ document: ConvertedDocument, corrected: Record) {
        source = CaseSource(document: document)
        redaction = CaseRedaction(document, corrected: corrected)
        let digest = document.record.source.sha256.prefix(8)
        var groups: [[VanBanModel.Task]] = []
        for task in corrected.tasks {
            // Tasks that were one row of the source are one case.
            if let last = groups.last?.last, last.table == task.table, last.location.end > task.location.start,
                last.location.start <= task.location.start
            {
                groups[groups.count - 1].append(task)
            } else {
                groups.append([task])
            }
        }
        for group in groups where group.contains(where: { !$0.decided.isEmpty }) {
            guard let (input, tasks) = input(of: group, corrected) else { continue }
            let asked = Set(group.map(\.id))
            cases.append(
                Case(
                    name: "corrected--\(digest)-\(group[0].sequence)", ending: input.ending,
                    input: input.text(redaction), expectation: expectation(of: tasks, asked).json))
        }
        cases += Self.items(of: source, corrected: corrected, redaction) { "corrected--\(digest)-\($0)" }
    }

    /// The rows of tasks with those that they are read by, and the tasks of all of them.
    private func input(
        of tasks: [VanBanModel.Task], _ corrected: Record
    ) -> (input: CaseInput, tasks: [VanBanModel.Task])? {
        guard let (table, own) = source.rows(of: tasks) else { return nil }
        let rows = source.rows(around: own, in: table)
        var input = CaseInput(of: source.document)
        input.add(CaseWords.head(year: corrected.parts.first { $0.id == table.part }?.singleYear) + [""])
        source.add(rows, of: table, to: &input)
        let places = rows.filter { !own.contains($0) }.compactMap { RereadTable.hull(of: table.rows[$0]) }
        let ids = Set(tasks.map(\.id))
        let shown = corrected.tasks.filter { task in
            ids.contains(task.id)
                || task.table == table.id
                    && places.contains { $0.start < task.location.end && task.location.start < $0.end }
        }
        return (input, shown)
    }

    // MARK: What is expected

    private func expectation(of tasks: [VanBanModel.Task], _ asked: Set<String>) -> CaseExpectation {
        func asking<Value>(_ value: (VanBanModel.Task) -> Value) -> [Value?] {
            tasks.map { asked.contains($0.id) ? value($0) : nil }
        }
        var expectation = CaseExpectation()
        expectation.tasks = asking { task in
            let fields = [
                ("number", task.number), ("task", task.task), ("outputs", task.outputs), ("lead", task.lead),
                ("coordinating", task.coordinating), ("deadline", task.deadline), ("funding", task.funding),
                ("note", task.note),
            ]
            return Dictionary(
                uniqueKeysWithValues: fields.compactMap { name, value in value.map { (name, redaction.redacted($0)) } })
        }.map { $0 ?? [:] }
        // The row of a group may stand far above, and is no part of the case then.
        expectation.groups = asking { task in
            let title = task.group?.title.map(redaction.redacted)
            let isSure = task.decided["group"] != nil || title == nil
            return CaseExpectation.Choice(any: [.exactly(title)] + (isSure ? [] : [.exactly(nil)]))
        }.map { $0 ?? .anything }
        expectation.leadNames = asking { $0.leadAgencies.map { redaction.redacted($0.text) } }
        expectation.coordNames = asking { $0.coordinatingAgencies.map { redaction.redacted($0.text) } }
        expectation.dates = asking { task in
            task.deadlines.map { [$0.kind.rawValue, $0.start?.description, $0.end?.description] }
        }
        return expectation
    }
}

extension Part {
    /// The year that the whole part is about.
    var singleYear: Int? {
        guard let start = period?.start?.year else { return nil }
        return period?.end.map { $0.year == start } ?? true ? start : nil
    }
}
