/// Finds the places where two columns stand side by side: the letterhead, the recipients beside who signs.
///
/// A gap that goes through at least two lines parts them; the left column is read first. A label and what hangs from it
/// are no columns.
struct ColumnSplitter {
    enum Item {
        case lines([TextLine])
        /// The lines of the left column, then those of the right one.
        case columns([TextLine], [TextLine])
    }

    /// Columns of labels are narrower, in points.
    private static let leastWidth = 30.0
    private static let mostLines = 60

    /// The columns that the page before ends with.
    private var open: Region?

    /// What a page's lines are.
    /// - Parameters:
    ///   - lines: from top to bottom.
    ///   - margin: where running text begins, in points.
    ///   - isFirst: whether nothing stands above them on the page.
    ///   - isLast: whether nothing stands below them on the page.
    /// - Returns: also what the columns of the page before hold more: left, then right.
    mutating func items(
        of lines: [TextLine], margin: Double, isFirst: Bool, isLast: Bool
    ) -> (more: ([TextLine], [TextLine])?, items: [Item]) {
        var items: [Item] = []
        var plain: [TextLine] = []
        var index = 0
        var more: ([TextLine], [TextLine])?
        if isFirst, let region = open, let rest = Self.rest(of: region, in: lines, margin) {
            more = (rest.left, rest.right)
            index = rest.count
        }
        open = nil
        while index < lines.count {
            if let region = Self.region(at: index, in: lines, after: plain.count, margin) {
                plain.removeLast(region.above)
                if !plain.isEmpty { items.append(.lines(plain)) }
                plain = []
                items.append(.columns(region.left, region.right))
                index += region.count
                if index >= lines.count, isLast { open = region }
            } else {
                plain.append(lines[index])
                index += 1
            }
        }
        if !plain.isEmpty { items.append(.lines(plain)) }
        return (more, items)
    }

    /// The lines at the top of a page that go on with columns of the page before.
    private static func rest(of region: Region, in lines: [TextLine], _ margin: Double) -> Region? {
        var grown = region
        grown.count = 0
        grown.alone = 0
        let isListed = region.left.last?.words.last.map { $0.text.hasSuffix(".") } == false
        for line in lines {
            var next = grown
            guard grown.count < mostLines, take(line, into: &next, atTop: false),
                isListed || next.left.count == grown.left.count
            else { break }
            grown = next
            grown.count += 1
        }
        grown.dropWhatFollows(margin)
        guard grown.count > 0 else { return nil }
        grown.left.removeFirst(region.left.count)
        grown.right.removeFirst(region.right.count)
        return grown
    }

    private struct Region {
        /// Lines above the first that belong to it, and lines from the first on.
        var above = 0
        var count = 0
        var left: [TextLine] = []
        var right: [TextLine] = []
        /// The gap that goes through.
        var gap: ClosedRange<Double>
        var pairs = 0
        /// Lines of the left column below the last pair.
        var alone = 0

        /// Below the columns text goes on at the margin: of the left column's last lines only those belong to it that are
        /// items of a list, go on with one, or stand in the middle of the column.
        mutating func dropWhatFollows(_ margin: Double) {
            guard alone > 0, alone < left.count else { return }
            let own = left.dropLast(alone)
            let center = own.map(\.box).hull()?.centerX ?? 0
            for (index, line) in left.suffix(alone).enumerated() {
                let first = line.words.first?.text ?? ""
                let isCentered = abs(line.box.centerX - center) < 8 && line.box.left > margin + 8
                let above = left[left.count - alone + index - 1]
                let isRest =
                    above.words.last.map { !LineFlow.closes($0.text) } ?? false && !line.isBold
                    && line.box.top - above.box.bottom < 0.3 * line.height
                    && abs(line.height - above.height) < 0.1 * line.height && !above.isCapitals
                if LineFlow.isLabel(first) || LineFlow.startsSmall(first) || isCentered || isRest { continue }
                left.removeLast(alone - index)
                count -= alone - index
                return
            }
        }
    }

    private static func region(at start: Int, in lines: [TextLine], after open: Int, _ margin: Double) -> Region? {
        let first = lines[start]
        var best: Region?
        let segments = first.segments
        guard segments.count >= 2 else { return nil }
        for index in segments.indices.dropFirst() {
            guard let end = segments[index - 1].last?.box.right, let next = segments[index].first?.box.left, next > end
            else { continue }
            var region = grown(from: start, in: lines, gap: end...next, after: open)
            region.dropWhatFollows(margin)
            guard isColumns(region) else { continue }
            if let known = best,
                (known.pairs, known.gap.upperBound - known.gap.lowerBound)
                    >= (region.pairs, region.gap.upperBound - region.gap.lowerBound)
            {
                continue
            }
            best = region
        }
        return best
    }

