import VanBanModel
import VanBanReading

/// What the words of a column's head say of what the column holds, by themselves.
///
/// In Vietnamese the noun that counts stands first (`Mã nhiệm vụ` is a code, `Nhiệm vụ được giao` a task), what follows
/// only says more of it. A head may name several things side by side (`Thời gian, kết quả hoàn thành`): then each is
/// said, and what the cells hold decides.
struct ColumnHead: Sendable {
    /// How much is said for each role.
    private(set) var scores: [ColumnRole: Double] = [:]
    /// How much is said for a code or a second number.
    private(set) var code = 0.0
    /// How much is said for something that no role is for.
    private(set) var other = 0.0
    /// Whether it names bodies, and says of them at most that they carry out.
    private(set) var namesBodies = false
    /// Whether all it says is that something is carried out: over heads of bodies it stands for all of them.
    private(set) var carriesOut = false
    /// What a noun for bodies says with nothing behind it.
    private var bareBody: Double?
    /// Whether nothing stands in it.
    let isEmpty: Bool
    /// Whether it has words, and none that is known.
    private(set) var isUnknown: Bool

    /// Heads are no longer; what is, is a cell.
    private static let longest = 16
    /// What words behind the first noun of a head are worth, and what words behind an unknown one are.
    private static let behindNoun = 0.35
    private static let behindUnknown = 0.6
    /// What a role is worth that a head names beside another word for it.
    private static let repeated = 0.3
    /// From this on words say a role plainly.
    static let plain = 2.0

    init(_ head: TokenText) {
        if let (above, below) = Self.levels(of: head) {
            let inner = ColumnHead(below, under: [above])
            if inner.isKnown {
                self = inner
                return
            }
        }
        isEmpty = head.tokens.isEmpty
        isUnknown = !isEmpty
        guard !isEmpty, head.tokens.count <= Self.longest else { return }
        if isNumber(head) { return }
        var start = 0
        for index in 0...head.tokens.count where index == head.tokens.count || Self.parts(head, index) {
            if start < index { read(head, start..<index, isWhole: start == 0 && index == head.tokens.count) }
            start = index + 1
        }
        // Beside a head that says who leads (`Phòng, đơn vị chủ trì`) another body says no more.
        if let bareBody, scores[.lead] == nil { add(.lead, bareBody) }
        let (lead, helps) = (scores[.lead] ?? 0, scores[.coordinating] ?? 0)
        // `Chủ trì/phối hợp`, and `Đơn vị thực hiện/phối hợp`: who carries out and who helps.
        if lead >= 3 && helps >= 3 || namesBodies && lead >= Self.plain && helps >= 3 {
            scores[.responsibility] = lead + helps
        }
        // Beside something that is named notes are what is left (`Ghi chú & Đơn vị phối hợp`).
        if let note = scores[.note], scores.contains(where: { $0.key != .note && $0.value >= Self.plain }) {
            scores[.note] = Self.repeated * note
        }
    }

    /// `Trách nhiệm thực hiện: Chủ trì`, `Trách nhiệm - Phối hợp`: two levels of heads on one line.
    private static func levels(of head: TokenText) -> (above: TokenText, below: TokenText)? {
        guard (3...longest).contains(head.tokens.count),
            let sign = head.tokens.indices.dropFirst().dropLast().last(where: { index in
                head.tokens[index].isSign(":")
                    || head.tokens[index].isSign("-") && head.tokens[index].gapBefore == .space
                        && head.tokens[index + 1].gapBefore == .space
            })
        else { return nil }
        return (head.part(0..<sign), head.part((sign + 1)..<head.tokens.count))
    }

    /// The sum of what the head and those above it say.
    init(_ head: TokenText, under above: [TokenText]) {
        self.init(head)
        for head in above {
            let upper = ColumnHead(head)
            for (role, score) in upper.scores where role != .responsibility && !upper.namesBodies {
                scores[role, default: 0] += Self.behindUnknown * score
            }
        }
    }

    /// How much the head says for a role.
    subscript(role: ColumnRole) -> Double { scores[role] ?? 0 }

    /// Whether it is known as a head: it says a role, a code or something else plainly.
    var isKnown: Bool {
        code >= Self.plain || other >= 3
            || scores.contains { $0.value >= Self.plain && !(namesBodies && $0.key == .lead) }
    }

    // MARK: Words

    private static func parts(_ head: TokenText, _ index: Int) -> Bool {
        let token = head.tokens[index]
        return token.isSign(",") || token.isSign(";") || token.isSign("/") || token.isSign("+") || token.isSign("&")
            || token.isSign("(") || token.isSign(")") || token.key == AgencyKey.and || token.key == orKey
    }

    private static let numberSigns: Set<String> = ["#", "№"]
    private static let orKey = WordKey.of("hoặc")

    /// A head that says nothing but that numbers stand below it, in one language or two: `TT`, `TT No.`
    private mutating func isNumber(_ printed: TokenText) -> Bool {
        // `S.T.T`, `T/T`, `TT (1)`: signs say nothing; alone they stand for the word (`#`, `№`).
        let words = printed.tokens.filter { if case .sign = $0.kind { false } else { true } }
        if words.isEmpty, printed.tokens.count == 1, Self.numberSigns.contains(printed.tokens[0].key) {
            add(.number, 4)
            return true
        }
        let head = TokenText(words, of: printed)
        var index = 0
        var best = 0.0
        while index < head.tokens.count {
            guard let found = HeadLexicon.entries(in: head, at: index),
                let entry = found.entries.first(where: { $0.meaning == .role(.number) })
            else { break }
            best = max(best, entry.weight)
            index += found.length
        }
        // `Số TT nhiệm vụ`
        guard best > 0, index == head.tokens.count || best > 2 && head.tokens.count - index == 1 else { return false }
        add(.number, best)
        return true
    }

