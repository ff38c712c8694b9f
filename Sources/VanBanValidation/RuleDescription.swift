import VanBanModel

/// What a rule says of itself. `vanban explain`, `Documentation/codes.md` and SARIF's `rules` are made of it.
package struct RuleDescription: Hashable, Sendable {
    /// The stable name, in lowerCamelCase.
    package var code: String
    package var severity: Severity
    /// What is wrong, and where.
    package var message: BilingualText
    /// What to do about it.
    package var hint: BilingualText
    /// Why it matters, and what the rule looks at.
    package var rationale: BilingualText
    /// Where the rule comes from (`NĐ 30/2020/NĐ-CP, Phụ lục I, II.3`); nil where it follows from the words alone.
    package var source: String?
    /// A text on which the rule fires.
    package var example: String

    package init(
        code: String, severity: Severity, message: BilingualText, hint: BilingualText, rationale: BilingualText,
        source: String? = nil, example: String
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.hint = hint
        self.rationale = rationale
        self.source = source
        self.example = example
    }
}
