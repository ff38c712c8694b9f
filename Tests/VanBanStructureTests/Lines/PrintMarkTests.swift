import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// What programs print on every page belongs to no row.
@Suite("marks of printing programs")
struct PrintMarkTests {
    private static let rows = [
        ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
        ["1", "Rà soát quy chế", "Báo cáo", "Sở Nội vụ", "UBND cấp xã", "Quý I/2024"],
        ["2", "Tập huấn nghiệp vụ", "Lớp", "Sở Y tế", "UBND cấp xã", "Quý II/2024"],
    ].map { $0.joined(separator: "\t") }

    @Test(
        "between two rows they are no part of a cell and no group",
        arguments: [
            "https://example.gov.vn/van-ban/77                    2/9",
            "https://example.gov.vn/a?b=1 03/02/2024, 17:05",
            "3/2/24, 5:05 PM          Kế hoạch 12/KH-UBND", "ke-hoach-12.pdf", "DỰ THẢO", "DỰ THẢO LẦN 2",
            "BẢN DỰ THẢO NGÀY 03/02/2024", "Bản in từ hệ thống văn bản lúc 17:05", "http://example.gov.vn",
            "Scanned with CamScanner", "Page 3 of 7", "Trang 3 trên 7", "Trang: 3/7",
            "CÔNG BÁO/Số 21 + 22/Ngày 03-02-2024", "34                  CÔNG BÁO/Số 21 + 22/Ngày 03-02-2024",
            "Dự thảo 03/2/2024", "5:05 CH, 03/02/2024                  3/9",
            "In bởi: tranthib lúc 17:05 ngày 03/02/2024",
            "BM.07-QT.02                Lần ban hành: 03                Trang: 3/7", "Bieu tong hop 12.xlsx",
            "about:blank                    3/9", "file:///D:/kh12.html                    3/9",
            "www.example.vn                  Hotline: 0900 000 000",
        ])
    func between(_ mark: String) throws {
        let text = [Self.rows[0], Self.rows[1], mark, Self.rows[2]].joined(separator: "\n")
        let record = try Documents.appendix(lines: text)
        #expect(record.tasks.map(\.deadline) == ["Quý I/2024", "Quý II/2024"])
        #expect(record.tasks.map(\.group) == [nil, nil])
    }

    @Test("words of a document that look like them stay", arguments: ["Lĩnh vực dự thảo văn bản", "MỤC TIÊU CHUNG"])
    func others(_ line: String) throws {
        let text = [Self.rows[0], Self.rows[1], line, Self.rows[2]].joined(separator: "\n")
        #expect(try Documents.appendix(lines: text).tasks.last?.group?.title == line)
    }

    @Test("an address in running text stays")
    func address() throws {
        let record = try Documents.plan("I. MỤC TIÊU\n\nCông khai tại\nhttps://example.gov.vn/van-ban/77\n")
        #expect(record.outline.contains { ($0.heading ?? "").contains("MỤC TIÊU") })
        #expect(String(describing: record.outline).contains("example.gov.vn"))
    }

    @Test("a sentence that a page's end cuts goes on behind them")
    func sentence() throws {
        let record = try Documents.plan(
            "I. MỤC TIÊU\n\n1. Nâng cao tinh thần trách nhiệm trong thực thi công vụ của\n"
                + "34                  CÔNG BÁO/Số 21 + 22/Ngày 03-02-2024\nngười đứng đầu cơ quan.\n")
        #expect(!String(describing: record.outline).contains("CÔNG BÁO"))
        #expect(String(describing: record.outline).contains("của người đứng đầu"))
    }
}
