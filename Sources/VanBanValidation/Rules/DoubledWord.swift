import VanBanModel

/// `của của`, `thực hiện thực hiện`: words typed twice.
enum DoubledWord: Rule {
    static let description = RuleDescription(
        code: "doubledWord", severity: .warning,
        message: BilingualText("“{0}” is there twice in a row.", "“{0}” bị lặp liền nhau."),
        hint: BilingualText("Strike out one.", "Bỏ một lần."),
        rationale: BilingualText(
            "Many Vietnamese words are doubled on purpose (luôn luôn, ngày ngày). Looks only at words such as của, các, và, được, and at two words that come again together, within a sentence.",
            "Tiếng Việt có nhiều từ láy (luôn luôn, ngày ngày). Chỉ xét các từ như của, các, và, được và cụm hai từ lặp lại nguyên vẹn trong cùng một câu."
        ),
        example: "kết quả giải quyết thủ tục của của người dân")

    private static let words: Set<String> = [
        "của", "các", "và", "được", "những", "trong", "trên", "tại", "về", "với", "cho", "theo", "là", "để", "từ",
        "đến",
        "do", "bởi", "việc", "có", "hoặc", "nhằm", "phải", "cùng", "sẽ", "đã", "này",
    ]

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell || passage.field == "legalBases" {
            let printed = passage.printedWords
            for index in printed.indices.dropFirst() {
                let word = printed[index]
                guard word.text.first?.isLowercase == true, !word.opens, !printed[index - 1].closes else { continue }
                if words.contains(word.text), printed[index - 1].text.lowercased() == word.text {
                    found.append(
                        finding(
                            at: document.location(
                                of: printed[index - 1].range.lowerBound..<word.range.upperBound, in: passage),
                            [word.text]))
                } else if index >= 3, isPair(printed, endingAt: index) {
                    found.append(
                        finding(
                            at: document.location(
                                of: printed[index - 3].range.lowerBound..<word.range.upperBound, in: passage),
                            [printed[index - 1].text + " " + word.text]))
                }
            }
        }
        return found
    }

    /// Whether the two words that end here come right after themselves; words of letters only.
    private static func isPair(_ words: [Passage.PrintedWord], endingAt index: Int) -> Bool {
        guard !words[index - 2].closes, !words[index - 3].closes, words[index - 1].text != words[index].text,
            words[index - 3].text.lowercased() == words[index - 1].text, words[index - 2].text == words[index].text,
            words[index - 1].text.count > 1, words[index].text.count > 1
        else { return false }
        return words[index].text.allSatisfy(\.isLetter) && words[index - 1].text.allSatisfy(\.isLetter)
            && words[index - 1].text.first?.isLowercase == true
    }
}
