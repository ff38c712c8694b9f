import Testing
import VanBanModel

@testable import VanBanStructure

/// Several lines of the form on one, and one on several.
@Suite("lines of the form that were run together or cut")
struct FormLinePiecesTests {
    private static let end = "\n\nKẾ HOẠCH\nKiểm tra công vụ năm 2024\n\nI. MỤC ĐÍCH\n1. Nâng cao kết quả.\n"

    @Test(
        "a letterhead run together is read line by line",
        arguments: [
            """
            BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            CỤC THUẾ Độc lập - Tự do - Hạnh phúc
            Số: 12/KH-CT Hà Nội, ngày 05 tháng 9 năm 2024
            """,
            """
            BỘ TÀI CHÍNH -------
            CỤC THUẾ
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------
            Số: 12/KH-CT
            Hà Nội, ngày 05 tháng 9 năm 2024
            """,
            """
            BỘ TÀI CHÍNH CỤC THUẾ Số: 12/KH-CT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ----- Hà Nội, ngày 05 tháng 9 năm 2024 |
            """,
        ])
    func runTogether(head: String) throws {
        let converted = try Documents.converted(head + Self.end)
        let part = try #require(converted.record.parts.first)
        #expect(part.number == "12/KH-CT")
        #expect(part.place == "Hà Nội")
        #expect(part.issuedOn == CalendarDate(year: 2024, month: 9, day: 5))
        #expect(part.letterhead.joined(separator: " ") == "BỘ TÀI CHÍNH CỤC THUẾ")
        #expect(part.formulas.map(\.kind) == [.motto, .motto])
        #expect(Account.faults(of: converted, bytes: Array((head + Self.end).utf8)).isEmpty)
    }

    @Test("the country's name in a sentence in capitals is no quốc hiệu")
    func name() throws {
        let record = try Documents.plan(
            "1. Việc chung.", title: "THI HÀNH HIẾN PHÁP NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM NĂM 2024")
        #expect(record.parts.first?.title == "THI HÀNH HIẾN PHÁP NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM NĂM 2024")
    }

    @Test("a sentence that speaks of the tiêu ngữ is whole")
    func quoted() throws {
        let sentence = "Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”: Được trình bày bằng chữ in thường."
        #expect(try Documents.plan("1. \(sentence)").outline.first?.text == sentence)
    }

    @Test("a blank to fill in is no rule")
    func blank() throws {
        let record = try Documents.plan("I. MẪU\n\n1. HỌ TÊN\n\nHọ và tên: __________ Chức vụ: __________ nơi ở: ____")
        #expect(record.outline.shape == "I[1]")
        #expect(record.outline[0].children[0].text == "Họ và tên: __________ Chức vụ: __________ nơi ở: ____")
    }

    @Test("recipients behind their head are as many as there are")
    func recipients() throws {
        let text = Documents.decision().replacing(
            "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.", with: "Nơi nhận: - Như Điều 2; - Sở Nội vụ (b/c); - Lưu: VT, TH.")
        #expect(
            try Documents.record(of: text).parts.first?.recipients == ["Như Điều 2", "Sở Nội vụ (b/c)", "Lưu: VT, TH"])
    }

    @Test(
        "places with their noun, and behind a comma, are read",
        arguments: [
            ("Số: 12/QĐ-UBND", "Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2024", "Thành phố Hồ Chí Minh"),
            ("Số: 12/QĐ-UBND", "Quận 1, ngày 05 tháng 3 năm 2024", "Quận 1"),
            ("Số: 12/QĐ-UBND, Long Hồ, ngày 05 tháng 3 năm 2024", "", "Long Hồ"),
        ])
    func places(number: String, date: String, place: String) throws {
        let part = try #require(try Documents.record(of: Documents.decision(number: number, date: date)).parts.first)
        #expect(part.place == place)
        #expect(part.issuedOn == CalendarDate(year: 2024, month: 3, day: 5))
        #expect(part.number == "12/QĐ-UBND")
    }

    @Test(
        "signing blocks on one line, in small letters and with remarks give authority, post and name",
        arguments: [
            ("KT. BỘ TRƯỞNG THỨ TRƯỞNG\n(Đã ký)\nLê Tấn Dũng", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Tấn Dũng"),
            ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH     Phạm Đình Nghị", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Đình Nghị"),
            (
                "KT. THỦ TƯỚNG\n\nPhó Thủ tướng\n\n(Đã ký)\n\nNguyễn Khánh", "KT. THỦ TƯỚNG", "Phó Thủ tướng",
                "Nguyễn Khánh"
            ),
            ("TM. ỦY BAN NHÂN DÂN\nChủ tịch\nNÔNG ĐỨC MẠNH", "TM. ỦY BAN NHÂN DÂN", "Chủ tịch", "NÔNG ĐỨC MẠNH"),
            ("HIỆU TRƯỞNG (đã ký)\nPGS.TS. Phạm Văn An", nil, "HIỆU TRƯỞNG", "PGS.TS. Phạm Văn An"),
            ("HIỆU TRƯỞNG\n[CHỜ KÝ]\nTS. Trần Văn Dư", nil, "HIỆU TRƯỞNG", "TS. Trần Văn Dư"),
            ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHồ Thị Thảo", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hồ Thị Thảo"),
        ] as [(String, String?, String, String)])
    func signatures(block: String, authority: String?, position: String, name: String) throws {
        let text = Documents.decision().replacing("CHỦ TỊCH\n\n\n\nLò Văn Minh", with: block)
        let signature = try #require(try Documents.record(of: text).parts.first?.signature)
        #expect(signature.authority == authority)
        #expect(signature.position == position)
        #expect(signature.name == name)
    }

    @Test("a post in small letters above `(Đã ký)` signs, even where the text has no other end")
    func smallPost() throws {
        let text = Documents.decision().replacing("thi hành Quyết định này./.", with: "thi hành Quyết định này.")
            .replacing("Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nCHỦ TỊCH", with: "Phó Chủ tịch\n\n(Đã ký)")
        let part = try #require(try Documents.record(of: text).parts.first)
        #expect(part.signature?.position == "Phó Chủ tịch")
        #expect(part.signature?.name == "Lò Văn Minh")
        #expect(part.sections.last?.text?.hasSuffix("thi hành Quyết định này.") == true)
    }

    @Test("tables that stand in a text as HTML give their tasks, and every character has its owner")
    func markup() throws {
        let text = """
            KẾ HOẠCH
            Kiểm tra công vụ năm 2024

            I. NHIỆM VỤ

            <table><tr><td>TT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td><td>Thời gian</td></tr><tr><td>1</td><td>Rà soát <b>thủ tục</b><table><tr><td>cấp tỉnh</td></tr></table></td><td>Sở Nội vụ</td><td>Tháng 6/2024</td></tr></table>

            II. TỔ CHỨC THỰC HIỆN
            """
        let converted = try Documents.converted(text)
        #expect(converted.record.tasks.map(\.task) == ["Rà soát thủ tục cấp tỉnh"])
        #expect(converted.record.tasks.first?.leadAgencies.map(\.text) == ["Sở Nội vụ"])
        #expect(converted.record.outline.shape == "I II")
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
    }

    @Test("a target's words may stand on two lines")
    func brokenTarget() throws {
        let record = try Documents.plan("I. MỤC TIÊU\n\n1. Phát ít\nnhất 02 chuyên mục mỗi tháng.")
        #expect(record.targets.map(\.value) == [2])
    }
}
