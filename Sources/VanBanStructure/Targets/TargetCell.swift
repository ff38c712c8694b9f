import VanBanModel
import VanBanReading

/// Reads the value of a cell in a table of targets: `≥ 95`, `Trên 95%`, `100`, `95 - 97%`, `Giảm 20%`.
enum TargetCell {
    /// The one amount that a cell holds; nil where it holds none, several, or words that may change it.
    /// - Parameter unit: the unit that another column or the head prints.
    static func amount(in text: TokenText, unit: String?) -> TargetAmount? {
        guard text.tokens.count <= 14, let position = text.tokens.firstIndex(where: { $0.kind == .number }),
            let number = DecimalNumber.at(position, in: text)
        else { return nil }
        var known = unit.map { $0.contains("%") ? "percent" : $0 }
        if let words = known, ranks.contains(Phrase(words)) { known = "rank" }
        if var amount = TargetAmount.at(position, in: text) {
            amount.comparator = compared(before: position, text) ?? amount.comparator
            return isAll(amount.range, of: text) ? amount : nil
        }
        var amount = TargetAmount(
            comparator: TargetWords.band.contains(text.key(position - 1))
                ? .atMost : compared(before: position, text) ?? .equal, value: number.value, unit: known,
            isCompared: false,
            isReached: false, range: position..<(position + number.length), number: position)
        var end = position + number.length
        if TargetAmount.isRangeSign(end, text), let upper = DecimalNumber.at(end + 1, in: text),
            upper.value > number.value
        {
            amount.upper = upper.value
            amount.comparator = .between
            end += 1 + upper.length
        }
        if text.firstMatch(TargetWords.upwards, at: end) != nil {
            amount.comparator = .atLeast
            end += 2
        }
        amount.range = 0..<end
        return isAll(amount.range, of: text) ? amount : nil
    }

    private static let ranks = Lexicon.phrases(.targetRanks)

    private static func compared(before position: Int, _ text: TokenText) -> Target.Comparator? {
        if let signs = TargetWords.twoSigns.first(where: { text.matches($0.phrase, at: position - 2) }) {
            return signs.comparator
        }
        return TargetWords.comparators.first { text.matches($0.phrase, at: position - $0.phrase.keys.count) }?
            .comparator
    }

    /// Whether nothing else of weight stands in the cell.
    private static func isAll(_ range: Range<Int>, of text: TokenText) -> Bool {
        text.tokens[min(range.upperBound, text.tokens.count)...].allSatisfy { $0.kind != .number && $0.kind != .word }
            && text.tokens[..<range.lowerBound].allSatisfy { $0.kind != .number }
    }
}
