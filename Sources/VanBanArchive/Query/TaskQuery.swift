import VanBanExport
import VanBanModel
import VanBanSQLite

/// Asks for tasks: when they are due, who does them, what they are for.
package struct TaskQuery: ArchiveQuery {
    /// Times of which one has to fit; none for any.
    package var due: [DueTime] = []
    /// Words of the name, an abbreviation (`Sở TT&TT`) or the id of an agency that leads, and of one that coordinates.
    package var lead: String?
    package var coordinating: String?
    /// The index (`PAPI`) that the tasks' dimension or their part is about.
    package var index: String?
    /// A dimension's code (`PAPI-1`), number or name, or words of the group that stands above the tasks.
    package var dimension: String?
    /// Words of who issues the document, a province's other names among them.
    package var issuer: String?
    /// Words of the file's path, and of the task, its products and its remarks.
    package var document: String?
    package var text: String?
    /// Whether of a document that is in several files only one counts.
    package var once = false

    package init() {}

    package var request: SheetRequest {
        var conditions = self.conditions
        guard !due.isEmpty else { return SheetRequest(.tasks, conditions) }
        let (stated, values) = DueTime.any(of: due)
        // Found by the day first: an archive has far more statements of time than are due in a month.
        conditions.join(
            """
            (SELECT x.documentId, x.task, min(x.endDate) AS day FROM deadlines x WHERE \(stated) \
            GROUP BY x.documentId, x.task) w ON w.documentId = t.documentId AND w.task = t.sequence
            """, values)
        return SheetRequest(
            .tasks, conditions, order: "w.day, d.document, t.ordinal", added: [(Self.dueThen, "w.day")])
    }

    /// The first of the task's last days that lies in the time asked for.
    private static let dueThen = SheetColumn("dueThen", .date, width: 12)

    /// All that is asked for but the time.
    var conditions: QueryConditions {
        var conditions = QueryConditions()
        Self.add(lead, duty: "lead", to: &conditions)
        Self.add(coordinating, duty: "coordinating", to: &conditions)
        if let index { Self.add(index: index, to: &conditions) }
        if let dimension { Self.add(dimension: dimension, to: &conditions) }
        if let issuer { conditions.add(documentsWith: AskedName(issuer).places, in: "issuer") }
        if let document { conditions.add(documentsWith: [QueryWords.of(document)], in: "document") }
        conditions.add(
            words: text,
            in: ["groupTitle", "task", "outputs", "funding", "note", "otherCells"].map { "coalesce(t.\($0), '')" }
                .joined(separator: " || ' ' || "))
        if once { conditions.addOnce() }
        return conditions
    }

    private static func add(_ agency: String?, duty: String, to conditions: inout QueryConditions) {
        guard let agency else { return }
        let name = AskedName(agency)
        let ids = [agency] + name.agencies
        var tests = ["a.id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))"]
        var values = ids
        // The same names come back in every document: each is looked at once.
        for column in ["name", "text"] where !name.wordings.isEmpty {
            let fits = name.wordings.map { _ in "instr(words(\(column)), ?) > 0" }.joined(separator: " OR ")
            tests.append(
                """
                a.\(column) IN (WITH n AS MATERIALIZED (SELECT DISTINCT \(column) FROM agencies) \
                SELECT \(column) FROM n WHERE \(fits))
                """)
            values += name.wordings
        }
        conditions.add(
            """
            EXISTS (SELECT 1 FROM agencies a WHERE a.documentId = t.documentId AND a.task = t.sequence \
            AND a.duty = '\(duty)' AND (\(tests.joined(separator: " OR "))))
            """, values: values)
    }

    private static func add(index: String, to conditions: inout QueryConditions) {
        let names = AskedName(index).indexes
        let codes = AskedName.dimensionCodes(of: names)
        conditions.add(
            """
            t.dimensionCode IN (\(codes.map { _ in "?" }.joined(separator: ", "))) OR t.dimensionCode IS NULL \
            AND EXISTS (SELECT 1 FROM parts p WHERE p.documentId = t.documentId AND p.part = t.part \
            AND words(p.indexName) IN (\(names.map { _ in "?" }.joined(separator: ", "))))
            """, values: codes + names.map(QueryWords.of))
    }

    /// A dimension counts with what stands below it: `PAPI-4` and `PAPI-4.2`.
    private static func add(dimension: String, to conditions: inout QueryConditions) {
        let name = AskedName(dimension)
        let words = QueryConditions.test([QueryWords.of(dimension)], in: "t.groupTitle")
        var tests = ["upper(t.dimensionCode) = upper(?)", words.sql]
        var values = [dimension] + words.values
        for code in name.dimensions {
            tests += ["t.dimensionCode = ?", "t.dimensionCode LIKE ?"]
            values += [code, code + ".%"]
        }
        if let number = name.dimensionNumber {
            tests += ["t.dimensionCode LIKE ?", "t.dimensionCode LIKE ?"]
            values += ["%-" + number, "%-" + number + ".%"]
        }
        conditions.add(tests.joined(separator: " OR "), values: values)
    }
}
