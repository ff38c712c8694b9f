import VanBanModel
import VanBanReading

/// Goes through one paragraph and collects what it tells of each index and dimension that it names.
struct ParagraphScan {
    /// What the headings say before the paragraph begins.
    struct Context {
        var index: String?
        var dimension: IndexScore.Dimension?
        var year: Int?
        /// Whether a heading, and not only the part's title, names the index or dimension.
        var isNamed: Bool
    }

    let text: TokenText
    let dimensions: Dimensions
    let context: Context
    let location: Location
    private let goals: [Bool]
    let openings: ScoreOpenings
    let own: OwnUnits?
    /// Whose figures are told now.
    var holder = ScoreHolder()
    var draft: ScoreDraft
    var sentence = 0
    var sentenceStart = 0
    var year: Int?
    var comparedAt: Int?
    var comparedYear: Int?
    var lastRankEnd: Int?
    /// Where the words of the last value ended.
    var lastValueEnd: Int?
    /// The sentence whose bare numbers are ranks: `Xếp hạng PCI năm 2022 là 31, năm 2023 là 28`.
    var rankedIn: Int?
    var openBracket: Int?
    var isIndexNamed = false
    var otherIndex: (sentence: Int, isNamed: Bool)?
    /// The indexes that the last sentence with any named, and whether it told a result of one.
    var announced: (sentence: Int, indexes: Set<String>, isTold: Bool)?
    private(set) var rows: [IndexScore] = []
    var diagnostics: [Diagnostic] = []

    init(
        _ text: TokenText, in context: Context, gazetteer: IndexGazetteer, of own: OwnUnits? = nil,
        at location: Location
    ) {
        self.text = text
        self.context = context
        self.own = own
        self.location = location
        dimensions = Dimensions(gazetteer: gazetteer)
        goals = Goals.reach(in: text)
        openings = ScoreOpenings(text)
        var score = IndexScore(id: "", index: context.index ?? "", location: location)
        score.dimension = context.dimension
        draft = ScoreDraft(score, start: 0)
        draft.isUnknown = context.index == nil
    }

    mutating func run() {
        var position = 0
        while position < text.tokens.count { position = max(position + 1, step(at: position)) }
        flush()
        noteRespective()
    }

    /// `lần lượt đạt 40,1 điểm, 41,2 điểm và 42,3 điểm`: whose or of when each is, is not ours to guess, but to tell.
    private mutating func noteRespective() {
        for position in text.tokens.indices where Goals.isRespective(at: position, in: text) {
            guard position == 0 || !goals[position - 1] else { continue }
            let start = (0..<position).last { text.endsSentence(at: $0) }.map { $0 + 1 } ?? 0
            let end = (position..<text.tokens.count).first { text.endsSentence(at: $0) } ?? text.tokens.count
            let isNamed = (start..<end).contains { IndexNames.mention(at: $0, in: text) != nil }
            let values = (position..<end).count { index in
                guard let number = DecimalNumber.at(index, in: text) else { return false }
                let next = index + number.length
                // `lần lượt đạt 42,01; 41,20; 43,05 điểm`
                let isListed = number.length == 3 && (isListSign(next) || isListSign(index - 1))
                return text.key(next) == ScoreWords.points || text.percentLength(at: next) > 0 || isListed
            }
            guard isNamed, values > 1 else { continue }
            tell(start..<end)
        }
    }

    private func isListSign(_ index: Int) -> Bool {
        text.isSign(",", at: index) || text.isSign(";", at: index) || text.key(index) == AgencyKey.and
    }

    /// Takes what begins at a token; the token to go on with.
    private mutating func step(at position: Int) -> Int {
        if text.endsSentence(at: position) {
            sentence += 1
            sentenceStart = position + 1
            comparedAt = nil
            holder.endSentence()
        }
        if text.isSign(",", at: position) || text.isSign(";", at: position) { comparedAt = nil }
        if openBracket == nil { holder.pass(position, sentence: sentenceStart, in: text) }
        if let index = openings.index(at: position), index != draft.score.index || draft.hasResult || draft.isUnknown {
            isIndexNamed = true
            open(IndexScore(id: "", index: index, location: location), at: position)
        }
        if let index = openings.index(at: position) { announce(index) }
        if let open = openBracket, position >= text.closing(of: open) {
            openBracket = nil
            if let compared = comparedAt, compared > open { comparedAt = nil }
        }
        if text.isSign("(", at: position), openBracket == nil { return bracket(at: position) }
        if let end = name(at: position) { return end }
        if let unit = UnitNames.subject(at: position, in: text) {
            take(unit: unit.name, at: position, end: unit.end)
            return unit.end
        }
        if let end = time(at: position) { return end }
        if UnitNames.isOwn(at: position, in: text) { takeOwn(at: position) }
        guard !goals[position], !draft.isUnknown, !holder.isNobody, !namesOtherIndex(after: position) else {
            return position + 1
        }
        return fact(at: position)
    }

