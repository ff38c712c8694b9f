import Testing

@testable import VanBanValidation

@Suite struct IssuerSignMismatchTests {
    @Test("a people's committee does not number as the Prime Minister does")
    func fires() throws {
        let text = try Documents.right(with: [("Số: 318/QĐ-UBND", "Số: 318/QĐ-TTg")])
        let found = try Documents.findings(of: IssuerSignMismatch.self, in: text)
        #expect(found.map { $0.arguments[1] } == ["TTg"])
    }

    @Test("letters that anybody may have are left alone")
    func isSilent() throws {
        let text = try Documents.right(with: [("318/QĐ-UBND", "318/QĐ-BCĐ")])
        #expect(try Documents.findings(of: IssuerSignMismatch.self, in: text).isEmpty)
    }
}
