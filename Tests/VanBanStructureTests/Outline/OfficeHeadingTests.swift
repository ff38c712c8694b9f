import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("headings that look like the end of a document") struct OfficeHeadingTests {
    @Test("the heading of a chapter may be an office, and an article may stand alone on its line")
    func officeAsHeading() throws {
        let record = try Documents.record(
            of: """
                LUẬT
                TỔ CHỨC THỬ

                CHƯƠNG I
                QUY ĐỊNH CHUNG

                Điều 1
                Nhà nước bảo đảm quyền làm chủ.

                CHƯƠNG II
                CHỦ TỊCH NƯỚC

                Điều 2
                1. Chủ tịch nước do Quốc hội bầu.
                2. Chủ tịch nước chịu trách nhiệm trước Quốc hội.

                CHƯƠNG III
                THỦ TƯỚNG CHÍNH PHỦ

                Điều 3
                Thủ tướng Chính phủ lãnh đạo Chính phủ.

                """)
        let part = try #require(record.parts.first)
        #expect(part.sections.shape == "I[1] II[2[1 2]] III[3]")
        #expect(part.sections.map(\.heading) == ["QUY ĐỊNH CHUNG", "CHỦ TỊCH NƯỚC", "THỦ TƯỚNG CHÍNH PHỦ"])
        #expect(part.signature == nil)
        #expect(!record.diagnostics.contains { $0.code == .strayText })
    }

    @Test("an article named at the end of a wrapped line opens none")
    func wrappedArticle() throws {
        let sections = try Documents.plan(
            "I. MỤC ĐÍCH\n\nCác cơ quan, đơn vị thực hiện chế độ báo cáo theo đúng quy định tại khoản 2\nĐiều 5\ncủa Quy chế làm việc và gửi Sở Nội vụ tổng hợp."
        ).parts.first?.sections
        #expect(sections?.shape == "I")
    }

    @Test("a paragraph that could close a plan closes nothing while the outline goes on")
    func closingWords() throws {
        let words =
            "Căn cứ Kế hoạch này, các phòng, ban chuyên môn và các xã, phường chủ động lập danh sách, xây dựng dự toán và tổ chức thực hiện hằng năm."
        let part = try Documents.plan(
            "I. MỤC ĐÍCH\n\nLàm.\n\nII. NỘI DUNG\n\n1. Việc thứ nhất\n\n\(words)\n\n2. Việc thứ hai\n\nLàm.\n\nIII. TỔ CHỨC\n\n1. Sở Nội vụ\n\nLàm.\n\n\(words)"
        ).parts.first
        #expect(part?.sections.shape == "I II[1 2] III[1] ¶")
    }

    @Test("recipients and signing block in a table of two rows")
    func endInTwoRows() throws {
        let page = """
            <html><body><p>QUYẾT ĐỊNH</p><p>Về việc thử</p><p>Căn cứ Luật Tổ chức chính quyền địa phương;</p>
            <p>QUYẾT ĐỊNH:</p><p>Điều 1. Thử.</p><table><tr><td>Nơi nhận:</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</td></tr>
            <tr><td>- Như Điều 1;<br>- …….;<br>- Lưu: VT.</td><td>Lò Văn Minh</td></tr></table></body></html>
            """
        let record = try DocumentConverter().convert(Array(page.utf8), name: "test.html").record
        let part = try #require(record.parts.first)
        #expect(part.recipients == ["Như Điều 1", "Lưu: VT"])
        #expect(part.signature?.position == "CHỦ TỊCH")
        #expect(part.signature?.name == "Lò Văn Minh")
        #expect(!record.diagnostics.contains { $0.code == .strayText })
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("the letterhead of the next document in the same table is none of the end")
    func letterheadBelowEnd() throws {
        let page = """
            <html><body><p>QUYẾT ĐỊNH</p><p>Về việc thử</p><p>Căn cứ Luật Tổ chức chính quyền địa phương;</p>
            <p>QUYẾT ĐỊNH:</p><p>Điều 1. Thử.</p><table><tr><td>Nơi nhận:<br>- Lưu: VT.</td><td>CHỦ TỊCH<br>Lò Văn Minh</td></tr>
            <tr><td>ỦY BAN NHÂN DÂN<br>TỈNH SƠN LA</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>
            <p>KẾ HOẠCH</p><p>Thử năm 2026</p><p>I. MỤC ĐÍCH</p><p>Làm.</p></body></html>
            """
        let parts = try DocumentConverter().convert(Array(page.utf8), name: "test.html").record.parts
        #expect(parts.map(\.kind) == [.decision, .plan])
        #expect(parts.first?.signature?.authority == nil)
        #expect(parts.first?.signature?.name == "Lò Văn Minh")
        #expect(parts.last?.letterhead == ["ỦY BAN NHÂN DÂN TỈNH SƠN LA"])
    }
}
