/// A table as read, after repair: the grid, for whoever wants the table and not the tasks.
public struct Table: Hashable, Codable, Sendable {
    public var id: String
    /// Id of the part it stands in.
    public var part: String
    public var caption: String?
    public var columns: [Column]
    /// Heads that span several columns with heads of their own (`Phân công thực hiện`).
    public var spanningHeaders: [String]
    /// The body's rows, in order; header rows are in `columns`.
    public var rows: [[Cell]]
    /// What each of the rows is; as many as there are rows.
    public var rowKinds: [RowKind]
    /// What a person decided of its cells (`rows[3][2]`), rows (`rowKinds[3]`) and columns (`columns[2].role`).
    public var decided: Decisions
    /// How sure fields are that were read from a picture; nil where all are.
    public var confidence: Confidences?
    public var location: Location

    public init(
        id: String, part: String, caption: String? = nil, columns: [Column] = [], rows: [[Cell]] = [],
        rowKinds: [RowKind] = [], location: Location
    ) {
        self.id = id
        self.part = part
        self.caption = caption
        self.columns = columns
        self.spanningHeaders = []
        self.rows = rows
        self.rowKinds = rowKinds
        self.decided = Decisions()
        self.location = location
    }

    /// What a row of the body is.
    public enum RowKind: String, Hashable, Codable, Sendable, CaseIterable {
        /// One task of the record.
        case task
        /// A title over the tasks below it.
        case group
        /// Neither: a sum, or a row of a table without tasks.
        case other
    }

    public struct Column: Hashable, Codable, Sendable {
        /// The header as printed.
        public var header: String
        public var role: ColumnRole?

        public init(header: String, role: ColumnRole?) {
            self.header = header
            self.role = role
        }
    }

    public struct Cell: Hashable, Codable, Sendable {
        public var text: String
        // Long tables have hundreds of thousands of cells.
        private var rows: Int32
        private var columns: Int32
        public var location: Location?

        public var rowSpan: Int {
            get { Int(rows) }
            set { rows = Int32(clamping: newValue) }
        }
        public var columnSpan: Int {
            get { Int(columns) }
            set { columns = Int32(clamping: newValue) }
        }

        public init(text: String, rowSpan: Int = 1, columnSpan: Int = 1, location: Location?) {
            self.text = text
            rows = Int32(clamping: rowSpan)
            columns = Int32(clamping: columnSpan)
            self.location = location
        }

        private enum CodingKeys: String, CodingKey {
            case text, location
            case rows = "rowSpan"
            case columns = "columnSpan"
        }
    }
}

/// What a column of a task table holds.
public enum ColumnRole: String, Hashable, Codable, Sendable, CaseIterable {
    /// The row's number (`TT`, `STT`).
    case number
    /// The field that the task belongs to, where it has a column of its own (`Nội dung` beside `Hoạt động`).
    case group
    case task, outputs, lead, coordinating, deadline, funding, note
    /// One column for lead and coordinating agencies together (`Phân công trách nhiệm`).
    case responsibility
}
