import VanBanMessages
import VanBanModel

extension Check {
    /// All checks as the Markdown tables of `Documentation/codes.md`: what the conversion tells, then the rules of the validation.
    package static func markdown(in language: Language) -> String {
        func told(_ key: String) -> String { Messages.text("explain." + key, in: language) }
        let heads = ["code", "severity", "meaning", "whatToDo", "source"].map(told)
        func table(_ checks: [Check], _ columns: Int) -> String {
            let head = "| " + heads.prefix(columns).joined(separator: " | ") + " |"
            let rows = checks.map { check in
                let cells = [
                    "`\(check.code)`", Messages.text("severity." + check.severity.rawValue, in: language),
                    check.message(in: language), check.hint(in: language), check.source ?? "",
                ]
                return "| " + cells.prefix(columns).joined(separator: " | ") + " |"
            }
            return ([head, "|" + String(repeating: " --- |", count: columns)] + rows).joined(separator: "\n")
        }
        return [
            table(DiagnosticCode.allCases.map { .conversion($0) }, 4), told("rules"),
            table(Rules.all.map { .rule($0.description) }, 5),
        ]
        .joined(separator: "\n\n")
    }

    /// By which text a rule holds; nil for what the conversion tells.
    private var source: String? {
        if case .rule(let rule) = self { return rule.source }
        return nil
    }

    /// What a person is told of a check: code and severity, what is so, what to do, and for a rule why, by which
    /// source, and an example.
    package func explanation(in language: Language) -> String {
        let severity = Messages.text("severity." + severity.rawValue, in: language)
        var lines = ["\(code) (\(severity))", "  " + message(in: language), "  " + hint(in: language)]
        if case .rule(let rule) = self {
            lines.append("  " + rule.rationale.text(in: language))
            if let source = rule.source {
                lines.append("  " + Messages.text("explain.sourceOf", in: language, [source]))
            }
            lines.append("  " + Messages.text("explain.example", in: language, [rule.example]))
        }
        return lines.joined(separator: "\n")
    }
}
