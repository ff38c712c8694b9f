/// Finds the ruled lines in a page's picture, whether it was drawn from a PDF or scanned.
///
/// A pixel belongs to a line where it is darker than what lies a few pixels to both sides; so shading, the dark of a
/// scan's edge and pictures give no lines, and neither a light gray rule nor the paper's tone asks for a threshold. Such
/// pixels make a line where they run on for longer than the strokes of letters do.
package struct RulingFinder: Sendable {
    /// How much darker a line is than the paper beside it, of 255.
    package var contrast = 32
    /// Shorter ones are strokes of letters, in points.
    package var leastLength = 13.0

    /// Borders of the lowest rows are no shorter, in points.
    private static let leastBorder = 7.5
    /// Beyond so many pieces a picture is hatched, and has no lines to be read.
    private static let mostPieces = 60_000
    /// Paper is lighter than this.
    private static let paper: UInt8 = 236

    package init() {}

    package func rulings(in image: GrayImage) -> [Ruling] {
        let scale = image.scale
        let reach = max(3, Int((4.5 / scale).rounded()))
        var horizontal = RunCollector(lines: image.height, least: leastLength, scale: scale)
        var vertical = RunCollector(lines: image.width, least: Self.leastBorder, scale: scale)
        scan(image, reach, &horizontal, &vertical)
        guard horizontal.count <= Self.mostPieces, vertical.count <= Self.mostPieces else { return [] }
        let across = horizontal.merged().map { line in
            Ruling(
                .horizontal, at: line.position * scale, from: Double(line.start) * scale, to: Double(line.end) * scale)
        }
        let upright = vertical.merged().map { line in
            Ruling(
                .vertical, at: line.position * scale, from: Double(line.start) * scale, to: Double(line.end) * scale)
        }
        return across + borders(upright, across)
    }

    /// The upright lines that are longer than letters are high, and those that part the cells of a low row: they reach from
    /// line to line where a longer one stands, too.
    private func borders(_ upright: [Ruling], _ across: [Ruling]) -> [Ruling] {
        let long = upright.filter { $0.length >= leastLength }
        let places = across.map(\.position).sorted()
        func meets(_ y: Double) -> Bool {
            let index = places.partitioningIndex { $0 >= y - 1.5 }
            return index < places.count && places[index] <= y + 1.5
        }
        let short = upright.filter { line in
            line.length < leastLength && meets(line.start) && meets(line.end)
                && long.contains { abs($0.position - line.position) < 1.5 }
        }
        return long + short
    }

    private func scan(
        _ image: GrayImage, _ reach: Int, _ horizontal: inout RunCollector, _ vertical: inout RunCollector
    ) {
        let (width, height, contrast) = (image.width, image.height, contrast)
        image.pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                let row = y * width
                var x = 0
                while x < width {
                    let pixel = pixels[row + x]
                    guard pixel < Self.paper else {
                        x += 1
                        continue
                    }
                    let limit = Int(pixel) + contrast
                    let isAcross =
                        Self.isLighter(pixels, row + x, -width, y, limit, reach)
                        && Self.isLighter(pixels, row + x, width, height - 1 - y, limit, reach)
                    let isUpright =
                        Self.isLighter(pixels, row + x, -1, x, limit, reach)
                        && Self.isLighter(pixels, row + x, 1, width - 1 - x, limit, reach)
                    // Where lines cross, each goes on over the other.
                    if isAcross { horizontal.add(x, to: y) } else if isUpright { horizontal.cross(x, on: y) }
                    if isUpright { vertical.add(y, to: x) } else if isAcross { vertical.cross(y, on: x) }
                    x += 1
                }
            }
        }
    }

    /// Whether one of the pixels a few steps away is lighter than a limit; beyond the picture lies paper.
    @inline(__always)
    private static func isLighter(
        _ pixels: UnsafeBufferPointer<UInt8>, _ place: Int, _ step: Int, _ room: Int, _ limit: Int, _ reach: Int
    ) -> Bool {
        if room < reach { return limit <= 255 }
        var away = 2
        while away <= reach {
            if Int(pixels[place + away * step]) >= limit { return true }
            away += 1
        }
        return false
    }
}

