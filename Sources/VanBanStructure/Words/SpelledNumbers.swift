import VanBanReading

/// Shares that are written in words: `chín mươi lăm phần trăm` is 95 %.
enum SpelledNumbers {
    private enum Role: String {
        /// `năm`, alone or before `mươi` and `trăm`.
        case unit
        /// `lăm`, only behind tens.
        case last
        case ten, tens, hundred
        /// `lẻ` in `một trăm lẻ năm`.
        case zero
    }

    private static let words: [String: (role: Role, value: Int)] = Dictionary(
        CSVTable(PackageResources.number_words_csv).rows.compactMap { row in
            guard let role = Role(rawValue: row["role"]), let value = Int(row["value"]) else { return nil }
            return (WordKey.of(row["word"]), (role, value))
        }, uniquingKeysWith: { first, _ in first })
    private static let point = WordKey.of("phẩy")

    /// The text with a number for the words of each share; what stands behind `phẩy` stays as printed.
    static func read(_ text: TokenText) -> TokenText {
        guard text.tokens.indices.contains(where: { text.percentLength(at: $0) == 2 }) else { return text }
        var tokens: [Token] = []
        tokens.reserveCapacity(text.tokens.count)
        var index = 0
        var hasRead = false
        while index < text.tokens.count {
            let token = text.tokens[index]
            guard token.kind == .word, text.key(index - 1) != point, let found = number(at: index, in: text),
                text.percentLength(at: found.end) == 2
            else {
                tokens.append(token)
                index += 1
                continue
            }
            // It stands where the first word stands: by how long a number is, its kind is told.
            var number = token
            number.put(String(found.value))
            tokens.append(number)
            hasRead = true
            index = found.end
        }
        return hasRead ? TokenText(tokens, of: text) : text
    }

    /// The number below 1000 that the words from a token on spell.
    static func number(at start: Int, in text: TokenText) -> (value: Int, end: Int)? {
        var index = start
        var value = 0
        if let first = word(index, text), first.role == .unit, word(index + 1, text)?.role == .hundred,
            text.percentLength(at: index + 1) == 0
        {
            value = first.value * 100
            index += 2
            if word(index, text)?.role == .zero {
                guard let unit = word(index + 1, text), unit.role == .unit || unit.role == .last else { return nil }
                return (value + unit.value, index + 2)
            }
        }
        guard let next = word(index, text) else { return index > start ? (value, index) : nil }
        if next.role == .ten {
            guard let unit = word(index + 1, text), unit.role == .unit || unit.role == .last else {
                return (value + 10, index + 1)
            }
            return (value + 10 + unit.value, index + 2)
        }
        guard next.role == .unit else { return index > start ? (value, index) : nil }
        guard word(index + 1, text)?.role == .tens else { return (value + next.value, index + 1) }
        guard let unit = word(index + 2, text), unit.role == .unit || unit.role == .last else {
            return (value + next.value * 10, index + 2)
        }
        return (value + next.value * 10 + unit.value, index + 3)
    }

    private static func word(_ index: Int, _ text: TokenText) -> (role: Role, value: Int)? {
        guard text.tokens.indices.contains(index), text.tokens[index].kind == .word else { return nil }
        return words[text.tokens[index].key]
    }
}
