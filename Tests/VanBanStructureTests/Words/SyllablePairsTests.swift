import Testing
import VanBanReading

@testable import VanBanStructure

@Suite("syllables beside each other")
struct SyllablePairsTests {
    private let pairs = SyllablePairs.standard

    private func affinity(_ first: String, _ second: String) -> Double {
        pairs.affinity(pairs.identifier(of: WordKey.of(first)), pairs.identifier(of: WordKey.of(second)))
    }

    @Test(
        "words of one name follow each other, words of two cells do not",
        arguments: [("cơ", "quan", "các"), ("kế", "hoạch", "sở"), ("quyết", "định", "báo"), ("phối", "hợp", "tháng")])
    func affinity(words: (first: String, second: String, other: String)) {
        #expect(affinity(words.first, words.second) > 2)
        #expect(affinity(words.first, words.other) < 0)
    }

    @Test("a share of a text's own pairs counts beside those of legal text")
    func own() {
        let (first, second) = (pairs.identifier(of: WordKey.of("phòng")), pairs.identifier(of: WordKey.of("đào")))
        #expect(pairs.affinity(first, second, beside: 0.8, 0.5) > pairs.affinity(first, second) + 1)
    }

    @Test("a sign says nothing of the word before it, and something of the word behind")
    func signs() {
        #expect(pairs.affinity(pairs.identifier(of: WordKey.of("tạo")), pairs.edge) == 0)
        #expect(pairs.affinity(pairs.edge, pairs.identifier(of: WordKey.of("căn"))) != 0)
    }

    @Test("words that lead on seldom end a phrase", arguments: ["của", "các", "và", "kế", "kiểm"])
    func ends(word: String) throws {
        #expect(try #require(pairs.endShare(pairs.identifier(of: WordKey.of(word)))) < 0.12)
        #expect(try #require(pairs.endShare(pairs.identifier(of: WordKey.of("tỉnh")))) > 0.4)
    }

    @Test(
        "two syllables without a space between them have a seam, one has none",
        arguments: [("tếnghiệp", "tế"), ("vụcác", "vụ"), ("nghiệp", nil), ("online", nil)])
    func seam(word: String, first: String?) {
        let text = SourceText(plain: Array(word.utf8))
        #expect(pairs.seam(of: 0..<text.bytes.count, in: text) == first?.utf8.count)
    }
}
