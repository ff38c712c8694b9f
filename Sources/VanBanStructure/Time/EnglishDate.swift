/// Days as English writes them, which stand beside Vietnamese ones in documents of two languages: `30 June 2026`,
/// `June 30, 2026`.
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
