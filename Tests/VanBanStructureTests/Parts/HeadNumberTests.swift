import Testing
import VanBanModel

@testable import VanBanStructure

/// Which number is the document's own.
@Suite("the number of a document is its own") struct HeadNumberTests {
    private static func letterhead(_ lines: String) -> String {
        """
        \(lines)

        KẾ HOẠCH
        Kiểm tra công vụ năm 2026

        I. MỤC ĐÍCH

        Nâng cao kỷ luật, kỷ cương./.

        """
    }

    @Test("a letterhead that names another document by its number does not give it away")
    func ofAnother() throws {
        let part = try Documents.record(
            of: Self.letterhead(
                """
                SỞ NỘI VỤ                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                ĐOÀN THANH TRA                    Độc lập - Tự do - Hạnh phúc
                THEO QUYẾT ĐỊNH
                SỐ 77/QĐ-SNV                  Sơn La, ngày 10 tháng 3 năm 2026

                Số: 305/KH-ĐTT
                """)
        ).parts.first
        #expect(part?.number == "305/KH-ĐTT")
        #expect(part?.letterhead.joined(separator: " ").contains("77/QĐ-SNV") == true)
    }

    @Test("digits that stand apart from their sign are one number with it; the sign is no name of a body")
    func signApart() throws {
        let part = try Documents.record(
            of: Self.letterhead(
                """
                ỦY BAN NHÂN DÂN
                TỈNH SƠN LA
                Số: 46

                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc

                /KH-UBND

                Sơn La, ngày 10 tháng 3 năm 2026
                """)
        ).parts.first
        #expect(part?.number == "46/KH-UBND")
        #expect(part?.letterhead == ["ỦY BAN NHÂN DÂN TỈNH SƠN LA"])
    }

    @Test(
        "the stamp of a digital signature is no number line",
        arguments: [
            "Số: 66/TTr-SNV; 22/12/2025; 18:56:39", "Số: 66/TTr-SNV\nThời gian ký: 22/12/2025 18:56:39 +07:00",
        ])
    func stamp(_ stamp: String) throws {
        let record = try Documents.record(
            of: stamp + "\n\n"
                + Self.letterhead(
                    """
                    ỦY BAN NHÂN DÂN TỈNH SƠN LA
                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                    Độc lập - Tự do - Hạnh phúc
                    Số: 12/KH-UBND
                    Sơn La, ngày 05 tháng 01 năm 2026
                    """))
        #expect(record.parts.count == 1)
        #expect(record.parts.first?.number == "12/KH-UBND")
        #expect(record.parts.first?.formulas.contains { $0.kind == .signed && $0.text.hasPrefix("Số: 66") } == true)
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("the number that a stamp prints beside the time of signing is the annex's where there is no other")
    func stampOfAnnex() throws {
        let record = try Documents.record(
            of:
                "Số: 840/ĐHTN-ĐT\nThời gian ký: 08/08/2025 11:33:03 +07:00\n\nPhụ lục 4. Lịch trình đào tạo thử\n\n1. Việc thứ nhất.\n"
        )
        #expect(record.parts.map(\.kind) == [.appendix])
        #expect(record.parts.first?.number == "840/ĐHTN-ĐT")
        #expect(record.parts.first?.title == "Lịch trình đào tạo thử")
        #expect(!record.diagnostics.contains { $0.code == .uncertainSiteText })
    }

    @Test("a number cited over two lines below the title is not the document's")
    func citedBelowTitle() throws {
        let part = try Documents.record(
            of:
                "KẾ HOẠCH\nKiểm tra công vụ năm 2026\n\nThực hiện Kế hoạch\nSố 12/KH-UBND ngày 05/01/2026\n\nI. MỤC ĐÍCH\n\nLàm."
        ).parts.first
        #expect(part?.number == nil)
    }

    @Test(
        "a number joined to what stands before it is found",
        arguments: [
            "Sở Nội vụ tỉnh Sơn La Số: 118/KH-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            "SỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n----------------Số: 118/KH-SNV",
            "SỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nKế hoạch số: 118/KH-SNV",
        ])
    func joined(_ head: String) throws {
        let part = try Documents.record(of: Self.letterhead(head + "\nSơn La, ngày 05 tháng 01 năm 2026")).parts.first
        #expect(part?.number == "118/KH-SNV")
        #expect(part?.issuedOn == CalendarDate(year: 2026, month: 1, day: 5))
        #expect(part?.issuer?.lowercased().hasPrefix("sở nội vụ") == true)
    }

    @Test("blanks of a letterhead are told though the part says what it was issued with")
    func blanksOfAttachment() throws {
        let text =
            Documents.decision() + "\n\n"
                + """
                ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số:      /KH-UBND
                Mường La, ngày     tháng     năm 2024

                KẾ HOẠCH
                Kiểm tra công vụ năm 2024
                (Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024)

                I. MỤC ĐÍCH

                Nâng cao kỷ luật.

                """
        let record = try Documents.record(of: text)
        #expect(record.parts.count == 2)
        #expect(record.diagnostics.filter { $0.code == .missingNumber }.count == 1)
        #expect(record.diagnostics.filter { $0.code == .missingDate }.count == 1)
    }

    @Test("a plan that is nothing but its title is signed below it, and its issuer is that of the letterhead")
    func withoutBody() throws {
        let part = try Documents.record(
            of:
                "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                + "Số: 10/KH-UBND\nSơn La, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nTriển khai nhiệm vụ năm 2026\n\n\n"
                + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Văn Minh"
        ).parts.first
        #expect(part?.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN LA")
        #expect(part?.signature?.position == "PHÓ CHỦ TỊCH")
        #expect(part?.signature?.name == "Lò Văn Minh")
    }

    @Test(
        "who signs for another is told however the letters are joined",
        arguments: ["KT. HIỆU TRƯỞNG", "K/T HIỆU TRƯỞNG", "KT/ HIỆU TRƯỞNG", "K.T. HIỆU TRƯỞNG", "KT HIỆU TRƯỞNG"])
    func signingPrefixes(_ line: String) throws {
        let part = try Documents.plan("I. MỤC ĐÍCH\n\nLàm đúng hạn./.\n\n\(line)\nPHÓ HIỆU TRƯỞNG\n\n\nLò Văn Minh")
            .parts
            .first
        #expect(part?.signature?.authority == line)
        #expect(part?.signature?.position == "PHÓ HIỆU TRƯỞNG")
        #expect(part?.signature?.name == "Lò Văn Minh")
    }
}
