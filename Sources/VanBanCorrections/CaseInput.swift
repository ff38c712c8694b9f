import VanBanModel
import VanBanReading
import VanBanStructure

/// A piece of a document as a document of its own, in the form of what it was taken from: text stays text, line by line;
/// of all other formats it is a page, on which a cell may have several lines.
struct CaseInput {
    /// `txt` or `html`.
    let ending: String
    /// The lines of the document to be.
    private var lines: [String] = []
    private var tables: [Int: [[String]]] = [:]
    private let isText: Bool

    init(of document: ConvertedDocument) { self.init(isText: document.record.source.format == .text) }

    init(isText: Bool) {
        self.isText = isText
        ending = isText ? "txt" : "html"
    }

    mutating func add(_ lines: [String]) { self.lines += lines }

    /// What stands at a place of the source.
    mutating func add(_ passage: String) {
        lines += passage.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The rows of a table, its header first.
    mutating func add(table rows: [[String]]) {
        tables[lines.count] = rows
        lines.append("")
    }

    var isBlank: Bool { tables.isEmpty && lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

    /// The whole as it is written to a file.
    func text(_ redaction: CaseRedaction) -> String {
        guard !isText else {
            return redaction.redacted(
                lines.joined(separator: "\n").replacing(Self.lineEnd, with: "<br>"), keepsColumns: true) + "\n"
        }
        var body = ""
        var rows: [[String]] = []
        for (index, line) in lines.enumerated() {
            if let table = tables[index] {
                rows += table
                continue
            }
            if line.contains("\t") {
                rows.append(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
                continue
            }
            body += Self.table(rows, redaction)
            rows = []
            // A line left blank says that something else begins.
            let isBlank = line.allSatisfy(\.isWhitespace)
            body += "<p>\(isBlank ? "&nbsp;" : Self.escaped(redaction.redacted(line)))</p>"
        }
        return "<html><body>\(body)\(Self.table(rows, redaction))</body></html>\n"
    }

    private static func table(_ rows: [[String]], _ redaction: CaseRedaction) -> String {
        guard !rows.isEmpty else { return "" }
        let body = rows.map { row in
            "<tr>" + row.map { "<td>\(escaped(redaction.redacted($0)))</td>" }.joined() + "</tr>"
        }
        return "<table>\(body.joined())</table>"
    }

    /// A line's end within a cell or a paragraph.
    private static let lineEnd = "\u{0B}"

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing(lineEnd, with: "<br>")
    }
}

/// Where the pieces of a document stand of which cases are made.
struct CaseSource {
    let document: ConvertedDocument

    /// The words of a place, with the ends of their lines.
    func passage(_ place: Location) -> String { document.passage(at: place).text }

    /// The lines that a place takes up, white space before and behind it included: cells are told apart by it.
    func lines(from start: Int, to end: Int) -> String {
        let text = document.text
        let low = lineStart(text.offset(ofSource: start))
        var high = max(low, text.offset(ofSource: end))
        while high < text.bytes.count, text.bytes[high] != UInt8(ascii: "\n") { high += 1 }
        return String(decoding: text.bytes[low..<high], as: UTF8.self)
    }

    /// Who signed; of a text with all behind it, where that is little: names may stand below other words.
    func signature(_ signature: Signature, of part: Part) -> String {
        let place = signature.location
        guard document.record.source.format == .text else { return passage(place) }
        let isNear = part.location.end > place.end && part.location.end - place.end < Self.nearBytes
        return lines(from: place.start, to: isNear ? part.location.end : place.end)
    }

    private static let nearBytes = 2000

    private func lineStart(_ offset: Int) -> Int {
        var offset = offset
        while offset > 0, document.text.bytes[offset - 1] != UInt8(ascii: "\n") { offset -= 1 }
        return offset
    }

    // MARK: Rows

    /// The table that a place stands in, and its rows there.
    func rows(at place: Location) -> (table: Table, rows: [Int])? {
        for table in document.record.parts.lazy.flatMap(\.tables)
        where table.location.start <= place.start && place.start < table.location.end {
            let rows = table.rows.indices.filter { row in
                guard let own = ownPlace(of: row, in: table) else { return false }
                return place.start < own.end && own.start < max(place.end, place.start + 1)
            }
            if !rows.isEmpty { return (table, rows) }
        }
        return nil
    }

    /// The table of a task, and the rows of the source that tasks of it were made of.
    func rows(of tasks: [VanBanModel.Task]) -> (table: Table, rows: [Int])? {
        guard let first = tasks.first,
            let table = document.record.parts.lazy.flatMap(\.tables).first(where: { $0.id == first.table })
        else { return nil }
        // Tasks and the rows that they were made of come in the same order.
        let ofTasks = table.rowKinds.indices.filter { table.rowKinds[$0] == .task }
        let known = zip(ofTasks, document.record.tasks.lazy.filter { $0.table == table.id })
        let places = Set(tasks.map(\.location))
        let same = known.filter { places.contains($0.1.location) }.map(\.0)
        if same.count >= places.count { return (table, same) }
        let rows = table.rows.indices.filter { row in
            guard let own = ownPlace(of: row, in: table) else { return false }
            return places.contains { $0.start < own.end && own.start < $0.end }
        }
        return rows.isEmpty ? nil : (table, rows)
    }

    /// The rows without which some rows of a text cannot be read: those from which cells reach into them, and where only the
    /// places of words on their lines tell cells apart, some rows above and below.
    func rows(around rows: [Int], in table: Table) -> [Int] {
        guard var first = rows.min(), var last = rows.max() else { return rows }
        let layout = layout(of: table)
        guard layout != .grid else { return rows }
        if [.aligned, .wrapped, .paragraphs].contains(layout) {
            first = max(0, first - Self.neighbours)
            last = min(table.rows.count - 1, last + Self.neighbours)
        }
        first = table.rows[first].indices.compactMap { covering(first, $0, in: table) }.min() ?? first
        return Array(first...last)
    }

    private static let neighbours = 2

    private func layout(of table: Table) -> TableReading.Layout {
        document.record.source.tables.first { $0.table == table.id }?.layout ?? .grid
    }

    /// From the first cell of a row to its last.
    private func ownPlace(of row: Int, in table: Table) -> Location? { RereadTable.hull(of: table.rows[row]) }

    /// Adds some rows of a table, with its header.
    func add(_ rows: [Int], of table: Table, to input: inout CaseInput) {
        let places = rows.compactMap { ownPlace(of: $0, in: table) }
        guard layout(of: table) != .grid, let start = places.map(\.start).min(), let end = places.map(\.end).max(),
            let top = table.rows.indices.lazy.compactMap({ ownPlace(of: $0, in: table)?.start }).min()
        else {
            input.add(table: [table.columns.map(\.header)] + rows.map { texts(of: $0, in: table) })
            return
        }
        let text = document.text
        let head = lineStart(text.offset(ofSource: table.location.start))
        let body = lineStart(text.offset(ofSource: top))
        if head < body { input.add(String(decoding: text.bytes[head..<(body - 1)], as: UTF8.self)) }
        input.add(lines(from: start, to: end))
    }

    /// A row's cells, those included that reach into it from above.
    private func texts(of row: Int, in table: Table) -> [String] {
        table.rows[row].indices.map { column in
            covering(row, column, in: table).map { table.rows[$0][column].text } ?? table.rows[row][column].text
        }
    }

    /// The row above from which a cell reaches into another row; nil where none does.
    private func covering(_ row: Int, _ column: Int, in table: Table) -> Int? {
        guard table.rows[row][column].text.isEmpty else { return nil }
        for above in stride(from: row - 1, through: max(0, row - Self.deepest), by: -1) {
            guard column < table.rows[above].count else { continue }
            let cell = table.rows[above][column]
            if cell.rowSpan > row - above { return above }
            if !cell.text.isEmpty { break }
        }
        return nil
    }

    private static let deepest = 500
}
