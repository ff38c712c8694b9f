/// Where in a document a stretch stands, which decides what its words do to the documents that it cites.
enum CitationPlace: Sendable, Hashable {
    /// The subject of a part.
    case title
    /// A recital.
    case basis
    /// `(Ban hành kèm theo Quyết định số …)` below a title.
    case attachmentNote
    /// A note below the text: it explains a document and does nothing to it.
    case footnote
    /// Running text of a document that decides (a decision, a resolution).
    case ruling
    /// Running text of a document that plans or reports.
    case text
    /// A cell of a table.
    case cell
}
