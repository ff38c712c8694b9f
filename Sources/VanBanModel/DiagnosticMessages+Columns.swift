extension DiagnosticCode {
    /// Of what columns and their cells hold.
    var columnEntry: Entry {
        switch self {
        case .uncertainColumn:
            return Self.entry(
                .warning, "The column “{0}” was read as {1}; it may also be {2}.",
                "Cột “{0}” được hiểu là {1}; cũng có thể là {2}.",
                do: "Check what the column holds.", inVietnamese: "Kiểm tra xem cột này ghi gì.")
        default:
            return Self.entry(
                .warning, "Row {0}: “{2}” is not what the column “{1}” holds: {3}.",
                "Hàng {0}: “{2}” không phải nội dung của cột “{1}”: {3}.",
                do: "See whether the row's cells have moved by a column, or whether the cell was cut.",
                inVietnamese: "Xem các ô của hàng có bị lệch cột hoặc bị cắt không.")
        }
    }

    /// Names of fields and reasons as words.
    func columnWords(_ arguments: [String], in language: Language) -> [String] {
        let first = self == .uncertainColumn ? 1 : 3
        return arguments.enumerated().map { index, argument in
            guard index >= first, let words = Self.columnWords[argument] else { return argument }
            return language == .english ? words.english : words.vietnamese
        }
    }

    private static let columnWords: [String: Words] = [
        "": Words(english: "no field of a task", vietnamese: "cột khác"),
        "number": Words(english: "a number", vietnamese: "số"),
        "group": Words(english: "the field that tasks are grouped by", vietnamese: "nhóm nhiệm vụ"),
        "task": Words(english: "the task", vietnamese: "nhiệm vụ"),
        "outputs": Words(english: "the outputs", vietnamese: "sản phẩm"),
        "lead": Words(english: "who leads", vietnamese: "cơ quan chủ trì"),
        "coordinating": Words(english: "who coordinates", vietnamese: "cơ quan phối hợp"),
        "deadline": Words(english: "the deadline", vietnamese: "thời hạn"),
        "funding": Words(english: "the funding", vietnamese: "kinh phí"),
        "note": Words(english: "the note", vietnamese: "ghi chú"),
        "responsibility": Words(english: "who leads and who coordinates", vietnamese: "phân công"),
        "time": Words(english: "a time", vietnamese: "thời gian"),
        "agency": Words(english: "an agency", vietnamese: "cơ quan"),
        "product": Words(english: "a product", vietnamese: "sản phẩm"),
        "cut": Words(english: "it ends in the middle of a sentence", vietnamese: "câu bị cắt giữa chừng"),
        "rest": Words(english: "it begins in the middle of a sentence", vietnamese: "bắt đầu giữa câu"),
        "ditto": Words(english: "a sign for what another row says", vietnamese: "dấu chỉ nội dung của hàng khác"),
        "stamp": Words(english: "a mark of a signature or of a page", vietnamese: "dấu ký số hoặc số trang"),
    ]
}
