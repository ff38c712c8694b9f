extension DiagnosticCode {
    /// Of letters and figures that are not what they seem.
    var letterEntry: Entry {
        switch self {
        case .lookAlikeLetters:
            return Self.entry(
                .info, "{0} character(s) only look like those of Vietnamese and were read as what they look like: {1}.",
                "{0} ký tự chỉ có hình giống chữ, số tiếng Việt và đã được đọc theo hình: {1}.",
                do: "Nothing, unless a word of another script was meant.",
                inVietnamese: "Không cần làm gì, trừ khi đó là chữ của ngôn ngữ khác.")
        case .misreadFigure:
            return Self.entry(
                .info, "“{0}” was read as “{1}”: a letter stands among its figures, or a sign is out of place.",
                "“{0}” được đọc là “{1}”: có chữ cái lẫn trong số hoặc dấu đặt sai chỗ.",
                do: "Compare with the original.", inVietnamese: "So lại với bản gốc.")
        default:
            return Self.entry(
                .warning, "“{0}” should be a figure and is none; no value was taken from it.",
                "“{0}” lẽ ra là một con số nhưng không đọc được; không lấy giá trị nào.",
                do: "Compare with the original and correct the figure.",
                inVietnamese: "So với bản gốc và sửa lại con số.")
        }
    }
}
