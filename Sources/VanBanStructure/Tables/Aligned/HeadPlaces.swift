import VanBanModel
import VanBanReading

/// Where heads begin that have no more than a space between them.
///
/// Narrow columns have heads that touch: `Cơ quan Cơ quan Thời` over `chủ trì phối hợp gian`. Each begins with a capital,
/// and says a role of its own, or has words at its place on the header's other lines or in the rows below.
struct HeadPlaces {
    private let rows: [AlignedLine]
    private let text: SourceText
    /// By place, how many lines of the header have a word that begins there, and how many of the rows below a gap before it.
    private var heads: [Int: Int] = [:]
    private var body: [Int: Int] = [:]

    /// - Parameters:
    ///   - rows: the header's lines.
    ///   - body: some lines below it.
    init(_ rows: [AlignedLine], body: [AlignedLine], in text: SourceText) {
        self.rows = rows
        self.text = text
        for row in rows {
            for word in row.words { heads[word.start, default: 0] += 1 }
        }
        for row in body {
            for index in row.words.indices where row.words[index].mayOpen {
                self.body[row.words[index].start, default: 0] += 1
            }
        }
    }

    /// The heads that words without a wide gap between them are.
    /// - Parameter row: the place of their line among the header's.
    func parts(of atom: Range<Int>, on row: Int) -> [Range<Int>] {
        let cuts = atom.dropFirst().filter { mayBegin($0, on: row) }
        guard !cuts.isEmpty else { return [atom] }
        let found = cutsByPlace(cuts, atom, row)
        if !found.isEmpty { return Self.parts(of: atom, at: found) }
        if let cut = cutByRoles(cuts, atom, row) {
            return [atom.lowerBound..<cut] + parts(of: cut..<atom.upperBound, on: row)
        }
        return Self.parts(of: atom, at: cutsBetween(cuts, atom, row))
    }

    private static func parts(of atom: Range<Int>, at cuts: [Int]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = atom.lowerBound
        for cut in cuts + [atom.upperBound] {
            parts.append(start..<cut)
            start = cut
        }
        return parts
    }

    /// Whether a head, or a line of one below another that was parted, may begin with a word.
    private func mayBegin(_ word: Int, on row: Int) -> Bool {
        let range = rows[row].words[word].range
        if TokenText(range, in: text).tokens.first?.startsUpper ?? false { return true }
        // A head's second line begins right below its first.
        return rows[..<row].contains { above in
            above.words.indices.contains {
                abs(above.words[$0].start - rows[row].words[word].start) <= 1
                    && TokenText(above.words[$0].range, in: text).tokens.first?.startsUpper ?? false
                    && !isSpanning($0, on: above)
            }
        }
    }

    /// Whether a word stands in a head over several columns, whose words begin anywhere.
    private func isSpanning(_ word: Int, on row: AlignedLine) -> Bool {
        row.atoms().first { $0.contains(word) }.map {
            ColumnRoles.isSpanning(TokenText(row.range($0), in: text))
        } ?? false
    }

    /// Words with others right above or below them in the header, and cells that begin there.
    private func cutsByPlace(_ cuts: [Int], _ atom: Range<Int>, _ row: Int) -> [Int] {
        cuts.filter { cut in
            let place = rows[row].words[cut].start
            let own = (-1...1).reduce(0) { $0 + heads[place + $1, default: 0] }
            return own > 1 && cells(at: place, 2) > 1 || cells(at: place, 1) > 3
        }
    }

    /// Cells that begin at a place or so far beside it.
    private func cells(at place: Int, _ reach: Int) -> Int {
        (-reach...reach).reduce(0) { $0 + body[place + $1, default: 0] }
    }

    private func cutByRoles(_ cuts: [Int], _ atom: Range<Int>, _ row: Int) -> Int? {
        cuts.first { cut in
            let left = TokenText(rows[row].range(atom.lowerBound..<cut), in: text)
            let right = TokenText(rows[row].range(cut..<atom.upperBound), in: text)
            let roles = ColumnRoles.roles(of: [left, right])
            guard let first = roles[0], let second = roles[1] else { return false }
            return first != second
        }
    }

    /// Above or below words that stand apart, one cut goes between each two of them; what goes on in small letters below
    /// makes heads of the words above, where capitals below have a head over them all.
    private func cutsBetween(_ cuts: [Int], _ atom: Range<Int>, _ row: Int) -> [Int] {
        let start = rows[row].words[atom.lowerBound].start
        let end = rows[row].words[atom.upperBound - 1].end
        for (index, other) in rows.enumerated() where index != row {
            let beside = other.atoms().filter {
                other.words[$0.lowerBound].start < end && other.words[$0.upperBound - 1].end > start
            }
            guard beside.count >= 2 else { continue }
            let goesOn =
                index > row
                && beside.allSatisfy { LetterCase.startsLower(other.words[$0.lowerBound].range, in: text) }
            guard goesOn || !ColumnRoles.isSpanning(TokenText(rows[row].range(atom), in: text)) else { continue }
            var found: [Int] = []
            for (left, right) in zip(beside, beside.dropFirst()) {
                let middle = (other.words[left.upperBound - 1].end + other.words[right.lowerBound].start) / 2
                let free = cuts.filter { $0 > found.last ?? atom.lowerBound }
                guard let cut = free.min(by: { distance($0, row, middle) < distance($1, row, middle) }) else {
                    return found
                }
                found.append(cut)
            }
            return found
        }
        return []
    }

    private func distance(_ cut: Int, _ row: Int, _ place: Int) -> Int { abs(rows[row].words[cut].start - place) }
}
