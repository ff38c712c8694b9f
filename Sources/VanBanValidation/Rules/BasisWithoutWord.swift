import VanBanModel

/// A basis that begins with the name of the document, in a list whose other bases say `Căn cứ`.
enum BasisWithoutWord: Rule {
    static let description = RuleDescription(
        code: "basisWithoutWord", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6",
        example: "Căn cứ Luật …;\nQuyết định số 54/QĐ-UBND ngày 14/01/2021 …;")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        var basis = -1
        for passage in document.passages where passage.field == "legalBases" {
            let words = passage.printedWords
            if passage.ranges(of: "căn cứ").first?.lowerBound == 0 { basis = passage.part }
            guard basis == passage.part, words.count > 3 else { continue }
            let head = words[0].text + " " + words[1].text
            let isNamed = !KindSigns.letters(of: head).isEmpty || laws.contains(words[0].text)
            guard isNamed, !words[0].closes, words[0].text.first?.isUppercase == true else { continue }
            let excerpt = words.prefix(4).map(\.text).joined(separator: " ")
            found.append(finding(at: document.location(of: passage), [excerpt + " …"]))
        }
        return found
    }

    private static let laws = Set(Lexicon.strings(.lawWords))
}
