import VanBanReading

/// Counts the marks that stand under the heads of a table: `(1) (2) (3)`, `A B 1 2 3`.
///
/// Forms of statistics letter the columns of names and number those of figures.
struct ColumnMarks {
    private var letters = 0
    private var numbers = 0
    private var romans = 0
    /// Whether the numbers begin with 0, and whether the letter that only Vietnamese has is among the letters.
    private var hasZero = false
    private var hasBarredLetter = false
    /// Whether each mark so far stands in brackets.
    private(set) var isBracketed = true

    private static let barredLetter = WordKey.of("đ")
    private static let alphabet = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
    private static let romanNumerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    private static let brackets: [Unicode.Scalar] = ["(", ")", "[", "]"]

    /// How many marks there have been.
    var count: Int { letters + numbers + romans }
    /// Whether these are marks, and no row of figures.
    var areMarks: Bool { count >= 3 && (numbers > 0 && !hasZero || count > 3) }

    /// Takes what may be the next mark.
    /// - Parameter tokens: all of a cell; behind the mark may stand how it is worked out (`5=3-4`).
    mutating func take(cell tokens: TokenText) -> Bool {
        var marks = tokens.tokens.prefix { !$0.isSign("=") }.filter { token in
            !Self.brackets.contains { token.isSign($0) }
        }
        if marks.count == 2, marks[1].isSign(".") { marks.removeLast() }
        guard marks.count == 1, tokens.tokens.count <= 9, take(marks[0]) else { return false }
        isBracketed = isBracketed && tokens.tokens.first?.isSign("(") == true
        return true
    }

    /// Takes the marks of a line; false, with nothing taken, where something else stands in it.
    mutating func take(line tokens: TokenText) -> Bool {
        var next = self
        for token in tokens.tokens where !Self.brackets.contains(where: { token.isSign($0) }) {
            guard next.take(token) else { return false }
        }
        guard next.count > count else { return false }
        self = next
        return true
    }

    private mutating func take(_ token: Token) -> Bool {
        if token.kind == .number {
            if token.value == 0, count == 0 {
                hasZero = true
            } else if token.value != numbers + (hasZero ? 0 : 1) || romans > 0 {
                return false
            }
            numbers += 1
            return true
        }
        guard numbers == 0, token.kind == .word else { return false }
        if letters == 0, romans < Self.romanNumerals.count, token.key == Self.romanNumerals[romans] {
            romans += 1
            return true
        }
        guard romans == 0 else { return false }
        // Most leave out the letter that only Vietnamese has.
        if letters == 4, !hasBarredLetter, token.key == Self.barredLetter {
            hasBarredLetter = true
        } else {
            let place = letters - (hasBarredLetter ? 1 : 0)
            guard place < Self.alphabet.count, token.key == Self.alphabet[place] else { return false }
        }
        letters += 1
        return true
    }
}
