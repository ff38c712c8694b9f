import VanBanModel

/// `có thêm đơn vị … trở lên`: the number is missing.
enum QuantityMissing: Rule {
    static let description = RuleDescription(
        code: "quantityMissing", severity: .warning,
        example: "Phấn đấu có thêm đơn vị đạt chuẩn trở lên")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let isMore = document.forms.map { $0.text == "thêm" }
        guard isMore.contains(true) else { return [] }
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell {
            let words = passage.printedWords
            for index in words.indices.dropLast() where isMore[words[index].form.number] && !words[index].closes {
                var end = index + 1
                while end + 1 < words.count, end - index < 12, !words[end].closes, words[end].text != "trở",
                    !isNumber(words[end].text)
                {
                    end += 1
                }
                guard end + 1 < words.count, end > index + 1, words[end].text == "trở", words[end + 1].text == "lên"
                else { continue }
                let range = words[index].range.lowerBound..<words[end + 1].range.upperBound
                found.append(finding(at: document.location(of: range, in: passage), [passage.string(range)]))
            }
        }
        return found
    }

    private static let numerals = Set(Lexicon.strings(.quantityWords))

    private static func isNumber(_ word: String) -> Bool {
        word.contains(where: \.isNumber) || numerals.contains(word.lowercased())
    }
}
