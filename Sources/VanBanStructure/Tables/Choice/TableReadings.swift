import VanBanModel
import VanBanReading

/// All that the readers of tables without signs between the cells make of a document, before one reading of each table
/// is chosen: what the weights of the measure are fitted on.
package struct TableReadings: Encodable, Sendable {
    package struct Reading: Encodable, Sendable {
        package var layout: String
        /// The lines of the document that it takes.
        package var firstLine: Int
        package var lines: Int
        package var value: Double
        package var roles: [String?]
        package var rows: [Row]
    }

    package struct Row: Encodable, Sendable {
        package var start: Int
        package var end: Int
        package var kind: String
        package var value: Double
        package var cells: [String]
        /// What is seen of its cells, empty ones included, and of the row as such, which comes last.
        package var seen: [Seen]
        /// What is known of it in the end, where its reading stands.
        package var facts: [String: Double]?
    }

    package struct Seen: Encodable, Sendable {
        package var kind: String
        package var traits: [String]
        package var column: Int?
    }

    package var readings: [Reading] = []
    /// Those that stand, with rows of others where these are better.
    package var standing: [Reading] = []

    /// Reads the tables of a file in every way.
    package init(_ document: consuming ReadDocument) {
        let text = document.text
        var assembly = Assembly(text)
        let (lines, bars) = DocumentConverter.lines(of: document.blocks, in: text, &assembly)
        var measure = TableMeasure(text, agencies: .standard)
        let found = TableRecoveries.readings(of: lines, bars: bars, in: text, agencies: .standard)
        readings = found.all.map { entry in
            Self.reading(of: entry.table.table, entry.rows, at: entry.lines, &measure, text)
        }
        standing = found.standing.map { lines, comparison in
            var reading = Self.reading(of: comparison.table.table, comparison.rows, at: lines, &measure, text)
            for (index, facts) in comparison.facts().enumerated() {
                reading.rows[index].facts = Dictionary(uniqueKeysWithValues: facts.map { ($0.rawValue, $1) })
            }
            return reading
        }
    }

    private static func reading(
        of table: TableDraft, _ rows: [TableMeasure.Row], at lines: Range<Int>, _ measure: inout TableMeasure,
        _ text: SourceText
    ) -> Reading {
        let seen = measure.seen(of: table)
        return Reading(
            layout: table.layout.rawValue, firstLine: lines.lowerBound, lines: lines.count,
            value: rows.reduce(0) { $0 + $1.value }, roles: table.columns.map { $0.role?.rawValue },
            rows: table.rows.indices.map { index in
                let row = table.rows[index]
                return Row(
                    start: row.hull.lowerBound, end: row.hull.upperBound, kind: row.kind.rawValue,
                    value: rows[index].value, cells: row.cells.map { text.string($0) },
                    seen: seen[index].map {
                        Seen(
                            kind: $0.kind.rawValue, traits: $0.traits.map(\.rawValue), column: $0.column)
                    })
            })
    }
}
