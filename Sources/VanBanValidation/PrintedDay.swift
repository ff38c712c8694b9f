import VanBanModel

/// A day as running text prints it: `ngày 26 tháng 5 năm 2024`, `24/6/2022`, `ngày 3/6`. The order is always day, month,
/// year.
struct PrintedDay: Hashable, Sendable {
    /// The bytes of the passage that it takes, `ngày` included.
    var range: Range<Int>
    var day: Int
    var month: Int
    /// Nil where none is printed.
    var year: Int?

    /// The day; nil where the calendar has none such, or no year is printed.
    var date: CalendarDate? { year.flatMap { CalendarDate(year: $0, month: month, day: day) } }

    /// Whether no year, or not the printed one, has such a day.
    var isImpossible: Bool { CalendarDate(year: year ?? 2000, month: month, day: day) == nil }

    /// The days of some running text, from left to right. Without a year a day counts only after `ngày`, and in
    /// figures only where no other figure is joined to it: `1/2021/NĐ-CP` is none.
    static func all(in bytes: [UInt8]) -> [PrintedDay] {
        var days: [PrintedDay] = []
        var offset = 0
        while offset < bytes.count {
            guard isDigit(bytes[offset]), offset == 0 || !isJoined(bytes[offset - 1]) else {
                offset += 1
                continue
            }
            if let day = read(at: offset, in: bytes) {
                days.append(day)
                offset = day.range.upperBound
            } else {
                while offset < bytes.count, isDigit(bytes[offset]) { offset += 1 }
            }
        }
        return days
    }

    private static func read(at start: Int, in bytes: [UInt8]) -> PrintedDay? {
        var offset = start
        guard let day = number(at: &offset, digits: 1...2, in: bytes) else { return nil }
        let named = hasWord("ngày ", before: start, in: bytes) || hasWord("Ngày ", before: start, in: bytes)
        let from = named ? start - "ngày ".utf8.count : start
        if skip(" tháng ", at: &offset, in: bytes) {
            guard let month = number(at: &offset, digits: 1...2, in: bytes) else { return nil }
            let end = offset
            if skip(" năm ", at: &offset, in: bytes), let year = number(at: &offset, digits: 4...4, in: bytes) {
                return PrintedDay(range: from..<offset, day: day, month: month, year: year)
            }
            return named ? PrintedDay(range: from..<end, day: day, month: month, year: nil) : nil
        }
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "/") else { return nil }
        offset += 1
        guard let month = number(at: &offset, digits: 1...2, in: bytes) else { return nil }
        let end = offset
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "/") {
            offset += 1
            guard let year = number(at: &offset, digits: 4...4, in: bytes), !continues(at: offset, in: bytes) else {
                return nil
            }
            return PrintedDay(range: from..<offset, day: day, month: month, year: year)
        }
        guard named, !continues(at: end, in: bytes) else { return nil }
        return PrintedDay(range: from..<end, day: day, month: month, year: nil)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether a figure behind this byte is part of something larger: `43/2019`, `1.500`, `A12`.
    private static func isJoined(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
            || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80
    }

    /// Whether a sign goes on behind the figures: `1/2021/NĐ`, `3/6%`.
    private static func continues(at offset: Int, in bytes: [UInt8]) -> Bool {
        guard offset < bytes.count else { return false }
        return [UInt8(ascii: "/"), UInt8(ascii: "%")].contains(bytes[offset]) || isDigit(bytes[offset])
    }

    private static func number(at offset: inout Int, digits: ClosedRange<Int>, in bytes: [UInt8]) -> Int? {
        var value = 0
        var count = 0
        while offset + count < bytes.count, count <= digits.upperBound, isDigit(bytes[offset + count]) {
            value = value * 10 + Int(bytes[offset + count] - 0x30)
            count += 1
        }
        guard digits.contains(count) else { return nil }
        offset += count
        return value
    }

    private static func skip(_ word: String, at offset: inout Int, in bytes: [UInt8]) -> Bool {
        guard bytes[offset...].starts(with: word.utf8) else { return false }
        offset += word.utf8.count
        return true
    }

    private static func hasWord(_ word: String, before offset: Int, in bytes: [UInt8]) -> Bool {
        let length = word.utf8.count
        return offset >= length && bytes[(offset - length)..<offset].elementsEqual(word.utf8)
    }
}
