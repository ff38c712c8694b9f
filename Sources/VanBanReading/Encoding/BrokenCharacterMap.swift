/// Tells a text whose letters are none that anybody wrote. A PDF draws glyphs and says in a map (ToUnicode) what
/// characters they are; where that map is broken, the page looks right and its text is `Ӝ` for `ộ` and `+Ò$` for `HÒA`.
///
/// Such words have letters of scripts that no word of Vietnamese looks like, or signs among their letters. A few of them
/// stand in any text; where they are a quarter of all words, nothing can be read.
package enum BrokenCharacterMap {
    /// How much of a text is looked at, in bytes.
    private static let headLength = 1 << 16
    private static let leastWords = 8
    private static let leastShare = 4

    /// - Parameter text: valid UTF-8.
    package static func isLikely(in text: [UInt8]) -> Bool {
        var words = 0
        var strange = 0
        var word = Word()
        var offset = 0
        let end = min(text.count, headLength)
        while offset < end {
            let space = CharacterClass.spaceLength(in: text, at: offset)
            if space > 0 {
                if word.hasLetters { words += 1 }
                if word.isStrange { strange += 1 }
                word = Word()
                offset += space
                continue
            }
            let (scalar, next) = UTF8Scalar.next(in: text, at: offset)
            word.take(scalar)
            offset = next
        }
        return strange >= leastWords && strange * leastShare >= words
    }

    private struct Word {
        var hasLetters = false
        var isStrange = false
        private var wasLetter = false
        /// Whether a sign stands behind a letter, so that a letter behind it makes the word strange.
        private var sawSign = false
        private var wasPrivate = false

        mutating func take(_ scalar: UInt32) {
            let isForeign = LookAlikes.isForeign(scalar)
            let isPrivate = (0xE000...0xF8FF).contains(scalar) || scalar == 0xFFFD
            let isLetter = LookAlikes.isLatin(scalar) || isForeign
            if isLetter {
                hasLetters = true
                if sawSign || wasPrivate || isForeign && !LookAlikes.isKnown(scalar) { isStrange = true }
            } else if isPrivate, wasLetter {
                isStrange = true
            }
            let isSign = Self.signs.contains(scalar)
            sawSign = isSign && (wasLetter || sawSign) || isSign && hasLetters
            wasLetter = isLetter
            wasPrivate = isPrivate
        }

        /// Signs that no word has between two letters.
        private static let signs: Set<UInt32> = Set("$%+*=\\^`{}~".unicodeScalars.map(\.value))
    }
}
