import Testing
import VanBanModel

@testable import VanBanReading

/// Note marks that a text prints in brackets.
@Suite("note marks in brackets")
struct BracketedMarksTests {
    @Test("a call behind a word and the note that it calls are raised")
    func raised() {
        #expect(plain("Năm 2023[1] đạt.\n[1] Báo cáo năm.") == "Năm 2023¹ đạt.\n¹ Báo cáo năm.")
        #expect(plain("Năm 2023[^12] đạt.\n[^12]: Báo cáo năm.") == "Năm 2023¹² đạt.\n¹² Báo cáo năm.")
    }

    @Test(
        "numbers in brackets that are no marks stay as they are",
        arguments: [
            "Theo [1], năm 2023.\n[1] Báo cáo.", "Năm 2023[1] đạt.", "[1] Báo cáo năm 2023.",
            "Năm 2023[1](https://a.vn) đạt.\n[1](https://a.vn)", "Năm 2023[2023] đạt.\n[2023] Báo cáo.",
            "Ô [ ] và [x]\n[x] đã làm[x]",
        ])
    func others(text: String) { #expect(plain(text) == text) }

    @Test("places are those of the file")
    func places() throws {
        let text = "Năm 2023[1] đạt.\n[1] Báo cáo năm."
        let document = try read(text)
        let note = try #require(document.blocks.last?.range)
        let place = document.text.location(of: note)
        #expect(String(decoding: Array(text.utf8)[place.start..<place.end], as: UTF8.self) == "[1] Báo cáo năm.")
    }
}
