import Testing

@testable import VanBanValidation

@Suite struct GroupNumberGapTests {
    @Test("groups I, II, IV")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstRow, "I\tTẬP HUẤN\t\t\t\t\n" + Documents.firstRow),
            (
                Documents.secondRow,
                "II\tKHẢO SÁT\t\t\t\t\n" + Documents.secondRow + "\nIV\tCÔNG KHAI\t\t\t\t"
                    + Documents.thirdRow
            ),
        ])
        let found = try Documents.findings(of: GroupNumberGap.self, in: text)
        #expect(found.map(\.arguments) == [["II", "IV"]])
    }

    @Test("groups I, II, III")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstRow, "I\tTẬP HUẤN\t\t\t\t\n" + Documents.firstRow),
            (
                Documents.secondRow,
                "II\tKHẢO SÁT\t\t\t\t\n" + Documents.secondRow + "\nIII\tCÔNG KHAI\t\t\t\t"
                    + Documents.thirdRow
            ),
        ])
        #expect(try Documents.findings(of: GroupNumberGap.self, in: text).isEmpty)
    }
}
