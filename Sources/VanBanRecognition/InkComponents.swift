/// A patch of ink that hangs together: a letter, a mark of one, a speck.
struct InkComponent: Sendable {
    var left = Int.max
    var top = Int.max
    var right = 0
    var bottom = 0
    var area = 0
    /// Its runs, by their places among all.
    var runs: Range<Int> = 0..<0

    var width: Int { right - left }
    var height: Int { bottom - top }
    var centerX: Double { Double(left + right) / 2 }
    var centerY: Double { Double(top + bottom) / 2 }
}

/// Pixels of ink side by side.
struct InkRun: Sendable {
    var row: Int32
    var start: Int32
    var end: Int32
}

/// The patches of ink of a page (pixels touch also at their corners).
struct InkComponents: Sendable {
    /// A page of print has some ten thousand runs of letters; what has more is noise.
    private static let mostRuns = 3_000_000

    private(set) var components: [InkComponent] = []
    private(set) var runs: [InkRun] = []

    /// - Returns: nil for a picture that is all noise.
    init?(of ink: Raster) {
        var found: [InkRun] = []
        var parents: [Int32] = []
        var before = 0..<0
        for y in 0..<ink.height {
            let first = found.count
            var x = 0
            let row = y * ink.width
            while x < ink.width {
                if ink.pixels[row + x] == 0 {
                    x += 1
                    continue
                }
                let start = x
                while x < ink.width, ink.pixels[row + x] != 0 { x += 1 }
                found.append(InkRun(row: Int32(y), start: Int32(start), end: Int32(x)))
                parents.append(Int32(parents.count))
            }
            guard found.count <= Self.mostRuns else { return nil }
            Self.join(before, first..<found.count, found, &parents)
            before = first..<found.count
        }
        collect(found, &parents)
    }

    /// Joins the runs of a row with those of the row above that they touch.
    private static func join(
        _ above: Range<Int>, _ here: Range<Int>, _ runs: [InkRun], _ parents: inout [Int32]
    ) {
        var upper = above.lowerBound
        for lower in here {
            while upper < above.upperBound, runs[upper].end < runs[lower].start { upper += 1 }
            var other = upper
            while other < above.upperBound, runs[other].start <= runs[lower].end {
                let (one, two) = (root(lower, &parents), root(other, &parents))
                if one != two { parents[max(one, two)] = Int32(min(one, two)) }
                other += 1
            }
        }
    }

    private static func root(_ run: Int, _ parents: inout [Int32]) -> Int {
        var place = run
        while Int(parents[place]) != place {
            parents[place] = parents[Int(parents[place])]
            place = Int(parents[place])
        }
        return place
    }

    private mutating func collect(_ found: [InkRun], _ parents: inout [Int32]) {
        var numbers = [Int32](repeating: -1, count: found.count)
        var owners = [Int32](repeating: 0, count: found.count)
        for index in found.indices {
            let root = Self.root(index, &parents)
            if numbers[root] < 0 {
                numbers[root] = Int32(components.count)
                components.append(InkComponent())
            }
            let owner = Int(numbers[root])
            owners[index] = Int32(owner)
            let run = found[index]
            components[owner].left = min(components[owner].left, Int(run.start))
            components[owner].right = max(components[owner].right, Int(run.end))
            components[owner].top = min(components[owner].top, Int(run.row))
            components[owner].bottom = max(components[owner].bottom, Int(run.row) + 1)
            components[owner].area += Int(run.end - run.start)
            components[owner].runs = 0..<(components[owner].runs.count + 1)
        }
        var places = [Int](repeating: 0, count: components.count)
        var next = 0
        for index in components.indices {
            places[index] = next
            components[index].runs = next..<(next + components[index].runs.count)
            next = components[index].runs.upperBound
        }
        runs = Array(repeating: InkRun(row: 0, start: 0, end: 0), count: found.count)
        for index in found.indices {
            let owner = Int(owners[index])
            runs[places[owner]] = found[index]
            places[owner] += 1
        }
    }
}
