import VanBanModel
import VanBanReading

/// Whether a figure is the result that the sentence speaks of, and of which year.
extension ParagraphScan {
    /// A share that rose is another figure's where neither the result is a share nor the clause names the index: `PCI đạt
    /// 66,5 điểm; GRDP tăng 7,07%`.
    func isOwn(_ change: ScoreNumbers.Change, at position: Int) -> Bool {
        guard text.isSign("%", at: change.end - 1), draft.score.percent == nil else { return true }
        var start = position
        while start > sentenceStart, !text.isSign(",", at: start - 1), !text.isSign(";", at: start - 1) { start -= 1 }
        return draft.namedIn == sentence && draft.start > start
    }

    private static let ownWords = Lexicon.keys(.wordsBehindOwn)

    private static let raising = Lexicon.keys(.raisingVerbs)

    /// `PAPI 41,5 điểm`, `Chỉ số hài lòng (SIPAS) 84,1%`: the figure stands right behind the name; `nâng PAPI 2 điểm` tells
    /// by how much.
    func isBehindName(_ position: Int) -> Bool {
        guard isNamed, !draft.hasResult else { return false }
        var start = position
        if text.isSign("-", at: start - 1), text.tokens[start].gapBefore != .none { start -= 1 }
        // `Chỉ số SIPAS năm 2024 của tỉnh 84,12%`
        while start > draft.start, Self.ownWords.contains(text.key(start - 1)) || text.year(at: start - 2) != nil {
            start -= 1
        }
        if text.isSign(")", at: start - 1) { start -= 1 }
        guard draft.start == start else { return false }
        var index = start - 1
        while index >= sentenceStart, text.tokens[index].kind == .word || text.isSign("(", at: index) {
            let key = text.key(index)
            if Self.raising.contains(key) || ScoreWords.rises.contains(key) || ScoreWords.falls.contains(key) {
                return false
            }
            index -= 1
        }
        return true
    }

    // MARK: Ranks

    func rank(at position: Int) -> Ranks.Found? {
        if rankedIn == sentence, let rank = Ranks.bare(at: position, in: text) { return rank }
        // `xếp thứ 21/63 về PAR INDEX, 20/63 về SIPAS`
        if openings.index(at: position) != nil, let rank = Ranks.placeOf(position, in: text) { return rank }
        return Ranks.at(position, in: text, after: lastRankEnd, behindValue: draft.hasValue ? lastValueEnd : nil)
    }

    mutating func take(_ rank: Ranks.Found, at position: Int) {
        note(yearBehind: rank.end)
        // `Xếp hạng PAPI năm 2024: 25/63, năm 2023: 30/63`
        if isEarlier, !draft.hasValue, rank.region == nil, comparedAt == nil { openNextYear(at: position) }
        guard !isEarlier, !isOnlyTitled || draft.hasValue || rank.rank.of != nil && isOfWhole(upTo: position) else {
            return
        }
        // `năm 2022 xếp thứ 31/63, năm 2023 xếp thứ 28/63`
        if rank.region == nil, comparedAt == nil, draft.score.rank?.position != nil, let year,
            let own = draft.score.year, year > own
        {
            openNextYear(at: position)
        }
        begin()
        draft.take(rank.rank, region: rank.region)
    }

    mutating func openNextYear(at position: Int) {
        flush()
        draft = draft.another(at: position)
        draft.score.unit = holder.unit
    }

    /// `42,3 điểm (năm 2024)`, `hạng 12/63 (2024)`: a bracket that holds nothing but a year dates the figure before it.
    mutating func note(yearBehind end: Int) {
        guard text.isSign("(", at: end) else { return }
        let told: Int?
        switch text.closing(of: end) - end {
        case 2: told = text.tokens[end + 1].value.flatMap { (1990...2100).contains($0) ? $0 : nil }
        case 3: told = text.year(at: end + 1)
        default: told = nil
        }
        guard let told else { return }
        if comparedAt == nil { year = told } else { comparedYear = told }
    }

    private static let rates = Lexicon.phrases(.ratedThings)
    private static let contentment = Phrase.list(["hài lòng", "điểm"])

    /// `Chỉ số SIPAS đạt 82,58%` is a result, `tỷ lệ hồ sơ đúng hạn đạt 98%` in the same sentence is none.
    func isResultInPercent(_ lead: Int) -> Bool {
        if openBracket != nil, draft.score.score != nil { return true }
        let start = max(isNamed ? draft.start : sentenceStart, sentenceStart)
        guard lead - start <= 30, start <= lead else { return false }
        return !(start..<lead).contains { index in
            guard let rate = text.firstMatch(Self.rates, at: index) else { return false }
            return text.firstMatch(Self.contentment, at: index + rate.keys.count) == nil
        }
    }

    /// Under a heading that names its subject, a sentence may begin with the result: `Năm 2022 đạt 82,58%`.
    func opensPlainly(_ position: Int) -> Bool { context.isNamed && position - sentenceStart <= 10 }

    private static let smallScales: Set<String> = ["DTI", "ICT Index"]

    private static let whole = ScoreWords.keys("tỉnh tổng")

    /// Where only the part's title names the index, the sentence has to speak of a year, the province or a total, and
    /// few points are those of an exam.
    func isOfWhole(_ value: ScoreNumbers.Value) -> Bool {
        if let score = value.score, score <= 10, !Self.smallScales.contains(draft.score.index) { return false }
        return isOfWhole(upTo: value.lead)
    }

    func isOfWhole(upTo end: Int) -> Bool {
        (sentenceStart..<max(sentenceStart, end)).contains {
            text.year(at: $0) != nil || Self.whole.contains(text.key($0))
        }
    }

    /// Whether only the part's title names the index.
    var isOnlyTitled: Bool {
        draft.namedIn == nil && !context.isNamed && draft.score.dimension == nil
    }
}
