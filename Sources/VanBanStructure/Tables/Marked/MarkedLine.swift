import VanBanReading

/// A line with the signs on it that part cells or rows.
struct MarkedLine {
    enum Kind {
        /// Cells between signs.
        case row
        /// A rule over the whole width.
        case rule
        /// A rule under some cells; the others go on below it.
        case partialRule
        /// A rule of dashes without any crossing.
        case plainRule
        /// No sign at all.
        case text
    }

    /// A sign between cells.
    struct Mark {
        /// Characters before it on the line, the indent included.
        var column: Int
        var range: Range<Int>
    }

    var kind: Kind
    /// Place among the document's lines.
    var index: Int
    /// Trimmed.
    var range: Range<Int>
    var marks: [Mark]
    /// Of a rule: whether it is heavy, double or of `=`.
    var isHeavy = false
    /// Of a rule: whether lines cross on it, and not only `|` part it.
    var isCrossed = false
    /// Of a rule: for each stretch between neighbouring marks whether a line is drawn there.
    var ruled: [Bool] = []
    /// Of a rule: whether every stretch is long enough to be nothing else.
    var isPlain = true

    var opens: Bool { marks.first?.range.lowerBound == range.lowerBound }
    var closes: Bool { marks.last?.range.upperBound == range.upperBound }

    init(_ line: Line, index: Int, in text: SourceText) {
        self.init(line.range, index: index, in: text)
    }

    init(_ range: Range<Int>, index: Int, in text: SourceText) {
        self.index = index
        self.range = range
        kind = .text
        marks = []
        guard Self.mayHoldSigns(range, text.bytes) else { return }
        read(text)
    }

    private static func mayHoldSigns(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        for offset in range {
            switch bytes[offset] {
            case 0x7C, 0xC2, 0xE2, 0xEF: return true
            case 0x2B, 0x2D, 0x3D: if offset == range.lowerBound { return true }
            default: break
            }
        }
        return false
    }

    /// What stands between two crossings or marks, looked at sign by sign.
    private struct Gap {
        var horizontals = 0
        var heavy = 0
        var spaces = 0
        var others = 0
        var underscores = 0
        /// `| ____ |` is a blank to fill in, `|____|` is a rule.
        var isRuled: Bool { horizontals > 0 && others == 0 && (underscores == 0 || spaces == 0) }
    }

    private mutating func read(_ text: SourceText) {
        let bytes = text.bytes
        var column = Self.indent(of: range, bytes)
        var all: [(mark: Mark, isVertical: Bool)] = []
        var gaps = [Gap()]
        var offset = range.lowerBound
        while offset < range.upperBound {
            var sign = TableSign.at(offset, in: bytes)
            if bytes[offset] == 0x7C, text.isLiteral(at: offset) { sign = nil }
            let length = sign?.length ?? CharacterClass.scalarLength(bytes[offset])
            switch sign?.kind {
            case .vertical, .crossing:
                all.append((Mark(column: column, range: offset..<(offset + length)), sign?.kind == .vertical))
                gaps.append(Gap())
            case .horizontal:
                gaps[gaps.count - 1].horizontals += 1
                if sign?.isHeavy == true { gaps[gaps.count - 1].heavy += 1 }
                if bytes[offset] == 0x5F { gaps[gaps.count - 1].underscores += 1 }
            case nil:
                if CharacterClass.spaceLength(in: bytes, at: offset) > 0 {
                    gaps[gaps.count - 1].spaces += 1
                } else if bytes[offset] != 0x3A {
                    gaps[gaps.count - 1].others += 1
                }
            }
            offset += length
            column += 1
        }
        settle(all, gaps)
    }

    private mutating func settle(_ all: [(mark: Mark, isVertical: Bool)], _ gaps: [Gap]) {
        let drawn = gaps.reduce(0) { $0 + $1.horizontals }
        let hasText = gaps.contains { $0.others > 0 }
        isHeavy = gaps.reduce(0) { $0 + $1.heavy } * 2 > drawn
        if !hasText, drawn > 0 {
            if all.isEmpty {
                kind = drawn >= 3 ? .plainRule : .text
                return
            }
            takeRule(all, gaps)
            return
        }
        // A line that holds text and is ruled elsewhere: `│ 2  ├──────┤ x │`.
        let inner = gaps.indices.dropFirst().dropLast().filter {
            gaps[$0].isRuled && gaps[$0].spaces == 0 && gaps[$0].horizontals >= 2
                && (!all[$0 - 1].isVertical || !all[$0].isVertical)
        }
        if inner.isEmpty {
            marks = all.filter { $0.isVertical || $0.mark.range.count == 3 }.map(\.mark)
            kind = marks.isEmpty ? .text : .row
            return
        }
        // A `+` in a text is no crossing.
        let bounds = Set(inner.flatMap { [$0 - 1, $0] })
        let kept = all.indices.filter { all[$0].isVertical || all[$0].mark.range.count == 3 || bounds.contains($0) }
        marks = kept.map { all[$0].mark }
        ruled = zip(kept, kept.dropFirst()).map { $1 == $0 + 1 && inner.contains($1) }
        kind = .partialRule
    }

    private mutating func takeRule(_ all: [(mark: Mark, isVertical: Bool)], _ gaps: [Gap]) {
        marks = all.map(\.mark)
        isCrossed = all.contains { !$0.isVertical }
        ruled = gaps.dropFirst().dropLast().map(\.isRuled)
        let ends = [gaps[0], gaps[gaps.count - 1]]
        let cells = gaps.dropFirst().dropLast() + ends.filter { $0.horizontals > 0 }
        isPlain = cells.allSatisfy { $0.horizontals >= 3 || $0.horizontals > 0 && $0.spaces == 0 && !hasPipesOnly(all) }
        if ruled.allSatisfy({ $0 }) {
            kind = .rule
        } else if cells.contains(where: { $0.horizontals >= 2 && $0.spaces == 0 }),
            all.contains(where: { !$0.isVertical })
        {
            kind = .partialRule
        } else {
            // `| - | |`: dashes for cells that hold nothing.
            kind = .row
            ruled = []
        }
    }

    private func hasPipesOnly(_ all: [(mark: Mark, isVertical: Bool)]) -> Bool { all.allSatisfy(\.isVertical) }

    /// Characters from the beginning of the line to its first sign.
    private static func indent(of range: Range<Int>, _ bytes: [UInt8]) -> Int {
        var count = 0
        var offset = range.lowerBound
        while offset > 0, bytes[offset - 1] != 0x0A, bytes[offset - 1] != 0x0C {
            offset -= 1
            if bytes[offset] & 0xC0 != 0x80 { count += 1 }
        }
        return count
    }

    // MARK: Cells

    /// The stretches between the marks, each trimmed; outer signs open and close no cell.
    func pieces(in text: SourceText) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        pieces.reserveCapacity(marks.count + 1)
        var start = range.lowerBound
        for (position, mark) in marks.enumerated() {
            if position > 0 || !opens { pieces.append(text.trimmed(start..<mark.range.lowerBound)) }
            start = mark.range.upperBound
        }
        if !closes { pieces.append(text.trimmed(start..<range.upperBound)) }
        return pieces
    }

    /// As many cells as a rule or row has.
    var cellCount: Int { marks.count + 1 - (opens ? 1 : 0) - (closes && !marks.isEmpty ? 1 : 0) }
}
