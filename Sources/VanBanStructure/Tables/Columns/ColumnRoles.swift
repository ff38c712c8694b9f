import VanBanModel
import VanBanReading

/// Tells what a column holds from the words of its header, wherever it stands.
enum ColumnRoles {
    /// The roles of a row of headers, each role once; nil where the words say none.
    static func roles(of headers: [TokenText]) -> [ColumnRole?] {
        ColumnAssignment(headers.map { ColumnHead($0) }).roles
    }

    /// The columns of a table whose rows have been read by the roles of their heads alone, with the roles that the cells
    /// give to columns whose heads say too little (`Lĩnh vực` above what several rows have in common).
    static func settled(
        _ columns: [TableDraft.Column], by rows: [[Stretch]], in text: SourceText, agencies: AgencyGazetteer
    ) -> [TableDraft.Column] {
        guard columns.contains(where: { $0.role == nil && !$0.header.isEmpty }) else { return columns }
        let printed = rows.map { cells in PrintedRow(cells: cells, stretch: Stretch(0..<0)) }
        let sample = ColumnSample(printed, columns: columns.count) { _ in false }
        let contents = ColumnContent.columns(columns.count, of: sample, in: text, agencies: agencies)
        let heads = columns.map { ColumnHead(TokenText($0.header, in: text)) }
        let roles = ColumnAssignment(heads, contents: contents).roles
        // What heads say stands: these rows are a first reading.
        let taken = Set(columns.compactMap(\.role))
        return zip(columns, roles).map { column, role in
            var column = column
            if column.role == nil, let role, !taken.contains(role) { column.role = role }
            return column
        }
    }

    /// Whether a header is that of the rows' numbers.
    static func isNumber(_ header: TokenText) -> Bool { ColumnHead(header)[.number] >= ColumnHead.plain }

    /// Whether a header may stand over several columns, each with a header of its own.
    static func isSpanning(_ header: TokenText) -> Bool {
        let head = ColumnHead(header)
        return head[.responsibility] >= ColumnHead.plain || head.namesBodies || head.carriesOut
    }

    /// Whether short cells are a table's heads though not all are known: two are, one of them for who does it or until when.
    static func areHeads(_ cells: [TokenText]) -> Bool {
        guard cells.count >= 3, cells.allSatisfy({ !$0.tokens.isEmpty && $0.tokens.count <= longestHead }) else {
            return false
        }
        let heads = cells.map { ColumnHead($0) }
        return heads.count(where: { $0.isKnown || $0.namesBodies }) >= 2
            && heads.contains { head in
                head.namesBodies
                    || [.lead, .responsibility, .deadline].contains { head[$0] >= ColumnHead.plain }
            }
    }

    private static let longestHead = 12

    /// How many headers say what they hold.
    static func recognized(in headers: [TokenText]) -> Int {
        headers.reduce(0) { $0 + (ColumnHead($1).isKnown ? 1 : 0) }
    }
}
