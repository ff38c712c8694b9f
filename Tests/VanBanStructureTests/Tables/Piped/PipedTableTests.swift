import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct PipedTableTests {
    private static let header = "| TT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian |\n"
    private static let rule = "|----|:--------:|---|:---|---:|\n"

    @Test("a table with a rule under its header gives what the same table with tabs gives")
    func ruled() throws {
        let rows = [
            "I | Tuyên truyền | | |", "1 | Kiểm tra công vụ | - Báo cáo<br>- Kế hoạch | Phòng Nội vụ | Quý II/2024",
            "2 | Rà soát thủ tục | Biên bản<br/>Quyết định | Các xã | Tháng 5/2024",
        ]
        let piped = try Documents.appendix(
            lines: Self.header + Self.rule + rows.map { "| \($0) |" }.joined(separator: "\n"))
        let tabbed = try Documents.appendix(
            lines: ([Self.header.dropFirst(2).dropLast(3) + ""] + rows).map {
                $0.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingPrefix(" ") }
                    .joined(separator: "\t")
            }.joined(separator: "\n"))
        #expect(piped.layouts == [.pipes])
        #expect(piped.source.tables.map(\.confidence) == [1])
        #expect(piped.tasks.map(\.said) == tabbed.tasks.map(\.said))
        #expect(piped.tasks.first?.outputItems == ["Báo cáo", "Kế hoạch"])
        #expect(piped.tasks.first?.group?.title == "Tuyên truyền")
    }

    @Test("an escaped sign, or one that is written as an entity, stands in its cell")
    func escaped() throws {
        let record = try Documents.appendix(
            lines: Self.header + Self.rule + "| 1 | Đạt A\\|B và C &#124; D | Báo cáo | Phòng Nội vụ | Quý II/2024 |")
        #expect(record.tasks.map(\.task) == ["Đạt A|B và C | D"])
    }

    @Test("emphasis ends with its cell")
    func emphasis() throws {
        let record = try Documents.appendix(
            lines: Self.header + Self.rule + "| 1 | **Kiểm tra** công vụ* | Báo cáo* | *Phòng* Nội vụ | Quý II/2024 |")
        #expect(record.tasks.map(\.task) == ["Kiểm tra công vụ*"])
        #expect(record.tasks.map(\.outputs) == ["Báo cáo*"])
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ"])
    }

    @Test("rows without a rule and without outer signs are a table under a header")
    func bare() throws {
        let record = try Documents.appendix(
            lines: """
                TT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian
                (1) | (2) | (3) | (4) | (5)
                1 | Kiểm tra công vụ | | Phòng Nội vụ | Quý II/2024
                2 | Mở lớp tập huấn | Lớp | Phòng Nội vụ
                """)
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.tasks.map(\.outputs) == ["", "Lớp"])
        #expect(record.tasks.map(\.deadline) == ["Quý II/2024", ""])
        #expect(record.codes.contains(.raggedRow))
        #expect(record.parts.last?.tables.first?.rows.count == 2)
    }

    @Test(
        "a row that line breaks cut is one row",
        arguments: [
            "| 1 | Kiểm tra\ncông vụ | Báo cáo | Phòng Nội vụ | Quý II/2024 |",
            "| 1 | Kiểm tra công vụ | Báo cáo\n| Phòng Nội vụ | Quý II/2024 |",
            "| 1 | Kiểm tra\ncông\nvụ | Báo cáo | Phòng\nNội vụ | Quý II/2024 |",
            "| 1 | Kiểm tra công vụ | Báo cáo | Phòng Nội vụ | Quý\nII/2024 |",
        ])
    func broken(_ row: String) throws {
        let record = try Documents.appendix(
            lines: Self.header + Self.rule + row + "\n| 2 | Mở lớp | Lớp | Công an | Quý III/2024 |")
        #expect(record.tasks.map(\.task) == ["Kiểm tra công vụ", "Mở lớp"])
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ", "Công an"])
        #expect(record.tasks.map(\.deadline) == ["Quý II/2024", "Quý III/2024"])
    }

    @Test("a row that line breaks cut is one row without outer signs, too")
    func brokenBare() throws {
        let record = try Documents.appendix(
            lines: """
                TT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian
                1 | Kiểm tra
                công vụ | Báo cáo | Phòng Nội vụ | Quý II/2024
                2 | Mở lớp | Lớp | Công an | Quý III/2024
                """)
        #expect(record.tasks.map(\.task) == ["Kiểm tra công vụ", "Mở lớp"])
        #expect(record.tasks.map(\.deadline) == ["Quý II/2024", "Quý III/2024"])
    }

    @Test("a table goes on below a page number, with or without its header")
    func pages() throws {
        let row = "| 1 | Kiểm tra | Báo cáo | Phòng Nội vụ | Quý II/2024 |\n"
        let more = "| 2 | Mở lớp | Lớp | Công an | Quý III/2024 |"
        let repeated = try Documents.appendix(
            lines: Self.header + Self.rule + row + "\n2\n\n" + Self.header + Self.rule + more)
        let bare = try Documents.appendix(lines: Self.header + Self.rule + row + "\u{0C}" + more)
        for record in [repeated, bare] {
            #expect(record.tasks.map(\.number) == ["1", "2"])
            #expect(record.parts.last?.tables.count == 1)
        }
        #expect(repeated.codes.contains(.repeatedHeader))
    }

    @Test("a piece below a paragraph has the roles of the columns above")
    func continued() throws {
        let record = try Documents.appendix(
            lines: Self.header + Self.rule + """
                | 1 | Kiểm tra | Báo cáo | Phòng Nội vụ | Quý II/2024 |

                Các nhiệm vụ sau đây thực hiện từ quý III.

                | 2 | Mở lớp | Lớp | Công an | Quý III/2024 |
                | 3 | Rà soát | Báo cáo | Công an | Quý IV/2024 |
                """)
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ", "Công an", "Công an"])
        #expect(record.parts.last?.tables.count == 2)
    }

    @Test("two header rows are one header")
    func twoHeaderRows() throws {
        let record = try Documents.appendix(
            lines: """
                | TT | Nhiệm vụ | Phân công | | Thời gian |
                |---|---|---|---|---|
                | | | Chủ trì | Phối hợp | |
                | 1 | Kiểm tra | Phòng Nội vụ | Các xã | Quý II/2024 |
                """)
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ"])
        #expect(record.tasks.map(\.coordinating) == ["Các xã"])
        #expect(record.parts.last?.tables.first?.spanningHeaders == ["Phân công"])
    }

    @Test("the title of a group may stand between rows without any sign, or in one cell")
    func groups() throws {
        let record = try Documents.appendix(
            lines: Self.header + """
                I. TUYÊN TRUYỀN
                | 1 | Kiểm tra | Báo cáo | Phòng Nội vụ | Quý II/2024 |
                | II. Kiểm tra |
                | 2 | Mở lớp | Lớp | Công an | Quý III/2024 |
                """)
        #expect(record.tasks.map { $0.group?.label } == ["I", "II"])
        #expect(!record.codes.contains(.raggedRow))
    }

    @Test(
        "a sign in running text makes no table",
        arguments: [
            "Nâng cao chất lượng | hiệu quả công tác.", "Trang chủ | Tin tức | Liên hệ",
            "Điện thoại: 02123 | Thư: a@b.vn\nĐịa chỉ: Mường La | Sơn La", "Giá trị |x| không quá 5.",
        ])
    func runningText(_ text: String) throws {
        let record = try Documents.appendix(lines: text)
        #expect(record.parts.flatMap(\.tables).isEmpty)
    }

    @Test("a letterhead and an end of document between signs are read as such")
    func letterhead() throws {
        let text = """
            | ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            |---|---|
            | HUYỆN MƯỜNG LA | Độc lập - Tự do - Hạnh phúc |
            | Số: 12/KH-UBND | Mường La, ngày 05 tháng 3 năm 2024 |

            KẾ HOẠCH
            Kiểm tra công vụ

            I. MỤC ĐÍCH

            Nâng cao kết quả công tác.

            Nơi nhận:        | TM. ỦY BAN NHÂN DÂN
            - Như trên;      | CHỦ TỊCH
            - Lưu: VT.       | Lò Văn Minh
            """
        let converted = try Documents.converted(text)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
        let part = try #require(converted.record.parts.first)
        #expect(part.number == "12/KH-UBND")
        #expect(part.place == "Mường La")
        #expect(part.recipients == ["Như trên", "Lưu: VT"])
        #expect(part.signature?.name == "Lò Văn Minh")
        #expect(part.tables.isEmpty)
    }

    @Test(
        "a title that a program writes into every cell that it spans is a group's",
        arguments: [
            "| TRƯỚC SỰ KIỆN | TRƯỚC SỰ KIỆN | TRƯỚC SỰ KIỆN | TRƯỚC SỰ KIỆN |",
            "| I | Cải cách thể chế | Cải cách thể chế | Cải cách thể chế |",
        ])
    func repeatedTitle(row: String) throws {
        let record = try Documents.appendix(
            lines: """
                | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
                |---|---|---|---|
                \(row)
                | 1 | Rà soát thủ tục hành chính | Sở Nội vụ | Tháng 6 |
                """)
        #expect(record.tasks.map(\.task) == ["Rà soát thủ tục hành chính"])
        #expect(record.tasks.first?.group?.title != nil)
    }

    @Test(
        "a head that a program wrote above the true one, and its count of the rows, are no cells of the table",
        arguments: [
            ("| Unnamed: 0 | Unnamed: 1 | Unnamed: 2 | Unnamed: 3 | Unnamed: 4 |", ""),
            ("| Col1 | Col2 | Col3 | Col4 | Col5 |", ""), ("| 0 | 1 | 2 | 3 | 4 |", ""),
            ("| DANH MỤC NHIỆM VỤ | Unnamed: 1 | Unnamed: 2 | Unnamed: 3 | Unnamed: 4 |", ""),
            ("|  | Unnamed: 0 | Unnamed: 1 | Unnamed: 2 | Unnamed: 3 | Unnamed: 4 |", "0"),
        ])
    func generatedHeads(head: String, count: String) throws {
        let rows = [
            "TT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian",
            "1 | Kiểm tra công vụ | Báo cáo | Phòng Nội vụ | Quý II/2024",
            "2 | Rà soát thủ tục | Biên bản | Phòng Tư pháp | Tháng 5/2024",
        ]
        let rule = "\n|" + String(repeating: "---|", count: count.isEmpty ? 5 : 6) + "\n"
        let record = try Documents.appendix(
            lines: head + rule
                + rows.enumerated().map { count.isEmpty ? "| \($1) |" : "| \($0) | \($1) |" }.joined(separator: "\n"))
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ", "Phòng Tư pháp"])
        #expect(record.tasks.map(\.deadline) == ["Quý II/2024", "Tháng 5/2024"])
    }

    @Test("rows below a number and task that stand for several have steps, leads and deadlines of their own")
    func mergedRows() throws {
        let record = try Documents.appendix(
            lines: """
                | TT | Nhiệm vụ | Chi tiết | Cơ quan chủ trì | Thời gian |
                |---|---|---|---|---|
                | 1 | Tổ chức hội thi | Ban hành thể lệ cuộc thi | Phòng Nội vụ | Tháng 5/2024 |
                | | | Chấm các bài dự thi | Phòng Tư pháp | Tháng 6/2024 |
                | 2 | Rà soát thủ tục | Lập danh mục thủ tục | Văn phòng | Tháng 7/2024 |
                """)
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ", "Phòng Tư pháp", "Văn phòng"])
        #expect(record.tasks.map(\.deadline) == ["Tháng 5/2024", "Tháng 6/2024", "Tháng 7/2024"])
        #expect(record.tasks.map(\.task) == ["Tổ chức hội thi", "Tổ chức hội thi", "Rà soát thủ tục"])
    }
}
