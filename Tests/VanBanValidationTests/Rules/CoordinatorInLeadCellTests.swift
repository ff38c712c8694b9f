import Testing

@testable import VanBanValidation

@Suite struct CoordinatorInLeadCellTests {
    @Test("an agency that coordinates, in the column of those that lead")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                "2\tKhảo sát mức độ hài lòng của người dân\tBáo cáo\tSở Nội vụ chủ trì, phối hợp với Sở Tài chính\tUBND cấp huyện\tQuý IV/2024"
            )
        ])
        let found = try Documents.findings(of: CoordinatorInLeadCell.self, in: text)
        #expect(found.map(\.arguments) == [["2", "Sở Tài chính"]])
    }

    @Test("agencies that lead")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                "2\tKhảo sát mức độ hài lòng của người dân\tBáo cáo\tSở Nội vụ chủ trì\tUBND cấp huyện\tQuý IV/2024"
            )
        ])
        #expect(try Documents.findings(of: CoordinatorInLeadCell.self, in: text).isEmpty)
    }
}
