import VanBanReading

/// A person's name among the tokens of a cell: a surname and more words with capitals.
enum NamedPerson {
    /// Past the name that begins at a token; nil where none does.
    static func end(at start: Int, in text: TokenText) -> Int? {
        guard begins(at: start, in: text) else { return nil }
        var end = start + 1
        while end < text.tokens.count, end - start < longest, isOfName(text.tokens[end]),
            !AgencyWords.offices.stands(in: text, at: end), !AgencyWords.heads.stands(in: text, at: end)
        {
            end += 1
        }
        return end - start >= 2 ? end : nil
    }

    /// Past the degrees and ranks before a name, each with its full stop: `PGS.TS. `, `BS.CKII `, `Thượng tá `.
    static func endOfTitles(at start: Int, in text: TokenText) -> Int {
        var end = start
        while end - start < longestTitles {
            let length = titles.length(in: text, at: end)
            guard length > 0, text.tokens[end].startsUpper else { break }
            end += length
            if end < text.tokens.count, text.tokens[end].isSign("."), text.tokens[end].gapBefore == .none { end += 1 }
        }
        return end > start && begins(at: end, in: text) ? end : start
    }

    private static let longestTitles = 8
    private static let titles = AgencyWords.Index(
        CSVTable(PackageResources.personal_titles_csv).rows.map { $0["title"] })

    /// Whether a surname stands at a token, with a capital and more behind it.
    static func begins(at index: Int, in text: TokenText) -> Bool {
        guard text.tokens.indices.contains(index + 1) else { return false }
        let first = text.tokens[index]
        return first.kind == .word && first.startsUpper && surnames.contains(first.key)
            && isOfName(text.tokens[index + 1])
    }

    /// Whether all of a line is a person's name (`NÔNG ĐỨC MẠNH`), told by its surname.
    static func isWholeName(_ stretch: Stretch, in text: SourceText) -> Bool {
        guard stretch.length < 60 else { return false }
        let tokens = TokenText(stretch, in: text)
        return (2...longest).contains(tokens.tokens.count) && end(at: 0, in: tokens) == tokens.tokens.count
    }

    /// A name that has lost its first letter, as recognition leaves it below a stamp: `oàng Văn Thức` is `Hoàng Văn Thức`.
    /// Nil where no surname fits, or more than one.
    static func restored(_ stretch: Stretch, in text: SourceText) -> String? {
        guard stretch.more.isEmpty, stretch.length < 60, LetterCase.startsLower(stretch.first, in: text) else {
            return nil
        }
        let tokens = TokenText(stretch, in: text)
        guard (2...longest).contains(tokens.tokens.count), let first = tokens.tokens.first, first.kind == .word,
            tokens.tokens.dropFirst().allSatisfy({ isOfName($0) && !$0.isAllUpper })
        else { return nil }
        let fitting = tails[first.key] ?? []
        return fitting.count == 1 ? fitting[0].prefix(1) + text.string(stretch) : nil
    }

    /// Surnames by what is left of them without their first letter.
    private static let tails: [String: [String]] = Dictionary(
        grouping: CSVTable(PackageResources.surnames_csv).rows.map { $0["name"] }.filter { $0.count > 2 }
    ) { WordKey.of(String($0.dropFirst())) }

    private static func isOfName(_ token: Token) -> Bool {
        token.kind == .word && token.startsUpper && token.gapBefore == .space
    }

    /// Words of the longest name, the surname among them.
    private static let longest = 5

    private static let surnames = Set(CSVTable(PackageResources.surnames_csv).rows.map { WordKey.of($0["name"]) })
}
