import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("letters that were lost before")
struct LostLettersTests {
    private func told(_ line: String, besides told: [Diagnostic] = []) -> [Diagnostic] {
        LostLetters(SourceText(plain: Array("Dòng đầu.\n\(line)\nDòng cuối.".utf8))).diagnostics(besides: told)
    }

    @Test(
        "a word that lost letters is told where it stands",
        arguments: [
            "h\u{FFFD} nghèo", "Ph?ng Kinh tế", "Kat(cid:234) của đồng bào", "khÃ¡m sá»©c khá»e", "Ä‘iá»ƒm",
            "$\\mathring { e }$ từ ngày",
        ])
    func lost(words: String) throws {
        let found = told("Rà soát \(words)")
        #expect(found.map(\.code) == [.lostLetters])
        #expect(found[0].severity == .warning)
        #expect(found[0].location.line == 2)
    }

    @Test(
        "questions, addresses and foreign letters lose nothing",
        arguments: [
            "Vì sao? Ai làm?", "Là gì?Vì sao", "hỏi “vì sao?”, “ai?»", "https://vidu.vn/a?x=1",
            "ÂU CƠ, Đà Nẵng, São Paulo", "(cid) và (1)",
        ])
    func kept(line: String) { #expect(told(line).isEmpty) }

    @Test("what the reader of the bytes said is not said again")
    func once() {
        let said = Diagnostic(.invalidBytes, at: Location(start: 0, end: 1, line: 2), arguments: ["1"])
        #expect(told("h\u{FFFD} nghèo", besides: [said]).isEmpty)
    }
}
