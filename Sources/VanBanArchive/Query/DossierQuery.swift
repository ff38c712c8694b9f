import VanBanExport
import VanBanModel

/// Asks which documents belong together: a decision, and what says that it was issued with it, in whatever files they are.
///
/// Only dossiers of several files are told. A document that two say they were issued with each other is told with none.
package struct DossierQuery: Sendable {
    /// Words of the path of one of the files.
    package var document: String?

    package init() {}

    package var request: SheetRequest {
        let words = document.map { QueryWords.of($0) } ?? ""
        return SheetRequest(
            Self.sheet,
            sql: """
                WITH RECURSIVE members (head, id, depth) AS (
                    SELECT DISTINCT parentId, parentId, 0 FROM attachments
                    WHERE parentId NOT IN (SELECT documentId FROM attachments)
                    UNION
                    SELECT m.head, a.documentId, m.depth + 1 FROM members m JOIN attachments a ON a.parentId = m.id
                    WHERE m.depth < 16
                )
                SELECT h.document, d.document, m.depth, d.kind, d.number, d.issuedOn, d.title, d.taskCount
                FROM members m JOIN documents d ON d.id = m.id JOIN documents h ON h.id = m.head
                WHERE ? = '' OR m.head IN (
                    SELECT o.head FROM members o JOIN documents e ON e.id = o.id WHERE instr(words(e.document), ?) > 0)
                ORDER BY h.document, m.depth, d.document
                """, arguments: [words, words])
    }

    private static let sheet = Sheet(
        name: "dossiers", title: BilingualText(told: "sheet.dossiers"),
        columns: [
            SheetColumn("dossier", width: 28),
            SheetColumn("document", width: 28),
            SheetColumn("depth", .integer, width: 6, title: "depth.dossier"),
            SheetColumn("kind", width: 16, codes: "part"),
            SheetColumn("number", width: 18),
            SheetColumn("issuedOn", .date, width: 12),
            SheetColumn("title", width: 60),
            SheetColumn("taskCount", .integer, width: 9),
        ])
}
