import VanBanModel

/// One thing that is looked for in a document. A rule is a file of its own, and stands in ``Rules``.
///
/// A rule speaks only where it is sure: on a document that is right it says nothing. What the conversion's own
/// diagnostics say already is left to them.
package protocol Rule: Sendable {
    static var description: RuleDescription { get }
    /// Whether it gives way to any other rule that speaks of the same words, and knows more of them.
    static var yields: Bool { get }
    /// What of it is found in a document, in reading order.
    static func findings(in document: ValidatedDocument) -> [Finding]
}

extension Rule {
    package static var yields: Bool { false }

    /// A finding of this rule.
    /// - Parameter arguments: what stands for `{0}`, `{1}`, … in the rule's words.
    static func finding(
        at location: Location, _ arguments: [String] = [], related: [Location] = []
    ) -> Finding {
        Finding(.rule(description), at: location, related: related, arguments: arguments)
    }
}
