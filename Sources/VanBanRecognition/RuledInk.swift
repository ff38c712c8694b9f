import VanBanPages

/// The ruled lines of a page's ink: runs that are longer than any stroke of a letter.
struct RuledInk {
    /// Pixels at 300 for an inch. A line between two rows of a table is higher than a capital.
    private static let leastHorizontal = 150
    private static let leastVertical = 100
    /// Around a line, where its ink frays.
    private static let fray = 2

    /// 1 where there is a line.
    private(set) var mask: Raster

    init(of ink: Raster) {
        mask = Raster(width: ink.width, height: ink.height, filledWith: 0)
        findHorizontal(ink)
        findVertical(ink)
    }

    /// A run of ink that goes on over small gaps: the thin lines of a scan are worn.
    private struct Run {
        /// Pixels that may be missing in a row, and the least share of those that are there: text in rows has less.
        static let gap: Int32 = 7
        static let share = 0.88

        var start: Int32 = -1
        var last: Int32 = 0
        var ink: Int32 = 0

        /// Takes a pixel of ink.
        /// - Returns: the run before it, where that has ended.
        @inline(__always)
        mutating func add(_ place: Int32) -> Run? {
            var ended: Run?
            if start >= 0, place - last > Self.gap {
                ended = self
                start = -1
            }
            if start < 0 {
                start = place
                ink = 0
            }
            last = place
            ink += 1
            return ended
        }

        func isLine(_ least: Int) -> Bool {
            let length = Int(last - start) + 1
            return start >= 0 && length >= least && Double(ink) >= Self.share * Double(length)
        }

        var range: Range<Int> { Int(start)..<(Int(last) + 1) }
    }

    /// A line that is not quite level climbs from row to row: a pixel counts for the rows beside it, too.
    private mutating func findHorizontal(_ ink: Raster) {
        let (width, height) = (ink.width, ink.height)
        guard height > 2 else { return }
        for y in 1..<(height - 1) {
            var run = Run()
            for x in 0..<width {
                let place = y * width + x
                guard (ink.pixels[place] | ink.pixels[place - width] | ink.pixels[place + width]) != 0 else { continue }
                if let ended = run.add(Int32(x)), ended.isLine(Self.leastHorizontal) {
                    mark(ended.range, (y - 1)..<(y + 2))
                }
            }
            if run.isLine(Self.leastHorizontal) { mark(run.range, (y - 1)..<(y + 2)) }
        }
    }

    private mutating func findVertical(_ ink: Raster) {
        let (width, height) = (ink.width, ink.height)
        guard width > 2 else { return }
        var runs = [Run](repeating: Run(), count: width)
        for y in 0..<height {
            for x in 1..<(width - 1) {
                let place = y * width + x
                guard (ink.pixels[place] | ink.pixels[place - 1] | ink.pixels[place + 1]) != 0 else { continue }
                if let ended = runs[x].add(Int32(y)), ended.isLine(Self.leastVertical) {
                    mark((x - 1)..<(x + 2), ended.range)
                }
            }
        }
        for x in 1..<(width - 1) where runs[x].isLine(Self.leastVertical) { mark((x - 1)..<(x + 2), runs[x].range) }
    }

    private mutating func mark(_ columns: Range<Int>, _ rows: Range<Int>) {
        let left = max(0, columns.lowerBound - Self.fray)
        let right = min(mask.width, columns.upperBound + Self.fray)
        for y in max(0, rows.lowerBound - Self.fray)..<min(mask.height, rows.upperBound + Self.fray) {
            for x in left..<right { mask.pixels[y * mask.width + x] = 1 }
        }
    }

    /// The ink that is in no line.
    func removed(from ink: Raster) -> Raster {
        var rest = ink
        for index in rest.pixels.indices where mask.pixels[index] != 0 { rest.pixels[index] = 0 }
        return rest
    }

    /// The lines, in points.
    /// - Parameter resolution: pixels for an inch.
    func rulings(resolution: Double) -> [Ruling] {
        let step = 3
        let (width, height) = (mask.width / step, mask.height / step)
        // The mask is wider than the lines that it hides; what is dark at its middle is the line.
        var small = [UInt8](repeating: 255, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let place = (step * y + 1) * mask.width + step * x + 1
                if mask.pixels[place] != 0 { small[y * width + x] = 0 }
            }
        }
        guard let image = GrayImage(width: width, height: height, pixels: small, resolution: resolution / Double(step))
        else { return [] }
        return RulingFinder().rulings(in: image)
    }
}

/// The areas that ruled lines part a page into.
struct RuledAreas {
    private static let step = 3
    private let width: Int
    private let height: Int
    private var areas: [Int32]

    init(_ lines: RuledInk) {
        let mask = lines.mask
        width = max(1, mask.width / Self.step)
        height = max(1, mask.height / Self.step)
        areas = [Int32](repeating: 0, count: width * height)
        for y in 0..<min(height, mask.height / Self.step) {
            for x in 0..<min(width, mask.width / Self.step)
            where mask.pixels[(Self.step * y + 1) * mask.width + Self.step * x + 1] != 0 {
                areas[y * width + x] = -1
            }
        }
        var next: Int32 = 1
        for index in areas.indices where areas[index] == 0 {
            fill(from: index, with: next)
            next += 1
        }
    }

    private mutating func fill(from start: Int, with area: Int32) {
        var waiting = [start]
        areas[start] = area
        while let place = waiting.popLast() {
            let x = place % width
            func visit(_ next: Int) {
                guard areas[next] == 0 else { return }
                areas[next] = area
                waiting.append(next)
            }
            if x > 0 { visit(place - 1) }
            if x + 1 < width { visit(place + 1) }
            if place >= width { visit(place - width) }
            if place + width < areas.count { visit(place + width) }
        }
    }

    /// The number of the area that a pixel lies in.
    func area(x: Int, y: Int) -> Int {
        Int(areas[min(height - 1, max(0, y / Self.step)) * width + min(width - 1, max(0, x / Self.step))])
    }
}
