/// The rows of a comma-separated data file. Where the cells stand is found once; a cell is made text when it is asked for.
///
/// Quoting follows RFC 4180: a cell in quotation marks may hold commas, line ends and doubled quotation marks. A row
/// shorter than the header has empty cells at its end; cells beyond the header are dropped.
struct CSVTable: Sendable {
    let header: [String]
    let rows: [Row]

    /// Where a cell stands, its quotation marks included.
    fileprivate struct Cell: Sendable {
        var range: Range<Int>
        /// Whether the bytes are the text, with nothing quoted and no carriage return among them.
        var isPlain: Bool
    }

    struct Row: Sendable {
        fileprivate let bytes: [UInt8]
        fileprivate let cells: [Cell]
        fileprivate let columns: [String]

        /// The cell of a column; empty where the row or the table has none.
        subscript(_ column: String) -> String { self[columns.firstIndex(of: column)] }

        /// The cell at a position, see ``CSVTable/position(of:)``; empty where the row has none there.
        subscript(_ position: Int?) -> String {
            guard let position, position < cells.count else { return "" }
            return CSVTable.text(of: cells[position], in: bytes)
        }

        /// Whether the cell at a position is a text, without making it one.
        func holds(_ text: StaticString, at position: Int?) -> Bool {
            guard let position, position < cells.count, cells[position].isPlain else { return false }
            let range = cells[position].range
            guard range.count == text.utf8CodeUnitCount else { return false }
            return text.withUTF8Buffer { bytes[range].elementsEqual($0) }
        }

        /// Whether the cell at a position is a text.
        func holds(_ text: String, at position: Int?) -> Bool {
            guard let position, position < cells.count else { return false }
            guard cells[position].isPlain else { return self[position] == text }
            let range = cells[position].range
            return range.count == text.utf8.count && bytes[range].elementsEqual(text.utf8)
        }

        /// Whether the cell at a position is empty.
        func isEmpty(at position: Int?) -> Bool {
            guard let position, position < cells.count else { return true }
            return cells[position].range.isEmpty
        }

        /// The line of the file that the row begins on, from 1.
        var line: Int {
            guard let first = cells.first else { return 1 }
            return bytes[..<first.range.lowerBound].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        }

        /// How many cells the row has.
        var count: Int { cells.count }

        /// The values of a cell that holds several, separated by `|`.
        func values(_ column: String) -> [String] { values(columns.firstIndex(of: column)) }

        /// The values of the cell at a position.
        func values(_ position: Int?) -> [String] {
            isEmpty(at: position)
                ? [] : self[position].utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
        }
    }

    init(_ bytes: [UInt8]) {
        var lines = Self.cells(of: bytes)[...]
        let header = lines.popFirst().map { $0.map { Self.text(of: $0, in: bytes) } } ?? []
        self.header = header
        rows = lines.map { Row(bytes: bytes, cells: $0, columns: header) }
    }

    /// Where a column stands in the rows; nil where the table has none of the name.
    func position(of column: String) -> Int? { header.firstIndex(of: column) }

    private static func cells(of bytes: [UInt8]) -> [[Cell]] {
        var lines: [[Cell]] = []
        var line: [Cell] = []
        var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var cell = Cell(range: offset..<offset, isPlain: true)

        func endCell(at end: Int) {
            cell.range = cell.range.lowerBound..<end
            line.append(cell)
            cell = Cell(range: (end + 1)..<(end + 1), isPlain: true)
        }
        func endLine(at end: Int) {
            endCell(at: end)
            if line.contains(where: { !text(of: $0, in: bytes).isEmpty }) { lines.append(line) }
            line.removeAll(keepingCapacity: true)
        }

        while offset < bytes.count {
            switch bytes[offset] {
            case 0x22 where offset == cell.range.lowerBound:
                cell.isPlain = false
                offset = endOfQuotes(in: bytes, from: offset + 1)
                continue
            case 0x2C: endCell(at: offset)
            case 0x0A: endLine(at: offset)
            case 0x0D: cell.isPlain = false
            default: break
            }
            offset += 1
        }
        endLine(at: offset)
        return lines
    }

    /// Behind the quotation mark that closes what was quoted before an offset.
    private static func endOfQuotes(in bytes: [UInt8], from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            offset += 1
            guard bytes[offset - 1] == 0x22 else { continue }
            guard offset < bytes.count, bytes[offset] == 0x22 else { return offset }
            offset += 1
        }
        return offset
    }

    private static func text(of cell: Cell, in bytes: [UInt8]) -> String {
        if cell.isPlain { return String(decoding: bytes[cell.range], as: UTF8.self) }
        var text: [UInt8] = []
        var offset = cell.range.lowerBound
        if bytes[offset] == 0x22 {
            let end = endOfQuotes(in: bytes, from: offset + 1)
            offset += 1
            while offset < end, bytes[offset] != 0x22 || offset + 1 < end {
                text.append(bytes[offset])
                // A doubled quotation mark is one.
                offset += bytes[offset] == 0x22 ? 2 : 1
            }
            offset = end
        }
        text += bytes[offset..<cell.range.upperBound].lazy.filter { $0 != 0x0D }
        return String(decoding: text, as: UTF8.self)
    }
}
