import VanBanModel
import VanBanReading

/// How far a cell as a whole is what its column holds: names of agencies that are known, a statement of time that can be
/// read, no end on a word that leads on.
struct CellSense {
    private let text: SourceText
    private let roles: [ColumnRole?]
    private let names: AgencyReader
    private var known: [Key: Double] = [:]

    private struct Key: Hashable {
        var column: Int
        var cell: Stretch
    }

    init(_ text: SourceText, roles: [ColumnRole?], agencies: AgencyGazetteer) {
        // Most of what is tried here is no name at all, and not worth a search for what it might be.
        names = AgencyReader(gazetteer: agencies, readsSlips: false)
        self.text = text
        self.roles = roles
    }

    /// What a cell costs that neither began on the page before nor goes on on the next.
    mutating func cost(of cell: Stretch, in column: Int) -> Double {
        guard !cell.isEmpty else { return 0 }
        let key = Key(column: column, cell: cell)
        if let cost = known[key] { return cost }
        var cost = ending(of: cell)
        switch roles[column] {
        case .lead, .coordinating, .responsibility: cost += agencies(cell)
        case .deadline: cost += time(cell)
        case .funding: cost += amount(cell)
        default: break
        }
        known[key] = cost
        return cost
    }

    /// Whether a word ends a statement: `;`, `.`
    func isClosing(_ word: Range<Int>) -> Bool {
        guard !word.isEmpty else { return false }
        let last = text.bytes[word.upperBound - 1]
        return last == 0x3B || last == 0x2E || last == 0x3A
    }

    /// Cells that end on a word that leads on, a comma or a dash.
    private func ending(of cell: Stretch) -> Double {
        let range = cell.more.last ?? cell.first
        let tail = TokenText(text.tail(of: range, bytes: 24), in: text)
        guard let last = tail.tokens.last else { return 0 }
        if last.isSign(",") || last.isSign("-") || last.isSign("(") { return 1.5 }
        guard last.kind == .word, !last.startsUpper else { return 0 }
        if CellWords.leadsOn(in: tail, at: tail.tokens.count - 1) { return 1.5 }
        return Self.openEnd * SyllablePairs.standard.openEnd(SyllablePairs.standard.identifier(of: last))
    }

    /// What an end costs that is unlikely (``SyllablePairs/openEnd(_:)``).
    private static let openEnd = 0.5

    private func agencies(_ cell: Stretch) -> Double {
        let agencies = names.read(cell, in: text).agencies
        var cost = 0.0
        for agency in agencies {
            if agency.id == nil, !agency.collective { cost += 2 } else { cost -= 0.3 }
        }
        return min(6, cost)
    }

    /// A statement of time is no amount, nor are two figures behind a comma.
    private func amount(_ cell: Stretch) -> Double {
        let tokens = TokenText(cell, in: text)
        let isList = tokens.tokens.indices.contains {
            tokens.key($0) == "," && tokens.number($0 - 1) != nil && tokens.number($0 + 1) != nil
                && !tokens.isGlued($0 + 1)
        }
        if isList { return 2.5 }
        let deadlines = DeadlineReader(year: 2000, period: nil).read(cell, in: text).deadlines
        return deadlines.contains { $0.kind != .unparsed } ? 2.5 : 0
    }

    private func time(_ cell: Stretch) -> Double {
        let deadlines = DeadlineReader(year: 2000, period: nil).read(cell, in: text).deadlines
        var cost = 0.0
        for deadline in deadlines {
            switch deadline.kind {
            case .unparsed: cost += 2
            // `Trước ngày`: of what, is not there.
            case .relative where deadline.offset == nil && deadline.anchor?.utf8.count ?? 0 < 8: cost += 2
            default: cost -= 0.3
            }
        }
        return min(6, cost)
    }
}
