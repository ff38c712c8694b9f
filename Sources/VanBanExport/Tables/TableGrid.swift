import VanBanModel

/// A table drawn in lines of characters.
struct TableGrid {
    private let sheet: TableSheet
    private let signs: TableSigns
    private let widths: [Int]
    private let gutter: Int
    private let digits: Int
    private let padding: Int
    private let paint: (String, TerminalStyle) -> String

    /// A stretch of columns with one text.
    private struct Segment {
        var columns: Range<Int>
        var text: String
        var style: TerminalStyle
        /// Whether the cell is one with the cell above.
        var isJoined = false
    }

    /// - Parameter width: what a line may take up, in columns of the terminal.
    /// - Returns: nil where the columns do not fit side by side.
    init?(
        _ sheet: TableSheet, width: Int, signs: TableSigns, paint: @escaping (String, TerminalStyle) -> String
    ) {
        self.sheet = sheet
        self.signs = signs
        self.paint = paint
        let digits = String(sheet.rows.last?.number ?? 0).count
        self.digits = digits
        gutter = sheet.rows.reduce(2) { widest, row in
            let rowMarks = sheet.marks(row: row.number, column: nil).map { $0.sign.count }
            return max(widest, Self.name(of: row, signs, digits: digits).count, rowMarks.max() ?? 0)
        }
        // The line at the left, the gutter and the line behind it, the line at the right.
        guard let chosen = ColumnWidths(Self.demands(of: sheet, signs), width: width - gutter - 3) else { return nil }
        widths = chosen.widths
        padding = chosen.padding
    }

    /// `3 #12`: the row's number and its task's; a group and what is no task have a sign instead.
    static func name(of row: TableSheet.Row, _ signs: TableSigns, digits: Int = 1) -> String {
        let number = String(row.number)
        let name = String(repeating: " ", count: max(0, digits - number.count)) + number
        switch row.kind {
        case .task: return row.sequence.map { "\(name) #\($0)" } ?? name
        case .group: return "\(name) \(signs.group)"
        case .other: return "\(name) \(signs.other)"
        }
    }

    /// Draws the grid, line by line.
    func draw(_ line: (String) -> Void) {
        let head = headSegments()
        line(rule(above: nil, below: head))
        drawRow(head, name: [""], style: .bold, line)
        var last = head
        for (index, row) in sheet.rows.enumerated() {
            let segments = segments(of: row, follows: Self.follows(index, in: sheet))
            line(rule(above: last, below: segments, heavy: index == 0))
            let marks = sheet.marks(row: row.number, column: nil)
            let style = Self.style(of: marks) ?? (row.kind == .task ? .plain : row.kind == .group ? .bold : .faint)
            drawRow(segments, name: [Self.name(of: row, signs, digits: digits)] + marks.map(\.sign), style: style, line)
            last = segments
        }
        line(rule(above: last, below: nil))
    }

    // MARK: Cells

    private func headSegments() -> [Segment] {
        sheet.columns.indices.map { column in
            let marks = sheet.marks(header: column)
            let header = sheet.columns[column].header
            return Segment(
                columns: column..<(column + 1),
                text: Self.marked(header.isEmpty ? signs.empty : header, marks),
                style: Self.style(of: marks) ?? (header.isEmpty ? .faint : .bold))
        }
    }

    /// The cells of a row from left to right; wide ones, and the title of a group, take up several columns.
    private func segments(of row: TableSheet.Row, follows: Bool) -> [Segment] {
        let base: TerminalStyle = row.kind == .group ? .bold : row.kind == .other ? .faint : .plain
        var segments: [Segment] = []
        for span in Self.spans(of: row) {
            let column = span.lowerBound
            let cell = row.cells[column]
            let isCovered = row.covered.contains(column)
            let marks = span.flatMap { sheet.marks(row: row.number, column: $0) }
            let text = Self.text(of: row, column, follows: follows, signs)
            let style = isCovered || cell.text.isEmpty ? TerminalStyle.faint : base
            segments.append(
                Segment(
                    columns: span, text: Self.marked(text, marks), style: Self.style(of: marks) ?? style,
                    isJoined: isCovered && follows))
        }
        return segments
    }

    /// Whether the row above stands above in the table, too.
    private static func follows(_ index: Int, in sheet: TableSheet) -> Bool {
        index > 0 && sheet.rows[index - 1].number == sheet.rows[index].number - 1
    }

    /// What is drawn of a cell. One that a row above covers shows its text where that row is not shown.
    private static func text(of row: TableSheet.Row, _ column: Int, follows: Bool, _ signs: TableSigns) -> String {
        let text = row.cells[column].text
        if row.covered.contains(column) { return follows ? signs.ditto : signs.ditto + " " + text }
        return text.isEmpty ? signs.empty : text
    }

