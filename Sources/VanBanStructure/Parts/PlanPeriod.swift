import VanBanModel
import VanBanReading

/// The time that a title plans for: `năm 2024`, `giai đoạn 2021-2025`, `năm 2024 và các năm tiếp theo`.
enum PlanPeriod {
    private static let year = WordKey.of("năm")
    private static let period = Phrase("giai đoạn")
    private static let until = WordKey.of("đến")

    static func read(_ text: TokenText) -> Period? {
        let tokens = text.tokens
        for index in tokens.indices where text.matches(period, at: index) {
            let numbers = tokens[index...].prefix(8).compactMap { yearValue($0) }
            if numbers.count >= 2, numbers[0] <= numbers[1] { return span(numbers[0], numbers[1]) }
        }
        var found: [Int] = []
        for index in tokens.indices where tokens[index].key == year && index + 1 < tokens.count {
            if let value = yearValue(tokens[index + 1]) {
                // `đến năm 2025, định hướng đến năm 2030`: the end is told, not the beginning.
                if index > 0, tokens[index - 1].key == until {
                    if found.isEmpty {
                        return Period(start: nil, end: CalendarDate(year: value, month: 12, day: 31))
                    }
                    continue
                }
                found.append(value)
                if index + 3 < tokens.count, tokens[index + 2].isSign("-") || tokens[index + 2].key == until,
                    let end = yearValue(tokens[index + 3]), end >= value
                {
                    return span(value, end)
                }
            }
        }
        guard let last = found.last else { return nil }
        return span(last, last)
    }

    private static func yearValue(_ token: Token) -> Int? {
        guard let value = token.value, (1945...2100).contains(value), token.range.count == 4 else { return nil }
        return value
    }

    private static func span(_ first: Int, _ last: Int) -> Period {
        Period(start: CalendarDate(year: first, month: 1, day: 1), end: CalendarDate(year: last, month: 12, day: 31))
    }
}
