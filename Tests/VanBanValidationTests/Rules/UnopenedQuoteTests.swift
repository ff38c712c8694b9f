import Testing

@testable import VanBanValidation

@Suite struct UnopenedQuoteTests {
    @Test("a closing quotation mark that nothing opens")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã theo đúng quy trình”.")
        ])
        let found = try Documents.findings(of: UnopenedQuote.self, in: text)
        #expect(found.map(\.arguments) == [["… xã theo đúng quy trình”"]])
    }

    @Test("quotations that are closed, also one that goes over two paragraphs")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã theo cơ chế “một cửa” gọi là “nhà chung."),
            (Documents.secondEnd, "của từng cơ quan”."),
        ])
        #expect(try Documents.findings(of: UnopenedQuote.self, in: text).isEmpty)
    }
}
