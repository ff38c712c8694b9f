import VanBanExport
import VanBanModel
import VanBanSQLite
import VanBanStructure

/// Lays results of indexes side by side: a row for each result, a column for each year, or for each place.
///
/// What a document reports of an earlier year besides counts, too. Where documents disagree a cell has all their values.
package struct ScoreComparison: Sendable {
    /// What the columns are.
    package enum Axis: String, Hashable, Sendable, CaseIterable {
        case year, unit
    }

    package var scores: ScoreQuery
    package var axis: Axis

    package init(of scores: ScoreQuery, across axis: Axis) {
        self.scores = scores
        self.axis = axis
    }

    private enum Measure: String, CaseIterable {
        case score, percent, rank

        var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What a row or a column stands for.
    private struct Key: Hashable {
        var index: String
        var code: String?
        var dimension: String?
        var region: String?
        var measure: Measure
        /// The one of the two that is no column.
        var side: String?

        /// What it is a value of, wherever and whenever.
        var result: Key { Key(index: index, code: code, dimension: dimension, region: region, measure: .score) }
    }

    private struct Reading {
        var key: Key
        var column: String
        var value: SheetValue
    }

    /// - Throws: ``QueryFailure/store(_:)`` where the database cannot be read.
    package func sheet(in archive: ArchiveReader) throws(QueryFailure) -> Sheet {
        let readings = try archive.read { try self.readings($0) }
        var keys: [Key] = []
        var cells: [Key: [String: [SheetValue]]] = [:]
        var columns: Set<String> = []
        for reading in readings {
            if cells[reading.key] == nil { keys.append(reading.key) }
            columns.insert(reading.column)
            if cells[reading.key]?[reading.column]?.contains(reading.value) != true {
                cells[reading.key, default: [:]][reading.column, default: []].append(reading.value)
            }
        }
        let names = columns.sorted()
        var sheet = Self.sheet(axis, names)
        for key in Self.ordered(keys) {
            let measured = names.map { Self.value(of: cells[key]?[$0] ?? []) }
            let facts: [SheetValue] = [
                .text(key.index), SheetValue(key.code), SheetValue(key.dimension),
                axis == .unit ? SheetValue(key.side.flatMap { Int($0) }) : SheetValue(key.side),
                SheetValue(key.region), .text(key.measure.rawValue),
            ]
            sheet.rows.append(SheetRow(facts + measured))
        }
        return sheet
    }

    /// Results in the order in which they were read, years and places within each from the first on.
    private static func ordered(_ keys: [Key]) -> [Key] {
        var places: [Key: Int] = [:]
        for key in keys where places[key.result] == nil { places[key.result] = places.count }
        return keys.sorted { left, right in
            let (one, other) = (places[left.result] ?? 0, places[right.result] ?? 0)
            if one != other { return one < other }
            if left.side != right.side { return left.side ?? "" < right.side ?? "" }
            return left.measure.place < right.measure.place
        }
    }

    private static func value(of values: [SheetValue]) -> SheetValue {
        values.count == 1 ? values[0] : SheetValue(list: values.map(\.text))
    }

    private static func sheet(_ axis: Axis, _ names: [String]) -> Sheet {
        let side =
            axis == .year
            ? SheetColumn("unit", width: 28) : SheetColumn("year", .integer, width: 7)
        return Sheet(
            name: "comparison", title: BilingualText(told: "sheet.comparison"),
            columns: [
                SheetColumn("indexName", width: 12),
                SheetColumn("dimensionCode", width: 12, title: "dimensionCode.short"),
                SheetColumn("dimension", width: 36), side,
                SheetColumn("region", width: 20),
                SheetColumn("measure", width: 8, codes: "measure", title: "measure.value"),
            ] + names.map { SheetColumn($0, called: BilingualText($0, $0), .number, width: 10) })
    }

    // MARK: Reading

    private func readings(_ database: Database) throws -> [Reading] {
        // The whole before its dimensions, these in the order of their numbers.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT t.indexName, t.dimensionCode, t.dimension, t.region, t.year, t.score, t.percent, \
                t.rankPosition, t.previousYear, t.previousScore, \(ScoreQuery.owner) \
                FROM \(conditions.source(of: .scores)) \(conditions.clause) \
                ORDER BY t.indexName, t.dimension IS NOT NULL OR t.dimensionCode IS NOT NULL, \
                length(t.dimensionCode), t.dimensionCode, t.dimension, \
                words(\(ScoreQuery.owner)), t.region, t.year, d.document, t.ordinal
                """, arguments: conditions.arguments)
        var readings: [Reading] = []
        while let row = try rows.next() {
            let owner: String? = row[10]
            let unit = owner.map { ProvinceName.of($0) ?? $0 }
            let key = Key(
                index: row[0], code: row[1], dimension: row[2], region: row[3], measure: .score, side: nil)
            let year: Int? = row[4]
            let values: [(Measure, SheetValue)] = [
                (.score, SheetValue(row[5] as Double?)), (.percent, SheetValue(row[6] as Double?)),
                (.rank, SheetValue(row[7] as Int?)),
            ]
            for (measure, value) in values { add(key, measure, unit, year, value, to: &readings) }
            let earlier: Int? = row[8]
            add(key, .score, unit, earlier, SheetValue(row[9] as Double?), to: &readings)
        }
        return readings
    }

    private var conditions: QueryConditions {
        // The year of a result told besides is another than the row's.
        var query = scores
        query.years = nil
        return query.conditions
    }

    private func add(
        _ key: Key, _ measure: Measure, _ unit: String?, _ year: Int?, _ value: SheetValue, to readings: inout [Reading]
    ) {
        guard value != .none, let year, scores.years?.contains(year) != false else { return }
        var key = key
        key.measure = measure
        key.side = axis == .year ? unit : String(year)
        readings.append(Reading(key: key, column: axis == .year ? String(year) : unit ?? "?", value: value))
    }
}

/// The province that an authority of its own level is of: `Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ`, `tỉnh Phú Thọ`.
enum ProvinceName {
    private static let names: [String: String] = Dictionary(
        KnownName.provinces.flatMap { province in province.forms.map { (QueryWords.of($0), province.key) } },
        uniquingKeysWith: { first, _ in first })

    /// Nil where the text names none, or something below a province.
    static func of(_ text: String) -> String? {
        let words = QueryWords.of(text)
        if let name = names[words] { return name }
        if below.contains(where: words.contains) { return nil }
        for noun in [" tinh ", " thanh pho "] {
            guard let place = words.ranges(of: noun).last else { continue }
            if let name = names[" " + words[place.upperBound...]] { return name }
        }
        return nil
    }

    private static let below = [" xa ", " phuong ", " thi tran ", " huyen ", " quan ", " thi xa ", " dac khu "]
}
