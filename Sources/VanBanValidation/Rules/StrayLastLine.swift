import VanBanModel

/// A few words in capitals behind the last table.
enum StrayLastLine: Rule {
    static let description = RuleDescription(
        code: "strayLastLine", severity: .warning,
        example: "(cuối phụ lục, sau bảng) SỞ CẨM")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        guard let last = document.passages.last, last.isProse, last.field == "text" || last.field == "heading",
            document.passages.dropLast().last?.isCell == true
        else { return [] }
        let words = last.printedWords
        guard (1...6).contains(words.count), words.allSatisfy({ $0.text.allSatisfy(\.isUppercase) }),
            !document.isTold([.strayText, .uncertainSiteText], at: document.location(of: last))
        else { return [] }
        return [finding(at: document.location(of: last), [last.text])]
    }
}
