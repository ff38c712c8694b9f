import Testing

@testable import VanBanValidation

@Suite struct OwnDateMismatchTests {
    @Test("the file's own document cited with another day")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                "tại Phụ lục kèm theo Kế hoạch này.",
                "theo Quyết định số 318/QĐ-UBND ngày 09 tháng 4 năm 2024 tại Phụ lục."
            ), ("(Kèm theo Quyết định số 318/QĐ-UBND ngày 08 tháng 4 năm 2024 của Chủ tịch Ủy ban nhân dân tỉnh)", ""),
        ])
        let found = try Documents.findings(of: OwnDateMismatch.self, in: text)
        #expect(found.map(\.arguments) == [["318/QĐ-UBND", "08/04/2024", "09/04/2024"]])
    }

    @Test("numbers begin anew each year, so the same number of another year is another document")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                "tại Phụ lục kèm theo Kế hoạch này.",
                "theo Quyết định số 318/QĐ-UBND ngày 09 tháng 4 năm 2023 tại Phụ lục."
            )
        ])
        #expect(try Documents.findings(of: OwnDateMismatch.self, in: text).isEmpty)
    }
}
