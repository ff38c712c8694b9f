/// Whole names compared by their words.
package enum WordKeys {
    /// The keys of all words, one space between them; signs are left out.
    package static func joined(_ text: String) -> String {
        var keys: [String] = []
        for word in words(of: text) {
            let key = WordKey.of(word)
            keys.append(key.isEmpty ? word : key)
        }
        return keys.joined(separator: " ")
    }

    private static func words(of text: String) -> [String] {
        guard text.unicodeScalars.allSatisfy({ $0.isASCII || isLatin($0) }) else {
            return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        // Of such scalars each is a character by itself, and what it is can be told without Unicode's tables.
        return text.unicodeScalars.split { !isLatin($0) && !isLetterOrDigit($0) }.map { String($0) }
    }

    /// The letters of Latin scripts beyond ASCII, those of Vietnamese among them.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xD7, 0xF7: false
        case 0xC0...0x24F, 0x1EA0...0x1EF9: true
        default: false
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
