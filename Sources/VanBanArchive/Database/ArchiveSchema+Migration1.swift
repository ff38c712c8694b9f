/// The tables of migration 1, as written then. Never changed: what comes later is a migration of its own.
extension ArchiveSchema {
    static let tables1 = """
        CREATE TABLE files (
            document TEXT PRIMARY KEY NOT NULL,
            sha256 TEXT,
            bytes INTEGER,
            version TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('converted', 'failed')),
            reason TEXT,
            message TEXT
        ) WITHOUT ROWID;
        CREATE TABLE "documents" (
            id INTEGER PRIMARY KEY NOT NULL,
            document TEXT NOT NULL UNIQUE REFERENCES files (document) DEFERRABLE INITIALLY DEFERRED,
            "format" TEXT,
            "kind" TEXT,
            "number" TEXT,
            "issuedOn" TEXT,
            "issuer" TEXT,
            "title" TEXT,
            "indexName" TEXT,
            "periodStart" TEXT,
            "periodEnd" TEXT,
            "signer" TEXT,
            "partCount" INTEGER,
            "taskCount" INTEGER,
            "scoreCount" INTEGER,
            "referenceCount" INTEGER,
            "errorCount" INTEGER,
            "warningCount" INTEGER,
            "noteCount" INTEGER,
            "characters" INTEGER,
            "unaccounted" INTEGER,
            "encoding" TEXT,
            "bytes" INTEGER,
            "sha256" TEXT
        );
        CREATE TABLE "parts" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "part" TEXT,
            "kind" TEXT,
            "typeName" TEXT,
            "number" TEXT,
            "issuedOn" TEXT,
            "place" TEXT,
            "issuer" TEXT,
            "title" TEXT,
            "attachedToNumber" TEXT,
            "attachedToDate" TEXT,
            "indexName" TEXT,
            "periodStart" TEXT,
            "periodEnd" TEXT,
            "authority" TEXT,
            "position" TEXT,
            "signer" TEXT,
            "recipients" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal),
            UNIQUE (documentId, part)
        ) WITHOUT ROWID;
        CREATE TABLE "sections" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "part" TEXT,
            "section" TEXT,
            "parent" TEXT,
            "depth" INTEGER,
            "kind" TEXT,
            "label" TEXT,
            "heading" TEXT,
            "text" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal),
            UNIQUE (documentId, section),
            FOREIGN KEY (documentId, part) REFERENCES parts (documentId, part),
            FOREIGN KEY (documentId, parent) REFERENCES sections (documentId, section)
        ) WITHOUT ROWID;
        CREATE TABLE "tasks" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "part" TEXT,
            "table" TEXT,
            "sequence" INTEGER,
            "groupLabel" TEXT,
            "groupTitle" TEXT,
            "dimensionCode" TEXT,
            "number" TEXT,
            "task" TEXT,
            "outputs" TEXT,
            "lead" TEXT,
            "coordinating" TEXT,
            "deadline" TEXT,
            "funding" TEXT,
            "note" TEXT,
            "otherCells" TEXT,
            "leadAgencies" TEXT,
            "coordinatingAgencies" TEXT,
            "outputItems" TEXT,
            "due" TEXT,
            "doubts" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal),
            UNIQUE (documentId, sequence),
            FOREIGN KEY (documentId, part) REFERENCES parts (documentId, part)
        ) WITHOUT ROWID;
        CREATE TABLE "agencies" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "task" INTEGER,
            "part" TEXT,
            "duty" TEXT,
            "text" TEXT,
            "name" TEXT,
            "id" TEXT,
            "kind" TEXT,
            "level" TEXT,
            "collective" INTEGER,
            "role" TEXT,
            "person" TEXT,
            "note" TEXT,
            "place" TEXT,
            "placeCode" TEXT,
            "validFrom" TEXT,
            "validTo" TEXT,
            "successorId" TEXT,
            "successorName" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal),
            FOREIGN KEY (documentId, task) REFERENCES tasks (documentId, sequence)
        ) WITHOUT ROWID;
        CREATE TABLE "deadlines" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "task" INTEGER,
            "part" TEXT,
            "text" TEXT,
            "kind" TEXT,
            "startDate" TEXT,
            "endDate" TEXT,
            "bound" TEXT,
            "frequency" TEXT,
            "product" TEXT,
            "anchor" TEXT,
            "anchorDate" TEXT,
            "offset" TEXT,
            "direction" TEXT,
            "workingDays" INTEGER,
            "reference" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal),
            FOREIGN KEY (documentId, task) REFERENCES tasks (documentId, sequence)
        ) WITHOUT ROWID;
        CREATE TABLE "scores" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "part" TEXT,
            "indexName" TEXT,
            "unit" TEXT,
            "dimensionNumber" TEXT,
            "dimensionCode" TEXT,
            "dimension" TEXT,
            "year" INTEGER,
            "score" REAL,
            "percent" REAL,
            "maximum" REAL,
            "groupCode" TEXT,
            "groupText" TEXT,
            "direction" TEXT,
            "change" REAL,
            "previousYear" INTEGER,
            "previousScore" REAL,
            "previousGroup" TEXT,
            "rankPosition" INTEGER,
            "rankOf" INTEGER,
            "rankChange" INTEGER,
            "region" TEXT,
            "componentsUp" TEXT,
            "componentsDown" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE "targets" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "part" TEXT,
            "section" TEXT,
            "table" TEXT,
            "task" INTEGER,
            "text" TEXT,
            "measure" TEXT,
            "comparator" TEXT,
            "value" REAL,
            "upper" REAL,
            "unit" TEXT,
            "direction" TEXT,
            "baseline" INTEGER,
            "indexName" TEXT,
            "dimensionNumber" TEXT,
            "dimensionCode" TEXT,
            "dimension" TEXT,
            "year" INTEGER,
            "dateText" TEXT,
            "startDate" TEXT,
            "endDate" TEXT,
            "bound" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal),
            FOREIGN KEY (documentId, part) REFERENCES parts (documentId, part),
            FOREIGN KEY (documentId, task) REFERENCES tasks (documentId, sequence)
        ) WITHOUT ROWID;
        CREATE TABLE "references" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "reference" TEXT,
            "type" TEXT,
            "number" TEXT,
            "symbol" TEXT,
            "date" TEXT,
            "year" INTEGER,
            "issuer" TEXT,
            "title" TEXT,
            "text" TEXT,
            "mentions" INTEGER,
            "relations" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE "diagnostics" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            "severity" TEXT,
            "code" TEXT,
            "message" TEXT,
            "hint" TEXT,
            "line" INTEGER,
            "start" INTEGER,
            "end" INTEGER,
            "path" TEXT,
            PRIMARY KEY (documentId, ordinal)
        ) WITHOUT ROWID;
        CREATE INDEX documents_number ON documents (number);
        CREATE INDEX documents_sha256 ON documents (sha256);
        CREATE INDEX tasks_due ON tasks (due);
        CREATE INDEX tasks_dimension ON tasks (dimensionCode);
        CREATE INDEX agencies_id ON agencies (id, duty);
        CREATE INDEX agencies_task ON agencies (documentId, task);
        CREATE INDEX deadlines_end ON deadlines (endDate);
        CREATE INDEX deadlines_task ON deadlines (documentId, task);
        CREATE INDEX scores_index ON scores (indexName, year);
        CREATE INDEX targets_index ON targets (indexName, year);
        CREATE INDEX references_number ON "references" (number);
        CREATE INDEX diagnostics_code ON diagnostics (code);
        CREATE TABLE passages (
            id INTEGER PRIMARY KEY NOT NULL,
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            line INTEGER NOT NULL,
            text TEXT NOT NULL,
            folded TEXT NOT NULL
        );
        CREATE INDEX passages_document ON passages (documentId);
        CREATE VIRTUAL TABLE passagesSearch USING fts5(
            text, folded, tokenize = 'unicode61 remove_diacritics 0', content = 'passages', content_rowid = 'id'
        );
        CREATE TRIGGER passages_inserted AFTER INSERT ON passages BEGIN
            INSERT INTO passagesSearch (rowid, text, folded) VALUES (new.id, new.text, new.folded);
        END;
        CREATE TRIGGER passages_deleted AFTER DELETE ON passages BEGIN
            INSERT INTO passagesSearch (passagesSearch, rowid, text, folded)
            VALUES ('delete', old.id, old.text, old.folded);
        END;
        CREATE TABLE fingerprints (
            documentId INTEGER PRIMARY KEY NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            minima BLOB NOT NULL
        );
        CREATE TABLE fingerprintBands (
            band INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            PRIMARY KEY (band, hash, documentId)
        ) WITHOUT ROWID;
        CREATE INDEX fingerprintBands_document ON fingerprintBands (documentId);
        """
}
