import VanBanReading

extension Passage {
    /// A word of running text, between two spaces.
    struct PrintedWord: Sendable {
        /// Its bytes without the punctuation around it.
        var range: Range<Int>
        let form: WordForm
        /// Whether a sign stands before or behind it.
        var opens: Bool
        var closes: Bool

        var text: String { form.text }
    }

    /// In bytes: what is longer is no word that people write.
    private static let longestWord = 256

    /// The words of a text, from left to right; what is only signs is none.
    static func printedWords(of bytes: [UInt8], _ forms: inout WordForms) -> [PrintedWord] {
        var words: [PrintedWord] = []
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let start = offset
                while offset < bytes.count, bytes[offset] != 0x20 { offset += 1 }
                if offset > start {
                    let slice = UnsafeBufferPointer(rebasing: bytes[start..<offset])
                    let word = body(of: slice)
                    if word.isEmpty || word.count > longestWord {
                        if !words.isEmpty { words[words.count - 1].closes = true }
                    } else {
                        words.append(
                            PrintedWord(
                                range: (start + word.lowerBound)..<(start + word.upperBound),
                                form: forms.form(of: UnsafeBufferPointer(rebasing: slice[word])),
                                opens: word.lowerBound > 0, closes: word.upperBound < slice.count))
                    }
                }
                offset += 1
            }
        }
        return words
    }

    /// The part of a word's bytes without the signs around it: a percent sign behind it belongs to it.
    private static func body(of word: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = 0
        while start < word.count {
            let length = max(1, CharacterClass.scalarLength(word[start]))
            if isPartOfWord(word, start..<min(word.count, start + length)) { break }
            start += length
        }
        var end = word.count
        while end > start {
            var before = end - 1
            while before > start, word[before] & 0xC0 == 0x80 { before -= 1 }
            if word[before] == UInt8(ascii: "%") || isPartOfWord(word, before..<end) { break }
            end = before
        }
        return min(start, end)..<end
    }

    /// Whether a character is a letter, a mark upon one, or a digit.
    private static func isPartOfWord(_ word: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        switch word[range.lowerBound] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case ..<0x80: return false
        // Most letters with marks.
        case 0xC4...0xC8: return true
        case 0xE1 where range.count == 3 && (word[range.lowerBound + 1] == 0xBA || word[range.lowerBound + 1] == 0xBB):
            return true
        default: break
        }
        guard let scalar = String(decoding: word[range], as: UTF8.self).unicodeScalars.first else { return false }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
            || properties.canonicalCombiningClass != .notReordered
    }
}
