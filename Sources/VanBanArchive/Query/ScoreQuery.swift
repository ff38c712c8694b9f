import VanBanExport

/// Asks for results of indexes over years and places.
package struct ScoreQuery: ArchiveQuery {
    /// The index (`PAPI`, `PAR INDEX`, `Chỉ số CCHC`).
    package var index: String?
    /// Words of the place or the agency whose result it is, a province's other names among them; where the document
    /// says none, of who issues the document.
    package var unit: String?
    /// First and last year.
    package var years: ClosedRange<Int>?
    /// A dimension's code (`PAPI-1`) or number, or words of its name.
    package var dimension: String?
    /// Whether only results of whole indexes count.
    package var whole = false
    /// Words of the file's path.
    package var document: String?
    /// Whether of a document that is in several files only one counts.
    package var once = false

    package init() {}

    package var request: SheetRequest {
        SheetRequest(
            .scores, conditions,
            order: """
                t.indexName, t.dimension IS NOT NULL OR t.dimensionCode IS NOT NULL, length(t.dimensionCode), \
                t.dimensionCode, t.unit, t.year, d.document, t.ordinal
                """, added: [(Self.whose, Self.owner)])
    }

    private static let whose = SheetColumn("unitOrIssuer", width: 24)
    /// Whose result it is.
    static let owner = "coalesce(t.unit, d.issuer)"

    var conditions: QueryConditions {
        var conditions = QueryConditions()
        if let index {
            let names = AskedName(index).indexes
            conditions.add(
                "words(t.indexName) IN (\(names.map { _ in "?" }.joined(separator: ", ")))",
                values: names.map(QueryWords.of))
        }
        if let unit { conditions.add(anyOf: AskedName(unit).places, in: Self.owner) }
        if let years { conditions.add("t.year BETWEEN ? AND ?", years.lowerBound, years.upperBound) }
        if let dimension { Self.add(dimension, to: &conditions) }
        if whole { conditions.add("t.dimension IS NULL AND t.dimensionCode IS NULL AND t.dimensionNumber IS NULL") }
        if let document { conditions.add(documentsWith: [QueryWords.of(document)], in: "document") }
        if once { conditions.addOnce() }
        return conditions
    }

    private static func add(_ dimension: String, to conditions: inout QueryConditions) {
        let name = AskedName(dimension)
        let codes = [dimension.uppercased()] + name.dimensions
        let words = QueryConditions.test([QueryWords.of(dimension)], in: "t.dimension")
        var tests = ["upper(t.dimensionCode) IN (\(codes.map { _ in "?" }.joined(separator: ", ")))", words.sql]
        var values = codes + words.values
        if let number = name.dimensionNumber {
            tests += ["t.dimensionNumber = ?", "t.dimensionCode LIKE ?"]
            values += [number, "%-" + number]
        }
        conditions.add(tests.joined(separator: " OR "), values: values)
    }
}
