import VanBanModel

/// Columns of a page that stand where the header's others stood.
///
/// A column without words on a page takes no place there, and those behind it move up. Where a page has no header of
/// its own, what its cells open with tells whose columns they are.
struct ColumnShift {
    let roles: [ColumnRole?]
    /// Columns up to this one stay where they are.
    let fixed: Int

    /// By how much the other assignment must be better.
    private static let margin = 2.0
    /// A river right of everything.
    private static let beyond = 10_000

    /// The columns under which a page's columns belong, where that is plainly better than their places.
    /// - Parameter cells: of every line its cells.
    func assignment(of lines: [AlignedLine], cells: [[Range<Int>]]) -> [Int: Int]? {
        let count = roles.count
        var likeness = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        var isFilled = [Bool](repeating: false, count: count)
        for (line, row) in zip(lines, cells) {
            for (column, words) in row.enumerated() where column > fixed {
                guard let first = words.first else { continue }
                isFilled[column] = true
                guard line.words[first].mayOpen else { continue }
                for (other, role) in roles.enumerated() {
                    likeness[column][other] += line.words[first].opening(as: role)
                }
            }
        }
        let sources = (0..<count).filter { $0 > fixed && isFilled[$0] }
        let targets = Array((fixed + 1)..<max(fixed + 1, count))
        guard !sources.isEmpty, sources.count < targets.count else { return nil }
        // best[i][j]: the first i columns stand within the first j places.
        let none = -Double.infinity
        var best = [[Double]](repeating: [Double](repeating: none, count: targets.count + 1), count: sources.count + 1)
        for place in 0...targets.count { best[0][place] = 0 }
        func own(_ source: Int, _ target: Int) -> Double {
            likeness[sources[source]][targets[target]] + (sources[source] == targets[target] ? 0.01 : 0)
        }
        for source in 1...sources.count {
            for target in source...targets.count {
                best[source][target] = max(
                    best[source][target - 1], best[source - 1][target - 1] + own(source - 1, target - 1))
            }
        }
        let stayed = sources.reduce(0) { $0 + likeness[$1][$1] }
        guard best[sources.count][targets.count] > stayed + Self.margin else { return nil }
        var found: [Int: Int] = [:]
        var target = targets.count
        for source in sources.indices.reversed() {
            while target > source + 1, best[source + 1][target - 1] >= best[source + 1][target] { target -= 1 }
            found[targets[target - 1]] = sources[source]
            target -= 1
        }
        return found
    }

    /// The rivers of a line, those of empty columns beside each other.
    func rivers(_ rivers: [Int], _ assignment: [Int: Int]) -> [Int] {
        var shifted = rivers
        for river in rivers.indices.reversed() where river + 1 > fixed {
            if let source = assignment[river + 1] {
                shifted[river] = rivers[source - 1]
            } else {
                shifted[river] = river + 1 < rivers.count ? shifted[river + 1] : Self.beyond
            }
        }
        return shifted
    }
}
