import Testing

@testable import VanBanValidation

@Suite struct RowNumberJumpTests {
    @Test("a number missing over rows of a lower order")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                "a\tSoạn tài liệu\tTài liệu\tSở Nội vụ\tVăn phòng UBND tỉnh\tTháng 6/2024"
                    + "\nb\tMở lớp tại các xã\tLớp tập huấn\tSở Nội vụ\tVăn phòng UBND tỉnh\tTháng 6/2024"
                    + Documents.thirdRow.replacing("\n3", with: "\n3")
            )
        ])
        let found = try Documents.findings(of: RowNumberJump.self, in: text)
        #expect(found.map(\.arguments) == [["1", "3"]])
    }

    @Test("numbers that go on over rows of a lower order")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                "a\tSoạn tài liệu\tTài liệu\tSở Nội vụ\tVăn phòng UBND tỉnh\tTháng 6/2024"
                    + "\nb\tMở lớp tại các xã\tLớp tập huấn\tSở Nội vụ\tVăn phòng UBND tỉnh\tTháng 6/2024"
                    + Documents.thirdRow.replacing("\n3", with: "\n2")
            )
        ])
        #expect(try Documents.findings(of: RowNumberJump.self, in: text).isEmpty)
    }

    @Test("numbers that run on from group to group, but for one border")
    func groups() throws {
        func text(_ last: String) throws -> String {
            try Documents.right(with: [
                (Documents.firstRow, "I\tTẬP HUẤN\t\t\t\t\n" + Documents.firstRow),
                (
                    Documents.secondRow,
                    "II\tKHẢO SÁT\t\t\t\t\n" + Documents.secondRow + "\nIII\tCÔNG KHAI\t\t\t\t" + Documents.thirdRow
                        + "\nIV\tRÀ SOÁT\t\t\t\t" + Documents.fourthRow.replacing("\n4", with: "\n" + last)
                ),
            ])
        }
        let found = try Documents.findings(of: RowNumberJump.self, in: text("5"))
        #expect(found.map(\.arguments) == [["3", "5"]])
        #expect(try Documents.findings(of: RowNumberJump.self, in: text("4")).isEmpty)
    }
}
