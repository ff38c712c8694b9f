import Testing

@testable import VanBanReading

@Suite struct LineSplitterTests {
    private func cells(_ line: String) -> [String]? {
        let text = normalized(line)
        guard let block = LineSplitter.blocks(of: text).first, block.kind == .row else { return nil }
        return block.cells.map { text.string($0) }
    }

    @Test("a line with a tab after its first text is a row")
    func rows() {
        #expect(cells("1\tRà soát \t Sở Nội vụ") == ["1", "Rà soát", "Sở Nội vụ"])
        #expect(cells("\ta\tb") == ["", "a", "b"])
        #expect(cells("\t\ta\t\tb\t\t") == ["", "", "a", "", "b", "", ""])
        #expect(cells("a\u{A0}\t\u{A0}\tb<br>c") == ["a", "", "b c"])
    }

    @Test("a line with nothing but tabs behind its text, or before it, is a row only beside rows of as many cells")
    func edges() {
        #expect(cells("a\t") == nil)
        #expect(cells("a\t\nb\t\nc\t") == nil)
        #expect(cells("a\t\t\nb\tc\td") == ["a", "", ""])
    }

    @Test(
        "a vertical tab, U+2028 and a line break of HTML end a line",
        arguments: ["a\u{0B}b\u{0B}\u{0B}c", "a\u{2028}b\u{2028}\u{2028}c", "a<br>b<br><br>c"])
    func softLineEnds(source: String) {
        let text = normalized(source)
        #expect(LineSplitter.blocks(of: text).map { text.string($0.range) } == ["a", "b", "c"])
        #expect(LineSplitter.blocks(of: text).map(\.blankLinesBefore) == [0, 0, 1])
    }

    @Test("in a row of a table it parts the lines of a cell", arguments: ["\u{0B}", "\u{2028}", "<br>"])
    func softLineEndsInRows(sign: String) {
        func rows(_ source: String) -> [String] {
            let text = normalized(source)
            return LineSplitter.blocks(of: text).map { block in
                block.cells.isEmpty
                    ? text.string(block.range) : block.cells.map { text.string($0) }.joined(separator: "|")
            }
        }
        #expect(rows("TT\tViệc\tSở\n1\ta\(sign)b\tc\n2\td\te") == ["TT|Việc|Sở", "1|a b|c", "2|d|e"])
        #expect(rows("1\ta\(sign)b\tc") == ["1|a b|c"])
        #expect(rows("| 1 | a\(sign)b | c |") == ["| 1 | a b | c |"])
        // Rows that it parts from each other have as many tabs each.
        #expect(
            rows("PHỤ LỤC\(sign)TT\tViệc\tSở\(sign)1\ta\tb\(sign)2\tc\td") == [
                "PHỤ LỤC", "TT|Việc|Sở", "1|a|b", "2|c|d",
            ])
        #expect(rows("x\(sign)| 1 | a |\(sign)| 2 | b |") == ["x", "| 1 | a |", "| 2 | b |"])
    }

    @Test("tabs that only indent make no row")
    func indentation() {
        #expect(cells("\ta") == nil)
        #expect(blocks("\ta").map(\.kind) == [.line])
        #expect(blocks("\t  a").map(\.indent) == [10])
        #expect(blocks("   a").map(\.indent) == [3])
        #expect(blocks("\u{A0}\u{A0} a").map(\.indent) == [3])
    }

    @Test("lines are trimmed, and empty ones counted before what follows")
    func blankLines() {
        let text = "\n a \n\n \u{A0}\nb\nc\n\n"
        #expect(blocks(text).map(\.blankLinesBefore) == [1, 2, 0])
        let result = normalized(text)
        #expect(LineSplitter.blocks(of: result).map { result.string($0.range) } == ["a", "b", "c"])
    }

    @Test("a line of tabs alone is neither a row nor a blank line")
    func tabsAlone() {
        #expect(blocks("a\tb\n\t\t\nc\td").map(\.blankLinesBefore) == [0, 0])
    }

    @Test("a page break ends its line and is no blank line", arguments: ["a\u{0C}b", "a\n\u{0C}b", "a\r\n\u{0C}b"])
    func pageBreaks(source: String) {
        #expect(blocks(source).map(\.pageBreakBefore) == [false, true])
        #expect(blocks(source).map(\.blankLinesBefore) == [0, 0])
    }

    @Test("blank lines around a page break count")
    func blankLinesAroundPageBreak() {
        let result = blocks("a\n\n\u{0C}\nb\u{0C}")
        #expect(result.map(\.blankLinesBefore) == [0, 2])
        #expect(result.map(\.pageBreakBefore) == [false, true])
    }

    @Test("a line is bold when bold covers all that is seen of it")
    func bold() {
        #expect(
            blocks("**a**\nb\n**c** **d**\n**e** f\n**g\nh**").map(\.isBold) == [true, false, true, false, true, true])
        #expect(blocks("**a**\u{A0}**b**").map(\.isBold) == [true])
        #expect(blocks("**1**\t**b**").map(\.isBold) == [true])
    }

    @Test("a text without text has no blocks", arguments: ["", "\n", " \n\t\n\u{0C}", "\u{A0}\u{200B}", "<br>"])
    func nothing(source: String) {
        #expect(blocks(source).isEmpty)
    }
}
