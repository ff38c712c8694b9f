import VanBanModel
import VanBanReading

/// Tells what a column holds from the words of its header, wherever it stands.
enum ColumnRoles {
    /// The roles of a row of headers, each role once; nil where the words say none.
    static func roles(of headers: [TokenText]) -> [ColumnRole?] {
        ColumnAssignment(headers.map { ColumnHead($0) }).roles
    }

    /// Whether a header is that of the rows' numbers.
    static func isNumber(_ header: TokenText) -> Bool { ColumnHead(header)[.number] >= ColumnHead.plain }

    /// Whether a header may stand over several columns, each with a header of its own.
    static func isSpanning(_ header: TokenText) -> Bool {
        let head = ColumnHead(header)
        return head[.responsibility] >= ColumnHead.plain || head.namesBodies
    }

    /// How many headers say what they hold.
    static func recognized(in headers: [TokenText]) -> Int {
        headers.reduce(0) { $0 + (ColumnHead($1).isKnown ? 1 : 0) }
    }
}
