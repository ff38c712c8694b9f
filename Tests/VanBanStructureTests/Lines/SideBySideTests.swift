import Testing
import VanBanModel

@testable import VanBanStructure

/// Letterhead and end of a document in two columns.
@Suite struct SideBySideTests {
    private static let text = """
        ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
           TỈNH SƠN LA            Độc lập - Tự do - Hạnh phúc
            -------                     ---------------
        Số: 12/QĐ-UBND         Sơn La, ngày 05 tháng 3 năm 2024

                             QUYẾT ĐỊNH
               Ban hành Kế hoạch kiểm tra công vụ năm 2024

                    CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm
        2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ
        và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;
        Theo đề nghị của Giám đốc Sở Nội vụ.

                             QUYẾT ĐỊNH:

        Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm tra công vụ
        trên địa bàn tỉnh năm 2024, gồm các nội dung sau:
        1. Bảo đảm kỷ luật, kỷ cương hành chính trong các cơ quan nhà nước
        thuộc tỉnh:
        a) Đúng thẩm quyền, đúng đối tượng, không gây phiền hà cho cơ quan
        được kiểm tra;
        b) Kịp thời.
        Điều 2. Chánh Văn phòng UBND tỉnh, Giám đốc các sở, ban, ngành chịu
        trách nhiệm thi hành Quyết định này./.

        Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
        - Như Điều 2;                                   KT. CHỦ TỊCH
        - Bộ Nội vụ;                                   PHÓ CHỦ TỊCH
        - Lưu: VT.

                                                       Lò Minh Hùng
        """

    /// The text with its wide gaps otherwise.
    private static func text(gap: String, from width: Int = 4) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let indent = line.prefix { $0 == " " }
            var rest = String(line.dropFirst(indent.count))
            while let wide = rest.firstRange(of: String(repeating: " ", count: width)) {
                let tail = rest[wide.lowerBound...].drop { $0 == " " }
                rest = rest[..<wide.lowerBound] + gap + tail
            }
            return indent + rest
        }.joined(separator: "\n")
    }

    @Test("columns are parted by spaces or tabs", arguments: ["spaces", "tab", "tabs", "narrow"])
    func columns(_ gap: String) throws {
        let text: String
        switch gap {
        case "tab": text = Self.text(gap: "\t")
        case "tabs": text = Self.text(gap: "\t\t\t")
        case "narrow":
            text = Self.text.replacing("DÂN      CỘNG", with: "DÂN  CỘNG").replacing(
                "LA            Độc", with: "LA  Độc")
        default: text = Self.text
        }
        let converted = try Documents.converted(text)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)) == [])
        let part = try #require(converted.record.parts.first)
        #expect(part.letterhead == ["ỦY BAN NHÂN DÂN TỈNH SƠN LA"])
        #expect(part.number == "12/QĐ-UBND")
        #expect(part.place == "Sơn La")
        #expect(part.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA")
        #expect(part.legalBases.count == 2)
        #expect(part.sections.shape == "1[1[a b]] 2")
        #expect(part.recipients == ["Như Điều 2", "Bộ Nội vụ", "Lưu: VT"])
        #expect(part.signature?.authority == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH")
        #expect(part.signature?.position == "PHÓ CHỦ TỊCH")
        #expect(part.signature?.name == "Lò Minh Hùng")
        #expect(converted.record.diagnostics.isEmpty)
    }
}
