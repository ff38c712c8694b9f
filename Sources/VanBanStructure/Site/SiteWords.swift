import VanBanReading

/// The words of web sites that carry documents: menus, buttons, headings of lists, feet.
enum SiteWords {
    /// Lines that no document has.
    static let strong = keys(Lexicon.strings(.siteLines))

    /// Lines that a document may have, too: they are a site's only among others of a site.
    static let weak = keys(Lexicon.strings(.possibleSiteLines))

    /// Beginnings of lines that no document has.
    static let openings = Lexicon.phrases(.siteOpenings)

    /// Beginnings that the foot of a letterhead may have as well (NĐ 30/2020/NĐ-CP, Phụ lục I, III.5).
    static let contacts = Lexicon.phrases(.contactOpenings)

    static let home = Phrase.list(["Trang chủ", "Home"])

    /// Whether words of a site may begin with a token; signs and numbers may stand before any.
    static func mayBegin(with token: Token) -> Bool { token.kind != .word || openingMarks.mayContain(token.mark) }

    private static let openingMarks: KeyMarks = {
        let lines = strong.union(weak).compactMap { $0.split(separator: " ").first.map { String($0) } }
        let phrases = (openings + contacts + home).map(\.mark)
        return KeyMarks(lines.map { KeyBytes($0.utf8).mark } + phrases)
    }()

    private static func keys(_ lines: [String]) -> Set<String> {
        Set(lines.map { Phrase($0).keys.joined(separator: " ") })
    }
}
