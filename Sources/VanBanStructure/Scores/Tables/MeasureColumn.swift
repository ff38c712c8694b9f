import VanBanModel
import VanBanReading

/// What a column of a table of results or targets holds, as its heads say.
struct MeasureColumn {
    enum Meaning: Hashable {
        case number, name
        case score, percent, maximum, rank, group, change
        /// A value whose kind only its cells tell: `Năm 2023`.
        case value
        case target
        case unitOfMeasure
        /// The offices' own estimate of a score that others settle.
        case selfEstimate
        case other
    }

    var meaning: Meaning
    var year: Int?
    /// The year compared with (`So với năm 2022`).
    var baseline: Int?
    var index: String?
    var dimension: IndexScore.Dimension?
    var unit: String?
    /// What the values may reach, where a head says it behind what they are: `DDCI năm 2021 (thang điểm 100)`.
    var maximum: Double?
    /// The region within which the ranks are.
    var region: String?
    /// Whether the heads speak of a total.
    var isTotal = false
    /// Whether the heads speak of a mean, of the highest or of the lowest.
    var isOfNobody = false
    /// Whether the heads speak of ranks and of points.
    var isOfRanks = false
    var isOfPoints = false
    var isOfPercent = false
    /// Whether the heads say that the values were reached already.
    var isDone = false
    /// Whether the rows that it names are units.
    var namesUnits = false
    var namesDimensions = false
    var head: Stretch

    private static let numbers = Lexicon.phrases(.numberColumns)
    private static let targets = Lexicon.phrases(.targetColumns)
    private static let done = Lexicon.phrases(.doneColumns)
    private static let maximums = Lexicon.phrases(.maximumColumns)
    private static let estimates = Phrase.list(["tự đánh giá", "tự chấm", "tự cho điểm"])
    private static let changes = Lexicon.phrases(.changeColumns)
    /// A rank is one among these: `Xếp hạng so với cả nước` compares no years.
    private static let fields = Lexicon.phrases(.rankedAmong)
    private static let ranks = Lexicon.phrases(.rankColumns)
    private static let places = Lexicon.phrases(.rankUnits)
    private static let percents = Phrase.list(["tỷ lệ", "tỉ lệ", "phần trăm"])
    private static let points = Phrase.list(["điểm", "điểm số", "giá trị"])
    private static let results = Phrase.list(["kết quả", "chỉ số", "đánh giá"])
    private static let measures = Phrase.list(["đơn vị tính", "ĐVT", "đvt"])
    private static let notes = Lexicon.phrases(.noteColumns)
    private static let units = Lexicon.phrases(.unitColumns)
    private static let dimensions = Lexicon.phrases(.dimensionColumns)

    /// - Parameters:
    ///   - isText: whether most of the column's cells are words.
    ///   - index: the index that the table is about.
    init(_ path: [TokenText], isText: Bool, isNumeric: Bool, index: String?, gazetteer: IndexGazetteer) {
        head = path.last.map { $0.stretch(0..<$0.tokens.count) } ?? Stretch(0..<0)
        meaning = .other
        func names(_ phrases: [Phrase]) -> Bool {
            path.contains { head in head.tokens.indices.contains { head.firstMatch(phrases, at: $0) != nil } }
        }
        func opens(_ phrases: [Phrase]) -> Bool { path.contains { $0.firstMatch(phrases, at: 0) != nil } }
        isOfRanks = names(Self.places) || names(Self.ranks)
        isOfPoints = names(Self.points)
        isTotal = names(MeasureWords.totals)
        isOfNobody = names(MeasureWords.nobody)
        isOfPercent = names(Self.percents) || path.contains { $0.tokens.contains { $0.isSign("%") } }
        isDone = names(Self.done) && !names(Self.targets)
        readYears(path)
        maximum = path.lazy.reversed().compactMap(Self.maximum).first
        self.index = path.lazy.reversed().compactMap { IndexNames.index(in: $0) }.first
        if let known = self.index ?? index { readDimension(path, known, gazetteer) }
        readUnit(path)
        if opens(Self.numbers) {
            meaning = .number
        } else if names(Self.measures) {
            meaning = .unitOfMeasure
        } else if isText, !isNumeric {
            namesUnits = names(Self.units) && !names(Self.measures)
            namesDimensions = names(Self.dimensions)
            if opens(Self.notes) {
                meaning = .other
            } else if opens(MeasureWords.groups) || opens(MeasureWords.levels) || opens(MeasureWords.ranks),
                !opens(Self.dimensions)
            {
                meaning = .group
            } else if names(Self.changes), year == nil || baseline != nil {
                meaning = .change
            } else {
                meaning = names(Self.targets) && !opens(Self.dimensions) ? .target : .name
            }
        } else if names(Self.targets), !names(Self.done) {
            meaning = .target
        } else if names(Self.estimates) {
            meaning = .selfEstimate
        } else if maximum == nil, names(Self.maximums) {
            meaning = .maximum
        } else if names(Self.changes), !(names(Self.ranks) && names(Self.fields)) {
            meaning = .change
        } else if names(Self.ranks) {
            meaning = .rank
            region = path.lazy.compactMap { MeasureWords.region(in: $0) }.first
        } else if opens(MeasureWords.groups) {
            meaning = .group
        } else if isOfPercent {
            meaning = .percent
        } else if isOfPoints {
            meaning = .score
        } else if maximum != nil {
            meaning = .score
        } else if names(Self.results) || opens(MeasureWords.levels) || year != nil || self.index != nil
            || dimension != nil || unit != nil
        {
            meaning = .value
        }
    }

    /// The number of a bracket that says what the values of the head before it may reach.
    private static func maximum(in head: TokenText) -> Double? {
        guard let opening = head.tokens.lastIndex(where: { $0.isSign("(") }), opening > 0,
            let found = head.firstMatch(maximums, at: opening + 1)
        else { return nil }
        var index = opening + 1 + found.keys.count
        if head.isSign(":", at: index) { index += 1 }
        return head.number(index).flatMap(Double.init)
    }

    private static let comparing = WordKey.of("với")

    private mutating func readYears(_ path: [TokenText]) {
        for head in path {
            for (position, token) in head.tokens.enumerated() {
                guard let value = token.value, token.range.count == 4, (1990...2100).contains(value) else { continue }
                let isCompared =
                    head.key(position - 1) == Self.comparing
                    || head.key(position - 1) == ScoreWords.year && head.key(position - 2) == Self.comparing
                if isCompared { baseline = value } else { year = value }
            }
        }
    }

    private mutating func readDimension(_ path: [TokenText], _ index: String, _ gazetteer: IndexGazetteer) {
        let reader = Dimensions(gazetteer: gazetteer)
        for head in path {
            if let known = gazetteer.dimension(of: index, at: 0, in: head, isDeep: true),
                known.length == head.tokens.count
            {
                dimension = .init(
                    number: known.dimension.number.isEmpty ? nil : known.dimension.number,
                    code: known.dimension.code.isEmpty ? nil : known.dimension.code, name: head.string(0..<known.length)
                )
            } else if let told = reader.subject(at: 0, of: index, in: head), case .named(let named) = told.subject {
                dimension = named
            }
        }
    }

    private mutating func readUnit(_ path: [TokenText]) {
        for head in path where !head.tokens.isEmpty {
            guard let end = UnitNames.end(at: 0, in: head), end == head.tokens.count else { continue }
            unit = head.string(0..<end)
        }
    }
}
