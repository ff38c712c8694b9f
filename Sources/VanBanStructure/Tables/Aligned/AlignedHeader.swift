import VanBanModel
import VanBanReading

/// The header of a table that spaces align: words above each other, one group of words a column.
struct AlignedHeader {
    /// A column's head: its words, line by line, and how far it reaches.
    struct Cell {
        var stretch: Stretch
        var start: Int
        var end: Int
        /// Whether some, or all, of its words stand a space behind others: the column may be further to the right.
        var touches = false
        var isMoved = false

        init(stretch: Stretch, start: Int, end: Int) {
            self.stretch = stretch
            self.start = start
            self.end = end
        }

        /// - Parameters:
        ///   - parts: its words on some of the header's lines.
        ///   - rows: the header's lines.
        init(_ parts: [(line: Int, words: Range<Int>)], of rows: [AlignedLine]) {
            let parts = parts.sorted { $0.line < $1.line }
            stretch = Stretch(0..<0)
            for part in parts { stretch.append(rows[part.line].range(part.words)) }
            // Words without a gap before them were moved by those that they touch: others say where the column stands.
            let starts = parts.filter {
                $0.words.lowerBound == 0 || rows[$0.line].isWideGap(before: $0.words.lowerBound)
            }
            let ends = parts.filter {
                let row = rows[$0.line]
                return ($0.words.upperBound == row.words.count || row.isWideGap(before: $0.words.upperBound))
                    && ($0.words.lowerBound == 0 || row.isWideGap(before: $0.words.lowerBound))
            }
            touches = starts.count < parts.count
            isMoved = starts.isEmpty
            start = (starts.isEmpty ? parts : starts).map { rows[$0.line].words[$0.words.lowerBound].start }.min() ?? 0
            end = (ends.isEmpty ? parts : ends).map { rows[$0.line].words[$0.words.upperBound - 1].end }.max() ?? 0
            end = max(end, start + 1)
        }
    }

    /// Lines of the document.
    var lines: Range<Int>
    var cells: [Cell]
    var roles: [ColumnRole?]
    /// Heads over several columns (`Phân công thực hiện`).
    var spanning: [Stretch] = []

    private static let numberHeads = Lexicon.index(.numberHeads)
    private static let agents: Set<ColumnRole> = [.lead, .coordinating, .responsibility]
    private static let reach = 7
    /// What a line of several pieces, or of one, above the numbers' head says for being the header's.
    private static let pieces = 1.0
    private static let piece = 0.3

    /// The next header at or after a line.
    /// - Parameter isWide: of each line, whether it has a wide gap.
    static func find(in lines: [Line], from start: Int, isWide: [Bool], text: SourceText) -> AlignedHeader? {
        for index in max(0, start)..<max(max(0, start), lines.count) where isWide[index] {
            let line = lines[index]
            guard !line.isApart, line.width < 300 else { continue }
            let anchor = AlignedLine(line, at: index, in: text)
            guard let first = anchor.words.first else { continue }
            let head = TokenText(first.range.lowerBound..<line.range.upperBound, in: text)
            let atoms = anchor.atoms()
            var number = NumberHead.over(index, in: lines, text: text)
            if number == nil, numberHeads.stands(in: head, at: 0), first.width < 3 {
                number = NumberHead(lines: index..<(index + 1))
            }
            guard atoms.count >= (number != nil ? 2 : 3) else { continue }
            let recognized = ColumnRoles.recognized(in: atoms.map { TokenText(anchor.range($0), in: text) })
            guard number != nil || recognized >= 3 else { continue }
            if let header = read(around: index, anchor, number, lines, text, from: start) { return header }
        }
        return nil
    }

    // MARK: How many lines it has

