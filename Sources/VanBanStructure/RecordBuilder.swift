import VanBanModel
import VanBanReading

/// Makes the typed records out of the assembled document.
enum RecordBuilder {
    static func fill(_ record: inout Record, from assembly: inout Assembly) {
        inheritPeriods(&assembly.parts)
        readTables(&record, &assembly)
        buildScores(&record, &assembly)
        record.publication = assembly.publication?.publication
        if let publication = assembly.publication {
            var checks = PublicationChecks(publication, assembly.ledger, in: assembly.text)
            checks.check(&assembly.parts)
            assembly.diagnostics += checks.diagnostics
        }
        var checks = PartChecks()
        checks.check(assembly.parts, hasForm: assembly.hasForm, in: assembly.text)
        assembly.diagnostics += checks.diagnostics
        accountForRest(&assembly)
        assembly.ledger.sort()
        assembly.diagnostics += FootnoteLinks.link(&assembly.parts, assembly.ledger.claims, in: assembly.text)
        record.parts = assembly.parts
        FieldConfidence.settle(&record, assembly.ledger, in: assembly.text)
        record.coverage = assembly.ledger.coverage(of: assembly.text)
        record.diagnostics = RepeatedDoubts.merged(
            assembly.diagnostics.sorted {
                ($0.location.start, $0.location.end, $0.code.rawValue, $0.message)
                    < ($1.location.start, $1.location.end, $1.code.rawValue, $1.message)
            })
        record.diagnostics = withoutDoubles(record.diagnostics)
    }

    /// Figures that two readers of one place, of citations and of results, have both put right are told once.
    private static func withoutDoubles(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard diagnostics.contains(where: isOfFigures) else { return diagnostics }
        var kept: [Diagnostic] = []
        kept.reserveCapacity(diagnostics.count)
        for diagnostic in diagnostics where !isOfFigures(diagnostic) || kept.last != diagnostic {
            kept.append(diagnostic)
        }
        return kept
    }

    private static func isOfFigures(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.code == .misreadFigure || diagnostic.code == .unreadFigure
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

    /// Tables become grids and tasks, and documents cited are found, side by side where there is much of it.
    private static func readTables(_ record: inout Record, _ assembly: inout Assembly) {
        let passages = assembly.passages
        let tables = assembly.tables
        let text = assembly.text
        let parts = speakingParts(&assembly)
        assembly.tableParts = parts
        let agencies = assembly.agencies
        let kinds = assembly.parts.map(\.kind)
        assembly.passages = []
        let rows = tables.reduce(0) { $0 + $1.rows.count }
        // A long table is shared among all cores by itself, and these are not to be had twice.
        let isShared = tables.contains { $0.rows.count > rowsAtATime }
        var built: RecordTables
        let cited: RecordReferences
        (built, cited) = ParallelWork.both(isLarge: rows > manyRows && !isShared) {
            RecordTables(tables, parts: parts, agencies: agencies, in: text)
        } _: {
            RecordReferences(passages, tables, kinds: kinds, in: text)
        }
        record.references = cited.references
        assembly.diagnostics += cited.diagnostics
        for basis in cited.bases {
            assembly.parts[basis.part].legalBases[basis.index].references.append(basis.id)
        }
        for (draft, grid) in zip(tables, built.grids) { assembly.parts[draft.part - 1].tables.append(grid) }
        record.source.tables = built.readings
        assembly.diagnostics += untold(built.diagnostics, besides: assembly.diagnostics)
        // Held once: of a long table they are what takes most memory.
        assembly.ledger.claim(built.takeClaims())
        record.tasks = built.takeTasks()
        DeadlineReferences(cited.references).link(&record.tasks)
        TaskDimensions(assembly.parts).settle(&record.tasks)
    }

    /// What is said of tables' fields, but for cells of which it was said already that they may be another column's.
    private static func untold(_ found: [Diagnostic], besides told: [Diagnostic]) -> [Diagnostic] {
        guard found.contains(where: { $0.code == .cellOfOtherColumn }) else { return found }
        let doubts = told.filter { [.uncertainCell, .uncertainRow, .raggedRow].contains($0.code) }.map(\.location)
        return found.filter { diagnostic in
            diagnostic.code != .cellOfOtherColumn
                || !doubts.contains { $0.start < diagnostic.location.end && diagnostic.location.start < $0.end }
        }
    }

    /// What tables ask of their parts; whose document a part is of only where its tables hold tasks.
    private static func speakingParts(_ assembly: inout Assembly) -> [RecordTables.Part] {
        var speakers = SpeakerReader(assembly.parts, in: assembly.text)
        let withTasks = Set(assembly.tables.lazy.filter(\.holdsTasks).map(\.part))
        var issued = IssueDays()
        let parts = assembly.parts.enumerated().map { index, part in
            issued.take(part)
            return RecordTables.Part(
                title: part.title, period: part.period, issued: issued,
                speaker: withTasks.contains(index + 1) ? speakers.speaker(of: index) : Speaker())
        }
        assembly.diagnostics += speakers.diagnostics
        return parts
    }

    /// Rows of tables beyond which a second thread is worth its while.
    static let manyRows = 500
    /// Rows that one core takes at a time: enough that what they have in common is found.
    static let rowsAtATime = 2_000

    // MARK: Scores and targets

    /// Paragraphs and tables are gone through once, in reading order, for results and targets.
    private static func buildScores(_ record: inout Record, _ assembly: inout Assembly) {
        var collector = ScoreCollector(parts: assembly.parts, tasks: record.tasks, in: assembly.text)
        var table = assembly.tables.startIndex
        for prose in assembly.prose {
            if !prose.stretch.isEmpty {
                while table < assembly.tables.endIndex,
                    assembly.tables[table].hull.lowerBound < prose.stretch.hull.lowerBound
                {
                    collector.take(assembly.tables[table], number: table + 1)
                    table += 1
                }
            }
            collector.take(prose)
        }
        while table < assembly.tables.endIndex {
            collector.take(assembly.tables[table], number: table + 1)
            table += 1
        }
        for index in assembly.tables.indices {
            assembly.tables[index].rows = []
            assembly.tables[index].headRows = []
        }
        record.indexScores = collector.scores
        record.targets = collector.targets
        assembly.diagnostics += collector.diagnostics
    }

    // MARK: The rest

    /// What no field claimed is kept as it is, as a paragraph of the part that it stands in, and said.
    private static func accountForRest(_ assembly: inout Assembly) {
        assembly.ledger.sort()
        var strays: [[Section]] = assembly.parts.map { _ in [] }
        for range in assembly.ledger.unclaimed(in: assembly.text) {
            assembly.report(.strayText, at: Stretch(range), [assembly.excerpt(Stretch(range))])
            let place = assembly.text.location(of: range)
            guard
                let part = assembly.parts.lastIndex(where: { $0.location.start <= place.start })
                    ?? assembly.parts.indices.first
            else { continue }
            assembly.sectionCount += 1
            var section = Section(
                id: "section-\(assembly.sectionCount)", kind: .paragraph, label: nil, ordinal: nil, location: place)
            section.text = assembly.text.string(range)
            strays[part].append(section)
            assembly.ledger.claim(range, for: .section(assembly.sectionCount, .text))
        }
        for (part, found) in strays.enumerated() where !found.isEmpty {
            var rest = found[...]
            var sections: [Section] = []
            for section in assembly.parts[part].sections {
                while let stray = rest.first, stray.location.start < section.location.start {
                    sections.append(stray)
                    rest.removeFirst()
                }
                sections.append(section)
            }
            assembly.parts[part].sections = sections + rest
        }
    }
}
