import VanBanReading

/// Where the figures of an index begin that is named behind them: `xếp thứ 12/63 về Chỉ số SIPAS`, `đạt 41,9 điểm Chỉ số
/// PAPI`.
struct ScoreOpenings {
    private var indexes: [Int: String] = [:]

    private static let ties = AgencyWords.Index(
        CSVTable(PackageResources.score_holders_csv).rows.filter { $0["role"] == "tie" }.map { $0["phrase"] })
    /// Words for those among whom a place is told: `xếp thứ 2/17 bộ, cơ quan ngang bộ`.
    private static let field = AgencyWords.Index(
        CSVTable(PackageResources.score_holders_csv).rows.filter { $0["role"] == "tie" || $0["role"] == "field" }
            .map { $0["phrase"] })
    private static let prepositions = Lexicon.keys(.scorePrepositions)
    private static let parts = Phrase.list(["thành phần", "nội dung", "lĩnh vực"])
    private static let and = WordKey.of("và")
    private static let than = WordKey.of("hơn")

    init(_ text: TokenText) {
        var start = 0
        var mentions: [(index: String, words: Range<Int>)] = []
        var position = 0
        while position < text.tokens.count {
            if text.endsSentence(at: position) || text.isSign(";", at: position) {
                take(mentions, from: start, in: text)
                mentions = []
                start = position + 1
            }
            guard let found = IndexNames.mention(at: position, in: text) else {
                position += 1
                continue
            }
            mentions.append((found.index, position..<(position + found.length)))
            position += found.length
        }
        take(mentions, from: start, in: text)
    }

    /// The index whose figures begin at a token.
    func index(at position: Int) -> String? { indexes.isEmpty ? nil : indexes[position] }

    private mutating func take(_ mentions: [(index: String, words: Range<Int>)], from start: Int, in text: TokenText) {
        for (place, mention) in mentions.enumerated() {
            guard !mentions[..<place].contains(where: { $0.index == mention.index }),
                let figure = Self.figure(before: mention.words.lowerBound, from: start, text)
                    ?? (place > 0 ? Self.next(before: mention.words.lowerBound, text) : nil)
            else { continue }
            var begin = start
            if let last = mentions[..<place].last {
                // Only the clause that the figure stands in.
                begin = figure
                while begin > last.words.upperBound, !text.isSign(",", at: begin - 1) || isDecimal(begin - 1, text),
                    text.key(begin - 1) != Self.and
                {
                    begin -= 1
                }
                guard begin > last.words.upperBound else { continue }
            }
            if (begin..<mention.words.lowerBound).contains(where: { text.firstMatch(Self.parts, at: $0) != nil }) {
                continue
            }
            indexes[begin] = mention.index
        }
    }

    private func isDecimal(_ comma: Int, _ text: TokenText) -> Bool {
        text.isGlued(comma) && text.isGlued(comma + 1) && text.number(comma - 1) != nil && text.number(comma + 1) != nil
    }

    /// The last token of a figure that the words before a name tie to it.
    private static func figure(before mention: Int, from start: Int, _ text: TokenText) -> Int? {
        figure(before: mention, from: start, text, over: ties) ?? place(before: mention, from: start, text)
    }

    /// `20/63 về SIPAS` behind the place in another index.
    private static func next(before mention: Int, _ text: TokenText) -> Int? {
        var index = mention - 1
        while index > 0, ties.stands(in: text, at: index) { index -= 1 }
        guard prepositions.contains(text.key(index)), Ranks.placeOf(index - 3, in: text) != nil,
            text.isSign(",", at: index - 4) || text.key(index - 4) == and
        else { return nil }
        return index - 1
    }

    /// The last token of a rank, behind which those may be named among whom it is.
    private static func place(before mention: Int, from start: Int, _ text: TokenText) -> Int? {
        var index = mention - 1
        var isTied = false
        while index > start {
            if Ranks.at(index, in: text, after: nil) != nil { return isTied ? index : nil }
            if prepositions.contains(text.key(index)) { isTied = true }
            let isJoint =
                text.isSign(",", at: index) || text.isSign("/", at: index) || text.tokens[index].kind == .number
            guard isJoint || prepositions.contains(text.key(index)) || field.stands(in: text, at: index) else {
                return nil
            }
            index -= 1
        }
        return nil
    }

    private static func figure(
        before mention: Int, from start: Int, _ text: TokenText, over ties: AgencyWords.Index
    ) -> Int? {
        var index = mention - 1
        var isTied = false
        while index >= start {
            if prepositions.contains(text.key(index)) {
                isTied = true
            } else if !ties.stands(in: text, at: index), !text.isSign("(", at: index),
                !(text.isSign(",", at: index) && ties.stands(in: text, at: index + 1)
                    && ties.stands(in: text, at: index - 1))
            {
                break
            }
            index -= 1
        }
        guard index > start else { return nil }
        if text.key(index) == ScoreWords.points || text.isSign("%", at: index) {
            let isPoints = text.key(index) == ScoreWords.points
            guard isTied || isPoints, text.tokens[index - 1].kind == .number else { return nil }
            return isCourse(index, start, text) ? nil : index
        }
        guard isTied else { return nil }
        if text.tokens[index].kind == .number {
            let first = text.isSign("/", at: index - 1) ? index - 2 : index
            return first > start && Ranks.at(first, in: text, after: nil) != nil ? index : nil
        }
        return (max(start, index - 8)...index).contains { ResultGroups.at($0, in: text)?.end == index + 1 }
            ? index : nil
    }

    /// `tăng 3 điểm trong Chỉ số PAPI` is a change.
    private static func isCourse(_ end: Int, _ start: Int, _ text: TokenText) -> Bool {
        (max(start, end - 6)..<end).contains { index in
            guard let change = ScoreNumbers.change(at: index, in: text) else { return text.key(index) == than }
            return change.end > end
        }
    }
}
