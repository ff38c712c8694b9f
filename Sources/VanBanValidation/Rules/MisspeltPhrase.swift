import VanBanModel
import VanBanStructure

/// `đơn đốc`, `hổ sơ`: a set phrase with a mark lost or changed.
enum MisspeltPhrase: Rule {
    static let description = RuleDescription(
        code: "misspeltPhrase", severity: .warning,
        example: "theo dõi, đơn đốc việc thực hiện")

    /// A phrase, the keys of its words and of those that share its letters, and whether it is written with a comma.
    private struct Phrase: Sendable {
        var text: String
        var keys: Set<String>
        var hasComma: Bool
    }

    /// Phrases by their letters without marks.
    private static let phrases: [String: Phrase] = {
        var phrases: [String: Phrase] = [:]
        for (text, others) in GazetteerFacts.setPhrases {
            let key = WordKeys.joined(text)
            phrases[WordKeys.letters(key)] = Phrase(
                text: text, keys: Set([key] + others.map { WordKeys.joined($0) }), hasComma: text.contains(","))
        }
        return phrases
    }()

    private static let openings = Set(phrases.keys.lazy.map { String($0.prefix { $0 != " " }) })
    private static let longest = phrases.keys.map { $0.split(separator: " ").count }.max() ?? 0

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let opens = document.forms.map { openings.contains($0.letters) }
        var found: [Finding] = []
        for passage in document.passages
        where passage.isProse || passage.isCell || passage.field == "legalBases" || passage.field == "title"
            || passage.field == "caption"
        {
            let words = passage.printedWords
            // Text without any marks was typed so.
            guard words.contains(where: { !$0.form.isPlain }) else { continue }
            for index in words.indices where opens[words[index].form.number] {
                for count in stride(from: min(longest, words.count - index), to: 1, by: -1) {
                    let range = index..<(index + count)
                    guard let phrase = phrases[words[range].map(\.form.letters).joined(separator: " ")] else {
                        continue
                    }
                    let key = words[range].map(\.form.key).joined(separator: " ")
                    if !phrase.keys.contains(key), hangsTogether(words[range], phrase), !isName(words[range]) {
                        let place = words[index].range.lowerBound..<words[index + count - 1].range.upperBound
                        found.append(
                            finding(
                                at: document.location(of: place, in: passage), [passage.string(place), phrase.text]))
                    }
                    break
                }
            }
        }
        return found
    }

    private static func hangsTogether(_ words: ArraySlice<Passage.PrintedWord>, _ phrase: Phrase) -> Bool {
        phrase.hasComma || (words.dropLast().allSatisfy { !$0.closes } && words.dropFirst().allSatisfy { !$0.opens })
    }

    private static func isName(_ words: ArraySlice<Passage.PrintedWord>) -> Bool {
        words.dropFirst().contains { $0.form.startsUpper && $0.text.contains(where: \.isLowercase) }
    }
}
