import VanBanModel

/// What a rule says of itself. `vanban explain`, `Documentation/codes.md` and SARIF's `rules` are made of it.
package struct RuleDescription: Hashable, Sendable {
    /// The stable name, in lowerCamelCase.
    package var code: String
    package var severity: Severity
    /// Where the rule comes from (`NĐ 30/2020/NĐ-CP, Phụ lục I, II.3`); nil where it follows from the words alone.
    package var source: String?
    /// A text on which the rule fires.
    package var example: String

    /// Which argument of the message names fields, by their keys; nil for none.
    package var fields: Int?

    package init(
        code: String, severity: Severity, source: String? = nil, example: String, fields: Int? = nil
    ) {
        self.fields = fields
        self.code = code
        self.severity = severity
        self.source = source
        self.example = example
    }

    /// What is wrong, and where.
    package var message: RuleWords { RuleWords(key: "rule." + code, fields: fields) }
    /// What to do about it.
    package var hint: RuleWords { RuleWords(key: "rule." + code + ".hint") }
    /// Why it matters, and what the rule looks at.
    package var rationale: RuleWords { RuleWords(key: "rule." + code + ".why") }
}
