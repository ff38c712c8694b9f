/// A name of the field with the other ways it is written, for those who ask for it by any of them.
///
/// ```swift
/// KnownName.agencies.first { $0.forms.contains("Sở TT&TT") }?.key  // so-tttt
/// ```
package struct KnownName: Hashable, Sendable {
    /// What records call it: an agency's id, a dimension's code, the name of an index or a province.
    package var key: String
    /// The index that a dimension belongs to.
    package var index: String?
    /// Its name, and the abbreviations and other names it goes by.
    package var forms: [String]

    /// The agencies, by their ids.
    package static var agencies: [KnownName] {
        CSVTable(PackageResources.agencies_csv).rows.map { row in
            KnownName(key: row["id"], forms: [row["name"]] + row.values("abbreviations"))
        }
    }

    /// The provinces of all times, by their names.
    package static var provinces: [KnownName] {
        CSVTable(PackageResources.provinces_csv).rows.map { row in
            KnownName(key: row["name"], forms: [row["name"]] + row.values("aliases"))
        }
    }

    /// The indexes, by the names that records give them (`PAR INDEX`).
    package static var indexes: [KnownName] {
        CSVTable(PackageResources.indexes_csv).rows.filter { $0["parent"].isEmpty }.map { row in
            KnownName(
                key: row["index"],
                forms: [row["index"], row["code"], row["name_vi"], row["name_en"]] + row.values("aliases"))
        }
    }

    /// The dimensions of indexes and what stands below them, by their codes (`PAPI-4`).
    package static var dimensions: [KnownName] {
        CSVTable(PackageResources.indexes_csv).rows.filter { !$0["parent"].isEmpty }.map { row in
            KnownName(
                key: row["code"], index: row["index"], forms: [row["name_vi"], row["name_en"]] + row.values("aliases"))
        }
    }
}
