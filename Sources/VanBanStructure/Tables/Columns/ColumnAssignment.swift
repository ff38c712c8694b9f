import VanBanModel

/// The roles of all columns of a table together: of all ways to give each role to one column at most, the one for which
/// heads, cells and the company of the columns say most.
struct ColumnAssignment {
    /// A column that another way reads otherwise, and nearly as well.
    struct Doubt: Equatable {
        var column: Int
        var role: ColumnRole?
        var rival: ColumnRole?
    }

    private(set) var roles: [ColumnRole?] = []
    /// Columns that hold codes, or second numbers beside those of the rows.
    private(set) var codes: Set<Int> = []
    private(set) var doubts: [Doubt] = []

    private let heads: [ColumnHead]
    private let contents: [ColumnContent]
    /// By column the roles that are worth a thought, and how much is said for each.
    private var candidates: [[(role: ColumnRole, value: Double)]] = []

    /// Less is not enough to give a column a role.
    private static let least = 0.8
    /// Ways that are nearer to the best than this are told.
    private static let margin = 0.6
    /// Tables of more columns than this are read by their heads alone.
    private static let columnLimit = 40

    /// - Parameter contents: what the columns' cells are; empty where they are not to be asked.
    init(_ heads: [ColumnHead], contents: [ColumnContent] = []) {
        self.heads = heads
        self.contents = heads.count <= Self.columnLimit ? contents : []
        candidates = heads.indices.map { column in
            ColumnRole.allCases.compactMap { role in
                let value = value(of: role, in: column)
                return value > Self.least ? (role, value) : nil
            }
        }
        let best = solve()
        roles = best.roles
        leadBesideHelp()
        takeCodesForNumbers()
        codes = Set(heads.indices.filter(isCode))
        if !self.contents.isEmpty {
            findDoubts(best)
            takeByContent()
        }
    }

    /// Where tasks stand and no head says who does them, or until when, the one column that holds nothing but bodies, or
    /// times, and whose head says nothing else is taken for it, and told.
    private mutating func takeByContent() {
        guard roles.contains(.task) else { return }
        func take(_ role: ColumnRole, instead others: [ColumnRole], where holds: (ColumnContent) -> Bool) {
            guard roles.allSatisfy({ $0 != role && !($0.map(others.contains) ?? false) }) else { return }
            let found = heads.indices.filter { column in
                roles[column] == nil && !codes.contains(column) && !heads[column].isEmpty && heads[column].other < 2
                    && heads[column].code == 0 && contents[column].count >= 2 && holds(contents[column])
            }
            guard found.count == 1 else { return }
            roles[found[0]] = role
            doubts.append(Doubt(column: found[0], role: role, rival: nil))
        }
        take(.lead, instead: [.responsibility]) { $0.agency >= Self.nearlyAll }
        take(.deadline, instead: []) { $0.time >= Self.nearlyAll }
    }

    private static let nearlyAll = 0.9

    // MARK: One column

    private func value(of role: ColumnRole, in column: Int) -> Double {
        let head = heads[column]
        var value = head[role] - head.other
        if role != .number { value -= head.code }
        if head.isUnknown { value -= 1 }
        guard contents.indices.contains(column) else { return value }
        let content = contents[column]
        guard content.count > 0 else { return value - Self.emptiness }
        if head.isEmpty, role != .number || !content.counts { return 0 }
        return value + content.trust * Self.support(of: role, by: content) + Self.place(of: role, by: content)
    }

    /// What a column that holds nothing loses against one that does.
    private static let emptiness = 0.4

    /// How much cells say for a role.
    private static func support(of role: ColumnRole, by cells: ColumnContent) -> Double {
        let isShort = cells.figure + cells.label + cells.code
        return switch role {
        case .number: 6 * cells.label - 4 + (cells.counts ? 1 : 0)
        case .task: 1.2 * cells.long - 4 * isShort - 2.5 * cells.time - 2 * cells.agency
        case .group: 0.5 * cells.long - 4 * isShort - 3 * cells.time - 3 * cells.agency
        case .outputs: 1.2 * cells.output - 3 * cells.time - 1.5 * cells.agency - 0.5 * isShort
        case .lead, .coordinating, .responsibility:
            2.5 * cells.agency - 1 - 3 * cells.time - 2 * isShort - 1.5 * cells.output
        case .deadline: 2.5 * (cells.time + cells.holdsTime) - 2.4 - 2 * cells.agency
        case .funding: -2 * cells.agency - 1 * cells.time
        case .note: 0
        }
    }

    /// What speaks for and against a column of fields: that its cells hold for several rows.
    private static func place(of role: ColumnRole, by cells: ColumnContent) -> Double {
        guard role == .group, let reachesDown = cells.reachesDown else { return 0 }
        return reachesDown ? 2 : -4 * cells.trust
    }

    /// Whether a column without a role holds codes or labels of the rows.
    private func isCode(_ column: Int) -> Bool {
        guard roles[column] == nil else { return false }
        guard contents.indices.contains(column), contents[column].count > 0 else { return heads[column].code > 0 }
        let content = contents[column]
        return heads[column].code > 0 && content.long < 0.5 || content.code + content.label >= 0.7
    }

