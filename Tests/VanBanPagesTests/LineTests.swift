import Testing

@testable import VanBanPages

@Suite("Lines of words")
struct LineTests {
    private func word(_ text: String, _ left: Double, _ right: Double, top: Double = 100, bottom: Double = 116)
        -> PageWord
    {
        PageWord(text, PageBox(left: left, top: top, right: right, bottom: bottom))
    }

    private func text(_ words: [PageWord]) -> [String] { LineBuilder.lines(of: words, page: 1).map(\.text) }

    @Test("letters of a second font belong to their word")
    func glued() {
        #expect(
            text([word("N", 90, 98.7), word("ộ", 98.7, 105.9), word("i", 105.8, 109.2), word("dung,", 112.2, 140)])
                == ["Nội dung,"])
    }

    @Test("a stamped number is no part of the word beside it")
    func stamped() {
        #expect(
            text([word("ngày", 341, 366.9), word("14", 366, 379, top: 102, bottom: 115), word("tháng", 386, 416)])
                == ["ngày 14 tháng"])
    }

    @Test("lines are told apart by where their middles stand")
    func lines() {
        let words = [
            word("a", 10, 20), word("b", 30, 40, top: 101, bottom: 117), word("c", 10, 20, top: 116, bottom: 132),
        ]
        #expect(text(words) == ["a b", "c"])
    }

    @Test("a small raised figure is the mark of a note")
    func raised() throws {
        let words = [word("năm", 10, 40), word("1", 40.5, 44, top: 101, bottom: 109), word("đã", 47, 60)]
        let line = try #require(LineBuilder.lines(of: words, page: 1).first)
        #expect(line.words.map(\.isRaised) == [false, true, false])
        #expect(line.text == "năm1 đã")
    }

    private func line(
        _ words: String, from left: Double, to right: Double, in sides: (Double, Double) = (90, 540), top: Double
    )
        -> TextLine
    {
        let texts = words.split(separator: " ")
        let width = (right - left) / Double(texts.count)
        let made = texts.enumerated().map { index, text in
            LineWord(
                word(
                    String(text), left + Double(index) * width, left + Double(index + 1) * width - 3, top: top,
                    bottom: top + 16))
        }
        return TextLine(page: 1, words: made, left: sides.0, right: sides.1)
    }

    @Test("a full line goes on, a short one ends its paragraph")
    func paragraphs() {
        let flow = LineFlow(leading: 20, indent: 36)
        let full = line("a a a a a a a a a", from: 126, to: 543, top: 100)
        #expect(flow.join(full, line("Sở b", from: 90, to: 180, top: 120)) == .space)
        let short = line("a a a a", from: 126, to: 300, top: 100)
        #expect(flow.join(short, line("Sở b", from: 90, to: 180, top: 120)) == nil)
        #expect(flow.join(full, line("Sở b", from: 126, to: 220, top: 120)) == nil, "an indent opens a paragraph")
        #expect(flow.join(full, line("Sở b", from: 90, to: 180, top: 145)) == nil, "free room ends one")
    }

    @Test("signs of documents and numbers that a line's end cut are whole again")
    func cut() {
        #expect(LineFlow.breaksWithin("12/QĐ-", "UBND"))
        #expect(LineFlow.breaksWithin("30/6/", "2026"))
        #expect(!LineFlow.breaksWithin("văn", "hóa"))
        let flow = LineFlow(leading: nil)
        let cell = (370.0, 420.0)
        #expect(
            flow.join(
                line("15/02/20", from: 371, to: 420, in: cell, top: 100),
                line("26", from: 371, to: 385, in: cell, top: 114))
                == .nothing)
    }

    @Test("the rest of a date at the top of a page is no page number")
    func pageNumbers() {
        func marked(_ words: String) -> Bool {
            let page = Page(number: 2, width: 595, height: 842)
            let box = PageBox(left: 280, top: 50, right: 315, bottom: 63)
            let lines = LineBuilder.lines(of: [PageWord(words, box)], page: 2)
            let other = Page(number: 1, width: 595, height: 842)
            return PageFurniture([(other, []), (page, lines)]).lines[1] == [0]
        }
        #expect(marked("2"))
        #expect(marked("2/2"))
        #expect(marked("2/15"))
        #expect(!marked("1/2026"))
        #expect(!marked("10/2026"))
    }
}
