import Testing

@testable import VanBanValidation

@Suite struct ImpossibleDateTests {
    @Test("a day that no calendar has")
    func fires() throws {
        let text = try Documents.right(with: [("ở các xã, phường.", "ở các xã, từ ngày 31 tháng 6 năm 2024.")])
        let found = try Documents.findings(of: ImpossibleDate.self, in: text)
        #expect(found.map { Documents.words(at: $0, in: text) } == ["ngày 31 tháng 6 năm 2024"])
    }

    @Test("days of leap years, numbers and fractions")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("ở các xã, phường.", "ở các xã từ ngày 29/02/2024 (đạt 31/35 xã, theo Tờ trình số 31/2024/TTr-SNV).")
        ])
        #expect(try Documents.findings(of: ImpossibleDate.self, in: text).isEmpty)
    }
}
