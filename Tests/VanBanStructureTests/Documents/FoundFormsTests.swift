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

    @Test("tabs at the ends of lines, or before them, make no table of a letter", arguments: ["\t", "\t\t"])
    func tabsAtEdges(tabs: String) throws {
        let text =
            Self.head + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. MỤC ĐÍCH\n\nMột.\n\nII. TỔ CHỨC\n\nHai.\n"
            + Self.tail
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let plain = try #require(try record(text).parts.first)
        for found in [lines.map { $0 + tabs }, lines.map { $0.isEmpty ? "" : tabs + $0 }] {
            let part = try #require(try record(found.joined(separator: "\n")).parts.first)
            #expect(part.number == plain.number)
            #expect(part.sections.map(\.label) == plain.sections.map(\.label))
        }
    }

    @Test(
        "the day and the place of issue with other signs",
        arguments: [
            "Phú Thọ, ngày 16.01.2024", "Phú Thọ, 16/01/2024", "Phú Thọ; ngày 16 tháng 01 năm 2024",
            "Phú Thọ, ngày 16-01-2024",
        ])
    func daysOfIssue(line: String) throws {
        let text =
            Self.head.replacing("Phú Thọ, ngày 16 tháng 01 năm 2024", with: line)
            + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. MỤC ĐÍCH\n\nMột.\n" + Self.tail
        let part = try #require(try record(text).parts.first)
        #expect(part.issuedOn?.description == "2024-01-16")
        #expect(part.place == "Phú Thọ")
    }

    @Test(
        "a Roman number with another sign than a full stop opens its heading where it goes on",
        arguments: ["II.. TỔ CHỨC", "II· TỔ CHỨC", "[II] TỔ CHỨC", "ii. TỔ CHỨC", "II, TỔ CHỨC"])
    func headings(line: String) throws {
        let part = try plan("I. MỤC ĐÍCH\n\nMột.\n\n\(line)\n\nHai.\n")
        #expect(part.sections.count == 2)
        #expect(part.sections.last?.heading == "TỔ CHỨC")
    }

    @Test(
        "an article's number has other signs behind it",
        arguments: ["Điều 1 - Mục đích", "Điều 1/ Mục đích", "Điều 1) Mục đích", "Điều 1 – Mục đích"])
    func articles(line: String) throws {
        let part = try plan("\(line)\n\nMột.\n\nĐiều 2. Yêu cầu\n\nHai.\n")
        #expect(part.sections.compactMap(\.ordinal) == [1, 2])
    }

    @Test("a title whose lines are paragraphs ends before a sentence")
    func titles() throws {
        for sentence in [
            "Hưởng ứng tháng cao điểm, Ủy ban nhân dân tỉnh phát động như sau:", "Chuyển đổi số là nhiệm vụ chung.",
        ] {
            let text =
                Self.head + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\(sentence)\nI. MỤC ĐÍCH\n1. Một.\n" + Self.tail
            #expect(try record(text).parts.first?.title == "Cải cách hành chính năm 2024")
        }
    }

    @Test("a note of what an appendix belongs to needs no brackets")
    func noteWithoutBrackets() throws {
        let text =
            Self.head + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. MỤC ĐÍCH\n\nMột.\n" + Self.tail
            + "\n\nPHỤ LỤC 01/CCHC\nDANH MỤC NHIỆM VỤ\nKèm theo Kế hoạch số 15/KH-UBND ngày 16 tháng 01 năm 2024 của UBND tỉnh\n\n1. Một.\n"
        let appendix = try #require(try record(text).parts.last)
        #expect(appendix.title == "DANH MỤC NHIỆM VỤ")
        #expect(appendix.attachedTo?.number == "15/KH-UBND")
    }

    @Test("recitals with misread signs are recitals", arguments: ["Cản cứ", "Cãn cứ", "Căn cử"])
    func recitals(words: String) throws {
        let text =
            Self.head.replacing("15/KH-UBND", with: "15/QĐ-UBND")
            + "QUYẾT ĐỊNH\nVề việc ban hành kế hoạch\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\n\(words) Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kế hoạch.\n"
            + Self.tail
        #expect(try record(text).parts.first?.legalBases.count == 1)
    }

    @Test(
        "who signs for a general director, a rank before a name, a body below an office",
        arguments: [
            (["KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"], "Trần Văn Bình", "Trần Văn Bình"),
            (["GIÁM ĐỐC", "SỞ NỘI VỤ"], "Trần Văn Bình", "Trần Văn Bình"),
            (["GIÁM ĐỐC"], "Thượng tá Trần Văn Bình", "Thượng tá Trần Văn Bình"),
            (["CHỦ TỊCH"], "H'Yim Kđoh", "H'Yim Kđoh"),
        ])
    func signatures(offices: [String], line: String, name: String) throws {
        let tail = Self.tail.replacing("CHỦ TỊCH", with: offices.joined(separator: "\n")).replacing(
            "Trần Văn Bình", with: line)
        let text = Self.head + "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. MỤC ĐÍCH\n\nMột.\n" + tail
        #expect(try record(text).parts.first?.signature?.name == name)
    }
}