    /// The cells that are drawn as one: a wide one takes up the empty columns behind it, and so does a group's title.
    static func spans(of row: TableSheet.Row) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var column = 0
        while column < row.cells.count {
            var end = column + 1
            // Nothing that is printed in a column is drawn over.
            let reach =
                row.kind == .group && !row.covered.contains(column)
                ? row.cells.count : column + row.cells[column].columnSpan
            while end < min(reach, row.cells.count), row.cells[end].text.isEmpty {
                if row.kind == .group, row.cells[column].text.isEmpty { break }
                end += 1
            }
            spans.append(column..<end)
            column = end
        }
        return spans
    }

    private static func marked(_ text: String, _ marks: [TableMark]) -> String {
        marks.isEmpty ? text : marks.map(\.sign).joined(separator: " ") + " " + text
    }

    private static func style(of marks: [TableMark]) -> TerminalStyle? {
        switch marks.map(\.diagnostic.severity).max() {
        case .error: return .error
        case .warning: return .warning
        default: return nil
        }
    }

    private static func demands(of sheet: TableSheet, _ signs: TableSigns) -> [ColumnWidths.Demand] {
        // Some rows of a long table speak for all.
        let step = max(1, sheet.rows.count / 80)
        var demands = sheet.columns.indices.map { column in
            var demand = ColumnWidths.Demand()
            let header = marked(sheet.columns[column].header, sheet.marks(header: column))
            demand.widestWord = max(2, WrappedText.widestWord(of: header))
            demand.cells = [DisplayWidth.of(header)]
            return demand
        }
        for (index, row) in sheet.rows.enumerated() {
            let isSample = index % step == 0
            for column in demands.indices where isSample { demands[column].cells.append(0) }
            for span in spans(of: row) where span.count == 1 {
                let column = span.lowerBound
                let text = marked(
                    Self.text(of: row, column, follows: follows(index, in: sheet), signs),
                    sheet.marks(row: row.number, column: column))
                demands[column].widestWord = max(demands[column].widestWord, WrappedText.widestWord(of: text))
                if isSample { demands[column].cells[demands[column].cells.count - 1] = DisplayWidth.of(text) }
            }
        }
        return demands
    }

    // MARK: Lines

    private func width(of columns: Range<Int>) -> Int {
        columns.reduce(0) { $0 + widths[$1] } + (columns.count - 1) * (1 + 2 * padding)
    }

    private func drawRow(_ segments: [Segment], name: [String], style: TerminalStyle, _ line: (String) -> Void) {
        let cells = segments.map { WrappedText.lines(of: $0.text, width: width(of: $0.columns)) }
        let height = max(name.count, cells.map(\.count).max() ?? 1)
        let space = String(repeating: " ", count: padding)
        for number in 0..<height {
            var drawn = String(signs.vertical)
            drawn += set(number < name.count ? name[number] : "", style, width: gutter)
            for (segment, lines) in zip(segments, cells) {
                drawn.append(signs.vertical)
                drawn += space
                drawn += set(
                    number < lines.count ? lines[number] : "", segment.style, width: width(of: segment.columns))
                drawn += space
            }
            drawn.append(signs.vertical)
            line(drawn)
        }
    }

    private func set(_ text: String, _ style: TerminalStyle, width: Int) -> String {
        (text.isEmpty ? "" : paint(text, style))
            + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }

    /// The line between two rows: none within a cell that reaches down, and joints where cells meet.
    private func rule(above: [Segment]?, below: [Segment]?, heavy: Bool = false) -> String {
        var isOpen = [Bool](repeating: false, count: widths.count)
        for segment in below ?? [] where segment.isJoined { for column in segment.columns { isOpen[column] = true } }
        let tops = Set((above ?? []).map(\.columns.lowerBound))
        let bottoms = Set((below ?? []).map(\.columns.lowerBound))
        let horizontal = String(heavy ? signs.heavy : signs.horizontal)
        var drawn = String(
            signs.joint(up: above != nil, down: below != nil, left: false, right: true, heavy: heavy))
        drawn += String(repeating: horizontal, count: gutter)
        for column in widths.indices {
            drawn.append(
                signs.joint(
                    up: tops.contains(column), down: bottoms.contains(column), left: column == 0 || !isOpen[column - 1],
                    right: !isOpen[column], heavy: heavy))
            drawn += String(repeating: isOpen[column] ? " " : horizontal, count: widths[column] + 2 * padding)
        }
        drawn.append(
            signs.joint(
                up: above != nil, down: below != nil, left: !(isOpen.last ?? false), right: false, heavy: heavy))
        return drawn
    }
}