    private static func read(
        around anchor: Int, _ anchorLine: AlignedLine, _ number: NumberHead?, _ lines: [Line], _ text: SourceText,
        from start: Int
    ) -> AlignedHeader? {
        // All lines of the numbers' head are the header's.
        let least = number.map { anchor - $0.lines.lowerBound } ?? 0
        let lowest = number.map { $0.lines.upperBound - 1 - anchor } ?? 0
        var above = least
        while above < reach, anchor - above - 1 >= start, !lines[anchor - above].pageBreakBefore,
            isAbove(AlignedLine(lines[anchor - above - 1], at: anchor - above - 1, in: text), lines, anchorLine, text)
        {
            above += 1
        }
        var below = lowest
        while below < reach, anchor + below + 1 < lines.count, !lines[anchor + below + 1].pageBreakBefore,
            isBelow(
                AlignedLine(lines[anchor + below + 1], at: anchor + below + 1, in: text), lines, anchorLine,
                isBroken: number.map { $0.lines.count > 1 } ?? false, text)
        {
            below += 1
        }
        guard anchor - least >= start else { return nil }
        var best: (score: Double, header: AlignedHeader)?
        for top in least...above {
            for bottom in lowest...below {
                let range = (anchor - top)..<(anchor + bottom + 1)
                guard let header = make(range, lines, text) else { continue }
                let score = header.score(lines, anchorLine, number, text)
                if best.map({ score > $0.score }) ?? true { best = (score, header) }
            }
        }
        guard let header = best?.header, header.isTaskTable else { return nil }
        return header
    }

    /// Of words above the line of `TT` those are the header's that stand over its columns and are no title.
    private static func isAbove(
        _ line: AlignedLine, _ lines: [Line], _ anchor: AlignedLine, _ text: SourceText
    ) -> Bool {
        guard let first = line.words.first, !lines[line.index].isApart, lines[line.index].blankLinesBefore < 3
        else { return false }
        if lines[line.index + 1].blankLinesBefore > 0 { return false }
        guard line.start > anchor.words[0].end || !isNumberHead(anchor, text) else { return false }
        if isNumberHead(line, text) { return true }
        if line.atoms().count == 1 {
            // A title ends in a bracket (`(Kèm theo Quyết định …)`) or is a sentence.
            let last = lines[line.index].range.last.map { text.bytes[$0] }
            if last == 0x29 || last == 0x2E || last == 0x3B { return false }
            let content = TokenText(lines[line.index].range, in: text)
            if ColumnRoles.isSpanning(content) || TouchingHeads.areSeveral(in: line, text) { return true }
            if lines[line.index].isCapitals, LetterCase.of(anchor.range(0..<anchor.words.count), in: text) != .upper {
                return false
            }
            return first.range.count > 0 && line.end - line.start < 26
        }
        return line.atoms().allSatisfy { line.width($0) < 16 }
    }

    /// Of words below it, those that don't open a row.
    private static func isBelow(
        _ line: AlignedLine, _ lines: [Line], _ anchor: AlignedLine, isBroken: Bool, _ text: SourceText
    ) -> Bool {
        guard !lines[line.index].isApart, let first = line.words.first else { return false }
        if first.start <= anchor.words[0].end + 1, isBroken || isNumberHead(anchor, text) {
            // The number's head may itself have two lines.
            let head = TokenText(first.range, in: text)
            guard numberHeads.stands(in: head, at: 0) else { return false }
        }
        return line.atoms().allSatisfy { line.width($0) < 16 }
    }

    private static func isNumberHead(_ line: AlignedLine, _ text: SourceText) -> Bool {
        guard let first = line.words.first, first.width < 3 else { return false }
        return numberHeads.stands(in: TokenText(line.range(0..<line.words.count), in: text), at: 0)
    }

