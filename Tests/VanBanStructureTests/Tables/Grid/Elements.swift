import VanBanModel

@testable import VanBanReading
@testable import VanBanStructure

/// A document of paragraphs and tables, as the readers of formats with elements hand it over.
struct Elements {
    /// A cell: its paragraphs, how many columns it takes, and whether it goes on with the cell above.
    struct Cell: ExpressibleByStringLiteral {
        var paragraphs: [String]
        var columns = 1
        var isCovered = false

        init(stringLiteral value: String) { paragraphs = [value] }

        init(_ paragraphs: String..., columns: Int = 1, isCovered: Bool = false) {
            self.paragraphs = paragraphs
            self.columns = columns
            self.isCovered = isCovered
        }

        /// A cell that the one above covers.
        static let covered = Cell(isCovered: true)
    }

    private var flow = FlowText(root: "")

    mutating func paragraph(_ text: String) {
        flow.append(text)
        flow.endParagraph()
    }

    /// - Parameter headers: rows that the source marks as head.
    mutating func table(_ rows: [[Cell]], headers: Int = 0) {
        flow.beginTable()
        for (index, row) in rows.enumerated() {
            flow.beginRow(isHeader: index < headers)
            var column = 0
            for cell in row {
                flow.beginCell(column: column, columns: cell.columns, isCovered: cell.isCovered)
                for paragraph in cell.paragraphs {
                    flow.append(paragraph)
                    flow.endParagraph()
                }
                flow.endCell()
                column += cell.columns
            }
            flow.endRow()
        }
        flow.endTable()
    }

    mutating func record() throws -> Record {
        let (text, blocks) = flow.finish()
        let source = Source(name: "test.html", format: .html, encoding: "utf-8", bytes: 0, sha256: "")
        return try DocumentConverter().convert(
            ReadDocument(source: source, text: text, blocks: blocks, diagnostics: [])
        ).record
    }

    /// A plan with an appendix that holds the given tables.
    static func appendix(_ tables: [[Cell]]..., headers: Int = 0) throws -> Record {
        var elements = Elements()
        for line in ["KẾ HOẠCH", "Thực hiện công tác thử năm 2024", "I. MỤC ĐÍCH", "Nâng cao kết quả.", "PHỤ LỤC"] {
            elements.paragraph(line)
        }
        elements.paragraph("DANH MỤC NHIỆM VỤ")
        for table in tables { elements.table(table, headers: headers) }
        return try elements.record()
    }
}
