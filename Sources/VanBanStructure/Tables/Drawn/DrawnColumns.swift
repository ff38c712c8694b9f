import VanBanReading

/// Where the lines between the columns of a drawn table stand, in characters from the beginning of the line.
struct DrawnColumns {
    private(set) var boundaries: [Int] = []

    /// - Parameter lines: all lines of the table.
    init(_ lines: [MarkedLine]) {
        // Rows of so many signs are no table's, and would take long.
        guard lines.allSatisfy({ $0.marks.count <= MarkedPiece.columnLimit }) else { return }
        let rules = lines.filter { $0.kind == .rule || $0.kind == .partialRule }
        if let widest = rules.max(by: { $0.marks.count < $1.marks.count }), widest.marks.count > 2 {
            boundaries = widest.marks.map(\.column)
            // A cell that is parted below a wide one has its line in another rule.
            for rule in rules where rule.marks.count < boundaries.count {
                for mark in rule.marks where boundaries.allSatisfy({ abs($0 - mark.column) > 2 }) {
                    boundaries.append(mark.column)
                }
            }
            boundaries.sort()
            return
        }
        // The rules say nothing; most rows agree.
        var counts: [Int: (count: Int, first: Int)] = [:]
        for (index, line) in lines.enumerated() where line.kind == .row {
            counts[line.marks.count, default: (0, index)].count += 1
        }
        let best = counts.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
        if let best { boundaries = lines[best.value.first].marks.map(\.column) }
    }

    var count: Int { max(0, boundaries.count - 1) }

    /// For each mark of a line its boundary; nil for a sign that stands in a cell's text.
    func places(of line: MarkedLine) -> [Int?] {
        let marks = line.marks
        if marks.count == boundaries.count { return Array(boundaries.indices) }
        var places = [Int?](repeating: nil, count: marks.count)
        if marks.count > boundaries.count {
            var next = 0
            for (index, mark) in marks.enumerated() where next < boundaries.count {
                if let found = boundaries[next...].firstIndex(where: { abs($0 - mark.column) <= 1 }) {
                    places[index] = found
                    next = found + 1
                }
            }
            return places
        }
        // Fewer signs than boundaries: cells are merged, and the signs that are left keep their order.
        var next = 0
        for (index, mark) in marks.enumerated() {
            let last = boundaries.count - (marks.count - index)
            guard next <= last else { break }
            var best = next
            for candidate in next...last
            where abs(boundaries[candidate] - mark.column) < abs(boundaries[best] - mark.column) {
                best = candidate
            }
            if index == 0, line.opens { best = 0 }
            if index == marks.count - 1, line.closes, marks.count > 1 { best = boundaries.count - 1 }
            places[index] = best
            next = best + 1
        }
        return places
    }
}
