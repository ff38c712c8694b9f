import VanBanModel
import VanBanReading

/// Words of a table that may belong to another cell than the one they were put into, told with both readings.
struct CellDoubt {
    /// The number of the row that the words were put into, as printed; empty where it has none.
    var row: String
    /// All the doubtful words, from the first to the last.
    var words: Range<Int>
    /// Where the cell stands that they may belong to.
    var otherPlace: Range<Int>?
    var readings: Readings

    enum Readings {
        /// Two columns of the row, by what their heads say.
        case columns(String, or: String)
        /// Another row, by its number.
        case row(String)
    }

    func diagnostic(in text: SourceText) -> Diagnostic {
        let quote = text.excerpt(of: words)
        let related = otherPlace.map { [text.location(of: $0)] } ?? []
        let place = text.location(of: words)
        let own = Self.name(row)
        switch readings {
        case .columns(let column, let other):
            return Diagnostic(.uncertainCell, at: place, related: related, arguments: [own, quote, column, other])
        case .row(let other):
            return Diagnostic(.uncertainRow, at: place, related: related, arguments: [own, quote, Self.name(other)])
        }
    }

    /// A row's number in a message.
    static func name(_ number: String) -> String {
        let name = PartReader.trimmingSigns(number)
        return name.isEmpty ? "–" : name
    }
}

extension [TableDraft.Column] {
    /// What people call a column: its head, or, where it has none, its number as tables count their columns: `(3)`.
    func name(_ column: Int, in text: SourceText) -> String {
        guard indices.contains(column), !self[column].header.isEmpty else { return "(\(column + 1))" }
        return text.string(self[column].header)
    }

    /// The doubt whether words of a row's cell belong to its cell in another column.
    func doubt(
        row: String, words: Range<Int>, read column: Int, or other: Int, cells: [Stretch], in text: SourceText
    ) -> CellDoubt {
        // An empty cell has no place; its column's head shows where it would be.
        let own = cells.indices.contains(other) && !cells[other].isEmpty ? cells[other] : nil
        let head = indices.contains(other) && !self[other].header.isEmpty ? self[other].header : nil
        return CellDoubt(
            row: row, words: words, otherPlace: (own ?? head)?.hull,
            readings: .columns(name(column, in: text), or: name(other, in: text)))
    }
}
