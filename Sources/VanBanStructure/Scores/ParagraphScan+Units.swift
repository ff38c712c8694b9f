import VanBanModel
import VanBanReading

/// Whose result a sentence tells, and of which index where only the part's title names one.
extension ParagraphScan {
    /// Whether only the part's title says of which index a sentence speaks, and the sentence names another later on:
    /// `Huyện A đạt 88,5 điểm … trong bảng xếp hạng Chỉ số DDCI`.
    mutating func namesOtherIndex(after position: Int) -> Bool {
        guard !context.isNamed, !isIndexNamed else { return false }
        if let told = otherIndex, told.sentence == sentence { return told.isNamed }
        var end = position
        var isNamed = false
        while end < text.tokens.count, !text.endsSentence(at: end), !isNamed {
            if let found = IndexNames.mention(at: end, in: text), found.index != context.index { isNamed = true }
            end += 1
        }
        otherIndex = (sentence, isNamed)
        return isNamed
    }

    /// `tỉnh A đạt 43,5 điểm, tỉnh B đạt …`: each result is that of the unit named before it.
    mutating func take(unit: String, at position: Int, end: Int) {
        holder.take(unit, end: end)
        guard !draft.isUnknown, draft.score.unit.map({ !UnitNames.areSame($0, unit) }) ?? true else { return }
        // A result told before is nobody's but the document's own; another's, or a second value, is told apart.
        let isApart =
            draft.score.unit != nil || own.map { !$0.isOwn(unit) } ?? false || draft.hasValue && tellsValue(end)
        if draft.isTold, isApart { openAnother(at: position) }
        draft.score.unit = unit
        draft.namedIn = sentence
    }

    /// `của tỉnh` behind another's result.
    mutating func takeOwn(at position: Int) {
        holder.takeOwn()
        guard !draft.isUnknown, let unit = draft.score.unit, let own, !own.isOwn(unit) else { return }
        if draft.hasResult { openAnother(at: position) } else { draft.score.unit = nil }
        draft.namedIn = sentence
    }

    private mutating func openAnother(at position: Int) {
        flush()
        draft = draft.another(at: position)
        lastRankEnd = nil
        comparedAt = nil
    }

    /// Whether points or a share stand right behind a unit: `đạt 42,0 điểm`.
    private func tellsValue(_ end: Int) -> Bool {
        (end..<min(text.tokens.count, end + 5)).contains { index in
            ScoreNumbers.value(
                at: index, in: text, isNamed: true, isBracket: false, isBehindUnit: index == end) != nil
        }
    }
}

/// Whose figures a clause tells: a unit's, or nobody's, where it speaks of a mean, of the highest or of the lowest.
struct ScoreHolder {
    /// The unit that the clause names.
    private(set) var unit: String?
    /// Where the name of the unit ends.
    private(set) var unitEnd: Int?
    private var nobody: (from: Int, isCompared: Bool)?

    private static let means = AgencyWords.Index(
        CSVTable(PackageResources.score_holders_csv).rows.filter { $0["role"] == "nobody" }.map { $0["phrase"] })
    private static let comparing = AgencyWords.Index(
        CSVTable(PackageResources.score_holders_csv).rows.filter { $0["role"] == "comparing" }.map { $0["phrase"] })
    private static let group = WordKey.of("nhóm")
    private static let head = WordKey.of("đầu")
    private static let everywhere = Lexicon.keys(.everywhereWords)
    private static let rates = Phrase.list(["tỷ lệ", "tỉ lệ", "tốc độ"])
    private static let contentment = Phrase.list(["hài lòng", "điểm"])
    private var isOtherMeasure = false

    mutating func endSentence() {
        unit = nil
        nobody = nil
        isOtherMeasure = false
    }

    mutating func take(_ unit: String, end: Int) {
        self.unit = unit
        unitEnd = end
        nobody = nil
    }

    mutating func takeOwn() {
        unit = nil
        nobody = nil
    }

    /// What follows is that of no unit: `xếp thứ 2 là vùng Đông Nam Bộ, đạt 87,79%`.
    mutating func takeNobody(at position: Int) {
        unit = nil
        nobody = (position, false)
    }

    /// Whether figures are those of nobody, or of what is no index: `Tỷ lệ hồ sơ đúng hạn đạt 99,2%`.
    var isNobody: Bool { nobody != nil || isOtherMeasure }

    /// An index is named.
    mutating func takeIndex() { isOtherMeasure = false }

    /// `tỉnh đứng đầu đạt …` is any province, `tỉnh đứng đầu cả nước` the document's own.
    private func isMean(_ position: Int, _ text: TokenText) -> Bool {
        let length = Self.means.length(in: text, at: position)
        guard length > 0 else { return false }
        return text.key(position + length - 1) != Self.head || !Self.everywhere.contains(text.key(position + length))
    }

    /// Takes the words that stand at a token.
    mutating func pass(_ position: Int, sentence start: Int, in text: TokenText) {
        if text.isSign(";", at: position) {
            endSentence()
        } else if text.isSign(",", at: position), nobody?.isCompared == true {
            nobody = nil
        } else if position == start, start > 0, text.firstMatch(Self.rates, at: start) != nil,
            !(start..<min(text.tokens.count, start + 8)).contains(where: {
                text.firstMatch(Self.contentment, at: $0) != nil
            })
        {
            isOtherMeasure = true
        } else if isMean(position, text), !Self.isGroup(position, start, text) {
            let before = max(start, position - 6)..<position
            let isCompared = before.contains { Self.comparing.stands(in: text, at: $0) }
            nobody = (position, isCompared)
        }
    }

    /// `nhóm các tỉnh có điểm cao nhất` is a group.
    private static func isGroup(_ position: Int, _ start: Int, _ text: TokenText) -> Bool {
        var index = position - 1
        while index >= start, position - index <= 8, text.tokens[index].kind == .word || text.isSign(",", at: index) {
            if text.key(index) == group { return true }
            index -= 1
        }
        return false
    }
}
