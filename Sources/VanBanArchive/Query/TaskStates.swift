import VanBanExport
import VanBanModel
import VanBanSQLite

/// What became of tasks, as people tell it: a task that is done is not overdue.
///
/// A state belongs to a row's place and words: where a document is read anew and the row is another one then, the task is open
/// again rather than done by mistake.
package struct TaskStates: Sendable {
    /// A line of an import.
    package struct Line: Hashable, Sendable {
        /// The document as the archive calls it, and the task's number in it (`sequence`).
        package var document: String
        package var task: Int
        /// The day on which it was done; nil where it is open again.
        package var doneOn: CalendarDate?
        package var note: String?

        package init(document: String, task: Int, doneOn: CalendarDate?, note: String? = nil) {
            self.document = document
            self.task = task
            self.doneOn = doneOn
            self.note = note
        }
    }

    /// Keeps states, in the place of what was kept of these tasks before.
    /// - Returns: the lines whose task the archive does not have.
    package static func keep(_ lines: [Line], in store: ArchiveStore) throws(ArchiveStoreError) -> [Line] {
        try store.write { database in
            var unknown: [Line] = []
            for line in lines {
                let words = try String.fetchOne(
                    database,
                    sql: """
                        SELECT coalesce(t.task, '') FROM tasks t JOIN documents d ON d.id = t.documentId
                        WHERE d.document = ? AND t.sequence = ?
                        """, arguments: [line.document, line.task])
                guard let words else {
                    unknown.append(line)
                    continue
                }
                try database.execute(
                    sql: "DELETE FROM states WHERE document = ? AND task = ?", arguments: [line.document, line.task])
                guard let doneOn = line.doneOn else { continue }
                try database.execute(
                    sql: "INSERT INTO states (document, task, wording, doneOn, note) VALUES (?, ?, ?, ?, ?)",
                    arguments: [line.document, line.task, words, doneOn.description, line.note])
            }
            return unknown
        }
    }

    /// That a task (`documentId` and `task` of a table) is done.
    static func isDone(_ table: String) -> String {
        """
        EXISTS (SELECT 1 FROM states s JOIN documents e ON e.document = s.document \
        JOIN tasks k ON k.documentId = e.id AND k.sequence = s.task \
        WHERE e.id = \(table).documentId AND s.task = \(table).task AND s.wording = coalesce(k.task, ''))
        """
    }

    /// All that is done.
    package static var request: SheetRequest {
        SheetRequest(
            Sheet(
                name: "states", title: BilingualText(told: "sheet.states"),
                columns: [
                    SheetColumn("document", width: 28),
                    SheetColumn("sequence", .integer, width: 8),
                    SheetColumn("task", width: 60, title: "task.name"),
                    SheetColumn("doneOn", .date, width: 12),
                    SheetColumn("note", width: 24),
                    SheetColumn("holds", .integer, width: 8),
                ]),
            sql: """
                SELECT s.document, s.task, s.wording, s.doneOn, s.note, EXISTS (SELECT 1 FROM documents d \
                JOIN tasks t ON t.documentId = d.id WHERE d.document = s.document AND t.sequence = s.task \
                AND coalesce(t.task, '') = s.wording) FROM states s ORDER BY s.document, s.task
                """, arguments: [])
    }
}
