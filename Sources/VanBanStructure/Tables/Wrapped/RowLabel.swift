import VanBanReading

/// A number or letter that may open a row: `1`, `IV`, `đ`, `1.2`, with or without a dot or bracket behind it.
struct RowLabel: Sendable, Hashable {
    enum Series: Hashable, Sendable {
        case roman, arabic, upperLetter, point
        case decimal(Int)
    }

    var series: Series
    var ordinal: Int
    /// Of a decimal label all but the last component.
    var parents: [Int] = []
    /// Tokens that it takes, its dot or bracket among them.
    var length: Int

    /// What may be read at the first token of a line; a lone `V` is a Roman numeral and a letter.
    ///
    /// - Parameter largest: numbers above this are none of a row's; where a number must follow on others it may be large.
    static func candidates(at start: Int, lineEnd: Int, in text: TokenText, largest: Int = 200) -> [RowLabel] {
        let tokens = text.tokens
        guard start < lineEnd else { return [] }
        var end = start + 1
        var found: [RowLabel] = []
        switch tokens[start].kind {
        case .number:
            guard let value = tokens[start].value, tokens[start].range.count <= 5 else { return [] }
            var components = [value]
            while end + 1 < lineEnd, tokens[end].isSign("."), tokens[end].gapBefore == .none,
                tokens[end + 1].gapBefore == .none, let next = tokens[end + 1].value,
                tokens[end + 1].range.count <= 2
            {
                components.append(next)
                end += 2
            }
            // The parts of a decimal label stay small.
            let limit = components.count == 1 ? largest : min(largest, 200)
            guard components.allSatisfy({ $0 > 0 && $0 <= limit }), let last = components.last else { return [] }
            found = [
                RowLabel(
                    series: components.count == 1 ? .arabic : .decimal(components.count), ordinal: last,
                    parents: Array(components.dropLast()), length: 0)
            ]
        case .word:
            let word = tokens[start]
            let isLetter = word.range.count == CharacterClass.scalarLength(text.source.bytes[word.range.lowerBound])
            if word.isAllUpper, let value = RomanNumeral.value(text.source.string(word.range)) {
                found.append(RowLabel(series: .roman, ordinal: value, length: 0))
            }
            if isLetter, let position = OutlineLabel.pointKeys.firstIndex(of: word.key) {
                found.append(
                    RowLabel(series: word.startsUpper ? .upperLetter : .point, ordinal: position + 1, length: 0))
            }
        case .sign: return []
        }
        if end < lineEnd, tokens[end].gapBefore == .none {
            guard tokens[end].isSign(".") || tokens[end].isSign(")") else { return [] }
            end += 1
        }
        // What follows on the line is the beginning of a cell.
        if end < lineEnd {
            guard tokens[end].gapBefore != .none, beginsCell(tokens[end]) else { return [] }
        }
        return found.map {
            var label = $0
            label.length = end - start
            return label
        }
    }

    private static func beginsCell(_ token: Token) -> Bool {
        switch token.kind {
        case .word: return token.startsUpper
        case .number: return true
        case .sign: return token.isSign("\"") || token.isSign("-") || token.isSign("+")
        }
    }
}

/// The numbering of rows as far as it has come: one open series for each level.
struct RowNumbering: Sendable, Hashable {
    private struct Level: Sendable, Hashable {
        var series: RowLabel.Series
        var parents: [Int]
        var ordinal: Int
    }

    private var levels: [Level] = []
    /// Where series that are closed by now have come to; some tables count on through their groups.
    private var closed: [Level] = []

    /// The series of the last label.
    var series: RowLabel.Series? { levels.last?.series }

    /// Whether labels of a series may still follow each other.
    func isOpen(_ label: RowLabel) -> Bool {
        levels.contains { $0.series == label.series && $0.parents == label.parents }
    }

    /// What a label costs as the next one; 0 where it is just what was to come.
    mutating func take(_ label: RowLabel) -> Double {
        if let depth = levels.lastIndex(where: { $0.series == label.series && $0.parents == label.parents }) {
            let cost = Self.cost(of: label, after: levels[depth].ordinal)
            close(from: depth + 1)
            levels[depth].ordinal = label.ordinal
            return cost
        }
        let open = Level(series: label.series, parents: label.parents, ordinal: label.ordinal)
        var cost = label.ordinal == 1 ? 0 : 6.0
        if let before = closed.last(where: { $0.series == label.series && $0.parents == label.parents }) {
            cost = min(cost, Self.cost(of: label, after: before.ordinal) + 0.5)
        }
        if case .decimal(let count) = label.series {
            // `2.1` stands under `2`, or beside `1.3`.
            if let parent = label.parents.last, !levels.contains(where: { $0.ordinal == parent }) { cost += 1 }
            if let depth = levels.lastIndex(where: { level in
                if case .decimal(let other) = level.series { return other >= count }
                return false
            }) {
                close(from: depth)
            }
        }
        levels.append(open)
        return levels.count > 4 ? cost + 6 : cost
    }

    private mutating func close(from depth: Int) {
        guard depth < levels.count else { return }
        for level in levels[depth...] {
            closed.removeAll { $0.series == level.series && $0.parents == level.parents }
            closed.append(level)
        }
        if closed.count > 8 { closed.removeFirst(closed.count - 8) }
        levels.removeSubrange(depth...)
    }

    private static func cost(of label: RowLabel, after last: Int) -> Double {
        let isLetter = label.series == .upperLetter || label.series == .point
        if isLetter, OutlineLabel.follows(label.ordinal, after: last) { return 0 }
        switch label.ordinal - last {
        case 1: return 0
        case 2: return 3
        case 3: return 4.5
        default: return 8
        }
    }
}
