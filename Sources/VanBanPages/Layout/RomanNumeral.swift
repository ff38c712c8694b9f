/// Roman numerals as the groups of tables are counted by.
enum RomanNumeral {
    private static let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    private static let tens = ["", "X", "XX", "XXX"]

    /// Whether a word is one, from I to XXXIX.
    static func isOne(_ word: String) -> Bool {
        !word.isEmpty
            && tens.contains { ten in word.hasPrefix(ten) && ones.contains(String(word.dropFirst(ten.count))) }
    }

    /// Whether the ends of two lines are one numeral that found no room on the first: `VII⏎I`.
    static func isCut(_ last: String, _ first: String) -> Bool {
        isOne(last) && isOne(first) && isOne(last + first)
    }
}
