import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct ParagraphJoiningTests {
    private static let wrapped = """
        I. MỤC ĐÍCH

        1. Mục đích

        Nâng cao chất lượng phục vụ người dân, doanh nghiệp trong giải quyết thủ tục
        hành chính; rõ người, rõ việc, rõ trách nhiệm của từng phòng, ban chuyên môn
        và từng cán bộ, công chức.

        2. Yêu cầu

        a) Bám sát chỉ đạo của cấp trên, gắn trách nhiệm của người đứng đầu với từng
        nhiệm vụ được giao.

        b) Kiểm tra thường xuyên.
        """

    @Test("wrapped lines are one paragraph")
    func wrappedLines() throws {
        let outline = try Documents.plan(Self.wrapped).outline
        #expect(outline.shape == "I[1 2[a b]]")
        #expect(
            outline.first?.children.first?.text
                == "Nâng cao chất lượng phục vụ người dân, doanh nghiệp trong giải quyết thủ tục hành chính; rõ người, "
                + "rõ việc, rõ trách nhiệm của từng phòng, ban chuyên môn và từng cán bộ, công chức.")
        #expect(outline.first?.children.last?.children.first?.text?.hasSuffix("với từng nhiệm vụ được giao.") == true)
    }

    @Test("hard-wrapped text without blank lines keeps headings and bullets apart")
    func hardWrapped() throws {
        let record = try Documents.plan(
            """
            I. MỤC ĐÍCH
            1. Mục đích
            Nâng cao chất lượng phục vụ người dân, doanh nghiệp trong giải quyết thủ tục
            hành chính tại bộ phận một cửa.
            - Rút ngắn thời gian giải quyết hồ sơ của người dân và doanh nghiệp ở các xã
            vùng cao.
            - Giảm giấy tờ.
            2. Yêu cầu
            Làm đúng hạn.
            """)
        #expect(record.outline.shape == "I[1[- -] 2]")
        #expect(record.outline.first?.children.first?.text?.hasSuffix("một cửa.") == true)
    }

    private static let upper =
        "Các phòng, ban, đơn vị thuộc huyện tổ chức triển khai thực hiện đầy đủ, kịp thời các nội dung"
    private static let lower = "được giao trong Kế hoạch này và báo cáo kết quả."

    @Test("a sentence that a page break cut is one paragraph, and that is said")
    func cutSentence() throws {
        let record = try Documents.plan("1. Việc chung\n\n\(Self.upper)\n\n\(Self.lower)")
        #expect(record.outline.first?.text == Self.upper + " " + Self.lower)
        #expect(record.codes.contains(.joinedParagraph))
    }

    @Test("a footnote between the halves of a sentence is taken out of it")
    func cutSentenceWithFootnote() throws {
        let record = try Documents.plan("1. Việc chung¹\n\n\(Self.upper)\n\n¹ Theo báo cáo năm 2023.\n\n\(Self.lower)")
        #expect(record.outline.first?.text == Self.upper + " " + Self.lower)
        #expect(record.parts.first?.footnotes.map(\.text) == ["Theo báo cáo năm 2023."])
    }

    @Test("a page number between the halves of a sentence is taken out of it")
    func cutSentenceWithPageNumber() throws {
        let record = try Documents.plan("1. Việc chung\n\n\(Self.upper)\n\n- 2 -\n\n\(Self.lower)")
        #expect(record.outline.first?.text == Self.upper + " " + Self.lower)
        #expect(record.coverage.furniture == 3)
    }

    @Test("nothing is joined after a sign that ends an item", arguments: [";", ".", ":", "./."])
    func noJoin(_ sign: String) throws {
        let record = try Documents.plan("1. Việc chung\n\n\(Self.upper)\(sign)\n\n\(Self.lower)")
        #expect(!record.codes.contains(.joinedParagraph))
    }

    @Test("a heading in capitals is not joined with the text below it")
    func headingInCapitals() throws {
        let record = try Documents.plan("I. TỔ CHỨC THỰC HIỆN CÁC NHIỆM VỤ CỦA KẾ HOẠCH CẢI CÁCH\nvà các việc khác.")
        #expect(record.outline.first?.heading == "TỔ CHỨC THỰC HIỆN CÁC NHIỆM VỤ CỦA KẾ HOẠCH CẢI CÁCH")
        #expect(record.outline.first?.text == "và các việc khác.")
    }

    @Test("lines of text that is not wrapped stay apart without blank lines between them")
    func unwrappedLines() throws {
        let first =
            String(repeating: "Tăng cường tuyên truyền, phổ biến đến người dân và doanh nghiệp, ", count: 4)
            + "hết đoạn."
        let second =
            String(repeating: "Kiểm tra, giám sát việc thực hiện của các đơn vị trên địa bàn, ", count: 4) + "hết đoạn."
        let record = try Documents.plan("1. Việc chung\n\(first)\n\(second)\nViệc cuối cùng.")
        #expect(record.outline.first?.text == [first, second, "Việc cuối cùng."].joined(separator: "\n"))
    }

    @Test("a text whose every line is followed by an empty one is joined like one without")
    func doubleSpaced() throws {
        let lines = [
            "1. Việc chung", "Nâng cao chất lượng phục vụ người dân, doanh nghiệp trong giải quyết thủ tục",
            "hành chính; rõ người, rõ việc, rõ trách nhiệm của từng phòng, ban chuyên môn",
            "và từng cán bộ, công chức trong toàn huyện, bảo đảm việc nào xong việc đó và",
            "không để hồ sơ quá hạn mà không có lý do; công khai kết quả trên trang thông",
            "tin điện tử của huyện và tại trụ sở các xã, thị trấn trước ngày làm việc cuối",
            "cùng của mỗi quý; kịp thời biểu dương các tập thể, cá nhân có thành tích xuất",
            "sắc và phê bình nơi làm chưa tốt.", "2. Việc riêng",
            "Các xã, thị trấn căn cứ tình hình thực tế của địa phương mình xây dựng kế hoạch",
            "cụ thể, phân công rõ trách nhiệm cho từng cán bộ, công chức và thời hạn hoàn",
            "thành của mỗi việc.",
        ]
        let record = try Documents.record(
            of: "KẾ HOẠCH\n\nThực hiện công tác thử năm 2024\n\n" + lines.joined(separator: "\n\n") + "\n")
        #expect(record.outline.shape == "1 2")
        #expect(record.outline.first?.text?.contains("\n") == false)
        #expect(record.outline.first?.heading == "Việc chung")
    }

    @Test(
        "a number that a line's end or a page's cut is one",
        arguments: [
            ("Thực hiện Quyết định số 1490/QĐ-\nTTg ngày 27/11/2023.", "1490/QĐ-TTg"),
            ("Thực hiện Quyết định số 1490/\nQĐ-TTg ngày 27/11/2023.", "1490/QĐ-TTg"),
            ("Thực hiện Nghị định số 61/2018/\nNĐ-CP của Chính phủ.", "61/2018/NĐ-CP"),
            ("Thực hiện Nghị quyết số 26/2026/NQ-\n\u{0C}2\nHĐND ngày 10/4/2026.", "26/2026/NQ-HĐND"),
        ])
    func cutSigns(words: String, number: String) throws {
        let record = try Documents.plan("I. CĂN CỨ\n\n\(words)\n\nII. VIỆC CHUNG\n\nLàm đúng hạn.")
        #expect(record.references.map(\.number) == [number])
        #expect(record.outline.shape == "I II")
    }

    @Test(
        "a figure of a sentence that begins a line is no label",
        arguments: [
            "1. Thực hiện theo kế hoạch quý I, quý\nII. Các xã báo cáo.\n2. Chế biến sâu.",
            "1. Trồng mới dừa xiêm xanh ở 12 xã, trong đó năm 2026 là\n3. 000 hộ tham gia.\n2. Chế biến sâu.",
        ])
    func figures(words: String) throws {
        #expect(try Documents.plan("I. MỤC TIÊU\n\(words)\nII. GIẢI PHÁP\n1. Vốn.").outline.shape == "I[1 2] II[1]")
    }

    @Test("what a result is told with goes on in the next line, however short the lines")
    func cutMeasures() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\nNăm 2025, Chỉ số PAR\nINDEX của tỉnh đạt\n88,20%, xếp thứ\n19/34.\n\nII. VIỆC CHUNG\n\nLàm.")
        #expect(record.indexScores.map(\.percent) == [88.2])
        #expect(record.indexScores.map(\.rank?.position) == [19])
        let broken = try Documents.plan(
            "I. KẾT QUẢ\n\nNăm 2024, Chỉ số PAPI của tỉnh đạt 43,\n05 điểm.\n\nII. VIỆC CHUNG\n\nLàm.")
        #expect(broken.indexScores.map(\.score) == [43.05])
    }
}
