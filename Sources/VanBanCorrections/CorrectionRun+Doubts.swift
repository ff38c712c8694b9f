import VanBanModel
import VanBanStructure

/// Doubts that are settled, and those that what a person wrote gives rise to.
extension CorrectionRun {
    mutating func setDiagnostics(_ found: [Diagnostic]) {
        let rows = Places(settled)
        var kept: [Diagnostic] = []
        for diagnostic in record.diagnostics where !isOutdated(diagnostic) {
            if let left = left(of: diagnostic, rows) { kept.append(left) }
        }
        let ofNew = Places(settled.filter(\.isOfNew))
        let cells = Places(settled.filter { if case .cell = $0.scope { true } else { false } })
        let known = Set(kept)
        for diagnostic in found where Self.ofWhatIsWritten.contains(diagnostic.code) && !known.contains(diagnostic) {
            if cells.settle(diagnostic), !ofNew.settle(diagnostic) { kept.append(diagnostic) }
        }
        kept += numbering.filter { !rows.settle($0) }
        dismiss(&kept)
        kept += diagnostics
        record.diagnostics = kept.sorted {
            ($0.location.start, $0.location.end, $0.code.rawValue, $0.message)
                < ($1.location.start, $1.location.end, $1.code.rawValue, $1.message)
        }
    }

    /// Codes of how rows are numbered, which depend on the rows around.
    static let ofNumbers: Set<DiagnosticCode> = [.missingRowNumber, .rowNumberingGap, .rowNumberingRepeat]

    /// Whether a doubt came of something that is otherwise now: rows that are numbered anew, a number of a part.
    private func isOutdated(_ diagnostic: Diagnostic) -> Bool {
        if Self.ofNumbers.contains(diagnostic.code) {
            let place = diagnostic.location
            return renumbered.contains { $0.start <= place.start && place.end <= $0.end }
        }
        guard diagnostic.code == .attachmentMismatch, diagnostic.arguments.count > 1 else { return false }
        return record.parts.contains { part in
            guard !part.decided.isEmpty, let number = part.number else { return false }
            let day = part.issuedOn.map { " (\($0))" } ?? ""
            return diagnostic.arguments[1] == number + day
        }
    }

    /// Codes of what a cell itself says, which hold of what a person wrote as of what was printed.
    private static let ofWhatIsWritten: Set<DiagnosticCode> = [
        .unparsedDeadline, .invalidDate, .assumedYear, .yearOutsidePeriod, .reversedPeriod, .unknownYear, .shortYear,
        .impossiblePeriod, .misreadTime, .misreadFigure, .unreadFigure, .unknownAgency, .misspeltAgency,
        .agencyInBothColumns,
    ]

    /// A doubt without the places that are settled; nil where none is left. What is said once of words that stand in several
    /// places goes on to the next of them.
    private func left(of diagnostic: Diagnostic, _ settled: Places) -> Diagnostic? {
        guard RepeatedDoubts.ofWords.contains(diagnostic.code) else {
            return settled.settle(diagnostic) ? nil : diagnostic
        }
        let places = ([diagnostic.location] + diagnostic.related).filter { place in
            var one = diagnostic
            one.location = place
            return !settled.settle(one)
        }
        guard let first = places.first else { return nil }
        var left = diagnostic
        left.location = first
        left.related = Array(places.dropFirst())
        return left
    }

    private func dismiss(_ kept: inout [Diagnostic]) {
        guard !dismissed.isEmpty else { return }
        for correction in dismissed {
            let alike = kept.indices.filter { index in
                kept[index].code.rawValue == correction.code
                    && (correction.arguments == nil || kept[index].arguments == correction.arguments)
            }
            guard alike.count > 1 else {
                if let only = alike.first { kept.remove(at: only) }
                continue
            }
            // Of doubts that say the same, the one in the row that is told, else the one at its line.
            var place: Location?
            if case .row(let table, let id) = finder.find(correction.place, in: tables),
                let row = tables[table].index(of: id)
            {
                place = RereadTable.hull(of: tables[table].rows[row].cells)
            }
            let chosen = alike.first { index in
                let own = kept[index].location
                if let place { return place.start <= own.start && own.end <= place.end }
                return own.line == correction.place.line
            }
            if let chosen { kept.remove(at: chosen) }
        }
    }

    /// The settled places, sorted, so that many doubts are told apart in little time.
    struct Places {
        private let entries: [Settled]
        /// The furthest end of an entry and of all before it.
        private var reach: [Int] = []

        init(_ settled: [Settled]) {
            entries = settled.sorted { ($0.place.start, $0.place.end) < ($1.place.start, $1.place.end) }
            var furthest = 0
            for entry in entries {
                furthest = max(furthest, entry.place.end)
                reach.append(furthest)
            }
        }

        func settle(_ diagnostic: Diagnostic) -> Bool {
            let place = diagnostic.location
            var low = 0
            var high = entries.count
            while low < high {
                let middle = (low + high) / 2
                if entries[middle].place.start <= place.start { low = middle + 1 } else { high = middle }
            }
            while low > 0, reach[low - 1] >= place.end {
                low -= 1
                let entry = entries[low]
                if entry.place.end >= place.end, Self.settles(entry, diagnostic) { return true }
            }
            return false
        }

        private static let ofRows: Set<DiagnosticCode> = [
            .joinedRow, .raggedRow, .missingRowNumber, .rowNumberingGap, .rowNumberingRepeat, .uncertainRow,
            .uncertainCell, .cellOfOtherColumn, .missingLead, .missingDeadline, .agencyInBothColumns,
        ]

        private static let ofOutline: Set<DiagnosticCode> = [
            .numberingStart, .numberingGap, .numberingRepeat, .numberingMixed, .uncertainParagraphCut,
        ]

        private static func settles(_ entry: Settled, _ diagnostic: Diagnostic) -> Bool {
            // Of doubtful letters each word is a doubt of its own: one that stays is as doubtful as before.
            if diagnostic.code == .uncertainLetters, let change = entry.change {
                return change.takesOut(diagnostic.arguments.first ?? "")
            }
            switch entry.scope {
            case .field: return true
            case .section: return ofOutline.contains(diagnostic.code)
            case .reference: return [.referenceDateMismatch, .ambiguousReference].contains(diagnostic.code)
            case .target: return diagnostic.code == .uncertainTarget
            case .row: return ofRows.contains(diagnostic.code)
            case .column(let header):
                switch diagnostic.code {
                case .uncertainColumn, .columnWithoutRole: return diagnostic.arguments.first == header
                case .tableWithoutTasks, .uncertainTaskTable: return true
                default: return false
                }
            case .cell(let role, let header):
                if let cell = entry.cell, cell.start <= diagnostic.location.start,
                    diagnostic.location.end <= cell.end
                {
                    return true
                }
                return speaks(diagnostic, of: role, header)
            }
        }

        /// Whether what is said of a row is about its cell in a column.
        private static func speaks(_ diagnostic: Diagnostic, of role: ColumnRole?, _ header: String) -> Bool {
            switch diagnostic.code {
            case .missingLead: return role == .lead
            case .missingDeadline: return role == .deadline
            case .missingRowNumber, .rowNumberingGap, .rowNumberingRepeat: return role == .number
            case .agencyInBothColumns: return role == .lead || role == .coordinating
            case .uncertainCell: return diagnostic.arguments.dropFirst(2).contains(header)
            case .cellOfOtherColumn: return diagnostic.arguments.dropFirst().first == header
            default: return false
            }
        }
    }
}
