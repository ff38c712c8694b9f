import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Text laid down from a format of elements")
struct FlowTextTests {
    private func words(_ block: Block, _ text: SourceText) -> [String] {
        block.cells.isEmpty ? [text.string(block.range)] : block.cells.map { text.string($0) }
    }

    @Test("a letter and its mark from two runs are one letter, and bold moves with the text")
    func composes() {
        var flow = FlowText(root: "")
        flow.append("ba\u{AD} hoa")
        flow.append("\u{300} ")
        flow.setBold(true)
        flow.append("ke\u{302}\u{301}")
        flow.setBold(false)
        flow.endParagraph()
        let (text, blocks) = flow.finish()
        #expect(text.string(blocks[0].range) == "ba hoà kế")
        #expect(text.bold.map { text.string($0) } == ["kế"])
        #expect(!blocks[0].isBold)
    }

    @Test("a row's cells stand by column, wide and covered ones told")
    func cellsByColumn() {
        var flow = FlowText(root: "")
        flow.beginTable()
        flow.beginRow(isHeader: true)
        flow.beginCell(column: 0)
        flow.append("TT")
        flow.endCell()
        flow.beginCell(column: 1, columns: 2)
        flow.append("Nội dung")
        flow.endParagraph()
        flow.append("công việc")
        flow.endCell()
        flow.endRow()
        flow.beginRow()
        flow.beginCell(column: 0, isCovered: true)
        flow.endCell()
        flow.beginCell(column: 2)
        flow.append("b")
        flow.endCell()
        flow.endRow()
        flow.endTable()
        let (text, blocks) = flow.finish()
        #expect(blocks.map { words($0, text) } == [["TT", "Nội dung công việc", ""], ["", "", "b"]])
        #expect(blocks[0].grid == GridRow(table: 0, isHeader: true, wide: [.init(column: 1, columns: 2)]))
        #expect(blocks[1].grid == GridRow(table: 0, covered: [0]))
    }

    @Test("a table around tables is a frame, and gives what it frames in order")
    func frames() {
        var flow = FlowText(root: "")
        flow.beginTable()
        flow.beginRow()
        flow.beginCell(column: 0)
        flow.append("Trước")
        flow.endParagraph()
        flow.beginTable()
        for row in ["a", "c"] {
            flow.beginRow()
            flow.beginCell(column: 0)
            flow.append(row)
            flow.endCell()
            flow.beginCell(column: 1)
            flow.append(row + row)
            flow.endCell()
            flow.endRow()
        }
        flow.endTable()
        flow.append("Sau")
        flow.endCell()
        flow.endRow()
        flow.endTable()
        let (text, blocks) = flow.finish()
        #expect(blocks.map { words($0, text) } == [["Trước"], ["a", "aa"], ["c", "cc"], ["Sau"]])
        #expect(blocks.map(\.kind) == [.paragraph, .row, .row, .paragraph])
    }

    @Test("a place in the text has the path of its element")
    func paths() {
        var flow = FlowText(root: "word/document.xml")
        let paragraph = flow.paths.name("w:p")
        for (number, words) in ["Một", "Hai"].enumerated() {
            flow.append(words)
            flow.endParagraph(in: flow.paths.add(paragraph, in: -1, ordinal: Int32(number + 1)))
        }
        let (text, blocks) = flow.finish()
        #expect(text.paths?.path(at: blocks[1].range.lowerBound) == "word/document.xml/w:p[2]")
    }
}
