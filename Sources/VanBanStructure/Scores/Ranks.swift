import VanBanModel
import VanBanReading

/// Reads `xếp thứ 24/63 tỉnh, thành phố` and `đứng thứ 3/14 tỉnh trung du và miền núi phía Bắc`.
enum Ranks {
    struct Found {
        var rank: IndexScore.Rank
        /// The region within which it is, as printed.
        var region: String?
        var end: Int
    }

    private static let verbs = ScoreWords.keys("xếp đứng")
    private static let nouns = Lexicon.keys(.rankNouns)
    private static let fillers = Lexicon.keys(.rankFillers)
    private static let and = WordKey.of("và")
    private static let ordinal = WordKey.of("thứ")
    private static let words = Lexicon.keyedNumbers(.ordinalNumbers)
    private static let regionWords = Lexicon.phrases(.regionWords)
    private static let between = Lexicon.keys(.rankFields)
    private static let regions = Lexicon.phrases(.regions)
    private static let afterRegion = Lexicon.keys(.wordsAfterRegion)

    /// The rank whose number stands at a token.
    /// - Parameters:
    ///   - last: where the rank before ended, for `và thứ 31/61` and for whose region it is.
    ///   - value: where the value before ended, for `85,77% (hạng 45)` and `40,9 điểm, hạng 47`.
    static func at(_ position: Int, in text: TokenText, after last: Int?, behindValue value: Int? = nil) -> Found? {
        let follows = last.map { position - $0 <= 6 } ?? false
        guard let place = place(position, text) else { return nil }
        var rank = IndexScore.Rank(position: place, of: nil, change: nil)
        var end = position + 1
        if text.isSign("/", at: end), let of = DecimalNumber.at(end + 1, in: text), of.length == 1 {
            rank.of = text.number(end + 1)
            end += 2
        } else if let told = wholeInWords(after: end, text) {
            rank.of = told.of
            end = told.end
        }
        guard
            isRank(position, text, isOf: rank.of != nil, follows: follows)
                || value.map({ stands(position, behind: $0, upTo: end, text) }) ?? false,
            text.key(end) != ScoreWords.points, text.percentLength(at: end) == 0
        else { return nil }
        if let told = region(after: end, text) { return Found(rank: rank, region: told.name, end: told.end) }
        return Found(rank: rank, region: region(before: position, from: last ?? 0, text), end: end)
    }

    /// `(hạng 45)`, `, hạng 47`: whether nothing but the noun and a sign stands between a value and a rank.
    private static func stands(_ position: Int, behind value: Int, upTo end: Int, _ text: TokenText) -> Bool {
        var index = position - 1
        while index >= value, nouns.contains(text.key(index)) { index -= 1 }
        guard index == value, index < position - 1 else { return false }
        if text.isSign("(", at: index) {
            return text.isSign(")", at: end)
                || text.key(position - 1) != ordinal && (text.isSign(",", at: end) || text.isSign(";", at: end))
        }
        // `, thứ 2` may be a day of the week.
        guard text.isSign(",", at: index) || text.isSign("-", at: index), text.key(position - 1) != ordinal else {
            return false
        }
        return end >= text.tokens.count || text.tokens[end].kind != .word || behindRank.contains(text.key(end))
    }

    private static let behindRank = Lexicon.keys(.wordsBehindRank)

    // MARK: Numbers that are ranks by what they stand under

    private static let ofIndex = Lexicon.keys(.wordsOfIndex)
    private static let headEnds = Lexicon.phrases(.rankHeadEnds)

    /// Whether an index's name at a token is that of ranks: `Xếp hạng PCI`, `Thứ hạng của Chỉ số PAPI`.
    static func isHead(before position: Int, in text: TokenText) -> Bool {
        var index = position
        while index > 0, position - index < 5, ofIndex.contains(text.key(index - 1)) { index -= 1 }
        return headEnds.contains { text.matches($0, at: index - $0.keys.count) }
    }

