import VanBanStructure

/// A word as it is printed, with all that rules compare it by: worked out once for all places where it stands.
final class WordForm: Sendable {
    /// The position among the document's forms.
    let number: Int
    let text: String
    /// The text in lower case, and the number of the first form that has the same one.
    let lower: String
    let caseless: Int
    /// What words are compared by (``WordKeys``), and its letters without marks.
    let key: String
    let letters: String
    /// Whether it has no letter beyond ASCII.
    let isPlain: Bool
    let startsUpper: Bool
    let startsLower: Bool

    fileprivate init(_ text: String, number: Int, lower: String, caseless: Int) {
        self.text = text
        self.number = number
        self.lower = lower
        self.caseless = caseless
        key = WordKeys.joined(text)
        letters = WordKeys.letters(key)
        isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        startsUpper = text.first?.isUppercase == true
        startsLower = text.first?.isLowercase == true
    }
}

/// The words of a document, each form once: of ten words, nine stand elsewhere, too.
struct WordForms {
    private(set) var all: [WordForm] = []
    private var texts = BytesTable()
    private var lowers = BytesTable()
    /// Of each text in lower case the first form that has it.
    private var firsts: [Int] = []

    /// The form of a word.
    /// - Parameter word: the word's bytes, UTF-8.
    mutating func form(of word: UnsafeBufferPointer<UInt8>) -> WordForm {
        let number = texts.number(of: word)
        if number < all.count { return all[number] }
        let text = String(decoding: word, as: UTF8.self)
        var lower = text.lowercased()
        let place = lower.withUTF8 { lowers.number(of: $0) }
        if place == firsts.count { firsts.append(number) }
        let form = WordForm(text, number: number, lower: lower, caseless: firsts[place])
        all.append(form)
        return form
    }
}

/// Numbers texts by their bytes in the order in which they come. Swift hashes text beyond ASCII by its normal form, which
/// takes ten times as long.
private struct BytesTable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// Open addressing: number + 1 of a text, 0 where there is none.
    private var slots = [Int32](repeating: 0, count: 256)

    /// The number of a text; the next one, if it is new.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        var slot = Self.hash(text) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if bytes[ends[number]..<ends[number + 1]].elementsEqual(text) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = ends.count - 1
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        slots[slot] = Int32(number + 1)
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        var larger = [Int32](repeating: 0, count: slots.count * 2)
        for number in 0..<(ends.count - 1) {
            var slot = bytes[ends[number]..<ends[number + 1]].withUnsafeBufferPointer { Self.hash($0) }
            slot &= larger.count - 1
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = Int32(number + 1)
        }
        slots = larger
    }

    /// FNV-1a.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }
}
