import VanBanModel
import VanBanReading

/// A number with its unit and what the words around it say of how it is to be reached.
struct TargetAmount {
    var comparator: Target.Comparator
    var value: Double
    var upper: Double?
    var unit: String?
    var direction: IndexScore.Direction?
    /// Whether a comparator stands by it.
    var isCompared: Bool
    /// Whether it is what the measure rises or falls to (`lên 80%`).
    var isLevel = false
    /// Whether it is by how much a plan is exceeded (`vượt chỉ tiêu ít nhất 5%`).
    var isExcess = false
    /// Whether a verb of reaching stands before it.
    var isReached: Bool
    /// Tokens, from the first word that belongs to it to behind the last.
    var range: Range<Int>
    /// The token of the number.
    var number: Int

    var isPercent: Bool { unit == "percent" }
    var isPlace: Bool { unit == "rank" }

    /// The amount whose number stands at a token, nil where the number counts nothing.
    static func at(_ position: Int, in text: TokenText) -> TargetAmount? {
        guard text.tokens[position].kind == .number, !isName(position, text),
            let number = DecimalNumber.at(position, in: text)
        else { return nil }
        // `từ 60% năm 2025 lên 80%` sets the latter.
        if text.key(position - 1) == from, ScoreNumbers.course(at: position - 1, in: text) != nil { return nil }
        if let band = band(position, text) { return band }
        if let place = place(position, text) { return place }
        var amount = TargetAmount(
            comparator: .equal, value: number.value, isCompared: false, isReached: false,
            range: position..<(position + number.length), number: position)
        var end = position + number.length
        guard !text.isSign("/", at: end) else { return nil }
        let first = unit(at: end, text)
        if let first { end = first.end }
        // `từ 80% lên 95%` sets the latter.
        if course.contains(text.key(end)), DecimalNumber.at(end + 1, in: text) != nil { return nil }
        amount.unit = first?.unit
        amount.value = scaled(number.value, position, number.length, first?.unit, text)
        if let other = rangeEnd(at: end, text) {
            guard other.value > number.value, first == nil || first?.unit == other.unit else { return nil }
            amount.upper = other.value
            amount.unit = other.unit
            amount.comparator = .between
            amount.isCompared = true
            end = other.end
        }
        guard amount.unit != nil else { return nil }
        if let up = text.firstMatch(TargetWords.upwards, at: end) {
            amount.comparator = .atLeast
            amount.isCompared = true
            end += up.keys.count
        } else if let down = text.firstMatch(TargetWords.downwards, at: end) {
            amount.comparator = .atMost
            amount.isCompared = true
            end += down.keys.count
        }
        amount.range = position..<end
        amount.readLead(text)
        return amount
    }

    // MARK: Behind the number

    private static func unit(at index: Int, _ text: TokenText) -> (unit: String, end: Int)? {
        let percent = text.percentLength(at: index)
        if percent > 0 { return ("percent", index + percent) }
        guard let phrase = text.firstMatch(TargetWords.units, at: index) else { return nil }
        // `02 Xã` may begin a name.
        guard !text.tokens[index].startsUpper || text.tokens[index].isAllUpper else { return nil }
        return (text.string(index..<(index + phrase.keys.count)), index + phrase.keys.count)
    }

    private static let to = ScoreWords.keys("đến tới")
    private static let course = ScoreWords.keys("lên xuống")

    /// `đến 95%` or `- 95%` behind a number.
    private static func rangeEnd(at index: Int, _ text: TokenText) -> (value: Double, unit: String, end: Int)? {
        guard to.contains(text.key(index)) || isRangeSign(index, text),
            let number = DecimalNumber.at(index + 1, in: text), let unit = unit(at: index + 1 + number.length, text)
        else { return nil }
        return (number.value, unit.unit, unit.end)
    }

    /// `90 - 95%`, `90~95%`, `90% ÷ 95%`
    static func isRangeSign(_ index: Int, _ text: TokenText) -> Bool {
        text.isSign("-", at: index) || text.isSign("~", at: index) || text.key(index) == "÷"
    }

    /// A dot before three digits parts thousands where things are counted.
    private static func scaled(
        _ value: Double, _ position: Int, _ length: Int, _ unit: String?, _ text: TokenText
    ) -> Double {
        guard length == 3, text.isSign(".", at: position + 1), text.tokens[position + 2].range.count == 3,
            let unit, unit != "percent", unit != "điểm"
        else { return value }
        return (value * 1000).rounded()
    }

    // MARK: Before the number

    private static let reached = ScoreWords.reached
    private static let from = ScoreWords.from

