/// The changes of migration 2, as written then. Never changed: what comes later is a migration of its own.
extension ArchiveSchema {
    /// Messages are kept by what they speak of, so that they can be told in any language; the full-text index names its
    /// table as Datasette and sqlite-utils look for it.
    static let changes2 = """
        CREATE TABLE archive (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
        ALTER TABLE files ADD COLUMN arguments TEXT;
        CREATE TABLE diagnostics2 (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "severity" TEXT,
            "code" TEXT,
            "message" TEXT,
            "hint" TEXT,
            "arguments" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal)
        ) WITHOUT ROWID;
        INSERT INTO diagnostics2
            SELECT documentId, ordinal, severity, code, message, hint, NULL, line, start, "end", path FROM diagnostics;
        DROP TABLE diagnostics;
        ALTER TABLE diagnostics2 RENAME TO diagnostics;
        CREATE INDEX diagnostics_code ON diagnostics (code);
        DROP TABLE passagesSearch;
        CREATE VIRTUAL TABLE passagesSearch USING fts5(
            text, folded, tokenize = 'unicode61 remove_diacritics 0', content="passages", content_rowid="id"
        );
        INSERT INTO passagesSearch (passagesSearch) VALUES ('rebuild');
        CREATE TABLE states (
            document TEXT NOT NULL,
            task INTEGER NOT NULL,
            wording TEXT NOT NULL,
            doneOn TEXT NOT NULL,
            note TEXT,
            PRIMARY KEY (document, task)
        ) WITHOUT ROWID;
        CREATE VIEW openTasks AS
            SELECT d.document || '#' || t.sequence AS id, d.document, d.number AS documentNumber, d.issuedOn, d.issuer,
                t.number, t.groupTitle, t.task, t.outputs, t.leadAgencies, t.coordinatingAgencies, t.deadline, t.due
            FROM tasks t JOIN documents d ON d.id = t.documentId
            WHERE NOT EXISTS (
                SELECT 1 FROM states s WHERE s.document = d.document AND s.task = t.sequence AND s.wording = t.task);
        CREATE VIEW tasksWithLead AS
            SELECT d.document || '#' || t.sequence AS id, d.document, d.number AS documentNumber, d.issuedOn, d.issuer,
                t.number, t.groupTitle, t.task, a.id AS leadId, coalesce(a.name, a.text) AS lead, a.level AS leadLevel,
                t.deadline, t.due, s.doneOn
            FROM tasks t JOIN documents d ON d.id = t.documentId
            LEFT JOIN agencies a ON a.documentId = t.documentId AND a.task = t.sequence AND a.duty = 'lead'
            LEFT JOIN states s ON s.document = d.document AND s.task = t.sequence AND s.wording = t.task;
        """
}
