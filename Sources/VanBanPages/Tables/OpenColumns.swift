/// The columns of a table without ruled lines: the gaps that go through its lines.
///
/// A justified text has gaps, too; they do not stand below each other. Where few lines are there, what stands right of a
/// gap must stand as cells do: flush left or centred.
struct OpenColumns: Sendable {
    /// Where its columns begin and end, each as far as words reach.
    private(set) var columns: [(left: Double, right: Double)] = []

    private static let bin = 0.5
    /// The narrowest gap between columns, in points.
    private static let leastGap = 3.5
    /// How many of the lines may cross a gap at first, and when those that cross several are set aside.
    private static let firstShare = 0.14
    private static let lastShare = 0.035

    init(_ lines: [TextLine]) {
        guard let box = lines.map(\.box).hull() else { return }
        var counted = lines
        var gaps = Self.gaps(in: counted, box, share: Self.firstShare)
        for _ in 0..<3 {
            let kept = lines.filter { line in gaps.count { Self.crosses(line, $0) } < 2 }
            guard kept.count >= 3 else { return }
            counted = kept
            gaps = Self.gaps(in: kept, box, share: Self.lastShare)
        }
        gaps = gaps.indices.filter { index in
            Self.isBorder(gaps[index], before: index + 1 < gaps.count ? gaps[index + 1].lowerBound : box.right, in: counted)
        }.map { gaps[$0] }
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

    /// Whether a word, or words with a usual space between them, lies across a border.
    func isCrossed(by line: TextLine) -> Bool {
        zip(columns, columns.dropFirst()).contains { left, right in
            right.left > left.right && Self.crosses(line, left.right...right.left)
        }
    }

    // MARK: Gaps

    private static func gaps(in lines: [TextLine], _ box: PageBox, share: Double) -> [ClosedRange<Double>] {
        let count = max(1, min(20_000, Int((box.width / bin).rounded(.up))))
        var cover = [Int](repeating: 0, count: count)
        for line in lines {
            for run in runs(of: line) {
                let first = max(0, Int((run.lowerBound - box.left) / bin))
                let last = min(count - 1, Int((run.upperBound - box.left) / bin))
                guard first <= last else { continue }
                for index in first...last { cover[index] += 1 }
            }
        }
        let most = Int(Double(lines.count) * share)
        var gaps: [ClosedRange<Double>] = []
        var start: Int?
        for index in 0...count {
            if index < count, cover[index] <= most {
                start = start ?? index
            } else if let first = start {
                start = nil
                let gap = (box.left + Double(first) * bin)...(box.left + Double(index) * bin)
                if first > 0, index < count, gap.upperBound - gap.lowerBound >= leastGap { gaps.append(gap) }
            }
        }
        return gaps
    }

    /// What of a line words cover, usual spaces between them with them.
    private static func runs(of line: TextLine) -> [ClosedRange<Double>] {
        var runs: [ClosedRange<Double>] = []
        for word in line.words {
            if let last = runs.last, word.box.left - last.upperBound < 0.33 * line.height {
                runs[runs.count - 1] = last.lowerBound...max(last.upperBound, word.box.right)
            } else {
                runs.append(word.box.left...max(word.box.left, word.box.right))
            }
        }
        return runs
    }

    private static func crosses(_ line: TextLine, _ gap: ClosedRange<Double>) -> Bool {
        runs(of: line).contains { $0.lowerBound < gap.lowerBound + 0.5 && $0.upperBound > gap.upperBound - 0.5 }
    }

    /// Whether what stands right of a gap begins where cells begin.
    /// - Parameter end: where the next gap begins.
    private static func isBorder(_ gap: ClosedRange<Double>, before end: Double, in lines: [TextLine]) -> Bool {
        var starts: [Double] = []
        for line in lines {
            guard let word = line.words.first(where: { $0.box.left >= gap.upperBound - 1 }), word.box.centerX < end else {
                continue
            }
            starts.append(word.box.left - gap.upperBound)
        }
        guard starts.count >= 2 else { return false }
        let flush = starts.count { $0 < 2.5 }
        if flush * 2 >= starts.count { return true }
        // Centred or ruled off by a wide gap.
        return gap.upperBound - gap.lowerBound > 9 || flush * 4 >= starts.count && starts.count >= 12
    }
}
