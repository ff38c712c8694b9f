/// Whole names compared by their words.
package enum WordKeys {
    /// The key of one word.
    package static func key(_ word: String) -> String { WordKey.of(word) }

    /// A key's letters without marks.
    package static func letters(_ key: String) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity(key.utf8.count)
        for byte in key.utf8 {
            switch byte {
            case UInt8(ascii: "A"), UInt8(ascii: "B"): letters.append(UInt8(ascii: "a"))
            case UInt8(ascii: "E"): letters.append(UInt8(ascii: "e"))
            case UInt8(ascii: "O"), UInt8(ascii: "P"): letters.append(UInt8(ascii: "o"))
            case UInt8(ascii: "U"): letters.append(UInt8(ascii: "u"))
            case UInt8(ascii: "D"): letters.append(UInt8(ascii: "d"))
            case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
            default: letters.append(byte)
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

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
