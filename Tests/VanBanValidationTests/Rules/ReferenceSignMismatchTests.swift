import Testing

@testable import VanBanValidation

@Suite struct ReferenceSignMismatchTests {
    @Test(
        "a sign in a form that its body does not use is told with the one meant",
        arguments: [
            ("Nghị quyết số 76-NQ/CP", "76/NQ-CP"), ("Chỉ thị số 11/CTUBND", "11/CT-UBND"),
            ("Nghị quyết số 18/NQ-TW", "18-NQ/TW"),
        ])
    func wrong(_ cited: String, _ meant: String) throws {
        let text = try Documents.right(with: [("Nghị quyết số 76/NQ-CP", cited)])
        let found = try Documents.findings(of: ReferenceSignMismatch.self, in: text)
        #expect(found.map { $0.arguments.last } == [meant])
    }

    @Test(
        "signs of the State and of the Party in their own forms pass",
        arguments: ["Nghị quyết số 12-NQ/TU", "Quyết định số 43/2019/QĐ-UBND", "Công văn số 64/BNV-CCHC"])
    func right(_ cited: String) throws {
        let text = try Documents.right(with: [("Nghị quyết số 76/NQ-CP", cited)])
        #expect(try Documents.findings(of: ReferenceSignMismatch.self, in: text).isEmpty)
    }
}
