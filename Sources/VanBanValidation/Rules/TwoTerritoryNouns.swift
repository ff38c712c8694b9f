import VanBanModel

/// `tỉnh xã Nậm Sơn`: the noun of another territory was left before a name.
enum TwoTerritoryNouns: Rule {
    static let description = RuleDescription(
        code: "twoTerritoryNouns", severity: .warning,
        example: "trên địa bàn tỉnh xã Nậm Sơn")

    private static let nouns = Set(Lexicon.strings(.territoryNouns))

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let isNoun = document.forms.map { nouns.contains($0.text) }
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell || passage.field == "title" {
            let words = passage.printedWords
            for index in words.indices.dropFirst().dropLast(2)
            where isNoun[words[index].form.number] && isNoun[words[index + 1].form.number] {
                let name = words[index + 2].form
                let before = words[index - 1].form.lower
                guard !words[index].closes, !words[index + 1].closes, words[index].text != words[index + 1].text,
                    before != "các", before != "cấp", before != "hai", name.startsUpper,
                    name.text.contains(where: \.isLowercase)
                else { continue }
                var last = index + 2
                while last + 1 < words.count, !words[last].closes, words[last + 1].form.startsUpper {
                    last += 1
                }
                let range = words[index].range.lowerBound..<words[last].range.upperBound
                found.append(finding(at: document.location(of: range, in: passage), [passage.string(range)]))
            }
        }
        return found
    }
}
