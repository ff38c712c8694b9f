import VanBanModel
import VanBanReading

/// Reads the numbers of a result: points, per cent, changes, the result of an earlier year.
enum ScoreNumbers {
    struct Value {
        var score: Double?
        var maximum: Double?
        var percent: Double?
        /// Where the words begin that say it is a result.
        var lead: Int
        var end: Int
    }

    private static let leads = Lexicon.keys(.scoreLeads)
    private static let fillers = Lexicon.keys(.scoreFillers)
    private static let pointsSign = WordKey.of("đ")
    /// The end of `giá trị`.
    private static let worth = WordKey.of("trị")
    private static let afterPercent = Lexicon.keys(.wordsAfterPercent)

    /// The result whose number stands at a token: `đạt 42,1 điểm`, `đạt 8,5/9,5 điểm`, `: 6,9 điểm`, `giá trị 0,4212`.
    /// - Parameters:
    ///   - isNamed: whether an index or dimension was named in the same sentence, so that less has to be said.
    ///   - isBehindUnit: whether the name of a unit ends there: `Hải Phòng 74,84 điểm`.
    static func value(
        at position: Int, in text: TokenText, isNamed: Bool, isBracket: Bool, isBehindUnit: Bool = false
    ) -> Value? {
        guard let number = DecimalNumber.at(position, in: text), !text.isSign("/", at: position - 1),
            let lead = isBehindUnit
                ? position : lead(before: position, text, isNamed: isNamed, isBracket: isBracket)
        else { return nil }
        var end = position + number.length
        var value = Value(lead: lead, end: end)
        if text.isSign("/", at: end), let maximum = DecimalNumber.at(end + 1, in: text) {
            guard text.key(end + 1 + maximum.length) == ScoreWords.points else { return nil }
            value.maximum = maximum.value
            end += 1 + maximum.length
        }
        let percent = text.percentLength(at: end)
        if percent > 0 {
            let next = end + percent
            guard isNamed,
                next >= text.tokens.count || text.tokens[next].kind != .word || afterPercent.contains(text.key(next))
            else { return nil }
            value.percent = number.value
            value.end = next
            return value
        }
        value.score = number.value
        // `42,15đ`
        if isNamed, number.length == 3, text.key(end) == pointsSign { end += 1 }
        if text.key(end) == ScoreWords.points {
            value.end = end + 1
            return value
        }
        // Without its unit, a number is a result only with a fraction, right after its verb.
        // Behind a colon only where a year stands before that: `PCI năm 2023: 67,4`, `DTI 2024: 0,7012`.
        guard isNamed, number.length == 3, !text.isSign(":", at: lead) || isYear(before: lead, text),
            !text.isSign("(", at: lead),
            lead < position || isBehindUnit && text.isSign(",", at: position + 1),
            end >= text.tokens.count || text.tokens[end].kind != .word || afterPercent.contains(text.key(end))
        else { return nil }
        value.end = end
        return value
    }

    private static func isYear(before colon: Int, _ text: TokenText) -> Bool {
        if text.year(at: colon - 2) != nil { return true }
        return text.number(colon - 1).map { (1990...2100).contains($0) } ?? false
    }

    /// Where `đạt`, `: ` or `giá trị` stands before a number; `đạt trên 88%` and `tăng 0,2` are no results.
    private static func lead(before position: Int, _ text: TokenText, isNamed: Bool, isBracket: Bool) -> Int? {
        var index = position - 1
        while index >= 0, position - index <= 6 {
            let key = text.key(index)
            if key == ScoreWords.reached || isNamed && key == worth { return index }
            if ScoreWords.rises.contains(key) || ScoreWords.falls.contains(key) || key == ScoreWords.from {
                // `giảm còn 40,8 điểm`
                return key != ScoreWords.from && ScoreWords.to.contains(text.key(index + 1)) ? index : nil
            }
            if isNamed, text.isSign(":", at: index), position - index <= 4 { return index }
            if isBracket, text.isSign("(", at: index) || text.isSign(";", at: index), index == position - 1 {
                return index
            }
            let isPlain = leads.contains(key)
            if isPlain, isNamed, !fillers.contains(text.key(index - 1)), text.key(index - 1) != ScoreWords.reached {
                return isChange(index - 1, text) ? nil : index
            }
            if !fillers.contains(key), !isPlain { return nil }
            index -= 1
        }
        return nil
    }

    private static func isChange(_ index: Int, _ text: TokenText) -> Bool {
        ScoreWords.rises.contains(text.key(index)) || ScoreWords.falls.contains(text.key(index))
    }

    // MARK: Changes

    struct Change {
        var direction: IndexScore.Direction
        var amount: Double?
        var isPlaces: Bool
        var end: Int
        var places: Int { Int((direction == .decrease ? -1 : 1) * (amount ?? 0)) }
    }

