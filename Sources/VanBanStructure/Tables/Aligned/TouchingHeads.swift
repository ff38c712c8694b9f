import VanBanModel
import VanBanReading

/// A header whose heads touch, parted by what its words say.
///
/// `pdftotext -layout` leaves one space between the heads of narrow columns and moves those behind to the left, so that
/// `Cơ quan Cơ quan Thời gian` stands over `chủ trì     phối hợp   hoàn` and no word over the one that it belongs to.
/// The line with the most heads gives the columns; the words of every other line go to them in their order, in the way
/// that makes the best known heads.
struct TouchingHeads {
    private typealias Part = (line: Int, words: Range<Int>)

    private let rows: [AlignedLine]
    private let text: SourceText
    /// By column, its words.
    private var columns: [[Part]] = []

    /// What a cut between words without a wide gap costs, and what words cost that a wide gap parts.
    private static let cut = 0.3
    private static let bridge = 1.5
    /// What a character between words and their column costs.
    private static let distance = 0.04
    /// Words on one line; more are no header's.
    private static let most = 24

    /// The columns' heads; nil where none touch.
    /// - Parameter rows: the header's lines.
    static func cells(of rows: [AlignedLine], in text: SourceText) -> [AlignedHeader.Cell]? {
        var heads = TouchingHeads(rows: rows, text: text)
        guard heads.part() else { return nil }
        return heads.columns.map { AlignedHeader.Cell($0.map { ($0.line, $0.words) }, of: rows) }
    }

    /// Whether a line without a wide gap is several heads, each as narrow as heads that touch are.
    static func areSeveral(in line: AlignedLine, _ text: SourceText) -> Bool {
        guard line.words.count <= most else { return false }
        let heads = heads(in: line.words.indices, of: line, text)
        return heads.count > 1 && heads.allSatisfy { line.width($0) < narrow }
    }

    /// The printed width of heads that touch, in parts of the type size.
    private static let narrow = 16.0

    private init(rows: [AlignedLine], text: SourceText) {
        self.rows = rows
        self.text = text
    }

    private mutating func part() -> Bool {
        guard rows.allSatisfy({ $0.words.count <= Self.most }) else { return false }
        let heads = rows.map { row in row.atoms().flatMap { Self.heads(in: $0, of: row, text) } }
        guard let most = heads.map(\.count).max(), let base = heads.firstIndex(where: { $0.count == most }),
            most > rows[base].atoms().count
        else { return false }
        columns = heads[base].map { [(base, $0)] }
        for line in Array(rows.indices.dropFirst(base + 1)) + rows.indices.prefix(base).reversed() {
            place(line, beside: rows[base])
        }
        return true
    }

    /// The heads in words without a wide gap between them: each opens with a capital and a phrase that heads are made of.
    private static func heads(in atom: Range<Int>, of row: AlignedLine, _ text: SourceText) -> [Range<Int>] {
        let tokens = TokenText(row.range(atom), in: text)
        var cuts: [Int] = []
        var within = 0
        var word = atom.lowerBound
        for index in tokens.tokens.indices {
            while word + 1 < atom.upperBound,
                row.words[word].range.upperBound <= tokens.tokens[index].range.lowerBound
            {
                word += 1
            }
            guard index >= within, let found = HeadLexicon.entries(in: tokens, at: index) else { continue }
            let opensWord = row.words[word].range.lowerBound == tokens.tokens[index].range.lowerBound
            let leadsOn = index > 0 && CellWords.leadsOn(in: tokens, at: index - 1)
            if index > 0, opensWord, !leadsOn, tokens.tokens[index].startsUpper { cuts.append(word) }
            within = index + found.length
        }
        var parts: [Range<Int>] = []
        var start = atom.lowerBound
        for cut in cuts where cut > start {
            parts.append(start..<cut)
            start = cut
        }
        parts.append(start..<atom.upperBound)
        return parts
    }

    // MARK: The other lines

    /// Gives the words of a line to the columns; a head beside all of the base's words is a column of its own.
    private mutating func place(_ line: Int, beside base: AlignedLine) {
        let row = rows[line]
        let own = base.atoms()
        for atom in row.atoms() {
            let start = row.words[atom.lowerBound].start
            let end = row.words[atom.upperBound - 1].end
            let isOver = own.contains {
                base.words[$0.lowerBound].start < end && base.words[$0.upperBound - 1].end > start
            }
            guard !isOver, columns.allSatisfy({ place(of: $0).end <= start || place(of: $0).start >= end }),
                row.words[atom.lowerBound].mayOpen, strength([(line, atom)]) > 0
            else { continue }
            let order = columns.firstIndex { place(of: $0).start >= end } ?? columns.count
            columns.insert([(line, atom)], at: order)
        }
        let taken = Set(columns.joined().filter { $0.line == line }.flatMap { Array($0.words) })
        let words = row.words.indices.filter { !taken.contains($0) }
        guard let first = words.first, let last = words.last, words.count == last + 1 - first else { return }
        assign(first..<(last + 1), of: line)
    }

    /// The best way to give words to columns in their order.
    private mutating func assign(_ words: Range<Int>, of line: Int) {
        let row = rows[line]
        let before = columns.map { strength($0) }
        // best[column][n]: the first n words stand in the columns before it.
        var best = [[Double]](
            repeating: [Double](repeating: -.infinity, count: words.count + 1), count: columns.count + 1)
        var from = [[Int]](repeating: [Int](repeating: 0, count: words.count + 1), count: columns.count + 1)
        best[0][0] = 0
        for column in columns.indices {
            for start in 0...words.count where best[column][start] > -.infinity {
                for end in start...words.count {
                    var value = best[column][start]
                    if end > start {
                        let part = (words.lowerBound + start)..<(words.lowerBound + end)
                        value += strength(columns[column] + [(line, part)]) - before[column]
                        value -= cost(of: part, on: row, under: columns[column])
                    }
                    if value > best[column + 1][end] {
                        best[column + 1][end] = value
                        from[column + 1][end] = start
                    }
                }
            }
        }
        guard best[columns.count][words.count] > -.infinity else { return }
        var end = words.count
        for column in columns.indices.reversed() {
            let start = from[column + 1][end]
            if start < end {
                columns[column].append((line, (words.lowerBound + start)..<(words.lowerBound + end)))
            }
            end = start
        }
    }

    private func cost(of part: Range<Int>, on row: AlignedLine, under column: [Part]) -> Double {
        var cost = 0.0
        if part.lowerBound > 0, !row.isWideGap(before: part.lowerBound) { cost += Self.cut }
        for word in part.dropFirst() where row.isWideGap(before: word) { cost += Self.bridge }
        let place = place(of: column)
        let start = row.words[part.lowerBound].start
        let end = row.words[part.upperBound - 1].end
        return cost + Self.distance * Double(max(0, start - place.end, place.start - end))
    }

    /// How well words are known as a head.
    private func strength(_ column: [Part]) -> Double {
        let stretch = AlignedHeader.Cell(column.map { ($0.line, $0.words) }, of: rows).stretch
        let head = ColumnHead(TokenText(stretch, in: text))
        if head.isKnown { return 3 + 0.1 * (head.scores.values.max() ?? 0) }
        return head.isUnknown ? -1 : 0
    }

    private func place(of column: [Part]) -> (start: Int, end: Int) {
        let cell = AlignedHeader.Cell(column.map { ($0.line, $0.words) }, of: rows)
        return (cell.start, cell.end)
    }
}
