import VanBanModel
import VanBanReading

/// What a stretch of text says of how its part, and the documents that it cites, stand to each other.
///
/// A document inside the subject of another stands in a relation to that one and not to the part. Where the words
/// leave open who does what, nothing is said.
struct CitationRelations {
    private let text: TokenText
    private let found: [FoundCitation]
    private let place: CitationPlace
    private var statements: [[Citation.Statement]]
    /// Documents that change another (`được sửa đổi bởi …`), and the other.
    private var changers: [Int: Int] = [:]

    init(_ found: [FoundCitation], in text: TokenText, at place: CitationPlace) {
        self.found = found
        self.text = text
        self.place = place
        statements = Array(repeating: [], count: found.count)
        for index in found.indices { state(index) }
        for index in found.indices { stateFate(index) }
    }

    func citations() -> [Citation] {
        found.indices.map { index in
            var citation = found[index].citation
            citation.statements = statements[index]
            citation.introducedBy = introduction(of: index)
            return citation
        }
    }

    // MARK: Words before a citation

    private mutating func state(_ index: Int) {
        if index > 0, found[index].tokens == found[index - 1].tokens || isUnderOneKind(index) {
            share(index - 1, with: index)
            return
        }
        // The words that introduce a short name do nothing to the document.
        if introduction(of: index) != nil { return }
        let start = found[index].tokens.lowerBound
        let floor = index > 0 ? found[index - 1].tokens.upperBound : 0
        if let deed = RelationWords.all.deed(before: start, after: floor, in: text) {
            if deed.isPassive { return statePassive(deed, index) }
            state(deed, index)
        } else if let neighbour = neighbour(of: index) {
            share(neighbour, with: index)
        }
        if place == .basis, changers[index] == nil, container(of: index) == nil,
            !statements[index].contains(where: { $0.kind == .legalBasis }),
            statements[index].allSatisfy({ $0.doer == nil }), !isDoneByNeighbour(index)
        {
            statements[index].insert(Citation.Statement(kind: .legalBasis, doer: nil), at: 0)
        }
        if place == .attachmentNote, index == 0 {
            statements[index] = [Citation.Statement(kind: .attachedTo, doer: nil)]
        }
    }

    /// `Quyết định số 12/QĐ-UBND ngày … và số 15/QĐ-UBND`
    private func isUnderOneKind(_ index: Int) -> Bool { found[index].continuesList && !found[index].hasOwnKind }

    private mutating func state(_ deed: RelationWords.Deed, _ index: Int) {
        let doer = doer(of: deed, index)
        for kind in deed.kinds {
            switch doer {
            case .document(let other):
                guard kind != .legalBasis else { continue }
                let start = deed.tokens.lowerBound
                let isPlanned = start > 0 && Self.proposals.contains(text.tokens[start - 1].key)
                statements[index].append(Citation.Statement(kind: kind, doer: other - index, isPlanned: isPlanned))
            case .part:
                guard let isPlanned = plans(kind, deed) else { continue }
                statements[index].append(Citation.Statement(kind: kind, doer: nil, isPlanned: isPlanned))
            case .unclear: continue
            }
        }
    }

    /// `Nghị định A được sửa đổi, bổ sung bởi Nghị định B`
    private mutating func statePassive(_ deed: RelationWords.Deed, _ index: Int) {
        var before = deed.tokens.lowerBound
        while before > 0, Self.passiveLeads.contains(text.tokens[before - 1].key) { before -= 1 }
        guard let other = self.before(index, where: { $0.end == before || $0.tokens.upperBound == before })
        else { return }
        for kind in deed.kinds { statements[other].append(Citation.Statement(kind: kind, doer: index - other)) }
        changers[index] = other
    }

    private enum Doer {
        case part
        case document(Int)
        case unclear
    }

    private func doer(of deed: RelationWords.Deed, _ index: Int) -> Doer {
        let start = deed.tokens.lowerBound
        if let container = container(of: index) {
            return (found[container].title?.contains(start) ?? false) ? .document(container) : .unclear
        }
        var before = start
        while before > 0, Self.subjectLeads.contains(text.tokens[before - 1].key) { before -= 1 }
        // `Nghị định A (thay thế Quyết định B)`: what is spoken of may be A, or what A is cited for.
        if before > 0, text.tokens[before - 1].isSign("("), self.before(index, where: { $0.end == before - 1 }) != nil {
            return .unclear
        }
        guard let other = self.before(index, where: { $0.tokens.upperBound == before }) else { return .part }
        guard deed.kinds == [.implements], before == start else { return .document(other) }
        return Self.plans.contains(found[other].citation.type) || isDetailing(start) ? .document(other) : .unclear
    }