    /// Takes the words before the number that belong to it: `đạt tỷ lệ tối thiểu từ`.
    private mutating func readLead(_ text: TokenText) {
        var index = number - 1
        var isFrom = false
        var isLevel = false
        while index >= 0, number - index <= 8, !text.endsSentence(at: index) {
            if let found = Self.comparator(endingAt: index, text) {
                let start = index - found.phrase.keys.count + 1
                if !isCompared || comparator == .atLeast && found.comparator != .atLeast {
                    comparator = found.comparator
                }
                isCompared = true
                range = start..<range.upperBound
                index = start - 1
                continue
            }
            if let excess = TargetWords.excesses.first(where: { text.matches($0, at: index - $0.keys.count + 1) }) {
                direction = .increase
                isExcess = true
                range = (index - excess.keys.count + 1)..<range.upperBound
                break
            }
            let key = text.key(index)
            if TargetWords.rises.contains(key) || TargetWords.falls.contains(key) {
                if !isLevel {
                    direction = TargetWords.falls.contains(key) ? .decrease : .increase
                    range = index..<range.upperBound
                }
                break
            }
            if TargetWords.levels.contains(key), number - index <= 2 {
                isLevel = true
                self.isLevel = true
                isReached = true
                range = index..<range.upperBound
                index -= 1
                continue
            }
            guard TargetWords.fillers.contains(key) else { break }
            if key == Self.from { isFrom = true }
            if key == Self.reached {
                isReached = true
                range = index..<range.upperBound
            } else if key == Self.from {
                range = index..<range.upperBound
            }
            index -= 1
        }
        // A word that only could have led to a verb or comparator is not taken: `tỷ lệ 95%` keeps its `tỷ lệ`.
        if isFrom, !isCompared {
            comparator = .atLeast
            isCompared = true
        }
    }

    private static func comparator(
        endingAt index: Int, _ text: TokenText
    ) -> (phrase: Phrase, comparator: Target.Comparator)? {
        if let twoSigns = TargetWords.twoSigns.first(where: { text.matches($0.phrase, at: index - 1) }) {
            return twoSigns
        }
        return TargetWords.comparators.first { text.matches($0.phrase, at: index - $0.phrase.keys.count + 1) }
    }

    // MARK: Places

    /// `xếp thứ 30/63`, `xếp hạng từ 25 trở lên`
    private static func place(_ position: Int, _ text: TokenText) -> TargetAmount? {
        guard let found = Ranks.at(position, in: text, after: nil), found.region == nil,
            let place = found.rank.position
        else { return nil }
        var end = position + 1
        if found.rank.of != nil { end += 2 }
        var amount = TargetAmount(
            comparator: .equal, value: Double(place), unit: "rank", isCompared: false, isReached: true,
            range: position..<end, number: position)
        if let up = text.firstMatch(TargetWords.upwards, at: end) {
            amount.comparator = .atMost
            amount.isCompared = true
            end += up.keys.count
        }
        var start = position
        while start > 0, position - start < 6, placeWords.contains(text.key(start - 1)) { start -= 1 }
        amount.range = start..<end
        return amount
    }

    private static let placeWords = Lexicon.keys(.targetPlaceWords)

    /// `trong nhóm 20 tỉnh dẫn đầu`
    private static func band(_ position: Int, _ text: TokenText) -> TargetAmount? {
        guard TargetWords.band.contains(text.key(position - 1)), let value = text.tokens[position].value, value > 1,
            text.firstMatch(TargetWords.bandUnits, at: position + 1) != nil
                || text.key(position - 1) != bandNoun
        else { return nil }
        var start = position - 1
        while start > 0, position - start < 7, bandWords.contains(text.key(start - 1)) { start -= 1 }
        var end = position + 1
        while end < text.tokens.count, end < position + 9,
            text.tokens[end].kind == .word || text.isSign("/", at: end)
                || text.isSign(",", at: end) && text.key(end + 1) == city
        {
            end += 1
        }
        return TargetAmount(
            comparator: .atMost, value: Double(value), unit: "rank", isCompared: true, isReached: true,
            range: start..<end, number: position)
    }

    private static let bandNoun = WordKey.of("nhóm")
    private static let city = WordKey.of("thành")
    private static let bandWords = Lexicon.keys(.targetBandWords)

    // MARK: Names

    /// Whether the number is that of a date, a document or a place in a list.
    private static func isName(_ position: Int, _ text: TokenText) -> Bool {
        let token = text.tokens[position]
        if token.range.count > 9 || isClock(position, text) { return true }
        if position > 0 {
            let before = text.tokens[position - 1]
            if before.isSign("/")
                || before.isSign("-") && token.gapBefore == .none && position > 1
                    && text.tokens[position - 2].kind != .number
            {
                return true
            }
            // The upper end of a range, and the fraction of a number, are read with its beginning.
            if token.gapBefore == .none, before.isSign(",") || before.isSign("."), position > 1,
                text.tokens[position - 2].kind == .number
            {
                return true
            }
            if TargetWords.names.contains(before.key), !isPlaceWord(position, text) { return true }
        }
        if position + 1 < text.tokens.count {
            let next = text.tokens[position + 1]
            if next.kind == .word, next.gapBefore == .none, unit(at: position + 1, text) == nil { return true }
        }
        return false
    }

    private static let hour = WordKey.of("giờ")
    private static let moments = Lexicon.keys(.amountMoments)

    /// `từ 07 giờ 30 phút`: a time of day, and its minutes.
    private static func isClock(_ position: Int, _ text: TokenText) -> Bool {
        if text.key(position - 1) == hour, position > 1, text.tokens[position - 2].kind == .number { return true }
        guard text.key(position + 1) == hour else { return false }
        return text.number(position + 2) != nil || moments.contains(text.key(position - 1))
    }

    private static let ordinals = ScoreWords.keys("thứ hạng")

    private static func isPlaceWord(_ position: Int, _ text: TokenText) -> Bool {
        ordinals.contains(text.key(position - 1))
    }
}
