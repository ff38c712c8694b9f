import Testing

@testable import VanBanValidation

@Suite struct DoubledWordTests {
    @Test("a word and a pair of words typed twice")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các các xã; nâng cao nâng cao chất lượng.")
        ])
        let found = try Documents.findings(of: DoubledWord.self, in: text)
        #expect(found.map(\.arguments) == [["các"], ["nâng cao"]])
    }

    @Test("a phrase typed again with a capital, and three words typed twice")
    func firesOnPhrases() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã theo quy chế Quy chế làm việc; quy định giá dịch vụ giá dịch vụ đo đạc.")
        ])
        let found = try Documents.findings(of: DoubledWord.self, in: text)
        #expect(found.map(\.arguments) == [["Quy chế"], ["giá dịch vụ"]])
    }

    @Test("words that are doubled on purpose, and a sentence's end between them")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã luôn luôn, ngày ngày; từng xã, từng xã. Gửi về xã; về cơ quan.")
        ])
        #expect(try Documents.findings(of: DoubledWord.self, in: text).isEmpty)
    }
}
