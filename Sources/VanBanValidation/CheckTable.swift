import VanBanModel

extension Check {
    /// All checks as the Markdown tables of `Documentation/codes.md`: what the conversion tells, then the rules of the validation.
    public static func markdown(in language: Language) -> String {
        let isEnglish = language == .english
        let head =
            isEnglish
            ? "| code | severity | meaning | what to do | source |" : "| mã | mức độ | ý nghĩa | cách xử lý | căn cứ |"
        let rows = Rules.all.map { rule in
            let rule = rule.description
            return "| `\(rule.code)` | \(rule.severity.rawValue) | \(rule.message.text(in: language)) "
                + "| \(rule.hint.text(in: language)) | \(rule.source ?? "") |"
        }
        let title = isEnglish ? "Rules of `vanban validate`:" : "Quy tắc của `vanban validate`:"
        return DiagnosticCode.markdownTable(in: language) + "\n\n" + title + "\n\n"
            + ([head, "| --- | --- | --- | --- | --- |"] + rows).joined(separator: "\n")
    }

    /// What a person is told of a check: code and severity, what is so, what to do, and for a rule why, by which
    /// source, and an example.
    public func explanation(in language: Language) -> String {
        var lines = ["\(code) (\(severity.rawValue))", "  " + message(in: language), "  " + hint(in: language)]
        if case .rule(let rule) = self {
            lines.append("  " + rule.rationale.text(in: language))
            if let source = rule.source {
                lines.append("  " + (language == .english ? "Source: " : "Căn cứ: ") + source)
            }
            lines.append("  " + (language == .english ? "Example: " : "Ví dụ: ") + rule.example)
        }
        return lines.joined(separator: "\n")
    }
}
