import VanBanModel

/// Something wrong or doubtful in a document, with its place.
public struct Finding: Hashable, Sendable {
    public var check: Check
    public var severity: Severity
    public var location: Location
    /// Other places that the finding speaks of.
    public var related: [Location]
    /// What the message speaks of, in the order of its placeholders.
    public var arguments: [String]
    /// Further places of which the very same is to be said, in reading order.
    public var alike: [Location] = []

    public init(_ check: Check, at location: Location, related: [Location] = [], arguments: [String] = []) {
        self.check = check
        self.severity = check.severity
        self.location = location
        self.related = related
        self.arguments = arguments
    }

    /// What the conversion has said.
    public init(_ diagnostic: Diagnostic) {
        check = .conversion(diagnostic.code)
        severity = diagnostic.severity
        location = diagnostic.location
        related = diagnostic.related
        arguments = diagnostic.arguments
    }

    public var code: String { check.code }

    /// What is so, in a language.
    public func message(in language: Language) -> String { check.message(in: language, arguments) }

    /// What to do about it, in a language.
    public func hint(in language: Language) -> String { check.hint(in: language, arguments) }
}
