import VanBanModel

/// What tables are described with, in the reader's language.
struct TableWords {
    let language: Language

    func callAsFunction(_ english: String, _ vietnamese: String) -> String {
        language == .english ? english : vietnamese
    }

    func name(of layout: TableReading.Layout) -> String {
        switch layout {
        case .grid: return self("grid of the source", "lưới ô của tệp gốc")
        case .tabs: return self("tab-delimited", "ngăn cách bằng dấu tab")
        case .pipes: return self("pipe-delimited", "ngăn cách bằng dấu |")
        case .drawn: return self("drawn lines", "kẻ khung bằng ký tự")
        case .aligned: return self("aligned by spaces", "canh cột bằng khoảng trắng")
        case .paragraphs: return self("a paragraph a cell", "mỗi ô một đoạn")
        case .wrapped: return self("wrapped lines", "các dòng bị ngắt liền nhau")
        }
    }

    /// The name of what a column holds, as readers of the record know it.
    func name(of role: ColumnRole) -> String {
        guard language == .vietnamese else { return role.rawValue }
        switch role {
        case .number: return "số thứ tự"
        case .group: return "nhóm"
        case .task: return "nhiệm vụ"
        case .outputs: return "sản phẩm"
        case .lead: return "chủ trì"
        case .coordinating: return "phối hợp"
        case .deadline: return "thời hạn"
        case .funding: return "kinh phí"
        case .note: return "ghi chú"
        case .responsibility: return "phân công"
        }
    }

    func name(of severity: Severity) -> String {
        switch severity {
        case .error: return self("error", "lỗi")
        case .warning: return self("warning", "cảnh báo")
        case .info: return self("note", "ghi chú")
        }
    }

    func name(of kind: Table.RowKind) -> String {
        switch kind {
        case .task: return self("task", "nhiệm vụ")
        case .group: return self("group", "nhóm")
        case .other: return self("no task", "không phải nhiệm vụ")
        }
    }

    var noRole: String { self("no role", "chưa rõ") }

    /// `93%`; hundredths are left out, as nobody decides by them.
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down)))%" }

    /// `lines 228-300`, `line 7`.
    func lines(_ lines: ClosedRange<Int>) -> String {
        lines.count == 1
            ? self("line", "dòng") + " \(lines.lowerBound)"
            : self("lines", "dòng") + " \(lines.lowerBound)-\(lines.upperBound)"
    }

    /// `16 rows: 12 tasks, 3 groups, 1 other`.
    func counts(of table: Table) -> String {
        let tasks = table.rowKinds.count { $0 == .task }
        let groups = table.rowKinds.count { $0 == .group }
        let others = table.rows.count - tasks - groups
        var kinds: [String] = []
        if tasks > 0 { kinds.append(count(tasks, "task", "nhiệm vụ")) }
        if groups > 0 { kinds.append(count(groups, "group", "nhóm")) }
        if others > 0 { kinds.append(self("\(others) no task", "\(others) hàng khác")) }
        let total = count(table.rows.count, "row", "hàng")
        return kinds.isEmpty ? total : total + ": " + kinds.joined(separator: ", ")
    }

    /// `2 doubts, 1 note`.
    func counts(of marks: [TableMark]) -> String {
        let doubts = marks.count { $0.isDoubt }
        let notes = marks.count - doubts
        if marks.isEmpty { return self("nothing doubtful", "không có nghi vấn") }
        return count(doubts, "doubt", "nghi vấn") + (notes > 0 ? ", " + count(notes, "note", "ghi chú") : "")
    }

    private func count(_ number: Int, _ english: String, _ vietnamese: String) -> String {
        language == .english ? "\(number) \(english)\(number == 1 ? "" : "s")" : "\(number) \(vietnamese)"
    }
}
