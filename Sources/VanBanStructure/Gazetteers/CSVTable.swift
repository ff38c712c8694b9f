/// A data file of the package: comma-separated UTF-8 with a header line; a cell may be quoted.
struct CSVTable: Sendable {
    let rows: [[String]]
    private let columns: [String: Int]

    init(_ bytes: [UInt8]) {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 0
        func endCell() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                    cell.append(0x22)
                    index += 1
                } else if byte == 0x22 {
                    isQuoted = false
                } else {
                    cell.append(byte)
                }
            } else {
                switch byte {
                case 0x22: isQuoted = true
                case 0x2C: endCell()
                case 0x0A:
                    endCell()
                    rows.append(row)
                    row.removeAll()
                case 0x0D: break
                default: cell.append(byte)
                }
            }
            index += 1
        }
        if !cell.isEmpty || !row.isEmpty {
            endCell()
            rows.append(row)
        }
        columns = Dictionary((rows.first ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.rows = Array(rows.dropFirst())
    }

    /// The cell of a row under a header; empty where the file has none.
    func cell(_ row: [String], _ column: String) -> String {
        guard let index = columns[column], index < row.count else { return "" }
        return row[index]
    }

    /// The values of a cell that holds several (`|` between them).
    func values(_ row: [String], _ column: String) -> [String] {
        cell(row, column).split(separator: "|").map { String($0) }
    }
}
