import VanBanModel
import VanBanReading

/// Cuts a sentence with several amounts into what belongs to each: its clause, and the words for what is measured.
struct TargetClauses {
    struct Clause {
        /// Tokens.
        var range: Range<Int>
        var measure: Range<Int>?
        /// Whether what is measured stands before the number: `tỷ lệ … đạt 95%`, and not `95% hồ sơ …`.
        var isBefore: Bool
    }

    private let text: TokenText
    private let segment: Range<Int>
    private let amounts: [TargetAmount]
    private let isRespective: Bool

    init(_ amounts: [TargetAmount], in segment: Range<Int>, of text: TokenText) {
        self.text = text
        self.segment = segment
        self.amounts = amounts
        isRespective =
            amounts.count > 1
            && segment.contains { text.firstMatch(TargetWords.respectively, at: $0) != nil }
    }

    /// Whether a word that sets a goal opens the amount's own clause.
    func hasOpener(before amount: TargetAmount) -> Bool {
        (segment.lowerBound..<amount.range.lowerBound).contains {
            opener(at: $0) != nil && text.firstMatch(TargetWords.openers, at: $0) != Optional(TargetWords.amongThem)
        }
    }

    /// The word that sets a goal at a token.
    private func opener(at index: Int) -> Phrase? {
        if text.matches(TargetWords.raising, at: index), text.key(index + 1) != TargetWords.highly {
            return TargetWords.raising
        }
        if let word = text.firstMatch(TargetWords.openers, at: index) { return isPastGoal(index) ? nil : word }
        guard let noun = text.firstMatch(TargetWords.openingNouns, at: index) else { return nil }
        guard index > segment.lowerBound, text.tokens[index - 1].kind == .word else { return noun }
        return nil
    }

    private static let past = ScoreWords.keys("vượt thành với")

    private func isPastGoal(_ index: Int) -> Bool { Self.past.contains(text.key(index - 1)) }

    func clause(_ position: Int) -> Clause {
        let amount = amounts[position]
        let lead = amount.range.lowerBound
        let floor = position == 0 ? segment.lowerBound : end(of: position - 1)
        let isBefore = isBefore(position, floor: floor)
        if isRespective { return Clause(range: segment, measure: nil, isBefore: isBefore) }
        let start = openerStart(before: lead, floor: floor)
        if !isBefore {
            let end = end(of: position)
            let first = measureStart(amount)
            let measure = trimmed(first..<max(first, end)).flatMap { counted($0, amount) }
            return Clause(
                range: start..<comparisonEnd(max(end, amount.range.upperBound)), measure: measure, isBefore: false)
        }
        var measure = measure(before: lead, floor: floor)
        if measure == nil, position > 0, isJoint(floor..<lead) {
            measure = clause(position - 1).measure
        } else if let words = measure, position > 0, !amount.isPlace, amount.isReached,
            !words.contains(where: { text.firstMatch(TargetWords.measures, at: $0) != nil })
        {
            // `… của cấp tỉnh đạt 98%, cấp xã đạt 97%` leaves out what is measured.
            measure = nil
        }
        return Clause(range: start..<tail(of: amount, position), measure: measure, isBefore: true)
    }

    /// `đạt 44 điểm, xếp thứ 20`: nothing but a comma or `và` stands between an amount and the one before.
    private func isJoint(_ range: Range<Int>) -> Bool {
        range.allSatisfy { text.isSign(",", at: $0) || text.key($0) == Self.and || opener(at: $0) != nil }
    }

    /// Behind `so với năm 2024`.
    private func comparisonEnd(_ index: Int) -> Int {
        guard index + 3 < segment.upperBound, text.key(index) == WordKey.of("so"), text.year(at: index + 2) != nil
        else {
            return index
        }
        return index + 4
    }

    /// The words behind a number; nil where they are only its unit, or the amount's own words stand among them.
    private func counted(_ range: Range<Int>, _ amount: TargetAmount) -> Range<Int>? {
        let measure = withoutBound(range)
        if measure.contains(where: { text.firstMatch(TargetWords.upwards, at: $0) != nil }) { return nil }
        return measure.upperBound > amount.range.upperBound ? measure : nil
    }

    /// `sáng kiến/giải pháp trở lên`: the bound is the amount's.
    private func withoutBound(_ range: Range<Int>) -> Range<Int> {
        for bound in TargetWords.upwards + TargetWords.downwards
        where range.count > bound.keys.count && text.matches(bound, at: range.upperBound - bound.keys.count) {
            return range.lowerBound..<(range.upperBound - bound.keys.count)
        }
        return range
    }

    /// The comparator and direction of an amount; of a list `tối thiểu lần lượt là 100%, 80%` the first says them.
    func settled(_ position: Int) -> TargetAmount {
        var amount = amounts[position]
        guard isRespective, position > 0, !amount.isCompared,
            isJoint(amounts[position - 1].range.upperBound..<amount.range.lowerBound)
        else { return amount }
        let first = settled(position - 1)
        amount.comparator = first.comparator
        amount.isCompared = first.isCompared
        amount.direction = first.direction
        amount.isReached = first.isReached
        return amount
    }

