import VanBanReading

/// Where words stop though something must follow: at a word that leads on (`Resources/open-ends.csv`), a comma, an opened
/// bracket.
enum OpenEnd {
    private static let words = AgencyWords.Index(CSVTable(PackageResources.open_ends_csv).rows.map { $0["phrase"] })

    /// Whether a range ends so.
    static func stands(at range: Range<Int>, in text: SourceText) -> Bool {
        let tail = TokenText(text.tail(of: range, bytes: 24), in: text)
        guard let last = tail.tokens.last else { return false }
        if last.isSign(",") || last.isSign("(") { return true }
        return last.kind == .word && !last.startsUpper && words.stands(in: tail, at: tail.tokens.count - 1)
    }
}
