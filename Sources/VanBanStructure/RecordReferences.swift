import VanBanModel
import VanBanReading

/// The documents that a document cites, in the order of the text.
struct RecordReferences: Sendable {
    private(set) var references: [Reference] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Which legal basis cites which document, each once.
    private(set) var bases: [(part: Int, index: Int, id: String)] = []

    private typealias Found = (citations: [Citation], diagnostics: [Diagnostic])

    /// What one stretch cites.
    private struct Cited {
        var citations: [Citation]
        var part: Int
        var basis: (part: Int, index: Int)?
    }

    /// - Parameter kinds: those of the parts.
    init(_ passages: [Assembly.Passage], _ tables: [TableDraft], kinds: [PartKind], in text: SourceText) {
        let finder = CitationFinder()
        var cited: [Cited] = []
        // Running text and tables in reading order; the cells of a table are many, and are not copied into the list.
        let passages = passages.sorted { $0.stretch.first.lowerBound < $1.stretch.first.lowerBound }
        var next = 0
        func read(_ passage: Assembly.Passage) {
            let rules = passage.place == .text && Self.rulings.contains(kinds[passage.part - 1].rawValue)
            let found = finder.citations(in: passage.stretch, of: text, at: rules ? .ruling : passage.place)
            diagnostics += found.diagnostics
            guard !found.citations.isEmpty else { return }
            cited.append(Cited(citations: found.citations, part: passage.part, basis: passage.basis))
        }
        for table in tables {
            while next < passages.count, passages[next].stretch.first.lowerBound < table.hull.lowerBound {
                read(passages[next])
                next += 1
            }
            for found in Self.citations(in: table, finder, text) {
                diagnostics += found.diagnostics
                if !found.citations.isEmpty { cited.append(Cited(citations: found.citations, part: table.part)) }
            }
        }
        for passage in passages[next...] { read(passage) }
        take(cited, in: text)
    }

    /// Gathers what the stretches cite, once each.
    private mutating func take(_ cited: [Cited], in text: SourceText) {
        var list = ReferenceList()
        var known: Set<String> = []
        let hasShort = cited.contains { $0.citations.contains { $0.form != .full } }
        var shorts = hasShort ? ShortMentions(cited.lazy.flatMap(\.citations)) : nil
        for stretch in cited {
            var ids: [String?] = []
            ids.reserveCapacity(stretch.citations.count)
            for (position, citation) in stretch.citations.enumerated() {
                guard let meant = meaning(of: citation, position, stretch, &shorts, text) else {
                    ids.append(nil)
                    continue
                }
                let id = list.add(meant, in: text)
                ids.append(id)
                if let basis = stretch.basis, known.insert("\(basis.part) \(basis.index) \(id)").inserted {
                    bases.append((basis.part, basis.index, id))
                }
            }
            for (position, citation) in stretch.citations.enumerated() where !citation.statements.isEmpty {
                guard let id = ids[position] else { continue }
                let location = text.location(of: citation.range)
                for statement in citation.statements {
                    var relation = Relation(kind: statement.kind, isPlanned: statement.isPlanned, location: location)
                    if let doer = statement.doer {
                        guard let from = ids[position + doer] else { continue }
                        relation.from = from
                    } else {
                        relation.part = "part-\(stretch.part)"
                    }
                    list.add(relation, to: id)
                }
            }
        }
        references = list.references()
        diagnostics += list.diagnostics()
    }

    /// The document that a citation means; nil where a short one means none for certain.
    private mutating func meaning(
        of citation: Citation, _ position: Int, _ stretch: Cited, _ shorts: inout ShortMentions?, _ text: SourceText
    ) -> Citation? {
        guard shorts != nil else { return citation }
        guard citation.form != .full else {
            shorts?.note(citation)
            return citation
        }
        if let back = citation.introducedBy {
            shorts?.introduce(citation, for: stretch.citations[position - back])
        }
        switch shorts?.meaning(of: citation, beside: stretch.citations[..<position].suffix(Self.near)) {
        case .document(let document):
            var mention = document
            (mention.range, mention.text) = (citation.range, citation.text)
            return mention
        case .ambiguous(let numbers):
            diagnostics.append(
                Diagnostic(
                    .ambiguousReference, at: text.location(of: citation.range),
                    arguments: [citation.text, numbers.joined(separator: ", ")]))
            return nil
        case .nothing, nil: return nil
        }
    }

    /// How many citations before it a kind alone (`Quyết định nêu trên`) may point to within its own stretch.
    private static let near = 64

    /// Kinds of documents whose running text decides.
    private static let rulings: Set<String> = [
        "decision", "resolution", "decree", "circular", "jointCircular", "jointResolution", "law", "code", "ordinance",
        "directive", "statute", "rules", "order",
    ]

    /// What the cells of a table cite, row by row.
    private static func citations(in table: TableDraft, _ finder: CitationFinder, _ text: SourceText) -> [Found] {
        let columns = table.columns.map { $0.role != .number }
        let prose = table.columns.map { holdsProse($0.role) }
        let pieces = ParallelWork.pieces(of: table.rows.indices, length: RecordBuilder.manyRows)
        return ParallelWork.map(pieces.count) { piece in
            var found: Found = ([], [])
            for row in table.rows[pieces[piece]] {
                for (column, cell) in row.cells.enumerated()
                where columns[column] && !cell.isEmpty && !row.covered.contains(column)
                    && CitationSigns.mayStand(in: cell, of: text)
                {
                    let own = finder.citations(in: cell, of: text, at: .cell)
                    // Agencies bear the names of laws and kinds; a document is cited among them by its number.
                    guard prose[column] || own.citations.contains(where: { $0.number != nil && $0.form == .full })
                    else { continue }
                    found.citations += own.citations
                    found.diagnostics += own.diagnostics
                }
            }
            return found
        }
    }

    /// Columns whose cells may cite documents.
    private static func holdsProse(_ role: ColumnRole?) -> Bool {
        switch role {
        case .number, .lead, .coordinating: return false
        default: return true
        }
    }
}
