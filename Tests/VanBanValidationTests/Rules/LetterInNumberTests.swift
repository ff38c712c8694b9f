import Testing

@testable import VanBanValidation

@Suite struct LetterInNumberTests {
    @Test("letters in a day, behind a month and before a figure")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã trước ngày l5/6/2024, trong tháng l2, gồm O5 xã.")
        ])
        let found = try Documents.findings(of: LetterInNumber.self, in: text)
        #expect(found.map(\.arguments) == [["l5/6/2024", "15/6/2024"], ["l2", "12"], ["O5", "05"]])
    }

    @Test("quarters, signs and gases")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã trong Quý I/2024 và II/2024; đo O2, CO2; mục I.1; mẫu A1; 5l nước.")
        ])
        #expect(try Documents.findings(of: LetterInNumber.self, in: text).isEmpty)
    }
}
