import VanBanReading

/// What recitals open with. `Căn cứ` and `Theo đề nghị` open nothing else, behind a dash as well; `Thực hiện` opens a
/// recital only where a document is named next.
enum RecitalWords {
    private static let certain = Phrase.list([
        "Căn cứ", "Theo đề nghị", "Xét đề nghị", "Xét tờ trình", "Theo Tờ trình", "Được sự đồng ý", "Sau khi xem xét",
    ])
    private static let possible = Phrase.list(["Thực hiện", "Thi hành", "Xét"])

    /// Whether the words behind a paragraph's label open a recital.
    static func open(_ paragraph: Paragraph, in text: SourceText) -> Bool {
        let head = TokenText(text.head(of: paragraph.content.first, bytes: 60), in: text)
        guard head.tokens.first?.startsUpper == true else { return false }
        if head.firstMatch(certain, at: 0) != nil { return true }
        guard let verb = head.firstMatch(possible, at: 0) else { return false }
        return DocumentKindGazetteer.standard.kind(in: head, at: verb.keys.count) != nil
    }
}
