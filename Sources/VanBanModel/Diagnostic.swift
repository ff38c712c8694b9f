/// Something that a reader of the record should know: repaired, missing, doubtful or contradictory.
///
/// The message of a record is always English, so that records are the same on every machine; ``text(in:)`` gives the
/// words for people.
public struct Diagnostic: Hashable, Codable, Sendable {
    public var code: DiagnosticCode
    public var severity: Severity
    public var message: String
    public var hint: String
    public var location: Location
    public var related: [Location]
    /// What the message speaks of, in the order of its placeholders.
    public var arguments: [String]

    /// - Parameters:
    ///   - code: what is so; its severity and words come with it.
    ///   - location: where.
    ///   - related: other places that the message speaks of.
    ///   - arguments: what stands for `{0}`, `{1}`, … in the code's message.
    public init(
        _ code: DiagnosticCode, at location: Location, related: [Location] = [], arguments: [String] = []
    ) {
        self.code = code
        self.severity = code.severity
        self.location = location
        self.related = related
        self.arguments = arguments
        self.message = code.message(in: .english, arguments)
        self.hint = code.hint(in: .english, arguments)
    }

    /// Message and hint in a language.
    public func text(in language: Language) -> (message: String, hint: String) {
        (code.message(in: language, arguments), code.hint(in: language, arguments))
    }
}

/// How bad a diagnostic is.
public enum Severity: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
    case info, warning, error

    private var rank: Int {
        switch self {
        case .info: return 0
        case .warning: return 1
        case .error: return 2
        }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
