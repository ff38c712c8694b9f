/// The words that show where an agency begins, what makes a collective, and what is said beside the name.
enum AgencyWords {
    // MARK: - Heads

    /// Beginnings of agency names that are nothing else, whatever their case.
    static let heads = Index([
        "ủy ban", "UBND", "UBMTTQ", "UBMTTQVN", "HĐND", "hội đồng", "văn phòng", "VP", "VPUBND", "công an", "trung tâm",
        "thanh tra", "công ty", "tổng công ty", "tập đoàn", "tòa án", "TAND", "viện kiểm sát", "VKSND", "chi cục",
        "tổng cục",
        "kho bạc", "KBNN", "bảo hiểm xã hội", "BHXH", "công chức", "CC", "mặt trận tổ quốc", "MTTQ", "liên đoàn",
        "LĐLĐ", "hiệp hội", "hội nông dân", "hội liên hiệp", "hội cựu chiến binh", "đoàn thanh niên", "đoàn kiểm tra",
        "tỉnh đoàn", "ngân hàng", "NHNN", "bưu điện", "bệnh viện", "chủ tịch", "phó chủ tịch", "giám đốc",
        "thủ trưởng", "trưởng ban", "trưởng phòng", "trưởng bản", "lãnh đạo", "bộ phận", "cổng thông tin", "cổng TTĐT",
        "trang thông tin", "đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "thường trực", "ban thường vụ",
        "BTV", "BCH", "BCĐ", "BQL", "ban chỉ đạo", "ban quản lý", "bộ chỉ huy", "ban chỉ huy", "đài phát thanh",
        "đài truyền thanh", "đài PT", "đài PTTH", "học viện", "trường đại học", "trường cao đẳng", "trường chính trị",
        "thuế tỉnh", "thuế cơ sở", "thủ tướng chính phủ", "văn phòng chính phủ", "quốc hội", "tổ công nghệ số",
        "VNPT", "Viettel", "MobiFone", "VinaPhone", "FPT", "EVN", "Agribank", "Vietcombank", "VietinBank", "BIDV",
        "thành viên", "huyện đoàn", "xã đoàn", "ban tổ chức", "ban giám hiệu",
    ])

    /// One-syllable heads, which are heads only with a capital and a name behind them.
    static let capitalHeads = Index([
        "sở", "ban", "phòng", "đài", "báo", "bộ", "hội", "đoàn", "cục", "vụ", "viện", "trạm", "trường", "quỹ", "đội",
        "tổ", "khoa", "bộ môn", "TT",
        "thuế", "xã đội",
    ])

    /// Heads that are written with one or two letters and a full stop: `P. Đào tạo`, `K. Luật`, `TT. CNTT`.
    static let shortHeads = Index(["P", "K", "TT", "V", "B"])

    /// Heads that may stand in small letters within a list.
    static let smallHeads = Index([
        "phòng", "khoa", "ban", "sở", "viện", "trường", "trạm", "đội", "tổ", "trung tâm", "bộ môn",
    ])

    /// Words after a capital head that make it something else: `báo cáo`, `bộ tài liệu`.
    static let noNamesAfterHead = Index(["cáo", "tài liệu", "thủ tục", "chỉ số"])

    /// Words that begin like an agency's head and are a deed or a thing.
    static let noAgencies = Index([
        "ban hành", "báo cáo", "bộ tài liệu", "bộ thủ tục", "bộ chỉ số", "bộ tiêu chí", "hội nghị", "hội thảo",
        "hội thi", "hội họp", "phòng chống", "phòng ngừa", "tổ chức", "trường hợp", "đoàn kết", "đội ngũ",
        "văn phòng phẩm",
        "thanh tra, kiểm tra", "bộ phiếu", "bộ câu hỏi", "trạm biến áp", "quỹ đất", "trang thông tin", "cổng thông tin",
        "cổng TTĐT",
    ])

    /// Heads that own other agencies: `Văn phòng` + `UBND tỉnh` is one agency.
    static let owners = Index(["UBND", "HĐND", "ủy ban", "hội đồng nhân dân", "UBMTTQ", "UBMTTQVN"])

    /// Heads that are a part of the body whose name follows: `Lãnh đạo Sở Nội vụ`.
    static let ofBodies = Index([
        "lãnh đạo", "thủ trưởng", "đại diện", "thường trực", "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch",
        "chánh văn phòng", "trưởng phòng", "phó trưởng phòng", "đại diện lãnh đạo", "công chức", "cán bộ",
    ])
    /// Heads that are a body's office where that body is one that has such.
    static let ownedHeads = Index(["văn phòng", "VP", "thường trực", "cơ quan", "đảng ủy", "ban thường vụ"])
    static let withOffices = Index([
        "UBND", "HĐND", "ủy ban", "hội đồng nhân dân", "đoàn đại biểu", "đoàn ĐBQH", "ĐBQH", "tỉnh ủy", "thành ủy",
        "huyện ủy", "đảng ủy", "chính phủ", "quốc hội", "UBMTTQ", "trung ương", "ban chỉ đạo",
    ])

