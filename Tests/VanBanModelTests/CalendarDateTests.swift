import Foundation
import Testing
import VanBanModel

@Suite struct CalendarDateTests {
    @Test(
        "only days of the calendar can be made",
        arguments: [
            (2022, 2, 31), (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0),
            (2024, 1, 32),
            (0, 1, 1), (10000, 1, 1), (-1, 1, 1),
        ])
    func refusesWhatIsNoDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test("leap days exist in leap years", arguments: [2000, 2020, 2024])
    func hasLeapDays(year: Int) {
        #expect(CalendarDate(year: year, month: 2, day: 29) != nil)
        #expect(CalendarDate.last(ofMonth: 2, in: year)?.day == 29)
    }

    @Test("every day of 1999 to 2004 reads back from ISO 8601 and from JSON, and comes after the day before")
    func everyDayRoundTrips() throws {
        var days: [CalendarDate] = []
        for year in 1999...2004 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else {
                        #expect(day > CalendarDate.length(ofMonth: month, in: year))
                        continue
                    }
                    days.append(date)
                }
            }
        }
        #expect(days.count == 365 * 6 + 2)
        #expect(days.allSatisfy { CalendarDate(iso: $0.description) == $0 })
        #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 && $0.description < $1.description })
        let decoded = try JSONDecoder().decode([CalendarDate].self, from: JSONEncoder().encode(days))
        #expect(decoded == days)
    }

    @Test("the calendar agrees with the system's Gregorian calendar")
    func agreesWithTheSystem() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        for year in [1900, 1945, 2000, 2023, 2024, 2100] {
            for month in 1...12 {
                let first = calendar.date(from: DateComponents(year: year, month: month, day: 1))
                let length = first.flatMap { calendar.range(of: .day, in: .month, for: $0)?.count }
                #expect(CalendarDate.length(ofMonth: month, in: year) == length)
            }
        }
    }

    @Test("small numbers are padded", arguments: [(2024, 5, 6, "2024-05-06"), (945, 12, 31, "0945-12-31")])
    func padsNumbers(year: Int, month: Int, day: Int, text: String) {
        #expect(CalendarDate(year: year, month: month, day: day)?.description == text)
    }

    @Test(
        "what is no ISO 8601 day is not read",
        arguments: ["", "2024", "2024-05", "26/5/2024", "2024-02-30", "2024-05-26T00:00"])
    func refusesOtherForms(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test("a day that does not exist is refused when decoding, with the words that were read")
    func refusesToDecode() {
        #expect {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2022-02-31"]"#.utf8))
        } throws: { error in
            "\(error)".contains("2022-02-31")
        }
    }

    @Test("a month gives its first and last day")
    func givesFirstAndLastDay() {
        #expect(CalendarDate.first(ofMonth: 6, in: 2024)?.description == "2024-06-01")
        #expect(CalendarDate.last(ofMonth: 6, in: 2024)?.description == "2024-06-30")
        #expect(CalendarDate.last(ofMonth: 13, in: 2024) == nil)
    }
}
