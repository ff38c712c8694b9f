import VanBanModel

/// `trước ngày 15 của quý`, `trước 3 tháng cuối quý`: a day of a period that has many months.
enum DayWithoutMonth: Rule {
    static let description = RuleDescription(
        code: "dayWithoutMonth", severity: .warning,
        example: "Báo cáo trước ngày 15 của quý")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let isDay = document.forms.map { isNumber($0.text) }
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell {
            let words = passage.printedWords
            for index in words.indices where isDay[words[index].form.number] {
                guard let last = end(of: index, in: words) else { continue }
                let first = max(0, index - 2)
                let isBefore = words[first].form.lower == "trước"
                let start = isBefore ? first : max(0, index - 1)
                let range = words[start].range.lowerBound..<words[last].range.upperBound
                found.append(finding(at: document.location(of: range, in: passage), [passage.string(range)]))
            }
        }
        return found
    }

    /// The last word of a day without a month whose number stands at a word.
    private static func end(of index: Int, in words: [Passage.PrintedWord]) -> Int? {
        guard index > 0, index + 2 < words.count, !words[index].closes else { return nil }
        let before = words[index - 1].form.lower
        let next = words[index + 1].form.lower
        if before == "ngày", next == "của", isPeriod(words[index + 2].text) { return index + 2 }
        guard before == "trước", next == "tháng", index + 3 < words.count else { return nil }
        return words[index + 2].text == "cuối" && isPeriod(words[index + 3].text) ? index + 3 : nil
    }

    private static func isNumber(_ word: String) -> Bool { word.count <= 2 && word.allSatisfy(\.isNumber) }

    private static func isPeriod(_ word: String) -> Bool {
        let first = word.lowercased().prefix { $0.isLetter }
        return first == "quý" || first == "kỳ"
    }
}
