extension CalendarDate {
    /// As Vietnamese documents print it, `26/05/2024`.
    var printed: String {
        func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return padded(day) + "/" + padded(month) + "/" + String(year)
    }

    /// Words of a message with the days that stand alone in round brackets as Vietnamese documents print them:
    /// `15/QĐ-UBND (2022-02-14)` gives `15/QĐ-UBND (14/02/2022)`. What is quoted from a document has no such brackets.
    static func printingDays(in words: String) -> String {
        guard words.contains("(") else { return words }
        var printed = ""
        var rest = words[...]
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let inner = rest[rest.index(after: open)..<close]
            printed += rest[...open]
            printed += CalendarDate(iso: String(inner)).map(\.printed) ?? String(inner)
            rest = rest[close...]
        }
        return printed + rest
    }
}
