import VanBanModel
import VanBanReading

/// Words whose space went lost before the document came here: `hệ thốnggiữ lại`, as programs leave them that make Word
/// documents of PDF.
///
/// A word in small letters that is no syllable of legal text, but two frequent ones side by side that follow each other
/// there, can be nothing else. The text is not changed.
struct GluedWords {
    private let text: SourceText

    /// More lines than these are not told one by one.
    private static let most = 200
    /// Bytes of two syllables, and letters of each.
    private static let lengths = 7...24
    private static let leastLetters = 3

    init(_ text: SourceText) { self.text = text }

    /// One diagnostic a line that has such words, with the first of them.
    func diagnostics() -> [Diagnostic] {
        text.bytes.withUnsafeBufferPointer { bytes in
            var found: [Diagnostic] = []
            var offset = 0
            while offset < bytes.count, found.count < Self.most {
                guard bytes[offset] > 0x20 else {
                    offset += 1
                    continue
                }
                let start = offset
                var isMarked = false
                while offset < bytes.count, bytes[offset] > 0x20 {
                    if bytes[offset] >= 0x80 { isMarked = true }
                    offset += 1
                }
                guard isMarked, Self.lengths.contains(offset - start) else { continue }
                let word = trimmed(start..<offset, bytes)
                guard areGlued(word, bytes) else { continue }
                found.append(
                    Diagnostic(.lostLetters, at: text.location(of: word), arguments: [text.string(word)]))
                while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
            }
            return found
        }
    }

    /// A word without the signs behind it.
    private func trimmed(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var end = word.upperBound
        while end > word.lowerBound, bytes[end - 1] < 0x41 { end -= 1 }
        return word.lowerBound..<end
    }

    private func areGlued(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let pairs = SyllablePairs.standard
        // Small ASCII letters and those of Vietnamese, none of them a capital.
        guard word.count >= Self.lengths.lowerBound,
            word.allSatisfy({ (0x61...0x7A).contains(bytes[$0]) || bytes[$0] >= 0x80 }),
            LetterCase.startsLower(word, in: text), identifier(of: word) == nil,
            let seam = pairs.seam(of: word, in: text)
        else { return false }
        let halves = [word.lowerBound..<seam, seam..<word.upperBound]
        guard halves.allSatisfy({ letters(of: $0, bytes) >= Self.leastLetters }) else { return false }
        return pairs.pair(identifier(of: halves[0]), identifier(of: halves[1])) > 0
    }

    private func letters(of range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        range.count { bytes[$0] & 0xC0 != 0x80 }
    }

    private func identifier(of range: Range<Int>) -> SyllablePairs.Identifier? {
        SyllablePairs.standard.identifier(of: WordKey.of(text.string(range)))
    }
}
