import Testing
import VanBanModel

@testable import VanBanReading

/// Signs of Markdown, and of the programs that write tables as Markdown.
@Suite("signs of Markdown")
struct MarkdownSignsTests {
    private func cells(_ text: String) throws -> [[String]] {
        try read(text).blocks.map { block in
            block.cells.map { cell in normalized(text).string(cell) }
        }
    }

    @Test(
        "of links and pictures the words stay, of code what stands in it",
        arguments: [
            ("a [Báo cáo](https://x.vn/a_b_c) b", "a Báo cáo b"), ("[Mẫu **số** 2](mau-2.docx)", "Mẫu số 2"),
            ("a [Tờ trình](/to-trinh \"Tải về\"), b", "a Tờ trình, b"),
            ("a [Tờ trình][t] b\n[t]: https://x.vn", "a Tờ trình b\n"), ("| ![Sơ đồ](x.png) | b |", "| Sơ đồ | b |"),
            ("| ![image](x.png) | b |", "|  | b |"), ("a `b c`, d", "a b c, d"), ("a ``b`` d", "a b d"),
        ])
    func links(source: String, text: String) {
        #expect(plain(source) == text)
    }

    @Test(
        "what only looks like them is text",
        arguments: [
            "a [b] (c)", "[Mẫu 1](Nghị định 30)", "a [b][c] d", "ca` tie^`n", "a ` b ` c", "10~20 ~~ 30", "> a\n> b",
            "x | None của ai | y", "[ ] a", "a_x000D", "C:\\Users",
        ])
    func words(source: String) {
        #expect(plain(source) == source)
    }

    @Test(
        "what was struck out is left out and told",
        arguments: ["~~Tháng 4~~ ", "<del>Tháng 4</del> ", "<s>Tháng 4</s> "])
    func struck(passage: String) throws {
        let document = try read("| 1 | \(passage)Tháng 5 |")
        #expect(document.text.string(0..<document.text.bytes.count) == "| 1 | Tháng 5 |")
        #expect(document.diagnostics.map(\.code) == [.trackedChanges])
        #expect(document.diagnostics.first?.arguments == ["0", "1", "final"])
    }

    @Test("a backslash stands before any sign that means itself")
    func escapes() {
        #expect(plain("R\\&D, 5\\%, \\<b\\>, A\\|B \\\\ C") == "R&D, 5%, <b>, A|B \\ C")
    }

    @Test("signs of a formula stand in its place")
    func formulas() {
        #expect(plain("đạt $\\geq 98\\%$ hồ sơ, $x^2$, 5 $ và 6 $") == "đạt ≥ 98% hồ sơ, $x^2$, 5 $ và 6 $")
    }

    @Test("letters that were taken for a formula are words, those with other signs stay as they are")
    func letters() {
        #expect(plain("UBND tỉnh $( \\mathsf { b } / \\mathsf { c } )$;") == "UBND tỉnh (b/c);")
        #expect(plain("$\\mathrm { V T }$, $a + b$") == "VT, $a + b$")
        #expect(plain("$\\mathring { \\mathrm { e } }$") == "$\\mathring { \\mathrm { e } }$")
    }

    @Test("fences around a text, and quotations, have no words")
    func fences() {
        #expect(plain("```markdown\n| a | b |\n```\n") == "\n| a | b |\n\n")
        #expect(plain("> # A\n>\n> b\nc") == " A\n\nb\nc")
        #expect(plain("> | a | b |\n> |---|---|\nc") == "| a | b |\n|---|---|\nc")
        #expect(plain((1...6).map { "> dòng \($0)\n" }.joined()) == (1...6).map { "dòng \($0)\n" }.joined())
    }

    @Test("words of programs for a value that is missing stand in no cell")
    func missing() {
        #expect(plain("| 1 | NaN | None |\n| 2 | nan | <NA> |") == "| 1 |  |  |\n| 2 |  |  |")
        #expect(plain("| Unnamed: 0 | Việc | Unnamed: 2_level_1 |") == "|  | Việc |  |")
        #expect(plain("1\tNaN\tA") == "1\t\tA")
        #expect(plain("| 1 | #REF! | N/A |") == "| 1 |  |  |")
    }

    @Test("line ends that a program wrote as words part the lines of a cell")
    func lineEnds() {
        #expect(plain("| 1 | A_x000D_B | C\\nD |") == "| 1 | A\u{0B}B | C\u{0B}D |")
        #expect(plain("| 1 | A_x000D_<br>B |") == "| 1 | A\u{0B}B |")
    }

    @Test("blocks of HTML in a cell are its lines")
    func blocksInCells() throws {
        let rows = "| TT | Việc | Sở |\n|---|---|---|\n| 1 | <ul><li>A</li><li>B</li></ul> | <div>C</div> |\n"
        #expect(try read(rows).blocks.count == 3)
        // Several rows on one line are rows.
        #expect(try read("| a | b |<br>| c | d |").blocks.count == 2)
    }

    @Test("rows whose cells hold line ends are one line each", arguments: ["\n", "\r\n"])
    func rowsOverLines(end: String) throws {
        let rows = [
            "| TT | Việc | Sở |", "|---|---|---|", "| 1 | Họp", "", " |", "A |", "| 2", "| B | C", "D |", "| 3 | E |",
            "sau",
        ]
        let document = try read(rows.joined(separator: end))
        let lines = document.blocks.map { document.text.string($0.range) }
        #expect(lines.count == 6)
        #expect(lines[2].split(separator: " ") == ["|", "1", "|", "Họp", "|", "A", "|"])
        #expect(lines[4...] == ["| 3 | E |", "sau"])
    }

    @Test("a count from 0 on, and Excel's formulas for text, are no words of a sheet")
    func sheets() {
        func rows(_ source: String) -> [String] { plain(source).split(separator: "\n").map(String.init) }
        #expect(
            rows(",TT,Việc,Sở,Hạn\n0,1,Rà soát,A,Tháng 5\n1,2,Họp,B,NaN\n2,3,Báo cáo,C,Tháng 7\n") == [
                "TT\tViệc\tSở\tHạn", "1\tRà soát\tA\tTháng 5", "2\tHọp\tB\t", "3\tBáo cáo\tC\tTháng 7",
            ])
        #expect(
            rows("TT,Việc,Sở,Hạn\n=\"1\",Rà soát,A,Tháng 5\n\"=\"\"2\"\"\",Họp,B,Tháng 6\n3,Họp,B,Tháng 6\n").prefix(3)
                == [
                    "TT\tViệc\tSở\tHạn", "1\tRà soát\tA\tTháng 5", "2\tHọp\tB\tTháng 6",
                ])
        #expect(rows("TT^Việc^Sở^Hạn\n1^Rà soát^A^Tháng 5\n2^Họp^B^Tháng 6\n").first == "TT\tViệc\tSở\tHạn")
    }

    @Test("a page within a text is its table")
    func pageInText() throws {
        let table = "<!DOCTYPE html><html><body><table><tr><td>1</td><td>Họp</td></tr></table></body></html>"
        let after = String(repeating: "\nĐiều khoản thi hành của văn bản này.", count: 8)
        let source = "KẾ HOẠCH\n\(table)\(after)"
        #expect(!FileSignature.isMarkup(Array(source.utf8)))
        let document = try read(source)
        #expect(document.blocks.first.map { document.text.string($0.range) } == "KẾ HOẠCH")
        #expect(document.blocks.first { $0.kind == .row }?.cells.map { document.text.string($0) } == ["1", "Họp"])
    }
}
