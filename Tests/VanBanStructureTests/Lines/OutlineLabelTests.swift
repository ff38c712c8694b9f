import Testing
import VanBanReading

@testable import VanBanStructure

@Suite struct OutlineLabelTests {
    private func label(_ line: String) -> OutlineLabel? {
        let text = SourceText.literal(line)
        return OutlineLabel.at(0..<text.bytes.count, in: text)
    }

    @Test(
        "each series of the ladder is told by its own words",
        arguments: [
            ("Phần I", OutlineLabel.Series.partition, "I", 1), ("Phần thứ hai", .partition, "thứ hai", 2),
            ("Chương II", .chapter, "II", 2), ("Chương III QUY ĐỊNH CHUNG", .chapter, "III", 3),
            ("Mục 1", .division, "1", 1), ("Tiểu mục 2", .subdivision, "2", 2),
            ("Điều 12. Hiệu lực", .article, "12", 12), ("Điều 3: Thi hành", .article, "3", 3),
            ("A. MỤC TIÊU", .upperLetter, "A", 1), ("Đ. KINH PHÍ", .upperLetter, "Đ", 5),
            ("IV. TỔ CHỨC", .roman, "IV", 4), ("I- MỤC ĐÍCH", .roman, "I", 1), ("I - MỤC ĐÍCH", .roman, "I", 1),
            ("II – YÊU CẦU", .roman, "II", 2),
            ("1. Mục đích", .arabic, "1", 1), ("10. Kinh phí", .arabic, "10", 10), ("2.Yêu cầu", .arabic, "2", 2),
            ("3/ Tổ chức", .arabic, "3", 3), ("4- Kinh phí", .arabic, "4", 4),
            ("1) Việc", .arabicBracket, "1", 1), ("(2) Việc", .arabicBracket, "2", 2),
            ("1.1. Rà soát", .decimal(2), "1.1", 1), ("1.10 Rà soát", .decimal(2), "1.10", 10),
            ("2.3.4. Rà soát", .decimal(3), "2.3.4", 4),
            ("a) Việc", .point, "a", 1), ("đ) Việc", .point, "đ", 5), ("e. Việc", .point, "e", 6),
            ("g). Việc", .point, "g", 7), ("y) Việc", .point, "y", 24),
        ])
    func series(_ line: String, _ series: OutlineLabel.Series, _ text: String, _ ordinal: Int) {
        let found = label(line)
        #expect(found?.series == series)
        #expect(found?.text == text)
        #expect(found?.ordinal == ordinal)
    }

    @Test(
        "dashes, dots of lists and plus signs are bullets",
        arguments: ["- Việc", "– Việc", "• Việc", "* Việc", "-Việc"])
    func bullets(_ line: String) {
        #expect(label(line)?.series == .bullet)
        #expect(label("+ Việc")?.series == .plus)
    }

    @Test(
        "amounts, dates, rulers and abbreviations are no labels",
        arguments: [
            "100% hồ sơ đúng hạn", "1.000 đồng", "1.000.000 đồng", "12/2024", "24/7", "15/3/2024", "2024. Năm sau",
            "2024", "v.v.", "v.v… và các việc khác", "-----", "- - -", "--", "…", "-5 độ", "1.5.2024", "Điều này",
            "Điều 5 Luật này quy định", "Mục 1 Chương này nêu", "Phần lớn hồ sơ", "Chương trình hành động", "I", "XX",
            "UBND. Các", "1,5 triệu đồng", "0. Không", "( 1 ) Việc", "ô) Việc", "TP. Sơn La", "Ths. Nguyễn Văn A", "",
        ])
    func noLabels(_ line: String) {
        #expect(label(line) == nil)
    }

    @Test("the label's range ends behind its dot or bracket")
    func range() {
        #expect(label("1.1. Rà soát")?.range == 0..<4)
        #expect(label("đ) Việc")?.range == 0..<3)
        #expect(label("Điều 1. Việc")?.range.upperBound == "Điều 1.".utf8.count)
    }

    @Test("a letter that is in no alphabet of points is a point without an ordinal", arguments: ["f) Việc", "w) Việc"])
    func foreignLetters(_ line: String) {
        #expect(label(line)?.series == .point)
        #expect(label(line)?.ordinal == nil)
    }

    @Test("the letters of points are distinct, in the order of the alphabet")
    func letters() {
        #expect(Array(OutlineLabel.pointLetters.prefix(8)) == ["a", "b", "c", "d", "đ", "e", "g", "h"])
        #expect(Set(OutlineLabel.pointLetters).count == OutlineLabel.pointLetters.count)
        #expect(Set(OutlineLabel.pointLetters).isDisjoint(with: ["f", "j", "w", "z", "ă", "â", "ê", "ô", "ơ"]))
    }
}
