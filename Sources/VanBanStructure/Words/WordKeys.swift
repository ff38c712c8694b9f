/// Whole names compared by their words.
enum WordKeys {
    /// The keys of all words, one space between them; signs are left out.
    static func joined(_ text: String) -> String {
        var keys: [String] = []
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let key = WordKey.of(String(word))
            keys.append(key.isEmpty ? String(word) : key)
        }
        return keys.joined(separator: " ")
    }
}