    private func score(
        _ lines: [Line], _ anchor: AlignedLine, _ number: NumberHead?, _ text: SourceText
    ) -> Double {
        var score = 0.0
        for (cell, role) in zip(cells, roles) {
            let length = cell.stretch.length
            score += role != nil ? 3 : -0.5
            if length > 40 { score -= Double(length - 40) / 10 }
        }
        // Heads stand in the middle of the header, or all at its top; the numbers' one as a whole.
        let own = number?.lines ?? anchor.index..<(anchor.index + 1)
        let above = max(0, own.lowerBound - self.lines.lowerBound)
        let below = max(0, self.lines.upperBound - own.upperBound)
        // As many lines above as below, or one more.
        if above > 0 { score -= Double(max(0, abs(above - below) - 1)) * 0.8 } else { score -= Double(below) * 0.3 }
        // A line right above heads that stands over columns is hardly anything else, one of several pieces least of all.
        for line in self.lines.lowerBound..<max(self.lines.lowerBound, anchor.index) {
            score += AlignedLine(lines[line], at: line, in: text).atoms().count > 1 ? Self.pieces : Self.piece
        }
        for line in self.lines where line > anchor.index {
            let row = AlignedLine(lines[line], at: line, in: text)
            // Nothing but a head in another language opens so below the numbers' head.
            if number?.lines.contains(line) ?? false { continue }
            if row.start <= anchor.words[0].end + 1, Self.isNumberHead(row, text) {
                score += 1.5 * Double(row.atoms().count)
                continue
            }
            for atom in row.atoms() {
                let range = row.range(atom)
                let opensBracket = text.bytes[range.lowerBound] == 0x28
                score += LetterCase.startsLower(range, in: text) || opensBracket ? 0.5 : -0.7
            }
        }
        return score
    }

    private var isTaskTable: Bool {
        let found = Set(roles.compactMap { $0 })
        let filled = roles.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
        return filled >= 3 && found.contains(.task) && !found.isDisjoint(with: Self.agents)
            && (3...14).contains(cells.count)
    }

    // MARK: Its columns

    static func make(_ range: Range<Int>, _ lines: [Line], _ text: SourceText) -> AlignedHeader? {
        let rows = range.map { AlignedLine(lines[$0], at: $0, in: text) }
        let plain = byPlace(range, rows, lines, text)
        guard let cells = TouchingHeads.cells(of: rows, in: text), cells.count >= 3 else { return plain }
        let touching = AlignedHeader(
            lines: range, cells: cells, roles: ColumnRoles.roles(of: cells.map { TokenText($0.stretch, in: text) }))
        guard touching.roles.firstIndex(of: .number) ?? 0 == 0 else { return plain }
        guard let plain, (plain.known, plain.cells.count) > (touching.known, touching.cells.count) else {
            return touching
        }
        return plain
    }

    /// How many of its heads say a role, less those that say none.
    private var known: Int { roles.reduce(0) { $0 + ($1 == nil ? -1 : 1) } }

