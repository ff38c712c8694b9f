import VanBanModel
import VanBanReading

/// Of which index, dimension and unit a paragraph tells.
extension ParagraphScan {
    mutating func name(at position: Int) -> Int? {
        if let found = IndexNames.mention(at: position, in: text) {
            let end = position + found.length
            holder.takeIndex()
            announce(found.index)
            takeIndex(found.index, at: position, end: end)
            if Ranks.isHead(before: position, in: text) {
                rankedIn = sentence
            } else if text.tokens[..<position].last?.kind != .sign(0x28) {
                rankedIn = nil
            }
            // `PCI 2025`
            if end < text.tokens.count, let told = text.tokens[end].value, (1990...2100).contains(told) {
                year = told
                if draft.start == end { draft.start = end + 1 }
                return end + 1
            }
            return end
        }
        if IndexNames.isForeign(at: position, in: text) {
            open(IndexScore(id: "", index: "", location: location), at: position + 2)
            draft.isUnknown = true
            return position + 3
        }
        guard openBracket == nil else { return nil }
        if let told = dimensions.subject(at: position, of: draft.score.index, in: text), isOwn(told.subject, position) {
            take(told.subject, end: told.end)
            return told.end
        }
        if let components = Components.at(position, in: text, &diagnostics) {
            draft.score.componentsUp += components.up
            draft.score.componentsDown += components.down
            return components.words.upperBound
        }
        guard let told = dimensions.subject(at: position, of: draft.score.index, in: text) else {
            return criterion(at: position)
        }
        take(told.subject, end: told.end)
        return told.end
    }

    private static let component = Phrase.list(["thành phần", "chỉ số thành phần", "chỉ số nội dung thành phần"])
    private static let content = Phrase.list(["nội dung thành phần", "tiêu chí thành phần"])

    /// `chỉ số thành phần “Gia nhập thị trường”` is a dimension; what is counted or has no code is a component.
    func isOwn(_ subject: Dimensions.Subject, _ position: Int) -> Bool {
        if text.firstMatch(Self.content, at: position) != nil { return false }
        guard text.firstMatch(Self.component, at: position) != nil else { return true }
        guard case .named(let dimension) = subject, dimension.code != nil else { return false }
        return position == 0 || text.tokens[position - 1].kind != .number
    }

    private static let of = Lexicon.keys(.ofWords)
    private static let measure = Phrase("chỉ số")

    mutating func takeIndex(_ index: String, at position: Int, end: Int) {
        isIndexNamed = true
        let isSame = index == draft.score.index
        let before = text.matches(Self.measure, at: position - 2) ? position - 3 : position - 1
        // `chỉ số nội dung này của Chỉ số PAPI` goes on about the dimension.
        if isSame, draft.score.dimension != nil || draft.isUnknown, Self.of.contains(text.key(before)) { return }
        // `năm 2023: PAPI đạt 40,1 điểm` and `; PAPI năm 2023 đạt 40,1 điểm` behind the result of 2024 tell another.
        let isOtherYear =
            draft.hasResult && comparedAt == nil && isApart(before)
            && (year != draft.score.year || text.year(at: end).map { $0 != draft.score.year } ?? false)
        if isSame, draft.score.dimension == nil, !draft.isUnknown, !isOtherYear {
            draft.namedIn = sentence
            draft.start = end
            return
        }
        if isSame, !isOtherYear, draft.hasResult, draft.namedIn == sentence, !isApart(before) { return }
        open(IndexScore(id: "", index: index, location: location), at: end)
        if Self.of.contains(text.key(before)), let told = subject(endingAt: before, of: index) {
            if case .named(let dimension) = told {
                draft.score.dimension = dimension
            } else {
                draft.isUnknown = true
            }
        }
    }

    /// The dimension of an index that is named only behind it: `chỉ số nội dung 3 “…” của PAPI`.
    func subject(endingAt end: Int, of index: String) -> Dimensions.Subject? {
        (sentenceStart..<max(sentenceStart, end)).lazy.compactMap { start -> Dimensions.Subject? in
            guard let told = dimensions.subject(at: start, of: index, in: text), told.end == end else { return nil }
            return told.subject
        }.first
    }

    /// Whether the words before begin a new clause.
    func isApart(_ before: Int) -> Bool { before < 0 || text.tokens[before].kind != .word }

    mutating func take(_ subject: Dimensions.Subject, end: Int) {
        var score = IndexScore(id: "", index: draft.score.index, location: location)
        switch subject {
        case .named(let dimension):
            check(dimension, end: end)
            if let known = draft.score.dimension, known.number != nil, known.number == dimension.number {
                // Named again: the words nearest to the result are its name.
                if !draft.hasResult { draft.score.dimension = merged(known, dimension) }
                draft.namedIn = sentence
                draft.start = end
                return
            }
            score.dimension = dimension
            open(score, at: end)
        case .same:
            if draft.score.dimension != nil {
                draft.namedIn = sentence
                draft.start = end
            } else {
                open(score, at: end)
                draft.isUnknown = true
            }
        case .unknown:
            // Only the numbers after it are not the whole's; with a dimension's heading it is that dimension.
            if context.dimension != nil, !draft.hasResult { return }
            open(score, at: end)
            draft.isUnknown = true
        }
    }

    /// Number and name that the gazetteer does not know together.
    mutating func check(_ dimension: IndexScore.Dimension, end: Int) {
        guard let known = dimensions.mismatch(of: dimension, in: draft.score.index), let name = dimension.name else {
            return
        }
        diagnostics.append(
            Diagnostic(
                .dimensionNameMismatch, at: text.source.location(of: text.tokens[max(0, end - 1)].range),
                arguments: [known.number, known.name, name]))
    }

    /// A heading's name stays where the sentence only gives the number.
    func merged(_ known: IndexScore.Dimension, _ told: IndexScore.Dimension) -> IndexScore.Dimension {
        let plain = told.number.flatMap { dimensions.gazetteer.dimension($0, of: draft.score.index)?.name }
        return told.name == nil || told.name == plain ? known : told
    }

    mutating func open(_ score: IndexScore, at start: Int) {
        flush()
        draft = ScoreDraft(score, start: start, namedIn: sentence)
        draft.isUnknown = score.index.isEmpty
        draft.score.unit = holder.unit
        lastRankEnd = nil
    }
}
