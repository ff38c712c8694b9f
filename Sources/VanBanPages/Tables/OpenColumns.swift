/// The columns of a table without ruled lines: the gaps that go through its lines.
///
/// A justified text has gaps, too; they do not stand below each other. Titles of groups run over the gaps; they are set
/// aside first, since a column of which only few lines have anything is told by these alone.
struct OpenColumns: Sendable {
    /// Where its columns begin and end, each as far as words reach.
    private(set) var columns: [(left: Double, right: Double)] = []

    private static let bin = 0.5
    /// The narrowest gap between columns, in points.
    private static let leastGap = 3.5
    /// How many of the lines may run over a gap while it is told which lines are titles, and when it is.
    private static let firstShare = 0.2
    private static let lastShare = 0.012

    init(_ lines: [TextLine]) {
        guard let box = lines.map(\.box).hull() else { return }
        let first = Self.gaps(in: lines, box, share: Self.firstShare)
        let counted = lines.filter { line in
            let crossed = first.count { Self.crosses(line, $0) }
            return crossed == 0 || crossed == 1 && line.runs.count > 2
        }
        guard counted.count >= 3 else { return }
        let found = Self.gaps(in: counted, box, share: Self.lastShare)
        let gaps = found.indices.filter { index in
            let end = index + 1 < found.count ? found[index + 1].lowerBound : box.right
            return Self.isBorder(found[index], before: end, in: counted)
        }.map { found[$0] }
        guard !gaps.isEmpty else { return }
        var left = box.left
        for gap in gaps {
            columns.append((left, gap.lowerBound))
            left = gap.upperBound
        }
        columns.append((left, box.right))
        widen(counted)
    }

    /// A word may reach farther than those by which the gap was found.
    private mutating func widen(_ lines: [TextLine]) {
        let borders = borders
        for line in lines where !isCrossed(by: line) {
            for word in line.words {
                let index = column(at: word.box.centerX)
                let end = index + 1 < columns.count ? columns[index + 1].left - 1 : borders[borders.count - 1]
                columns[index].right = max(columns[index].right, min(word.box.right, end))
            }
        }
    }

    /// Where columns part, from left to right in points: one more than columns.
    var borders: [Double] {
        guard let first = columns.first, let last = columns.last else { return [] }
        return [first.left - 1] + zip(columns, columns.dropFirst()).map { ($0.right + $1.left) / 2 } + [last.right + 1]
    }

    /// The column that the middle of something lies in.
    func column(at x: Double) -> Int {
        let inner = borders.dropFirst().dropLast()
        return inner.reduce(0) { $1 <= x ? $0 + 1 : $0 }
    }

    /// Whether a line runs over borders, as titles of groups and running text do; words of several columns do not, though two
    /// cells may nearly touch.
    func isCrossed(by line: TextLine) -> Bool {
        let crossed = columns.indices.dropLast().count { isCrossed(by: line, at: $0) }
        guard crossed > 0 else { return false }
        let opens = line.words.first.map { column(at: $0.box.centerX) <= 1 } ?? false
        return opens && line.runs.count <= 2 || crossed * 2 >= columns.count - 1
    }

    /// Whether a word, or words with a usual space between them, lies across a border.
    /// - Parameter index: of the column that ends at the border.
    func isCrossed(by line: TextLine, at index: Int) -> Bool {
        let (left, right) = (columns[index], columns[index + 1])
        return right.left > left.right && Self.crosses(line, left.right...right.left)
    }

    // MARK: Gaps

    private static func gaps(in lines: [TextLine], _ box: PageBox, share: Double) -> [ClosedRange<Double>] {
        let count = max(1, min(20_000, Int((box.width / bin).rounded(.up))))
        var cover = [Int](repeating: 0, count: count)
        // Of many lines one may run over a gap: a title that is as long as its cell.
        var titles = cover
        for line in lines {
            let runs = line.runs
            let isTitle =
                runs.count <= 2 && lines.count >= 16 && line.box.left < box.left + 0.2 * box.width
            for run in runs {
                let first = max(0, Int((run.lowerBound - box.left) / bin))
                let last = min(count - 1, Int((run.upperBound - box.left) / bin))
                guard first <= last else { continue }
                for index in first...last {
                    if isTitle { titles[index] += 1 } else { cover[index] += 1 }
                }
            }
        }
        let most = Int(Double(lines.count) * share)
        var gaps: [ClosedRange<Double>] = []
        var start: Int?
        for index in 0...count {
            if index < count, cover[index] + max(0, titles[index] - 1) <= most {
                start = start ?? index
            } else if let first = start {
                start = nil
                let gap = (box.left + Double(first) * bin)...(box.left + Double(index) * bin)
                if first > 0, index < count, gap.upperBound - gap.lowerBound >= leastGap { gaps.append(gap) }
            }
        }
        return gaps
    }

    private static func crosses(_ line: TextLine, _ gap: ClosedRange<Double>) -> Bool {
        line.runs.contains { $0.lowerBound < gap.lowerBound + 0.5 && $0.upperBound > gap.upperBound - 0.5 }
    }

    /// Whether what stands right of a gap stands as cells do: flush left, or centred.
    /// - Parameter end: where the next gap begins.
    private static func isBorder(_ gap: ClosedRange<Double>, before end: Double, in lines: [TextLine]) -> Bool {
        if gap.upperBound - gap.lowerBound > 9 { return true }
        var starts: [Double] = []
        var centers: [Double] = []
        for line in lines {
            let own = line.words.filter { $0.box.left >= gap.upperBound - 1 && $0.box.centerX < end }
            guard let box = PageBox.hull(of: own) else { continue }
            starts.append(box.left - gap.upperBound)
            centers.append(box.centerX)
        }
        guard starts.count >= 2 else { return false }
        if starts.count(where: { $0 < 2.5 }) * 2 >= starts.count { return true }
        centers.sort()
        let center = centers[centers.count / 2]
        return centers.count { abs($0 - center) < 2.5 } * 10 >= centers.count * 6
    }
}
