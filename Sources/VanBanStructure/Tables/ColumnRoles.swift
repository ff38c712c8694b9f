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
        "cơ quan chịu trách nhiệm", "cơ quan, đơn vị", "đơn vị",
    ])
    /// Headers that hold the words of a role but mean something else.
    private static let otherMeanings = AgencyWords.Index([
        "nội dung tồn tại", "tồn tại", "hạn chế", "đơn vị tính", "ĐVT", "thời gian bắt đầu", "ngày bắt đầu",
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

    private static func contains(_ header: TokenText, _ words: AgencyWords.Index) -> Bool {
        header.tokens.indices.contains { words.stands(in: header, at: $0) }
    }
}
