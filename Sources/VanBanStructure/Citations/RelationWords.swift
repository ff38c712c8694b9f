import VanBanModel
import VanBanReading

/// The words that say what something does to a cited document, as they stand before and behind its citation.
struct RelationWords: Sendable {
    /// What stands before a citation: `sửa đổi, bổ sung một số điều của`.
    struct Deed: Sendable, Hashable {
        var kinds: [Relation.Kind]
        /// From the first word of the deed to the citation.
        var tokens: Range<Int>
        /// Whether the citation names who does it: `được thay thế bởi`.
        var isPassive = false
    }

    static let all = RelationWords()

    private enum Role: Sendable {
        case deed(Relation.Kind)
        case passive(Relation.Kind)
        /// What may stand between a deed and the citation.
        case filler
    }

    /// Phrases by their last word, the longest first.
    private var phrases: [String: [(phrase: Phrase, role: Role)]] = [:]

    private init() {
        for (wording, kind) in Self.deeds { insert(wording, .deed(kind)) }
        for (wording, kind) in Self.passives { insert(wording, .passive(kind)) }
        for wording in Self.fillers { insert(wording, .filler) }
        for key in phrases.keys { phrases[key]?.sort { $0.phrase.keys.count > $1.phrase.keys.count } }
    }

    private mutating func insert(_ wording: String, _ role: Role) {
        let phrase = Phrase(wording)
        guard let last = phrase.keys.last else { return }
        phrases[last, default: []].append((phrase, role))
    }

    /// The deed whose words end just before a token, back to the end of what stands before at most.
    func deed(before end: Int, after floor: Int, in text: TokenText) -> Deed? {
        var position = end
        while position > floor, end - position <= Self.farthest {
            guard let (phrase, role) = phrase(endingBefore: position, after: floor, in: text) else {
                guard let length = enumeration(before: position, after: floor, in: text) else { return nil }
                position -= length
                continue
            }
            position -= phrase.keys.count
            switch role {
            case .filler: continue
            case .passive(let kind): return Deed(kinds: [kind], tokens: position..<end, isPassive: true)
            case .deed(let kind):
                if kind == .attachedTo, let deed = deedToAttached(before: position, after: floor, end: end, in: text) {
                    return deed
                }
                return joined(kind, position..<end, after: floor, in: text)
            }
        }
        return nil
    }

    /// `sửa đổi một số điều của Quy định về … ban hành kèm theo Quyết định số …`: what is changed is the decision's.
    private func deedToAttached(before position: Int, after floor: Int, end: Int, in text: TokenText) -> Deed? {
        var index = position
        while index > floor, position - index < Self.farthestAttached {
            let token = text.tokens[index - 1]
            if token.isSign(";") || token.isSign(".") || token.isSign(":") { return nil }
            if let (phrase, role) = phrase(endingBefore: index, after: floor, in: text), case .deed(let kind) = role,
                kind != .attachedTo
            {
                guard kind == .amends || kind == .replaces || kind == .repeals else { return nil }
                return joined(kind, (index - phrase.keys.count)..<end, after: floor, in: text)
            }
            index -= 1
        }
        return nil
    }

    /// `sửa đổi, bổ sung hoặc thay thế`: both, for the words name both.
    private func joined(_ kind: Relation.Kind, _ tokens: Range<Int>, after floor: Int, in text: TokenText) -> Deed {
        let start = tokens.lowerBound
        guard kind == .replaces || kind == .repeals, start - 1 > floor,
            Self.joints.contains(text.tokens[start - 1].key),
            let (phrase, role) = phrase(endingBefore: start - 1, after: floor, in: text), case .deed(let other) = role,
            other != kind, other == .amends || other == .replaces || other == .repeals
        else { return Deed(kinds: [kind], tokens: tokens) }
        return Deed(kinds: [other, kind], tokens: (start - 1 - phrase.keys.count)..<tokens.upperBound)
    }

    /// What is done to a document by the words behind its citation: `hết hiệu lực`, `bị bãi bỏ`.
    func fate(at index: Int, in text: TokenText) -> Relation.Kind? {
        for (phrase, kind) in Self.fates where text.matches(phrase, at: index) { return kind }
        return nil
    }

    private func phrase(
        endingBefore end: Int, after floor: Int, in text: TokenText
    ) -> (phrase: Phrase, role: Role)? {
        guard end > floor, let candidates = phrases[text.tokens[end - 1].key] else { return nil }
        return candidates.first {
            end - $0.phrase.keys.count >= floor && text.matches($0.phrase, at: end - $0.phrase.keys.count)
        }
    }

    /// `Điều 5`, `khoản 2, 3`, `điểm c`: the number of a provision, with its comma.
    private func enumeration(before end: Int, after floor: Int, in text: TokenText) -> Int? {
        let last = text.tokens[end - 1]
        if last.isSign(","), end - 2 >= floor { return 1 }
        if last.value != nil, last.range.count <= 3 { return 1 }
        if last.kind == .word, last.range.count <= 2, end - 2 >= floor,
            Self.provisions.contains(text.tokens[end - 2].key)
        {
            return 2
        }
        return Self.provisions.contains(last.key) ? 1 : nil
    }

    private static let farthest = 24
    private static let farthestAttached = 40

    private static let deeds = Lexicon.values(.relationDeeds, as: Relation.Kind.self)

    private static let passives = Lexicon.values(.relationPassives, as: Relation.Kind.self)

    private static let fillers = Lexicon.strings(.relationFillers)

    private static let fates: [(phrase: Phrase, kind: Relation.Kind)] = Lexicon.values(
        .relationFates, as: Relation.Kind.self
    ).map { (Phrase($0), $1) }

    private static let joints: Set<String> = [WordKey.of("hoặc"), WordKey.of("và"), ","]
    private static let provisions = Lexicon.keys(.provisionNouns)
}
