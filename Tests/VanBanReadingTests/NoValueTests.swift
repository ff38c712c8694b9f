import Testing
import VanBanModel

@testable import VanBanReading

/// Cells without a value, and markup that programs wrote out as words.
@Suite("what programs leave in cells")
struct NoValueTests {
    private func row(_ cell: String) -> [String] {
        var flow = FlowText(root: "")
        flow.beginTable()
        flow.beginRow()
        for (column, words) in ["1", cell, "Sở A"].enumerated() {
            flow.beginCell(column: column)
            flow.append(words)
            flow.endCell()
        }
        flow.endRow()
        flow.endTable()
        let (text, blocks) = flow.finish()
        return blocks.flatMap { $0.cells.map { String(decoding: text.bytes[$0], as: UTF8.self) } }
    }

    @Test(
        "a cell that holds nothing but words for no value is empty in every format",
        arguments: ["NaN", "N/A", "#NAME?", "#REF!", "nan", "NULL", "«CoQuanChuTri»", "{{co_quan}}", "None"])
    func noValue(words: String) throws {
        #expect(row(words) == ["1", "", "Sở A"])
        let html = "<table><tr><td>1</td><td>\(words)</td><td>Sở A</td></tr></table>"
        #expect(try ReadPage(html).lines == ["1||Sở A"])
        #expect(!plain("| TT | Việc | Sở |\n|---|---|---|\n| 1 | \(words) | Sở A |\n").contains(words))
    }

    @Test("other words stay", arguments: ["NaN giá trị", "«Một cửa» số", "«Đề án»", "Nan", "{x}", "NA"])
    func words(words: String) {
        #expect(row(words) == ["1", words, "Sở A"])
    }

    @Test("what stands behind an emptied cell keeps its place, and bold letters theirs")
    func places() {
        var flow = FlowText(root: "")
        flow.beginTable()
        flow.beginRow()
        for (column, words) in ["#N/A", "Sở A"].enumerated() {
            flow.beginCell(column: column)
            flow.setBold(true)
            flow.append(words)
            flow.setBold(false)
            flow.endCell()
        }
        flow.endRow()
        flow.endTable()
        let (text, blocks) = flow.finish()
        #expect(text.bold.map { text.string($0) } == ["Sở A"])
        #expect(blocks.map { text.string($0.range) } == ["Sở A"])
    }

    @Test(
        "markup that was written out as words is what it stands for",
        arguments: [
            ("Phòng&nbsp;Kinh&nbsp;tế", "Phòng Kinh tế"), ("Kinh tế &amp; Hạ tầng", "Kinh tế & Hạ tầng"),
            ("Sở A_x000D_", "Sở A"), ("A & B", "A & B"), ("a < b", "a < b"), ("a_b", "a_b"), ("&#273;ất", "đất"),
        ])
    func markup(written: String, seen: String) {
        var flow = FlowText(root: "")
        flow.append(written)
        flow.endParagraph()
        let (text, blocks) = flow.finish()
        #expect(blocks.map { text.string($0.range) } == [seen])
    }

    @Test(
        "a line end that was written out parts lines, in a cell and without one",
        arguments: ["<br>", "<br/>", "_x000D_"])
    func lineEnds(sign: String) {
        var flow = FlowText(root: "")
        flow.append("Sở A\(sign)Sở B")
        flow.endParagraph()
        let (text, blocks) = flow.finish()
        #expect(blocks.map { text.string($0.range) } == ["Sở A", "Sở B"])
        #expect(row("Sở B\(sign)Sở C")[1].split(separator: "\u{0B}") == ["Sở B", "Sở C"])
    }
}