    /// The noun counted belongs to what is measured: `ít nhất 02 sáng kiến được công nhận`.
    private func measureStart(_ amount: TargetAmount) -> Int {
        guard !amount.isPercent, !amount.isPlace else { return amount.range.upperBound }
        var start = amount.number
        while start < amount.range.upperBound, text.tokens[start].kind != .word { start += 1 }
        return start
    }

    // MARK: Before or behind

    private func isBefore(_ position: Int, floor: Int) -> Bool {
        let amount = amounts[position]
        if amount.isPlace { return true }
        let next = amount.range.upperBound
        let isFollowed =
            next < segment.upperBound && text.tokens[next].kind == .word
            && !TargetWords.notMeasured.contains(text.key(next))
        // `đến 100% xã, phường` reaches what is counted, `nâng tỷ lệ … đến 95%` is what the measure comes to.
        if amount.isLevel, amount.isPercent, isFollowed, Self.extents.contains(text.key(amount.range.lowerBound)),
            !(floor..<max(floor, amount.range.lowerBound)).contains(where: {
                text.firstMatch(TargetWords.measures, at: $0) != nil || text.matches(TargetWords.raising, at: $0)
            })
        {
            return false
        }
        let hasWords = (floor..<max(floor, amount.range.lowerBound)).contains { text.tokens[$0].kind == .word }
        if amount.isReached || amount.isExcess, hasWords, wordsBefore(amount, floor) { return true }
        if !amount.isPercent, amount.direction == nil {
            // `thời gian chờ không quá 30 phút`, but `ít nhất 02 sáng kiến`
            return Self.timeUnits.contains(amount.unit ?? "") || amount.unit == "điểm" || amount.unit == "bậc"
        }
        return !isFollowed
    }

    private static let extents = ScoreWords.keys("đến tới")
    private static let timeUnits = Set(Lexicon.strings(.notShared))

    /// Whether words that can be measured stand before, and not only a goal's word or a time.
    private func wordsBefore(_ amount: TargetAmount, _ floor: Int) -> Bool {
        measure(before: amount.range.lowerBound, floor: floor) != nil
            || measured(before: amount.range.lowerBound, floor: floor).contains { text.tokens[$0].kind == .word }
    }

    // MARK: The end of what stands behind a number

