extension DiagnosticCode {
    /// Of words of a table that two cells may hold: which one they were put into, and which other one it may be.
    var doubtEntry: Entry {
        switch self {
        case .uncertainRow:
            return Self.entry(
                .warning, "Row {0}: “{1}” was read as part of this row; it may belong to row {2}.",
                "Hàng {0}: “{1}” được đọc vào hàng này; có thể thuộc hàng {2}.",
                do: "Check in the source between which lines the border of the two rows runs.",
                inVietnamese: "Xem trong bản gốc đường kẻ giữa hai hàng nằm ở đâu.")
        case .doubtfulRow:
            return Self.entry(
                .warning, "Row {0}: its cells hardly look like those of a row, “{1}” in “{2}” least of all.",
                "Hàng {0}: các ô khó có thể là của một hàng, nhất là “{1}” ở cột “{2}”.",
                do: "Compare the row with the source, cell by cell.",
                inVietnamese: "So hàng này với bản gốc, từng ô một.")
        case .tableNotRead:
            return Self.entry(
                .warning, "A table of tasks begins here and could not be read: “{0}”.",
                "Có bảng nhiệm vụ bắt đầu ở đây nhưng không đọc được: “{0}”.",
                do:
                    "Take its tasks from the source, or convert a file that keeps the cells (DOCX, HTML, pdftotext -layout).",
                inVietnamese: "Lấy nhiệm vụ từ bản gốc, hoặc dùng tệp còn giữ các ô (DOCX, HTML, pdftotext -layout).")
        default:
            return Self.entry(
                .warning, "Row {0}: “{1}” was read as “{2}”; it may belong to “{3}”.",
                "Hàng {0}: “{1}” được đọc vào cột “{2}”; có thể thuộc cột “{3}”.",
                do: "Check in the source which of the two columns the words stand in.",
                inVietnamese: "Xem trong bản gốc chữ này nằm ở cột nào trong hai cột.")
        }
    }
}
