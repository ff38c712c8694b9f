import Testing

@testable import VanBanCorrections

@Suite struct SourceWordsTests {
    @Test("words are compared however they are cut, and wherever the tone stands")
    func likeness() {
        #expect(SourceWords("Sở Tư pháp; Sở Y tế").likeness(to: SourceWords(["Sở Tư pháp", "Sở Y tế"])) == 1)
        #expect(SourceWords("hoà giải").likeness(to: SourceWords("hòa giải")) == 1)
        #expect(SourceWords("Sở Tư pháp").likeness(to: SourceWords("Văn phòng UBND")) == 0)
    }

    @Test("a word that stands twice is held by a text that has it twice")
    func holds() {
        #expect(SourceWords("a b b").holds(SourceWords("b b")))
        #expect(!SourceWords("a b").holds(SourceWords("b b")))
    }
}
