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
    }

    package struct Seen: Encodable, Sendable {
        package var kind: String
        package var traits: [String]
        package var column: Int?
    }

    package var readings: [Reading] = []

    /// Reads the tables of a file in every way.
    package init(_ document: consuming ReadDocument) {
        let text = document.text
        var assembly = Assembly(text)
        let (lines, bars) = DocumentConverter.lines(of: document.blocks, in: text, &assembly)
        var measure = TableMeasure(text, agencies: .standard)
        readings = TableRecoveries.readings(of: lines, bars: bars, in: text, agencies: .standard).map { entry in
            let seen = measure.seen(of: entry.table.table)
            return Reading(
                layout: entry.table.table.layout.rawValue, firstLine: entry.lines.lowerBound, lines: entry.lines.count,
                value: entry.value, roles: entry.table.table.columns.map { $0.role?.rawValue },
                rows: entry.table.table.rows.indices.map { index in
                    let row = entry.table.table.rows[index]
                    return Row(
                        start: row.hull.lowerBound, end: row.hull.upperBound, kind: row.kind.rawValue,
                        value: entry.rows[index].value, cells: row.cells.map { text.string($0) },
                        seen: seen[index].map {
                            Seen(kind: $0.kind.rawValue, traits: $0.traits.map(\.rawValue), column: $0.column)
                        })
                })
        }
    }
}
