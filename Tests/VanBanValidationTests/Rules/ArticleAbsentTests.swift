import Testing

@testable import VanBanValidation

@Suite struct ArticleAbsentTests {
    @Test(
        "an article that the decision does not reach, among the recipients and in the text",
        arguments: [
            ("- Như Điều 3;", "- Như Điều 5;"),
            ("có hiệu lực kể từ ngày ký.", "có hiệu lực kể từ ngày ký, trừ nội dung tại Điều 5 Quyết định này."),
        ])
    func fires(_ old: String, _ new: String) throws {
        let text = try Documents.right(with: [(old, new)])
        let found = try Documents.findings(of: ArticleAbsent.self, in: text)
        #expect(found.map { Documents.words(at: $0, in: text) } == ["Điều 5"])
        #expect(found.map { $0.arguments[2] } == ["3"])
    }

    @Test("articles of other documents, and one that is there")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                "có hiệu lực kể từ ngày ký.",
                "có hiệu lực theo Điều 3 Quyết định này và Điều 28 Luật Tổ chức chính quyền địa phương."
            )
        ])
        #expect(try Documents.findings(of: ArticleAbsent.self, in: text).isEmpty)
    }
}
