import VanBanModel

/// Where the cells of one row begin.
///
/// The lines of a cell begin at one place, even where spaces are stretched to fill them, and no word of the column on the
/// left reaches across it. Which place that is, the lines of a row tell together: each votes for the places at which its
/// words begin and against those that its words cross.
enum BandStarts {
    /// The farthest that a cell begins from its river.
    private static let reach = 14
    /// So many votes tell a place; one line alone tells none.
    private static let least = 1.6

    private struct Candidate {
        var place: Int
        var score: Double
    }

    /// - Parameters:
    ///   - lines: those of a row on one page, none of them with one cell over several columns.
    ///   - rivers: of every line the places of its rivers.
    /// - Returns: by column the place at which its cells begin; nil where the lines do not tell.
    static func places(of lines: [AlignedLine], rivers: [[Int]], roles: [ColumnRole?]) -> [Int?] {
        var places = [Int?](repeating: nil, count: roles.count)
        guard lines.count > 1, let count = rivers.first?.count, count + 1 == roles.count else { return places }
        // Of every choice for the columns so far, the best one that ends with a candidate, or with none.
        var best: [(last: Int, score: Double, chosen: [Int?])] = [(0, 0, [])]
        for river in 0..<count {
            let found = candidates(lines, rivers.map { $0[river] }, role: roles[river + 1])
            var next = best.map { (last: $0.last, score: $0.score, chosen: $0.chosen + [nil]) }
            for candidate in found {
                var top: Int?
                for index in best.indices where best[index].last + 2 <= candidate.place {
                    if top.map({ best[index].score > best[$0].score }) ?? true { top = index }
                }
                guard let top else { continue }
                next.append((candidate.place, best[top].score + candidate.score, best[top].chosen + [candidate.place]))
            }
            // Of ways that end at one place only the best counts.
            next.sort { ($0.last, $1.score) < ($1.last, $0.score) }
            best.removeAll(keepingCapacity: true)
            for way in next where best.last?.last != way.last { best.append(way) }
        }
        if let chosen = best.max(by: { $0.score < $1.score })?.chosen {
            for (river, place) in chosen.enumerated() { places[river + 1] = place }
        }
        return places
    }

    private static func candidates(_ lines: [AlignedLine], _ rivers: [Int], role: ColumnRole?) -> [Candidate] {
        var votes: [Int: Double] = [:]
        for (line, river) in zip(lines, rivers) {
            for (index, word) in line.words.enumerated() where abs(word.start - 1 - river) <= reach {
                let isFree = index == 0 || word.start - line.words[index - 1].end > 1
                let own = (isFree ? 1 : 0.7) + (word.opening(as: role) > 0 ? 0.3 : 0)
                votes[word.start, default: 0] += own - 0.04 * Double(abs(word.start - 1 - river))
            }
        }
        var found: [Candidate] = []
        for (place, vote) in votes where vote >= least {
            let crossing = lines.reduce(0) { sum, line in
                sum + (line.words.contains { $0.start < place && $0.end >= place } ? 1 : 0)
            }
            let score = vote - Double(crossing)
            if score >= least { found.append(Candidate(place: place, score: score)) }
        }
        return found.sorted { $0.place < $1.place }
    }
}