/// Collects the runs of pixels along the lines of a picture, and puts those that lie beside each other together.
struct RunCollector {
    struct Run {
        var line: Int
        var start: Int
        var end: Int
    }

    struct Merged {
        var position: Double
        var start: Int
        var end: Int
    }

    /// Points that may be missing within a run.
    private static let gap = 1.0
    /// A shorter stretch, in points, is a stroke of a letter that a run would meet, and does not bridge what it lacks.
    private static let solid = 7.5
    private let least: Int
    private let mostMissing: Int
    private let leastSolid: Int
    private var start: [Int32]
    private var end: [Int32]
    private var stretch: [Int32]
    private var last: [Int32]
    private var runs: [Run] = []

    /// - Parameters:
    ///   - lines: how many lines the picture has in this direction.
    ///   - least: points of the shortest run.
    ///   - scale: points for a pixel.
    init(lines: Int, least: Double, scale: Double) {
        mostMissing = max(1, Int(Self.gap / scale))
        leastSolid = max(4, Int(Self.solid / scale))
        self.least = max(leastSolid, Int(least / scale))
        start = Array(repeating: -1, count: lines)
        end = start
        stretch = start
        last = Array(repeating: -9, count: lines)
    }

    var count: Int { runs.count }

    @inline(__always)
    mutating func add(_ place: Int, to line: Int) {
        let place = Int32(truncatingIfNeeded: place)
        if place - last[line] > 2 {
            endStretch(line)
            stretch[line] = place
        }
        last[line] = place
    }

    /// A stretch goes on where another line crosses it.
    @inline(__always)
    mutating func cross(_ place: Int, on line: Int) {
        let place = Int32(truncatingIfNeeded: place)
        if place - last[line] <= 2 { last[line] = place }
    }

    private mutating func endStretch(_ line: Int) {
        guard stretch[line] >= 0 else { return }
        guard Int(last[line] - stretch[line]) + 1 >= leastSolid else { return }
        if start[line] < 0 || Int(stretch[line] - end[line]) > mostMissing {
            close(line)
            start[line] = stretch[line]
        }
        end[line] = last[line] + 1
    }

    private mutating func close(_ line: Int) {
        guard start[line] >= 0 else { return }
        if Int(end[line] - start[line]) >= least {
            runs.append(Run(line: line, start: Int(start[line]), end: Int(end[line])))
        }
        start[line] = -1
    }

    /// The lines: runs side by side are one thick one, runs in a row one long one.
    mutating func merged() -> [Merged] {
        for line in start.indices {
            endStretch(line)
            close(line)
        }
        runs.sort { ($0.line, $0.start) < ($1.line, $1.start) }
        return Self.joined(thick())
    }

    private func thick() -> [Merged] {
        var open: [(first: Int, last: Int, start: Int, end: Int)] = []
        var done: [Merged] = []
        func merged(_ line: (first: Int, last: Int, start: Int, end: Int)) -> Merged {
            Merged(position: Double(line.first + line.last + 1) / 2, start: line.start, end: line.end)
        }
        var current = -1
        for run in runs {
            if run.line != current {
                current = run.line
                done += open.filter { current - $0.last > 2 }.map(merged)
                open.removeAll { current - $0.last > 2 }
            }
            let place = open.firstIndex { line in
                line.last < run.line && min(line.end, run.end) - max(line.start, run.start) >= -2
            }
            if let place {
                open[place].last = run.line
                open[place].start = min(open[place].start, run.start)
                open[place].end = max(open[place].end, run.end)
            } else {
                open.append((run.line, run.line, run.start, run.end))
            }
        }
        return done + open.map(merged)
    }

    private static func joined(_ lines: [Merged]) -> [Merged] {
        let sorted = lines.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
        var joined: [Merged] = []
        for line in sorted {
            var place = joined.count - 1
            var found: Int?
            while place >= 0, line.position - joined[place].position <= 1.6 {
                if line.start - joined[place].end <= 2, joined[place].start - line.end <= 2 {
                    found = place
                    break
                }
                place -= 1
            }
            if let found {
                joined[found].start = min(joined[found].start, line.start)
                joined[found].end = max(joined[found].end, line.end)
            } else {
                joined.append(line)
            }
        }
        return joined
    }
}
