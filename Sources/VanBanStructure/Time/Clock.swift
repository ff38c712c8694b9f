/// An hour of the day before a day (`17h00 ngày 15/6`, `17 giờ 30 phút, ngày 15/6`, `17:00 ngày 15/6`). It stays in the
/// statement's text; deadlines are told in days.
enum Clock {
    /// The token of the day after it; nil where no hour stands, or no day after it.
    static func end(at index: Int, in tokens: TokenText) -> Int? {
        guard let hours = tokens.shortNumber(index), hours <= 24 else { return nil }
        var next = index + 1
        let key = tokens.key(next)
        if key == hour || key == "h" || key == "g" {
            next += 1
            if tokens.shortNumber(next) != nil, tokens.key(next + 1) != "/" {
                next += 1
                if tokens.key(next) == minute || tokens.key(next) == "'" { next += 1 }
            }
        } else if key.hasPrefix("h"), key.utf8.count == 3, UInt8(key.dropFirst()) != nil {
            next += 1
            if tokens.key(next) == "'" { next += 1 }
        } else if key == ":", tokens.isGlued(next), let minutes = tokens.shortNumber(next + 1), minutes < 60 {
            next += 2
        } else {
            return nil
        }
        if tokens.key(next) == "," { next += 1 }
        guard
            tokens.key(next) == Words.day || Weekday.end(at: next, in: tokens) != nil
                || DateReader.date(at: next, in: tokens, defaultYear: nil) != nil
        else { return nil }
        return next
    }

    private static let hour = WordKey.of("giờ")
    private static let minute = WordKey.of("phút")
}

/// The name of a day of the week (`thứ Sáu`, `thứ 6`, `chủ nhật`).
enum Weekday {
    /// The token after one that begins at a token; nil where none does.
    static func end(at index: Int, in tokens: TokenText) -> Int? {
        if tokens.key(index) == ordinal {
            if let number = tokens.shortNumber(index + 1), (2...7).contains(number) { return index + 2 }
            return names.contains(tokens.key(index + 1)) ? index + 2 : nil
        }
        if short.contains(tokens.key(index)) { return index + 1 }
        return tokens.matches(sunday, at: index) ? index + 2 : nil
    }

    static var openings: [String] { short + [ordinal] + sunday.keys.prefix(1) }

    private static let ordinal = WordKey.of("thứ")
    private static let names = Lexicon.keys(.weekdayNumbers)
    private static let short: Set<String> = ["t2", "t3", "t4", "t5", "t6", "t7", "cn"]
    private static let sunday = Phrase("chủ nhật")
}
