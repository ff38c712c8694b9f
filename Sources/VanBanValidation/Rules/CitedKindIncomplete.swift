import VanBanModel
import VanBanStructure

/// `Nghị số 61/2018/NĐ-CP`, `Quyết đnh số 12/QĐ-UBND`: part of the kind of a cited document is missing.
enum CitedKindIncomplete: Rule {
    static let description = RuleDescription(
        code: "citedKindIncomplete", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6",
        example: "theo quy định của Nghị số 61/2018/NĐ-CP")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell || passage.field == "legalBases" {
            let words = passage.printedWords
            for index in words.indices.dropFirst().dropLast() where words[index].text == "số" {
                guard let letters = DocumentSign(words[index + 1].text)?.kind, !words[index - 1].closes else {
                    continue
                }
                let before = words[max(0, index - 2)..<index]
                guard let name = KindSigns.kinds(of: letters).sorted().first(where: { isPart(before, of: $0) }) else {
                    continue
                }
                let isOne = isFirstWord(before.last, of: name)
                let first = isOne ? words[index - 1] : before[before.startIndex]
                let place = first.range.lowerBound..<words[index - 1].range.upperBound
                found.append(
                    finding(
                        at: document.location(of: place, in: passage),
                        [passage.string(place), words[index + 1].text, name]))
            }
        }
        return found
    }

    /// Whether the words before a number are a kind's name with a word or a letter missing.
    private static func isPart(_ words: ArraySlice<Passage.PrintedWord>, of name: String) -> Bool {
        if isFirstWord(words.last, of: name) { return true }
        guard words.count == 2, let first = words.first, !first.closes, let last = words.last else { return false }
        let printed = WordKeys.letters(WordKeys.joined(first.text + " " + last.text))
        let whole = WordKeys.letters(WordKeys.joined(name))
        guard printed.count + 1 == whole.count, printed.first == whole.first else { return false }
        return whole.indices.contains { index in
            var shorter = whole
            shorter.remove(at: index)
            return shorter == printed
        }
    }

    /// `Nghị` of `Nghị định`, with a capital: in small letters it is a word of another sense.
    private static func isFirstWord(_ word: Passage.PrintedWord?, of name: String) -> Bool {
        let parts = name.split(separator: " ")
        guard let word, parts.count == 2, let first = parts.first else { return false }
        return word.text == first
    }
}