    /// Words that stand above each other make a head.
    private static func byPlace(
        _ range: Range<Int>, _ rows: [AlignedLine], _ lines: [Line], _ text: SourceText
    ) -> AlignedHeader? {
        let heads = HeadPlaces(rows, body: body(below: range, lines, text), in: text)
        var spanning: [Stretch] = []
        var pieces: [(line: Int, words: Range<Int>, start: Int, end: Int)] = []
        /// Heads that were parted from their neighbours stand over one column each.
        var parted: Set<Int> = []
        for (position, row) in rows.enumerated() {
            for atom in row.atoms() {
                let parts = heads.parts(of: atom, on: position)
                for part in parts {
                    if parts.count > 1 { parted.insert(pieces.count) }
                    let start = row.words[part.lowerBound].start
                    let end = row.words[part.upperBound - 1].end
                    pieces.append((position, part, start, end))
                }
            }
        }
        var kept: [Int] = []
        for (place, piece) in pieces.enumerated() {
            // Over two or more pieces that stand beside each other, it is a head of several columns.
            let lower = pieces.filter {
                $0.line > piece.line && $0.start < piece.end + 4 && piece.start < $0.end + 4
            }
            let isOver =
                lower.contains { left in lower.contains { $0.start >= left.end } }
                || lower.count == 1 && leans(piece, over: lower[0], pieces)
            let content = TokenText(rows[piece.line].range(piece.words), in: text)
            if isOver, !parted.contains(place), ColumnRoles.isSpanning(content) {
                spanning.append(Stretch(rows[piece.line].range(piece.words)))
            } else {
                kept.append(place)
            }
        }
        kept.sort { pieces[$0].start < pieces[$1].start }
        var groups: [(members: [Int], start: Int, end: Int)] = []
        for place in kept {
            let piece = pieces[place]
            if let last = groups.indices.last, overlaps(piece, groups[last], pieces) {
                groups[last].members.append(place)
                groups[last].end = max(groups[last].end, piece.end)
            } else {
                groups.append(([place], piece.start, piece.end))
            }
        }
        // `Stt` over `TT` and `Chi tiết` names the numbers once more.
        let numbers = groups.indices.filter { group in
            groups[group].members.count == 1
                && groups[group].members.allSatisfy { isNumberWord(rows[pieces[$0].line], pieces[$0].words, text) }
        }
        for extra in numbers.dropFirst().reversed() where extra == numbers.first.map({ $0 + 1 }) {
            let piece = pieces[groups[extra].members[0]]
            spanning.append(Stretch(rows[piece.line].range(piece.words)))
            groups.remove(at: extra)
        }
        guard groups.count >= 3 else { return nil }
        var cells: [Cell] = []
        for group in groups {
            var stretch = Stretch(0..<0)
            let members = group.members.sorted { pieces[$0].line < pieces[$1].line }
            for member in members { stretch.append(rows[pieces[member].line].range(pieces[member].words)) }
            cells.append(Cell(stretch: stretch, start: group.start, end: group.end))
        }
        var roles = ColumnRoles.roles(of: cells.map { TokenText($0.stretch, in: text) })
        // `TT` above `No.`: the first line says it.
        if roles[0] == nil, !roles.contains(.number), ColumnRoles.isNumber(TokenText(cells[0].stretch.first, in: text))
        {
            roles[0] = .number
        }
        if let number = roles.firstIndex(of: .number), number > 0 { return nil }
        return AlignedHeader(lines: range, cells: cells, roles: roles, spanning: spanning)
    }

    /// How far beside the middle of a head one that is not its own stands, and how far from the next head, in characters.
    private static let lean = 4
    private static let nextHead = 12

    /// Whether words that stand over one head alone are plainly not in its middle, but lean to a head beside it over which
    /// nothing else stands: the gap between the two is narrower in print than in text.
    private static func leans(
        _ piece: (line: Int, words: Range<Int>, start: Int, end: Int),
        over head: (line: Int, words: Range<Int>, start: Int, end: Int),
        _ pieces: [(line: Int, words: Range<Int>, start: Int, end: Int)]
    ) -> Bool {
        let aside = (piece.start + piece.end - head.start - head.end) / 2
        guard abs(aside) > lean, abs(piece.start - head.start) > lean else { return false }
        let beside = pieces.filter { $0.line == head.line && (aside < 0 ? $0.end <= head.start : $0.start >= head.end) }
        guard let next = aside < 0 ? beside.max(by: { $0.end < $1.end }) : beside.min(by: { $0.start < $1.start }),
            aside < 0 ? piece.start - next.end < nextHead : next.start - piece.end < nextHead
        else { return false }
        return !pieces.contains { $0.line == piece.line && $0.start < next.end && next.start < $0.end }
    }

    private static func overlaps(
        _ piece: (line: Int, words: Range<Int>, start: Int, end: Int), _ group: (members: [Int], start: Int, end: Int),
        _ pieces: [(line: Int, words: Range<Int>, start: Int, end: Int)]
    ) -> Bool {
        // Two pieces of one line stand in two columns.
        if group.members.contains(where: { pieces[$0].line == piece.line }) { return false }
        return piece.start < group.end
    }

    private static func isNumberWord(_ line: AlignedLine, _ words: Range<Int>, _ text: SourceText) -> Bool {
        words.count == 1 && numberHeads.stands(in: TokenText(line.range(words), in: text), at: 0)
    }

    /// Lines below a header whose words show where its columns begin.
    private static func body(below header: Range<Int>, _ lines: [Line], _ text: SourceText) -> [AlignedLine] {
        (header.upperBound..<min(lines.count, header.upperBound + bodyReach)).map {
            AlignedLine(lines[$0], at: $0, in: text)
        }
    }

    private static let bodyReach = 12
}
