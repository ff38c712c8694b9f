import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("shares in words, in other scripts and with misread signs")
struct SpelledNumbersTests {
    private func text(_ words: String) -> TokenText {
        let source = SourceText.literal(words)
        return TokenText(0..<source.bytes.count, in: source)
    }

    @Test(
        "a share in words has its value",
        arguments: [
            ("chín mươi lăm", 95), ("mười", 10), ("mười lăm", 15), ("năm mươi", 50), ("một trăm", 100), ("bảy", 7),
            ("hai mươi mốt", 21), ("một trăm lẻ năm", 105), ("ba mươi tư", 34),
        ])
    func spelled(words: String, value: Int) {
        let read = SpelledNumbers.read(text("đạt \(words) phần trăm"))
        #expect(read.tokens.map(\.key) == text("đạt \(value) phần trăm").tokens.map(\.key))
    }

    @Test(
        "numbers that are no share stay as printed", arguments: ["năm mươi hồ sơ", "một phần ba", "phẩy năm phần trăm"])
    func others(words: String) {
        #expect(SpelledNumbers.read(text(words)).tokens.map(\.key) == text(words).tokens.map(\.key))
    }

    @Test(
        "signs of per cent that recognition took apart",
        arguments: ["95 o/o", "95o/o", "95 0/o"])
    func signs(words: String) throws {
        let record = try Documents.plan("I. NHIỆM VỤ\n\n1. Phấn đấu tỷ lệ hồ sơ đúng hạn đạt \(words).")
        #expect(record.targets.map(\.value) == [95])
        #expect(record.targets.map(\.unit) == ["percent"])
        #expect(record.diagnostics.contains { $0.code == .misreadFigure })
    }

    @Test("targets in words are targets")
    func targets() throws {
        let record = try Documents.plan("I. NHIỆM VỤ\n\n1. Phấn đấu tỷ lệ hồ sơ đúng hạn đạt chín mươi lăm phần trăm.")
        #expect(record.targets.map(\.value) == [95])
    }

    @Test("one end of a range that cannot be read leaves no value", arguments: ["từ 90% đến 9S%", "từ 9S% đến 95%"])
    func ranges(words: String) throws {
        let record = try Documents.plan("I. NHIỆM VỤ\n\n1. Phấn đấu tỷ lệ hồ sơ đúng hạn đạt \(words).")
        #expect(record.targets.isEmpty)
        #expect(record.diagnostics.contains { $0.code == .unreadFigure })
    }

    @Test("ranges with other signs are one", arguments: ["90~95%", "90% ÷ 95%", "90 - 95%"])
    func rangeSigns(words: String) throws {
        let record = try Documents.plan("I. NHIỆM VỤ\n\n1. Phấn đấu tỷ lệ hồ sơ đúng hạn đạt \(words).")
        #expect(record.targets.map(\.value) == [90])
        #expect(record.targets.map(\.upper) == [95])
    }

    @Test("figures of other scripts have their value, and are told")
    func scripts() {
        let figures = MisreadFigures(text("xếp hạng 1\u{660}/63, đạt 42\u{66B}15 điểm"))
        #expect(figures.readings.map(\.reading) == ["10", ","])
        #expect(figures.tokens.tokens.map(\.key) == text("xếp hạng 10/63, đạt 42,15 điểm").tokens.map(\.key))
    }

    @Test(
        "figures that are parted in no known way have no value",
        arguments: ["đạt 4.2,15 điểm", "đạt .42,15 điểm", "xếp hạng 15l63", "xếp hạng 1 5.", "đạt 42^15 điểm"])
    func unread(words: String) {
        let figures = MisreadFigures(text(words))
        #expect(figures.readings.isEmpty)
        #expect(figures.unread.count == 1)
    }
}
