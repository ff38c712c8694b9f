import VanBanReading

/// The words under which agencies are compared: signs and the word `và` left out, the usual abbreviations written out.
///
/// So `Đài PT-TH tỉnh`, `Đài Phát thanh - Truyền hình tỉnh` and `Đài Phát thanh và Truyền hình tỉnh` are the same.
struct AgencyKey: Sendable, Hashable {
    struct Word: Sendable, Hashable {
        var key: String
        var startsUpper: Bool
    }

    static let and = WordKey.of("và")
    /// `các`, `những`: what follows is more than one.
    static let plurals: Set<String> = [WordKey.of("các"), WordKey.of("những")]
    /// `cấp`, before the noun of a territory.
    static let level = WordKey.of("cấp")

    private(set) var words: [Word] = []
    /// Words before which stands a comma, a dash, a bracket or `và`, a bit for each of the first 64.
    private(set) var breakBits: UInt64 = 0

    init() {}

    init(_ tokens: some Sequence<Token>) {
        words.reserveCapacity(tokens.underestimatedCount)
        for token in tokens { append(token) }
    }

    init(_ name: String) {
        self.init(TokenText.tokens(of: name))
    }

    mutating func append(_ token: Token) {
        switch token.kind {
        case .sign:
            noteBreak()
        case .word where token.key == Self.and:
            noteBreak()
        case .word, .number:
            if let full = Self.full(token) {
                for key in full { words.append(Word(key: key, startsUpper: token.startsUpper)) }
            } else {
                // The number of a ward or a district is its name: `quận 1`.
                words.append(Word(key: token.key, startsUpper: token.startsUpper || token.kind == .number))
            }
        }
    }

    private mutating func noteBreak() {
        if words.count < 64 { breakBits |= 1 << UInt64(words.count) }
    }

    /// Without some words at the end.
    func dropLast(_ count: Int) -> AgencyKey {
        var key = self
        key.words.removeLast(min(count, words.count))
        return key
    }

    /// With `tỉnh` in the place of a `thành phố` that ends the name; nil where none does.
    var inCityOfCentre: AgencyKey? {
        guard words.count > 2, words.suffix(2).map(\.key) == Self.city else { return nil }
        var key = dropLast(2)
        key.words.append(Word(key: TerritoryLevel.province.word, startsUpper: false))
        return key
    }

    private static let city = Phrase("thành phố").keys

    /// The keys that an abbreviation stands for.
    static func full(_ token: Token) -> [String]? {
        abbreviationMarks.mayContain(token.mark) ? abbreviations[token.key] : nil
    }

    private static let abbreviationMarks = KeyMarks(abbreviations.keys.map { KeyBytes($0.utf8).mark })
    /// Abbreviations that mean the same in every agency's name.
    private static let abbreviations: [String: [String]] = {
        let written = [
            "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "ĐBQH": "đại biểu Quốc hội",
            "ĐĐBQH": "Đoàn đại biểu Quốc hội",
            "MTTQ": "Mặt trận Tổ quốc", "MTTQVN": "Mặt trận Tổ quốc Việt Nam", "VN": "Việt Nam",
            "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
            "VP": "Văn phòng", "VPUBND": "Văn phòng Ủy ban nhân dân", "CC": "Công chức", "XH": "xã hội",
            "PTNT": "phát triển nông thôn", "TTĐT": "thông tin điện tử", "BHXH": "Bảo hiểm xã hội",
            "TAND": "Tòa án nhân dân", "VKSND": "Viện kiểm sát nhân dân", "KBNN": "Kho bạc Nhà nước",
            "NHNN": "Ngân hàng Nhà nước", "LĐLĐ": "Liên đoàn Lao động", "LHPN": "Liên hiệp Phụ nữ",
            "CCB": "Cựu chiến binh", "CCHC": "cải cách hành chính", "TTHC": "thủ tục hành chính",
            "PVHCC": "phục vụ hành chính công", "PT": "phát thanh", "TH": "truyền hình",
            "PTTH": "phát thanh truyền hình", "TBXH": "thương binh xã hội", "LĐTBXH": "lao động thương binh xã hội",
            "CHQS": "chỉ huy quân sự", "BTV": "Ban Thường vụ", "BCH": "Ban Chấp hành", "BCĐ": "Ban Chỉ đạo",
            "BQL": "Ban Quản lý", "CA": "Công an", "TNCS": "Thanh niên Cộng sản", "HCM": "Hồ Chí Minh",
            "THADS": "thi hành án dân sự", "KHĐT": "kế hoạch đầu tư", "TTTT": "thông tin truyền thông",
            "TNMT": "tài nguyên môi trường", "GDĐT": "giáo dục đào tạo", "GD": "giáo dục", "ĐT": "đào tạo",
            "TN": "tài nguyên", "MT": "môi trường", "KH": "kế hoạch", "NN": "nông nghiệp", "CT": "chính trị",
            "GTVT": "giao thông vận tải", "VHTTDL": "văn hóa thể thao du lịch", "NNMT": "nông nghiệp môi trường",
            "KHCN": "khoa học công nghệ", "TP": "thành phố", "TX": "thị xã",
            "NNPTNT": "nông nghiệp phát triển nông thôn",
        ]
        var keys: [String: [String]] = [:]
        for (short, full) in written { keys[WordKey.of(short)] = Phrase(full).keys }
        return keys
    }()
}
