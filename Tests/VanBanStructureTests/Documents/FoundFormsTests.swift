import Testing
import VanBanModel

@testable import VanBanStructure

/// Documents as they are typed, copied and extracted: the same record whatever the layout did to them.
@Suite("Forms as they are found")
struct FoundFormsTests {
    private static let head = """
        ỦY BAN NHÂN DÂN
        TỈNH PHÚ THỌ

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

        Số: 15/KH-UBND

        Phú Thọ, ngày 16 tháng 01 năm 2024

        """
    private static let tail = """

        Nơi nhận:
        - Như trên;
        - Lưu: VT.

        CHỦ TỊCH

        Trần Văn Bình
        """

    private func record(_ text: String) throws -> Record {
        try DocumentConverter().convert(Array(text.utf8), name: "test.txt").record
    }

    private func plan(_ body: String) throws -> Part {
        try #require(
            try record(Self.head + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\n" + body + Self.tail).parts.first)
    }

    @Test("a letterhead in two columns is read column by column", arguments: ["\t", "          "])
    func letterheadColumns(gap: String) throws {
        let text = """
            ỦY BAN NHÂN DÂN\(gap)CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            TỈNH PHÚ THỌ\(gap)Độc lập - Tự do - Hạnh phúc
            Số: 15/KH-UBND\(gap)Phú Thọ, ngày 16 tháng 01 năm 2024

            KẾ HOẠCH
            Cải cách hành chính năm 2024

            I. MỤC TIÊU

            1. Giảm giấy tờ.

            Nơi nhận:\(gap)TM. ỦY BAN NHÂN DÂN
            - Như trên;\(gap)CHỦ TỊCH
            - Lưu: VT.
            \(gap)\(gap)Trần Văn Bình
            """
        let parts = try record(text).parts
        let part = try #require(parts.first)
        #expect(parts.count == 1)
        #expect(part.letterhead == ["ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ"])
        #expect(part.number == "15/KH-UBND")
        #expect(part.issuedOn == CalendarDate(year: 2024, month: 1, day: 16))
        #expect(part.recipients == ["Như trên", "Lưu: VT"])
        #expect(part.signature?.authority == "TM. ỦY BAN NHÂN DÂN")
        #expect(part.signature?.position == "CHỦ TỊCH")
        #expect(part.signature?.name == "Trần Văn Bình")
    }

    @Test("words of a number line in the middle of a sentence are the sentence's")
    func wrappedNumber() throws {
        let part = try plan(
            "Thực hiện chương trình đã ban hành kèm theo Nghị quyết\nSố 30c/NQ-CP ngày 08/11/2011 của Chính phủ;\n\nI. MỤC TIÊU\n\n1. Giảm giấy tờ.\n"
        )
        #expect(part.number == "15/KH-UBND")
        #expect(part.legalBases.first?.text.hasSuffix("Số 30c/NQ-CP ngày 08/11/2011 của Chính phủ") == true)
    }

    @Test("labels with a tab behind them are an outline, no table")
    func tabbedOutline() throws {
        let part = try plan("I.\tMỤC TIÊU\n1.\tNâng cao chất lượng:\na)\tĐất đai;\nb)\tXây dựng.\n-\tGiao Sở Nội vụ.\n")
        #expect(part.tables.isEmpty)
        #expect(part.sections.map(\.label) == ["I"])
        #expect(part.sections.first?.children.first?.children.map(\.label) == ["a", "b"])
    }

    @Test(
        "a kind of document is known by its place, too",
        arguments: ["Kế hoạch\nCải cách hành chính năm 2024", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024"])
    func kindByPlace(lines: String) throws {
        let text = """
            \(Self.head)QUYẾT ĐỊNH
            Ban hành Kế hoạch cải cách hành chính năm 2024

            Điều 1. Ban hành Kế hoạch.
            \(Self.tail)

            \(lines)
            (Kèm theo Quyết định số 15/KH-UBND ngày 16 tháng 01 năm 2024)

            I. MỤC TIÊU

            1. Giảm giấy tờ.
            """
        let parts = try record(text).parts
        #expect(parts.map(\.kind) == [.decision, .plan])
        #expect(parts.last?.title?.lowercased() == "cải cách hành chính năm 2024")
        #expect(parts.last?.sections.first?.label == "I")
    }

    @Test("the body named behind the kind is no subject")
    func issuerBehindKind() throws {
        let text =
            Self.head + """
                QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ
                Về việc kiểm tra công vụ

                Điều 1. Kiểm tra công vụ.
                """ + Self.tail
        let part = try #require(try record(text).parts.first)
        #expect(part.kind == .decision)
        #expect(part.title == "Về việc kiểm tra công vụ")
        #expect(part.letterhead.last == "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ")
    }

    @Test("the last paragraph under a bare heading is that heading's")
    func closingUnderHeading() throws {
        let part = try plan("I. MỤC TIÊU\n\n1. Giảm giấy tờ.\n\nII. TỔ CHỨC THỰC HIỆN\n\nGiao Sở Nội vụ theo dõi./.\n")
        #expect(part.sections.last?.heading == "TỔ CHỨC THỰC HIỆN")
        #expect(part.sections.last?.text == "Giao Sở Nội vụ theo dõi./.")
    }

    @Test("the labels of a provision quoted whole are not the document's own")
    func quotedProvision() throws {
        let part = try plan(
            "1. Bổ sung Điều 6a như sau:\n\n“Điều 6a. Chế độ báo cáo\n\n1. Báo cáo tháng.\n\n2. Báo cáo năm.”\n\n2. Bãi bỏ Điều 7.\n"
        )
        #expect(part.sections.map(\.label) == ["1", "2"])
        #expect(part.sections.first?.text?.contains("2. Báo cáo năm.”") == true)
    }

    @Test("a sentence goes on over a page number and a head that every page repeats")
    func pageFurniture() throws {
        let part = try plan(
            """
            1. Nâng cao chất lượng phục vụ tại các cơ quan, đơn vị trên

            2

            Kế hoạch CCHC năm 2024

            địa bàn tỉnh theo quy định hiện hành và các hướng dẫn khác của

            3

            Kế hoạch CCHC năm 2024

            Ủy ban nhân dân tỉnh.
            """)
        #expect(
            part.sections.first?.text
                == "Nâng cao chất lượng phục vụ tại các cơ quan, đơn vị trên địa bàn tỉnh theo quy định hiện hành và các hướng dẫn khác của Ủy ban nhân dân tỉnh."
        )
    }

    // MARK: Tables

    private static let header = "TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian"

    private func tasks(_ rows: String, header: String = Self.header) throws -> [VanBanModel.Task] {
        try record(
            Self.head + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\n1. Theo Phụ lục.\n\nPhụ lục\nDANH MỤC NHIỆM VỤ\n\n"
                + header + "\n" + rows
        ).tasks
    }

    @Test("a line break inside a cell does not end its row")
    func brokenCell() throws {
        let tasks = try tasks(
            "1\tRà soát\t- Tờ trình;\n- Quyết định\tSở Nội vụ\tQuý I/2024\n2\tHọp\tBiên bản\tSở Y tế\tTháng 6/2024\n")
        #expect(tasks.map(\.number) == ["1", "2"])
        #expect(tasks.first?.outputItems == ["Tờ trình", "Quyết định"])
        #expect(tasks.first?.lead == "Sở Nội vụ")
    }

    @Test("a line without a tab above a row is a group's", arguments: ["I. THAM GIA", "Nội dung 1: Tham gia"])
    func groupLine(line: String) throws {
        let tasks = try tasks("\(line)\n1\tRà soát\tBáo cáo\tSở Nội vụ\tQuý I/2024\n")
        #expect(tasks.count == 1)
        #expect(tasks.first?.group?.title?.lowercased().contains("tham gia") == true)
        #expect(tasks.first?.deadline == "Quý I/2024")
    }

    @Test("a row of sums is no task")
    func total() throws {
        let tasks = try tasks("1\tRà soát\tBáo cáo\tSở Nội vụ\tQuý I/2024\n\tTổng cộng\t\t\t30\n")
        #expect(tasks.map(\.number) == ["1"])
    }

    @Test("heads below a spanning head are the columns'")
    func twoRowHeader() throws {
        let record = try record(
            Self.head
                + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nPhụ lục\nDANH MỤC\n\nTT\tNhiệm vụ\tPhân công thực hiện\t\tThời gian\n\t\tCơ quan chủ trì\tCơ quan phối hợp\t\n1\tRà soát\tSở Nội vụ\tSở Y tế\tQuý I/2024\n"
        )
        #expect(record.tasks.first?.lead == "Sở Nội vụ")
        #expect(record.tasks.first?.coordinating == "Sở Y tế")
        #expect(record.parts.last?.tables.first?.spanningHeaders == ["Phân công thực hiện"])
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a row that a page break shifted stands under the columns it looks like, and that is said")
    func shiftedRow() throws {
        let record = try record(
            Self.head
                + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nPhụ lục\nDANH MỤC\n\nSTT\tNội dung\tHoạt động\tĐơn vị chủ trì\tSản phẩm\tThời gian\n1\tTuyên truyền\t1.1. Đăng tin\tSở Nội vụ\tBáo cáo\tQuý I/2024\n\t1.2. Phát thanh\tĐài Truyền thanh\tBáo cáo\tThường xuyên\n"
        )
        let task = try #require(record.tasks.last)
        #expect(task.number == "1.2")
        #expect(task.lead == "Đài Truyền thanh")
        #expect(task.deadline == "Thường xuyên")
        #expect(task.group == TaskGroup(label: "1", title: "Tuyên truyền"))
        #expect(record.diagnostics.contains { $0.code == .raggedRow })
    }

    @Test("the first half of a row cut inside its task goes on below the page break")
    func rowCutInTask() throws {
        let tasks = try tasks(
            "1\tGiải quyết đơn đúng hạn, không để tồn\n\n2\n\nđọng kéo dài\tBáo cáo\tThanh tra tỉnh\tQuý III/2024\n")
        #expect(tasks.count == 1)
        #expect(tasks.first?.task == "Giải quyết đơn đúng hạn, không để tồn đọng kéo dài")
        #expect(tasks.first?.lead == "Thanh tra tỉnh")
    }
}
