import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Where the cells of rows aligned by spaces begin, and what has no cell.
@Suite("places in tables aligned by spaces")
struct AlignedPlaceTests {
    private static let header =
        "TT   Nhiệm vụ                  Sản phẩm        Chủ trì         Phối hợp        Thời gian\n"
    private static let rows = """
        1    Ban hành kế hoạch tuyên   Kế hoạch        Sở Tư pháp      Sở Nội vụ       Tháng 7/2024
             truyền pháp luật
        2    Tập huấn kỹ năng cho      05 lớp          Sở Nội vụ       UBND cấp xã     Quý III/2024
             trưởng khu dân cư

        """

    @Test("numbers of the columns are no row")
    func columnNumbers() throws {
        let numbers = "(1)  (2)                       (3)             (4)             (5)             (6)\n"
        let record = try Documents.appendix(lines: Self.header + numbers + Self.rows)
        #expect(record.tasks.map(\.number) == ["1", "2"])
    }

    @Test("a whole row without a number is a row, and the one that it may belong to is named")
    func withoutNumber() throws {
        let last = """
                 Khảo sát ý kiến người     Báo cáo         Sở Y tế         Sở Nội vụ       Quý IV/2024
                 dân

            """
        let record = try Documents.appendix(lines: Self.header + Self.rows + last)
        #expect(record.tasks.map(\.number) == ["1", "2", nil])
        #expect(record.tasks.last?.task == "Khảo sát ý kiến người dân")
        let doubt = try #require(record.diagnostic(.uncertainRow))
        #expect(doubt.arguments.first == "–")
        #expect(doubt.arguments.last == "2")
        #expect(doubt.related.count == 1)
    }

    @Test("rules of dashes above, below and around the header are furniture")
    func simpleTable() throws {
        let rule = "-----  ------------------  --------------  -------------"
        let record = try Documents.appendix(
            lines: """
                \(rule)
                TT     Nhiệm vụ            Chủ trì         Thời gian
                \(rule)
                1      Ban hành kế hoạch   Sở Tư pháp      Tháng 7/2024
                       tuyên truyền

                2      Mở lớp              Sở Nội vụ       Tháng 8/2024
                \(rule)
                """)
        #expect(record.tasks.map(\.task) == ["Ban hành kế hoạch tuyên truyền", "Mở lớp"])
        #expect(record.tasks.map(\.lead) == ["Sở Tư pháp", "Sở Nội vụ"])
    }

    @Test("the lines of a row tell together where its cells begin")
    func starts() throws {
        let document = try TextReader().read(
            Array(
                """
                Kế hoạch    CC      Lao - Các ban,
                của xã      động      - ngành xã;
                và nhóm     Thương binh đoàn thể
                """.utf8), name: "hang.txt")
        let lines = LineClassifier(document.text).lines(of: document.blocks).enumerated().map {
            AlignedLine($1, at: $0, in: document.text)
        }
        let places = BandStarts.places(
            of: lines, rivers: lines.map { _ in [11, 22] }, roles: [.outputs, .lead, .coordinating])
        #expect(places == [nil, 12, 24])
    }
}
