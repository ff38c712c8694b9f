import VanBanModel
import VanBanReading

/// Tells what a column holds from the words of its header, wherever it stands.
enum ColumnRoles {
    private static let number = Phrase.list(["TT", "STT", "Số TT", "Số thứ tự", "S TT"])
    private static let lead = AgencyWords.Index(["chủ trì", "chủ trì thực hiện", "chịu trách nhiệm chính"])
    private static let coordinating = AgencyWords.Index([
        "phối hợp", "cơ quan liên quan", "đơn vị liên quan", "cơ quan, đơn vị liên quan",
    ])
    private static let implementing = AgencyWords.Index([
        "đơn vị thực hiện", "cơ quan thực hiện", "cơ quan, đơn vị thực hiện", "đơn vị, cá nhân thực hiện",
        "người thực hiện", "bộ phận thực hiện", "trách nhiệm thực hiện", "đơn vị chịu trách nhiệm",
        "cơ quan chịu trách nhiệm", "bộ phận chịu trách nhiệm", "người chịu trách nhiệm", "người phụ trách",
        "đơn vị phụ trách", "cơ quan phụ trách", "bộ phận phụ trách", "cán bộ phụ trách", "đầu mối thực hiện",
        "cơ quan, đơn vị", "đơn vị",
    ])
    /// Headers that say alone who does it, and among other words something else.
    private static let bareLeads = Phrase.list(["phụ trách", "trách nhiệm", "thực hiện", "đầu mối"])
    /// Headers that name what is done, where others say who does it.
    private static let looseTasks = Phrase.list([
        "chương trình", "hạng mục", "công tác", "đầu việc", "việc", "việc cần làm", "việc phải làm", "đề án", "dự án",
        "tên đề án", "tên dự án", "tên chương trình", "chuyên đề", "tên văn bản", "tên công việc", "công trình",
    ])
    /// Headers that hold the words of a role but mean something else.
    private static let otherMeanings = AgencyWords.Index([
        "đơn vị thụ hưởng", "đơn vị giám sát", "cơ quan giám sát", "đơn vị phê duyệt", "cơ quan phê duyệt",
        "cấp phê duyệt",
        "đơn vị kiểm tra", "đơn vị nhận", "cơ quan nhận", "đơn vị tiếp nhận", "cơ quan tiếp nhận", "đơn vị đề xuất",
        "cơ quan đề xuất", "đơn vị nhập liệu", "nội dung tồn tại", "tồn tại", "hạn chế", "đơn vị tính", "ĐVT",
        "thời gian bắt đầu", "ngày bắt đầu",
        "được kiểm tra", "được thanh tra", "được giám sát",
    ])
    private static let assignment = AgencyWords.Index(["phân công", "phân công thực hiện", "phân công trách nhiệm"])
    private static let outputs = AgencyWords.Index(["sản phẩm", "kết quả", "đầu ra"])
    private static let deadline = AgencyWords.Index([
        "thời gian", "thời hạn", "tiến độ", "hoàn thành", "thời điểm", "lộ trình",
    ])
    private static let funding = AgencyWords.Index(["kinh phí", "nguồn lực", "dự toán"])
    private static let note = AgencyWords.Index(["ghi chú"])
    private static let task = AgencyWords.Index([
        "nhiệm vụ", "công việc", "hoạt động", "giải pháp", "nội dung công việc", "nội dung thực hiện", "tên nhiệm vụ",
    ])
    private static let content = AgencyWords.Index([
        "nội dung", "lĩnh vực", "nhóm nhiệm vụ", "mục tiêu", "chỉ số thành phần",
    ])

    /// The roles of a row of headers, each role once; nil where the words say none.
    static func roles(of headers: [TokenText]) -> [ColumnRole?] {
        var roles = headers.map(role)
        resolveContent(&roles, headers)
        if !roles.contains(.lead), !roles.contains(.responsibility) {
            if let index = headers.indices.first(where: {
                roles[$0] == nil && contains(headers[$0], implementing) && !contains(headers[$0], otherMeanings)
            }) {
                roles[index] = .lead
            }
        }
        if !roles.contains(.lead), !roles.contains(.responsibility),
            let index = headers.indices.first(where: { roles[$0] == nil && isWhole(headers[$0], bareLeads) })
        {
            roles[index] = .lead
        }
        if !roles.contains(.task), roles.contains(.lead) || roles.contains(.responsibility),
            let index = headers.indices.first(where: { roles[$0] == nil && isWhole(headers[$0], looseTasks) })
        {
            roles[index] = .task
        }
        var taken: Set<ColumnRole> = []
        for index in roles.indices {
            guard let role = roles[index] else { continue }
            if !taken.insert(role).inserted { roles[index] = nil }
        }
        return roles
    }

    /// Whether a header is that of the rows' numbers.
    static func isNumber(_ header: TokenText) -> Bool { role(header) == .number }

    /// Whether a header may stand over several columns, each with a header of its own.
    static func isSpanning(_ header: TokenText) -> Bool {
        role(header) == .responsibility || contains(header, implementing)
    }

    /// How many headers say what they hold.
    static func recognized(in headers: [TokenText]) -> Int {
        headers.reduce(0) { $0 + (role($1) != nil || contains($1, content) ? 1 : 0) }
    }

    private static func role(_ header: TokenText) -> ColumnRole? {
        guard !header.tokens.isEmpty, header.tokens.count <= 16, !contains(header, otherMeanings) else { return nil }
        if number.contains(where: { header.matches($0, at: 0) && header.tokens.count <= $0.keys.count + 1 }) {
            return .number
        }
        let leads = contains(header, lead)
        let coordinates = contains(header, coordinating)
        if leads && coordinates || contains(header, assignment) { return .responsibility }
        if coordinates { return .coordinating }
        if leads { return .lead }
        if contains(header, note) { return .note }
        if contains(header, funding) { return .funding }
        if contains(header, outputs) { return .outputs }
        if contains(header, deadline) { return .deadline }
        if contains(header, task) { return .task }
        return nil
    }

    /// `Nội dung` is the task, unless another column is; then it is the field that tasks are grouped by.
    private static func resolveContent(_ roles: inout [ColumnRole?], _ headers: [TokenText]) {
        let open = headers.indices.filter { roles[$0] == nil && contains(headers[$0], content) }
        guard let first = open.first else { return }
        if let task = roles.firstIndex(of: .task) {
            roles[first] = first < task ? .group : nil
        } else {
            roles[first] = .task
        }
    }

    private static func isWhole(_ header: TokenText, _ phrases: [Phrase]) -> Bool {
        let words = header.tokens.filter { $0.kind == .word }.map(\.key)
        return phrases.contains { $0.keys == words }
    }

    private static func contains(_ header: TokenText, _ words: AgencyWords.Index) -> Bool {
        header.tokens.indices.contains { words.stands(in: header, at: $0) }
    }
}
