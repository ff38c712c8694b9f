import VanBanModel

/// Something wrong or doubtful in a document, with its place.
package struct Finding: Hashable, Sendable {
    package var check: Check
    package var severity: Severity
    package var location: Location
    /// Other places that the finding speaks of.
    package var related: [Location]
    /// What the message speaks of, in the order of its placeholders.
    package var arguments: [String]
    /// Further places of which the very same is to be said, in reading order.
    package var alike: [Location] = []

    package init(_ check: Check, at location: Location, related: [Location] = [], arguments: [String] = []) {
        self.check = check
        self.severity = check.severity
        self.location = location
        self.related = related
        self.arguments = arguments
    }

    /// What the conversion has said.
    package init(_ diagnostic: Diagnostic) {
        check = .conversion(diagnostic.code)
        severity = diagnostic.severity
        location = diagnostic.location
        related = diagnostic.related
        arguments = diagnostic.arguments
    }

    package var code: String { check.code }

    /// What is so, in a language.
    package func message(in language: Language) -> String { check.message(in: language, arguments) }

    /// What to do about it, in a language.
    package func hint(in language: Language) -> String { check.hint(in: language, arguments) }
}
