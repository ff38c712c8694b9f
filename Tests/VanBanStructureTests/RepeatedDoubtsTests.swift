import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("a doubt about words is told once, with its places") struct RepeatedDoubtsTests {
    private func record() throws -> Record {
        try Documents.tasks(
            ["1", "Việc một", "Báo cáo", "Tổ Thử nghiệm Ánh Dương", "", "Tháng 3/2026"],
            ["2", "Việc hai", "Báo cáo", "Tổ Thử nghiệm Ánh Dương", "", ""],
            ["3", "Việc ba", "Báo cáo", "Tổ Thử nghiệm Ánh Dương", "", ""])
    }

    @Test("the same unknown name in three rows is one diagnostic, the others are related to it")
    func once() throws {
        let told = try record().diagnostics.filter { $0.code == .unknownAgency }
        #expect(told.count == 1)
        #expect(told.first?.related.count == 2)
        #expect(Set((told.first?.related ?? []).map(\.start)).count == 2)
    }

    @Test("what a row lacks is told at every row")
    func rows() throws {
        #expect(try record().diagnostics.filter { $0.code == .missingDeadline }.count == 2)
    }
}
