import VanBanModel
import VanBanReading

/// Reads what running text tells of an index: score, group, change, earlier year, rank, components.
struct ScoreReader {
    private let gazetteer: IndexGazetteer
    private(set) var diagnostics: [Diagnostic] = []
    private var checkedHeadings: Set<Int> = []

    init(gazetteer: IndexGazetteer = .shared) {
        self.gazetteer = gazetteer
    }

    private static let list = Lexicon.phrases(.dimensionLists)

    /// The scores that one paragraph tells. A forecast (`phấn đấu đạt …`) is none.
    /// - Parameters:
    ///   - headings: what the paragraph stands under, the outermost first.
    ///   - index: the index that the part is about.
    ///   - year: the year that the text before was about.
    mutating func scores(
        in stretch: Stretch, under headings: [Stretch] = [], index: String?, year: Int? = nil, of text: SourceText
    ) -> [IndexScore] {
        let tokens = TokenText(stretch, in: text)
        let above = headings.map { TokenText($0, in: text) }
        return scores(in: tokens, at: stretch, under: above, context: context(above, index: index), year: year)
    }

    mutating func scores(
        in tokens: TokenText, at stretch: Stretch, under above: [TokenText], context: ParagraphScan.Context, year: Int?,
        isPast: Bool = false, of own: OwnUnits? = nil
    ) -> [IndexScore] {
        guard context.index != nil || IndexNames.index(in: tokens) != nil || !above.isEmpty else { return [] }
        checkHeading(above, context)
        if !isPast, Self.standsUnderGoals(above) == true { return [] }
        var scan = ParagraphScan(
            tokens, in: context, gazetteer: gazetteer, of: own, at: tokens.source.location(of: stretch.hull))
        scan.run()
        diagnostics += scan.diagnostics
        return scan.rows.compactMap { checked($0) } + listedGroups(tokens, index: context.index, year: year)
    }

    /// Number and name of a heading that the gazetteer does not know together are told once.
    private mutating func checkHeading(_ headings: [TokenText], _ context: ParagraphScan.Context) {
        guard let dimension = context.dimension, dimension.code == nil, let index = context.index else { return }
        let dimensions = Dimensions(gazetteer: gazetteer)
        guard let known = dimensions.mismatch(of: dimension, in: index), let name = dimension.name,
            let heading = headings.last(where: { dimensions.heading($0, of: index) == dimension }),
            let start = heading.tokens.first?.range.lowerBound, checkedHeadings.insert(start).inserted
        else { return }
        let place = heading.source.location(of: heading.stretch(0..<heading.tokens.count).hull)
        diagnostics.append(
            Diagnostic(.dimensionNameMismatch, at: place, arguments: [known.number, known.name, name]))
    }

    /// Whether the nearest heading that says so stands over goals; nil where none says.
    static func standsUnderGoals(_ headings: [TokenText]) -> Bool? {
        headings.lazy.reversed().compactMap { Goals.isHeading($0) }.first
    }

    /// What the headings say, the nearest first; a heading that names several indexes leaves it open.
    func context(_ headings: [TokenText], index: String?) -> ParagraphScan.Context {
        var context = ParagraphScan.Context(index: index, dimension: nil, year: nil, isNamed: false)
        var unread: [TokenText] = []
        var isSettled = false
        for heading in headings.reversed() {
            if context.year == nil { context.year = Self.onlyYear(heading) }
            if isSettled { continue }
            unread.append(heading)
            let named = IndexNames.all(in: heading)
            if named.isEmpty, let printed = IndexNames.printed(in: heading), !isDimension(heading, headings, index) {
                context.index = printed
                context.isNamed = true
                isSettled = true
                continue
            }
            guard !named.isEmpty else { continue }
            context.index = named.count == 1 ? named.first : nil
            context.isNamed = named.count == 1
            isSettled = true
        }
        guard let index = context.index else { return context }
        context.dimension =
            unread.lazy.compactMap {
                Dimensions(gazetteer: gazetteer).heading($0, of: index)
            }.first
        context.isNamed = context.isNamed || context.dimension != nil
        return context
    }

    /// Whether a heading names a dimension of an index that the headings or the part speak of.
    private func isDimension(_ heading: TokenText, _ headings: [TokenText], _ index: String?) -> Bool {
        var known = Set(headings.flatMap { IndexNames.all(in: $0) })
        if let index { known.insert(index) }
        return known.contains { Dimensions(gazetteer: gazetteer).heading(heading, of: $0) != nil }
    }

    private static let with = WordKey.of("với")

