import Testing
import VanBanReading

@testable import VanBanStructure

@Suite("long paragraphs are read in a time that grows with their length", .serialized)
struct CitationGrowthTests {
    @Test(
        "the same words over and over",
        arguments: [
            "Thực hiện nghị quyết số 1/NQ-CP ", "nghị quyết số 1/NQ-CP, ", "nghị quyết số 1/NQ-CP của Chính phủ về ",
            "Luật Đất đai, ", "Luật ", "của ", "và ", "số 1, ", "nghị quyết số #/NQ-CP, ",
            "Luật Đất đai số #/2013/QH13, ",
        ])
    func growsWithLength(words: String) {
        let growth = growth(
            of: { count in
                (1...count).map { number in words.split(separator: "#").joined(separator: "\(number)") }.joined()
            },
            in: { stretch, text in
                var list = ReferenceList()
                for citation in CitationFinder().citations(in: stretch, of: text).citations {
                    _ = list.add(citation, in: text)
                }
                _ = list.diagnostics()
            })
        #expect(growth < steepestGrowth)
    }
}
