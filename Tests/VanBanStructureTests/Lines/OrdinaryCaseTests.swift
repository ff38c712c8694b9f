import Testing
import VanBanModel

@testable import VanBanStructure

/// Lines of the form in ordinary letters instead of capitals.
@Suite struct OrdinaryCaseTests {
    private static let head = """
        ủy Ban Nhân Dân\t      Cộng hòa xã hội chủ nghĩa việt nam
        Tỉnh sơn la\t           Độc lập - Tự do - Hạnh phúc

        Số: 25/2004/QĐ-UB\t    Sơn La, ngày 01 tháng 7 năm 2004

        QUYẾT ĐỊNH
        V/v ban hành Chương trình kiểm tra năm 2004

        ủY BAN NHÂN DÂN TỈNH Sơn La

        Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003;

        QUYẾT ĐỊNH:

        Điều 1. Ban hành Chương trình kiểm tra.
        Điều 2. Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này./.

        """

    private func part(_ text: String) throws -> Part {
        let converted = try Documents.converted(text)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)) == [])
        return try #require(converted.record.parts.first)
    }

    @Test("the body above the motto is the letterhead, the one above the recitals decides")
    func letterhead() throws {
        let part = try part(Self.head)
        #expect(part.letterhead == ["ủy Ban Nhân Dân Tỉnh sơn la"])
        #expect(part.issuer == "ủY BAN NHÂN DÂN TỈNH Sơn La")
        #expect(part.title == "V/v ban hành Chương trình kiểm tra năm 2004")
        #expect(part.legalBases.count == 1)
    }

    @Test(
        "a position in ordinary letters and a name below the end sign the document",
        arguments: [
            ("TM. Uỷ ban nhân dân tỉnh\nChủ tịch\n\n\nVõ Thanh Tòng", "TM. Uỷ ban nhân dân tỉnh", "Chủ tịch"),
            ("tm . ubnd tỉnh Sơn La\nchủ tịch\n(đã ký)\nVõ Thanh Tòng", "tm . ubnd tỉnh Sơn La", "chủ tịch"),
            ("KT. Chủ tịch\nPhó Chủ tịch\nVõ Thanh Tòng", "KT. Chủ tịch", "Phó Chủ tịch"),
            ("Giám đốc Sở Nội vụ\n\nVõ Thanh Tòng", nil, "Giám đốc Sở Nội vụ"),
        ] as [(String, String?, String)])
    func signature(_ block: String, _ authority: String?, _ position: String) throws {
        for recipients in ["", "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\n"] {
            let part = try part(Self.head + recipients + block)
            #expect(part.signature?.authority == authority)
            #expect(part.signature?.position == position)
            #expect(part.signature?.name == "Võ Thanh Tòng")
            #expect(part.sections.shape == "1 2")
            #expect(part.recipients.count == (recipients.isEmpty ? 0 : 2))
        }
    }

    @Test("recipients and signature stand side by side")
    func sideBySide() throws {
        let part = try part(
            Self.head + """
                \t\t\t   tm . ubnd tỉnh Sơn La
                Nơi nhận:                          chủ tịch
                - Bộ Nội vụ
                - Thường trực tỉnh ủy\t\t\t   (Đã ký)
                - Lưu VT                       Võ Thanh Tòng
                """)
        #expect(part.recipients == ["Bộ Nội vụ", "Thường trực tỉnh ủy", "Lưu VT"])
        #expect(part.signature?.position == "chủ tịch")
        #expect(part.signature?.name == "Võ Thanh Tòng")
    }

    @Test(
        "words of posts and bodies in the text sign nothing",
        arguments: [
            "Giám đốc Sở Nội vụ", "Chủ tịch Ủy ban nhân dân xã\nTrưởng phòng Nội vụ", "TM. Ủy ban nhân dân tỉnh",
            "Chủ tịch\nchịu trách nhiệm trước Ủy ban nhân dân tỉnh",
        ])
    func noSignature(_ words: String) throws {
        let record = try Documents.plan(
            "I. THÀNH PHẦN\n\nCác đại biểu gồm:\n\n\(words)\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác phòng thực hiện.")
        #expect(record.parts.first?.signature == nil)
        #expect(record.outline.shape == "I II")
    }

    @Test("what is left of Word's page field is a page number")
    func pageField() throws {
        let record = try Documents.plan("I. MỤC ĐÍCH\n\nLàm đúng hạn./.\n\nPAGE\n\nPAGE  16\n")
        #expect(record.coverage.furniture == 10)
    }
}
