import VanBanReading

/// The kinds of documents by their names (NĐ 30/2020/NĐ-CP, Điều 7; Luật ban hành văn bản quy phạm pháp luật).
struct DocumentKindGazetteer: Sendable {
    struct Kind: Sendable, Hashable {
        /// `Quyết định`
        var name: String
        /// `QĐ`; empty where documents of the kind bear no sign.
        var sign: String
        /// The kind in the record: `decision`.
        var recordKind: String
    }

    static let shared = DocumentKindGazetteer()

    private let byKey: [String: Kind]
    private let longest: Int

    private init() {
        let table = CSVTable(PackageResources.document_types_csv)
        var byKey: [String: Kind] = [:]
        var longest = 1
        for row in table.rows {
            var name = table.cell(row, "name")
            if let bracket = name.range(of: " (") { name = String(name[..<bracket.lowerBound]) }
            for single in name.split(separator: "/") {
                let trimmed = String(single).trimmedSpaces
                let phrase = Phrase(trimmed)
                let key = phrase.keys.joined(separator: " ")
                guard byKey[key] == nil else { continue }
                byKey[key] = Kind(
                    name: trimmed, sign: table.cell(row, "code"),
                    recordKind: Self.recordKind(table.cell(row, "english"), name: trimmed))
                longest = max(longest, phrase.keys.count)
            }
        }
        self.byKey = byKey
        self.longest = longest
    }

    /// The English name as one lower-camel-case word.
    private static func recordKind(_ english: String, name: String) -> String {
        var words = english.split(whereSeparator: { !$0.isLetter }).map { $0.lowercased() }
        if english.hasPrefix("Party ") { words.removeFirst() }
        if let bracket = english.firstIndex(of: "(") {
            words = english[..<bracket].split(whereSeparator: { !$0.isLetter }).map { $0.lowercased() }
        }
        guard let first = words.first else { return "document" }
        return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// The kind that a whole line names.
    func kind(named keys: [String]) -> Kind? {
        var keys = keys[...]
        while let last = keys.last, last == ":" || last == "." { keys = keys.dropLast() }
        guard !keys.isEmpty, keys.count <= longest else { return nil }
        return byKey[keys.joined(separator: " ")]
    }

    /// The kind that is named from a token on, the longest name first, and the number of its words.
    func kind(at index: Int, in text: TokenText) -> (kind: Kind, length: Int)? {
        var length = min(longest, text.tokens.count - index)
        while length > 0 {
            let key = text.tokens[index..<(index + length)].map(\.key).joined(separator: " ")
            if let kind = byKey[key] { return (kind, length) }
            length -= 1
        }
        return nil
    }
}

extension String {
    /// Without white space at its ends.
    var trimmedSpaces: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }

    fileprivate func range(of other: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}
