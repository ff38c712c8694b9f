import VanBanModel
import VanBanReading

/// Place and time of issue (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4): `Sơn La, ngày 25 tháng 12 năm 2020`, blanks included.
struct PlaceAndDate {
    var place: String?
    var date: CalendarDate?
    /// All of day, month and year are printed, but the calendar has no such day.
    var isInvalid: Bool
    var tokens: Range<Int>

    /// Nouns of places, which stand in small letters in `Thành phố Hồ Chí Minh` and before the number of `Quận 1`.
    private static let nouns = Lexicon.keys(.placeNouns)
    /// `Trước ngày 31/12/2026` names no place.
    private static let times = Lexicon.keys(.noPlaceOpenings)
    private static let day = WordKey.of("ngày")
    private static let month = WordKey.of("tháng")
    private static let year = WordKey.of("năm")

    /// What stands from a token on: at most seven words of place, then `ngày … tháng … năm …` or `ngày …/…/…`.
    static func at(_ start: Int, in text: TokenText) -> PlaceAndDate? {
        let tokens = text.tokens
        let first = start
        var start = start
        // `Số: 12/KH-UBND, Long Hồ, ngày …`
        if start < tokens.count, tokens[start].isSign(",") { start += 1 }
        guard start < tokens.count, !times.contains(tokens[start].key) else { return nil }
        var index = start
        while index < tokens.count, tokens[index].key != day, !isBareDay(index, in: text) {
            let token = tokens[index]
            let isNamed = index > start && nouns.contains(tokens[index - 1].key)
            let isPlace =
                token.kind == .word || token.isSign("-") || token.isSign(".") || token.kind == .number && isNamed
            guard isPlace || token.isSign(",") || token.isSign(";"), index - start < 9 else { return nil }
            if token.kind == .word, !token.startsUpper, !nouns.contains(token.key) { return nil }
            index += 1
        }
        guard index < tokens.count else { return nil }
        var placeEnd = index
        guard index == start || tokens[index - 1].isSign(",") || tokens[index].gapBefore != .none else { return nil }
        while placeEnd > start, tokens[placeEnd - 1].isSign(",") || tokens[placeEnd - 1].isSign(";") { placeEnd -= 1 }
        let place = placeEnd > start ? text.string(start..<placeEnd) : nil
        if tokens[index].key == day { index += 1 }
        var numbers: [Int?] = [nil, nil, nil]
        var slot = 0
        var sawMonth = false
        var sawYear = false
        while index < tokens.count {
            let token = tokens[index]
            if token.key == month {
                sawMonth = true
                slot = 1
            } else if token.key == year {
                sawYear = true
                slot = 2
            } else if token.isSign("/") || joins(index, in: text) {
                slot += 1
                sawMonth = true
                sawYear = sawYear || slot == 2
            } else if token.kind == .number, slot < 3, numbers[slot] == nil {
                numbers[slot] = token.value
            } else if token.isSign(".") || token.isSign("…") || token.key == "…" || token.isSign("_")
                || token.isSign("-")
            {
                // The dots of a blank.
            } else {
                break
            }
            guard slot < 3 else { break }
            index += 1
        }
        guard sawMonth, sawYear || numbers[2] != nil else { return nil }
        var date: CalendarDate?
        var isInvalid = false
        if let day = numbers[0], let month = numbers[1], let year = numbers[2] {
            date = CalendarDate(year: year, month: month, day: day)
            isInvalid = date == nil
        }
        return PlaceAndDate(place: place, date: date, isInvalid: isInvalid, tokens: first..<index)
    }

    /// A dot or a dash between two figures: `05.01.2026`
    private static func joins(_ index: Int, in text: TokenText) -> Bool {
        (text.key(index) == "." || text.key(index) == "-") && text.isGlued(index) && text.isGlued(index + 1)
            && text.number(index - 1) != nil && text.number(index + 1) != nil
    }

    /// A day in figures alone behind a place: `Phú Thọ, 05/01/2026`.
    private static func isBareDay(_ index: Int, in text: TokenText) -> Bool {
        guard text.key(index - 1) == "," || text.key(index - 1) == ";" else { return false }
        func isSign(_ index: Int) -> Bool { text.key(index) == "/" || joins(index, in: text) }
        return text.number(index) != nil && isSign(index + 1) && text.number(index + 2) != nil && isSign(index + 3)
            && text.year(index + 4) != nil
    }
}
