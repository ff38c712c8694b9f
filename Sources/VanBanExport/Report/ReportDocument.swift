import VanBanModel

/// A document of one or two pages for people who decide: headings, lines, tables. What is in it knows nothing of HTML or Word.
package struct ReportDocument: Hashable, Sendable {
    package enum Block: Hashable, Sendable {
        case heading(String)
        case line(String)
        /// Facts with what they are called.
        case facts([(name: String, value: String)])
        /// A head and rows; columns whose cells are numbers stand at the right.
        case table(head: [String], rows: [[String]])

        package static func == (left: Block, right: Block) -> Bool { left.words == right.words }
        package func hash(into hasher: inout Hasher) { hasher.combine(words) }

        /// All words, piece by piece.
        package var words: [String] {
            switch self {
            case .heading(let text), .line(let text): return [text]
            case .facts(let facts): return facts.flatMap { [$0.name, $0.value] }
            case .table(let head, let rows): return head + rows.flatMap { $0 }
            }
        }
    }

    package var title: String
    package var language: Language
    package var blocks: [Block] = []

    package init(title: String, language: Language) {
        self.title = title
        self.language = language
    }

    /// Whether all that a column has are numbers.
    static func isNumeric(_ column: Int, of rows: [[String]]) -> Bool {
        let cells = rows.map { $0[column] }.filter { !$0.isEmpty && $0 != "–" }
        return !cells.isEmpty
            && cells.allSatisfy { cell in
                cell.allSatisfy { $0.isNumber || $0 == "," || $0 == "." || $0 == "+" || $0 == "-" || $0 == "−" }
            }
    }
}
