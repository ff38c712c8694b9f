import VanBanModel

/// What a segment of text names beside its amounts: times, indexes and dimensions, each looked for once however many
/// amounts there are.
struct TargetSegment {
    let range: Range<Int>
    private let text: TokenText
    private var dueTimes: [TimeExpression]?
    private var indexes: [(position: Int, index: String)]?
    private var dimensions: [String: [(end: Int, position: Int, dimension: IndexScore.Dimension)]] = [:]

    init(_ range: Range<Int>, of text: TokenText) {
        self.range = range
        self.text = text
    }

    /// The times that stand in a range of the segment.
    mutating func times(in part: Range<Int>, where isDue: (TimeExpression) -> Bool) -> [TimeExpression] {
        let known: [TimeExpression]
        if let dueTimes {
            known = dueTimes
        } else {
            known = TimeExpressionReader(tokens: text).expressions(in: range).filter(isDue)
            dueTimes = known
        }
        return known.filter { part.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= part.upperBound }
    }

    /// The index named last before a token.
    mutating func index(before end: Int) -> String? {
        let known: [(position: Int, index: String)]
        if let indexes {
            known = indexes
        } else {
            known = range.compactMap { position in
                IndexNames.mention(at: position, in: text).map { (position, $0.index) }
            }
            indexes = known
        }
        return known.last { $0.position < end }?.index
    }

    /// The dimension of an index that is named last before a token.
    mutating func dimension(of index: String, before end: Int, _ gazetteer: IndexGazetteer) -> IndexScore.Dimension? {
        if dimensions[index] == nil {
            var found: [(end: Int, position: Int, dimension: IndexScore.Dimension)] = []
            let reader = Dimensions(gazetteer: gazetteer)
            var position = range.lowerBound
            while position < range.upperBound {
                guard let told = reader.subject(at: position, of: index, in: text) else {
                    position += 1
                    continue
                }
                if case .named(let dimension) = told.subject { found.append((told.end, position, dimension)) }
                position = max(position + 1, told.end)
            }
            dimensions[index] = found
        }
        return dimensions[index]?.last { $0.position < end }?.dimension
    }
}
