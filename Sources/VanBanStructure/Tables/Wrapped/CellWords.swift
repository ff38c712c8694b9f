import VanBanReading

/// The words by which cells of a task table are told apart, whatever the document is about.
enum CellWords {
    /// Phrases of the grammar of deadlines that stand before a time and mean nothing else (`muộn nhất`, `không quá`).
    static let bounds = TimeOperator.printed.map(\.phrase).filter { $0.contains(" ") }

    /// Beginnings of a statement of time.
    static let timeOpenings = AgencyWords.Index(
        bounds + [
            "quý", "tháng", "năm", "ngày", "thường xuyên", "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng",
            "hàng tháng", "hằng tuần", "hàng tuần", "hằng ngày", "hàng ngày", "định kỳ", "đột xuất", "trước ngày",
            "trước tháng", "trước quý", "trong ngày", "trong năm", "trong tháng", "trong quý", "từ ngày", "từ tháng",
            "từ quý", "từ năm", "đến ngày", "đến tháng", "đến hết", "sau khi", "khi có", "ngay sau khi", "ngay khi",
            "nhân ngày", "nhân dịp", "lần", "xong trước", "hoàn thành trước", "hoàn thành trong", "cả năm",
            "liên tục", "giai đoạn", "cuối năm", "đầu năm", "cuối quý", "đầu quý", "6 tháng", "9 tháng", "3 tháng",
            "theo kế hoạch", "theo quy định", "theo tiến độ", "theo thời gian", "kể từ",
        ])

    /// Units that make a number before them a statement of time.
    private static let units = AgencyWords.Index(["ngày", "tuần", "tháng", "năm", "giờ"])

    /// Whether a statement of time opens at a token: by its words, as a day (`30/8`), as a length (`100 ngày`).
    static func opensTime(in tokens: TokenText, at index: Int) -> Bool {
        if timeOpenings.stands(in: tokens, at: index) { return true }
        let all = tokens.tokens
        guard index + 1 < all.count, let value = all[index].value else { return false }
        if units.stands(in: tokens, at: index + 1) { return true }
        guard index + 2 < all.count, all[index + 1].isSign("/"), all[index + 1].gapBefore == .none,
            let month = all[index + 2].value
        else { return false }
        return (1...31).contains(value) && (1...12).contains(month) || month > 1900 && (1...12).contains(value)
    }

    /// Words of time inside a statement.
    static let time = AgencyWords.Index(
        bounds + [
            "quý", "tháng", "năm", "ngày", "tuần", "thường xuyên", "hằng", "hàng", "định kỳ", "đột xuất", "trước",
            "lần", "hết", "giai đoạn", "kể từ", "khi", "xong", "hoàn thành", "nhân ngày", "nhân dịp",
            "liên tục",
        ])

    /// Words of time that a number, a date or another of them follows.
    static let timeLeadingOn = AgencyWords.Index(
        bounds + [
            "quý", "tháng", "năm", "ngày", "trước", "hết", "lần", "hằng", "hàng", "giai đoạn", "kể từ",
        ])

    /// Beginnings of what a task is to bring forth, beside the kinds of documents.
    static let outputs = AgencyWords.Index([
        "sản phẩm", "báo cáo", "kế hoạch", "văn bản", "hồ sơ", "danh mục", "danh sách", "tờ trình", "dự thảo",
        "biên bản", "phiếu", "tài liệu", "chuyên mục", "tin, bài", "hội nghị", "lớp tập huấn", "kết quả", "tỷ lệ",
        "phần mềm", "hệ thống", "cơ sở dữ liệu", "mô hình", "cuộc", "các văn bản", "các kế hoạch", "các báo cáo",
        "đề án", "bộ",
    ])

    /// What looks like the head of an agency (`Ban`, `Hội`, `Phòng`) and is none.
    static let deeds = AgencyWords.Index([
        "ban hành", "báo cáo", "hội nghị", "hội thảo", "hội họp", "phòng chống", "phòng, chống", "đội ngũ",
        "trường hợp", "đoàn kết", "bộ phiếu", "bộ câu hỏi",
    ])

    /// Words of money.
    static let funding = AgencyWords.Index([
        "ngân sách", "kinh phí", "nguồn", "triệu đồng", "tỷ đồng", "đồng", "NSNN", "xã hội hóa", "dự toán",
        "tự chủ",
    ])

    /// Whether a word leads on to what is still to come, so that no cell ends on it.
    static func leadsOn(in text: TokenText, at index: Int) -> Bool {
        leadingOn.stands(in: text, at: index) && !(index > 0 && closing.stands(in: text, at: index - 1))
    }

    /// Words that no cell begins with, capital or not: what they go on with stands before.
    static let goingOn = AgencyWords.Index(["của", "và", "hoặc"])

    /// Words of two that end a name though the second leads on elsewhere.
    private static let closing = AgencyWords.Index(["trực thuộc", "phụ thuộc", "đi cùng", "kèm theo"])

    /// Words that no cell ends on: what they lead to is still to come.
    private static let leadingOn = AgencyWords.Index([
        "và", "với", "của", "thuộc", "tại", "theo", "cho", "các", "do", "về", "trong", "đến", "để", "bằng", "từ",
        "hoặc", "những", "cùng", "trên", "được", "bởi", "là", "gồm",
    ])
}
