import Testing

@testable import VanBanValidation

@Suite struct PromisedAppendixAbsentTests {
    @Test("an appendix that the file does not reach")
    func fires() throws {
        let text = try Documents.right(with: [("tại Phụ lục kèm theo", "tại Phụ lục II kèm theo")])
        let found = try Documents.findings(of: PromisedAppendixAbsent.self, in: text)
        #expect(found.map { Documents.words(at: $0, in: text) } == ["Phụ lục II"])
    }

    @Test("appendices of other documents, and the one that is there")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                "tại Phụ lục kèm theo Kế hoạch này",
                "tại Phụ lục I kèm theo Kế hoạch này, mẫu tại Phụ lục V Thông tư số 01/2023/TT-VPCP"
            )
        ])
        #expect(try Documents.findings(of: PromisedAppendixAbsent.self, in: text).isEmpty)
    }
}
