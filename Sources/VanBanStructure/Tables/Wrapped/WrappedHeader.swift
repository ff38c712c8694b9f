import VanBanModel
import VanBanReading

/// The header of a wrapped table: words of all its cells, one after the other, often two cells on one line.
struct WrappedHeader {
    var lines: Range<Int>
    var columns: [TableDraft.Column]
    /// Heads over several columns (`Phân công trách nhiệm` over lead and coordinating agency).
    var spanning: [Stretch]

    private static let numberHeads = Lexicon.index(.numberColumns)
    private static let heads = Lexicon.index(.columnHeads)
    private static let agents: Set<ColumnRole> = [.lead, .coordinating, .responsibility]

    /// The next header at or after a line.
    static func find(in lines: [Line], from start: Int, text: SourceText) -> WrappedHeader? {
        var search = WrappedHeaderSearch(lines, in: text)
        return search.next(from: start, before: lines.count)
    }

    /// Whether a line may be the first of a header: it opens with a capital and a word that headers open with.
    static func opens(_ line: Line, _ text: SourceText) -> Bool {
        guard !line.isApart, line.width < 140, !LetterCase.startsLower(line.range, in: text) else { return false }
        let head = TokenText(text.head(of: line.range, bytes: 160), in: text)
        guard let first = head.tokens.first, first.startsUpper else { return false }
        return numberHeads.stands(in: head, at: 0) || heads.stands(in: head, at: 0)
    }

    /// A row's label, or `(1)`, opens what stands below the header.
    static func beginsBody(_ line: TokenText) -> Bool {
        guard let first = line.tokens.first else { return false }
        if first.isSign("(") { return line.tokens.count > 1 && line.tokens[1].value == 1 }
        return RowLabel.candidates(at: 0, lineEnd: line.tokens.count, in: line).contains { $0.ordinal == 1 }
    }

    /// The cells that a line begins, or goes on with in its first piece.
    static func pieces(of line: TokenText) -> (pieces: [Stretch], opensCell: Bool) {
        let isCapitals = line.tokens.allSatisfy { $0.kind != .word || $0.isAllUpper }
        var pieces: [Stretch] = []
        var start = 0
        for index in line.tokens.indices.dropFirst() where begins(at: index, line, isCapitals) {
            pieces.append(line.stretch(start..<index))
            start = index
        }
        if start < line.tokens.count { pieces.append(line.stretch(start..<line.tokens.count)) }
        return (pieces, !line.tokens.isEmpty && begins(at: 0, line, isCapitals))
    }

    /// Whether a header's cell begins at a token: a capital after no sign that leads on.
    private static func begins(at index: Int, _ line: TokenText, _ isCapitals: Bool) -> Bool {
        let token = line.tokens[index]
        guard token.kind == .word, token.startsUpper else { return false }
        if index > 0 {
            let before = line.tokens[index - 1]
            if case .sign = before.kind, !before.isSign(")") { return false }
            if CellWords.leadsOn(in: line, at: index - 1) { return false }
            // `Số TT` is one head.
            if numberHeads.length(in: line, at: index - 1) > 1 { return false }
        }
        if numberHeads.stands(in: line, at: index) || heads.stands(in: line, at: index) { return true }
        return !isCapitals && !token.isAllUpper
    }

    /// `Nguồn Kinh phí`: a word that says nothing by itself belongs to what follows it on its line.
    static func merged(_ cells: [Stretch], _ text: SourceText) -> [Stretch] {
        var merged: [Stretch] = []
        for cell in cells {
            if let last = merged.last, last.more.isEmpty, last.first.upperBound <= cell.first.lowerBound,
                !text.bytes[last.first.upperBound..<cell.first.lowerBound].contains(0x0A),
                ColumnRoles.recognized(in: [TokenText(last, in: text)]) == 0
            {
                merged[merged.count - 1] = Stretch(last.first.lowerBound..<cell.first.upperBound, cell.more)
            } else {
                merged.append(cell)
            }
        }
        return merged
    }

    /// The header without its last head, where that says nothing, stands on lines of its own and hardly any row has a
    /// cell below it: it is the name of the first group.
    func withoutLast(of lines: [Line], ifEmptyIn table: TableDraft) -> WrappedHeader? {
        guard columns.count > 3, let last = columns.last, last.role == nil, !last.header.isEmpty,
            let first = self.lines.first(where: { lines[$0].range.lowerBound == last.header.hull.lowerBound }),
            first > self.lines.lowerBound,
            lines[self.lines.upperBound - 1].range.upperBound <= last.header.hull.upperBound,
            spanning.allSatisfy({ $0.hull.upperBound <= last.header.hull.lowerBound })
        else { return nil }
        let rows = table.rows.filter { $0.kind == .task }
        let filled = rows.count { row in row.cells.last.map { !$0.isEmpty } ?? false }
        guard filled * Self.seldom <= rows.count else { return nil }
        return WrappedHeader(
            lines: self.lines.lowerBound..<first, columns: Array(columns.dropLast()), spanning: spanning)
    }

    /// Of so many rows at most one has a cell in a column that is none.
    private static let seldom = 5

    static func make(_ cells: [Stretch], lines: Range<Int>, _ text: SourceText) -> WrappedHeader? {
        let tokens = cells.map { TokenText($0, in: text) }
        var roles = ColumnRoles.roles(of: tokens)
        // The number's column is the first; what stands before it is a title.
        if let number = roles.firstIndex(of: .number), number > 0 { return nil }
        var order = Array(cells.indices)
        var spanning: [Stretch] = []
        // A head over several columns comes before all cells of the second line of the header.
        if let head = roles.firstIndex(of: .responsibility) {
            let under = roles.indices.filter { $0 > head && (roles[$0] == .lead || roles[$0] == .coordinating) }
            if under.count >= 2 {
                spanning.append(cells[head])
                order.removeAll { under.contains($0) }
                if let place = order.firstIndex(of: head) { order.replaceSubrange(place...place, with: under) }
                roles[head] = nil
            }
        }
        let found = Set(roles.compactMap { $0 })
        let filled = roles.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
        guard filled >= 3, found.contains(.task), !found.isDisjoint(with: agents), (3...14).contains(order.count) else {
            return nil
        }
        let columns = order.map { TableDraft.Column(header: cells[$0], role: roles[$0]) }
        return WrappedHeader(lines: lines, columns: columns, spanning: spanning)
    }
}