    /// The year of a heading that names one year, those of `so với năm …` left out.
    static func onlyYear(_ heading: TokenText) -> Int? {
        let years = Set(
            heading.tokens.indices.compactMap { index -> Int? in
                heading.key(index - 1) == with ? nil : heading.year(at: index) ?? yearOfIndex(at: index, in: heading)
            })
        return years.count == 1 ? years.first : nil
    }

    /// `PAR INDEX 2024`
    private static func yearOfIndex(at index: Int, in heading: TokenText) -> Int? {
        guard let found = IndexNames.mention(at: index, in: heading), index + found.length < heading.tokens.count,
            let year = heading.tokens[index + found.length].value, (1990...2100).contains(year)
        else { return nil }
        return year
    }

    // MARK: Groups told in a list

    /// `03 chỉ số nội dung được xếp trong nhóm Cao nhất (A, B và C)`
    private func listedGroups(_ tokens: TokenText, index named: String?, year: Int?) -> [IndexScore] {
        guard let index = IndexNames.index(in: tokens) ?? named else { return [] }
        let goals = Goals.reach(in: tokens)
        var found: [IndexScore] = []
        for position in tokens.tokens.indices where !goals[position] {
            guard let phrase = tokens.firstMatch(Self.list, at: position), position > 0,
                tokens.tokens[position - 1].kind == .number
            else { continue }
            var next = position + phrase.keys.count
            let limit = min(tokens.tokens.count, next + 8)
            while next < limit, ResultGroups.at(next, in: tokens) == nil { next += 1 }
            guard next < limit, let group = ResultGroups.at(next, in: tokens), tokens.isSign("(", at: group.end) else {
                continue
            }
            var inside = group.end + 1
            while inside < tokens.tokens.count, !tokens.isSign(")", at: inside) {
                guard let known = gazetteer.dimension(of: index, at: inside, in: tokens) else {
                    inside += 1
                    continue
                }
                let words = inside..<(inside + known.length)
                var score = IndexScore(
                    id: "", index: index, location: tokens.source.location(of: tokens.stretch(words).hull))
                score.dimension = .init(
                    number: known.dimension.number, code: known.dimension.code, name: tokens.string(words))
                score.year = year ?? Self.yearBefore(position, tokens)
                score.group = group.group
                score.groupText = group.text
                found.append(score)
                inside += known.length
            }
        }
        return found
    }

    private static func yearBefore(_ position: Int, _ tokens: TokenText) -> Int? {
        (0..<position).reversed().lazy.compactMap { tokens.year(at: $0) }.first
    }

    // MARK: Checks

    /// The score without what no result can be, which is told: more than all, a place behind the last one.
    /// - Returns: nil where nothing is left of it.
    mutating func checked(_ score: IndexScore) -> IndexScore? {
        var score = score
        func doubt(_ words: String) {
            diagnostics.append(Diagnostic(.uncertainScore, at: score.location, arguments: [words]))
        }
        if let percent = score.percent, !(0...100).contains(percent) {
            doubt(Self.text(percent) + "%")
            score.percent = nil
        }
        if let value = score.score, let maximum = score.maximum, value > maximum {
            doubt(Self.text(value) + "/" + Self.text(maximum))
            score.score = nil
            score.maximum = nil
        }
        if let rank = score.rank, let position = rank.position, let all = rank.of, position > all {
            doubt("\(position)/\(all)")
            score.rank = nil
        }
        check(score)
        let isEmpty =
            score.score == nil && score.percent == nil && score.rank == nil && score.group == nil
            && score.groupText == nil && score.change == nil
        return isEmpty ? nil : score
    }

    private mutating func check(_ score: IndexScore) {
        guard let now = score.score ?? score.percent, let before = score.previous?.score, let change = score.change,
            let amount = change.amount
        else { return }
        let difference = ((now - before) * 10000).rounded() / 10000
        let stated = change.direction == .decrease ? -amount : amount
        if abs(difference - stated) > 0.00015 {
            diagnostics.append(
                Diagnostic(
                    .changeMismatch, at: score.location,
                    arguments: [score.dimension?.name ?? score.index, Self.text(stated), Self.text(difference)]))
        }
    }

    static func text(_ value: Double) -> String {
        let sign = value < 0 ? "-" : ""
        let scaled = Int((abs(value) * 10000).rounded())
        var fraction = String(10000 + scaled % 10000).dropFirst()
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return sign + String(scaled / 10000) + (fraction.isEmpty ? "" : "," + fraction)
    }
}
