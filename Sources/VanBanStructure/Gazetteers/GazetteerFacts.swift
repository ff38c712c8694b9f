import VanBanModel
import VanBanReading

/// What the data files know of agencies, territories and indexes, for those who check documents against it.
package enum GazetteerFacts {
    /// The end of a territory.
    package struct End: Sendable, Hashable {
        /// The last day on which there was one of the name.
        package var lastDay: CalendarDate
        /// The names of those that took over.
        package var successors: [String]
    }

    /// The provinces whose name went with them, by their names' keys (``WordKeys``).
    package static let endedProvinces: [String: End] = {
        let rows = CSVTable(PackageResources.provinces_csv).rows
        let lasting = Set(rows.lazy.filter { $0["valid_to"].isEmpty }.map { $0["name"] })
        var ended: [String: End] = [:]
        for row in rows where !lasting.contains(row["name"]) {
            guard let day = CalendarDate(iso: row["valid_to"]) else { continue }
            ended[WordKeys.joined(row["name"])] = End(lastDay: day, successors: row.values("successor"))
        }
        return ended
    }()

    /// The names of agencies and the ways in which they are written.
    package static let agencyForms: [String] = CSVTable(PackageResources.agencies_csv).rows.flatMap {
        [$0["name"]] + $0.values("abbreviations")
    }

    /// Their keys (``WordKeys``), in the same order.
    package static let agencyKeys: [String] = agencyForms.map { WordKeys.joined($0) }

    /// Set phrases of administrative language, each with the other words that have its letters without marks.
    package static let setPhrases: [(phrase: String, others: [String])] =
        CSVTable(PackageResources.set_phrases_csv).rows.map { ($0["phrase"], $0.values("others")) }

    /// The attainable points of indexes and dimensions, by their codes; of several scales the largest.
    package static let maxima: [String: Double] = {
        var maxima: [String: Double] = [:]
        for row in CSVTable(PackageResources.indexes_csv).rows {
            guard let maximum = Double(row["max_score"]) else { continue }
            let code = row["parent"].isEmpty ? row["index"] : row["code"]
            maxima[code] = max(maximum, maxima[code] ?? 0)
        }
        return maxima
    }()

    /// The dimensions of which an index is the plain sum of points; empty where it is none, or is not known to be.
    ///
    /// PAPI adds up its eight dimensions without weights (papi.org.vn, since 2018).
    package static func addends(of index: String) -> [String] {
        guard index == "PAPI" else { return [] }
        return (1...8).map { "PAPI-\($0)" }
    }
}
