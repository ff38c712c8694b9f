import VanBanReading

/// A quick look at the bytes of a stretch for a digit and a word that results or targets are told with, so that most
/// paragraphs and cells are not taken apart.
struct MeasureSigns {
    private(set) var mayTellScore = false
    private(set) var mayTellTarget = false

    /// Words of results and of targets, by their first byte.
    private static let results = table(Lexicon.strings(.resultSigns))
    private static let goals = table(Lexicon.strings(.targetSigns))

    private static func table(_ words: [String]) -> [[[UInt8]]] {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for word in words {
            let bytes = Array(word.utf8)
            table[Int(bytes[0])].append(bytes)
        }
        return table
    }

    private static let firsts: [UInt8] = {
        var firsts = [UInt8](repeating: 0, count: 256)
        for byte in 0..<256 {
            if !results[byte].isEmpty { firsts[byte] |= 1 }
            if !goals[byte].isEmpty { firsts[byte] |= 2 }
        }
        for digit in 0x30...0x39 { firsts[digit] |= 4 }
        return firsts
    }()

    init(_ stretch: Stretch, _ text: SourceText) {
        let firsts = Self.firsts
        var hasDigit = false
        var tellsScore = false
        var tellsTarget = false
        var isSpelled = false
        for range in stretch.ranges {
            text.bytes.withUnsafeBufferPointer { bytes in
                var offset = range.lowerBound
                while offset < range.upperBound {
                    let kind = firsts[Int(bytes[offset])]
                    if kind != 0 {
                        if kind & 4 != 0 { hasDigit = true }
                        if kind & 1 != 0, !tellsScore {
                            tellsScore = Self.stands(Self.results, bytes, offset, range.upperBound)
                        }
                        // `chín mươi phần trăm` has no digit.
                        if !isSpelled, bytes[offset] == UInt8(ascii: "p") {
                            isSpelled = Self.stands(Self.goals, bytes, offset, range.upperBound)
                        }
                        if kind & 2 != 0, !tellsTarget {
                            tellsTarget = Self.stands(Self.goals, bytes, offset, range.upperBound)
                        }
                        if hasDigit, tellsScore, tellsTarget { return }
                    }
                    offset += 1
                }
            }
        }
        mayTellScore = hasDigit && tellsScore
        mayTellTarget = (hasDigit || isSpelled) && tellsTarget
    }

    private static func stands(
        _ words: [[[UInt8]]], _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int
    ) -> Bool {
        words[Int(bytes[offset])].contains { word in
            var place = offset
            for byte in word {
                if byte == 0x20 {
                    // A line may end between two words, and a no-break space may stand there.
                    let start = place
                    while place < end, bytes[place] <= 0x20 || bytes[place] == 0xC2 || bytes[place] == 0xA0 {
                        place += 1
                    }
                    if place == start { return false }
                    continue
                }
                guard place < end, bytes[place] == byte else { return false }
                place += 1
            }
            return true
        }
    }
}