    /// Where the words of an amount end: for one that counts what follows it, the end of its noun's clause.
    private func end(of position: Int) -> Int {
        let amount = amounts[position]
        let floor = position == 0 ? segment.lowerBound : amounts[position - 1].range.upperBound
        guard !isBefore(position, floor: floor) else { return tail(of: amount, position) }
        let limit = position + 1 < amounts.count ? amounts[position + 1].range.lowerBound : segment.upperBound
        var index = amount.range.upperBound
        var depth = 0
        var bracket = index
        while index < limit {
            if text.isSign("(", at: index) {
                if depth == 0 { bracket = index }
                depth += 1
            }
            if text.isSign(")", at: index) {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, text.isSign(",", at: index) || text.isSign(":", at: index),
                text.firstMatch(TargetWords.leavings, at: index + 1) != nil
            {
                return index
            }
            if depth == 0, text.matches(TargetWords.amongThem, at: index) { return index }
            if depth == 0, text.key(index) == ScoreWords.year, isComparison(index) { return index - 2 }
            index += 1
        }
        // The rest of a bracket is not its own.
        if depth > 0, position + 1 < amounts.count { return bracket }
        guard position + 1 < amounts.count, index == limit else { return index }
        // The next amount's own words begin behind the last comma or `và`, where it counts what follows it.
        return split(amount.range.upperBound..<limit)
    }

    private func isComparison(_ index: Int) -> Bool {
        text.key(index - 1) == WordKey.of("với") && text.key(index - 2) == WordKey.of("so")
    }

    private static let and = WordKey.of("và")

    /// Where words between two amounts part: at a measure's opening word behind a comma, else at the last comma or `và`.
    private func split(_ range: Range<Int>) -> Int {
        for index in range.reversed() {
            let isJoint = text.isSign(",", at: index) || text.key(index) == Self.and
            if isJoint, text.firstMatch(TargetWords.measures, at: index + 1) != nil { return index }
        }
        return range.last { text.isSign(",", at: $0) || text.key($0) == Self.and } ?? range.upperBound
    }

    /// The end of an amount whose measure stands before it, with `so với năm 2024` behind.
    private func tail(of amount: TargetAmount, _ position: Int) -> Int {
        let limit = position + 1 < amounts.count ? amounts[position + 1].range.lowerBound : segment.upperBound
        var end = amount.range.upperBound
        while end < limit, !text.isSign(",", at: end), !text.isSign("(", at: end), !text.isSign(")", at: end),
            !text.isSign(":", at: end)
        {
            end += 1
        }
        while end > amount.range.upperBound, text.key(end - 1) == Self.and { end -= 1 }
        return end
    }

    // MARK: What stands before a number

    /// Tokens before a lead, behind the last word that sets a goal and the time after it.
    private func measured(before lead: Int, floor: Int) -> Range<Int> {
        var start = floor
        var end = lead
        var index = floor
        while index < lead {
            guard let word = opener(at: index) else {
                index += 1
                continue
            }
            let next = index + word.keys.count
            // `tỷ lệ … phấn đấu năm 2026 đạt 95%`: the goal's word may stand behind the measure.
            if (next..<max(next, lead)).contains(where: { isMeasureWord($0) }) {
                start = next
                end = lead
            } else {
                end = min(end, index)
            }
            index = next
        }
        return start..<max(start, end)
    }

    private func isMeasureWord(_ index: Int) -> Bool {
        text.tokens[index].kind == .word && !TargetWords.fillers.contains(text.key(index))
            && !TargetWords.skipped.contains(text.key(index)) && text.key(index) != ScoreWords.year
            && opener(at: index) == nil
            && !TargetWords.trailing.contains(text.key(index))
    }

    private func measure(before lead: Int, floor: Int) -> Range<Int>? {
        let words = measured(before: lead, floor: floor)
        guard var range = trimmed(words) else { return nil }
        range = withoutTime(range)
        guard let settled = trimmed(range) else { return nil }
        range = settled
        // `tỷ lệ … từ 60% năm 2025` lên 80%
        if let from = range.first(where: { isStart($0) }) {
            guard let cut = trimmed(range.lowerBound..<from) else { return nil }
            range = cut
        }
        let commas = range.filter { text.isSign(",", at: $0) && !isInBrackets($0, range) }
        let first = range.first { text.firstMatch(TargetWords.measures, at: $0) != nil }
        if let first, first > range.lowerBound {
            // `Đẩy mạnh …, tỷ lệ … đạt 80%`
            if let comma = commas.last(where: { $0 < first }) { return trimmed((comma + 1)..<range.upperBound) }
            if isVerb(range.lowerBound..<first) { return trimmed(first..<range.upperBound) }
        }
        if first == nil, !commas.isEmpty { return nil }
        return range.contains { text.tokens[$0].kind == .word } ? range : nil
    }

    private func isStart(_ index: Int) -> Bool {
        text.key(index) == ScoreWords.from && index + 1 < segment.upperBound
            && text.tokens[index + 1].kind == .number && ScoreNumbers.course(at: index, in: text) != nil
    }

    /// `nâng tỷ lệ`, `Thực hiện tỷ lệ`: a verb or two before the measure's own first word.
    private func isVerb(_ range: Range<Int>) -> Bool {
        range.count <= 3 && range.allSatisfy { text.tokens[$0].kind == .word }
    }

    private func isInBrackets(_ position: Int, _ range: Range<Int>) -> Bool {
        var depth = 0
        for index in range.lowerBound..<position {
            if text.isSign("(", at: index) { depth += 1 }
            if text.isSign(")", at: index) { depth -= 1 }
        }
        return depth > 0
    }

    private static let timeOpeners = Lexicon.keys(.clauseTimeOpenings)

    /// Without a time that opens the words: `đến hết năm 2025, tỷ lệ …`
    private func withoutTime(_ range: Range<Int>) -> Range<Int> {
        guard Self.timeOpeners.contains(text.key(range.lowerBound)) else { return range }
        var index = range.lowerBound
        var sawNumber = false
        while index < range.upperBound, index < range.lowerBound + 12 {
            let token = text.tokens[index]
            if text.isSign(",", at: index) { return sawNumber ? (index + 1)..<range.upperBound : range }
            if token.kind == .number {
                sawNumber = true
            } else if sawNumber, token.kind == .word, !Self.timeOpeners.contains(token.key),
                token.key != WordKey.of("đến")
            {
                return index..<range.upperBound
            } else if token.kind == .word, !sawNumber, !Self.timeOpeners.contains(token.key), !isRoman(token),
                token.key != WordKey.of("đoạn")
            {
                return range
            }
            index += 1
        }
        return sawNumber ? range.upperBound..<range.upperBound : range
    }

    private func isRoman(_ token: Token) -> Bool {
        token.isAllUpper && RomanNumeral.value(token.key.uppercased()) != nil
    }

    /// The goal's word right before a position, where one opens the clause.
    private func openerStart(before lead: Int, floor: Int) -> Int {
        var start = floor
        while start < lead, text.tokens[start].kind != .word && text.tokens[start].kind != .number {
            if text.isSign("(", at: start) || text.isSign("\"", at: start) { break }
            start += 1
        }
        while start < lead, text.key(start) == Self.and { start += 1 }
        return min(start, lead)
    }

    /// Without the signs and small words around.
    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end,
            text.tokens[start].kind != .word && text.tokens[start].kind != .number && !text.isSign("\"", at: start)
                && !text.isSign("(", at: start) || TargetWords.skipped.contains(text.key(start))
        {
            start += 1
        }
        while end > start, isTrailing(end - 1) { end -= 1 }
        return start < end ? start..<end : nil
    }

    private func isTrailing(_ index: Int) -> Bool {
        if TargetWords.trailing.contains(text.key(index)) { return true }
        let token = text.tokens[index]
        if case .sign = token.kind { return !token.isSign(")") && !token.isSign("\"") && !token.isSign("%") }
        return false
    }
}
