/// Days as English writes them, which stand beside Vietnamese ones in documents of two languages: `30 June 2026`,
/// `June 30, 2026`; and as sheets write them in an English program: `15-Apr-26`, `15-Apr`, `Mar-26`.
enum EnglishDate {
    /// The day that begins at a token.
    static func at(_ index: Int, in tokens: TokenText) -> PrintedDate? {
        var position = index
        let month: Int
        let day: Int
        if let named = months[tokens.key(position)], let number = tokens.shortNumber(position + 1) {
            (month, day) = (named, number)
        } else if let number = tokens.shortNumber(position), let named = months[tokens.key(position + 1)] {
            (month, day) = (named, number)
        } else {
            return nil
        }
        position += 2
        if tokens.key(position) == "," { position += 1 }
        guard (1...31).contains(day), let year = tokens.year(position) else { return nil }
        var date = PrintedDate(range: index..<(position + 1), day: day, month: month, year: year, date: nil)
        date.date = date.date(inYear: nil)
        return date
    }

    /// The day that begins at a token as a sheet writes it: `15-Apr-26`, and without a year `15-Apr`.
    static func ofSheet(at index: Int, in tokens: TokenText) -> PrintedDate? {
        guard let day = tokens.shortNumber(index), (1...31).contains(day), isDash(index + 1, tokens),
            let month = months[tokens.key(index + 2)]
        else { return nil }
        guard isDash(index + 3, tokens) else {
            return PrintedDate(range: index..<(index + 3), day: day, month: month, date: nil)
        }
        guard let year = year(index + 4, tokens) else { return nil }
        var date = PrintedDate(range: index..<(index + 5), day: day, month: month, year: year, date: nil)
        date.hasShortYear = tokens.year(index + 4) == nil
        date.date = date.date(inYear: nil)
        return date
    }

    /// The month that begins at a token as a sheet writes it: `Mar-26`.
    static func monthOfSheet(at index: Int, in tokens: TokenText) -> CalendarUnit? {
        guard let month = months[tokens.key(index)], isDash(index + 1, tokens), !isDash(index + 3, tokens),
            let year = year(index + 2, tokens)
        else { return nil }
        return CalendarUnit(scale: .month(month), year: year)
    }

    /// A dash without space around it.
    private static func isDash(_ index: Int, _ tokens: TokenText) -> Bool {
        tokens.key(index) == "-" && tokens.isGlued(index) && tokens.isGlued(index + 1)
    }

    /// A year in four digits, or in two of this century.
    private static func year(_ index: Int, _ tokens: TokenText) -> Int? {
        if let year = tokens.year(index) { return year }
        guard let short = tokens.shortNumber(index), tokens.key(index).utf8.count == 2 else { return nil }
        return 2000 + short
    }

    /// Whether words only say in English how a day stands to the one before them, or nothing: `Before`, `(tentative)`.
    static func isGloss(_ range: Range<Int>, in tokens: TokenText) -> Bool {
        range.allSatisfy { index in
            tokens.tokens[index].kind != .word || words.contains(tokens.key(index))
        }
    }

    static var openings: [String] { Array(months.keys) }

    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var months: [String: Int] = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()
    private static let words: Set<String> = [
        "before", "by", "until", "till", "on", "from", "to", "after", "no", "later", "than", "the", "in", "at",
        "latest", "deadline", "tentative", "expected", "due", "of",
    ]
}
