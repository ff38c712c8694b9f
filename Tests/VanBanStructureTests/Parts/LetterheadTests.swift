import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct LetterheadTests {
    private static func columns(_ gap: String) -> String {
        """
        ỦY BAN NHÂN DÂN\(gap)CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        HUYỆN MƯỜNG LA\(gap)Độc lập - Tự do - Hạnh phúc

        Số: 12/QĐ-UBND\(gap)Mường La, ngày 05 tháng 3 năm 2024

        QUYẾT ĐỊNH
        Về việc kiểm tra công vụ năm 2024

        CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN

        Căn cứ Luật Tổ chức chính quyền địa phương;

        QUYẾT ĐỊNH:

        Điều 1. Kiểm tra công vụ năm 2024./.

        Nơi nhận:\(gap)CHỦ TỊCH
        - Như Điều 1;
        - Lưu: VT.

        Lò Văn Minh
        """
    }

    @Test("a letterhead in two columns is read like one below the other", arguments: ["\t", "          "])
    func twoColumns(_ gap: String) throws {
        let record = try Documents.record(of: Self.columns(gap))
        let part = try #require(record.parts.first)
        #expect(record.parts.count == 1)
        #expect(part.number == "12/QĐ-UBND")
        #expect(part.place == "Mường La")
        #expect(part.issuedOn == CalendarDate(year: 2024, month: 3, day: 5))
        #expect(part.letterhead.joined(separator: " ") == "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA")
        #expect(part.formulas.filter { $0.kind == .motto }.count == 2)
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a quốc hiệu that does not fit into its column goes on below, wherever it is cut", arguments: 4..<8)
    func cutMotto(_ cut: Int) throws {
        let words = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".split(separator: " ").map { String($0) }
        let gap = String(repeating: " ", count: 20)
        let text = Self.columns(gap)
            .replacing("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", with: words[..<cut].joined(separator: " "))
            .replacing(
                "HUYỆN MƯỜNG LA\(gap)Độc",
                with: "HUYỆN MƯỜNG LA\(gap) \(words[cut...].joined(separator: " "))\n-------       \(gap)Độc")
        let record = try Documents.record(of: text)
        let part = try #require(record.parts.first)
        #expect(part.letterhead == ["ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA"])
        #expect(
            part.formulas.filter { $0.kind == .motto }.map(\.text)
                == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
        #expect(part.number == "12/QĐ-UBND")
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("an issuer is completed by the letterhead of the same body, and by no other")
    func completedIssuer() {
        #expect(
            IssuerName.completed("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", by: ["ỦY BAN NHÂN DÂN TỈNH SƠN LA"])
                == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA")
        #expect(
            IssuerName.completed("CỤC TRƯỞNG CỤC THUẾ", by: ["TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH SƠN LA"])
                == "CỤC TRƯỞNG CỤC THUẾ TỈNH SƠN LA")
        for (issuer, letterhead) in [
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA", "ỦY BAN NHÂN DÂN TỈNH SƠN LA"),
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA"), ("THỦ TƯỚNG CHÍNH PHỦ", "CHÍNH PHỦ"),
            ("GIÁM ĐỐC SỞ NỘI VỤ", "SỞ NỘI VỤ"),
        ] {
            #expect(IssuerName.completed(issuer, by: [letterhead]) == issuer)
        }
    }

    @Test("a stamp above the letterhead is one, whatever lines it has, and nothing is told of it")
    func stampAbove() throws {
        let stamp = "Ký bởi: Ủy ban nhân dân huyện\nCơ quan: Huyện Mường La\nNgày ký: 05-03-2024 16:22:11 +07:00\n\n"
        let record = try Documents.record(of: stamp + Self.columns("\t"))
        #expect(record.parts.first?.formulas.count { $0.kind == .signed } == 3)
        #expect(!record.diagnostics.contains { $0.code == .uncertainSiteText || $0.code == .strayText })
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a subject of several lines is whole, though a line begins with a name; what stands apart is none of it")
    func longSubject() throws {
        let lines = [
            "Triển khai thực hiện Nghị quyết số 12/NQ-CP ngày 01/4/2024", "của Chính phủ sửa đổi, bổ sung",
            "Chương trình hành động của Chính phủ về cải cách", "trên địa bàn huyện Mường La",
        ]
        let text = Self.columns("\t").replacing(
            "Về việc kiểm tra công vụ năm 2024\n",
            with: lines.joined(separator: "\n") + "\n\nNăm 2024 có nhiều việc mới.\n")
        #expect(try Documents.record(of: text).parts.first?.title == lines.joined(separator: " "))
    }

    @Test("a letter has its subject below the number, and is one")
    func letter() throws {
        let record = try Documents.record(
            of: """
                SỞ NỘI VỤ
                PHÒNG CẢI CÁCH HÀNH CHÍNH
                Số: 15/CCHC-TH
                V/v báo cáo kết quả cải cách hành chính
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Sơn La, ngày 05 tháng 01 năm 2024

                Kính gửi: Các phòng, ban chuyên môn.

                Đề nghị các phòng báo cáo kết quả trước ngày 15/01/2024./.

                Nơi nhận:
                - Như trên;
                - Lưu: VT.

                TRƯỞNG PHÒNG

                Lò Văn Minh
                """)
        let part = try #require(record.parts.first)
        #expect(part.kind.rawValue == "officialLetter")
        #expect(part.title == "V/v báo cáo kết quả cải cách hành chính")
        #expect(!record.diagnostics.contains { $0.code == .unknownKind || $0.code == .uncertainSiteText })
    }

    @Test("a letterhead that lost the name of its place is told")
    func lostPlace() throws {
        let text = Self.columns("\t").replacing("HUYỆN MƯỜNG LA\tĐộc lập", with: "\tĐộc lập")
            .replacing("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN\n", with: "")
        let record = try Documents.record(of: text)
        #expect(record.parts.first?.issuer == "ỦY BAN NHÂN DÂN")
        #expect(record.diagnostics.contains { $0.code == .missingIssuer })
        #expect(try !Documents.record(of: Self.columns("\t")).diagnostics.contains { $0.code == .missingIssuer })
    }

    @Test("a signature beside the recipients is a signature", arguments: ["\t", "          "])
    func signatureBeside(_ gap: String) throws {
        let part = try Documents.record(of: Self.columns(gap)).parts.first
        #expect(part?.recipients == ["Như Điều 1", "Lưu: VT"])
        #expect(part?.signature?.position == "CHỦ TỊCH")
        #expect(part?.signature?.name == "Lò Văn Minh")
    }

    @Test(
        "a blank number is no number, and is missed",
        arguments: ["Số:      /QĐ-UBND", "Số: …/QĐ-UBND", "Số: ...../QĐ-UBND", "Số:"])
    func blankNumber(_ line: String) throws {
        let record = try Documents.record(of: Documents.decision(number: line))
        #expect(record.parts.count == 1)
        #expect(record.parts.first?.number == nil)
        #expect(record.codes.contains(.missingNumber))
        #expect(record.parts.first?.issuedOn != nil)
        #expect(record.parts.first?.title == "Ban hành Kế hoạch kiểm tra công vụ năm 2024")
    }

    @Test(
        "a blank date is no date, and is missed",
        arguments: [
            "Mường La, ngày     tháng     năm 2024", "Mường La, ngày … tháng … năm 2024", "Mường La, ngày    /   /2024",
        ])
    func blankDate(_ line: String) throws {
        let record = try Documents.record(of: Documents.decision(date: line))
        #expect(record.parts.first?.issuedOn == nil)
        #expect(record.parts.first?.place == "Mường La")
        #expect(record.codes.contains(.missingDate))
        #expect(record.parts.first?.number == "12/QĐ-UBND")
    }

    @Test("number, place and date on one line are all read, blank or not")
    func oneLine() throws {
        let whole = try Documents.record(
            of: Documents.decision(number: "Số: 12/QĐ-UBND Mường La, ngày 05 tháng 3 năm 2024", date: ""))
        #expect(whole.parts.first?.number == "12/QĐ-UBND")
        #expect(whole.parts.first?.place == "Mường La")
        #expect(whole.parts.first?.issuedOn?.description == "2024-03-05")
        let blank = try Documents.record(
            of: Documents.decision(number: "Số:      /QĐ-UBND Mường La, ngày      tháng      năm 2024", date: ""))
        #expect(blank.parts.first?.number == nil)
        #expect(blank.parts.first?.place == "Mường La")
        #expect(blank.parts.first?.issuedOn == nil)
    }

    @Test("a day that no calendar has is an error, and the record leaves it out")
    func invalidDate() throws {
        let record = try Documents.record(of: Documents.decision(date: "Mường La, ngày 30 tháng 02 năm 2024"))
        #expect(record.parts.first?.issuedOn == nil)
        #expect(record.diagnostic(.invalidDate)?.severity == .error)
    }

    @Test(
        "spaces inside the number go",
        arguments: ["Số: 12 /QĐ-UBND", "Số: 12/QĐ- UBND", "Số : 12/QĐ-UBND", "Số 12/QĐ-UBND"])
    func spacedNumber(_ line: String) throws {
        #expect(try Documents.record(of: Documents.decision(number: line)).parts.first?.number == "12/QĐ-UBND")
    }

    @Test("mottos are kept as formulas, rulers are furniture")
    func formulas() throws {
        let record = try Documents.record(of: Documents.decision())
        #expect(record.parts.first?.formulas.map(\.kind) == [.motto, .motto, .enacting, .recipients])
        #expect(record.coverage.furniture == 22)
    }

    @Test("a decision without anything but its name misses number, date, title and signature")
    func bare() throws {
        let codes = try Documents.record(of: "QUYẾT ĐỊNH:\n\nĐiều 1. Kiểm tra công vụ.\n").codes
        #expect(codes.contains(.missingNumber))
        #expect(codes.contains(.missingDate))
        #expect(codes.contains(.missingSignature))
        #expect(codes.contains(.unprintedKind))
    }

    @Test(
        "a body whose name ends with a kind keeps the number below it",
        arguments: ["PHÒNG TÀI CHÍNH - KẾ HOẠCH", "BAN QUẢN LÝ DỰ ÁN"])
    func bodyWithKind(body: String) throws {
        let record = try Documents.record(
            of:
                "UBND HUYỆN A\n\(body)\nSố: 18/KH-TCKH\n\nVinh, ngày 20 tháng 5 năm 2026\n\nKẾ HOẠCH\nRà soát\n\nI. VIỆC CHUNG\n\n1. Làm."
        )
        #expect(record.parts.first?.number == "18/KH-TCKH")
    }

    @Test("a subject that begins like the name of an office is no issuer")
    func subjectLikeOffice() throws {
        let record = try Documents.record(
            of: "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\nSố: 18/KH-UBND\nLai Châu, ngày 20 tháng 5 năm 2026\n\n"
                + "PHÒNG, CHỐNG DỊCH BỆNH NĂM 2026\n\nI. VIỆC CHUNG\n\n1. Làm.")
        #expect(record.parts.first?.issuer == "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU")
    }

    @Test("an issuer of which only the kind of place is printed is told")
    func placeNotNamed() throws {
        let record = try Documents.record(
            of: "ỦY BAN NHÂN DÂN\nSố: 18/QĐ-UBND\nLai Châu, ngày 20 tháng 5 năm 2026\n\nQUYẾT ĐỊNH\nPhê duyệt kết quả\n"
                + "ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Đất đai;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt.")
        #expect(record.codes.contains(.missingIssuer))
    }

    @Test("the day of a letter beside or below its subject is none of its words")
    func dayBesideSubject() throws {
        let beside = try Documents.record(
            of: """
                 SỞ NỘI VỤ TỈNH LAI CHÂU          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                                     Độc lập - Tự do - Hạnh phúc
                     Số: 98/SNV-TCBC
                 V/v góp ý kiến Phương án sắp
                 xếp đơn vị giai đoạn                Lai Châu, ngày 16 tháng 11 năm 2023
                     2023 - 2025 của tỉnh

                     Kính gửi: Sở Tư pháp
                     1. Việc chung.
                """)
        #expect(beside.parts.first?.issuedOn?.description == "2023-11-16")
        #expect(beside.parts.first?.title == "V/v góp ý kiến Phương án sắp xếp đơn vị giai đoạn 2023 - 2025 của tỉnh")
        let below = try Documents.record(
            of:
                "SỞ NỘI VỤ\nSố: 98/SNV-TCBC\nV/v nhắc các phòng thực hiện quy trình kiểm tra\nLai Châu, ngày 12 tháng 5 năm 2023\n"
                + "Kính gửi: Các phòng\n1. Việc chung.")
        #expect(below.parts.first?.issuedOn?.description == "2023-05-12")
    }
}
