extension DiagnosticCode {
    /// Of documents cited.
    var citationEntry: Entry {
        Self.entry(
            .info, "“{0}” may mean any of these documents: {1}; it was tied to none.",
            "“{0}” có thể là một trong các văn bản: {1}; chưa gắn với văn bản nào.",
            do: "Write number and sign in full.", inVietnamese: "Ghi đầy đủ số, ký hiệu văn bản.")
    }
}
