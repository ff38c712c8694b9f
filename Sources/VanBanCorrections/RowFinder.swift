import VanBanModel
import VanBanStructure

/// Finds the rows of a document by the source's words, in little time however many rows there are.
struct RowFinder {
    enum Finding: Equatable {
        /// The table's place among the record's, and the row's own id.
        case row(table: Int, id: Int)
        case none
        /// So many rows fit alike.
        case several(Int)
    }

    /// The rows in which a word stands, by their ids.
    private var rowsOfWord: [String: [Int32]] = [:]
    private var tableOfRow: [Int32] = []

    /// How alike a row must be to the one that was put right, and how much more than the next.
    private static let leastLikeness = 0.75
    private static let margin = 0.02
    /// A row that holds nearly all words of the other was joined with another one, or parted from it.
    private static let leastShare = 0.9
    private static let likenessOfShare = 0.76
    /// Words that few rows have tell most; more rows than this are not compared.
    private static let askedWords = 12
    private static let fewRows = 32
    /// A row that is so alike is the one, unless others are as alike that have the same telling words.
    private static let surely = 0.95
    private static let comparedRows = 64

    init(_ tables: [CorrectedTable]) {
        for (number, table) in tables.enumerated() {
            for row in table.rows { add(row, table: number) }
        }
    }

    mutating func add(_ row: CorrectedTable.Row, table: Int) {
        while tableOfRow.count <= row.id { tableOfRow.append(-1) }
        tableOfRow[row.id] = Int32(table)
        for word in row.words.counts.keys { rowsOfWord[word, default: []].append(Int32(row.id)) }
    }

    /// The row that a place tells.
    func find(_ place: Correction.Place, in tables: [CorrectedTable]) -> Finding {
        guard let asked = place.words.map({ SourceWords($0) }), !asked.isEmpty else {
            return find(empty: place, tables)
        }
        let postings = asked.counts.keys.sorted().compactMap { rowsOfWord[$0] }.sorted { $0.count < $1.count }
        // Words that few rows have mostly tell the row; where they don't, all words are asked.
        var scores = self.scores(of: postings.prefix { $0.count <= Self.fewRows }, asked, tables)
        if scores.allSatisfy({ $0.likeness < Self.surely }) {
            scores = self.scores(of: postings.prefix(Self.askedWords), asked, tables)
        }
        guard let best = scores.map(\.likeness).max() else { return .none }
        var near = scores.filter { $0.likeness >= best - Self.margin }
        if near.count > 1 { near = nearest(near, place, tables) }
        guard near.count == 1 else { return .several(near.count) }
        return .row(table: near[0].table, id: tables[near[0].table].rows[near[0].index].id)
    }

    private func likeness(of row: CorrectedTable.Row, to asked: SourceWords) -> Double {
        let shared = Double(row.words.shared(with: asked))
        let likeness = 2 * shared / Double(max(1, row.words.total + asked.total))
        let share = max(shared / Double(max(1, asked.total)), shared / Double(max(1, row.words.total)))
        // A row of a word or two stands in many others.
        let isTelling = shared >= 4
        return share >= Self.leastShare && isTelling ? max(likeness, Self.likenessOfShare) : likeness
    }

    /// The rows that are alike enough among those that have the words.
    private func scores(
        of postings: ArraySlice<[Int32]>, _ asked: SourceWords, _ tables: [CorrectedTable]
    ) -> [(table: Int, index: Int, likeness: Double)] {
        var votes: [Int32: Int] = [:]
        for rows in postings {
            for row in rows { votes[row, default: 0] += 1 }
        }
        let candidates = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.comparedRows)
        return candidates.compactMap { id, _ in
            let table = Int(tableOfRow[Int(id)])
            guard let index = tables[table].index(of: Int(id)) else { return nil }
            let likeness = likeness(of: tables[table].rows[index], to: asked)
            return likeness >= Self.leastLikeness ? (table, index, likeness) : nil
        }
    }

    /// Of rows that are equal, the one below the same row, else the one at the same place of its table.
    private func nearest(
        _ near: [(table: Int, index: Int, likeness: Double)], _ place: Correction.Place, _ tables: [CorrectedTable]
    ) -> [(table: Int, index: Int, likeness: Double)] {
        var near = near
        if let above = place.above.map({ SourceWords($0) }), !above.isEmpty {
            let scored = near.map { entry in
                entry.index > 0 ? tables[entry.table].rows[entry.index - 1].words.likeness(to: above) : 0
            }
            let best = scored.max() ?? 0
            near = zip(near, scored).filter { $0.1 >= best - Self.margin }.map(\.0)
        }
        if near.count > 1, let best = near.map(\.likeness).max() { near = near.filter { $0.likeness == best } }
        if near.count > 1 {
            let exact = near.filter { $0.table + 1 == place.table && $0.index + 1 == place.row }
            if exact.count == 1 { return exact }
        }
        return near
    }

    /// A row without a word is told by where it stands, in a table with the same headers.
    private func find(empty place: Correction.Place, _ tables: [CorrectedTable]) -> Finding {
        guard let number = place.table, let row = place.row, tables.indices.contains(number - 1),
            tables[number - 1].rows.indices.contains(row - 1), tables[number - 1].rows[row - 1].words.isEmpty,
            place.headers.map({ Self.equal($0, tables[number - 1]) }) ?? false
        else { return .none }
        return .row(table: number - 1, id: tables[number - 1].rows[row - 1].id)
    }

    private static func equal(_ headers: [String], _ table: CorrectedTable) -> Bool {
        headers.map(WordKeys.joined) == table.columns.map { WordKeys.joined($0.header) }
    }

    /// The table with these headers: of several the one at the same place, else the first that fits best.
    static func table(_ place: Correction.Place, in tables: [CorrectedTable]) -> Int? {
        guard let headers = place.headers else { return nil }
        let asked = SourceWords(headers)
        let likeness = tables.map { SourceWords($0.columns.map(\.header)).likeness(to: asked) }
        guard let best = likeness.max(), best >= leastLikeness else { return nil }
        let near = tables.indices.filter { likeness[$0] >= best - margin }
        if let number = place.table, near.contains(number - 1) { return number - 1 }
        return near.first
    }
}
