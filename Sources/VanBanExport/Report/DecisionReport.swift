import VanBanMessages
import VanBanModel

/// What somebody who decides wants to know of documents, on a page or two: what was decided, who does what until when, what is
/// due next, how results stand against the year before, and what is doubtful.
package struct DecisionReport {
    private let records: [Record]
    private let today: CalendarDate
    private let words: ReportWords

    /// - Parameter today: the day from which on deadlines are the next ones.
    package init(_ records: [Record], today: CalendarDate, language: Language) {
        self.records = records
        self.today = today
        words = ReportWords(language)
    }

    package var document: ReportDocument {
        var report = ReportDocument(title: words("report.title"), language: words.language)
        report.blocks = decided + byLead + byMonth + next + scores + doubts
        report.blocks.append(.line(words("report.made", words.day(today))))
        return report
    }

    private var tasks: [(record: Record, task: Task)] {
        records.flatMap { record in record.tasks.map { (record, $0) } }
    }

    private var decided: [ReportDocument.Block] {
        let parts = records.compactMap { record in record.parts.first.map { (record, $0) } }
        if parts.count == 1, let (record, part) = parts.first {
            var facts: [(String, String)] = []
            func add(_ key: String, _ value: String?) { if let value { facts.append((words(key), value)) } }
            add(
                "report.document",
                [part.typeName ?? words.kind(part.kind.rawValue), part.number].compactMap { $0 }.joined(separator: " "))
            add("report.issuedOn", part.issuedOn.map(words.day))
            add("report.issuer", part.issuer)
            add("report.about", part.title)
            add("report.signer", part.signature?.name)
            let period = record.parts.lazy.compactMap(\.period).first
            add(
                "report.period",
                period.map { [$0.start, $0.end].map { $0.map(words.day) ?? "…" }.joined(separator: " – ") })
            add(
                "report.counts",
                words(
                    "report.countsOf", String(record.tasks.count), String(record.indexScores.count),
                    String(record.references.count)))
            return [.heading(words("report.decided")), .facts(facts)]
        }
        let rows = parts.map { record, part in
            [
                part.number ?? "–", part.issuedOn.map(words.day) ?? "–", words.short(part.title ?? record.source.name),
                String(record.tasks.count),
            ]
        }
        return [
            .heading(words("report.decided")),
            .table(
                head: ["report.number", "report.issuedOn", "report.about", "report.tasks"].map { words($0) }, rows: rows
            ),
        ]
    }

    private var byLead: [ReportDocument.Block] {
        guard !tasks.isEmpty else { return [] }
        var counts: [String: (all: Int, dated: Int, late: Int)] = [:]
        for (_, task) in tasks {
            let names = task.leadAgencies.map { $0.name ?? $0.text }
            for name in Set(names.isEmpty ? [words("report.noLead")] : names) {
                var count = counts[name] ?? (0, 0, 0)
                let ends = task.deadlines.compactMap(\.end)
                count.all += 1
                if !ends.isEmpty { count.dated += 1 }
                if ends.contains(where: { $0 < today }) { count.late += 1 }
                counts[name] = count
            }
        }
        let sorted = counts.sorted { ($1.value.all, $0.key) < ($0.value.all, $1.key) }
        return words.table(
            "report.byLead", ["report.lead", "report.tasks", "report.dated", "report.late"],
            sorted.map { [$0.key, String($0.value.all), String($0.value.dated), String($0.value.late)] }, most: 12)
    }

    private var byMonth: [ReportDocument.Block] {
        var months: [String: Int] = [:]
        for (_, task) in tasks {
            for month in Set(task.deadlines.compactMap(\.end).map { $0.description.prefix(7) }) {
                months[String(month), default: 0] += 1
            }
        }
        guard !months.isEmpty else { return [] }
        return words.table(
            "report.byMonth", ["report.month", "report.tasks"],
            months.sorted { $0.key < $1.key }.map { [words.month($0.key), String($0.value)] }, most: 18)
    }

    private var next: [ReportDocument.Block] {
        var due: [(day: CalendarDate, task: Task)] = []
        for (_, task) in tasks {
            if let day = task.deadlines.compactMap(\.end).filter({ $0 >= today }).min() { due.append((day, task)) }
        }
        guard !tasks.isEmpty else { return [] }
        let rows = due.sorted { ($0.day, $0.task.sequence) < ($1.day, $1.task.sequence) }.map { day, task in
            [
                words.day(day), words.short(task.task ?? ""),
                task.leadAgencies.map { $0.name ?? $0.text }.joined(separator: "; "),
            ]
        }
        guard !rows.isEmpty else { return [.heading(words("report.next")), .line(words("report.noNext"))] }
        return words.table("report.next", ["report.day", "report.task", "report.lead"], rows, most: 10)
    }

    private var scores: [ReportDocument.Block] {
        let rows = records.flatMap(\.indexScores).filter { $0.region == nil }.map { score in
            [
                [score.index, score.unit].compactMap { $0 }.joined(separator: ", "),
                score.dimension?.name ?? score.dimension?.number ?? words("report.whole"),
                score.year.map(String.init) ?? "–", words.number(score.score ?? score.percent),
                words.number(score.previous?.score),
                change(of: score), score.rank?.position.map(String.init) ?? "–",
            ]
        }
        guard !rows.isEmpty else { return [] }
        return words.table(
            "report.scores",
            [
                "report.index", "report.dimension", "report.year", "report.score", "report.before", "report.change",
                "report.rank",
            ], rows, most: 14)
    }

    private func change(of score: IndexScore) -> String {
        guard let change = score.change else { return "–" }
        let sign = change.direction == .increase ? "+" : change.direction == .decrease ? "−" : ""
        return sign + (change.amount.map { words.number($0) } ?? words.code("direction", change.direction.rawValue))
    }

    private var doubts: [ReportDocument.Block] {
        let all = records.flatMap(\.diagnostics).filter { $0.severity > .info }
        guard !all.isEmpty else { return [.heading(words("report.doubts")), .line(words("report.noDoubts"))] }
        let groups = Dictionary(grouping: all, by: \.code).sorted {
            ($1.value[0].severity, $1.value.count, $0.key.rawValue) < (
                $0.value[0].severity, $0.value.count, $1.key.rawValue
            )
        }
        return words.table(
            "report.doubts", ["report.severity", "report.meaning", "report.count"],
            groups.map { code, found in
                [
                    words.code("severity", code.severity.rawValue),
                    words.short(
                        found.count == 1 ? found[0].text(in: words.language).message : code.message(in: words.language)),
                    String(found.count),
                ]
            }, most: 8)
    }
}

