import VanBanModel

/// Cuts a stretch between two bullets into its statements: one for each time that does not belong to the one before.
struct StatementReader {
    let tokens: TokenText
    private let expressions: TimeExpressionReader
    private let splitter: CellSplitter

    init(tokens: TokenText) {
        self.tokens = tokens
        expressions = TimeExpressionReader(tokens: tokens)
        splitter = CellSplitter(tokens: tokens)
    }

    /// The statements in order; nil stands with the range of words that tell no time.
    func statements(in segment: Range<Int>) -> [(range: Range<Int>, statement: Statement?)] {
        let found = expressions(before: segment.upperBound).expressions(in: segment)
        guard let first = found.first else { return [(segment, nil)] }
        var statements: [Statement] = []
        var current = Statement(from: segment.lowerBound, first)
        for next in found.dropFirst() {
            if let joined = join(current, next) {
                current = joined
                continue
            }
            var cut = cut(after: current, before: next)
            current.range = splitter.trimmed(current.range.lowerBound..<cut)
            // `Quý II/2026 (báo cáo trước 20/6/2026)`
            if next.isBracketed, tokens.key(cut) == "(" { cut += 1 }
            let begin = splitter.trimmed(cut..<next.range.upperBound).lowerBound
            var following = Statement(from: min(begin, next.range.lowerBound), next)
            following.isListed = following.range.lowerBound == next.range.lowerBound
            if following.isListed {
                following.head = current.head ?? (current.range.lowerBound..<current.first.range.lowerBound)
                if following.bound == nil, next.isDay, current.main.isDay { following.bound = current.bound }
            }
            statements.append(current)
            current = following
        }
        // Words after a semicolon that tell no time are a statement that could not be read.
        var end = segment.upperBound
        var rest: Range<Int>?
        if let semicolon = semicolon(in: current.end..<segment.upperBound) {
            rest = splitter.trimmed(semicolon..<segment.upperBound)
            end = semicolon
        }
        if current.main.isBracketed, tokens.key(end - 1) == ")",
            !(current.range.lowerBound..<end).contains(where: { tokens.key($0) == "(" })
        {
            end -= 1
        }
        current.range = splitter.trimmed(current.range.lowerBound..<end)
        statements.append(current)
        var index = 0
        let unread = UnreadFigures(tokens: tokens).ranges(in: segment, besides: found)
        let tails = ListTail(tokens: tokens).ranges(in: segment, behind: found).filter { tail in
            !unread.contains { $0.overlaps(tail) }
        }
        for figures in (unread + tails).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            // Statements follow each other as figures do.
            while index < statements.count, statements[index].range.upperBound <= figures.lowerBound { index += 1 }
            guard index < statements.count, statements[index].range.overlaps(figures) else { continue }
            statements[index].unread.append(figures)
        }
        var result: [(range: Range<Int>, statement: Statement?)] = statements.map { ($0.range, $0) }
        if let rest, !rest.isEmpty { result.append((rest, nil)) }
        return result
    }

    /// A reader that sees nothing behind a bullet: `Quý III/2026` in one item and `Quý IV/2026` in the next are no range.
    private func expressions(before end: Int) -> TimeExpressionReader {
        guard end < tokens.tokens.count else { return expressions }
        return TimeExpressionReader(tokens: TokenText(Array(tokens.tokens.prefix(end)), of: tokens))
    }

    /// The statement with an expression that belongs to it; nil where the expression begins another.
    private func join(_ current: Statement, _ next: TimeExpression) -> Statement? {
        var joined = current
        joined.end = next.range.upperBound
        if isSameDay(current, next) { return joined }
        if stand(current, next) { return nil }
        let gap = gap(from: current.end, to: next.range.lowerBound)
        if next.isBracketed, !current.main.isBracketed, gap != .cut, gap != .list {
            return isApart(current, next) ? nil : joinBracket(current, next, joined)
        }
        if let years = years(current, next, gap) {
            joined.years = years
            return joined
        }
        if current.end > current.main.range.upperBound, next.isBracketed { return joined }
        switch next.meaning {
        case .regulation:
            // `6 tháng và năm theo quy định`: how, not when.
            return gap == .none || gap == .comma || gap == .words ? joined : nil
        case .recurring(let found, _):
            return join(frequencies: found, of: next, to: current, joined, gap)
        case .dayOfPeriod(let found):
            guard !current.frequencies.isEmpty, current.main.isRecurring, gap != .cut, gap != .list else {
                return nil
            }
            joined.frequencies += found
            joined.bound = next.bound
            return joined
        case .event:
            guard gap == .none else { return nil }
            if isUnannounced(current.main), current.frequencies == [.periodic] {
                joined.main = next
                joined.frequencies = []
                joined.bound = next.bound
            } else if !current.main.isDated {
                return nil
            }
            if case .event(let anchor, _) = next.meaning { joined.anchor = anchor }
            return joined
        case .impossible, .unread: return nil
        case .day, .units, .edge, .range:
            return join(dated: next, to: current, joined, gap)
        }
    }

    /// Whether a time and the next each fill a line, and neither says anything of the other: `Quý I/2026⏎Quý III/2026`.
    private func stand(_ current: Statement, _ next: TimeExpression) -> Bool {
        let start = next.range.lowerBound
        let end = next.range.upperBound
        guard current.main.isDated, current.main.bound == nil, current.end == start,
            current.range.lowerBound == current.main.range.lowerBound,
            tokens.tokens[start].gapBefore >= .lineBreak,
            end == tokens.tokens.count || tokens.tokens[end].gapBefore >= .lineBreak,
            start == current.main.range.upperBound
        else { return false }
        return next.isDated && next.bound == nil || next.isContinuous
    }

    /// `Trước ngày 31/8/2026⏎Before 31/8/2026`: one day said in two languages.
    private func isSameDay(_ current: Statement, _ next: TimeExpression) -> Bool {
        guard case .day(let day) = current.main.meaning, case .day(let other) = next.meaning,
            (day.day, day.month) == (other.day, other.month), day.year == other.year || other.year == nil,
            current.end <= next.range.lowerBound
        else { return false }
        return EnglishDate.isGloss(current.end..<next.range.lowerBound, in: tokens)
            && tokens.tokens[current.end..<next.range.upperBound].contains {
                $0.gapBefore >= .lineBreak || $0.key == "/" || $0.key == "("
            }
    }

    /// Whether a bracket tells another time than the one before it: when something else is due (`Quý II/2026 (Sở Y tế báo cáo
    /// trước 20/6/2026)`), or another day (`Khai giảng ngày 24/8/2026 (bế giảng ngày 27/8/2026)`).
    private func isApart(_ current: Statement, _ next: TimeExpression) -> Bool {
        guard next.isDated, current.main.isDated,
            let open = (current.end..<next.range.lowerBound).last(where: { tokens.key($0) == "(" })
        else { return false }
        let words = (open + 1)..<next.range.lowerBound
        if next.isDay, current.main.isDay { return !words.isEmpty }
        guard current.first.range.lowerBound == current.range.lowerBound else { return false }
        return words.contains { tokens.firstMatch(Self.reports, at: $0) != nil }
    }

    private static let reports = Lexicon.phrases(.reportDeeds)

    /// The years of a list for which a day or a unit without one is said: `Trước 31/3 các năm 2027, 2028`.
    private func years(_ current: Statement, _ next: TimeExpression, _ gap: Gap) -> [Int]? {
        guard current.main.isDated, current.lacksYear, next.bound == nil, gap == .none || gap == .words,
            case .units(let units, false) = next.meaning, units.count > 1, units.allSatisfy({ $0.scale == .year }),
            (current.end..<next.range.lowerBound).allSatisfy({ Self.plurals.contains(tokens.key($0)) })
        else { return nil }
        return units.compactMap(\.year)
    }

    private static let plurals: Set<String> = [WordKey.of("các"), Words.within, WordKey.of("trong"), Words.of]

    private func joinBracket(_ current: Statement, _ next: TimeExpression, _ joined: Statement) -> Statement {
        var joined = joined
        switch next.meaning {
        case .day where current.frequencies.contains(.annual) && isExplicit(current.main) && lacksYear(next):
            // `Định kỳ hằng năm (trước ngày 20/11)`
            joined.bound = next.bound
            joined.isClosed = true
        case .day where current.main.isRecurring || !current.main.isDay && current.main.isDated:
            joined = current
            joined.narrow(to: next)
        case .recurring(let found, _) where !current.main.isRecurring:
            // `Tháng 6 (hằng năm)`
            return join(frequencies: found, of: next, to: current, joined, .none) ?? joined
        case .dayOfPeriod(let found) where current.main.isRecurring:
            joined.bound = next.bound
            joined.isClosed = true
            if joined.frequencies == [.periodic] { joined.frequencies = found }
        case .event(let anchor, _):
            joined.anchor = joined.anchor ?? anchor
        case .range where current.main.isRecurring && current.limit == nil:
            // `hàng tuần (bắt đầu từ ngày 05/9/2026)`
            joined.limit = next
        default: break
        }
        return joined
    }

    private func join(
        frequencies found: [Deadline.Frequency], of next: TimeExpression, to current: Statement, _ joined: Statement,
        _ gap: Gap
    ) -> Statement? {
        var joined = joined
        if current.main.isRecurring {
            guard gap != .cut, !current.isClosed || next.isBracketed else { return nil }
            joined.frequencies += found
            if case .recurring(let all, let isExplicit) = current.main.meaning,
                case .recurring(_, let nextIsExplicit) = next.meaning
            {
                joined.main.meaning = .recurring(all + found, isExplicit: isExplicit || nextIsExplicit)
            }
            return joined
        }
        // `trước ngày 31/12 hằng năm`
        guard gap == .none, current.main.isDated, !current.main.isYear, isExplicit(next) else { return nil }
        joined.main.meaning = .recurring(found, isExplicit: true)
        joined.frequencies = found
        return joined
    }

    private func join(
        dated next: TimeExpression, to current: Statement, _ joined: Statement, _ gap: Gap
    ) -> Statement? {
        var joined = joined
        if current.main.isRecurring {
            if next.isDay {
                // `Hằng năm, trước ngày 31/12` recurs; `Báo cáo 6 tháng trước ngày 01/6` is due once.
                if isExplicit(current.main), gap == .none || gap == .comma && next.bound != nil, lacksYear(next) {
                    joined.bound = next.bound
                    return joined
                }
            } else if limits(current, next, gap) {
                if next.isYear, next.bound == nil, gap == .comma || gap == .list, !current.main.isContinuous {
                    joined.frequencies.append(.annual)
                }
                joined.limit = next
                return joined
            }
        } else if gap == .list || gap == .comma, tokens.key(current.end) != ";",
            let adjacent = adjacent(current.main, next)
        {
            joined.main = adjacent
            return joined
        }
        // `Kế hoạch năm 2025 trong tháng 12/2024`: the coarser time names what is due.
        guard gap == .none || gap == .words, names(current.main, before: next, gap) else { return nil }
        joined = current
        joined.narrow(to: next)
        return joined
    }

    /// Whether a time is the one within which something recurs.
    private func limits(_ current: Statement, _ next: TimeExpression, _ gap: Gap) -> Bool {
        switch gap {
        case .none: return next.isYear || isExplicit(current.main)
        case .comma, .list: return current.limit == nil && (next.bound == .within || next.isYear)
        case .words, .cut: return false
        }
    }

    /// Whether a time is part of the name of what is due at the next.
    private func names(_ main: TimeExpression, before next: TimeExpression, _ gap: Gap) -> Bool {
        switch main.meaning {
        case .recurring(_, let isExplicit): return !isExplicit || gap == .none && next.isDay
        case .units(let units, _):
            guard main.bound == nil else { return false }
            if gap == .words { return main.isYear }
            // `Quý I/2026⏎Quý III/2026`: as coarse as the next, and without a word of when, it names nothing.
            var least = 1
            if case .units(let others, _) = next.meaning, next.bound == nil {
                least = others.map(\.length).max() ?? 1
            }
            return units.allSatisfy { $0.length > least } || next.isDay
        case .regulation: return gap == .none
        case .range: return next.isDay && main.bound != .after
        default: return false
        }
    }

    /// `Quý III, quý IV/2024` is one stretch of time.
    private func adjacent(_ left: TimeExpression, _ right: TimeExpression) -> TimeExpression? {
        guard case .units(let first, false) = left.meaning, case .units(let second, false) = right.meaning,
            left.bound == nil || left.bound == .within, right.bound == nil, let end = first.last,
            let start = second.first, end.isFollowed(by: start)
        else { return nil }
        var units = first + second
        for index in units.indices where units[index].year == nil { units[index].year = start.year }
        return TimeExpression(
            meaning: .units(units, isRange: false), range: left.range.lowerBound..<right.range.upperBound,
            bound: left.bound)
    }

    private func isUnannounced(_ expression: TimeExpression) -> Bool {
        FrequencyReader.isUnannounced(expression.range, in: tokens)
    }

    private func isExplicit(_ expression: TimeExpression) -> Bool {
        if case .recurring(_, let isExplicit) = expression.meaning { return isExplicit }
        return false
    }

    private func lacksYear(_ expression: TimeExpression) -> Bool {
        if case .day(let date) = expression.meaning { return date.isYearMissing }
        return false
    }

    /// What stands between two times.
    private enum Gap: Sendable {
        case none
        /// A comma.
        case comma
        /// `và`, `;`, `/`.
        case list
        /// Words that open nothing new.
        case words
        /// Something else that is due begins.
        case cut
    }

    private func gap(from start: Int, to end: Int) -> Gap {
        var range = start..<end
        while let first = range.first, tokens.key(first) == ")" { range = (first + 1)..<range.upperBound }
        while let last = range.last, tokens.key(last) == "(" { range = range.lowerBound..<last }
        if range.isEmpty { return .none }
        // `Báo cáo quý I: 20/3/2026`
        if range.count == 1, tokens.key(range.lowerBound) == ":" { return .none }
        if range.count == 1, tokens.key(range.lowerBound) == "," { return .comma }
        if range.allSatisfy({ Due.joins(tokens.key($0)) }) { return .list }
        var depth = 0
        for index in range {
            let key = tokens.key(index)
            if key == "(" { depth += 1 }
            if key == ")" { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            if Due.joins(key) || opens(index, in: range) { return .cut }
        }
        return .words
    }

    /// Whether something due begins at a token that no sign stands before.
    private func opens(_ index: Int, in range: Range<Int>) -> Bool {
        guard index == range.lowerBound || tokens.tokens[index].gapBefore >= .lineBreak else { return false }
        return tokens.tokens[index].startsUpper || Due.isDue(at: index, in: tokens)
    }

    /// The token at which the next statement begins.
    private func cut(after current: Statement, before next: TimeExpression) -> Int {
        var start = current.end
        while start < next.range.lowerBound, tokens.key(start) == ")" { start += 1 }
        let range = start..<next.range.lowerBound
        var depth = 0
        var firstSign: Int?
        for index in range {
            let key = tokens.key(index)
            if key == "(" { depth += 1 }
            if key == ")" { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            if Due.joins(key) {
                if key == ";" || Due.isDue(at: index + 1, in: tokens) { return index }
                firstSign = firstSign ?? index
            } else if firstSign == nil, opens(index, in: range) {
                return index
            }
        }
        return firstSign ?? start
    }

    private func semicolon(in range: Range<Int>) -> Int? {
        var depth = 0
        for index in range {
            let key = tokens.key(index)
            if key == "(" { depth += 1 }
            if key == ")" { depth = max(0, depth - 1) }
            if depth == 0, key == ";" { return index }
        }
        return nil
    }
}
