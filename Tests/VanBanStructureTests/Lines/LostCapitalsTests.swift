import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Capitals that a font drew, in a text whose encoding has none with tones.
@Suite struct LostCapitalsTests {
    private func record(_ text: String, losesCapitals: Bool = true) throws -> Record {
        var document = try TextReader().read(Array(text.utf8), name: "a.txt")
        document.losesCapitals = losesCapitals
        return try DocumentConverter().convert(document).record
    }

    private static let decision = """
        ủy ban nhân dân
        tỉnh sơn la
        cộng hòa xã hội chủ nghĩa việt nam
        Độc lập - Tự do - Hạnh phúc

        Số: 25/QĐ-UB
        Sơn La, ngày 01 tháng 7 năm 2004

        quyết định
        Về việc kiểm tra năm 2004 của
        ủy ban nhân dân các huyện

        chủ tịch ủy ban nhân dân tỉnh sơn la

        Căn cứ Luật Tổ chức Hội đồng nhân dân và
        ủy ban nhân dân ngày 26/11/2003;

        quyết định:

        Điều 1. Giao các sở phối hợp với
        ủy ban nhân dân các huyện.

        tm. ủy ban nhân dân
        chủ tịch

        Lò Văn Minh
        """

    @Test("the letterhead, the kind, who decides and who signs are read in capitals, and each line is told")
    func decision() throws {
        let record = try record(Self.decision)
        let part = try #require(record.parts.first)
        #expect(part.typeName == "QUYẾT ĐỊNH")
        #expect(part.letterhead == ["ỦY BAN NHÂN DÂN TỈNH SƠN LA"])
        #expect(part.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA")
        #expect(part.signature?.authority == "TM. ỦY BAN NHÂN DÂN")
        #expect(part.signature?.position == "CHỦ TỊCH")
        #expect(record.coverage.unaccounted == 0)
        let told = try #require(record.diagnostics.first { $0.code == .restoredCapitals })
        #expect([told.location.line] + told.related.map(\.line) == [1, 2, 3, 9, 13, 18, 23, 24])
    }

    @Test("wrapped ends of sentences stay small")
    func sentences() throws {
        let record = try record(Self.decision)
        #expect(record.outline.first?.text == "Giao các sở phối hợp với ủy ban nhân dân các huyện.")
        #expect(record.parts.first?.legalBases.first?.text.contains("và ủy ban nhân dân ngày") == true)
    }

    @Test("words that are capitals wherever the encoding has them are capitals; others are as they are")
    func mixed() throws {
        let record = try record(
            "UỷBAN NHÂN DÂN TỉNH SƠN LA\n\nQUYếT ĐịNH\nVề việc cử cán bộ Sở Y tế\n\nCăn cứ Bộ luật;\n\nĐiều 1. Cử ông Hồ Sỹ."
        )
        #expect(record.parts.first?.typeName == "QUYẾT ĐỊNH")
        #expect(record.parts.first?.title == "Về việc cử cán bộ Sở Y tế")
        #expect(record.outline.last?.text == "Cử ông Hồ Sỹ.")
    }

    @Test("headings with a roman label and those below a chapter are capitals")
    func headings() throws {
        let record = try record(
            "kế hoạch\nThực hiện năm 2004\n\ni. mục đích\n\n1. Nội dung.\n\nii. tổ chức thực hiện\n\n1. Các sở.")
        #expect(record.parts.first?.sections.map(\.heading) == ["MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN"])
        #expect(record.parts.first?.sections.map(\.label) == ["I", "II"])
    }

    @Test("a text that holds its capitals is not touched")
    func otherEncodings() throws {
        let record = try record(Self.decision, losesCapitals: false)
        #expect(record.parts.first?.typeName != "QUYẾT ĐỊNH")
        #expect(!record.diagnostics.contains { $0.code == .restoredCapitals })
    }
}
