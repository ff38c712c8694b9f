import VanBanModel
import VanBanReading

/// What a paragraph tells of an index without saying of which, or whose it is: nothing is taken from it, and it is told.
extension ParagraphScan {
    /// Takes note of an index that a sentence names.
    mutating func announce(_ index: String) {
        if announced?.sentence == sentence {
            announced?.indexes.insert(index)
        } else {
            announced = (sentence, [index], false)
        }
    }

    /// Whether a figure may be that of either of several indexes: `… công bố Chỉ số PAR INDEX và Chỉ số SIPAS. Tỉnh đạt
    /// 87,32`. It is told then.
    mutating func isNobodys(_ position: Int) -> Bool {
        guard let told = announced else { return false }
        if told.sentence == sentence {
            announced?.isTold = true
            return false
        }
        guard told.indexes.count > 1, !told.isTold, draft.score.dimension == nil else { return false }
        tellUncertain(at: position)
        return true
    }

    private static let about = WordKey.of("về")

    /// Whether the words behind a rank say of what it is, and that is no index of ours, where only the part's title names
    /// one: `xếp hạng 25/63 tỉnh, thành phố cả nước về chuyển đổi số`.
    func isAboutOther(behind end: Int) -> Bool {
        guard isOnlyTitled else { return false }
        var index = end
        while index < text.tokens.count, index < end + 10, !text.endsSentence(at: index), !text.isSign(";", at: index) {
            if text.key(index) == Self.about {
                return !(index..<min(text.tokens.count, index + 6)).contains {
                    IndexNames.mention(at: $0, in: text) != nil
                }
            }
            index += 1
        }
        return false
    }

    /// Tells the clause that a figure stands in, once.
    mutating func tellUncertain(at position: Int) {
        var start = position
        while start > sentenceStart, !text.isSign(";", at: start - 1) { start -= 1 }
        let end =
            (position..<text.tokens.count).first { text.endsSentence(at: $0) || text.isSign(";", at: $0) }
            ?? text.tokens.count
        tell(start..<end)
    }

    mutating func tell(_ words: Range<Int>) {
        let place = text.source.location(of: text.stretch(words).hull)
        guard !diagnostics.contains(where: { $0.code == .uncertainScore && $0.location == place }) else { return }
        diagnostics.append(Diagnostic(.uncertainScore, at: place, arguments: [text.string(words)]))
    }

    private static let criteria = Phrase("tiêu chí")

    /// A criterion of an index that is none of its dimensions, with which a sentence begins: its points are not the
    /// index's. The token behind the words.
    mutating func criterion(at position: Int) -> Int? {
        guard position == sentenceStart, text.matches(Self.criteria, at: position), !draft.score.index.isEmpty else {
            return nil
        }
        let end = position + Self.criteria.keys.count
        open(IndexScore(id: "", index: draft.score.index, location: location), at: end)
        draft.isUnknown = true
        let stop = (end..<text.tokens.count).first { text.endsSentence(at: $0) } ?? text.tokens.count
        let tellsResult = (end..<stop).contains {
            ScoreNumbers.value(at: $0, in: text, isNamed: true, isBracket: false) != nil
        }
        if tellsResult, (end..<stop).contains(where: { IndexNames.mention(at: $0, in: text) != nil }) {
            tell(position..<stop)
        }
        return end
    }

    /// Whether a group is one that was reached, and not one to be kept or striven for: `Chỉ số PAPI tiếp tục nằm trong
    /// nhóm Trung bình cao`.
    func isGroupReached(_ position: Int) -> Bool {
        guard isNamed, draft.score.dimension == nil, !isOnlyTitled else { return false }
        return (max(sentenceStart, position - 6)..<position).contains { Self.standing.contains(text.key($0)) }
    }

    private static let standing = Lexicon.keys(.groupStanding)
}
