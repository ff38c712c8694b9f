import VanBanModel
import VanBanSQLite

/// Full-text search over passages: titles, recitals, sections, tasks.
///
/// Each passage is there as printed and without diacritics; a question with diacritics looks at the one, a question
/// without them at the other.
enum SearchIndex {
    static func remove(_ document: Int64, from database: Database) throws {
        // Deleted by hand rather than by the document's going, so that the index's triggers see it.
        try database.cachedStatement(sql: "DELETE FROM passages WHERE documentId = ?").execute(arguments: [document])
    }

    static func insert(_ passages: [Passage], of document: Int64, into database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO passages (id, documentId, kind, line, text, folded) VALUES (?, ?, ?, ?, ?, ?)")
        for passage in passages {
            try statement.execute(
                arguments: [passage.id, document, passage.kind, passage.line, passage.text, passage.folded])
        }
    }

    /// Gives the passages of a document that is called otherwise now the ids that follow from its name.
    static func move(
        _ old: Int64, named document: String, to new: Int64, named name: String, in database: Database
    ) throws {
        let rows = try Row.fetchAll(
            database, sql: "SELECT id, kind, line, text, folded FROM passages WHERE documentId = ?", arguments: [old])
        var ids: [Int64: Int64] = [:]
        for index in rows.indices {
            ids[NameDigest.id(of: "\(document)#\(index)")] = NameDigest.id(of: "\(name)#\(index)")
        }
        let passages = rows.compactMap { row in
            ids[row["id"]].map { id in
                Passage(id: id, kind: row["kind"], line: row["line"], text: row["text"], folded: row["folded"])
            }
        }
        try remove(old, from: database)
        try insert(passages.sorted { $0.id < $1.id }, of: new, into: database)
    }

    /// A record's passages by rising ids: for each that is smaller than the one before, the index would write out all that
    /// it has gathered.
    static func passages(of record: VanBanModel.Record, document: String) -> [Passage] {
        var passages = passages(of: record)
        for index in passages.indices {
            passages[index].id = NameDigest.id(of: "\(document)#\(index)")
            passages[index].folded = FoldedText.of(passages[index].text)
        }
        return passages.sorted { $0.id < $1.id }
    }

    struct Passage: Sendable {
        var id: Int64 = 0
        var kind: String
        var line: Int
        var text: String
        var folded = ""
    }

    private static func passages(of record: VanBanModel.Record) -> [Passage] {
        var passages: [Passage] = []
        func add(_ kind: String, _ place: Location, _ texts: [String?]) {
            let text = texts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
            if !text.isEmpty { passages.append(Passage(kind: kind, line: place.line, text: text)) }
        }
        for part in record.parts {
            add("part", part.location, [part.number, part.issuer, part.title])
            for basis in part.legalBases { add("recital", basis.location, [basis.text]) }
            var waiting = Array(part.sections.reversed())
            while let section = waiting.popLast() {
                add("section", section.location, [section.heading, section.text])
                waiting += section.children.reversed()
            }
        }
        for task in record.tasks {
            add(
                "task", task.location,
                [task.group?.title, task.task, task.outputs, task.lead, task.coordinating, task.deadline, task.note])
        }
        return passages
    }
}
