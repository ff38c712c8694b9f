import VanBanModel

/// What people are told, in both languages: the rows of `Resources/messages.tsv`, one a message, which translators edit.
///
/// A row is a key, the English and the Vietnamese words, with tabs between them; `{0}`, `{1}`, … stand for what a message
/// speaks of, `\n` for a line's end.
package enum Messages {
    /// The words of a message.
    /// - Parameter arguments: what stands for `{0}`, `{1}`, …
    package static func text(_ key: String, in language: Language, _ arguments: [String] = []) -> String {
        known(key, in: language).map { filled($0, arguments) } ?? key
    }

    /// The words of a message with its placeholders; nil for a key that the table does not have.
    package static func known(_ key: String, in language: Language) -> String? {
        table[key].map { language == .english ? $0.english : $0.vietnamese }
    }

    /// All keys that begin with a text, in the table's order.
    package static func keys(below prefix: String) -> [String] { keys.filter { $0.hasPrefix(prefix) } }

    private static func filled(_ words: String, _ arguments: [String]) -> String {
        guard !arguments.isEmpty else { return words }
        var filled = ""
        var rest = words[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            let inner = rest[rest.index(after: open)...]
            if let close = inner.firstIndex(of: "}"), let number = Int(inner[..<close]),
                arguments.indices.contains(number)
            {
                filled += arguments[number]
                rest = inner[inner.index(after: close)...]
            } else {
                filled += "{"
                rest = inner
            }
        }
        return filled + rest
    }

    private struct Words: Sendable {
        var english: String
        var vietnamese: String
    }

    private static let rows: [(key: String, words: Words)] = {
        let lines = PackageResources.messages_tsv.split(separator: 0x0A).dropFirst()
        return lines.compactMap { line in
            let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard cells.count == 3 else { return nil }
            return (
                String(decoding: cells[0], as: UTF8.self), Words(english: text(cells[1]), vietnamese: text(cells[2]))
            )
        }
    }()

    private static let keys = rows.map(\.key)
    private static let table = Dictionary(rows.map { ($0.key, $0.words) }, uniquingKeysWith: { first, _ in first })

    private static func text(_ cell: ArraySlice<UInt8>) -> String {
        let text = String(decoding: cell, as: UTF8.self)
        return cell.contains(0x5C) ? text.replacing("\\n", with: "\n") : text
    }
}