    /// Heads that stand alone and are nobody's part, so that a new head right behind their full name is a new agency.
    static let standingAlone = Index([
        "UBND", "HĐND", "ủy ban", "hội đồng nhân dân", "sở", "công an", "tòa án", "TAND", "viện kiểm sát", "VKSND",
        "thanh tra tỉnh", "bảo hiểm xã hội", "BHXH", "kho bạc", "KBNN", "UBMTTQ", "UBMTTQVN", "MTTQ",
    ])

    /// Heads that stand before each name of a list once: `Sở Nội vụ, Tài chính`.
    static let sharedHeads = Index(["sở", "phòng", "bộ", "ban", "hội", "cục", "chi cục", "công chức", "CC"])

    /// Words that tie a name to what stands before it.
    static let ties = Index(["thuộc", "của", "tại", "với", "ở", "cho", "về", "trong", "trên", "do", "cùng", "là"])

    /// Words before an agency that are no part of its name.
    static let leadIns = Index([
        "giao", "giao cho", "đề nghị", "do", "gồm", "mời", "kính mời", "trân trọng mời", "yêu cầu", "là",
    ])

    // MARK: - Collectives

    /// `các` and its like, before which a new collective begins.
    static let plurals = Index(["các", "những", "mọi", "toàn thể", "một số"])

    /// Nouns that a collective lists: `các sở, ban, ngành, đoàn thể`.
    static let members = Index([
        "sở", "ban", "ngành", "bộ", "hội", "đoàn", "phòng", "trường", "cấp", "đoàn thể", "cơ quan", "đơn vị", "tổ chức",
        "địa phương", "doanh nghiệp", "hiệp hội", "hợp tác xã", "cá nhân", "trung tâm", "chi cục", "cục", "cán bộ",
        "công chức", "viên chức", "người lao động", "khoa", "giáo viên", "giảng viên", "học sinh", "sinh viên",
        "hộ kinh doanh", "công đoàn cơ sở", "hạt kiểm lâm",
        "cơ sở đào tạo", "cơ sở giáo dục", "cơ sở y tế", "cơ sở khám chữa bệnh", "cơ sở sản xuất",
    ])

    /// Members that are one syllable and begin agency names too.
    static let ambiguousMembers = Index([
        "sở", "ban", "bộ", "hội", "đoàn", "phòng", "trường", "cục", "chi cục", "trung tâm", "cấp", "hiệp hội",
        "cán bộ", "công chức", "khoa",
    ])

    /// What may follow a member without making it a name: `đoàn thể tỉnh`, `ban có liên quan`.
    static let qualifiers = Index([
        "liên quan", "có", "cấp", "trực thuộc", "thuộc", "khác", "trên", "đóng", "của", "cùng", "được", "tại", "trong",
        "tỉnh", "huyện", "xã", "thành phố", "chuyên môn", "trung ương",
    ])

    // MARK: - Persons

    /// Forms of address before a person's name or title.
    static let addresses = Index(["đồng chí", "đ/c", "đ.c", "đc", "ông", "bà", "các đồng chí", "các đ/c"])

    /// Offices that a person holds.
    static let offices = Index([
        "chủ tịch", "phó chủ tịch", "PCT", "bí thư", "phó bí thư", "giám đốc", "phó giám đốc", "chánh văn phòng",
        "phó chánh văn phòng", "chánh thanh tra", "phó chánh thanh tra", "trưởng phòng", "phó trưởng phòng",
        "trưởng ban", "phó trưởng ban", "trưởng công an", "phó trưởng công an", "trưởng trạm", "trưởng bản",
        "trưởng thôn", "trưởng ấp", "hiệu trưởng", "phó hiệu trưởng", "chỉ huy trưởng", "cục trưởng", "chi cục trưởng",
        "tổ trưởng", "ủy viên", "thủ trưởng", "công chức", "CC", "chuyên viên", "cán bộ", "kế toán", "thủ quỹ",
        "văn thư",
    ])

    // MARK: - Roles and remarks

    static let lead = "chủ trì"
    static let coordination = "phối hợp"
    static let advice = "tham mưu"
    static let leads = Index([
        "cơ quan chủ trì", "đơn vị chủ trì", "cơ quan, đơn vị chủ trì", "cơ quan/đơn vị chủ trì", "chủ trì",
        "chủ trì thực hiện", "đồng chủ trì", "cùng chủ trì", "cơ quan chủ trì thực hiện", "đơn vị chủ trì thực hiện",
        "CQ chủ trì", "tổ chức chủ trì", "c/t",
    ])
    static let coordinates = Index([
        "cơ quan phối hợp", "đơn vị phối hợp", "cơ quan, đơn vị phối hợp", "cơ quan/đơn vị phối hợp", "phối hợp",
        "cơ quan phối hợp thực hiện", "đơn vị phối hợp thực hiện", "CQ phối hợp", "tổ chức phối hợp", "p/h",
        "với sự phối hợp của", "sự phối hợp của",
    ])
    /// The tokens of a word for who coordinates; behind `các` its noun is the agency (`các đơn vị phối hợp`).
    static func coordinatingLength(in text: TokenText, at index: Int) -> Int {
        let length = coordinates.length(in: text, at: index)
        guard length > 2, index > 0, plurals.length(in: text, at: index - 1) == 1 else { return length }
        return 0
    }

