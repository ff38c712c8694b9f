import Testing
import VanBanReading

@testable import VanBanStructure

@Suite("A cell of one phrase over and over is read to its end")
struct AgencyGrowthTests {
    @Test(
        "and gives no more agencies than it has words", .timeLimit(.minutes(10)),
        arguments: [
            "của ", "và ", "Sở ", "báo cáo ", "các ", "(a) ", "( ", ", ", "UBND HUYỆN A ", "UBND huyện, ", "Sở và ",
            "Sở Y tế (chủ trì); ",
        ])
    func readsToTheEnd(words: String) {
        let count = 8000
        let text = SourceText.literal(String(repeating: words, count: count))
        let cell = Stretch(0..<text.bytes.count)
        #expect(AgencyReader(gazetteer: .standard).read(cell, in: text).agencies.count <= count)
        #expect(OutputItemReader.items(of: cell, in: text).count <= count)
    }
}
