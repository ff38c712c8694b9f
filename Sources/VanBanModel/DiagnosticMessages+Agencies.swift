extension DiagnosticCode {
    /// Of agencies and the places that they belong to.
    var agencyEntry: Entry {
        switch self {
        case .misspeltAgency:
            return Self.entry(
                .warning, "“{0}” is no agency of the gazetteer; it was read as a misspelling of “{1}”.",
                "“{0}” không có trong danh mục cơ quan; đã hiểu là viết sai của “{1}”.",
                do: "Correct the spelling, or name the agency in a list of your own (--agencies).",
                inVietnamese: "Sửa chính tả, hoặc bổ sung cơ quan vào danh mục riêng (--agencies).")
        case .assumedPlace:
            return Self.entry(
                .info,
                "The heads of the document do not say that its agencies are of {0}; so they were read, as it is named {1} time(s).",
                "Phần đầu văn bản không ghi rõ các cơ quan thuộc {0}; đã hiểu như vậy vì được nêu {1} lần.",
                do: "Check the place.", inVietnamese: "Kiểm tra lại địa phương.")
        default:
            return Self.entry(
                .info, "“{0}” is no agency of the gazetteer.", "“{0}” chưa có trong danh mục cơ quan.",
                do: "Check the name; --agencies adds a list of your own.",
                inVietnamese: "Kiểm tra lại tên cơ quan; dùng --agencies để bổ sung danh mục riêng.")
        }
    }
}