    /// Labels that say who advises, and who carries out, before a colon.
    static let advises = Index(["cơ quan tham mưu", "đơn vị tham mưu", "tham mưu", "đầu mối tham mưu"])
    static let carriers = Index([
        "cơ quan thực hiện", "đơn vị thực hiện", "thực hiện", "cơ quan, đơn vị thực hiện", "đầu mối",
        "cơ quan đầu mối", "đơn vị đầu mối", "trách nhiệm thực hiện", "phân công", "phân công thực hiện", "chỉ đạo",
    ])

    /// Signs of the two roles before a colon or in a bracket: `CT: Sở Nội vụ; PH: Sở Tài chính`.
    static let leadSigns = Index(["CT", "ĐMCT"])
    static let coordinationSigns = Index(["PH"])

    /// The role that a text names and says nothing beside: `chủ trì`, `cơ quan phối hợp`.
    static func role(of words: String) -> String? {
        let keys = Phrase(words).keys
        guard keys.count <= 6 else { return nil }
        if leads.contains(keys) || leadSigns.contains(keys) { return lead }
        if coordinationSigns.contains(keys) { return coordination }
        if advises.contains(keys) { return advice }
        return coordinates.contains(keys) ? coordination : nil
    }

    /// What may stand between `phối hợp` and the agency.
    static let coordinatesWith = Index(["với", "cùng", "cùng với", "chặt chẽ với", "thực hiện với"])

    /// What an agency does, said behind its name whether it is known or not.
    static let deeds = Index(["tham mưu", "chịu trách nhiệm"])
    /// What an agency does, said behind its name only if the name is complete.
    static let deedsAfterName = Index([
        "tham dự", "tham gia",
        "tổng hợp", "đề nghị", "theo dõi", "hướng dẫn", "đôn đốc", "là cơ quan", "là đơn vị", "làm đầu mối", "báo cáo",
        "triển khai", "trình", "xây dựng kế hoạch", "ban hành", "chỉ đạo", "phê duyệt", "thẩm định",
    ])
    /// Said of one agency it is a remark; behind a collective it says which of them are meant.
    static let deedsOfOne = Index(["thực hiện", "tổ chức"])
    /// Words that close a collective, so that what an agency does may follow.
    static let closings = Index(["khác", "liên quan"])
    /// Words between a body's noun and the role by which it is chosen.
    static let assignments = Index(["được giao", "được phân công", "được giao nhiệm vụ"])
    /// Ends of a collective that say which of them are meant and leave its name what it is.
    static let choices = Phrase.list([
        "liên quan", "có liên quan", "khác", "khác có liên quan", "được kiểm tra", "được giao", "được phân công",
        "trên địa bàn", "trên địa bàn tỉnh", "trên địa bàn huyện", "trên địa bàn xã", "thực hiện",
    ])
    /// Deeds that say which of a collective are meant: `các cơ quan, đơn vị thực hiện giải quyết TTHC`.
    static let choosingDeeds = Phrase.list(["thực hiện"])
    /// Beginnings of prose that is no agency.
    static let prose = Index([
        "theo", "khi", "sau khi", "để", "gửi", "nhằm", "trước", "trong", "từ", "đối với", "riêng",
    ])
    /// Beginnings of what stands in an agency's place and names none: `Theo phân công tại Quyết định …`.
    static let noNames = Index([
        "theo", "bố trí", "cân đối", "căn cứ", "trên cơ sở", "sau khi", "trong phạm vi", "tùy theo", "không",
        "như trên", "nt",
    ])

    /// Phrases by their first key, for looking up at a token.
    struct Index: Sendable {
        private let phrases: [String: [Phrase]]
        private let marks: KeyMarks

        init(_ texts: [String]) {
            let list = Phrase.list(texts)
            phrases = Dictionary(grouping: list) { $0.keys.first ?? "" }
            marks = KeyMarks(list.map(\.mark))
        }

        /// Tokens of the longest phrase at a token; 0 where none stands there.
        func length(in text: TokenText, at index: Int) -> Int {
            guard text.tokens.indices.contains(index), marks.mayContain(text.tokens[index].mark),
                let list = phrases[text.tokens[index].key]
            else { return 0 }
            return text.firstMatch(list, at: index)?.keys.count ?? 0
        }

        /// Whether keys are one of the phrases as a whole.
        func contains(_ keys: [String]) -> Bool {
            keys.first.flatMap { phrases[$0] }?.contains { $0.keys == keys } ?? false
        }

        func stands(in text: TokenText, at index: Int) -> Bool { length(in: text, at: index) > 0 }
    }
}
