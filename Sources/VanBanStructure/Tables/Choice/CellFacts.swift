import VanBanModel
import VanBanReading

/// What a cell is by itself, whichever column it was put into: asked of the gazetteer of agencies and the grammar of
/// deadlines, the same words once, though several readings and many rows hold them.
struct CellFacts {
    /// How much of a cell is of a kind.
    enum Share: Sendable { case whole, part, none }

    private let text: SourceText
    private let agencies: AgencyReader
    private let deadlines = DeadlineReader(year: 2000, period: nil)
    private var known = KeyNumbers()
    private var knownAgencies: [Share?] = []
    private var knownTimes: [Share?] = []

    /// Longer cells are neither agencies nor times as a whole where tasks and products are looked for.
    private static let shortWords = 14
    /// Cells kept at the most.
    private static let limit = 50_000

    init(_ text: SourceText, agencies: AgencyGazetteer) {
        self.text = text
        self.agencies = AgencyReader(gazetteer: agencies, readsSlips: false)
    }

    /// The traits of a cell that is not empty, as one of a column.
    /// - Parameter isBeside: whether cells stand side by side, so that nearly all begin in the middle of a printed line.
    mutating func traits(of cell: Stretch, as kind: CellKind, isBeside: Bool) -> [CellTrait] {
        let tokens = TokenText(cell, in: text)
        guard let first = tokens.tokens.first else { return [] }
        var traits: [CellTrait] = []
        // `a)` is a label, and a whole cell of some columns.
        if first.kind == .word, !first.startsUpper, OutlineLabel.at(cell.first, in: text) == nil {
            traits.append(.startsLower)
        }
        if kind != .number {
            if !isBeside, startsInside(cell) { traits.append(.startsInside) }
            if endsOpen(tokens) { traits.append(.endsOpen) }
            if brackets(tokens) != 0 { traits.append(.opensBracket) }
            if tokens.tokens.count == 1 { traits.append(.oneWord) }
            if tokens.tokens.count > 150 { traits.append(.endless) }
            if holdsLabel(tokens) { traits.append(.holdsLabel) }
        }
        switch kind {
        case .number: traits.append(isLabel(tokens) ? .whole : .strange)
        case .lead, .coordinating:
            switch agencyShare(cell) {
            case .whole: traits.append(.whole)
            case .part: traits.append(.part)
            case .none: traits.append(timeShare(cell) == .whole ? .foreign : .strange)
            }
            if holdsCell(cell, isTask: false) { traits.append(.holdsCell) }
            if tokens.tokens.count > 60 { traits.append(.long) }
        case .deadline:
            switch timeShare(cell) {
            case .whole: traits.append(.whole)
            case .part: traits.append(.part)
            case .none: traits.append(agencyShare(cell) == .whole ? .foreign : .strange)
            }
            if tokens.tokens.count > 40 { traits.append(.long) }
        case .task, .outputs:
            if kind == .outputs,
                CellWords.outputs.stands(in: tokens, at: firstWord(tokens))
                    || DocumentKindGazetteer.standard.kind(in: tokens, at: firstWord(tokens)) != nil
            {
                traits.append(.whole)
            } else if tokens.tokens.count <= Self.shortWords, isForeign(cell, tokens) {
                traits.append(.foreign)
            }
            if holdsCell(cell, isTask: true) { traits.append(.holdsCell) }
            if tokens.tokens.count >= 10 { traits.append(.long) }
        case .other, .row: break
        }
        return traits
    }

    // MARK: What it holds

    private mutating func isForeign(_ cell: Stretch, _ tokens: TokenText) -> Bool {
        if tokens.tokens.allSatisfy({ $0.kind != .word }) { return true }
        return timeShare(cell) == .whole || isName(tokens)
    }

    /// Whether tokens are one known agency's name and nothing else.
    private func isName(_ tokens: TokenText) -> Bool {
        var end = tokens.tokens.count
        while end > 0, case .sign = tokens.tokens[end - 1].kind { end -= 1 }
        return end > 1 && tokens.tokens[0].startsUpper
            && agencies.gazetteer.longestMatch(in: tokens.tokens, at: 0) == end
    }

    /// The number of a cell's words among those kept; nil where no more are kept.
    private mutating func number(of cell: Stretch) -> Int? {
        // Its lines, a sign between them that no text has.
        let words = String(unsafeUninitializedCapacity: cell.length) { buffer in
            var count = 0
            cell.forEachRange { range in
                if count > 0 {
                    buffer[count] = 0
                    count += 1
                }
                for byte in text.bytes[range] {
                    buffer[count] = byte
                    count += 1
                }
            }
            return count
        }
        guard known.count < Self.limit else { return known.number(of: words).map { Int($0) } }
        let number = Int(known.insert(words))
        if number == knownAgencies.count {
            knownAgencies.append(nil)
            knownTimes.append(nil)
        }
        return number
    }