    private static let unchanged = Phrase.list(["không thay đổi", "không đổi", "giữ nguyên"])
    private static let degrees = Lexicon.keys(.changeDegrees)
    private static let rankWords = Lexicon.phrases(.rankUnits)
    private static let comparing = WordKey.of("so")

    /// `tăng 0,1149 điểm`, `giảm nhẹ 0,02 điểm`, `tụt 3 bậc`, `không thay đổi`
    static func change(at position: Int, in text: TokenText) -> Change? {
        if let phrase = text.firstMatch(unchanged, at: position) {
            let end = position + phrase.keys.count
            if let places = text.firstMatch(rankWords, at: end) {
                return Change(direction: .unchanged, amount: nil, isPlaces: true, end: end + places.keys.count)
            }
            return Change(direction: .unchanged, amount: nil, isPlaces: false, end: end)
        }
        let isRise = ScoreWords.rises.contains(text.key(position))
        guard isRise || ScoreWords.falls.contains(text.key(position)) else { return nil }
        var index = position + 1
        while index < position + 4, degrees.contains(text.key(index)) { index += 1 }
        guard let number = DecimalNumber.at(index, in: text) else { return nil }
        var end = index + number.length
        if let places = text.firstMatch(rankWords, at: end) {
            guard number.length == 1 else { return nil }
            end += places.keys.count
            return Change(direction: isRise ? .increase : .decrease, amount: number.value, isPlaces: true, end: end)
        }
        let unit = text.key(end) == ScoreWords.points ? 1 : text.percentLength(at: end)
        guard unit > 0 || text.key(end) == comparing && number.length == 3 else { return nil }
        end += unit
        return Change(direction: isRise ? .increase : .decrease, amount: number.value, isPlaces: false, end: end)
    }

    /// `và 2,94 điểm` behind the places that were won.
    static func points(joinedAt position: Int, in text: TokenText) -> (amount: Double, end: Int)? {
        guard text.key(position) == AgencyKey.and || text.isSign(",", at: position),
            let number = DecimalNumber.at(position + 1, in: text),
            text.key(position + 1 + number.length) == ScoreWords.points
        else { return nil }
        return (number.value, position + 2 + number.length)
    }

    // MARK: Earlier years

    private static let notScores = Lexicon.keys(.notScores)

    /// `năm 2022 đạt 4,7769 điểm`, `năm 2022 xếp thứ 4; 86,11 điểm`, `70,42 điểm`: the first result between two tokens.
    static func earlier(in range: Range<Int>, of text: TokenText) -> Double? {
        var index = range.lowerBound
        while index < range.upperBound {
            guard let number = DecimalNumber.at(index, in: text) else {
                index += 1
                continue
            }
            var end = index + number.length
            let isLed = text.key(index - 1) == ScoreWords.reached || leads.contains(text.key(index - 1))
            if notScores.contains(text.key(index - 1)) || text.isSign("/", at: index - 1) {
                index = end
                continue
            }
            if text.isSign("/", at: end), let maximum = DecimalNumber.at(end + 1, in: text) {
                end += 1 + maximum.length
            }
            if text.key(end) == ScoreWords.points || text.percentLength(at: end) > 0
                || end == index + number.length && (number.length == 3 || isLed)
            {
                return number.value
            }
            index = end
        }
        return nil
    }

    struct Course {
        var from: Double
        var fromYear: Int?
        var to: Double
        var isPercent: Bool
        var end: Int
    }

    /// `từ 3,8 điểm năm 2022 xuống 3,6`
    static func course(at position: Int, in text: TokenText) -> Course? {
        guard text.key(position) == ScoreWords.from, let from = DecimalNumber.at(position + 1, in: text) else {
            return nil
        }
        var index = position + 1 + from.length
        var isPercent = text.percentLength(at: index) > 0
        let isPoints = text.key(index) == ScoreWords.points
        var year: Int?
        while index < text.tokens.count, index < position + 14 {
            if text.isSign(",", at: index) || text.isSign(";", at: index) || text.endsSentence(at: index) { return nil }
            if let told = text.year(at: index) { year = year ?? told }
            if ScoreWords.to.contains(text.key(index)) {
                var next = index + 1
                while next < index + 4, fillers.contains(text.key(next)) { next += 1 }
                guard let to = DecimalNumber.at(next, in: text) else { return nil }
                var end = next + to.length
                let percent = text.percentLength(at: end)
                let unit = text.key(end) == ScoreWords.points ? 1 : percent
                isPercent = isPercent || percent > 0
                guard isPercent || isPoints || text.key(end) == ScoreWords.points || from.length == 3 && to.length == 3
                else { return nil }
                end += unit
                return Course(from: from.value, fromYear: year, to: to.value, isPercent: isPercent, end: end)
            }
            index += 1
        }
        return nil
    }
}
