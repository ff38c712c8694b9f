import VanBanModel
import VanBanReading

/// Makes the typed records out of the assembled document.
enum RecordBuilder {
    static func fill(_ record: inout Record, from assembly: inout Assembly) {
        inheritPeriods(&assembly.parts)
        buildReferences(&record, &assembly)
        buildTables(&record, &assembly)
        buildScores(&record, &assembly)
        record.publication = assembly.publication?.publication
        if let publication = assembly.publication {
            var checks = PublicationChecks(publication, assembly.ledger, in: assembly.text)
            checks.check(&assembly.parts)
            assembly.diagnostics += checks.diagnostics
        }
        var checks = PartChecks()
        checks.check(assembly.parts, in: assembly.text)
        assembly.diagnostics += checks.diagnostics
        accountForRest(&assembly)
        assembly.ledger.sort()
        assembly.diagnostics += FootnoteLinks.link(&assembly.parts, assembly.ledger.claims, in: assembly.text)
        record.parts = assembly.parts
        record.coverage = assembly.ledger.coverage(of: assembly.text)
        record.diagnostics = assembly.diagnostics.sorted {
            ($0.location.start, $0.location.end, $0.code.rawValue, $0.message)
                < ($1.location.start, $1.location.end, $1.code.rawValue, $1.message)
        }
    }

    /// An attachment without a period or an index of its own has those of what it belongs to.
    private static func inheritPeriods(_ parts: inout [Part]) {
        for index in parts.indices where index > 0 {
            if parts[index].period == nil { parts[index].period = parts[index - 1].period }
            if parts[index].index == nil, parts[index].attachedTo != nil || parts[index].kind == .appendix {
                parts[index].index = parts[index - 1].index
            }
        }
    }

    // MARK: Tables and tasks

    private static func buildTables(_ record: inout Record, _ assembly: inout Assembly) {
        for index in assembly.tables.indices {
            let draft = assembly.tables[index]
            let number = index + 1
            let part = draft.part - 1
            for (column, entry) in draft.columns.enumerated() {
                assembly.ledger.claim(entry.header, for: .tableHeader(Int32(number), column: Int32(column)))
            }
            for stretch in draft.repeatedHeaders { assembly.ledger.claim(stretch, for: .furniture(.repeatedHeader)) }
            for stretch in draft.spanningHeads {
                assembly.ledger.claim(stretch, for: .tableHeader(Int32(number), column: -1))
            }
            for stretch in draft.columnNumbers { assembly.ledger.claim(stretch, for: .furniture(.columnNumbers)) }
            let period = assembly.parts[part].period
            var grid = table(draft, number: number, assembly)
            var builder = TaskBuilder(
                draft, grid: grid.rows, number: number, year: planYear(period), period: period, in: assembly.text)
            builder.build(after: record.tasks.count, into: &assembly.ledger)
            record.tasks += builder.tasks
            assembly.diagnostics += builder.diagnostics
            if !draft.holdsTasks {
                assembly.report(
                    .tableWithoutTasks, at: Stretch(draft.hull),
                    [
                        draft.columns.isEmpty || draft.columns.allSatisfy(\.header.isEmpty)
                            ? "–" : header(of: draft, assembly.text)
                    ])
            }
            if let tasks = draft.doubtfulTasks, tasks > 0 {
                assembly.report(
                    .uncertainTaskTable, at: Stretch(draft.hull),
                    [
                        header(of: draft, assembly.text), String(draft.holdsTasks ? tasks : 0),
                        String(draft.holdsTasks ? 0 : tasks),
                    ])
            }
            MergedCells.settle(&grid.rows, of: draft)
            assembly.parts[part].tables.append(grid)
            record.source.tables.append(
                TableReading(
                    table: grid.id, layout: draft.layout, confidence: (draft.confidence * 1000).rounded() / 1000))
            assembly.tables[index].rows = []
        }
    }

    /// Columns whose cells may cite documents.
    private static func holdsProse(_ role: ColumnRole?) -> Bool {
        switch role {
        case .number, .lead, .coordinating: return false
        default: return true
        }
    }

