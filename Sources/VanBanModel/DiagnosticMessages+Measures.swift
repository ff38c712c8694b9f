extension DiagnosticCode {
    /// Of index scores in tables, and of targets.
    var measureEntry: Entry {
        switch self {
        case .uncertainScore:
            return Self.entry(
                .warning, "It is not sure what “{0}” tells of an index; no value was taken from it.",
                "Không chắc “{0}” nêu nội dung gì của chỉ số; không lấy giá trị nào từ đó.",
                do: "Read the values in the table.", inVietnamese: "Đọc giá trị trong bảng.")
        default:
            return Self.entry(
                .info, "The target “{0}” was read, but not what it measures.",
                "Đã đọc chỉ tiêu “{0}” nhưng không xác định chắc chắn nội dung đo lường.",
                do: "Read the measure in the target's text.",
                inVietnamese: "Xem nội dung đo lường trong câu nêu chỉ tiêu.")
        }
    }
}