    /// `20/63`
    static func placeOf(_ position: Int, in text: TokenText) -> Found? {
        guard let place = text.number(position), text.isSign("/", at: position + 1), let of = text.number(position + 2),
            place >= 1, place <= of, DecimalNumber.at(position + 2, in: text)?.length == 1,
            text.key(position + 3) != ScoreWords.points
        else { return nil }
        return Found(rank: .init(position: place, of: of, change: nil), region: nil, end: position + 3)
    }

    private static let bareLeads = Lexicon.keys(.bareRankLeads)

    /// The rank that is only a number: `… năm 2022 là 31`, `: 28/63`.
    static func bare(at position: Int, in text: TokenText) -> Found? {
        guard bareLeads.contains(text.key(position - 1)) || text.isSign(":", at: position - 1),
            let place = place(position, text), (1...999).contains(place)
        else { return nil }
        var rank = IndexScore.Rank(position: place, of: nil, change: nil)
        var end = position + 1
        if text.isSign("/", at: end), let of = text.number(end + 1) {
            rank.of = of
            end += 2
        }
        guard end >= text.tokens.count || text.tokens[end].kind != .word || behindRank.contains(text.key(end)),
            text.percentLength(at: end) == 0
        else { return nil }
        return Found(rank: rank, region: nil, end: end)
    }

    /// `từ thứ hạng 51 lên thứ hạng 31/63`
    /// - Parameter isRanked: whether bare numbers are ranks there.
    static func course(
        at position: Int, in text: TokenText, isRanked: Bool = false
    ) -> (from: Int, to: Int, of: Int?, end: Int)? {
        guard text.key(position) == ScoreWords.from, let from = rankBehind(position + 1, text, isRanked)
        else { return nil }
        var next = from.end
        if isRanked {
            if text.isSign("(", at: next) { next = text.closing(of: next) + 1 }
            if text.year(at: next) != nil { next += 2 }
        }
        guard ScoreWords.to.contains(text.key(next)), let to = rankBehind(next + 1, text, isRanked) else { return nil }
        guard text.isSign("/", at: to.end), let of = text.number(to.end + 1) else {
            return (from.value, to.value, nil, to.end)
        }
        return (from.value, to.value, of, to.end + 2)
    }

    /// The number behind `hạng`, `vị trí thứ` and the like.
    private static func rankBehind(_ start: Int, _ text: TokenText, _ isRanked: Bool) -> (value: Int, end: Int)? {
        var index = start
        while index < start + 4, nouns.contains(text.key(index)) { index += 1 }
        guard index > start || isRanked, let value = place(index, text),
            index > start || text.key(index + 1) != ScoreWords.points && text.percentLength(at: index + 1) == 0
        else { return nil }
        return (value, index + 1)
    }

    private static let within = Lexicon.keys(.rankedWithin)
    private static let ranked = Lexicon.keys(.rankedUnits)

    /// `thứ 15 trong 34 tỉnh`, `thứ 15 trên tổng số 34 tỉnh`: the whole and the token behind it.
    private static func wholeInWords(after end: Int, _ text: TokenText) -> (of: Int, end: Int)? {
        var index = end
        while index < end + 4, within.contains(text.key(index)) { index += 1 }
        guard index > end, let of = text.number(index), DecimalNumber.at(index, in: text)?.length == 1,
            ranked.contains(text.key(index + 1))
        else { return nil }
        return (of, index + 1)
    }

    private static func place(_ position: Int, _ text: TokenText) -> Int? {
        if text.key(position - 1) == ordinal, let value = words[text.key(position)] { return value }
        guard position < text.tokens.count, let value = text.tokens[position].value,
            DecimalNumber.at(position, in: text)?.length == 1
        else { return nil }
        return value
    }