    /// The last of the nearest citations before one for which something holds.
    private func before(_ index: Int, where holds: (FoundCitation) -> Bool) -> Int? {
        found[..<index].suffix(Self.nearest).lastIndex(where: holds)
    }

    /// `quy định chi tiết …`, `hướng dẫn …`: what no plan of the part does.
    private func isDetailing(_ start: Int) -> Bool { text.firstMatch(Self.detailing, at: start) != nil }

    /// Whether the part only plans what the words say; nil where they don't say that it is the part's doing.
    private func plans(_ kind: Relation.Kind, _ deed: RelationWords.Deed) -> Bool? {
        let start = deed.tokens.lowerBound
        switch kind {
        case .legalBasis: return place != .footnote && place != .cell && opensSentence(start) ? false : nil
        // Without a document before it, something without a number was issued with the cited one.
        case .attachedTo: return nil
        case .implements:
            if place == .title || place == .basis { return isNoun(start) ? nil : false }
            guard place != .footnote, place != .attachmentNote, !isNoun(start), !isDetailing(start) else { return nil }
            return !(start == 0 && leadsToPlan())
        case .amends, .replaces, .repeals, .promulgates:
            switch place {
            case .title: return false
            case .basis, .footnote, .attachmentNote: return nil
            case .ruling:
                let lead = Self.rulingLeads.first { text.matches($0, at: start - $0.keys.count) }
                return !(opensSentence(start - (lead?.keys.count ?? 0)) || namesItself(before: start))
            case .text: return kind == .promulgates ? nil : !isRightBehindItself(start)
            case .cell: return kind == .promulgates ? nil : true
            }
        }
    }

    /// Whether a deed is named and not done: `kết quả thực hiện Nghị quyết số …`, `sau 5 năm thực hiện …`.
    private func isNoun(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = text.tokens[start - 1]
        guard before.kind == .word else { return before.kind == .number }
        if text.tokens[start].startsUpper { return false }
        if Self.verbLeads.contains(before.key) { return false }
        if before.key == Self.matter { return !(start > 1 && text.tokens[start - 2].key == CitationHead.about) }
        return true
    }

    /// Whether a sentence begins at a token, or behind the label `Điều 2.`.
    private func opensSentence(_ start: Int) -> Bool {
        guard start > 0 else { return true }
        let before = text.tokens[start - 1]
        return before.isSign(".") || before.isSign(";") || before.isSign(":") || before.isSign("-")
            || before.isSign("(")
    }

    /// Whether the sentence speaks of the document itself before a token: `Quyết định này có hiệu lực … và thay thế`.
    private func namesItself(before start: Int) -> Bool {
        var index = start - 1
        while index > 0, start - index < Self.longestSentence,
            !text.tokens[index].isSign(".") || text.tokens[index + 1].gapBefore == .none
        {
            if text.tokens[index].key == Self.this, CitedKind.all.name(endingBefore: index, in: text) != nil {
                return true
            }
            index -= 1
        }
        return false
    }

    /// `Kế hoạch này thay thế`
    private func isRightBehindItself(_ start: Int) -> Bool {
        start > 1 && text.tokens[start - 1].key == Self.this
            && CitedKind.all.name(endingBefore: start - 1, in: text) != nil
    }

    /// `Thực hiện Nghị quyết số …, UBND tỉnh ban hành Kế hoạch …`
    private func leadsToPlan() -> Bool {
        guard let last = found.last else { return false }
        return text.tokens.indices.suffix(from: min(last.end, text.tokens.count)).contains { index in
            text.firstMatch(Self.issuing, at: index) != nil
        }
    }

    // MARK: Lists

    private mutating func share(_ other: Int, with index: Int) {
        if let changed = changers[other] {
            statements[changed] += statements[changed].filter { $0.doer == other - changed }.map { statement in
                var further = statement
                further.doer = index - changed
                return further
            }
            changers[index] = changed
            return
        }
        statements[index] += statements[other].compactMap { statement in
            guard let doer = statement.doer else { return statement }
            // What a document further on does to the one before, it does to that one alone.
            guard doer < 0, !details(index, other + doer) else { return nil }
            var shared = statement
            shared.doer = doer - (index - other)
            return shared
        }
    }

