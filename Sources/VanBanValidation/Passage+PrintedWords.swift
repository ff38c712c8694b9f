extension Passage {
    /// A word of running text, between two spaces.
    struct PrintedWord: Sendable {
        /// Its bytes without the punctuation around it.
        var range: Range<Int>
        var text: String
        /// Whether a sign stands before or behind it.
        var opens: Bool
        var closes: Bool
    }

    /// The words of the text, from left to right; what is only signs is none.
    var printedWords: [PrintedWord] {
        var words: [PrintedWord] = []
        for slice in bytes.split(separator: 0x20) {
            let text = String(decoding: slice, as: UTF8.self)
            let head = text.prefix { !$0.isLetter && !$0.isNumber }
            let body = text.dropFirst(head.count)
            let tail = body.reversed().prefix { !$0.isLetter && !$0.isNumber && $0 != "%" }
            let word = String(body.dropLast(tail.count))
            guard !word.isEmpty else {
                if !words.isEmpty { words[words.count - 1].closes = true }
                continue
            }
            let start = slice.startIndex + head.utf8.count
            words.append(
                PrintedWord(
                    range: start..<(start + word.utf8.count), text: word, opens: !head.isEmpty, closes: !tail.isEmpty))
        }
        return words
    }
}
