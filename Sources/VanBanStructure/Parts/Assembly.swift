import VanBanModel
import VanBanReading

/// What is known of a document while it is put together.
struct Assembly {
    /// A stretch whose citations belong to the record, in reading order.
    struct Passage {
        var stretch: Stretch
        /// The number of the part that it stands in.
        var part: Int
        var place = CitationPlace.text
        /// The legal basis that it is, as part and position.
        var basis: (part: Int, index: Int)?
    }

    let text: SourceText
    /// The agencies that are known.
    var agencies = AgencyGazetteer.standard
    var ledger = Ledger()
    var diagnostics: [Diagnostic] = []
    var parts: [Part] = []
    var tables: [TableDraft] = []
    /// What tables ask of the parts that they stand in.
    var tableParts: [RecordTables.Part] = []
    var passages: [Passage] = []
    /// Stretches of running text, by part, for what is told in prose.
    var prose: [Prose] = []
    /// Tables recovered from lines before these became paragraphs.
    var recovered: [RecoveredTable] = []
    /// Tables that could not be read.
    var unread: UnreadTables?
    /// What a web site says of the document.
    var publication: PublicationReader?
    var sectionCount = 0
    /// Whether the document has anything of the form of administrative documents.
    var hasForm = true

    struct Prose {
        var part: Int
        var stretch: Stretch
        /// The section of the outline that it stands in.
        var section: Int
    }

    init(_ text: SourceText) { self.text = text }

    mutating func report(
        _ code: DiagnosticCode, at stretch: Stretch, _ arguments: [String] = [], related: [Location] = []
    ) {
        diagnostics.append(
            Diagnostic(code, at: text.location(of: stretch.hull), related: related, arguments: arguments))
    }

    /// What a web site put around the document: its list is a record's, the rest is furniture.
    mutating func take(_ frame: SiteFrame) {
        diagnostics += frame.diagnostics
        for range in frame.furniture { ledger.claim(range, for: .furniture(.site)) }
        guard let list = frame.metadata else { return }
        if let title = list.title { ledger.claim(title, for: .publication("title")) }
        for (index, field) in list.fields.enumerated() {
            ledger.claim(field.hull, for: .publication("fields[\(index)]"))
        }
        publication = PublicationReader(list, in: text)
    }

    /// The beginning of a stretch, for messages.
    func excerpt(_ stretch: Stretch) -> String {
        let head = text.excerpt(of: stretch.first)
        return stretch.more.isEmpty || head.hasSuffix("…") ? head : head + "…"
    }
}
