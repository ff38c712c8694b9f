import Testing
import VanBanReading

@testable import VanBanStructure

@Suite("long cells are read in a time that grows with their length", .serialized)
struct AgencyGrowthTests {
    @Test(
        "the same words over and over",
        arguments: [
            "của ", "và ", "Sở ", "báo cáo ", "các ", "(a) ", "( ", ", ", "UBND HUYỆN A ", "UBND huyện, ", "Sở và ",
            "Sở Y tế (chủ trì); ",
        ])
    func growsWithLength(words: String) {
        let growth = growth(
            of: { String(repeating: words, count: $0) },
            in: { cell, text in
                _ = AgencyReader(gazetteer: .standard).read(cell, in: text)
                _ = OutputItemReader.items(of: cell, in: text)
            })
        #expect(growth < steepestGrowth)
    }
}
