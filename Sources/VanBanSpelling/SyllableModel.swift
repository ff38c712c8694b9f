import VanBanStructure

/// How likely pairs of syllables (``SyllablePairs``) make a word that stands somewhere to be misread.
///
/// `Benchmarks/misread_words.py` fits the weights (`Resources/misread-weights.csv`).
package struct SyllableModel: Sendable {
    package typealias Identifier = SyllablePairs.Identifier

    package static let standard = SyllableModel()

    private let syllables = SyllablePairs.standard
    /// Syllables that others may be mistaken for, by their letters without marks.
    private let alike: [String: [Identifier]]
    /// The letters of these, in the order of the alphabet.
    private let packed: [(letters: PackedLetters, word: String)]
    private let weights = MisreadWeights()

    /// Rarer syllables are no readings to propose.
    private static let leastCandidate = 20.0

    private init() {
        var alike: [String: [Identifier]] = [:]
        for (index, word) in syllables.printed.enumerated()
        where !word.hasPrefix("<") && syllables.counts[index] >= Self.leastCandidate {
            let key = WordKeys.key(word)
            guard syllables.identifier(of: key) == Identifier(clamping: index) else { continue }
            alike[WordKeys.letters(key), default: []].append(Identifier(clamping: index))
        }
        self.alike = alike
        packed = alike.keys.sorted().compactMap { word in PackedLetters(word).map { ($0, word) } }
    }

    // MARK: Words

    /// A word as the model knows it.
    package struct Word: Sendable, Hashable {
        /// What its words are compared by (``WordKeys``).
        package var key: String
        /// Nil for a syllable that legal text does not have.
        package var identifier: Identifier?
        /// Whether it is a syllable at all, and no edge or figure.
        package var isSyllable = true
    }

    package func word(_ text: String) -> Word {
        let key = WordKeys.key(text)
        return Word(key: key, identifier: syllables.identifier(of: key))
    }

    package var edgeWord: Word { Word(key: "", identifier: syllables.edge, isSyllable: false) }
    package var numberWord: Word { Word(key: "0", identifier: syllables.number, isSyllable: false) }

    // MARK: Likelihood

    /// Another reading of a word, as it is printed in lower case, and the odds (a logarithm) that it is meant.
    package struct Reading: Sendable {
        package var text: String
        package var odds: Double
    }

    /// How often else the document has a word, and has it beside the same neighbours.
    package struct Repetition: Sendable {
        package var words: Int
        package var pairs: Int

        package init(words: Int, pairs: Int) {
            self.words = words
            self.pairs = pairs
        }
    }

    /// The reading that is most likely meant by a word between two others, if it is likely enough to be told; nil where the
    /// word may stand as it is.
    /// - Parameter candidates: the readings that the word may have (``candidates(of:)``).
    package func misread(
        _ word: Word, _ candidates: [Candidate], after left: Word, before right: Word, _ repeated: Repetition
    ) -> Reading? {
        guard !candidates.isEmpty else { return nil }
        // The word itself is the same for all its readings.
        let own = Place(
            before: likelihood(
                of: word.identifier, beside: left.identifier, syllables.pair(left.identifier, word.identifier)),
            behind: likelihood(
                of: word.identifier, beside: right.identifier, syllables.pair(word.identifier, right.identifier)))
        let gain = weights.gain(of: repeated)
        var best: (reading: Identifier, odds: Double)?
        for candidate in candidates {
            let odds = weights.odds(evidence(word, own, candidate, left, right), gain)
            if odds > best?.odds ?? weights.threshold { best = (candidate.word, odds) }
        }
        return best.map { Reading(text: syllables.printed[Int($0.reading)], odds: $0.odds) }
    }

    /// How likely a syllable is behind the word before it, and before the word behind it.
    private struct Place {
        var before: Double
        var behind: Double
    }

    private func evidence(
        _ word: Word, _ own: Place, _ candidate: Candidate, _ left: Word, _ right: Word
    ) -> MisreadWeights.Evidence {
        let other = candidate.word
        let before =
            likelihood(of: other, beside: left.identifier, syllables.pair(left.identifier, other)) - own.before
        let behind =
            likelihood(of: other, beside: right.identifier, syllables.pair(other, right.identifier)) - own.behind
        return MisreadWeights.Evidence(
            before: left.isSyllable ? before : 0, behind: right.isSyllable ? behind : 0,
            edge: (left.isSyllable ? 0 : before) + (right.isSyllable ? 0 : behind),
            frequency: Logarithm.of((syllables.count(other) + 0.2) / (syllables.count(word.identifier) + 0.2)),
            likeness: candidate.likeness,
            edges: (left.isSyllable ? 0 : 1) + (right.isSyllable ? 0 : 1))
    }

    /// The logarithm of the probability of a syllable beside another, backed off to how frequent it is.
    private func likelihood(of word: Identifier?, beside other: Identifier?, _ pair: Double) -> Double {
        Logarithm.of(0.9 * pair / (syllables.count(other) + 20) + 0.1 * (syllables.count(word) + 0.2) / syllables.sum)
    }

    // MARK: Candidates

    /// Letters that recognition takes for each other.
    private static let confused: [(String, String)] = [
        ("rn", "m"), ("c", "e"), ("l", "i"), ("o", "c"), ("h", "b"), ("n", "u"),
    ]

    /// What two syllables have in common.
    package enum Likeness: Sendable {
        /// All letters, and other marks.
        case marks
        /// Letters that recognition takes for each other.
        case confused
        /// All letters but one, which is missing, too much or another.
        case edited
    }

    /// A syllable that may be meant by another.
    package struct Candidate: Sendable {
        fileprivate var word: Identifier
        fileprivate var likeness: Likeness
    }

    /// Syllables with the same letters and other marks, and those whose letters recognition takes for these.
    package func candidates(of word: Word) -> [Candidate] {
        let letters = WordKeys.letters(word.key)
        var found = (alike[letters] ?? []).filter { $0 != word.identifier }
            .map { Candidate(word: $0, likeness: .marks) }
        for (one, other) in Self.confused {
            for (old, new) in [(one, other), (other, one)] {
                for changed in Self.replacements(of: old, by: new, in: letters) {
                    for syllable in alike[changed] ?? [] where !found.contains(where: { $0.word == syllable }) {
                        if syllable != word.identifier { found.append(Candidate(word: syllable, likeness: .confused)) }
                    }
                }
            }
        }
        return found
    }

    /// Syllables with one letter more, fewer or another. They are asked for only where a word is known beside neither of
    /// its neighbours.
    package func edited(_ word: Word, besides known: [Candidate]) -> [Candidate] {
        guard let letters = PackedLetters(WordKeys.letters(word.key)) else { return [] }
        var found: [Candidate] = []
        for (other, place) in packed where other.isNear(letters) {
            for syllable in alike[place] ?? [] where syllable != word.identifier {
                if !known.contains(where: { $0.word == syllable }) {
                    found.append(Candidate(word: syllable, likeness: .edited))
                }
            }
        }
        return found
    }

    /// Whether a word is known beside one of its neighbours; beside signs and figures that says nothing.
    package func stands(_ word: Word, after left: Word, before right: Word) -> Bool {
        if !left.isSyllable, !right.isSyllable { return true }
        return left.isSyllable && syllables.pair(left.identifier, word.identifier) > 0
            || right.isSyllable && syllables.pair(word.identifier, right.identifier) > 0
    }

    /// A word with one occurrence of some letters replaced, for each occurrence.
    private static func replacements(of old: String, by new: String, in word: String) -> [String] {
        let (word, old) = (Array(word.utf8), Array(old.utf8))
        guard word.count >= old.count else { return [] }
        return (0...(word.count - old.count)).compactMap { start in
            guard word[start..<(start + old.count)].elementsEqual(old) else { return nil }
            return String(decoding: word[..<start] + Array(new.utf8) + word[(start + old.count)...], as: UTF8.self)
        }
    }
}
