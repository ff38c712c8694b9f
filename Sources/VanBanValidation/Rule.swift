import VanBanModel

/// One thing that is looked for in a document. A rule is a file of its own, and stands in ``Rules``.
///
/// A rule speaks only where it is sure: on a document that is right it says nothing. What the conversion's own
/// diagnostics say already is left to them.
public protocol Rule: Sendable {
    static var description: RuleDescription { get }
    /// What of it is found in a document, in reading order.
    static func findings(in document: ValidatedDocument) -> [Finding]
}

extension Rule {
    /// A finding of this rule.
    /// - Parameter arguments: what stands for `{0}`, `{1}`, … in the rule's words.
    static func finding(
        at location: Location, _ arguments: [String] = [], related: [Location] = []
    ) -> Finding {
        Finding(.rule(description), at: location, related: related, arguments: arguments)
    }
}
