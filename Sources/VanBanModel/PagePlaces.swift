/// A place on a page.
public struct PageSpot: Hashable, Sendable {
    /// From 1.
    public var page: Int
    /// In points from the top left of the upright page: x, y, width, height.
    public var box: [Double]

    public init(page: Int, box: [Double]) {
        self.page = page
        self.box = box
    }
}

/// Where the pieces of a text stand on pages (PDF, scans), so that every place has a page and a box.
///
/// As with ``ElementPaths``, the record's places are offsets into the text; where they are on pages is found when it is
/// asked for.
package struct PagePlaces: Hashable, Sendable {
    /// In tenths of a point.
    struct Word: Hashable, Sendable {
        var offset: UInt32
        var page: UInt32
        var left: Int32
        var top: Int32
        var right: Int32
        var bottom: Int32
    }

    /// Words that were recognised without certainty.
    struct Doubt: Hashable, Sendable {
        var start: UInt32
        var end: UInt32
        var confidence: Double
    }

    private var words: [Word] = []
    private var doubts: [Doubt] = []

    package init() {}

    package var isEmpty: Bool { words.isEmpty }

    /// From this offset of the text on, up to the next that is told, stands what is in a box. Offsets are given in ascending
    /// order.
    /// - Parameters:
    ///   - page: from 1.
    ///   - left: the sides of the box in points from the top left of the upright page.
    package mutating func mark(
        _ offset: Int, page: Int, left: Double, top: Double, right: Double, bottom: Double
    ) {
        let offset = UInt32(clamping: offset)
        if let last = words.last, last.offset >= offset { words.removeLast() }
        words.append(
            Word(
                offset: offset, page: UInt32(clamping: page), left: Self.tenths(left), top: Self.tenths(top),
                right: Self.tenths(right), bottom: Self.tenths(bottom)))
    }

    /// What stands in a range was recognised without certainty. Ranges are given in ascending order.
    package mutating func doubt(_ range: Range<Int>, confidence: Double) {
        doubts.append(
            Doubt(
                start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound),
                confidence: confidence))
    }

    /// Whether anything was recognised without certainty.
    package var hasDoubts: Bool { !doubts.isEmpty }

    /// How sure a range was read, from 0 to 1: as its least sure word.
    package func confidence(of range: Range<Int>) -> Double {
        var low = 0
        var high = doubts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(doubts[middle].end) <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return doubts[low...].prefix { Int($0.start) < range.upperBound }.reduce(1) { min($0, $1.confidence) }
    }

    private static func tenths(_ points: Double) -> Int32 {
        guard points.isFinite else { return 0 }
        return Int32(max(-1e8, min(1e8, (points * 10).rounded())))
    }

    /// Where the text of a page, or of the first behind it that has any, begins; nil where none does.
    package func offset(ofPage page: Int) -> Int? { words.first { Int($0.page) >= page }.map { Int($0.offset) } }

    /// Where a range of the text is: the page that it begins on, and the box around what of it stands there; nil before
    /// the first place that is known.
    package func spot(of range: Range<Int>) -> PageSpot? {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if Int(words[middle].offset) <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        var whole = words[low - 1]
        while low < words.count, Int(words[low].offset) < range.upperBound {
            let word = words[low]
            low += 1
            guard word.page == whole.page else { continue }
            whole.left = min(whole.left, word.left)
            whole.top = min(whole.top, word.top)
            whole.right = max(whole.right, word.right)
            whole.bottom = max(whole.bottom, word.bottom)
        }
        func points(_ tenths: Int32) -> Double { Double(tenths) / 10 }
        return PageSpot(
            page: Int(whole.page),
            box: [
                points(whole.left), points(whole.top), points(whole.right - whole.left),
                points(whole.bottom - whole.top),
            ])
    }
}
