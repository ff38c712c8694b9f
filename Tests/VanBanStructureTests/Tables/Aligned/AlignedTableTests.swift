import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Tables whose cells stand side by side, aligned by spaces.
@Suite("tables aligned by spaces")
struct AlignedTableTests {
    private static let header = """
        TT   Nhiệm vụ                     Sản phẩm           Chủ trì          Phối hợp           Thời gian

        """

    private func cells(_ table: String) throws -> [[String]] {
        let document = try TextReader().read(Array(table.utf8), name: "bang.txt")
        let lines = LineClassifier(document.text).lines(of: document.blocks)
        let found = try #require(AlignedTables.tables(in: lines, text: document.text).first)
        return found.table.table.rows.map { $0.cells.map { document.text.string($0) } }
    }

    private static let plain = """
        1    Ban hành kế hoạch tuyên      Kế hoạch; tài      Sở Tư pháp       Sở Nội vụ; Ủy      Tháng 7/2024
             truyền pháp luật             liệu hỏi đáp                        ban MTTQ tỉnh
        2    Tập huấn kỹ năng cho         05 lớp tập huấn    Sở Nội vụ        UBND cấp xã        Quý III/2024
             trưởng khu dân cư

        """
    private static let read = [
        [
            "1", "Ban hành kế hoạch tuyên truyền pháp luật", "Kế hoạch; tài liệu hỏi đáp", "Sở Tư pháp",
            "Sở Nội vụ; Ủy ban MTTQ tỉnh", "Tháng 7/2024",
        ],
        ["2", "Tập huấn kỹ năng cho trưởng khu dân cư", "05 lớp tập huấn", "Sở Nội vụ", "UBND cấp xã", "Quý III/2024"],
    ]

    @Test("wrapped cells side by side are told apart")
    func wrappedCells() throws {
        #expect(try cells(Self.header + Self.plain) == Self.read)
    }

    @Test("columns may drift by a few characters from row to row")
    func drift() throws {
        let drifted = """
            1    Ban hành kế hoạch tuyên      Kế hoạch; tài      Sở Tư pháp       Sở Nội vụ; Ủy      Tháng 7/2024
                 truyền pháp luật             liệu hỏi đáp                        ban MTTQ tỉnh
            2   Tập huấn kỹ năng cho       05 lớp tập huấn   Sở Nội vụ      UBND cấp xã      Quý III/2024
                trưởng khu dân cư

            """
        #expect(try cells(Self.header + drifted) == Self.read)
    }

    @Test("columns that are one space apart are parted where their cells begin")
    func touchingColumns() throws {
        let touching = """
            1    Ban hành kế hoạch tuyên      Kế hoạch; tài      Sở Tư pháp       Sở Nội vụ; Ủy      Tháng 7/2024
                 truyền pháp luật             liệu hỏi đáp                        ban MTTQ tỉnh
            2    Tập huấn kỹ năng giao tiếp cho 05 lớp tập huấn Sở Nội vụ        UBND cấp xã        Quý III/2024
                 trưởng khu dân cư

            """
        let rows = try cells(Self.header + touching)
        #expect(rows[1][1] == "Tập huấn kỹ năng giao tiếp cho trưởng khu dân cư")
        #expect(rows[1][2] == "05 lớp tập huấn")
        #expect(rows[1][3] == "Sở Nội vụ")
    }

