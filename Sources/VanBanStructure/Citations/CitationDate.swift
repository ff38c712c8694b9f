import VanBanModel
import VanBanReading

/// The day of issue as it follows a number or a law's name: `ngày 21 tháng 01 năm 2021`, `ngày 24/6/2022`,
/// `24-6-2022`, and blank forms of which only the year is left (`ngày    /    /2024`, `năm 2020`).
struct CitationDate: Sendable, Hashable {
    var date: CalendarDate?
    /// The year, where there is no full day.
    var year: Int?
    /// Whether day, month and year are printed but the calendar has no such day.
    var isImpossible: Bool
    var tokens: Range<Int>

    /// The date that stands at a token; nil where none does.
    static func at(_ index: Int, in text: TokenText) -> CitationDate? {
        var reader = Reader(text: text, index: index)
        return reader.read()
    }

    /// Takes a date apart, token by token.
    private struct Reader {
        let text: TokenText
        let start: Int
        var index: Int

        private static let verbs = Phrase.list(["ký ngày", "ban hành ngày", "được ký ngày"])

        init(text: TokenText, index: Int) {
            self.text = text
            start = index
            self.index = index
        }

        mutating func read() -> CitationDate? {
            // `ký ngày`, `ban hành ngày`
            if let verb = Self.verbs.first(where: { text.matches($0, at: index) }) { index += verb.keys.count - 1 }
            let named = take("ngày")
            // `ngày ngày 02 tháng 10 năm 2015`
            if named { _ = take("ngày") }
            let day = takeNumber(atMost: 2)
            if !named, day == nil { return readYear() }
            skipBlank()
            if take("tháng") { return readWords(day: day) }
            guard let separator = token()?.key, ["/", "-", "."].contains(separator) else { return nil }
            index += 1
            let month = takeNumber(atMost: 2)
            skipBlank()
            guard token()?.key == separator else { return nil }
            index += 1
            guard let year = takeYear() else { return nil }
            return date(day: day, month: month, year: year)
        }

        private mutating func readWords(day: Int?) -> CitationDate? {
            let month = takeNumber(atMost: 2)
            skipBlank()
            if token()?.key == "," { index += 1 }
            guard take("năm"), let year = takeYear() else { return nil }
            return date(day: day, month: month, year: year)
        }

        /// `năm 2020`, `tháng 5 năm 2020`, and a bare `2020`.
        private mutating func readYear() -> CitationDate? {
            if take("tháng") { _ = takeNumber(atMost: 2) }
            let named = take("năm")
            guard let year = takeYear() else { return nil }
            // `2021 - 2025` and `12/2021` are no year of issue.
            if let next = token(), next.isSign("-") || next.isSign("/") { return nil }
            if !named, start > 0, text.tokens[start].gapBefore == .none { return nil }
            return CitationDate(date: nil, year: year, isImpossible: false, tokens: start..<index)
        }

        private func date(day: Int?, month: Int?, year: Int) -> CitationDate {
            guard let day, let month else {
                return CitationDate(date: nil, year: year, isImpossible: false, tokens: start..<index)
            }
            let date = CalendarDate(year: year, month: month, day: day)
            return CitationDate(
                date: date, year: nil, isImpossible: date == nil, tokens: start..<index)
        }

        private func token() -> Token? { text.tokens.indices.contains(index) ? text.tokens[index] : nil }

        private mutating func take(_ word: String) -> Bool {
            guard let token = token(), token.kind == .word, token.key == WordKey.of(word) else { return false }
            index += 1
            return true
        }

        private mutating func takeNumber(atMost digits: Int) -> Int? {
            guard let token = token(), token.range.count <= digits, let value = token.value else { return nil }
            index += 1
            return value
        }

        private mutating func takeYear() -> Int? {
            guard let token = token(), token.range.count == 4, let value = token.value, (1900...2199).contains(value)
            else { return nil }
            index += 1
            return value
        }

        /// Dots and rulers on which day or month would be written.
        private mutating func skipBlank() {
            while let token = token(), token.key == "…" || token.key == "_" || (token.key == "." && next()?.key == ".")
            {
                index += 1
            }
        }

        private func next() -> Token? {
            text.tokens.indices.contains(index + 1) ? text.tokens[index + 1] : nil
        }
    }
}
