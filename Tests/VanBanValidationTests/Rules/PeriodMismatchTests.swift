import Testing

@testable import VanBanValidation

@Suite struct PeriodMismatchTests {
    @Test("a plan for another year than the decision's")
    func fires() throws {
        let text = try Documents.right(with: [("dân năm 2024\n(Kèm", "dân năm 2023\n(Kèm")])
        let found = try Documents.findings(of: PeriodMismatch.self, in: text)
        #expect(found.map { [$0.arguments[1], $0.arguments[3]] } == [["2023", "2024"]])
    }

    @Test("a longer time that holds the year passes")
    func isSilent() throws {
        let text = try Documents.right(with: [("dân năm 2024\n(Kèm", "dân giai đoạn 2024-2026\n(Kèm")])
        #expect(try Documents.findings(of: PeriodMismatch.self, in: text).isEmpty)
    }
}
