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

    @Test(
        "the appendix of a document that is named behind it is not this file's",
        arguments: [
            "Phụ lục V ban hành kèm theo Quyết định 12/QĐ-TTg", "Phụ lục II Kế hoạch 45/KH-UBND",
            "Phụ lục III Luật Đầu tư",
        ])
    func ofAnother(_ words: String) throws {
        let text = try Documents.right(with: [
            ("tại Phụ lục kèm theo Kế hoạch này", "tại Phụ lục I kèm theo Kế hoạch này và \(words)")
        ])
        #expect(try Documents.findings(of: PromisedAppendixAbsent.self, in: text).isEmpty)
    }
}