    private static func header(of draft: TableDraft, _ text: SourceText) -> String {
        draft.columns.map { text.string($0.header) }.joined(separator: " | ")
    }

    private static func planYear(_ period: Period?) -> Int? {
        guard let start = period?.start, let end = period?.end, start.year == end.year else { return nil }
        return start.year
    }

    private static func table(_ draft: TableDraft, number: Int, _ assembly: Assembly) -> Table {
        let text = assembly.text
        var table = Table(
            id: "table-\(number)", part: "part-\(draft.part)", caption: assembly.parts[draft.part - 1].title,
            location: text.location(of: draft.hull))
        table.columns = draft.columns.map { Table.Column(header: text.string($0.header), role: $0.role) }
        table.spanningHeaders = draft.spanningHeads.map { text.string($0) }
        table.rows.reserveCapacity(draft.rows.count)
        table.rowKinds = draft.rows.map(\.kind)
        var known: [ArraySlice<UInt8>: String] = [:]
        for row in draft.rows {
            table.rows.append(
                row.cells.enumerated().map { column, cell in
                    if cell.isEmpty { return Table.Cell(text: "", location: nil) }
                    return Table.Cell(
                        text: shared(cell, &known, text), columnSpan: row.columnSpans[column] ?? 1,
                        location: text.location(of: cell.hull))
                })
        }
        return table
    }

    /// The string of a cell; equal short cells share one.
    private static func shared(
        _ cell: Stretch, _ known: inout [ArraySlice<UInt8>: String], _ text: SourceText
    ) -> String {
        guard cell.more.isEmpty, cell.first.count > 15, cell.first.count <= 120 else { return text.string(cell) }
        let bytes = text.bytes[cell.first]
        if let string = known[bytes] { return string }
        let string = text.string(cell)
        if known.count < 4096 { known[bytes] = string }
        return string
    }

    // MARK: Scores

    private static func buildScores(_ record: inout Record, _ assembly: inout Assembly) {
        var collector = ScoreCollector()
        for prose in assembly.prose {
            collector.take(
                prose.stretch, part: prose.part, index: assembly.parts[prose.part - 1].index, of: assembly.text)
        }
        record.indexScores = collector.scores
        assembly.diagnostics += collector.diagnostics
    }

    // MARK: References

    private static func buildReferences(_ record: inout Record, _ assembly: inout Assembly) {
        let finder = CitationFinder()
        var list = ReferenceList()
        var cited: Set<String> = []
        func read(_ stretch: Stretch, basis: (part: Int, index: Int)?) {
            let found = finder.citations(in: stretch, of: assembly.text)
            assembly.diagnostics += found.diagnostics
            for citation in found.citations {
                let id = list.add(citation, in: assembly.text)
                if let basis, cited.insert("\(basis.part) \(basis.index) \(id)").inserted {
                    assembly.parts[basis.part].legalBases[basis.index].references.append(id)
                }
            }
        }
        // Running text and tables in reading order; the cells of a table are many, and are not copied into the list.
        let passages = assembly.passages.sorted { $0.stretch.first.lowerBound < $1.stretch.first.lowerBound }
        assembly.passages = []
        var next = 0
        for table in assembly.tables {
            while next < passages.count, passages[next].stretch.first.lowerBound < table.hull.lowerBound {
                read(passages[next].stretch, basis: passages[next].basis)
                next += 1
            }
            for row in table.rows {
                for (column, cell) in row.cells.enumerated()
                where !cell.isEmpty && !row.covered.contains(column) && holdsProse(table.columns[column].role) {
                    read(cell, basis: nil)
                }
            }
        }
        for passage in passages[next...] { read(passage.stretch, basis: passage.basis) }
        record.references = list.references()
        assembly.diagnostics += list.diagnostics()
    }

    // MARK: The rest

    /// What no field claimed is kept as it is, and said.
    private static func accountForRest(_ assembly: inout Assembly) {
        assembly.ledger.sort()
        for range in assembly.ledger.unclaimed(in: assembly.text) {
            assembly.report(.strayText, at: Stretch(range), [assembly.excerpt(Stretch(range))])
        }
    }
}