/// The words and numbers of reports.
package struct ReportWords: Sendable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    package func callAsFunction(_ key: String, _ arguments: String...) -> String {
        Messages.text(key, in: language, arguments)
    }

    /// A code in words.
    package func code(_ codes: String, _ code: String) -> String {
        Messages.known("code.\(codes).\(code)", in: language) ?? code
    }

    package func kind(_ kind: String) -> String { code("part", kind) }

    /// `30/06/2024`, in English `2024-06-30`.
    package func day(_ day: CalendarDate) -> String {
        guard language == .vietnamese else { return day.description }
        return day.description.split(separator: "-").reversed().joined(separator: "/")
    }

    /// Of a month written `2024-06`.
    package func month(_ month: some StringProtocol) -> String {
        guard language == .vietnamese else { return String(month) }
        return month.split(separator: "-").reversed().joined(separator: "/")
    }

    /// Decimals with a comma in Vietnamese; a dash for none.
    package func number(_ number: Double?) -> String {
        guard let text = number.flatMap({ DecimalNotation.text(of: $0) }) else { return "–" }
        return language == .vietnamese ? text.replacing(".", with: ",") : text
    }

    /// At most so many characters as a line of a page wants.
    package func short(_ text: String) -> String { text.count > 140 ? text.prefix(138) + "…" : text }

    /// A heading and a table of at most so many rows; how many more there are is told below.
    package func table(_ title: String, _ head: [String], _ rows: [[String]], most: Int) -> [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = [
            .heading(self(title)), .table(head: head.map { self($0) }, rows: Array(rows.prefix(most))),
        ]
        if rows.count > most { blocks.append(.line(self("report.more", String(rows.count - most)))) }
        return blocks
    }
}
