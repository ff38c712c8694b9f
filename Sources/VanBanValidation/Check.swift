import VanBanModel

/// What a finding is an instance of: a diagnostic of the conversion, or a rule of the validation. Both have a code, and
/// no code is used twice.
package enum Check: Hashable, Sendable {
    case conversion(DiagnosticCode)
    case rule(RuleDescription)

    /// Every check that there is: those of the conversion first, each in the order of their tables.
    package static var all: [Check] {
        DiagnosticCode.allCases.map { .conversion($0) } + Rules.all.map { .rule($0.description) }
    }

    /// The check of a code, or nil where there is none such.
    package init?(code: String) {
        if let known = DiagnosticCode(rawValue: code) {
            self = .conversion(known)
        } else if let rule = Rules.all.first(where: { $0.description.code == code }) {
            self = .rule(rule.description)
        } else {
            return nil
        }
    }

    package var code: String {
        switch self {
        case .conversion(let code): code.rawValue
        case .rule(let rule): rule.code
        }
    }

    package var severity: Severity {
        switch self {
        case .conversion(let code): code.severity
        case .rule(let rule): rule.severity
        }
    }

    /// What is so, in a language.
    package func message(in language: Language, _ arguments: [String] = []) -> String {
        switch self {
        case .conversion(let code): code.message(in: language, arguments)
        case .rule(let rule): rule.message.text(in: language, arguments)
        }
    }

    /// What to do about it.
    package func hint(in language: Language, _ arguments: [String] = []) -> String {
        switch self {
        case .conversion(let code): code.hint(in: language, arguments)
        case .rule(let rule): rule.hint.text(in: language, arguments)
        }
    }
}
