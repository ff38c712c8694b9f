import Testing

@testable import VanBanValidation

@Suite struct RowsJoinedTests {
    @Test("the next row's number inside a cell, and no row of that number")
    func fires() throws {
        let text = try Documents.right(with: [
            ("Tập huấn cho công chức bộ phận một cửa", "Tập huấn cho công chức bộ phận một cửa. 2. Mở lớp tại các xã"),
            ("2\tKhảo sát", "3\tKhảo sát"),
        ])
        let found = try Documents.findings(of: RowsJoined.self, in: text)
        #expect(found.map(\.arguments) == [["1", "2. Mở …"]])
    }

    @Test("such a number where the row is there")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("Tập huấn cho công chức bộ phận một cửa", "Tập huấn cho công chức bộ phận một cửa. 2. Mở lớp tại các xã")
        ])
        #expect(try Documents.findings(of: RowsJoined.self, in: text).isEmpty)
    }
}
