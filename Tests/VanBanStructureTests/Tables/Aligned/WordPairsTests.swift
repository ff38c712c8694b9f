import Testing
import VanBanReading

@testable import VanBanStructure

@Suite struct WordPairsTests {
    private func count(_ first: String, _ second: String, in words: String) -> Int {
        let text = SourceText.literal(words + "\n" + first + "\n" + second)
        let bytes = text.bytes.count
        let start = bytes - second.utf8.count
        return WordPairs(text).count((start - 1 - first.utf8.count)..<(start - 1), start..<bytes, in: text)
    }

    @Test("words that follow each other with one space are counted, whatever their case")
    func counted() {
        #expect(count("bệnh", "viện", in: "Bệnh viện tỉnh, bệnh viện huyện") == 2)
        #expect(count("viện", "bệnh", in: "Bệnh viện tỉnh, bệnh viện huyện") == 0)
    }

    @Test("signs, wide gaps and line ends part words")
    func parted() {
        #expect(count("quy", "hoạch", in: "quy, hoạch; quy  hoạch\nquy\nhoạch (quy) hoạch") == 0)
        #expect(count("hoạch,", "bản", in: "quy hoạch bản đồ") == 0)
    }
}
