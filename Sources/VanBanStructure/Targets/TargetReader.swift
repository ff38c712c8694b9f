import VanBanModel
import VanBanReading

/// Reads the quantified targets that a stretch of text sets.
struct TargetReader {
    /// What is known of a text from what it stands under.
    struct Context {
        var part: Int
        var section: String?
        var table: String?
        var task: String?
        /// The index and dimension that the headings name.
        var index: String?
        var dimension: IndexScore.Dimension?
        /// Whether a heading says that goals follow (true) or results (false).
        var isGoal: Bool?
        /// The year that a heading of goals names.
        var year: Int?
        /// The first year and the only year of the plan.
        var firstYear: Int?
        var planYear: Int?
    }

    let gazetteer: IndexGazetteer
    private(set) var diagnostics: [Diagnostic] = []

    init(gazetteer: IndexGazetteer = .shared) { self.gazetteer = gazetteer }

    /// - Parameter unread: runs that should be figures and are none; what they are one end of has no value.
    mutating func targets(
        in text: TokenText, _ context: Context, besides unread: [Range<Int>] = []
    ) -> [Target] {
        guard context.isGoal != false else { return [] }
        let goals = Goals.reach(in: text)
        var found: [Target] = []
        var sentence = 0
        for segment in Self.segments(of: text) {
            if segment.lowerBound > 0, text.endsSentence(at: segment.lowerBound - 1) { sentence = segment.lowerBound }
            let amounts = Self.amounts(in: segment, text).filter { !Self.isEnd($0, ofRangeFrom: unread, text) }
            guard !amounts.isEmpty else { continue }
            let clauses = TargetClauses(amounts, in: segment, of: text)
            var named = TargetSegment(segment, of: text)
            for position in amounts.indices {
                let amount = clauses.settled(position)
                let clause = clauses.clause(position)
                let isOpened = clauses.hasOpener(before: amount)
                let isGoal = context.isGoal == true || goals[amount.number] || isOpened
                guard isTarget(amount, clause, segment, sentence, isGoal: isGoal, isOpened: isOpened, context, text)
                else { continue }
                found.append(target(amount, clause, &named, context, text))
            }
        }
        return found
    }

    // MARK: Segments

    /// Tokens beyond which a sentence is cut at its next comma: no document's sentence is that long, and each amount
    /// looks at all of its segment.
    private static let longest = 250

