import VanBanModel
import VanBanReading

/// The time that a title plans for: `năm 2024`, `giai đoạn 2021-2025`, `năm 2024 và năm 2025`, `(2021 - 2025)`.
///
/// The year of a day is none (`Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024`, `cuộc họp ngày 03 tháng 10 năm 2022`),
/// and `đến năm 2030` says the end alone.
enum PlanPeriod {
    private static let year = WordKey.of("năm")
    private static let month = WordKey.of("tháng")
    private static let day = WordKey.of("ngày")
    private static let period = Phrase("giai đoạn")
    private static let until = WordKey.of("đến")
    private static let and = WordKey.of("và")

    static func read(_ text: TokenText) -> Period? {
        let tokens = text.tokens
        for index in tokens.indices where text.matches(period, at: index) {
            let numbers = tokens[index...].prefix(8).compactMap { yearValue($0) }
            if numbers.count >= 2, numbers[0] <= numbers[1] { return span(numbers[0], numbers[1]) }
        }
        var found: Period?
        var end: Int?
        var index = 0
        while index < tokens.count {
            guard tokens[index].key == year, index + 1 < tokens.count, let value = yearValue(tokens[index + 1]),
                !isOfDay(index, in: tokens), !isOfDocument(index, in: text)
            else {
                index += 1
                continue
            }
            if index > 0, tokens[index - 1].key == until {
                // `đến năm 2025, định hướng đến năm 2030`
                end = end ?? value
                index += 2
                continue
            }
            let last = lastOfSpan(value, from: &index, in: text)
            found = span(value, last)
        }
        return found ?? bracketed(in: tokens)
            ?? end.map { Period(start: nil, end: CalendarDate(year: $0, month: 12, day: 31)) }
    }

    /// The last year of those that a year begins (`năm 2024 - 2026`, `năm 2024 và năm 2025`, `năm 2024, 2025`); the
    /// index goes behind them.
    private static func lastOfSpan(_ first: Int, from index: inout Int, in text: TokenText) -> Int {
        let tokens = text.tokens
        var last = first
        index += 2
        while index + 1 < tokens.count {
            let isJoint = tokens[index].key == and || tokens[index].isSign(",")
            guard isJoint || tokens[index].isSign("-") || tokens[index].isSign("–") || tokens[index].key == until else {
                break
            }
            let next = tokens[index + 1].key == year ? index + 2 : index + 1
            guard next < tokens.count, let value = yearValue(tokens[next]), value >= last else { break }
            // Years that are named one by one follow each other.
            if isJoint, value > last + 1 { break }
            last = value
            index = next + 1
        }
        return last
    }

    /// Whether `năm` belongs to a day: `ngày 22 tháng 12 năm …`.
    private static func isOfDay(_ index: Int, in tokens: [Token]) -> Bool {
        guard index >= 4, tokens[index - 1].kind == .number, tokens[index - 2].key == month else { return false }
        return tokens[max(0, index - 5)..<(index - 2)].contains { $0.key == day }
    }

    /// Whether `năm` stands behind a document's number: `Quyết định số 30/QĐ-TTg năm 2024`.
    private static func isOfDocument(_ index: Int, in text: TokenText) -> Bool {
        (max(0, index - 8)..<index).contains { start in
            text.tokens[start].kind == .number && DocumentNumber.at(start, in: text)?.tokens.upperBound == index
        }
    }

    /// `… (2021 - 2025)`
    private static func bracketed(in tokens: [Token]) -> Period? {
        for index in tokens.indices where tokens[index].isSign("(") && index + 4 < tokens.count {
            if let first = yearValue(tokens[index + 1]), tokens[index + 2].isSign("-") || tokens[index + 2].isSign("–"),
                let last = yearValue(tokens[index + 3]), tokens[index + 4].isSign(")"), first <= last
            {
                return span(first, last)
            }
        }
        return nil
    }

    private static func yearValue(_ token: Token) -> Int? {
        guard let value = token.value, (1945...2100).contains(value), token.range.count == 4 else { return nil }
        return value
    }

    private static func span(_ first: Int, _ last: Int) -> Period {
        Period(start: CalendarDate(year: first, month: 1, day: 1), end: CalendarDate(year: last, month: 12, day: 31))
    }
}
