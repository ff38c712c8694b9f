import VanBanModel

/// Words for people, in both languages; `{0}`, `{1}`, … stand for what the words speak of.
package struct BilingualText: Hashable, Sendable {
    package var english: String
    package var vietnamese: String

    package init(_ english: String, _ vietnamese: String) {
        self.english = english
        self.vietnamese = vietnamese
    }

    /// The words with their blanks filled in; a blank that nothing is given for is `…`.
    package func text(in language: Language, _ arguments: [String] = []) -> String {
        let template = language == .english ? english : vietnamese
        guard template.contains("{") else { return template }
        var filled = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            let after = rest.index(after: open)
            guard let close = rest[after...].firstIndex(of: "}"), let position = Int(rest[after..<close]) else {
                filled += "{"
                rest = rest[after...]
                continue
            }
            filled += arguments.indices.contains(position) ? arguments[position] : "…"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
