/// What people are told, in both languages: the rows of `Resources/messages.tsv`, one a message, which translators edit.
///
/// A row is a key, the English and the Vietnamese words, with tabs between them; `{0}`, `{1}`, … stand for what a message
/// speaks of, `\n` for a line's end.
package enum Messages {
    /// The words of a message.
    /// - Parameters:
    ///   - arguments: what stands for `{0}`, `{1}`, …
    ///   - blank: what stands where nothing is given; nil leaves the place as it is.
    package static func text(
        _ key: String, in language: Language, _ arguments: [String] = [], blank: String? = nil
    ) -> String {
        known(key, in: language).map { filled($0, arguments, blank) } ?? key
    }

    /// The words of a message with its placeholders; nil for a key that the table does not have.
    package static func known(_ key: String, in language: Language) -> String? {
        table.words(of: key, in: language)
    }

    /// All keys that begin with a text, in the table's order.
    package static func keys(below prefix: String) -> [String] { table.keys.filter { $0.hasPrefix(prefix) } }

    private static func filled(_ words: String, _ arguments: [String], _ blank: String?) -> String {
        guard !arguments.isEmpty || blank != nil else { return words }
        var filled = ""
        var rest = words[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            let inner = rest[rest.index(after: open)...]
            if let close = inner.firstIndex(of: "}"), let number = Int(inner[..<close]),
                let argument = arguments.indices.contains(number) ? arguments[number] : blank
            {
                filled += argument
                rest = inner[inner.index(after: close)...]
            } else {
                filled += "{"
                rest = inner
            }
        }
        return filled + rest
    }

    private static let table = MessageTable(PackageResources.messages_tsv)
}
