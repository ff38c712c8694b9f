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
    static let form: [(words: [UInt8], weight: Int)] = [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 3), ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", 3),
        ("Độc lập - Tự do - Hạnh phúc", 3), ("Độc lập – Tự do – Hạnh phúc", 3), ("ĐẢNG CỘNG SẢN VIỆT NAM", 3),
        ("Căn cứ ", 1), ("CĂN CỨ ", 1), ("Theo đề nghị ", 1), ("Xét đề nghị ", 1), ("Nơi nhận", 2), ("Kính gửi", 1),
        ("QUYẾT ĐỊNH:", 2), ("QUYẾT ĐỊNH :", 2), ("PHỤ LỤC", 2), ("Phụ lục", 1), ("(Ban hành kèm theo", 2),
        ("(Kèm theo", 2), ("(Ban hành theo", 2), ("TM. ", 2), ("KT. ", 2), ("TL. ", 2), ("TUQ. ", 2),
    ].map { (Array($0.0.utf8), $0.1) }

    /// Kinds of document that stand alone on their line, in capitals.
    static let kinds: Set<[UInt8]> = Set(
        [
            "QUYẾT ĐỊNH", "KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN", "THÔNG BÁO", "BÁO CÁO", "CHỈ THỊ",
            "NGHỊ QUYẾT", "TỜ TRÌNH", "QUY CHẾ", "QUY ĐỊNH", "CÔNG VĂN", "HƯỚNG DẪN", "NGHỊ ĐỊNH", "THÔNG TƯ", "LUẬT",
            "DANH MỤC",
        ].map { Array($0.utf8) })

    /// Heads of the first column of a table that numbers its rows.
    static let columnHeads: Set<[UInt8]> = Set(["TT", "STT", "Stt", "Số TT", "Số thứ tự"].map { Array($0.utf8) })

    /// What the lines of the box begin with in which a site describes a document.
    static let labels: [[UInt8]] = [
        "Số hiệu", "Loại văn bản", "Nơi ban hành", "Cơ quan ban hành", "Người ký", "Ngày ban hành", "Ngày hiệu lực",
        "Ngày công báo", "Số công báo", "Tình trạng", "Trích yếu", "Lĩnh vực", "Ngày có hiệu lực", "Đơn vị ban hành",
        "Số ký hiệu", "Chức vụ",
    ].map { Array($0.utf8) }
}
