import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// A whole table never vanishes without a word.
@Suite("tables that could not be read")
struct UnreadTableTests {
    private static let blocks = """
        TT
        Nhiệm vụ
        Cơ quan chủ trì
        Thời hạn
        1
        2
        3
        Sở Nội vụ
        Sở Y tế
        Sở Tư pháp
        Quý I/2024
        Quý II/2024
        Quý III/2024
        Rà soát quy chế
        Tập huấn nghiệp vụ
        Kiểm tra các xã
        """

    @Test("cells in blocks out of their rows are no tasks, and that is told once with its place")
    func blocks() throws {
        let record = try Documents.appendix(lines: Self.blocks)
        #expect(record.tasks.isEmpty)
        let told = record.diagnostics.filter { $0.code == .tableNotRead }
        #expect(told.count == 1)
        #expect(told.first?.severity == .warning)
        #expect(told.first?.arguments == ["TT⏎Nhiệm vụ⏎Cơ quan chủ trì"].map { $0.replacing("⏎", with: " ") })
        #expect(told.first?.text(in: .vietnamese).message.hasPrefix("Có bảng nhiệm vụ bắt đầu ở đây") ?? false)
    }

    @Test("its header on every page is the same table, and what follows from it is not told")
    func pages() throws {
        let record = try Documents.appendix(lines: Self.blocks + "\n\u{0C}" + Self.blocks)
        #expect(record.codes.filter { $0 == .tableNotRead }.count == 1)
        #expect(!record.codes.contains(.numberingRepeat))
        #expect(!record.codes.contains(.strayText))
    }

    @Test("neither a table that is read nor running text with its words is told")
    func others() throws {
        let read = try Documents.tasks(["1", "Rà soát quy chế", "Báo cáo", "Sở Nội vụ", "UBND cấp xã", "Quý I/2024"])
        #expect(!read.codes.contains(.tableNotRead))
        let text = "TT Phục vụ hành chính công xã chủ trì, phối hợp với các phòng; thời hạn: hằng quý."
        #expect(try !Documents.plan(text).codes.contains(.tableNotRead))
    }
}