    /// Sentences, cut at semicolons and where a list in a cell begins its next item.
    private static func segments(of text: TokenText) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = 0
        for index in text.tokens.indices {
            let isItem =
                index > start && text.tokens[index].gapBefore >= .lineBreak
                && (text.isSign("-", at: index) || text.isSign("+", at: index))
            if isItem {
                segments.append(start..<index)
                start = index
            }
            let isTooLong = index - start >= longest && text.isSign(",", at: index)
            if isTooLong || text.isSign(";", at: index) || text.endsSentence(at: index) && !isEllipsis(index, text) {
                if index > start { segments.append(start..<index) }
                start = index + 1
            }
        }
        if start < text.tokens.count { segments.append(start..<text.tokens.count) }
        return segments
    }

    /// `cán bộ, công chức... đạt 100%`: dots behind a list after which its sentence goes on.
    private static func isEllipsis(_ index: Int, _ text: TokenText) -> Bool {
        guard index + 1 < text.tokens.count, text.tokens[index + 1].kind == .word, !text.tokens[index + 1].startsUpper,
            text.tokens[index + 1].gapBefore < .lineBreak
        else { return false }
        return text.isSign("…", at: index) || text.isSign(".", at: index) && text.isSign(".", at: index - 1)
    }

    private static func amounts(in segment: Range<Int>, _ text: TokenText) -> [TargetAmount] {
        var amounts: [TargetAmount] = []
        var index = segment.lowerBound
        while index < segment.upperBound {
            guard text.tokens[index].kind == .number, let amount = TargetAmount.at(index, in: text),
                amount.range.upperBound <= segment.upperBound
            else {
                index += 1
                continue
            }
            var own = amount
            let floor = max(amounts.last?.range.upperBound ?? 0, segment.lowerBound)
            if own.range.lowerBound < floor { own.range = floor..<own.range.upperBound }
            amounts.append(own)
            index = own.range.upperBound
        }
        return amounts
    }

    /// Whether an amount is part of figures that could not be read, or one end of a range whose other end they are:
    /// `từ 9Q% đến 95%`, `từ 90% đến 9S%`.
    private static func isEnd(_ amount: TargetAmount, ofRangeFrom unread: [Range<Int>], _ text: TokenText) -> Bool {
        unread.contains { range in
            if range.contains(amount.number) { return true }
            let between =
                range.upperBound <= amount.number
                ? range.upperBound..<amount.number : amount.number..<max(amount.number, range.lowerBound)
            // A number with its fraction and unit, and the word for the range.
            guard between.count <= (between.lowerBound == amount.number ? 7 : 4),
                !between.contains(where: { text.endsSentence(at: $0) || text.isSign(";", at: $0) })
            else { return false }
            return between.contains {
                TargetAmount.isRangeSign($0, text) || Words.to.contains(text.key($0))
                    || ScoreWords.to.contains(text.key($0))
            }
        }
    }

    // MARK: Whether it is a target

    private func isTarget(
        _ amount: TargetAmount, _ clause: TargetClauses.Clause, _ segment: Range<Int>, _ sentence: Int, isGoal: Bool,
        isOpened: Bool, _ context: Context, _ text: TokenText
    ) -> Bool {
        if isCompared(amount, text) { return false }
        let isRule = TargetWords.rules.contains(text.key(amount.range.lowerBound - 1))
        guard !isGoal else {
            if amount.isPercent { return !isRule || amount.value == 100 }
            if amount.isPlace || amount.isReached || amount.isCompared || amount.direction != nil { return true }
            // `phấn đấu … phủ sóng 34 bản`
            return !clause.isBefore && isOpened
        }
        // What `đạt` and a bare number tell is what the sentence tells: `đã đạt 98%; cấp xã đạt 97%`.
        let isTold = clause.isBefore && !amount.isCompared
        let start = isTold ? min(sentence, clause.range.lowerBound) : clause.range.lowerBound
        let end = clause.isBefore ? amount.range.upperBound : clause.range.upperBound
        if isPast(start..<end, from: isTold ? sentence : segment.lowerBound, context, text) { return false }
        if amount.isPlace || isRule { return false }
        let namesIndex = clause.isBefore && namesIndex(min(sentence, amount.number)..<amount.number, text)
        if amount.isPercent {
            // Only a goal's words tell a rise to come from one that was.
            if amount.direction != nil, !amount.isCompared {
                // `Giảm 20% thời gian …` opens its sentence and bids; `… giảm 20%` tells.
                return !clause.isBefore && amount.range.lowerBound <= clause.range.lowerBound
                    && text.tokens[amount.range.lowerBound].startsUpper
            }
            if namesIndex { return amount.isCompared }
            if !clause.isBefore || amount.value == 100 { return true }
            return amount.isReached || TargetWords.firm.contains(amount.comparator)
        }
        return amount.isCompared && TargetWords.firm.contains(amount.comparator) && !namesIndex && amount.unit != "điểm"
    }

    private static let comparing = WordKey.of("với")

    /// `so với 85%` is what is compared with.
    private func isCompared(_ amount: TargetAmount, _ text: TokenText) -> Bool {
        text.key(amount.range.lowerBound - 1) == Self.comparing
            && text.key(amount.range.lowerBound - 2) == WordKey.of("so")
    }

    private func namesIndex(_ range: Range<Int>, _ text: TokenText) -> Bool {
        range.contains { IndexNames.mention(at: $0, in: text) != nil }
    }

    private func isPast(
        _ words: Range<Int>, from start: Int, _ context: Context, _ text: TokenText
    ) -> Bool {
        for index in words {
            if text.firstMatch(TargetWords.past, at: index) != nil { return true }
        }
        guard let first = context.firstYear else { return false }
        return (min(start, words.lowerBound)..<words.upperBound).contains { index in
            guard let year = text.year(at: index) ?? monthYear(at: index, text), year < first else { return false }
            return text.key(index - 1) != Self.comparing && !isNamed(index, text)
        }
    }

    /// The year of `tháng 8/2021`.
    private func monthYear(at index: Int, _ text: TokenText) -> Int? {
        guard text.key(index) == WordKey.of("tháng"), text.isSign("/", at: index + 2), index + 3 < text.tokens.count,
            let year = text.tokens[index + 3].value, (1990...2100).contains(year)
        else { return nil }
        return year
    }

    private static let works = Lexicon.keys(.targetWorks)

    /// `Luật … năm 2015`, `Kế hoạch năm 2023`
    private func isNamed(_ index: Int, _ text: TokenText) -> Bool { Self.works.contains(text.key(index - 1)) }

    // MARK: What it is

    private mutating func target(
        _ amount: TargetAmount, _ clause: TargetClauses.Clause, _ segment: inout TargetSegment, _ context: Context,
        _ text: TokenText
    ) -> Target {
        let clause = unbracketed(clause, text)
        let words = text.string(clause.range)
        let place = text.source.location(of: text.stretch(clause.range).hull)
        var target = Target(
            id: "", part: "part-\(context.part)", text: words, comparator: amount.comparator, value: amount.value,
            location: place)
        target.section = context.section
        target.table = context.table
        target.task = context.task
        target.upper = amount.upper
        target.unit = amount.unit
        target.direction = amount.direction
        target.baseline = baseline(after: amount, clause, text)
        if let measure = clause.measure {
            target.measure = text.string(measure)
        } else {
            diagnostics.append(Diagnostic(.uncertainTarget, at: place, arguments: [words]))
        }
        takeIndex(&target, amount, clause, &segment, context, text)
        takeTime(&target, amount, clause, &segment, context, text)
        return target
    }

    /// `Tỷ lệ … (khuyến nghị ≥ 35%)`: the words in the bracket name nothing that is measured.
    private func unbracketed(_ clause: TargetClauses.Clause, _ text: TokenText) -> TargetClauses.Clause {
        var clause = clause
        func opens(_ range: Range<Int>) -> Bool {
            text.isSign("(", at: range.lowerBound) && text.closing(of: range.lowerBound) >= range.upperBound
        }
        if opens(clause.range), clause.range.count > 1 {
            clause.range = (clause.range.lowerBound + 1)..<clause.range.upperBound
        }
        if let measure = clause.measure, opens(measure) { clause.measure = nil }
        return clause
    }

    /// `so với năm 2024` behind the amount.
    private func baseline(after amount: TargetAmount, _ clause: TargetClauses.Clause, _ text: TokenText) -> Int? {
        let end = max(clause.range.upperBound, amount.range.upperBound)
        return (amount.range.lowerBound..<end).lazy.compactMap { index in
            text.key(index) == Self.comparing ? text.year(at: index + 1) : nil
        }.first
    }

    private static let contentment = Phrase("hài lòng")

    private func takeIndex(
        _ target: inout Target, _ amount: TargetAmount, _ clause: TargetClauses.Clause,
        _ segment: inout TargetSegment, _ context: Context, _ text: TokenText
    ) {
        // What is counted behind the number is no index's value.
        guard clause.isBefore || amount.isPlace else { return }
        let named = segment.index(before: amount.number)
        let isContentment =
            clause.measure.map { range in
                range.contains { text.matches(Self.contentment, at: $0) }
            } ?? false
        let isMeasured = clause.measure?.contains { IndexNames.mention(at: $0, in: text) != nil } ?? false
        let isOfIndex = amount.isPlace || amount.unit == "điểm" || amount.unit == "bậc" || isMeasured
        if isOfIndex {
            // `thuộc nhóm 10 địa phương đứng đầu về Chỉ số SIPAS`
            let behind = clause.range.lazy.compactMap { IndexNames.mention(at: $0, in: text)?.index }.first
            target.index = named ?? behind ?? context.index
        } else if isContentment, named == "SIPAS" || context.index == "SIPAS" {
            target.index = "SIPAS"
        }
        guard let index = target.index else { return }
        target.dimension = segment.dimension(of: index, before: amount.number, gazetteer)
        if target.dimension == nil, named == nil { target.dimension = context.dimension }
    }

    // MARK: When

    private func takeTime(
        _ target: inout Target, _ amount: TargetAmount, _ clause: TargetClauses.Clause,
        _ segment: inout TargetSegment, _ context: Context, _ text: TokenText
    ) {
        let end = max(clause.range.upperBound, amount.range.upperBound)
        let start = min(segment.range.lowerBound, amount.range.lowerBound)
        // The nearest before the number, else the first behind it.
        let before =
            amount.isLevel ? nil : segment.times(in: start..<amount.range.lowerBound) { isDue($0, text) }.last
        let behind =
            before == nil ? segment.times(in: amount.range.upperBound..<end) { isDue($0, text) }.first : nil
        for dated in [before, behind].compactMap({ $0 }) {
            let reader = DeadlineReader(year: context.planYear, period: nil)
            guard let deadline = reader.read(text.stretch(dated.range), in: text.source).deadlines.first,
                deadline.start != nil || deadline.end != nil
            else { continue }
            target.date = .init(
                text: text.string(dated.range), start: deadline.start, end: deadline.end, bound: deadline.bound)
            target.year = deadline.end?.year ?? deadline.start?.year
            return
        }
        target.year = context.year ?? context.planYear
    }

    private func isDue(_ expression: TimeExpression, _ text: TokenText) -> Bool {
        switch expression.meaning {
        case .day, .units, .range, .edge: break
        default: return false
        }
        let before = expression.range.lowerBound - 1
        if text.key(before) == Self.comparing || isNamed(expression.range.lowerBound, text) { return false }
        // `quý II` and `6 tháng` without their year say when only with the plan's; a lone number says nothing.
        return expression.range.contains {
            text.tokens[$0].kind == .number && text.tokens[$0].range.count == 4
        }
    }
}
