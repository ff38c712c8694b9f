import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Lines that are told by their own words: heads of appendices, place and date, page numbers.
@Suite struct FormLineTests {
    private func kind(_ line: String) -> Line.Kind? {
        let text = SourceText.literal(line)
        return LineClassifier(text).lines(of: [Block(kind: .line, range: 0..<text.bytes.count)]).first?.kind
    }

    @Test(
        "an appendix is opened by its word, with or without a number or a title",
        arguments: [
            "Phụ lục", "PHỤ LỤC", "Phụ lục I", "PHỤ LỤC II", "Phụ lục 01", "PHỤ LỤC SỐ 1", "Phụ lục số 02:",
            "PHỤ LỤC A",
            "PHỤ LỤC I: DANH MỤC NHIỆM VỤ", "PHỤ LỤC III. DANH MỤC NHIỆM VỤ", "PHỤ LỤC DANH MỤC NHIỆM VỤ",
        ])
    func appendixHeads(_ line: String) {
        #expect(kind(line) == .appendixHead)
    }

    @Test(
        "a sentence that speaks of an appendix opens none",
        arguments: [
            "Phụ lục này quy định các nhiệm vụ.", "phụ lục I", "Phụ lục kèm theo Kế hoạch này", "Các phụ lục",
            "Phụ lục I và Phụ lục II được sửa đổi.",
        ])
    func appendixSentences(_ line: String) {
        #expect(kind(line) != .appendixHead)
    }

    private func placeAndDate(_ line: String) -> PlaceAndDate? {
        let text = SourceText.literal(line)
        return PlaceAndDate.at(0, in: TokenText(0..<text.bytes.count, in: text))
    }

    @Test("place and day are read from the line of issue")
    func placeAndDay() {
        let found = placeAndDate("Sơn La, ngày 25 tháng 12 năm 2020")
        #expect(found?.place == "Sơn La")
        #expect(found?.date == CalendarDate(year: 2020, month: 12, day: 25))
    }

    @Test("a day written with slashes is a day")
    func slashes() {
        #expect(placeAndDate("Hà Nội, ngày 5/3/2024")?.date == CalendarDate(year: 2024, month: 3, day: 5))
    }

    @Test(
        "a blank day or month leaves the date out and keeps the place",
        arguments: [
            "Sơn La, ngày     tháng     năm 2024", "Sơn La, ngày … tháng … năm 2024",
            "Sơn La, ngày    tháng 5 năm 2024",
            "Sơn La, ngày       /       /2024", "Sơn La, ngày ..... tháng ..... năm 20...",
            "Sơn La, ngày 5 tháng năm 2024",
        ])
    func blanks(_ line: String) {
        let found = placeAndDate(line)
        #expect(found?.place == "Sơn La")
        #expect(found?.date == nil)
        #expect(found?.isInvalid == false)
        #expect(kind(line) == .placeAndDate)
    }

    @Test("a day that no calendar has is invalid, not blank")
    func invalid() {
        #expect(placeAndDate("Sơn La, ngày 31 tháng 02 năm 2024")?.isInvalid == true)
    }

    @Test(
        "a sentence with a date in it is no line of issue",
        arguments: [
            "đã được ban hành ngày 5 tháng 3 năm 2024", "Từ ngày 5 tháng 3 năm 2024 đến nay", "Ngày hội tháng năm",
        ])
    func datesInSentences(_ line: String) {
        #expect(kind(line) != .placeAndDate)
    }

    @Test("page numbers are told by their form", arguments: ["- 2 -", "Trang 3", "Trang 3/10", "– 4 –"])
    func pageNumbers(_ line: String) {
        #expect(kind(line) == .pageNumber)
    }

    @Test(
        "a word that begins like a page is text",
        arguments: ["Trang thiết bị", "Trang 3 nêu rõ", "- 2 việc", "-2-3-4-"])
    func noPageNumbers(_ line: String) {
        #expect(kind(line) != .pageNumber)
    }

    @Test("lone numbers that count up between the pages are furniture")
    func countedPages() throws {
        let page = (1...4).map { "Nội dung thứ nhất của trang này được viết ở đây, đoạn \($0).\n\n" }.joined()
        let record = try Documents.plan("I. NỘI DUNG\n\n" + page + "2\n\n" + page + "3\n\n" + page)
        #expect(record.coverage.furniture == 2)
        #expect(record.outline.shape == "I")
    }

    @Test("a lone number that counts nothing stays in the record")
    func loneNumber() throws {
        let record = try Documents.plan("I. NỘI DUNG\n\nTổng số việc:\n\n17\n\nHết.")
        #expect(record.coverage.furniture == 0)
        #expect(record.outline.first?.text?.contains("17") == true)
    }

    @Test("rulers are furniture", arguments: ["-------", "_____", "*****", "=====", "─────", "*"])
    func rulers(_ line: String) {
        #expect(kind(line) == .ruler)
    }
}
