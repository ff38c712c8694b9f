import VanBanExport

/// Asks for results of indexes over years and places.
public struct ScoreQuery: Sendable {
    /// The index (`PAPI`).
    public var index: String?
    /// Words of the place or the agency whose result it is; where the document says none, of who issues the document.
    public var unit: String?
    /// First and last year.
    public var years: ClosedRange<Int>?
    /// A dimension's code (`PAPI-1`), or words of its name.
    public var dimension: String?

    public init() {}

    public var request: SheetRequest {
        var conditions = QueryConditions()
        if let index { conditions.add("words(t.indexName) = ?", QueryWords.of(index)) }
        conditions.add(words: unit, in: "coalesce(t.unit, d.issuer)")
        if let years { conditions.add("t.year BETWEEN ? AND ?", years.lowerBound, years.upperBound) }
        if let dimension {
            conditions.add(
                "upper(t.dimensionCode) = upper(?) OR instr(words(t.dimension), ?) > 0", dimension,
                QueryWords.of(dimension))
        }
        return SheetRequest(
            .scores, conditions,
            order: """
                t.indexName, t.dimension IS NOT NULL OR t.dimensionCode IS NOT NULL, length(t.dimensionCode), \
                t.dimensionCode, t.unit, t.year, d.document, t.ordinal
                """)
    }
}
