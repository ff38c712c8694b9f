/// The rows of a comma-separated data file, read once and kept as text.
///
/// Quoting follows RFC 4180: a cell in quotation marks may hold commas, line ends and doubled quotation marks. A row
/// shorter than the header has empty cells at its end; cells beyond the header are dropped.
struct CSVTable: Sendable {
    let header: [String]
    let rows: [Row]

    struct Row: Sendable {
        fileprivate let cells: [String]
        fileprivate let columns: [String: Int]

        /// The cell of a column; empty where the row or the table has none.
        subscript(_ column: String) -> String {
            guard let position = columns[column], position < cells.count else { return "" }
            return cells[position]
        }

        /// The values of a cell that holds several, separated by `|`.
        func values(_ column: String) -> [String] {
            self[column].split(separator: "|").map(String.init)
        }
    }

    init(_ bytes: [UInt8]) {
        var lines = Self.cells(of: bytes)
        guard !lines.isEmpty else {
            header = []
            rows = []
            return
        }
        let header = lines.removeFirst()
        var columns: [String: Int] = [:]
        for (position, name) in header.enumerated() where columns[name] == nil { columns[name] = position }
        self.header = header
        rows = lines.map { Row(cells: $0, columns: columns) }
    }

    private static func cells(of bytes: [UInt8]) -> [[String]] {
        var lines: [[String]] = []
        var line: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0

        func endCell() {
            line.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        func endLine() {
            endCell()
            if line.contains(where: { !$0.isEmpty }) { lines.append(line) }
            line.removeAll(keepingCapacity: true)
        }

        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if isQuoted {
                if byte != 0x22 {
                    cell.append(byte)
                } else if offset < bytes.count, bytes[offset] == 0x22 {
                    cell.append(byte)
                    offset += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case 0x22 where cell.isEmpty: isQuoted = true
            case 0x2C: endCell()
            case 0x0A: endLine()
            case 0x0D: break
            default: cell.append(byte)
            }
        }
        endLine()
        return lines
    }
}