    @Test("a row whose cells all touch is no name of a group")
    func touchingRow() throws {
        let touching = """
            3    Giám sát việc lấy ý kiến của Kế hoạch; báo cáo UBND cấp huyện Sở Nội vụ; UBND cấp Tháng 8/2024
                 Nhân dân                                                      xã

            """
        let rows = try cells(Self.header + Self.plain + touching)
        #expect(
            rows.last == [
                "3", "Giám sát việc lấy ý kiến của Nhân dân", "Kế hoạch; báo cáo", "UBND cấp huyện",
                "Sở Nội vụ; UBND cấp xã", "Tháng 8/2024",
            ])
    }

    @Test("a number may stand on the middle line of its row")
    func middle() throws {
        let centred = """
                                                                                 Sở Nội vụ; Ủy
                 Ban hành kế hoạch            Kế hoạch; tài
            1                                                    Sở Tư pháp       ban MTTQ tỉnh;     Tháng 7/2024
                 tuyên truyền                 liệu hỏi đáp
                                                                                 UBND cấp huyện
                 Tập huấn kỹ năng cho
            2    trưởng khu dân cư,           05 lớp tập huấn    Sở Nội vụ        UBND cấp xã        Quý III/2024
                 tổ trưởng tổ dân phố
                 Kiểm tra việc tiếp           Kết luận kiểm                       Văn phòng UBND
            3                                                    Thanh tra tỉnh                      Quý IV/2024
                 công dân                     tra                                 tỉnh

            """
        let rows = try cells(Self.header + centred)
        #expect(rows.map { $0[0] } == ["1", "2", "3"])
        #expect(
            rows.map { $0[4] } == ["Sở Nội vụ; Ủy ban MTTQ tỉnh; UBND cấp huyện", "UBND cấp xã", "Văn phòng UBND tỉnh"])
        #expect(rows[1][1] == "Tập huấn kỹ năng cho trưởng khu dân cư, tổ trưởng tổ dân phố")
    }

    @Test("a row that a page break cuts is one row, past page number and repeated header")
    func pageBreak() throws {
        let cut = """
            1    Ban hành kế hoạch tuyên      Kế hoạch; tài      Sở Tư pháp       Sở Nội vụ; Ủy      Tháng 7/2024

                                                      2

            """
        let rest = """
                 truyền pháp luật             liệu hỏi đáp                        ban MTTQ tỉnh
            2    Tập huấn kỹ năng cho         05 lớp tập huấn    Sở Nội vụ        UBND cấp xã        Quý III/2024
                 trưởng khu dân cư

            """
        #expect(try cells(Self.header + cut + "\u{0C}" + Self.header + rest) == Self.read)
        #expect(try cells(Self.header + cut + "\u{0C}" + rest) == Self.read)
    }

    @Test("a group's name over all columns, centred or not, is a row of its own")
    func groups() throws {
        let grouped =
            "                          I. Tham gia của người dân trong việc xây dựng chính quyền ở cấp cơ sở\n"
        let rows = try cells(Self.header + grouped + Self.plain)
        #expect(rows.count == 3)
        #expect(rows[0][0] == "I.")
        #expect(rows[0][1] == "Tham gia của người dân trong việc xây dựng chính quyền ở cấp cơ sở")
        #expect(Array(rows.dropFirst()) == Self.read)
    }

    @Test("a head over two columns is no column")
    func twoRowHeader() throws {
        let header = """
                                                              Phân công thực hiện
            TT   Nhiệm vụ                     Sản phẩm                                           Thời gian
                                                             Chủ trì          Phối hợp

            """
        #expect(try cells(header + Self.plain) == Self.read)
    }

    @Test("text without wide gaps is looked at no further")
    func plainText() throws {
        let document = try TextReader().read(Array("TT Nhiệm vụ Sản phẩm\n1 Ban hành kế hoạch\n".utf8), name: "a.txt")
        let lines = LineClassifier(document.text).lines(of: document.blocks)
        #expect(AlignedTables.tables(in: lines, text: document.text).isEmpty)
    }

    @Test("whatever the spaces, every character is accounted for")
    func randomSpaces() throws {
        var seed: UInt64 = 7
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(limit))
        }
        let head = "QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n\nĐiều 1. Giao nhiệm vụ.\n\nPhụ lục\nDANH MỤC NHIỆM VỤ\n\n"
        for _ in 0..<60 {
            var text = head
            for character in Self.header + Self.plain + Self.plain {
                if character == " ", random(4) == 0 {
                    text += String(repeating: " ", count: random(6))
                } else {
                    text.append(character)
                }
                if random(150) == 0 { text += ["\u{0C}", "\n", "      3\n"][random(3)] }
            }
            let converted = try DocumentConverter().convert(Array(text.utf8), name: "a.txt")
            #expect(converted.record.coverage.unaccounted == 0)
        }
    }
}
