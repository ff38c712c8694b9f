import Testing
import VanBanReading

@testable import VanBanStructure

@Suite("Signs of citations")
struct CitationSignsTests {
    private func mayStand(_ words: String) -> Bool {
        let text = SourceText.literal(words)
        return CitationSigns.mayStand(in: Stretch(0..<text.bytes.count), of: text)
    }

    @Test(
        "whatever opens a citation is seen",
        arguments: [
            "Quyết định số 197/QĐ-UBND", "số 12 /QĐ-UBND", "43/2019/QĐ-UBND", "47 / 2019 / QH14", "07 - NQ/TU",
            "36–HD/VPTW", "12a/TB-UBND", "12đ/TB-UBND", "Luật Đất đai", "bộ LUẬT Lao động", "Pháp lệnh", "HIẾN PHÁP",
            "lụât", "theo Nghị quyết 76", "Quyết định số: 15", "QĐ 15", "Công văn nêu trên",
        ])
    func seesCitations(words: String) {
        #expect(mayStand(words))
    }

    @Test(
        "days, years and common words are no citation",
        arguments: [
            "Trước ngày 31/12/2024", "Quý IV/2024", "giai đoạn 2021-2025", "Phối hợp, phòng, là, lập", "- Kế hoạch",
            "Các sở, ban, ngành; UBND cấp huyện", "",
        ])
    func passesOverOthers(words: String) {
        #expect(!mayStand(words))
    }

    @Test("a text passed over holds no citation", arguments: ["6/2021", "2016-2021", "15/6/2021", "TT/BNV", "a/b-c"])
    func findsNothingElse(words: String) {
        let text = SourceText.literal(words)
        let stretch = Stretch(0..<text.bytes.count)
        #expect(!CitationSigns.mayStand(in: stretch, of: text))
        #expect(CitationFinder().citations(in: stretch, of: text).citations.isEmpty)
    }
}
