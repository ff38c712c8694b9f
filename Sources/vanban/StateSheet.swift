import VanBanArchive
import VanBanModel
import VanBanReading

/// A user's list of tasks that are done: CSV with a line of headings.
///
/// A task is named by `id` (`2024/plan.docx#7`, as the views of the database have it), or by `document` and `sequence`; `done`
/// is the day (`2024-08-01`, `1/8/2024`), empty for today, a dash for a task that is open again; `note` is free. Headings may be
/// those of a Vietnamese sheet.
struct StateSheet {
    /// The lines of which nothing could be made, by their numbers in the file.
    private(set) var unread: [Int] = []
    private var read: [(document: String, task: Int, done: String, note: String?)] = []
    private let hasColumns: Bool

    init(_ bytes: [UInt8]) {
        let table = CSVList(bytes)
        func column(_ names: String...) -> Int? {
            table.header.firstIndex { names.contains($0.lowercased().trimmed) }
        }
        let id = column("id", "mã")
        let document = column("document", "file", "tệp", "văn bản")
        let sequence = column("sequence", "task", "thứ tự")
        let done = column("done", "doneon", "done on", "ngày xong", "ngày hoàn thành", "hoàn thành")
        let note = column("note", "ghi chú")
        hasColumns = id != nil || document != nil && sequence != nil
        guard hasColumns else { return }
        for row in table.rows {
            func cell(_ place: Int?) -> String? {
                place.flatMap { row.cells.indices.contains($0) ? row.cells[$0].trimmed : nil }
            }
            let day = cell(done) ?? ""
            if !day.isEmpty, day != "-", Self.day(day) == nil {
                unread.append(row.line)
            } else if let named = cell(id), let mark = named.lastIndex(of: "#"),
                let number = Int(named[named.index(after: mark)...])
            {
                read.append((String(named[..<mark]), number, day, cell(note)))
            } else if let file = cell(document), !file.isEmpty, let number = cell(sequence).flatMap({ Int($0) }) {
                read.append((file, number, day, cell(note)))
            } else {
                unread.append(row.line)
            }
        }
    }

    /// The states; nil where the columns that name tasks are not there.
    func lines(today: CalendarDate?) -> [TaskStates.Line]? {
        guard hasColumns else { return nil }
        return read.map { row in
            let day = row.done == "-" ? nil : row.done.isEmpty ? today : Self.day(row.done)
            return TaskStates.Line(
                document: row.document, task: row.task, doneOn: day, note: row.note?.isEmpty == true ? nil : row.note)
        }
    }

    private static func day(_ text: String) -> CalendarDate? {
        if let day = CalendarDate(iso: text) { return day }
        let pieces = text.split { $0 == "/" || $0 == "." || $0 == "-" }.compactMap { Int($0) }
        guard pieces.count == 3 else { return nil }
        return CalendarDate(year: pieces[2], month: pieces[1], day: pieces[0])
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

/// The lines of a CSV file (RFC 4180), with commas or semicolons between the cells as its first line has them.
struct CSVList {
    struct Row {
        var line: Int
        var cells: [String]
    }

    private(set) var header: [String] = []
    private(set) var rows: [Row] = []

    init(_ bytes: [UInt8]) {
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let first = rest.prefix { $0 != 0x0A }
        let separator: UInt8 = first.contains(0x2C) || !first.contains(0x3B) ? 0x2C : 0x3B
        var line = 1
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var begun = 1
        func closed() -> String { String(decoding: cell, as: UTF8.self) }
        func end(_ rows: inout [Row]) {
            cells.append(closed())
            cell = []
            if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: begun, cells: cells)) }
            cells = []
        }
        var all: [Row] = []
        while let byte = rest.popFirst() {
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte != 0x22 {
                    cell.append(byte)
                } else if rest.first == 0x22 {
                    cell.append(rest.removeFirst())
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22, cell.isEmpty {
                isQuoted = true
            } else if byte == separator {
                cells.append(closed())
                cell = []
            } else if byte == 0x0A {
                end(&all)
                begun = line
            } else if byte != 0x0D {
                cell.append(byte)
            }
        }
        end(&all)
        header = all.first?.cells ?? []
        rows = Array(all.dropFirst())
    }
}
