/// The number behind `tháng` or `quý`, in whatever way it is printed: `3`, `II`, `thứ II`, `ba`, `(II)`, `: II`.
struct UnitNumber: Sendable, Hashable {
    var value: Int
    /// The token after it, a closing bracket included.
    var end: Int

    static func month(after index: Int, in tokens: TokenText) -> UnitNumber? {
        framed(after: index, in: tokens) { position in
            // `tháng thứ 3 năm 2026`
            let position =
                tokens.key(position) == ordinal && tokens.key(position + 2) == Words.year ? position + 1 : position
            if let number = tokens.shortNumber(position) {
                return (1...12).contains(number) ? UnitNumber(value: number, end: position + 1) : nil
            }
            return monthInWords(at: position, in: tokens)
        }
    }

    static func quarter(after index: Int, in tokens: TokenText) -> UnitNumber? {
        framed(after: index, in: tokens) { position in
            // `quý thứ II`
            let isOrdinal = tokens.key(position) == ordinal
            return quarter(at: isOrdinal ? position + 1 : position, isOrdinal: isOrdinal, in: tokens)
        }
    }

    /// Roman or Arabic figures.
    static func quarterFigures(at index: Int, in tokens: TokenText) -> UnitNumber? {
        if let number = tokens.shortNumber(index) {
            return (1...4).contains(number) ? UnitNumber(value: number, end: index + 1) : nil
        }
        return romans[tokens.key(index)].map { UnitNumber(value: $0, end: index + 1) }
    }

    /// A number in words that is surely one: a time goes on behind it, or nothing does.
    static func monthInWords(at index: Int, in tokens: TokenText) -> UnitNumber? {
        for (phrase, value) in monthWords where tokens.matches(phrase, at: index) {
            let end = index + phrase.keys.count
            // `tháng năm 2026` has lost the month's figures.
            if value == 5, tokens.key(end) != Words.year { return nil }
            return goesOn(end, in: tokens) ? UnitNumber(value: value, end: end) : nil
        }
        return nil
    }

    /// A day in words: `ba mươi`, `mười lăm`, `hai mươi mốt`.
    static func dayInWords(at index: Int, in tokens: TokenText) -> UnitNumber? {
        for (phrase, value) in dayWords where tokens.matches(phrase, at: index) {
            let end = index + phrase.keys.count
            return tokens.key(end) == Words.month ? UnitNumber(value: value, end: end) : nil
        }
        return nil
    }

    /// The longest first.
    private static let dayWords: [(phrase: Phrase, value: Int)] = {
        let digits = Lexicon.strings(.digitWords)
        var words = digits.enumerated().map { ($1, $0 + 1) } + digits.enumerated().map { ("mồng " + $1, $0 + 1) }
        words += Lexicon.numbers(.dayNumbers)
        for (tens, first) in [("mười", 10), ("hai mươi", 20)] {
            words += digits.enumerated().map { (tens + " " + $1, first + $0 + 1) }
            words += [(tens + " lăm", first + 5), (tens + " mốt", first + 1), (tens + " tư", first + 4)]
        }
        return words.map { (Phrase($0.0), $0.1) }.sorted { $0.0.keys.count > $1.0.keys.count }
    }()

    private static func quarter(at index: Int, isOrdinal: Bool, in tokens: TokenText) -> UnitNumber? {
        if let figures = quarterFigures(at: index, in: tokens) { return figures }
        guard let value = (isOrdinal ? ordinals : cardinals)[tokens.key(index)], goesOn(index + 1, in: tokens) else {
            return nil
        }
        return UnitNumber(value: value, end: index + 1)
    }

    /// A number with or without a sign before it that says nothing, and the sign that closes what that one opens.
    private static func framed(
        after index: Int, in tokens: TokenText, _ read: (Int) -> UnitNumber?
    ) -> UnitNumber? {
        let position = index + 1
        if let number = read(position) { return number }
        let sign = tokens.key(position)
        guard let closing = frames[sign], tokens.tokens.indices.contains(position + 1),
            tokens.tokens[position + 1].gapBefore <= .space, var number = read(position + 1)
        else { return nil }
        if !closing.isEmpty {
            guard tokens.key(number.end) == closing else { return nil }
            number.end += 1
        } else {
            // A full stop or colon may end what stands before; a year behind the number says that it does not.
            guard tokens.key(number.end) == "/" || tokens.key(number.end) == Words.year, tokens.isGlued(position) else {
                return nil
            }
            if sign == "-", !tokens.isGlued(position + 1) { return nil }
        }
        return number
    }

    private static func goesOn(_ index: Int, in tokens: TokenText) -> Bool {
        guard tokens.tokens.indices.contains(index) else { return true }
        let token = tokens.tokens[index]
        if token.kind != .word || token.gapBefore >= .lineBreak { return true }
        return followers.contains(token.key) || Words.to.contains(token.key)
    }

    private static let ordinal = WordKey.of("thứ")
    private static let romans = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    private static let cardinals = Lexicon.keyedNumbers(.quarterCardinals)
    private static let ordinals = Lexicon.keyedNumbers(.ordinalNumbers)
    /// The longest first.
    private static let monthWords: [(phrase: Phrase, value: Int)] = Lexicon.numbers(.monthNumbers).map {
        (Phrase($0.0), $0.1)
    }
    /// Signs before a number, and what closes them.
    private static let frames = ["(": ")", "\"": "\"", "'": "'", ":": "", ".": "", "-": ""]
    private static let followers: Set<String> = [Words.year, Words.and, Words.of, Words.before, Words.after]

    private static func keys(_ pairs: [(String, Int)]) -> [String: Int] {
        Dictionary(pairs.map { (WordKey.of($0.0), $0.1) }) { first, _ in first }
    }
}