    private mutating func agencyShare(_ cell: Stretch) -> Share {
        let number = number(of: cell)
        if let number, let share = knownAgencies[number] { return share }
        let found = agencies.read(cell, in: text).agencies
        let known = found.reduce(0) { $0 + ($1.id != nil || $1.collective ? 1 : 0) }
        let share: Share = known == 0 ? .none : known == found.count ? .whole : .part
        if let number { knownAgencies[number] = share }
        return share
    }

    private mutating func timeShare(_ cell: Stretch) -> Share {
        let number = number(of: cell)
        if let number, let share = knownTimes[number] { return share }
        let found = deadlines.read(cell, in: text).deadlines
        let read = found.reduce(0) { $0 + (isRead($1) ? 1 : 0) }
        let share: Share = read == 0 ? .none : read == found.count ? .whole : .part
        if let number { knownTimes[number] = share }
        return share
    }

    private func isRead(_ deadline: Deadline) -> Bool {
        switch deadline.kind {
        case .unparsed: false
        // `Trước ngày`: of what, is not there.
        case .relative: deadline.offset != nil || deadline.anchor?.utf8.count ?? 0 >= 8
        default: true
        }
    }

    private func isLabel(_ tokens: TokenText) -> Bool {
        RowLabel.candidates(at: 0, lineEnd: tokens.tokens.count, in: tokens, largest: 99_999)
            .contains { $0.length == tokens.tokens.count }
    }

    private func firstWord(_ tokens: TokenText) -> Int {
        tokens.tokens.firstIndex { $0.kind == .word || $0.kind == .number } ?? 0
    }

    /// Whether a line behind the first is a cell by itself: an agency's whole name or a whole statement of time.
    /// - Parameter isTask: whether times count, too; agencies' cells hold names below each other with a sign between them.
    private mutating func holdsCell(_ cell: Stretch, isTask: Bool) -> Bool {
        var before: TokenText?
        for line in cell.lines(in: text) {
            let tokens = TokenText(line, in: text)
            guard let first = tokens.tokens.first else { continue }
            defer { before = tokens }
            guard let above = before, first.startsUpper, tokens.tokens.count <= Self.shortWords,
                !endsOpen(above), let last = above.tokens.last, last.kind == .word || last.kind == .number
            else { continue }
            if isName(tokens) { return true }
            if isTask, CellWords.opensTime(in: tokens, at: 0), timeShare(Stretch(line)) == .whole { return true }
        }
        return false
    }

    /// Whether one of several lines is nothing but a number of a row.
    private func holdsLabel(_ tokens: TokenText) -> Bool {
        let all = tokens.tokens
        return all.indices.contains { index in
            guard all.count > 1, all[index].kind == .number, all[index].range.count <= 3,
                index == 0 || all[index].gapBefore >= .lineBreak
            else { return false }
            return index + 1 == all.count || all[index + 1].gapBefore >= .lineBreak
        }
    }

    // MARK: Where it begins and ends

    /// Whether the cell begins behind another word of its printed line with no more than a space between them.
    private func startsInside(_ cell: Stretch) -> Bool {
        let start = cell.first.lowerBound
        guard start >= 2, text.bytes[start - 1] == 0x20, text.bytes[start - 2] > 0x20 else { return false }
        // A row's number may stand on the line before it.
        var offset = start - 2
        while offset > 0, text.bytes[offset - 1] > 0x20 { offset -= 1 }
        return !isLineStart(offset) || !isLabel(TokenText(offset..<(start - 1), in: text))
    }

    private func isLineStart(_ offset: Int) -> Bool {
        var offset = offset
        while offset > 0, text.bytes[offset - 1] == 0x20 { offset -= 1 }
        return offset == 0 || text.bytes[offset - 1] < 0x20
    }

    private func endsOpen(_ tokens: TokenText) -> Bool {
        guard let last = tokens.tokens.last else { return false }
        if last.isSign(",") || last.isSign("-") || last.isSign("/") || last.isSign("(") { return true }
        return last.kind == .word && !last.startsUpper
            && CellWords.leadsOn(in: tokens, at: tokens.tokens.count - 1)
    }

    private func brackets(_ tokens: TokenText) -> Int {
        var depth = 0
        for (index, token) in tokens.tokens.enumerated() {
            if token.isSign("(") { depth += 1 }
            // `a)` opens an item.
            if token.isSign(")"), depth > 0 || index > 1 { depth -= 1 }
        }
        return depth
    }
}
