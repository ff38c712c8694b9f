import Testing
import VanBanModel

@testable import VanBanStructure

/// What web sites put around a document.
@Suite struct SiteFrameTests {
    private func site(_ text: String) throws -> [String] {
        let converted = try Documents.converted(text)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)) == [])
        return converted.entries().filter { $0.owner == "furniture:site" }.map(\.text)
    }

    @Test("menus, ways and buttons above the letterhead are the site's")
    func front() throws {
        let menu = [
            "THƯ VIỆN PHÁP LUẬT", "Trang chủ > Văn bản > Bộ máy hành chính", "Đăng nhập | Đăng ký", "Tải về", "In",
            "Chia sẻ",
        ]
        let text = menu.joined(separator: "\n") + "\n\n" + Documents.decision()
        #expect(try site(text) == menu)
        let record = try Documents.record(of: text)
        #expect(record.parts.count == 1)
        #expect(record.parts.first?.sections.shape == "1 2")
        #expect(record.parts.first?.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA")
        #expect(record.diagnostics.isEmpty)
    }

    @Test("buttons, lists of documents, comments and feet below the signature are the site's")
    func tail() throws {
        let tail = [
            "Lưu trữ", "Tải văn bản", "Văn bản liên quan", "Quyết định 15/QĐ-UBND năm 2023 về Kế hoạch kiểm tra",
            "Nghị quyết 05/NQ-HĐND năm 2022 quy định mức chi", "Văn bản cùng lĩnh vực (12)",
            "1. Kế hoạch 20/KH-UBND năm 2024 cải cách hành chính", "Bình luận (0)", "Chưa có bình luận nào",
            "Hotline: 0938 36 19 19", "© 2024 Công ty cổ phần", "www.phapluat.example.vn",
        ]
        let text = Documents.decision(end: "\n" + tail.joined(separator: "\n\n"))
        #expect(try site(text) == tail)
        #expect(try Documents.record(of: text).diagnostics.isEmpty)
    }

    @Test("below `./.` without a signing block, a list of links is no text of the document")
    func withoutSignature() throws {
        let text =
            "KẾ HOẠCH\nKiểm tra công vụ năm 2024\n\nI. MỤC ĐÍCH\n\nLàm đúng hạn./.\n\n"
            + "Quyết định 15/QĐ-UBND năm 2023 về Kế hoạch kiểm tra\n\nTải về\n\nChia sẻ\n"
        #expect(try site(text).count == 3)
        #expect(try Documents.record(of: text).outline.shape == "I")
    }

    @Test("the head of a column right below a signing block is no word of a site")
    func columnHead() throws {
        let text =
            "QUYẾT ĐỊNH\nVề việc kiểm tra công vụ năm 2024\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nNội dung\nNhiệm vụ\nCơ quan chủ trì\n"
            + "Thời gian hoàn thành\n1\nCông tác chỉ đạo\nKiểm tra công vụ tại các xã\nSở Nội vụ\nQuý I/2024\n2\n"
            + "Cải cách thể chế\nRà soát văn bản quy phạm\nSở Tư pháp\nQuý II/2024\n\nPHỤ LỤC\nNHIỆM VỤ NĂM 2024\n"
        #expect(try site(text) == [])
    }

    @Test("a signing block ends where the next document begins")
    func nextDocument() throws {
        let text =
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPHỤ LỤC\nNHIỆM VỤ NĂM 2024\n\nTT\n\nTải về\n\nI. NỘI DUNG\n\nMột.\n\nPHỤ LỤC II\n"
        #expect(try site(text) == [])
    }

    @Test("words that are not surely a site's stay in the record and are told once")
    func uncertain() throws {
        let text = Documents.decision(
            end:
                "\nVăn bản liên quan\n\nQuyết định 15/QĐ-UBND năm 2023 về Kế hoạch kiểm tra\n\n"
                + "Ủy ban nhân dân huyện sẽ họp báo về Quyết định này vào tuần tới.\n\nMọi người đều được mời.\n")
        let record = try Documents.record(of: text)
        let told = record.diagnostics.filter { $0.code == .uncertainSiteText }
        #expect(told.count == 1)
        #expect(told.first?.arguments.first?.hasPrefix("Ủy ban nhân dân huyện sẽ họp báo") == true)
        #expect(record.outline.map(\.text).contains("Mọi người đều được mời."))
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("unknown words above a letterhead stay in the record")
    func unknownHead() throws {
        let record = try Documents.record(of: "Tổng quan của biên tập viên\n\n" + Documents.decision())
        #expect(record.codes == [.uncertainSiteText])
        #expect(record.outline.first?.text == "Tổng quan của biên tập viên")
        #expect(record.parts.first?.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA")
        #expect(record.coverage.furniture == 22)
    }

    @Test("unknown words below `./.` stay in the record and are doubtful")
    func unknownTail() throws {
        let record = try Documents.plan("I. MỤC ĐÍCH\n\nLàm đúng hạn./.\n\nBài đọc nhiều trong tuần qua\n")
        #expect(record.outline.shape == "I ¶")
        #expect(record.codes.contains(.uncertainSiteText))
    }

    // MARK: What is the document's

    @Test("an appendix behind the signature and the list is the document's")
    func appendix() throws {
        let text = Documents.decision(
            end: "\nTải về\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\nTT\tNhiệm vụ\tCơ quan chủ trì\n1\tKiểm tra\tPhòng Nội vụ\n")
        let record = try Documents.record(of: text)
        #expect(record.parts.map(\.kind) == [.decision, .appendix])
        #expect(record.tasks.map(\.task) == ["Kiểm tra"])
    }

    @Test("a further document behind the first one's frame is a part")
    func furtherDocument() throws {
        let text =
            Documents.decision(end: "\nTải về\n\nVăn bản liên quan\n\n") + Documents.decision(number: "Số: 13/QĐ-UBND")
        let record = try Documents.record(of: text)
        #expect(record.parts.map(\.number) == ["12/QĐ-UBND", "13/QĐ-UBND"])
    }

    @Test("a note below the end is the document's")
    func note() throws {
        let text = Documents.decision(end: "\nGhi chú: Quyết định này có 02 bản chính.\n")
        #expect(try site(text) == [])
        #expect(try Documents.record(of: text).outline.last?.text?.hasPrefix("Ghi chú") == true)
    }

    @Test(
        "words of sites in the text are the document's",
        arguments: [
            "Văn bản liên quan", "Tải về", "In", "Lưu trữ", "Hướng dẫn sử dụng", "Trang chủ", "DANH MỤC", "Liên hệ",
            "Đăng nhập vào hệ thống để nộp hồ sơ.", "Điện thoại: 0212 3852 138",
        ])
    func inText(_ line: String) throws {
        let record = try Documents.plan(
            "I. MỤC ĐÍCH\n\nLàm đúng hạn.\n\n\(line)\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác phòng thực hiện./.")
        #expect(record.coverage.furniture == 0)
        #expect(!record.codes.contains(.uncertainSiteText))
    }

    @Test(
        "words of sites are known by their whole line",
        arguments: [
            ("Trang chủ › Quyết định", SiteLine.strong), ("Tiếng Anh | Lược đồ | Liên quan hiệu lực | Tải về", .strong),
            ("© 2024", .strong), ("Hotline: 1900 6192", .strong), ("https://vbpl.example.vn/van-ban", .strong),
            ("Trích yếu: Về việc kiểm tra", .field), ("Quyết định 12/QĐ-UBND năm 2024 về kiểm tra", .link),
            ("Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND huyện", .none), ("Tải về máy tính của công dân", .none),
            ("NỘI DUNG", .none), ("Chia sẻ", .weak), ("Làm đúng hạn.", .none),
        ] as [(String, SiteLine)])
    func lines(_ words: String, _ kind: SiteLine) {
        let text = SourceTextOf(words)
        #expect(SiteLine.of(text.line, in: text.text) == kind)
    }
}
