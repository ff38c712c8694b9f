extension DiagnosticCode {
    /// All codes as a Markdown table.
    public static func markdownTable(in language: Language) -> String {
        let head =
            language == .english
            ? "| code | severity | meaning | what to do |" : "| mã | mức độ | ý nghĩa | cách xử lý |"
        let rows = allCases.map { code in
            "| `\(code.rawValue)` | \(code.severity.rawValue) | \(code.message(in: language)) | \(code.hint(in: language)) |"
        }
        return ([head, "| --- | --- | --- | --- |"] + rows).joined(separator: "\n")
    }
}