    mutating func flush() { rows += draft.rows(year: year ?? context.year) }

    // MARK: Years

    private static let compared = Phrase.list(["so với", "so năm"])
    /// The same, where a year follows: `thấp hơn năm 2020 (86,1%)`.
    private static let comparedBefore = Phrase.list(["thấp hơn", "cao hơn"])

    /// `so với năm 2021`
    private func isComparedYear(_ position: Int) -> Bool {
        text.firstMatch(Self.compared, at: position - 2) != nil
            || text.firstMatch(Self.compared, at: position - 1) != nil
    }

    private mutating func time(at position: Int) -> Int? {
        if text.firstMatch(Self.compared, at: position) != nil
            || text.firstMatch(Self.comparedBefore, at: position) != nil && text.year(at: position + 2) != nil
        {
            comparedAt = position
            return text.year(at: position + 1) != nil ? position + 1 : position + 2
        }
        guard let told = text.year(at: position) else { return nil }
        if comparedAt != nil {
            if told != draft.score.year { comparedYear = told }
            if draft.score.previous == nil, !draft.isUnknown, !goals[position], !holder.isNobody {
                draft.score.previous = .init(year: told, score: nil, group: nil)
            }
        } else {
            year = told
            if draft.hasResult, draft.score.year == nil { draft.score.year = told }
        }
        return position + 2
    }

    // MARK: Facts

    var isNamed: Bool { draft.namedIn == sentence }

    private mutating func fact(at position: Int) -> Int {
        if draft.score.groupText == nil, !isEarlier, let group = ResultGroups.at(position, in: text) {
            if ResultGroups.isListed(position, upTo: group.end, in: text) || ResultGroups.isLeft(position, in: text)
                || ResultGroups.isOfCounted(position, in: text)
            {
                return group.end
            }
            draft.score.groupText = group.text
            draft.score.group = group.group
            draft.groupYear = isGroupReached(position) ? year ?? context.year : nil
            if group.group == nil { reportGroup(group.text, position) }
            return group.end
        }
        if let course = ScoreNumbers.course(at: position, in: text) {
            if isNobodys(position) { return course.end }
            takeCourse(course)
            return course.end
        }
        if let change = ScoreNumbers.change(at: position, in: text) {
            if change.isPlaces {
                draft.takePlaces(change.places)
                if let points = ScoreNumbers.points(joinedAt: change.end, in: text), draft.score.change == nil {
                    draft.score.change = .init(direction: change.direction, amount: points.amount)
                    return points.end
                }
            } else if draft.score.change == nil, isOwn(change, at: position) {
                draft.score.change = .init(direction: change.direction, amount: change.amount)
            }
            return change.end
        }
        if let course = Ranks.course(at: position, in: text, isRanked: rankedIn == sentence) {
            lastRankEnd = course.end
            if !isEarlier, draft.score.rank == nil {
                begin()
                draft.take(IndexScore.Rank(position: course.to, of: course.of, change: nil), region: nil)
                draft.takePlaces(course.from - course.to)
            }
            return course.end
        }
        if let rank = rank(at: position) {
            lastRankEnd = rank.end
            if Ranks.isOfRegion(rank.end, in: text) {
                tellUncertain(at: position)
                holder.takeNobody(at: position)
            } else if isAboutOther(behind: rank.end) {
                tellUncertain(at: position)
            } else if !isNobodys(position) {
                take(rank, at: position)
            }
            return rank.end
        }
        guard
            let value = ScoreNumbers.value(
                at: position, in: text, isNamed: isNamed || draft.hasResult || opensPlainly(position),
                isBracket: openBracket != nil, isBehindUnit: holder.unitEnd == position || isBehindName(position))
        else { return position + 1 }
        lastValueEnd = value.end
        if value.percent != nil, !isResultInPercent(value.lead) { return value.end }
        if !isNobodys(position) { take(value) }
        return value.end
    }

    /// Whether the year spoken of lies before the one whose result is told already.
    var isEarlier: Bool {
        guard draft.hasResult, let year, let own = draft.score.year else { return false }
        return year < own
    }

