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
}

/// Takes the words of a line from two readings of it.
enum ReadingVote {
    /// Longer lines are none of print.
    private static let mostWords = 400

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
}
