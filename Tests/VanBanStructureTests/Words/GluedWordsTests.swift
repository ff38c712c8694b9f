import Testing
import VanBanReading

@testable import VanBanStructure

@Suite("words glued to figures")
struct GluedWordsTests {
    private func keys(_ words: String) -> [String] { TokenText.tokens(of: words).map(\.key) }

    @Test(
        "figures behind a word of Vietnamese are a number of their own",
        arguments: [
            "ngày14", "tháng7", "năm2026", "Trước15", "đến30", "từ01", "quý4", "số1187", "khoản2", "Điều5", "THÁNG7", "sau15",
        ])
    func parted(word: String) {
        let digits = word.drop { !$0.isNumber }
        #expect(keys(word) == [WordKey.of(String(word.dropLast(digits.count))), String(digits)])
    }

    @Test("Roman figures and a year are two numbers")
    func quarters() {
        for roman in ["I", "II", "III", "IV", "X"] { #expect(keys(roman + "2026") == [roman.lowercased(), "2026"]) }
    }

    @Test("a day's word behind a symbol's capitals is a word")
    func days() {
        #expect(keys("UBNDngày") == ["ubnd", WordKey.of("ngày")])
    }

    @Test("symbols keep their figures", arguments: ["QH14", "T7", "Q4", "H2O", "CO2", "m2", "II12", "V20261", "NĐ15", "covid19"])
    func symbols(word: String) {
        #expect(keys(word) == [WordKey.of(word)])
    }
}