    /// Beside a column for those who help, one for whom tasks are given to holds those who lead (`Phân công thực hiện`).
    private mutating func leadBesideHelp() {
        guard let column = roles.firstIndex(of: .responsibility), roles.contains(.coordinating), !roles.contains(.lead),
            heads[column][.coordinating] < ColumnHead.plain
        else { return }
        roles[column] = .lead
    }

    /// Where no column numbers the rows, one of codes that are numbers does (`Mã WBS`: `1.1`, `1.2`).
    private mutating func takeCodesForNumbers() {
        guard !roles.contains(.number), roles.contains(.task) else { return }
        let first = heads.indices.first { column in
            guard roles[column] == nil, heads[column].code > 0, contents.indices.contains(column) else { return false }
            return contents[column].count > 1 && contents[column].label >= Self.mostLabels
        }
        if let first, first < roles.firstIndex(of: .task) ?? 0 { roles[first] = .number }
    }

    private static let mostLabels = 0.6

    // MARK: All columns

    private struct Way {
        var value: Double
        var roles: [ColumnRole?]
    }

    /// The best way, or the best that does not give a column its role.
    private func solve(without forbidden: (column: Int, role: ColumnRole?)? = nil) -> Way {
        var ways: [UInt16: Way] = [0: Way(value: 0, roles: [])]
        for column in heads.indices {
            var next: [UInt16: Way] = [:]
            func keep(_ mask: UInt16, _ way: Way) {
                if way.value > next[mask]?.value ?? -.infinity { next[mask] = way }
            }
            let isForbidden = forbidden?.column == column
            for (mask, way) in ways.sorted(by: { $0.key < $1.key }) {
                if !(isForbidden && forbidden?.role == nil) {
                    keep(mask, Way(value: way.value, roles: way.roles + [nil]))
                }
                for (role, value) in candidates[column] where !(isForbidden && forbidden?.role == role) {
                    guard mask & role.bit == 0 else { continue }
                    // A field stands before its tasks.
                    if role == .group, mask & ColumnRole.task.bit != 0 { continue }
                    // Of equal columns the first has the role.
                    let total = way.value + value - Double(column) * 0.001
                    keep(mask | role.bit, Way(value: total, roles: way.roles + [role]))
                }
            }
            ways = next
        }
        return ways.sorted { $0.key < $1.key }.map { mask, way in
            Way(value: way.value - cost(of: way, mask), roles: way.roles)
        }.max { $0.value < $1.value } ?? Way(value: 0, roles: heads.map { _ in nil })
    }

    /// What roles cost that do not go together.
    private func cost(of way: Way, _ mask: UInt16) -> Double {
        var cost = 0.0
        func has(_ role: ColumnRole) -> Bool { mask & role.bit != 0 }
        if has(.group), !has(.task) { cost += 10 }
        for (column, role) in way.roles.enumerated() {
            // Words that may be a task's only where somebody is to do it.
            if role == .task, heads[column][.task] < ColumnHead.plain, !has(.lead), !has(.responsibility) { cost += 4 }
            // Bodies lead where nothing else says who does.
            if role == .lead, has(.responsibility), heads[column].namesBodies { cost += 4 }
        }
        return cost
    }

    private mutating func findDoubts(_ best: Way) {
        var told: Set<[ColumnRole?]> = []
        for column in heads.indices where !(candidates[column].isEmpty && roles[column] == nil) {
            let other = solve(without: (column, roles[column]))
            guard best.value - other.value < Self.margin, told.insert(other.roles).inserted else { continue }
            doubts.append(Doubt(column: column, role: roles[column], rival: other.roles[column]))
        }
        for column in heads.indices where !doubts.contains(where: { $0.column == column }) {
            guard let role = roles[column], let rival = Self.contradiction(to: role, by: contents[column]) else {
                continue
            }
            doubts.append(Doubt(column: column, role: role, rival: rival))
        }
    }

    /// What most cells of a column are, where that is not what its head says.
    private static func contradiction(to role: ColumnRole, by cells: ColumnContent) -> ColumnRole? {
        guard cells.count >= 2 else { return nil }
        let isBodies = cells.agency * 3 >= 2
        let isTimes = cells.time * 3 >= 2
        switch role {
        case .task, .group: return isBodies ? .lead : isTimes ? .deadline : nil
        case .outputs: return isTimes ? .deadline : isBodies ? .lead : nil
        case .lead, .coordinating, .responsibility:
            if isTimes { return .deadline }
            if cells.agency > 0 { return nil }
            return cells.output * 3 >= 2 ? .outputs : (cells.figure + cells.label) * 3 >= 2 ? .number : nil
        case .deadline: return isBodies ? .lead : nil
        case .number, .funding, .note: return nil
        }
    }
}

extension ColumnRole {
    fileprivate var bit: UInt16 {
        switch self {
        case .number: 1
        case .group: 2
        case .task: 4
        case .outputs: 8
        case .lead: 16
        case .coordinating: 32
        case .deadline: 64
        case .funding: 128
        case .note: 256
        case .responsibility: 512
        }
    }
}
