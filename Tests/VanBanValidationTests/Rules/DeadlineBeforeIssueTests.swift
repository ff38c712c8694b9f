import Testing

@testable import VanBanValidation

@Suite struct DeadlineBeforeIssueTests {
    @Test("deadlines of the past, in the text and in the table")
    func fires() throws {
        let text = try Documents.right(with: [
            ("trước ngày 15 tháng 11 năm 2024", "trước ngày 15 tháng 11 năm 2023"), ("Tháng 6/2024", "Tháng 02/2024"),
        ])
        let found = try Documents.findings(of: DeadlineBeforeIssue.self, in: text)
        #expect(found.map { $0.arguments[0] } == ["trước ngày 15 tháng 11 năm 2023", "Tháng 02/2024"])
    }

    @Test("what recurs, and days that order nothing")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("Tháng 6/2024", "Hằng tháng"), ("ở các xã, phường.", "cho hồ sơ tiếp nhận trước ngày 01/01/2024."),
        ])
        #expect(try Documents.findings(of: DeadlineBeforeIssue.self, in: text).isEmpty)
    }

    @Test("what was done before a day, and what is only called by it")
    func history() throws {
        let text = try Documents.right(with: [
            (
                "ở các xã, phường.",
                "ở các xã, phường; hồ sơ nộp trước ngày 01/01/2024; đã hoàn thành việc rà soát trước ngày 15/01/2024."
            )
        ])
        #expect(try Documents.findings(of: DeadlineBeforeIssue.self, in: text).isEmpty)
    }
}
