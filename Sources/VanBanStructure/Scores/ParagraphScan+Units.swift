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
    mutating func take(unit: String, at position: Int) {
        guard !draft.isUnknown, draft.score.unit.map({ !UnitNames.areSame($0, unit) }) ?? true else { return }
        if draft.hasResult, draft.score.unit != nil {
            flush()
            draft = draft.another(at: position)
            lastRankEnd = nil
            comparedAt = nil
        }
        draft.score.unit = unit
        draft.namedIn = sentence
    }
}
