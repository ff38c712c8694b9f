/// Words of a page's markup, compared without making a string of them.
extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether the bytes are a word, ASCII capitals being equal to small letters; the word is given in small letters.
    func isWord(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && opens(with: word)
    }

    /// Whether the bytes begin with a word, ASCII capitals being equal to small letters.
    func opens(with word: StaticString) -> Bool {
        guard count >= word.utf8CodeUnitCount else { return false }
        let wanted = word.utf8Start
        for offset in 0..<word.utf8CodeUnitCount where Self.lower(self[offset]) != wanted[offset] { return false }
        return true
    }

    /// Whether a word stands anywhere among the bytes.
    func holds(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard count >= length, length > 0 else { return false }
        let first = word.utf8Start[0]
        for offset in 0...(count - length) where Self.lower(self[offset]) == first {
            if UnsafeBufferPointer(rebasing: self[offset...]).opens(with: word) { return true }
        }
        return false
    }

    /// The bytes without white space at the ends.
    var withoutSpace: UnsafeBufferPointer<UInt8> {
        var range = 0..<count
        while let first = range.first, CharacterClass.isSpace(self[first]) { range = (first + 1)..<range.upperBound }
        while let last = range.last, CharacterClass.isSpace(self[last]) { range = range.lowerBound..<last }
        return UnsafeBufferPointer(rebasing: self[range])
    }

    /// The number that the bytes begin with, as HTML reads attributes; nil where there is none.
    var number: Int? {
        var offset = 0
        while offset < count, CharacterClass.isSpace(self[offset]) { offset += 1 }
        var isNegative = false
        if offset < count, self[offset] == 0x2D || self[offset] == 0x2B {
            isNegative = self[offset] == 0x2D
            offset += 1
        }
        var value: Int?
        while offset < count, CharacterClass.isDigit(self[offset]) {
            value = Swift.min((value ?? 0) * 10 + Int(self[offset] - 0x30), 1 << 40)
            offset += 1
        }
        return value.map { isNegative ? -$0 : $0 }
    }

    static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }
}
