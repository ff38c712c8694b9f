/// The changes of migration 3, as written then. Never changed: what comes later is a migration of its own.
extension ArchiveSchema {
    /// What people call the places of rows, see ``PlaceNames``; and which document belongs to which: what says that it was
    /// issued with another (`Kèm theo Quyết định số …`) belongs to that one; where several have its number, to the one in its
    /// own folder or ZIP archive.
    static let changes3 = """
        CREATE TABLE places (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            "start" INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            english TEXT NOT NULL,
            vietnamese TEXT NOT NULL,
            PRIMARY KEY (documentId, "start", "end")
        ) WITHOUT ROWID;
        CREATE INDEX parts_numberKey ON parts (lower(replace(number, ' ', '')));
        CREATE VIEW attachments AS
            SELECT documentId, parentId FROM (
                SELECT c.documentId AS documentId, p.documentId AS parentId, row_number() OVER (
                    PARTITION BY c.documentId
                    ORDER BY rtrim(pd.document, replace(pd.document, '/', ''))
                        = rtrim(cd.document, replace(cd.document, '/', '')) DESC, pd.document
                ) AS place
                FROM parts c
                JOIN documents cd ON cd.id = c.documentId
                JOIN parts p ON lower(replace(p.number, ' ', '')) = lower(replace(c.attachedToNumber, ' ', ''))
                JOIN documents pd ON pd.id = p.documentId
                WHERE c.attachedToNumber IS NOT NULL AND p.documentId <> c.documentId
                    AND coalesce(p.issuedOn, c.attachedToDate, '') = coalesce(c.attachedToDate, p.issuedOn, '')
                    AND c.ordinal = (
                        SELECT min(o.ordinal) FROM parts o
                        WHERE o.documentId = c.documentId AND o.attachedToNumber IS NOT NULL)
                    AND NOT EXISTS (
                        SELECT 1 FROM parts o WHERE o.documentId = c.documentId
                            AND lower(replace(o.number, ' ', '')) = lower(replace(c.attachedToNumber, ' ', '')))
            ) WHERE place = 1;
        """
}
