import VanBanModel
import VanBanReading

/// The documents that a document cites, in the order of the text.
struct RecordReferences: Sendable {
    private(set) var references: [Reference] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Which legal basis cites which document, each once.
    private(set) var bases: [(part: Int, index: Int, id: String)] = []

    private typealias Found = (citations: [Citation], diagnostics: [Diagnostic])

    init(_ passages: [Assembly.Passage], _ tables: [TableDraft], in text: SourceText) {
        let finder = CitationFinder()
        var list = ReferenceList()
        var cited: Set<String> = []
        // Running text and tables in reading order; the cells of a table are many, and are not copied into the list.
        let passages = passages.sorted { $0.stretch.first.lowerBound < $1.stretch.first.lowerBound }
        var next = 0
        func take(_ found: Found, _ basis: (part: Int, index: Int)?) {
            diagnostics += found.diagnostics
            for citation in found.citations {
                let id = list.add(citation, in: text)
                if let basis, cited.insert("\(basis.part) \(basis.index) \(id)").inserted {
                    bases.append((basis.part, basis.index, id))
                }
            }
        }
        for table in tables {
            while next < passages.count, passages[next].stretch.first.lowerBound < table.hull.lowerBound {
                take(finder.citations(in: passages[next].stretch, of: text), passages[next].basis)
                next += 1
            }
            for found in Self.citations(in: table, finder, text) { take(found, nil) }
        }
        for passage in passages[next...] { take(finder.citations(in: passage.stretch, of: text), passage.basis) }
        references = list.references()
        diagnostics += list.diagnostics()
    }

    /// What the cells of a table cite, row by row.
    private static func citations(in table: TableDraft, _ finder: CitationFinder, _ text: SourceText) -> [Found] {
        let columns = table.columns.map { holdsProse($0.role) }
        let pieces = ParallelWork.pieces(of: table.rows.indices, length: RecordBuilder.manyRows)
        return ParallelWork.map(pieces.count) { piece in
            var found: Found = ([], [])
            for row in table.rows[pieces[piece]] {
                for (column, cell) in row.cells.enumerated()
                where columns[column] && !cell.isEmpty && !row.covered.contains(column)
                    && CitationSigns.mayStand(in: cell, of: text)
                {
                    let own = finder.citations(in: cell, of: text)
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
