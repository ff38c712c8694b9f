import VanBanExport
import VanBanModel
import VanBanSQLite

/// Asks for documents by what they say of themselves.
package struct DocumentQuery: ArchiveQuery {
    /// Number and sign (`961/QĐ-UBND`, `961`) of the document or of one of its parts.
    package var number: String?
    /// Words of who issues it, a province's other names among them.
    package var issuer: String?
    /// The kind as records name it (`decision`) or as printed (`Quyết định`), of the document or of one of its parts.
    package var kind: String?
    /// First and last day of issue.
    package var from: CalendarDate?
    package var to: CalendarDate?
    /// Whether of a document that is in several files only one counts.
    package var once = false

    package init() {}

    package var request: SheetRequest {
        var conditions = QueryConditions()
        let parts = { (condition: String) in
            "EXISTS (SELECT 1 FROM parts p WHERE p.documentId = d.id AND (\(condition)))"
        }
        conditions.add(number: number, in: "p.number", parts)
        if let issuer { conditions.add(anyOf: AskedName(issuer).places, in: "d.issuer") }
        if let kind { conditions.add(parts("p.kind = ? OR words(p.typeName) = ?"), kind, QueryWords.of(kind)) }
        if let from { conditions.add("d.issuedOn >= ?", from.description) }
        if let to { conditions.add("d.issuedOn <= ?", to.description) }
        if once { conditions.addOnce() }
        return SheetRequest(.documents, conditions)
    }
}

/// Asks which documents cite a given one.
package struct CitationQuery: Sendable {
    /// Number and sign, or for a law its name.
    package var cited: String
    /// Words of who issued the document cited.
    package var issuer: String?
    /// Whether of a document that is in several files only one counts.
    package var once = false

    package init(cited: String) { self.cited = cited }

    package var request: SheetRequest {
        var conditions = QueryConditions()
        if cited.contains(where: \.isNumber) {
            conditions.add(number: cited, in: "t.number")
        } else {
            conditions.add(
                words: cited, in: "coalesce(t.type, '') || ' ' || coalesce(t.title, '') || ' ' || coalesce(t.text, '')")
        }
        conditions.add(words: issuer, in: "t.issuer")
        if once { conditions.addOnce() }
        return SheetRequest(.references, conditions)
    }
}

/// Asks what was doubtful.
package struct DiagnosticQuery: Sendable {
    package var code: String?
    /// The least severity that is told.
    package var severity: Severity?
    /// Whether of a document that is in several files only one counts.
    package var once = false

    package init() {}

    package var request: SheetRequest {
        var conditions = QueryConditions()
        // What another file of the dossier brings is not missing.
        conditions.add(
            """
            NOT (t.code = 'issuingDocumentAbsent' AND t.documentId IN (SELECT documentId FROM attachments)) AND \
            NOT (t.code = 'missingAppendix' AND EXISTS (SELECT 1 FROM attachments a \
            JOIN parts p ON p.documentId = a.documentId WHERE p.kind = 'appendix' AND (a.parentId = t.documentId \
            OR a.parentId IN (SELECT parentId FROM attachments WHERE documentId = t.documentId))))
            """)
        if let code { conditions.add("t.code = ?", code) }
        if let severity {
            let names = Severity.allCases.filter { $0 >= severity }.map { "'\($0.rawValue)'" }
            conditions.add("t.severity IN (\(names.joined(separator: ", ")))")
        }
        if once { conditions.addOnce() }
        return SheetRequest(.diagnostics, conditions)
    }
}

/// Asks for all rows of a kind.
package struct RecordQuery: Sendable {
    package var kind: SheetKind
    /// Words of the file's path.
    package var document: String?
    /// Whether of a document that is in several files only one counts.
    package var once = false

    package init(_ kind: SheetKind) { self.kind = kind }

    package var request: SheetRequest {
        var conditions = QueryConditions()
        if let document { conditions.add(documentsWith: [QueryWords.of(document)], in: "document") }
        if once { conditions.addOnce() }
        return SheetRequest(kind, conditions)
    }
}

/// Asks what became of each file.
package struct FileQuery: Sendable {
    /// Whether only those are told of which there is no record.
    package var failed = false

    /// The language in which failures are told.
    package var language = Language.english

    package init() {}

    package var request: SheetRequest {
        let language = language
        return SheetRequest(
            Self.sheet,
            sql: """
                SELECT document, outcome, reason, message, bytes, sha256, version, arguments FROM files \
                \(failed ? "WHERE outcome = 'failed'" : "") ORDER BY document
                """, arguments: []
        ) { row in
            let reason: String? = row[2]
            let parts = JSONTexts.texts(of: row[7])
            let told = parts.flatMap { FailureMessage(reason: reason ?? "", parts: $0).message(in: language) }
            return SheetRow([
                .text(row[0]), .text(row[1]), SheetValue(reason), SheetValue(told ?? row[3]),
                SheetValue(row[4] as Int?),
                SheetValue(row[5] as String?), .text(row[6]), SheetValue(row[7] as String?),
            ])
        }
    }

    private static let sheet = Sheet(
        name: "files", title: BilingualText(told: "sheet.files"),
        columns: [
            SheetColumn("document", width: 28),
            SheetColumn("outcome", width: 10, codes: "outcome"),
            SheetColumn("reason", width: 14, codes: "reason"),
            SheetColumn("message", width: 60, title: "message.file"),
            SheetColumn("bytes", .integer, width: 10),
            SheetColumn("sha256", width: 20, isTechnical: true),
            SheetColumn("version", width: 20, isTechnical: true),
            SheetColumn("arguments", width: 20, isTechnical: true),
        ])
}
