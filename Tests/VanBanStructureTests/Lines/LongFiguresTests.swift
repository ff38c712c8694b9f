import Testing
import VanBanModel

@testable import VanBanStructure

/// Figures longer than any number that a machine counts with.
@Suite("long figures")
struct LongFiguresTests {
    private static let figures = "9223372036854775808123"

    @Test(
        "no line of figures ends the program, wherever it stands",
        arguments: ["above", "title", "item", "row", "cell", "note", "deadline"])
    func longFigures(place: String) throws {
        let long = Self.figures
        let text =
            switch place {
            case "above": "\(long)\n\nỦY BAN NHÂN DÂN\nTỈNH A\n\nKẾ HOẠCH\nNăm 2026\n\nI. MỤC TIÊU\n1. Một việc."
            case "title": "KẾ HOẠCH\n\(long)\n\nI. MỤC TIÊU\n1. Một việc."
            case "item": "KẾ HOẠCH\nNăm 2026\n\nI. MỤC TIÊU\n\(long). Một việc.\n1.\(long). Hai việc."
            case "row": "PHỤ LỤC\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n\(long)\tRà soát\tSở Y tế\t6/2026"
            case "cell": "PHỤ LỤC\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\t\(long)\tSở Y tế\t\(long)/2026"
            case "note": "KẾ HOẠCH\nNăm 2026\n\nI. MỤC TIÊU\n1. Một việc [\(long)].\n\n[\(long)] Chú thích."
            default: "PHỤ LỤC\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tSở Y tế\tNgày \(long)/6/\(long)"
            }
        let record = try Documents.record(of: text)
        #expect(record.coverage.unaccounted == 0)
    }
}
