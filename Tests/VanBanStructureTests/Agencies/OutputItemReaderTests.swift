import Testing
import VanBanReading

@testable import VanBanStructure

@Suite struct OutputItemReaderTests {
    private func items(_ cell: String) -> [String] {
        let text = SourceText.literal(cell)
        return OutputItemReader.items(of: Stretch(0..<text.bytes.count), in: text)
    }

    @Test("semicolons and bullets cut, end punctuation goes")
    func cuts() {
        #expect(items("- Kế hoạch; - Báo cáo.") == ["Kế hoạch", "Báo cáo"])
        #expect(items("- Sổ tay - Báo cáo kết quả.") == ["Sổ tay", "Báo cáo kết quả"])
        #expect(items("-Quyết định - Báo cáo") == ["Quyết định", "Báo cáo"])
        #expect(items("Công văn; báo cáo") == ["Công văn", "báo cáo"])
        #expect(items("- Văn bản chỉ đạo, ...") == ["Văn bản chỉ đạo"])
    }

    @Test("commas, brackets and full stops inside do not cut")
    func wholes() {
        #expect(items("Đề cương, tài liệu, ấn phẩm") == ["Đề cương, tài liệu, ấn phẩm"])
        #expect(items("Ấn phẩm (sổ tay; tờ rơi)") == ["Ấn phẩm (sổ tay; tờ rơi)"])
        #expect(items("Kế hoạch của xã. Báo cáo") == ["Kế hoạch của xã. Báo cáo"])
    }

    @Test("a dash inside a name is no bullet")
    func dashes() {
        #expect(
            items("- Tin của Đài Phát thanh - Truyền hình tỉnh; - Báo cáo")
                == ["Tin của Đài Phát thanh - Truyền hình tỉnh", "Báo cáo"])
        #expect(items("Báo cáo kinh tế - xã hội") == ["Báo cáo kinh tế - xã hội"])
    }

    @Test("a line break cuts before a new item and not inside a sentence")
    func lineBreaks() {
        #expect(items("Kế hoạch\u{0B}Báo cáo kết quả") == ["Kế hoạch", "Báo cáo kết quả"])
        #expect(items("Kế hoạch của\u{0B}UBND tỉnh") == ["Kế hoạch của UBND tỉnh"])
        #expect(items("- Kế hoạch tập\u{0B}huấn\u{0B}- Báo cáo") == ["Kế hoạch tập huấn", "Báo cáo"])
    }

    @Test("an empty cell has no items")
    func empty() {
        #expect(items("").isEmpty)
        #expect(items(" - ").isEmpty)
    }
}
