import VanBanExport
import VanBanModel
import VanBanSQLite

/// Counts tasks by who does them or what they are for: how many are late, due this month, due later.
package struct TaskCounts: Sendable {
    /// What tasks are counted by. A task of two agencies counts for both.
    package enum Group: String, Hashable, Sendable, CaseIterable {
        case lead, coordinating, dimension, document, issuer

        /// What tells groups apart, and what they are called.
        var sql: (key: String, name: String) {
            switch self {
            case .lead, .coordinating: return ("coalesce(a.id, words(a.text))", "coalesce(a.name, a.text)")
            case .dimension: return ("coalesce(t.dimensionCode, words(t.groupTitle))", "t.groupTitle")
            case .document: return ("d.document", "d.document")
            case .issuer: return ("words(d.issuer)", "d.issuer")
            }
        }
    }

    /// Which tasks are counted.
    package var tasks: TaskQuery
    package var group: Group
    package var today: CalendarDate

    package init(of tasks: TaskQuery, by group: Group, today: CalendarDate) {
        self.tasks = tasks
        self.group = group
        self.today = today
    }

    package var request: SheetRequest {
        var conditions = tasks.conditions
        if !tasks.due.isEmpty {
            let (stated, values) = DueTime.any(of: tasks.due)
            conditions.add(
                "EXISTS (SELECT 1 FROM deadlines x WHERE x.documentId = t.documentId AND x.task = t.sequence AND \(stated))",
                values: values)
        }
        let (key, name) = group.sql
        let duty = group == .lead || group == .coordinating ? group.rawValue : nil
        let agencies =
            duty.map {
                " LEFT JOIN agencies a ON a.documentId = t.documentId AND a.task = t.sequence AND a.duty = '\($0)'"
            }
            ?? ""
        let month = CalendarUnit(month: today.month, of: today.year)
        let days = [today.description, today.description, month?.last.description ?? today.description]
        // A task is counted once a group, and under the first of its last days that matters.
        let sql = """
            WITH stated AS (SELECT documentId, task, \
            max(endDate < ? OR bound IS 'before' AND endDate = ?) AS late, max(endDate <= ?) AS soon \
            FROM deadlines x WHERE NOT \(TaskStates.isDone("x")) AND endDate IS NOT NULL AND bound IS NOT 'after' GROUP BY documentId, task), \
            counted AS (SELECT DISTINCT \(key) AS "key", t.documentId, t.sequence, \(name) AS name, \
            s.late AS late, s.soon AS soon, \(Self.isDone) AS done \
            FROM \(conditions.source(of: .tasks))\(agencies) \
            LEFT JOIN stated s ON s.documentId = t.documentId AND s.task = t.sequence \(conditions.clause)) \
            SELECT min(name), count(DISTINCT documentId || '/' || sequence), \
            \(Self.count("late = 1")), \(Self.count("late = 0 AND soon = 1")), \(Self.count("soon = 0")), \
            \(Self.count("late IS NULL AND NOT done")), \(Self.count("done")), count(DISTINCT documentId), \
            CASE WHEN substr("key", 1, 1) = ' ' THEN NULL ELSE "key" END \
            FROM counted GROUP BY "key" ORDER BY "key" IS NULL, 2 DESC, "key"
            """
        return SheetRequest(Self.sheet(group), sql: sql, arguments: StatementArguments(days) + conditions.arguments)
    }

    /// That a task (`t`) is done.
    private static let isDone = """
        EXISTS (SELECT 1 FROM states z JOIN documents e ON e.document = z.document WHERE e.id = t.documentId \
        AND z.task = t.sequence AND z.wording = coalesce(t.task, ''))
        """

    private static func count(_ condition: String) -> String {
        "count(DISTINCT CASE WHEN \(condition) THEN documentId || '/' || sequence END)"
    }

    private static func sheet(_ group: Group) -> Sheet {
        Sheet(
            name: "tasksBy" + group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst(),
            title: BilingualText(told: "sheet.counts." + group.rawValue),
            columns: [
                SheetColumn(group.rawValue, width: 48, title: "group." + group.rawValue),
                SheetColumn("tasks", .integer, width: 9),
                SheetColumn("overdue", .integer, width: 9),
                SheetColumn("thisMonth", .integer, width: 9),
                SheetColumn("later", .integer, width: 9),
                SheetColumn("noDay", .integer, width: 9),
                SheetColumn("done", .integer, width: 9),
                SheetColumn("documents", .integer, width: 9),
                SheetColumn("key", width: 18),
            ])
    }
}
