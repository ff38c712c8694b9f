import VanBanMessages

/// Words of a rule: a row of the table of messages, in which `{0}`, `{1}`, … stand for what the words speak of.
package struct RuleWords: Hashable, Sendable {
    /// The row's key.
    package var key: String
    /// Which argument names fields, by their keys below `rule.field.`.
    package var fields: Int?

    /// The words with their blanks filled in; a blank that nothing is given for is `…`.
    package func text(in language: Language, _ arguments: [String] = []) -> String {
        var arguments = arguments
        if let fields, arguments.indices.contains(fields) {
            arguments[fields] = arguments[fields].split(separator: ", ")
                .map { Messages.text("rule.field." + $0, in: language) }.joined(separator: ", ")
        }
        return Messages.text(key, in: language, arguments, blank: "…")
    }
}
