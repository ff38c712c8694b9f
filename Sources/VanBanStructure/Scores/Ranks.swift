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
    private static let nouns = ScoreWords.keys("thứ hạng trí vị")
    private static let fillers = ScoreWords.keys("ở được vào đạt là")
    private static let and = WordKey.of("và")
    private static let ordinal = WordKey.of("thứ")
    private static let words: [String: Int] = Dictionary(
        [("nhất", 1), ("nhì", 2), ("hai", 2), ("ba", 3), ("tư", 4)].map { (WordKey.of($0), $1) },
        uniquingKeysWith: { first, _ in first })
    private static let regionWords = Phrase.list(["khu vực", "vùng", "toàn vùng", "toàn khu vực"])
    private static let between = ScoreWords.keys("các tỉnh thành phố trong của trên tại ở thuộc số tổng so với")
    private static let regions = Phrase.list([
        "đồng bằng sông Cửu Long", "đồng bằng sông Hồng", "trung du và miền núi phía Bắc",
        "trung du, miền núi phía Bắc", "trung du miền núi phía Bắc", "trung du và miền núi Bắc Bộ",
        "miền núi phía Bắc", "Bắc Trung Bộ và duyên hải miền Trung", "Bắc Trung Bộ và duyên hải Trung Bộ",
        "Bắc Trung Bộ", "duyên hải miền Trung", "duyên hải Nam Trung Bộ", "Nam Trung Bộ", "Tây Nguyên",
        "miền Trung - Tây Nguyên", "miền Trung", "Đông Nam Bộ", "Tây Nam Bộ", "Tây Bắc", "Đông Bắc",
    ])
    private static let afterRegion = ScoreWords.keys("sau tăng giảm và so năm trong đứng xếp trên của với đạt")

    /// The rank whose number stands at a token.
    /// - Parameter last: where the rank before ended, for `và thứ 31/61` and for whose region it is.
    static func at(_ position: Int, in text: TokenText, after last: Int?) -> Found? {
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
        guard isRank(position, text, isOf: rank.of != nil, follows: follows), text.key(end) != ScoreWords.points,
            text.percentLength(at: end) == 0
        else { return nil }
        if let told = region(after: end, text) { return Found(rank: rank, region: told.name, end: told.end) }
        return Found(rank: rank, region: region(before: position, from: last ?? 0, text), end: end)
    }

    /// `từ thứ hạng 51 lên thứ hạng 31/63`
    static func course(at position: Int, in text: TokenText) -> (from: Int, to: Int, of: Int?, end: Int)? {
        guard text.key(position) == ScoreWords.from, let from = rankBehind(position + 1, text),
            ScoreWords.to.contains(text.key(from.end)), let to = rankBehind(from.end + 1, text)
        else { return nil }
        guard text.isSign("/", at: to.end), let of = text.number(to.end + 1) else {
            return (from.value, to.value, nil, to.end)
        }
        return (from.value, to.value, of, to.end + 2)
    }

    /// The number behind `hạng`, `vị trí thứ` and the like.
    private static func rankBehind(_ start: Int, _ text: TokenText) -> (value: Int, end: Int)? {
        var index = start
        while index < start + 4, nouns.contains(text.key(index)) { index += 1 }
        guard index > start, let value = place(index, text) else { return nil }
        return (value, index + 1)
    }

    private static let within = ScoreWords.keys("trong trên tổng số")
    private static let ranked = ScoreWords.keys("tỉnh thành địa đơn bộ cơ sở huyện xã")

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
