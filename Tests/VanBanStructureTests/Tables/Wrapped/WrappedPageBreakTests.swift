import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// What page breaks do to tables of wrapped lines.
@Suite("wrapped tables across pages")
struct WrappedPageBreakTests {
    private static let above = """
        1
        Rà soát quy trình tiếp nhận hồ sơ và
        Sở Y tế
        Các sở, ban,
        ngành;
        Quý IV/2025

        """
    private static let below = """
        trả kết quả cho người dân tại bộ phận
        một cửa
        UBND cấp xã
        2
        Lập danh mục hồ sơ
        Sở Nội vụ
        Sở Tài chính
        Quý I/2025
        """
    private static let whole = [
        "1", "Rà soát quy trình tiếp nhận hồ sơ và trả kết quả cho người dân tại bộ phận một cửa", "Sở Y tế",
        "Các sở, ban, ngành; UBND cấp xã", "Quý IV/2025",
    ]

    @Test("below a page break the tails of the cut row's cells follow in the order of the columns")
    func tails() throws {
        let read = try WrappedGridTests.read(Self.above + "\u{0C}" + Self.below)
        #expect(read.table.rows.count == 2)
        #expect(read.table.rows[0].cells.map { read.text.string($0) } == Self.whole)
        let joined = try #require(read.diagnostics.first { $0.code == .joinedRow })
        #expect(joined.arguments == ["1"])
    }

    @Test("a page break that left no trace is told from the order of the columns")
    func silentBreak() throws {
        #expect(try WrappedGridTests.cells(Self.above + Self.below)[0] == Self.whole)
    }

    @Test("a page number between the halves of a row is no cell's")
    func pageNumber() throws {
        let read = try WrappedGridTests.read(Self.above + "- 2 -\n" + Self.below)
        #expect(read.table.rows[0].cells.map { read.text.string($0) } == Self.whole)
        #expect(read.grid.pageNumbers.map { read.text.string($0) } == ["- 2 -"])
    }

    @Test("a header that the next page repeats is left out")
    func repeatedHeader() throws {
        let read = try WrappedGridTests.read(Self.above + WrappedGridTests.header + Self.below)
        #expect(read.table.rows.count == 2)
        #expect(read.table.rows[0].cells.map { read.text.string($0) } == Self.whole)
        #expect(
            read.table.repeatedHeaders.map { read.text.string($0) } == [
                "TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời gian hoàn thành"
            ])
        #expect(read.diagnostics.contains { $0.code == .repeatedHeader })
    }

    @Test("a row cut inside its task goes on with its other cells on the next page")
    func cutInTask() throws {
        let rows = try WrappedGridTests.cells(
            "1\nRà soát quy trình tiếp nhận hồ sơ và\n\u{0C}trả kết quả cho người dân\nSở Y tế\nUBND cấp xã\nQuý I\n")
        #expect(
            rows == [
                [
                    "1", "Rà soát quy trình tiếp nhận hồ sơ và trả kết quả cho người dân", "Sở Y tế", "UBND cấp xã",
                    "Quý I",
                ]
            ])
    }
}
