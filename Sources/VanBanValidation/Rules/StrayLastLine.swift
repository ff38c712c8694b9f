import VanBanModel

/// A few words in capitals behind the last table.
enum StrayLastLine: Rule {
    static let description = RuleDescription(
        code: "strayLastLine", severity: .warning,
        message: BilingualText(
            "“{0}” stands alone at the end, behind the table.", "“{0}” đứng riêng ở cuối, sau bảng."),
        hint: BilingualText(
            "See in the source what it belongs to; it may be a stamp or a margin.",
            "Xem trong bản gốc dòng này thuộc phần nào; có thể là con dấu hoặc chữ ở lề."),
        rationale: BilingualText(
            "Looks at a few words in capitals that are the last of the document, behind a table, where neither a heading nor a name stands.",
            "Xét vài từ viết hoa là dòng cuối cùng của văn bản, sau bảng, không phải đề mục hay chữ ký."),
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
