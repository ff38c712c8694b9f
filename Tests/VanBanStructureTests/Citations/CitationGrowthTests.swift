import Testing
import VanBanReading

@testable import VanBanStructure

@Suite("A paragraph of one phrase over and over is read to its end")
struct CitationGrowthTests {
    @Test(
        "and each document is one reference, however often it is named", .timeLimit(.minutes(10)),
        arguments: [
            ("Thực hiện nghị quyết số 1/NQ-CP ", 1), ("nghị quyết số 1/NQ-CP, ", 1),
            ("nghị quyết số 1/NQ-CP của Chính phủ về ", 1), ("Luật Đất đai, ", 1), ("của ", 0), ("và ", 0),
            ("nghị quyết số #/NQ-CP, ", 8000), ("thay thế nghị quyết số 1/NQ-CP ", 1), ("Nghị quyết 76 (", 1),
            ("được sửa đổi bởi Nghị quyết số 1/NQ-CP, ", 1), ("Nghị quyết nêu trên ", 1),
        ])
    func readsToTheEnd(words: String, references: Int) {
        let text = SourceText.literal(
            (1...8000).map { number in words.split(separator: "#").joined(separator: "\(number)") }.joined())
        var list = ReferenceList()
        for citation in CitationFinder().citations(in: Stretch(0..<text.bytes.count), of: text).citations {
            _ = list.add(citation, in: text)
        }
        #expect(list.references().count == references)
    }
}