    private static func isColumns(_ region: Region) -> Bool {
        guard let left = region.left.map(\.box).hull(), let right = region.right.map(\.box).hull(),
            left.width >= leastWidth, right.width >= leastWidth
        else { return false }
        guard region.pairs >= 2 || region.pairs == 1 && region.left.count + region.right.count >= 3 else {
            return false
        }
        // Labels before what hangs from them.
        return !region.left.allSatisfy { $0.words.count == 1 && LineFlow.isLabel($0.words[0].text) }
    }

    private static func grown(
        from start: Int, in lines: [TextLine], gap: ClosedRange<Double>, after open: Int
    ) -> Region {
        var region = Region(gap: gap)
        var index = start
        while index < lines.count, index - start < mostLines {
            guard take(lines[index], into: &region, atTop: false) else { break }
            region.count += 1
            index += 1
        }
        index = start - 1
        while index >= 0, start - 1 - index < open, region.above < 4 {
            guard take(lines[index], into: &region, atTop: true) else { break }
            region.above += 1
            index -= 1
        }
        return region
    }

    /// Takes a line into a region where it leaves the gap free and stands near.
    private static func take(_ line: TextLine, into region: inout Region, atTop: Bool) -> Bool {
        let before = line.words.filter {
            $0.box.centerX < region.gap.upperBound && $0.box.right <= region.gap.upperBound
        }
        let behind = line.words.filter { !before.contains($0) }
        let low = max(region.gap.lowerBound, before.map(\.box.right).max() ?? 0)
        let high = min(region.gap.upperBound, behind.map(\.box.left).min() ?? .infinity)
        let isPair = !before.isEmpty && !behind.isEmpty
        guard high - low >= max(4, 0.3 * line.height) else { return false }
        let all = region.left + region.right
        let lines = all.filter { $0.page == line.page }
        if !lines.isEmpty {
            let distance =
                atTop
                ? (lines.map(\.box.top).min() ?? 0) - line.box.bottom
                : line.box.top - (lines.map(\.box.bottom).max() ?? 0)
            if distance > (isPair ? 5 : 1.6) * line.height { return false }
        }
        if isPair {
            guard !isJustified(line, low, high), atTop || !opensAnew(before, behind, region) else { return false }
        } else {
            // A line on one side stands as the others of its column do.
            let own = before.isEmpty ? region.right : region.left
            guard !all.isEmpty, own.contains(where: { isAligned($0.box, line.box) }) else { return false }
            if atTop { return false }
        }
        region.gap = low...high
        if isPair {
            region.pairs += 1
            if !atTop { region.alone = 0 }
        } else {
            region.alone = before.isEmpty ? 0 : region.alone + 1
        }
        if !before.isEmpty { insert(before, of: line, into: &region.left, atTop) }
        if !behind.isEmpty { insert(behind, of: line, into: &region.right, atTop) }
        return true
    }

    /// Whether names in capitals stand side by side below text that is none: the head of another document.
    private static func opensAnew(_ before: [LineWord], _ behind: [LineWord], _ region: Region) -> Bool {
        TextLine(page: 0, words: before).isCapitals && TextLine(page: 0, words: behind).isCapitals
            && region.left.contains { !$0.isCapitals && $0.hasLetters }
    }

    private static func insert(_ words: [LineWord], of line: TextLine, into lines: inout [TextLine], _ atTop: Bool) {
        let piece = TextLine(page: line.page, words: words)
        if atTop { lines.insert(piece, at: 0) } else { lines.append(piece) }
    }

    private static func isAligned(_ box: PageBox, _ other: PageBox) -> Bool {
        abs(box.left - other.left) < 3 || abs(box.centerX - other.centerX) < 8
    }

    /// Whether a gap is no wider than the others of its line: that of a justified text.
    private static func isJustified(_ line: TextLine, _ low: Double, _ high: Double) -> Bool {
        var gaps: [Double] = []
        var own = 0.0
        for (word, before) in zip(line.words.dropFirst(), line.words) {
            let gap = word.box.left - before.box.right
            if before.box.right <= low + 0.1, word.box.left >= high - 0.1 { own = gap } else { gaps.append(gap) }
        }
        gaps.sort()
        guard !gaps.isEmpty else { return false }
        return own < 1.5 * gaps[gaps.count / 2]
    }
}
