import Testing

@testable import VanBanValidation

@Suite struct ReferenceNumberVariesTests {
    private static let whole = "theo Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007 về thực hiện dân chủ ở xã."

    @Test("one document whose sign is written in two ways")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, Self.whole),
            (Documents.secondEnd, "theo Pháp lệnh số 34/2007/PL-UBTVQH ngày 20/4/2007 về thực hiện dân chủ ở xã."),
        ])
        let found = try Documents.findings(of: ReferenceNumberVaries.self, in: text)
        #expect(found.map(\.arguments) == [["34/2007/PL-UBTVQH", "34/2007/PL-UBTVQH11"]])
    }

    @Test("spaces in a sign, and short mentions")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, Self.whole),
            (Documents.secondEnd, "theo Pháp lệnh số 34/2007/PL- UBTVQH11; Nghị quyết số 76/NQ-CP, Nghị quyết 76."),
        ])
        #expect(try Documents.findings(of: ReferenceNumberVaries.self, in: text).isEmpty)
    }
}
