import VanBanPages

/// A word as a recogniser read it in a line.
struct RecognizedWord: Hashable, Sendable {
    var text: String
    /// In the page's pixels.
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// As the recogniser says itself, from 0 to 100.
    var confidence: Double
    /// What another reading has in its place, where it has something else; empty where it has nothing.
    var rival: String?
    /// How much speaks for this reading and not for the other, from 0 to 1.
    var share = 0.5
    /// Whether two recognisers agree on it, so that nothing else has a say.
    var isSure = false
}

/// Takes the words of a line from two readings of it.
enum ReadingVote {
    /// Longer lines are none of print.
    private static let mostWords = 400
    /// What a second recogniser says of itself counts so much of what Tesseract does: it boasts.
    private static let boast = 0.9

    /// The words on which both agree, and of what they differ in the reading that is surer of it, with the other as its
    /// rival.
    static func words(_ first: [RecognizedWord], _ second: [RecognizedWord]) -> [RecognizedWord] {
        guard first.count <= mostWords, second.count <= mostWords else { return first }
        var result: [RecognizedWord] = []
        var place = (0, 0)
        for (one, two) in common(first.map(\.text), second.map(\.text)) + [(first.count, second.count)] {
            result += chosen(Array(first[place.0..<one]), Array(second[place.1..<two]))
            if one < first.count {
                var word = first[one]
                word.confidence = max(word.confidence, second[two].confidence)
                result.append(word)
            }
            place = (one + 1, two + 1)
        }
        return result
    }

    private static func chosen(_ one: [RecognizedWord], _ two: [RecognizedWord]) -> [RecognizedWord] {
        guard !one.isEmpty || !two.isEmpty else { return [] }
        let isFirst = sureness(one) >= sureness(two)
        let (taken, left) = isFirst ? (one, two) : (two, one)
        let rival = left.map(\.text).joined(separator: " ")
        let share = sureness(taken) / max(1, sureness(one) + sureness(two))
        return taken.map { word in
            var word = word
            word.rival = rival
            word.share = share
            return word
        }
    }

    /// Nothing is as good as a word that is half sure.
    private static func sureness(_ words: [RecognizedWord]) -> Double {
        words.isEmpty ? 50 : words.reduce(0) { $0 + $1.confidence } / Double(words.count)
    }

    /// The pairs of places of the longest sequence of words that both have.
    private static func common(_ one: [String], _ two: [String]) -> [(Int, Int)] {
        let width = two.count + 1
        var lengths = [Int](repeating: 0, count: (one.count + 1) * width)
        for first in one.indices.reversed() {
            for second in two.indices.reversed() {
                lengths[first * width + second] =
                    one[first] == two[second]
                    ? lengths[(first + 1) * width + second + 1] + 1
                    : max(lengths[(first + 1) * width + second], lengths[first * width + second + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (first, second) = (0, 0)
        while first < one.count, second < two.count {
            if one[first] == two[second] {
                pairs.append((first, second))
                first += 1
                second += 1
            } else if lengths[(first + 1) * width + second] >= lengths[first * width + second + 1] {
                first += 1
            } else {
                second += 1
            }
        }
        return pairs
    }

    // MARK: A second recogniser

    /// The words of a line with what another recogniser reads in it: what both agree on is sure, whatever one of them was in
    /// doubt of; where they differ the surer reading is taken, and the other one told.
    /// - Parameter others: without places; they are given those of the words in whose place they stand.
    static func words(
        _ words: [RecognizedWord], with others: [RecognizedWord], in line: InkLine
    ) -> [RecognizedWord] {
        guard words.count <= mostWords, others.count <= mostWords else { return words }
        var result: [RecognizedWord] = []
        var place = (0, 0)
        let agreed = common(words.map { key($0.text) }, others.map { key($0.text) })
        for (one, two) in agreed + [(words.count, others.count)] {
            let start = result.last?.right ?? Double(line.left)
            let end = one < words.count ? words[one].left : Double(line.right)
            result += settled(
                Array(words[place.0..<one]), Array(others[place.1..<two]), between: start...max(start, end), line)
            if one < words.count { result.append(sure(words[one])) }
            place = (one + 1, two + 1)
        }
        return result
    }

    private static func sure(_ word: RecognizedWord) -> RecognizedWord {
        var word = word
        word.rival = nil
        word.isSure = true
        return word
    }

    private static func settled(
        _ own: [RecognizedWord], _ other: [RecognizedWord], between room: ClosedRange<Double>, _ line: InkLine
    ) -> [RecognizedWord] {
        guard !own.isEmpty || !other.isEmpty else { return [] }
        let (text, otherText) = (joined(own), joined(other))
        if key(text, spaced: false) == key(otherText, spaced: false) { return own.map(sure) }
        let placed = places(of: other, instead: own, between: room, line)
        // Two of three readings.
        if let rival = own.first?.rival, own.allSatisfy({ $0.rival == rival }),
            key(rival, spaced: false) == key(otherText, spaced: false)
        {
            return placed.map(sure)
        }
        let sureness = (own: Self.sureness(own), other: Self.sureness(other) * boast)
        let isOwn = sureness.own >= sureness.other
        return (isOwn ? own : placed).map { word in
            var word = word
            word.rival = isOwn ? otherText : text
            word.share = max(sureness.own, sureness.other) / max(1, sureness.own + sureness.other)
            return word
        }
    }

    /// Words that stand in the place of others, each with as much of the room as it has letters.
    private static func places(
        of words: [RecognizedWord], instead others: [RecognizedWord], between room: ClosedRange<Double>, _ line: InkLine
    ) -> [RecognizedWord] {
        let left = others.first?.left ?? room.lowerBound
        let right = max(left, others.last?.right ?? room.upperBound)
        let letters = words.reduce(words.count - 1) { $0 + $1.text.count }
        var passed = 0
        return words.map { word in
            var word = word
            word.left = left + (right - left) * Double(passed) / Double(max(1, letters))
            passed += word.text.count
            word.right = left + (right - left) * Double(passed) / Double(max(1, letters))
            passed += 1
            word.top = others.first?.top ?? Double(line.top)
            word.bottom = others.first?.bottom ?? Double(line.bottom)
            return word
        }
    }

    private static func joined(_ words: [RecognizedWord]) -> String { words.map(\.text).joined(separator: " ") }

    /// Signs that a recogniser may not know are those that it writes for them, and whose capitals are larger small letters
    /// are told apart by Tesseract, which sees the line.
    private static func key(_ text: String, spaced: Bool = true) -> String {
        var key = ""
        for character in text.lowercased() {
            switch character {
            case "–", "—", "‑", "−": key.append("-")
            case "“", "”", "„", "″": key.append("\"")
            case "‘", "’", "′": key.append("'")
            case "…": key.append("...")
            case " " where !spaced: break
            default: key.append(character)
            }
        }
        return key
    }
}
