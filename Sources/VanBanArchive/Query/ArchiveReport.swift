import VanBanExport
import VanBanModel
import VanBanSQLite

/// An archive on a page or two: what there is by kind, year and folder, what could not be read and why, who does what until when,
/// what is due next and what is doubtful.
package struct ArchiveReport {
    private let archive: ArchiveReader
    private let today: CalendarDate
    private let words: ReportWords

    package init(_ archive: ArchiveReader, today: CalendarDate, language: Language) {
        self.archive = archive
        self.today = today
        words = ReportWords(language)
    }

    /// - Throws: ``QueryFailure``.
    package func document() throws(QueryFailure) -> ReportDocument {
        var report = ReportDocument(title: words("report.archiveTitle"), language: words.language)
        let counts = try archive.counts(of: [.documents, .tasks, .scores, .references])
        let failed = try count("SELECT count(*) FROM files WHERE outcome = 'failed'")
        report.blocks = [
            .facts([
                (words("report.documents"), String(counts[0])), (words("report.failed"), String(failed)),
                (words("report.tasks"), String(counts[1])), (words("report.scoresCount"), String(counts[2])),
                (words("report.references"), String(counts[3])),
            ])
        ]
        report.blocks += try groups(
            "report.byKind", "report.kind",
            "SELECT coalesce(kind, ''), count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC, 1",
            most: 10
        ) { $0.isEmpty ? "–" : words.kind($0) }
        report.blocks += try groups(
            "report.byReason", "report.reason",
            "SELECT coalesce(reason, ''), count(*) FROM files WHERE outcome = 'failed' GROUP BY 1 ORDER BY 2 DESC, 1",
            most: 8
        ) { words.code("reason", $0) }
        report.blocks += try groups(
            "report.byYear", "report.year",
            "SELECT coalesce(substr(issuedOn, 1, 4), ''), count(*) FROM documents GROUP BY 1 ORDER BY 1 DESC", most: 10
        ) { $0.isEmpty ? "–" : $0 }
        report.blocks += try groups(
            "report.byFolder", "report.folder",
            """
            SELECT CASE WHEN instr(document, '/') > 0 THEN substr(document, 1, instr(document, '/') - 1) ELSE '.' END,
                count(*) FROM files GROUP BY 1 ORDER BY 2 DESC, 1
            """, most: 10
        ) { $0 }
        report.blocks += try leads() + months() + next()
        report.blocks += try groups(
            "report.doubts", "report.meaning",
            """
            SELECT code, count(*) FROM diagnostics WHERE severity <> 'info' GROUP BY code
            ORDER BY max(severity = 'error') DESC, 2 DESC, 1
            """, most: 8
        ) { words.short(DiagnosticCode(rawValue: $0)?.message(in: words.language) ?? $0) }
        report.blocks.append(.line(words("report.made", words.day(today))))
        return report
    }

    private func leads() throws(QueryFailure) -> [ReportDocument.Block] {
        let sheet = try archive.sheet(TaskCounts(of: TaskQuery(), by: .lead, today: today).request)
        guard !sheet.rows.isEmpty else { return [] }
        let columns = ["lead", "tasks", "overdue", "thisMonth", "later", "noDay"].compactMap { key in
            sheet.columns.firstIndex { $0.key == key }
        }
        let rows = sheet.rows.map { row in columns.map { row.values[$0].text.isEmpty ? "–" : row.values[$0].text } }
        var blocks = words.table("report.byLead", [], rows, most: 12)
        if case .table(_, let shown) = blocks[1] {
            blocks[1] = .table(head: columns.map { sheet.columns[$0].title(in: words.language) }, rows: shown)
        }
        return blocks
    }

    private func months() throws(QueryFailure) -> [ReportDocument.Block] {
        try groups(
            "report.byMonth", "report.month",
            """
            SELECT substr(endDate, 1, 7), count(DISTINCT documentId || '/' || task) FROM deadlines
            WHERE endDate >= '\(today)' GROUP BY 1 ORDER BY 1
            """, most: 12
        ) { words.month($0) }
    }

    private func next() throws(QueryFailure) -> [ReportDocument.Block] {
        var query = TaskQuery()
        query.due = [.within(today, nil)]
        let sheet = try archive.sheet(query.request)
        let columns = ["dueThen", "task", "leadAgencies", "document"].compactMap { key in
            sheet.columns.firstIndex { $0.key == key }
        }
        guard !sheet.rows.isEmpty, columns.count == 4 else { return [] }
        let rows = sheet.rows.map { row in
            columns.map { place in
                if case .date(let day) = row.values[place] { return words.day(day) }
                return words.short(row.values[place].text)
            }
        }
        return words.table("report.next", ["report.day", "report.task", "report.lead", "report.file"], rows, most: 10)
    }

    private func groups(
        _ title: String, _ name: String, _ sql: String, most: Int, _ told: (String) -> String
    ) throws(QueryFailure) -> [ReportDocument.Block] {
        let rows = try archive.read { database in
            try Row.fetchAll(database, sql: sql).map { row in [row[0] as String, String(row[1] as Int)] }
        }
        guard !rows.isEmpty else { return [] }
        return words.table(title, [name, "report.count"], rows.map { [told($0[0]), $0[1]] }, most: most)
    }

    private func count(_ sql: String) throws(QueryFailure) -> Int {
        try archive.read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }
}
