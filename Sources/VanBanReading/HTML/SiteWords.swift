/// Words by which a page tells what a part of it is, and words by which a document shows itself.
enum SiteWords {
    /// In names of classes: parts that belong to the site.
    static let chrome: [StaticString] = [
        "menu", "nav", "breadcrumb", "sidebar", "footer", "banner", "advert", "comment", "login", "dangnhap",
        "dang-nhap", "related", "lienquan", "lien-quan", "share", "social", "popup", "dialog", "search", "toolbar",
        "cookie", "newsletter", "subscribe", "widget", "quangcao", "quang-cao", "tooltip", "copyright", "site-header",
        "topbar", "paging", "pagination", "feedback",
    ]

    /// In names of classes: the document itself.
    static let content: [StaticString] = [
        "contentdoc", "noidung", "noi-dung", "content", "article", "vanban", "van-ban", "toanvan", "toan-van",
        "fulltext",
    ]

    /// What a block that belongs to a document's form begins with, and how much that says.
    static let form: [(words: [UInt8], weight: Int)] = Lexicon.numbers(.formOpenings).map { (Array($0.0.utf8), $0.1) }

    /// Kinds of document that stand alone on their line, in capitals.
    static let kinds: Set<[UInt8]> = Set(
        Lexicon.strings(.documentKindLines).map { Array($0.utf8) })

    /// Heads of the first column of a table that numbers its rows.
    static let columnHeads: Set<[UInt8]> = Set(Lexicon.strings(.numberColumnHeads).map { Array($0.utf8) })

    /// What the lines of the box begin with in which a site describes a document.
    static let labels: [[UInt8]] = Lexicon.strings(.siteBoxLabels).map { Array($0.utf8) }
}
