import VanBanModel

/// `của của`, `thực hiện thực hiện`: words typed twice.
enum DoubledWord: Rule {
    static let description = RuleDescription(
        code: "doubledWord", severity: .warning,
        example: "kết quả giải quyết thủ tục của của người dân")

    private static let words = Set(Lexicon.strings(.doubledWords))

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let isDoubted = document.forms.map { words.contains($0.text) }
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell || passage.field == "legalBases" {
            let printed = passage.printedWords
            for index in printed.indices.dropFirst() {
                let word = printed[index]
                guard word.form.startsLower, !word.opens, !printed[index - 1].closes else { continue }
                if isDoubted[word.form.number], printed[index - 1].form.lower == word.text {
                    found.append(
                        finding(
                            at: document.location(
                                of: printed[index - 1].range.lowerBound..<word.range.upperBound, in: passage),
                            [word.text]))
                } else if let length = [2, 3].first(where: { isRun(of: $0, printed, endingAt: index) }) {
                    found.append(
                        finding(
                            at: document.location(
                                of: printed[index - 2 * length + 1].range.lowerBound..<word.range.upperBound,
                                in: passage),
                            [printed[(index - length + 1)...index].map(\.text).joined(separator: " ")]))
                }
            }
        }
        return found
    }

    /// Whether the words that end here come right after themselves; words of letters only, not all of them one, and a
    /// capital only at their beginning (`quy chế Quy chế`).
    private static func isRun(of length: Int, _ words: [Passage.PrintedWord], endingAt index: Int) -> Bool {
        let first = index - 2 * length + 1
        guard first >= 0, words[first..<index].allSatisfy({ !$0.closes }) else { return false }
        let second = words[(first + length)...index]
        let isSame = zip(words[first..<(first + length)], second).allSatisfy {
            $0.form.caseless == $1.form.caseless
        }
        guard isSame else { return false }
        // Items of a cell, one under the other, begin with a capital each.
        if second.first?.form.startsUpper == true, words[first].form.startsUpper { return false }
        guard Set(second.map(\.text)).count > 1, !words[first..<index].dropFirst().contains(where: \.opens)
        else { return false }
        return second.allSatisfy { $0.text.count > 1 && $0.text.allSatisfy(\.isLetter) }
            && second.dropFirst().allSatisfy(\.form.startsLower)
    }
}
