extension DiagnosticCode {
    /// Of statements of time.
    var timeEntry: Entry {
        switch self {
        case .unknownYear:
            return Self.entry(
                .warning, "“{0}” names no year, and the plan has not one single year to take.",
                "“{0}” không ghi năm và kế hoạch không có một năm duy nhất để lấy theo.",
                do: "Add the year; the record leaves the days out.",
                inVietnamese: "Ghi rõ năm; bản ghi để trống ngày.")
        case .shortYear:
            return Self.entry(
                .info, "“{0}” prints its year in two digits; it was read as {1}.",
                "“{0}” ghi năm bằng hai chữ số; đã đọc là {1}.",
                do: "Check the year, and write it in four digits.",
                inVietnamese: "Kiểm tra lại và ghi năm đủ bốn chữ số.")
        case .impossiblePeriod:
            return Self.entry(
                .error, "“{0}” is no month or quarter of the calendar.", "“{0}” không phải tháng hoặc quý có thật.",
                do: "Correct the month (1 to 12) or the quarter (I to IV); the record leaves it out.",
                inVietnamese: "Sửa lại tháng (1 đến 12) hoặc quý (I đến IV); bản ghi không lấy thời gian này.")
        default:
            return Self.entry(
                .info, "“{0}” was read as “{1}”, which it is most likely misprinted for.",
                "“{0}” được đọc là “{1}”, có thể do lỗi nhận dạng hoặc lỗi đánh máy.",
                do: "Compare with the original.", inVietnamese: "So lại với bản gốc.")
        }
    }
}
