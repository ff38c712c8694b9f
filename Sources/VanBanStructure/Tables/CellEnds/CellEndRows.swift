import VanBanModel
import VanBanReading

/// The rows that a sequence of cells falls into, for one number of columns: of all ways the one in which the cells look
/// most like what the header says of their columns. A row may have lost cells that it shares with the row above, and the
/// title of a group may fill one or two.
struct CellEndRows {
    private let cells: [Stretch]
    private let columns: Int
    private let roles: [ColumnRole?]
    private let likeness: CellLikeness
    private let text: SourceText
    private let labels: [RowOrdinal?]
    private let features: [CellLikeness.Features]
    /// Whether cells open with a label and go on.
    private let areLabelled: [Bool]

    /// Nil where the first cells are no header.
    init?(_ cells: [Stretch], columns: Int, in text: SourceText, agencies: AgencyGazetteer) {
        guard cells.count >= columns * 2 else { return nil }
        let header = cells.prefix(columns)
        guard header.allSatisfy({ $0.length < 200 && ($0.isEmpty || RowOrdinal($0, in: text) == nil) }),
            header.count(where: { !$0.isEmpty }) >= max(2, columns - 1)
        else { return nil }
        let headers = header.map { TokenText($0, in: text) }
        roles = ColumnRoles.roles(of: headers)
        self.cells = cells
        self.columns = columns
        self.text = text
        likeness = CellLikeness(text, agencies: agencies)
        labels = cells.map { RowOrdinal($0, in: text) }
        features = cells.map(likeness.features)
        areLabelled = cells.map { !$0.isEmpty && RowOrdinal.opens($0, in: text) }
    }

    /// The lengths of the rows below the header, and what their cells are worth together.
    func solve() -> (rows: [Int], value: Double) {
        let count = cells.count
        var best = [Double](repeating: -.infinity, count: count + 1)
        var taken = [Int](repeating: 0, count: count + 1)
        best[columns] = 0
        for start in columns..<count where best[start] > -.infinity {
            for length in 1...min(columns, count - start) where mayEnd(start, length) {
                let value = best[start] + value(start, length, after: taken[start])
                if value > best[start + length] {
                    best[start + length] = value
                    taken[start + length] = length
                }
            }
        }
        var rows: [Int] = []
        var end = count
        while end > columns {
            rows.append(taken[end])
            end -= taken[end]
        }
        return (rows.reversed(), best[count])
    }

    /// Columns up to which a short row may be followed by anything; in wider tables the next row must show itself.
    private static let narrow = 8

    private func mayEnd(_ start: Int, _ length: Int) -> Bool {
        let next = start + length
        guard columns > Self.narrow, length > 2, length < columns, next < cells.count else { return true }
        return labels[next] != nil || areLabelled[next]
    }

    // MARK: What a row is worth

    /// Of every cell that stands in a row.
    private static let cell = 0.2
    private static let lostCell = 0.7
    private static let shortRow = 0.5

    private func value(_ start: Int, _ length: Int, after above: Int) -> Double {
        let first = labels[start]
        var value = 0.0
        switch length {
        case columns:
            value += Double(columns) * Self.cell
            for offset in 0..<length { value += likeness.score(features[start + offset], as: roles[offset]) }
            if first == nil { value -= cells[start].isEmpty ? 0.3 : 0.8 }
        case 1:
            // The title of a group over all columns.
            let isTitle =
                areLabelled[start] || LetterCase.of(cells[start].hull, in: text) == .upper
            value += cells[start].isEmpty ? -2 : isTitle && first == nil ? 0.6 : -1.2
        case 2:
            guard let first, first.value < 100, !cells[start + 1].isEmpty, labels[start + 1] == nil else { return -2.5 }
            value += 2 * Self.cell + 0.2 - max(0, likeness.score(features[start + 1], as: .lead)) * 0.8
        default:
            value += Double(length) * Self.cell + aligned(start, length)
            value -= Double(columns - length) * Self.lostCell + Self.shortRow
            if first == nil { value += areLabelled[start] ? 0.6 : -0.8 }
        }
        if let first, above > 0, let before = labels[start - above] {
            value += first.follows(before) ? 0.5 : first.series == before.series ? -0.4 : 0
        }
        return value
    }

    /// The best likeness of cells that keep their order under the columns, some of these empty.
    private func aligned(_ start: Int, _ length: Int) -> Double {
        var best = [Double](repeating: -.infinity, count: columns + 1)
        for column in 0...columns { best[column] = 0 }
        for offset in 0..<length {
            var next = [Double](repeating: -.infinity, count: columns + 1)
            for column in (offset + 1)...columns {
                let score = best[column - 1] + likeness.score(features[start + offset], as: roles[column - 1])
                next[column] = max(score, next[column - 1])
            }
            best = next
        }
        return best[columns]
    }
}

/// A cell that numbers a row, and its place in the series.
struct RowOrdinal {
    enum Series { case arabic, roman, letter, decimal }

    var series: Series
    var value: Int

    init?(_ cell: Stretch, in text: SourceText) {
        guard !cell.isEmpty, RowNumber.fills(cell.hull, in: text) else { return nil }
        let name = PartReader.trimmingSigns(text.string(cell))
        if let number = Int(name) {
            self.init(series: .arabic, value: number)
        } else if let roman = RomanNumeral.value(name) {
            self.init(series: .roman, value: roman)
        } else if let letter = OutlineLabel.pointLetters.firstIndex(of: name) {
            self.init(series: .letter, value: letter + 1)
        } else if let last = name.split(separator: ".").last.flatMap({ Int($0) }) {
            self.init(series: .decimal, value: last)
        } else {
            self.init(series: .letter, value: 0)
        }
    }

    private init(series: Series, value: Int) {
        self.series = series
        self.value = value
    }

    func follows(_ other: RowOrdinal) -> Bool { series == other.series ? value == other.value + 1 : value == 1 }

    /// Whether a cell opens with a label of rows and goes on with words: `I. Cải cách thể chế`.
    static func opens(_ cell: Stretch, in text: SourceText) -> Bool {
        guard let label = OutlineLabel.at(cell.first, in: text) else { return false }
        switch label.series {
        case .bullet, .plus: return false
        default: return true
        }
    }
}
