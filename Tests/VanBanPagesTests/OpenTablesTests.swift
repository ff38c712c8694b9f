import Testing
import VanBanReading
import VanBanTools

@testable import VanBanPages

@Suite("Tables without borders in PDF files", .enabled(if: ExternalTool.pdfText.isPresent))
struct OpenTablesTests {
    private static let columns = [60.0, 100, 300, 420]
    private static let leading = 13.0

    /// A page with a table: each cell with its lines, set at the top of its row or in the middle, rows without room between
    /// them.
    private func page(_ rows: [[String]], middle: Bool, top: Double = 300, size: Double = 11) -> MadePDF.Page {
        var page = MadePDF.Page()
        var y = top
        for row in rows {
            let lines = row.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            let height = Double(lines.map(\.count).max() ?? 1) * Self.leading
            for (column, lines) in lines.enumerated() {
                let free = middle ? (height - Double(lines.count) * Self.leading) / 2 : 0
                for (index, line) in lines.enumerated() where !line.isEmpty {
                    page.texts.append(
                        .init(
                            words: String(line), x: Self.columns[column],
                            y: y + free + Double(index + 1) * Self.leading, size: size))
                }
            }
            y += height
        }
        return page
    }

    private func read(_ pages: [MadePDF.Page]) throws -> ReadDocument {
        try PDFReader().read(
            MadePDF(pages: pages).bytes, name: "a.pdf", as: .pdf, for: FileReader(limits: ReadingLimits()))
    }

    private func cells(_ document: ReadDocument) -> [[String]] {
        document.blocks.filter { $0.grid != nil }.map { row in row.cells.map { document.text.string($0) } }
    }

    private static let rows = [
        ["TT", "Task", "Lead", "Due"],
        ["1", "Make the list of all\nthe services that are\noffered to citizens", "Office A", "June"],
        ["2", "Print it", "Office of the\ncouncil and of\nthe committee", "Each quarter\nof the year"],
        ["3", "Send the report that\nthe council asked for", "Office C", "May"],
        ["4", "Hold two meetings", "Office D", "July"],
    ]

    private static let joined = rows.map { row in row.map { $0.replacing("\n", with: " ") } }

    @Test(
        "rows are found where cells stand at their top, and where they stand in their middle", arguments: [false, true])
    func standing(middle: Bool) throws {
        let document = try read([page(Self.rows, middle: middle)])
        #expect(cells(document) == Self.joined)
        #expect(document.blocks.allSatisfy { $0.grid?.isDoubtful != true })
    }

    @Test("a row of which nobody knows whether it is two is doubtful")
    func doubtful() throws {
        var rows = Self.rows
        rows[3] = ["", "Send the report", "Office C", "May"]
        rows[4] = ["", "Hold two meetings", "Office D", "July"]
        rows.append(["5", "Close the year", "Office E", "June"])
        rows.append(["6", "Open the next", "Office F", "May"])
        let document = try read([page(rows, middle: true)])
        #expect(cells(document).joined().joined(separator: " ").contains("Send the report"))
        #expect(document.blocks.contains { $0.grid?.isDoubtful == true })
    }

    @Test("rows that are ruled without columns have cells over several where the lines leave them out")
    func ruledRows() throws {
        let rows = [
            ["TT", "Task", "Lead", "Due"], ["1", "First task", "Office A", "May"],
            ["", "Second task", "Office B", "June"], ["2", "Third task", "Office C", "July"],
            ["3", "Fourth task", "Office D", "May"],
        ]
        var made = page(rows, middle: false)
        for (index, start) in [60.0, 60, 100, 60, 60, 60].enumerated() {
            let y = 303 + Double(index) * Self.leading
            made.lines.append((start, y, 520, y))
        }
        let document = try read([made])
        let found = document.blocks.filter { $0.grid != nil }
        #expect(found.count == 5)
        #expect(cells(document)[1] == ["1", "First task", "Office A", "May"])
        #expect(cells(document)[2].suffix(3) == ["Second task", "Office B", "June"])
        #expect(cells(document)[3] == ["2", "Third task", "Office C", "July"])
    }

    @Test("the label of a group that found no room on its line is one label")
    func cutLabel() throws {
        #expect(RomanNumeral.isCut("VII", "I"))
        #expect(RomanNumeral.isCut("I", "V"))
        #expect(!RomanNumeral.isCut("V", "V"))
        #expect(!RomanNumeral.isCut("a", "I"))
        var rows = Self.rows
        rows.insert(["VII\nI", "Other tasks", "", ""], at: 3)
        #expect(try cells(read([page(rows, middle: false)])).map { $0.first } == ["TT", "1", "2", "VIII", "3", "4"])
    }

    @Test("a word that is too long for its cell is whole, and the next is another")
    func cutWord() {
        func line(_ words: String, _ width: Double, _ y: Double) -> TextLine {
            let box = PageBox(left: 100, top: y, right: 100 + width, bottom: y + 13)
            return TextLine(page: 1, words: [LineWord(PageWord(words, box))], left: 100, right: 130)
        }
        let flow = LineFlow(leading: nil)
        let lines = [line("Nguồ", 29, 100), line("n", 6, 114), line("kinh", 22, 128), line("phí", 17, 142)]
        #expect(zip(lines, lines.dropFirst()).map { flow.join($0, $1) } == [.nothing, .space, .space])
    }

    @Test("the end of a sentence above a table is none of its heads")
    func restAbove() throws {
        var made = page(Self.rows, middle: false, top: 300)
        made.texts.append(
            .init(words: "(Attached to the plan of the committee of the commune that was issued in", x: 60, y: 287))
        made.texts.append(.init(words: "May)", x: 310, y: 300))
        let document = try read([made])
        #expect(cells(document).first == Self.joined.first)
    }
}