    /// Whether the words before a number say that it is a rank: `xếp ở vị trí thứ`, `thứ hạng`, `và thứ`.
    private static func isRank(_ position: Int, _ text: TokenText, isOf: Bool, follows: Bool) -> Bool {
        var index = position - 1
        var sawNoun = false
        while index >= 0, position - index <= 6 {
            let key = text.key(index)
            if verbs.contains(key) { return !isFrom(index - 1, text) }
            if nouns.contains(key) {
                if isFrom(index - 1, text) { return false }
                sawNoun = true
            } else if !fillers.contains(key) {
                break
            } else if sawNoun, key == at {
                // `ở vị trí thứ 12`
                return true
            }
            index -= 1
        }
        guard sawNoun else { return false }
        if ScoreWords.to.contains(text.key(index)) { return isCourse(index, text) }
        return isOf || follows && (text.key(index) == and || text.isSign(",", at: index))
    }

    /// `từ vị trí thứ 20 lên vị trí thứ 15`: whether the word before `lên` begins with `từ`.
    private static func isCourse(_ to: Int, _ text: TokenText) -> Bool {
        var index = to - 1
        while index >= 0, to - index <= 12, !text.isSign(";", at: index), !text.endsSentence(at: index) {
            if isFrom(index, text) { return (index..<to).contains { nouns.contains(text.key($0)) } }
            index -= 1
        }
        return false
    }

    /// Whether nothing but the words for a rank stands between two tokens.
    static func isLed(from start: Int, to end: Int, in text: TokenText) -> Bool {
        (start..<end).allSatisfy {
            verbs.contains(text.key($0)) || nouns.contains(text.key($0)) || fillers.contains(text.key($0))
        }
    }

    private static let copula = WordKey.of("là")
    private static let at = WordKey.of("ở")

    /// Whether the words behind a rank say that a region holds it: `xếp vị trí thứ 2 là vùng Đông Nam Bộ`.
    static func isOfRegion(_ end: Int, in text: TokenText) -> Bool {
        text.key(end) == copula
            && (text.firstMatch(regionWords, at: end + 1) != nil || text.firstMatch(regions, at: end + 1) != nil)
    }

    private static func isFrom(_ index: Int, _ text: TokenText) -> Bool { text.key(index) == ScoreWords.from }

    private static func region(after start: Int, _ text: TokenText) -> (name: String, end: Int)? {
        var index = start
        while index < text.tokens.count, index < start + 9 {
            if let known = text.firstMatch(regions, at: index) {
                let end = index + known.keys.count
                return (text.string(index..<end), end)
            }
            if let word = text.firstMatch(regionWords, at: index) {
                let nameStart = index + word.keys.count
                if let known = text.firstMatch(regions, at: nameStart) {
                    let end = nameStart + known.keys.count
                    return (text.string(nameStart..<end), end)
                }
                var end = nameStart
                while end < text.tokens.count, text.tokens[end].kind == .word, !afterRegion.contains(text.key(end)) {
                    end += 1
                }
                return (text.string((end > nameStart ? nameStart : index)..<end), end)
            }
            guard
                between.contains(text.key(index))
                    || text.isSign(",", at: index) && between.contains(text.key(index + 1))
            else { return nil }
            index += 1
        }
        return nil
    }

    /// `trong khu vực Tây Nguyên, tỉnh đứng thứ 2/5`: the region's words stand right before.
    private static func region(before position: Int, from start: Int, _ text: TokenText) -> String? {
        var index = position - 1
        while index >= start, position - index <= 14 {
            if text.isSign("/", at: index) || text.isSign(";", at: index) || text.endsSentence(at: index) { return nil }
            if let known = text.firstMatch(regions, at: index) {
                // The longest name that ends there.
                let end = index + known.keys.count
                let nameStart = (max(start, index - 6)..<index).first { other in
                    text.firstMatch(regions, at: other).map { other + $0.keys.count >= end } ?? false
                }
                return text.string((nameStart ?? index)..<end)
            }
            index -= 1
        }
        return nil
    }
}