    /// `A bổ sung B và Thông tư C, hướng dẫn thực hiện A`: what spells out a document is not changed by it.
    private func details(_ index: Int, _ other: Int) -> Bool {
        guard index + 1 < found.count, found.indices.contains(other), let number = found[other].citation.number,
            found[index + 1].citation.number == number, found[index].end <= found[index + 1].tokens.lowerBound
        else { return false }
        return (found[index].end..<found[index + 1].tokens.lowerBound).contains { isDetailing($0) }
    }

    /// The citation that this one stands beside in a list, if it is plain which.
    private func neighbour(of index: Int) -> Int? {
        var start = found[index].tokens.lowerBound
        var hasSign = false
        var isStrong = false
        while start > 0 {
            let token = text.tokens[start - 1]
            if token.isSign(")"), hasSign, let opening = opening(ofRemarkEndingAt: start - 1) {
                start = opening
                break
            }
            if token.isSign(";") {
                isStrong = true
            } else if token.key != ",", token.key != AgencyKey.and {
                guard token.key == CitationHead.plural else { break }
                start -= 1
                continue
            }
            hasSign = true
            start -= 1
        }
        guard hasSign else { return nil }
        let candidates = found[..<index].indices.suffix(Self.nearest).filter { found[$0].end == start }
        guard let first = candidates.first else { return nil }
        // `A sửa đổi B và C`: C may stand beside A or beside B.
        return candidates.count == 1 || isStrong ? first : nil
    }

    /// The bracket that opens a remark on the document before.
    private func opening(ofRemarkEndingAt end: Int) -> Int? {
        (max(0, end - Self.longestRemark)..<end).last { text.tokens[$0].isSign("(") }
    }

    /// Whether what stands right before is a document that does something: `Nghị định A sửa đổi Nghị định B`.
    private func isDoneByNeighbour(_ index: Int) -> Bool {
        found[..<index].suffix(Self.nearest).contains { other in
            other.title?.contains(found[index].tokens.lowerBound) == true
        }
    }

    /// The document in whose subject a citation stands, the innermost.
    private func container(of index: Int) -> Int? {
        let start = found[index].tokens.lowerBound
        return found[..<index].indices.suffix(Self.nearest).last { found[$0].title?.contains(start) == true }
    }

    // MARK: Words behind a citation

    private mutating func stateFate(_ index: Int) {
        guard place == .ruling, let kind = RelationWords.all.fate(at: found[index].end, in: text),
            container(of: index) == nil
        else { return }
        var position: Int? = index
        while let current = position, statements[current].isEmpty {
            statements[current].append(Citation.Statement(kind: kind, doer: nil))
            position = neighbour(of: current)
        }
    }

    // MARK: Short names

    /// The document for which a short name is introduced: `Nghị quyết số … (sau đây gọi tắt là Nghị quyết 76)`.
    private func introduction(of index: Int) -> Int? {
        guard found[index].citation.form == .short || found[index].citation.form == .bare else { return nil }
        var start = found[index].tokens.lowerBound
        if start > 0, text.tokens[start - 1].isSign("\"") { start -= 1 }
        guard let words = Self.introductions.first(where: { text.matches($0, at: start - $0.keys.count) }) else {
            return nil
        }
        start -= words.keys.count
        while start > 0, Self.introductionLeads.contains(text.tokens[start - 1].key) { start -= 1 }
        return found[..<index].indices.suffix(Self.nearest).first { found[$0].end == start }.map { index - $0 }
    }

    /// How many citations back are looked at for one that holds or precedes another.
    private static let nearest = 16
    private static let longestRemark = 24
    private static let longestSentence = 400

    private static let this = WordKey.of("này")
    private static let matter = WordKey.of("việc")
    private static let passiveLeads = Lexicon.keys(.passiveLeads)
    private static let subjectLeads = Lexicon.keys(.deedSubjectLeads)
    private static let plans: Set<String> = ["Kế hoạch", "Chương trình", "Đề án"]
    private static let detailing = Phrase.list(["quy định chi tiết", "hướng dẫn"])
    private static let rulingLeads = Phrase.list(["phê duyệt", "nay", "ban hành quyết định"])
    private static let proposals: Set<String> = Set(["nghị", "xuất", "thảo"].map(WordKey.of))
    private static let issuing = Lexicon.phrases(.issuingDeeds)
    private static let introductions = Lexicon.phrases(.shortNameIntroductions)
    private static let introductionLeads = Lexicon.keys(.introductionLeads)

    /// Words before a deed that leave it one.
    private static let verbLeads = Lexicon.keys(.deedVerbLeads)
}
