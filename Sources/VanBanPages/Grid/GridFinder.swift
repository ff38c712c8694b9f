/// Finds the tables that ruled lines draw: lines that touch belong together, where a line is missing between two cells
/// they are one.
package struct GridFinder: Sendable {
    /// How far lines may stand apart that meet, in points.
    private static let reach = 3.0
    /// Lines nearer than this are one border, in points.
    private static let samePlace = 3.5
    /// How much of a border must be drawn.
    private static let leastDrawn = 0.6
    private static let mostCells = 200_000
    private static let mostRulings = 20_000

    package init() {}

    /// The tables of a page, from top to bottom. Frames around one cell are none.
    package func grids(in rulings: [Ruling]) -> [PageGrid] {
        guard rulings.count <= Self.mostRulings else { return [] }
        return Self.groups(of: rulings).compactMap(Self.grid).sorted {
            ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left)
        }
    }

    // MARK: Lines that touch

    private static func groups(of rulings: [Ruling]) -> [[Ruling]] {
        let horizontal = rulings.indices.filter { rulings[$0].direction == .horizontal }
        let vertical = rulings.indices.filter { rulings[$0].direction == .vertical }.sorted {
            rulings[$0].position < rulings[$1].position
        }
        var sets = DisjointSets(rulings.count)
        for index in horizontal {
            let line = rulings[index]
            var place = vertical.partitioningIndex { rulings[$0].position >= line.start - reach }
            while place < vertical.count, rulings[vertical[place]].position <= line.end + reach {
                let other = rulings[vertical[place]]
                if line.position >= other.start - reach, line.position <= other.end + reach {
                    sets.join(index, vertical[place])
                }
                place += 1
            }
        }
        var groups: [Int: [Ruling]] = [:]
        for index in rulings.indices { groups[sets.root(index), default: []].append(rulings[index]) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    // MARK: One table

    private static func grid(of lines: [Ruling]) -> PageGrid? {
        let horizontal = lines.filter { $0.direction == .horizontal }
        let vertical = lines.filter { $0.direction == .vertical }
        guard horizontal.count >= 2, vertical.count >= 1 else { return nil }
        let columns = Borders(vertical, across: horizontal)
        let rows = Borders(horizontal, across: vertical)
        guard columns.places.count >= 3, rows.places.count >= 2,
            (columns.places.count - 1) * (rows.places.count - 1) <= mostCells
        else { return nil }
        return PageGrid(columns: columns.places, rows: rows.places, cells: cells(columns, rows))
    }

    /// The borders of one direction: lines at one place are one.
    private struct Borders {
        var places: [Double] = []
        /// What is drawn of each; nil where the table only ends there.
        var lines: [[Ruling]?] = []

        init(_ own: [Ruling], across others: [Ruling]) {
            for line in own.sorted(by: { $0.position < $1.position }) {
                if let last = lines.last??.last, line.position - last.position <= samePlace {
                    lines[lines.count - 1]?.append(line)
                } else {
                    lines.append([line])
                }
            }
            places = lines.map { Self.place(of: $0 ?? []) }
            addOpenEnds(others)
        }

        private static func place(of lines: [Ruling]) -> Double {
            let length = lines.reduce(0) { $0 + $1.length }
            guard length > 0 else { return lines.first?.position ?? 0 }
            return lines.reduce(0) { $0 + $1.position * $1.length } / length
        }

        /// A side without a line: the lines across it go on beyond the last, and end together.
        private mutating func addOpenEnds(_ others: [Ruling]) {
            guard let first = places.first, let last = places.last else { return }
            let before = others.map(\.start).filter { $0 < first - openReach }.sorted()
            let after = others.map(\.end).filter { $0 > last + openReach }.sorted()
            let least = max(2, others.count / 3)
            if before.count >= least {
                places.insert(before[before.count / 2], at: 0)
                lines.insert(nil, at: 0)
            }
            if after.count >= least {
                places.append(after[after.count / 2])
                lines.append(nil)
            }
        }

        /// In points.
        private static var openReach: Double { 9 }
        private var openReach: Double { Self.openReach }

        /// Whether the border at a place is drawn between two others.
        func isDrawn(_ index: Int, from start: Double, to end: Double) -> Bool {
            guard let drawn = lines[index] else { return true }
            var covered = 0.0
            for line in drawn { covered += max(0, min(end, line.end) - max(start, line.start)) }
            return covered >= leastDrawn * (end - start)
        }
    }

    private static func cells(_ columns: Borders, _ rows: Borders) -> [PageGrid.Cell] {
        let (width, height) = (columns.places.count - 1, rows.places.count - 1)
        var wide = DisjointSets(width * height)
        var high = DisjointSets(width * height)
        for row in 0..<height {
            for column in 0..<width {
                let place = row * width + column
                if column + 1 < width,
                    !columns.isDrawn(column + 1, from: rows.places[row], to: rows.places[row + 1])
                {
                    wide.join(place, place + 1)
                    high.join(place, place + 1)
                }
                if row + 1 < height,
                    !rows.isDrawn(row + 1, from: columns.places[column], to: columns.places[column + 1])
                {
                    high.join(place, place + width)
                }
            }
        }
        return rectangles(&wide, &high, width, height)
    }

    /// The cells that are rectangles as they are; others are taken apart by row.
    private static func rectangles(
        _ wide: inout DisjointSets, _ high: inout DisjointSets, _ width: Int, _ height: Int
    ) -> [PageGrid.Cell] {
        var members: [Int: [Int]] = [:]
        for place in 0..<(width * height) { members[high.root(place), default: []].append(place) }
        var cells: [PageGrid.Cell] = []
        for (_, places) in members {
            if let cell = rectangle(places, width) {
                cells.append(cell)
                continue
            }
            var pieces: [Int: [Int]] = [:]
            for place in places { pieces[wide.root(place), default: []].append(place) }
            cells += pieces.values.compactMap { rectangle($0, width) }
        }
        return cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    private static func rectangle(_ places: [Int], _ width: Int) -> PageGrid.Cell? {
        guard let first = places.first else { return nil }
        var (top, bottom, left, right) = (first / width, first / width, first % width, first % width)
        for place in places {
            top = min(top, place / width)
            bottom = max(bottom, place / width)
            left = min(left, place % width)
            right = max(right, place % width)
        }
        guard (bottom - top + 1) * (right - left + 1) == places.count else { return nil }
        return PageGrid.Cell(row: top, column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1)
    }
}

/// Sets that are joined as it is found that they are one.
struct DisjointSets {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    mutating func root(_ index: Int) -> Int {
        var root = index
        while parents[root] != root {
            parents[root] = parents[parents[root]]
            root = parents[root]
        }
        return root
    }

    /// The lower root stays, so that results do not hang on the order of joining.
    mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (root(left), root(right))
        if left < right { parents[right] = left } else { parents[left] = right }
    }
}

extension Array {
    /// The first index whose element belongs to the second of two parts into which the array is sorted.
    func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