    /// One of the things that a head names.
    private mutating func read(_ head: TokenText, _ range: Range<Int>, isWhole: Bool) {
        var index = range.lowerBound
        while index < range.upperBound, let found = HeadLexicon.entries(in: head, at: index),
            found.entries.contains(where: { $0.meaning == .name }), index + found.length < range.upperBound
        {
            index += found.length
        }
        guard let noun = HeadLexicon.entries(in: head, at: index), noun.length <= range.upperBound - index else {
            readUnknown(head, index..<range.upperBound)
            return
        }
        let rest = (index + noun.length)..<range.upperBound
        isUnknown = false
        // `Tháng 1`: what falls into one month.
        let isOneOfMany = rest.first.map { head.tokens[$0].kind == .number } ?? false
        if isTurned(head, rest) || isOneOfMany && noun.entries.contains(where: { $0.meaning == .role(.deadline) }) {
            other = max(other, 3)
            return
        }
        for entry in noun.entries {
            switch entry.meaning {
            case .role(.number): other = max(other, 1)
            case .role(let role): add(role, entry.weight)
            case .body: readBody(head, rest, entry.weight)
            case .leads: add(.lead, entry.weight)
            case .helps: add(.coordinating, entry.weight)
            case .relates:
                // `Hỗ trợ` by itself is who helps, where bodies stand below it.
                if isWhole, rest.isEmpty {
                    add(.coordinating, entry.weight / 2)
                } else {
                    other = max(other, entry.weight / 2)
                }
            case .carrying:
                add(.lead, entry.weight)
                namesBodies = true
            case .carries:
                // `Thực hiện` by itself says who does it; beside other words it may be anything.
                if isWhole, rest.isEmpty {
                    add(.lead, entry.weight / 2)
                    carriesOut = true
                }
            case .code: code = max(code, entry.weight)
            case .other: other = max(other, entry.weight)
            case .not, .watches: other = max(other, 1)
            case .name: break
            }
        }
        guard noun.entries.contains(where: { if case .role = $0.meaning { true } else { false } }) else { return }
        addRoles(head, rest, times: Self.behindNoun)
    }

    /// What stands behind the noun of a body says what the body does; what is not known is something else.
    private mutating func readBody(_ head: TokenText, _ rest: Range<Int>, _ weight: Double) {
        guard !rest.isEmpty else {
            isUnknown = false
            bareBody = max(bareBody ?? 0, weight)
            // `Cơ quan` alone is half a head: `chủ trì` or `phối hợp` stands on the line below.
            if weight >= 1 { namesBodies = true }
            return
        }
        var found = false
        for index in rest {
            if means(.watches, head, index) {
                other = max(other, 1.5)
                return
            }
            for entry in HeadLexicon.entries(in: head, at: index)?.entries ?? [] {
                switch entry.meaning {
                case .leads: add(.lead, entry.weight)
                case .helps, .relates: add(.coordinating, entry.weight)
                case .carries, .carrying:
                    if found { continue }
                    add(.lead, entry.weight)
                    namesBodies = true
                case .role(.responsibility): add(.responsibility, entry.weight)
                case .body:
                    // `Cơ quan đơn vị`
                    guard index == rest.upperBound - 1 else { continue }
                    add(.lead, weight)
                    namesBodies = true
                default: continue
                }
                found = true
            }
        }
        guard !found else { return }
        let known = scores.count
        addRoles(head, rest, times: Self.behindNoun)
        if scores.count == known { other = max(other, 1.5) }
    }

    /// Words behind one that is not known.
    private mutating func readUnknown(_ head: TokenText, _ range: Range<Int>) {
        if isTurned(head, range) {
            other = max(other, 2)
            return
        }
        let isInstrument =
            range.first.map { DocumentKindGazetteer.standard.kind(in: head, at: $0) != nil } ?? false
        if isInstrument {
            add(.task, 1.5)
            isUnknown = false
        } else {
            addRoles(head, range, times: Self.behindUnknown)
        }
    }

    private mutating func addRoles(_ head: TokenText, _ range: Range<Int>, times factor: Double) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard let found = HeadLexicon.entries(in: head, at: index) else {
                index += 1
                continue
            }
            for entry in found.entries {
                switch entry.meaning {
                case .role(let role) where role != .group && role != .number: add(role, factor * entry.weight)
                case .leads: add(.lead, factor * entry.weight)
                case .helps: add(.coordinating, factor * entry.weight)
                default: break
                }
            }
            index += found.length
        }
    }

    /// Whether words behind a noun make it something else: two syllables wherever they stand, one right behind the noun.
    private func isTurned(_ head: TokenText, _ range: Range<Int>) -> Bool {
        range.contains { means(.not, head, $0) }
            || range.first.map { range.count == 1 && means(.watches, head, $0) && head.tokens[$0].key == Self.received }
                ?? false
    }

    private static let received = WordKey.of("nhận")

    private func means(_ meaning: HeadLexicon.Meaning, _ head: TokenText, _ index: Int) -> Bool {
        HeadLexicon.entries(in: head, at: index)?.entries.contains { $0.meaning == meaning } ?? false
    }

    private mutating func add(_ role: ColumnRole, _ weight: Double) {
        isUnknown = false
        guard let old = scores[role] else {
            scores[role] = weight
            return
        }
        scores[role] = max(old, weight) + Self.repeated * min(old, weight)
    }
}
