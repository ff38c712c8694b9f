import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("every appendix is a part of its own") struct AppendixSequenceTests {
    private func parts(_ lines: String) throws -> [Part] {
        try Documents.plan("I. MỤC ĐÍCH\n\nNâng cao kết quả công tác./.\n\n" + lines).parts
    }

    @Test(
        "numbers of appendices in all their forms",
        arguments: [
            ("PHỤ LỤC I.1", "PHỤ LỤC I.2"), ("Phụ lục 01a", "Phụ lục 01b"), ("PHỤ LỤC IIA", "PHỤ LỤC IIB"),
            ("Phụ lục số: 01", "Phụ lục số: 02"), ("Phụ lục 2-A", "Phụ lục 2-B"), ("PHỤ LỤC A", "PHỤ LỤC B"),
        ])
    func numbers(_ first: String, _ second: String) throws {
        let parts = try parts(
            "\(first)\nDANH MỤC MỘT\n\n1. Việc thứ nhất.\n\n\(second)\nDANH MỤC HAI\ncủa Sở Nội vụ\n\n1. Việc thứ hai.")
        #expect(parts.map(\.kind) == [.plan, .appendix, .appendix])
        #expect(parts.map(\.typeName).suffix(2) == [first, second])
        #expect(parts.map(\.title).suffix(2) == ["DANH MỤC MỘT", "DANH MỤC HAI của Sở Nội vụ"])
    }

    @Test("a title in ordinary letters behind the number")
    func ordinaryTitle() throws {
        let parts = try parts(
            "Phụ lục 1. Danh mục nhiệm vụ của Sở Nội vụ\n\n1. Việc thứ nhất.\n\nPhụ lục 2: Danh mục nhiệm vụ của Sở Tư pháp\n\n1. Việc thứ hai."
        )
        #expect(parts.map(\.typeName).suffix(2) == ["Phụ lục 1", "Phụ lục 2"])
        #expect(parts.last?.title == "Danh mục nhiệm vụ của Sở Tư pháp")
    }

    @Test(
        "lines that only name appendices open none",
        arguments: [
            "Kèm theo Kế hoạch này:\nPhụ lục 1: Danh mục nhiệm vụ của các sở\nPhụ lục 2: Danh mục nhiệm vụ của các xã\n\nII. TỔ CHỨC\n\nLàm.",
            "Phụ lục 2. Danh mục nhiệm vụ được giao cho Sở Tư pháp theo dõi.\n\nII. TỔ CHỨC\n\nLàm.",
        ])
    func named(_ lines: String) throws {
        #expect(try parts(lines).map(\.kind) == [.plan])
    }
}
