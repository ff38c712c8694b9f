/// Lays a text out in lines of a width: between words where it can be, inside a word only where it is wider than a line.
enum WrappedText {
    /// The lines, at least one. No line is wider than `width` columns of the terminal (2 at the least).
    static func lines(of text: String, width: Int) -> [String] {
        let width = max(2, width)
        var lines: [String] = []
        var line = ""
        var used = 0
        func end() {
            lines.append(line)
            line = ""
            used = 0
        }
        for word in words(of: text) {
            var rest = word[...]
            var length = DisplayWidth.of(rest)
            if !line.isEmpty, used + 1 + length <= width {
                line += " "
                used += 1
            } else if !line.isEmpty {
                end()
            }
            while length > width {
                let head = head(of: rest, width: width)
                line = String(head)
                end()
                rest = rest[head.endIndex...]
                length = DisplayWidth.of(rest)
            }
            line += rest
            used += length
        }
        if !line.isEmpty || lines.isEmpty { end() }
        return lines
    }

    /// The width of the widest word.
    static func widestWord(of text: String) -> Int {
        words(of: text).reduce(0) { max($0, DisplayWidth.of($1)) }
    }

    /// The words, fit for a terminal: what would command it is shown as a replacement character.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // A no-break space keeps its words together.
            if scalar.value != 0xA0, scalar.value != 0x202F, scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(String(word)) }
                word = String.UnicodeScalarView()
            } else {
                word.append(DisplayWidth.isCommand(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    /// The first part of a word that fits: up to a sign that a reader accepts a cut behind, if there is one past the
    /// middle, else as much as fits. Letters and their marks stay together; one that is wider than the line stands alone.
    private static func head(of word: Substring, width: Int) -> Substring {
        var used = 0
        var end = word.startIndex
        var sign: String.Index?
        var position = word.startIndex
        while position < word.endIndex {
            let character = word[position]
            used += DisplayWidth.of(character)
            let next = word.index(after: position)
            if used > width { break }
            end = next
            if "/-,;.:–_".contains(character), used * 2 > width { sign = next }
            position = next
        }
        if end == word.startIndex { end = word.index(after: end) }
        return word[..<(sign ?? end)]
    }
}
