import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("Printed days")
struct DateReaderTests {
    private func date(_ text: String, year: Int? = nil) -> PrintedDate? {
        let source = SourceText.literal(text)
        return DateReader.date(at: 0, in: TokenText(0..<source.bytes.count, in: source), defaultYear: year)
    }

    @Test(
        "a day is read in every printed form",
        arguments: [
            ("ngày 26 tháng 5 năm 2024", "2024-05-26"), ("24/6/2022", "2022-06-24"), ("01-10-1997", "1997-10-01"),
            ("ngày 02/6 năm 2021", "2021-06-02"), ("5.3.2023", "2023-03-05"), ("30 tháng 6 năm 2024", "2024-06-30"),
            ("24/6/22", "2022-06-24"), ("01-10-97", "1997-10-01"), ("12/ 8/ 2022", "2022-08-12"),
        ])
    func forms(text: String, expected: String) {
        #expect(date(text)?.date?.description == expected)
        #expect(date(text)?.isYearMissing == false)
    }

    @Test("a day without a year takes the default year and says so")
    func missingYear() {
        let found = date("3/6", year: 2022)
        #expect(found?.date?.description == "2022-06-03")
        #expect(found?.isYearMissing == true)
        #expect(date("3/6")?.date == nil)
        #expect(date("ngày 3 tháng 6", year: 2022)?.date?.description == "2022-06-03")
    }

    @Test("a day that the calendar does not have is found but has no date")
    func invalid() {
        let found = date("ngày 31/02/2024")
        #expect(found != nil)
        #expect(found?.date == nil)
        #expect(found?.isInvalid == true)
    }

    @Test(
        "numbers of documents, months and durations are no days",
        arguments: ["27/KH-UBND", "12/5/2020/TT-BTC", "6 tháng 1 lần", "7/2024", "45/67", "1.1"])
    func noDays(text: String) {
        #expect(date(text) == nil)
    }

    @Test("the range covers the day's tokens only")
    func range() {
        #expect(date("ngày 26 tháng 5 năm 2024 của")?.range == 0..<6)
    }
}
