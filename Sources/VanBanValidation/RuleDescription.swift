import VanBanModel

/// What a rule says of itself. `vanban explain`, `Documentation/codes.md` and SARIF's `rules` are made of it.
public struct RuleDescription: Hashable, Sendable {
    /// The stable name, in lowerCamelCase.
    public var code: String
    public var severity: Severity
    /// What is wrong, and where.
    public var message: BilingualText
    /// What to do about it.
    public var hint: BilingualText
    /// Why it matters, and what the rule looks at.
    public var rationale: BilingualText
    /// Where the rule comes from (`NĐ 30/2020/NĐ-CP, Phụ lục I, II.3`); nil where it follows from the words alone.
    public var source: String?
    /// A text on which the rule fires.
    public var example: String

    public init(
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
