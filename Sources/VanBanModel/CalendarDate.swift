/// A day of the Gregorian calendar, without time or zone, as documents print it.
///
/// Only days that exist can be made: `CalendarDate(year: 2022, month: 2, day: 31)` is nil.
public struct CalendarDate: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    // Records of large tables hold a date or two for each of their agencies and deadlines.
    private let storedYear: Int16
    private let storedMonth: Int8
    private let storedDay: Int8

    public var year: Int { Int(storedYear) }
    public var month: Int { Int(storedMonth) }
    public var day: Int { Int(storedDay) }

    /// The day, or nil where the calendar has none such (years 1 to 9999).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        storedYear = Int16(year)
        storedMonth = Int8(month)
        storedDay = Int8(day)
    }

    /// The number of days of a month (1 to 12) in a year.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// The first day of a month; nil for a month or a year that does not exist.
    public static func first(ofMonth month: Int, in year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: 1)
    }

    /// The last day of a month; nil for a month or a year that does not exist.
    public static func last(ofMonth month: Int, in year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: length(ofMonth: month, in: year))
    }

    /// ISO 8601, `2024-05-26`.
    public var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
    }

    /// Reads the ISO 8601 form; nil for anything else.
    public init?(iso: String) {
        let pieces = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard pieces.map(\.utf8.count) == [4, 2, 2], iso.utf8.allSatisfy({ $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) }),
            let year = Int(pieces[0]), let month = Int(pieces[1]), let day = Int(pieces[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = CalendarDate(iso: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no ISO 8601 day (2024-05-26)"))
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
