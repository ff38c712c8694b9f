import VanBanModel

/// The words that targets are set with.
enum TargetWords {
    /// Comparators that stand right before a number, the longest first.
    static let comparators: [(phrase: Phrase, comparator: Target.Comparator)] = [
        ("ít nhất", .atLeast), ("tối thiểu", .atLeast), ("không dưới", .atLeast), ("không thấp hơn", .atLeast),
        ("không ít hơn", .atLeast), ("thấp nhất", .atLeast), ("≥", .atLeast), ("≧", .atLeast), ("⩾", .atLeast),
        ("trên", .above), ("hơn", .above),
        ("cao hơn", .above), ("lớn hơn", .above), (">", .above), ("không quá", .atMost), ("tối đa", .atMost),
        ("không vượt quá", .atMost), ("không vượt", .atMost), ("không cao hơn", .atMost), ("nhiều nhất", .atMost),
        ("không nhiều hơn", .atMost), ("≤", .atMost), ("≦", .atMost), ("⩽", .atMost), ("dưới", .below),
        ("thấp hơn", .below), ("ít hơn", .below),
        ("nhỏ hơn", .below), ("<", .below), ("khoảng", .approximately), ("xấp xỉ", .approximately),
    ].map { (Phrase($0), $1) }.sorted { $0.phrase.keys.count > $1.phrase.keys.count }

    /// `≥` and `≤` as they are typed with two signs.
    static let twoSigns: [(phrase: Phrase, comparator: Target.Comparator)] = [
        (Phrase(">="), .atLeast), (Phrase("=>"), .atLeast), (Phrase("<="), .atMost), (Phrase("=<"), .atMost),
    ]
    /// Comparators that say alone that a number is a target's, whatever its unit.
    static let firm: Set<Target.Comparator> = [.atLeast, .atMost]
    static let upwards = Phrase.list(["trở lên", "hoặc cao hơn", "trở đi"])
    static let downwards = Phrase.list(["trở xuống", "hoặc thấp hơn"])
    /// What may stand between a comparator or verb and its number.
    static let fillers = ScoreWords.keys(
        "đạt từ là ở mức tỷ tỉ lệ được thêm của phải cần kết quả số điểm tương ứng lần lượt")
    static let rises = ScoreWords.keys("tăng vượt nâng")
    static let falls = ScoreWords.keys("giảm ngắn")
    /// `vượt chỉ tiêu ít nhất 5%`
    static let excesses = Phrase.list(["vượt chỉ tiêu", "vượt kế hoạch", "vượt dự toán"])
    static let levels = ScoreWords.keys("lên xuống còn đến tới")

    /// Units of counted things and of time.
    static let units = Phrase.list([
        "điểm phần trăm", "điểm", "bậc", "hạng", "phút/lượt", "phút", "giờ", "ngày làm việc", "ngày", "tháng",
        "lần/năm",
        "lần", "lượt", "cuộc", "đơn vị", "cơ quan", "đơn vị sự nghiệp", "xã", "phường", "huyện", "thôn", "bản",
        "sáng kiến", "mô hình", "giải pháp", "dịch vụ", "thủ tục", "TTHC", "thủ tục hành chính", "hồ sơ", "văn bản",
        "tin, bài", "tin bài", "bài", "chuyên mục", "hội nghị", "lớp", "người", "hộ", "doanh nghiệp", "tỷ đồng",
        "triệu đồng", "đồng", "tiêu chí", "chỉ tiêu", "công trình", "buổi", "đợt", "chỉ số", "tỉnh", "địa phương",
        "km", "ha", "m2", "trường", "điểm cầu", "tổ", "phiếu",
    ])
    static let points = Phrase("điểm")
    static let places = Phrase.list(["bậc", "hạng"])

    /// Words that set a goal; the measure begins behind them.
    static let openers = Phrase.list([
        "phấn đấu", "bảo đảm", "đảm bảo", "duy trì", "nhằm", "hướng tới", "trong đó",
        "phấn đấu duy trì", "phấn đấu thực hiện", "phấn đấu và duy trì", "đặt mục tiêu", "phấn đấu đạt",
    ])
    /// Nouns that set a goal only where they open a clause: `Mục tiêu: tỷ lệ …`, but `thực hiện các chỉ tiêu …`.
    static let openingNouns = Phrase.list(["mục tiêu", "chỉ tiêu", "yêu cầu", "mục tiêu đến"])
    /// Words that a measure opens with.
    static let measures = Phrase.list([
        "tỷ lệ", "tỉ lệ", "mức độ", "chỉ số", "điểm số", "tổng điểm", "tổng số", "số lượng", "thời gian",
        "mức độ hài lòng",
        "sự hài lòng", "kết quả", "điểm",
    ])
    /// What may stand between a goal's word or a comma and the measure.
    static let skipped = ScoreWords.keys("và có thì là để cho việc toàn sẽ được")
    /// What may stand between a measure and its verb.
    static let trailing = ScoreWords.keys("phải cần sẽ luôn là đều được có và")
    /// Words after a number that belong to the statement and name nothing that is measured.
    static let notMeasured = ScoreWords.keys(
        "trở so vào trong đến tới và năm theo để nhằm thuộc tại là hoặc được với từ hằng hàng cho xếp tăng giảm cả "
            + "khi nếu như mỗi trên trước sau cùng đạt nằm đứng hơn còn mà")
    /// Words that end the words for what is measured, after a comma.
    static let leavings = Phrase.list([
        "phấn đấu", "góp phần", "nhằm", "trong đó", "đồng thời", "bảo đảm", "đảm bảo", "tạo điều kiện", "từng bước",
        "qua đó", "tập trung", "tiếp tục", "không để", "khuyến khích", "xếp", "thuộc", "nằm trong", "tăng",
        "giảm", "đạt",
    ])
    /// `nâng tỷ lệ … lên 80%`, but not `nâng cao chất lượng`
    static let raising = Phrase("nâng")
    static let highly = WordKey.of("cao")
    static let amongThem = Phrase("trong đó")
    static let respectively = Phrase.list(["lần lượt", "tương ứng"])

    /// What was so already, or is a share and no goal.
    static let past = Phrase.list([
        "đã", "hiện nay", "hiện có", "hiện tại", "tính đến", "trong năm qua", "thời gian qua", "kết quả đạt được",
        "vừa qua", "cùng kỳ", "cho thấy", "ghi nhận", "theo khảo sát", "chiếm", "kết quả cho thấy", "hiện mới",
        "mới đạt", "chỉ đạt", "hiện trạng", "thực trạng",
    ])
    /// Words right before a share that is a rule's and no goal's.
    static let rules = ScoreWords.keys("trợ suất thuế phí đóng chiếm bằng phạt thưởng vốn")

    /// Words whose number is a name or a place in a list.
    static let names = ScoreWords.keys(
        "năm ngày tháng quý số điều khoản mục phần độ đoạn chương bước thứ lần phụ lục khóa tuổi")
    static let band = ScoreWords.keys("nhóm top tốp")
    static let bandUnits = Phrase.list(["tỉnh", "địa phương", "đơn vị", "thành phố", "xã", "sở"])
}
