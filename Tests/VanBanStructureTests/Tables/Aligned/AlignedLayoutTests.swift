import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// What programs that keep the places of words make of pages: heads that touch, headers that come again, cells printed
/// once, names of groups in the middle.
@Suite("layouts of tables aligned by spaces")
struct AlignedLayoutTests {
    @Test("heads with one space between them are told by what stands below them")
    func touchingHeads() throws {
        let record = try Documents.appendix(
            lines: """
                TT   Nhiệm vụ            Cơ quan Cơ quan  Thời hạn
                                         chủ trì phối hợp
                1    Rà soát quy chế     Sở Y tế Sở Nội   Quý I/2024
                                                 vụ
                2    Tập huấn nghiệp vụ  Sở Tư   UBND xã  Quý II/2024
                                         pháp
                """)
        #expect(record.tasks.map(\.lead) == ["Sở Y tế", "Sở Tư pháp"])
        #expect(record.tasks.map(\.coordinating) == ["Sở Nội vụ", "UBND xã"])
    }

    @Test("two heads above the small letters of two others are theirs, and no head over both")
    func headsAbove() throws {
        let record = try Documents.appendix(
            lines: """
                                               Đơn vị Đơn vị phối
                 TT  Công việc                 chủ trì    hợp       Thời hạn
                  1  Lập danh sách thiết bị     Sở Y tế   Sở Nội vụ  30/6/2024
                  2  Bàn giao thiết bị          Sở Y tế   Sở Nội vụ  31/7/2024
                """)
        #expect(record.tasks.map(\.lead) == ["Sở Y tế", "Sở Y tế"])
        #expect(record.tasks.map(\.coordinating) == ["Sở Nội vụ", "Sở Nội vụ"])
    }

    private static let head = "TT   Nhiệm vụ                 Cơ quan chủ trì     Cơ quan phối hợp    Thời hạn\n"
    private static let first = """
        1    Rà soát quy chế          Sở Nội vụ           UBND cấp xã         30/6/2024
        2    Tập huấn nghiệp vụ       Sở Y tế             Sở Nội vụ           31/7/2024

        """

    @Test("a page's number between two rows is in no cell", arguments: ["", AlignedLayoutTests.head])
    func pageNumber(_ header: String) throws {
        let record = try Documents.appendix(
            lines: Self.head + Self.first + "                                3\n" + header
                + "3    Kiểm tra các xã          Thanh tra tỉnh      Sở Tư pháp          31/8/2024\n")
        #expect(record.tasks.map(\.lead) == ["Sở Nội vụ", "Sở Y tế", "Thanh tra tỉnh"])
        #expect(record.tasks.map(\.number) == ["1", "2", "3"])
    }

    @Test("below a header that comes again the columns may stand elsewhere")
    func movedColumns() throws {
        let record = try Documents.appendix(
            lines: Self.head + Self.first
                + "TT   Nhiệm vụ       Cơ quan chủ trì       Cơ quan phối hợp      Thời hạn\n"
                + "3    Kiểm tra các   Thanh tra tỉnh        Các sở, ban, ngành    100 ngày kể từ\n"
                + "     xã                                                         ngày ban hành\n")
        let last = try #require(record.tasks.last)
        #expect(
            [last.task, last.lead, last.coordinating, last.deadline]
                == ["Kiểm tra các xã", "Thanh tra tỉnh", "Các sở, ban, ngành", "100 ngày kể từ ngày ban hành"])
        #expect(record.tasks.allSatisfy { $0.group == nil })
    }

    @Test("where empty lines part the rows, a line by itself in the middle names a group")
    func centredGroups() throws {
        let record = try Documents.appendix(
            lines: """
                \(Self.head)
                                     Đợt thứ nhất

                                              Sở Nội vụ,
                1    Rà soát quy chế                              UBND cấp xã         30/6/2024
                                              Sở Tư pháp

                2    Tập huấn nghiệp vụ       Sở Y tế             Sở Nội vụ           31/7/2024

                                     Đợt thứ hai

                3    Kiểm tra các xã          Thanh tra tỉnh      Sở Tư pháp          31/8/2024

                4    Sơ kết công tác          Sở Nội vụ           UBND cấp xã         30/9/2024
                """)
        #expect(record.tasks.map(\.group?.title) == ["Đợt thứ nhất", "Đợt thứ nhất", "Đợt thứ hai", "Đợt thứ hai"])
        #expect(record.tasks.map(\.task).first == "Rà soát quy chế")
        #expect(record.tasks.map(\.lead).first == "Sở Nội vụ, Sở Tư pháp")
    }

    @Test("cells of two columns printed once in the middle of three rows are all three rows'")
    func mergedCells() throws {
        let record = try Documents.appendix(
            lines: Self.head + """
                1    Rà soát quy chế          Sở Nội vụ
                2    Tập huấn nghiệp vụ       Sở Y tế             UBND cấp xã         31/7/2024
                3    Kiểm tra các xã          Thanh tra tỉnh
                """)
        #expect(record.tasks.map(\.coordinating) == ["UBND cấp xã", "UBND cấp xã", "UBND cấp xã"])
        #expect(record.tasks.map(\.deadline) == ["31/7/2024", "31/7/2024", "31/7/2024"])
    }

    @Test("a numbered section right below the last row is none of the table's")
    func sectionBelow() throws {
        let record = try Documents.plan(
            "1. Mục tiêu\nNâng cao chất lượng.\n2. Nhiệm vụ\n" + Self.head + Self.first
                + "3. Kinh phí\n3.1. Nguồn ngân sách\nChi từ dự toán được giao.\n")
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.outline.shape == "1 2 3[3.1]")
    }

    @Test("a head in another language below the first is the header's, on every page")
    func twoLanguages() throws {
        let head = """
            TT     Thời hạn             Nội dung công việc       Đơn vị chủ trì      Đơn vị phối hợp
            No.    Time                 Tasks                    Lead unit           Other units

            """
        let record = try Documents.appendix(
            lines: head + "1      30/6/2024            Rà soát quy chế          Sở Nội vụ           UBND cấp xã\n"
                + "2      31/7/2024            Tập huấn nghiệp vụ       Sở Y tế             UBND cấp xã\n\u{0C}"
                + head + "3      31/8/2024            Kiểm tra các xã          Thanh tra tỉnh      Sở Tư pháp\n")
        #expect(record.tasks.map(\.task) == ["Rà soát quy chế", "Tập huấn nghiệp vụ", "Kiểm tra các xã"])
        #expect(record.tasks.map(\.lead) == ["Sở Nội vụ", "Sở Y tế", "Thanh tra tỉnh"])
    }
}
