import VanBanReading

/// The body or head that issued a cited document: what stands after `của`.
///
/// A body that the gazetteer knows takes the longest name it has there (`Sở Nông nghiệp và PTNT`). Any other name is
/// told by its words: a word with a capital, or one of the small words that such names are made of
/// (`Chủ tịch Ủy ban nhân dân tỉnh`). It ends before the first other word, before a mark of punctuation, and before the
/// words that open the document's subject.
struct CitationIssuer: Sendable {
    var name: String
    var tokens: Range<Int>

    /// The issuer that `của` at a token introduces; nil where no name follows.
    static func at(_ index: Int, in text: TokenText) -> CitationIssuer? {
        guard index < text.tokens.count, text.tokens[index].key == of else { return nil }
        let start = index + 1
        let end = nameEnd(from: start, in: text)
        guard end > start else { return nil }
        return CitationIssuer(name: text.string(start..<end), tokens: index..<end)
    }

    /// Where a name that begins at a token ends.
    static func nameEnd(from start: Int, in text: TokenText) -> Int {
        var index = start
        var lastNoun = start
        var insideField = false
        while index < text.tokens.count, index - start < longestName {
            let token = text.tokens[index]
            if token.kind == .word {
                if text.firstMatch(subjectOpeners, at: index) != nil { break }
                if token.startsUpper {
                    let known = AgencyGazetteer.standard.longestMatch(in: text.tokens, at: index)
                    if known > 1 {
                        index += known
                        lastNoun = index
                        // Nothing goes on with these names: `của Chính phủ Ứng dụng …`.
                        if closes(at: index, in: text) { break }
                        insideField = text.tokens[index - 1].startsUpper && !text.tokens[index - 1].isAllUpper
                        continue
                    }
                }
                let goesOn = insideField && fieldWords.contains(token.key)
                insideField = goesOn || (token.startsUpper && !token.isAllUpper)
                if !token.startsUpper, !goesOn, !smallWords.contains(token.key) {
                    guard token.key == AgencyKey.and, joinsName(index, in: text) else { break }
                    index += 1
                    continue
                }
                index += 1
                lastNoun = index
            } else if token.kind == .number, index > start, numbered.contains(text.tokens[index - 1].key) {
                // `Quận 1`
                index += 1
                lastNoun = index
            } else if token.isSign("-") || token.key == ",", joinsName(index, in: text) {
                index += 1
            } else {
                break
            }
        }
        return lastNoun
    }

    /// Whether `và`, a comma or a dash stands inside the name of one body (`Văn hóa, Thể thao và Du lịch`).
    private static func joinsName(_ index: Int, in text: TokenText) -> Bool {
        text.firstMatch(nameParts, at: index + 1) != nil
    }

    private static let numbered = Set(["quận", "phường", "khu", "vùng"].map(WordKey.of))
    private static let closed = Phrase.list(["Chính phủ", "Quốc hội", "Bộ Chính trị", "Ban Bí thư"])
    private static let closedEnds = Set(closed.compactMap(\.keys.last))
    private static let term = WordKey.of("khóa")

    /// Whether a name that ends before a token is whole.
    private static func closes(at end: Int, in text: TokenText) -> Bool {
        guard end < text.tokens.count, end > 1, text.tokens[end].kind == .word, text.tokens[end].key != term,
            closedEnds.contains(text.tokens[end - 1].key)
        else { return false }
        return closed.contains { end >= $0.keys.count && text.matches($0, at: end - $0.keys.count) }
    }

    private static let of = WordKey.of("của")
    private static let longestName = 24

    /// Words that open the subject of the document, in capitals or not.
    private static let subjectOpeners = Phrase.list([
        "về", "ban hành", "quy định", "qui định", "phê duyệt", "hướng dẫn", "sửa đổi", "triển khai", "thực hiện",
        "công bố", "thông qua", "bãi bỏ", "thay thế", "kèm theo", "v/v", "giao", "điều chỉnh", "tổ chức thực hiện",
    ])

    /// What follows `và`, a comma or a dash inside the name of one ministry or department.
    private static let nameParts = Phrase.list([
        "Đầu tư", "Môi trường", "Phát triển nông thôn", "Đào tạo", "Công nghệ", "Truyền thông", "Xã hội", "Thể thao",
        "Du lịch", "Thương binh", "Truyền hình", "Tôn giáo", "Trả kết quả", "Dân vận", "Ủy ban nhân dân", "Gia đình",
        "Đô thị", "Kiến trúc", "Miền núi", "Hạ tầng", "Dịch vụ việc làm", "Cứu nạn, cứu hộ", "Thống kê", "Vận tải",
        "Khen thưởng", "Ngân sách", "Cán bộ", "Trưởng ban", "Chủ nhiệm", "Phó Trưởng ban", "PTNT", "KHĐT", "TBXH",
    ])

    /// Small words of bodies' and heads' names.
    private static let smallWords: Set<String> = Set(
        [
            "tỉnh", "thành", "phố", "huyện", "quận", "xã", "phường", "thị", "trấn", "ủy", "uỷ", "ban", "nhân", "dân",
            "hội", "đồng", "chính", "phủ", "thủ", "tướng", "bộ", "trưởng", "giám", "đốc", "chủ", "tịch", "phó", "quốc",
            "thường", "vụ", "trực", "chấp", "hành", "đảng", "đoàn", "khóa", "trung", "ương", "nước", "cục", "tòa", "án",
            "viện", "kiểm", "sát", "tối", "cao", "sở", "phòng", "văn", "mặt", "trận", "cấp", "lâm", "thời",
            "nhiệm",
        ].map(WordKey.of))

    /// Words that go on with the name of a field which a capital opens (`Lao động`, `Giao thông vận tải`).
    private static let fieldWords: Set<String> = Set(
        [
            "hóa", "thao", "động", "nguyên", "nghiệp", "học", "dục", "tin", "hoạch", "thương", "thông", "vận", "tải",
            "pháp",
            "tộc", "tra", "an", "phòng", "giao", "giáo", "chức", "đạo", "vệ", "hiểm", "lịch", "dựng", "tế", "chính",
            "lý", "các", "khu", "công", "cách", "hành", "huy", "sự", "binh", "nông", "thôn", "kê", "bạc", "hàng",
            "nhà", "nước", "quốc", "đua", "thưởng", "gia", "thanh", "trị", "sản", "nghệ", "trình", "sách", "khách",
            "biên", "đội", "tạo", "ninh", "xã",
        ].map(WordKey.of))
}