    mutating func begin() { draft.score.year = draft.score.year ?? year }

    private mutating func take(_ value: ScoreNumbers.Value) {
        note(yearBehind: value.end)
        // `năm 2023: 67,4; năm 2022: 65,1`
        if draft.hasValue, comparedAt == nil, text.isSign(":", at: value.lead), text.year(at: value.lead - 2) != nil,
            year != draft.score.year
        {
            openNextYear(at: value.lead)
        }
        let number = value.score ?? value.percent
        if draft.hasValue {
            if value.percent != nil, draft.score.percent == nil, !isEarlier, comparedAt == nil {
                draft.score.percent = value.percent
            } else if isEarlier || comparedAt != nil {
                let earlier = comparedAt == nil ? year : comparedYear
                if draft.score.previous?.score == nil {
                    let group = draft.score.previous?.group
                    draft.score.previous = .init(
                        year: earlier ?? draft.score.previous?.year, score: number, group: group)
                }
            } else if let year, let own = draft.score.year, year > own {
                openNextYear(at: value.lead)
                take(value)
            }
            return
        }
        if isOnlyTitled, !isOfWhole(value) { return }
        begin()
        draft.score.score = value.score
        draft.score.maximum = value.maximum
        draft.score.percent = value.percent
    }

    private mutating func takeCourse(_ course: ScoreNumbers.Course) {
        note(yearBehind: course.end)
        // Shares of other things rise, too.
        if !draft.hasValue, isOnlyTitled, course.isPercent { return }
        if draft.score.previous?.score == nil {
            let told = draft.score.previous
            draft.score.previous = .init(year: course.fromYear ?? told?.year, score: course.from, group: told?.group)
        }
        if !draft.hasValue {
            begin()
            if course.isPercent { draft.score.percent = course.to } else { draft.score.score = course.to }
        }
    }

    // MARK: Brackets

    private mutating func bracket(at open: Int) -> Int {
        let close = text.closing(of: open)
        let inside = (open + 1)..<max(open + 1, close)
        if goals[open] || inside.isEmpty || inside.count == 1 && text.tokens[open + 1].kind == .number { return close }
        if let course = inside.compactMap({ ScoreNumbers.course(at: $0, in: text) }).first {
            if !draft.isUnknown { takeCourse(course) }
            return close
        }
        if draft.hasResult, ScoreNumbers.change(at: open + 1, in: text) != nil {
            openBracket = open
            return open + 1
        }
        let isFact = inside.prefix(5).contains { Ranks.at($0, in: text, after: nil) != nil }
        // `(xếp thứ 11/63, tăng 03 bậc so với năm 2021)` tells of the year before it.
        let told = inside.filter { !isFact || !isComparedYear($0) }.compactMap { text.year(at: $0) }.first
        let own = draft.score.year ?? year
        var earlier = told == own || told == nil ? nil : told
        if told == nil, let last = text.year(at: open - 2), last != draft.score.year,
            draft.hasResult || comparedYear == last
        {
            earlier = last
        }
        if let earlier, own != nil || draft.hasResult || text.year(at: open - 2) != nil {
            takePrevious(inside, year: earlier)
            return close
        }
        let namesOther = inside.contains { index in
            IndexNames.mention(at: index, in: text) == nil
                && dimensions.subject(at: index, of: draft.score.index, in: text) != nil
        }
        if namesOther { return close }
        openBracket = open
        return open + 1
    }

    /// `(năm 2022 đạt 4,7769 điểm thuộc nhóm …)`
    private mutating func takePrevious(_ inside: Range<Int>, year: Int) {
        guard !draft.isUnknown, draft.score.previous?.score == nil,
            let score = ScoreNumbers.earlier(in: inside, of: text)
        else { return }
        var previous = IndexScore.Previous(year: year, score: score, group: nil)
        for index in inside where previous.group == nil {
            guard let group = ResultGroups.at(index, in: text) else { continue }
            previous.group = group.group?.rawValue ?? group.text
            if group.group == nil { reportGroup(group.text, index) }
        }
        draft.score.previous = previous
    }

    /// The groups by quarters are those of PAPI; what others call theirs is kept as printed.
    private mutating func reportGroup(_ words: String, _ position: Int) {
        guard draft.score.index == "PAPI" else { return }
        diagnostics.append(
            Diagnostic(
                .unknownGroup, at: text.source.location(of: text.tokens[position].range), arguments: [words]))
    }
}
