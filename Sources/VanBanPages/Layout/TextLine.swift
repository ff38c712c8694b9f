/// A line of text within a column of a page, or within a cell.
struct TextLine: Hashable, Sendable {
    var page: Int
    var words: [LineWord]
    var box: PageBox
    /// The sides of the column or cell that it is set in, in points.
    var left: Double
    var right: Double

    init(page: Int, words: [LineWord], left: Double? = nil, right: Double? = nil) {
        self.page = page
        self.words = words
        box = words.map(\.box).hull() ?? PageBox(left: 0, top: 0, right: 0, bottom: 0)
        self.left = left ?? box.left
        self.right = right ?? box.right
    }

    /// The height of its letters' boxes.
    var height: Double { box.height }

    var isBold: Bool {
        guard hasLetters else { return words.allSatisfy(\.isBold) }
        return words.allSatisfy { $0.isBold || !$0.hasLetters }
    }

    /// Its words with single spaces.
    var text: String {
        words.reduce(into: "") { text, word in
            if !text.isEmpty, !word.isGlued { text += " " }
            text += word.text
        }
    }

    var hasLetters: Bool { words.contains(where: \.hasLetters) }

    /// Whether it has letters, and none of them is small.
    var isCapitals: Bool {
        var hasLetters = false
        for word in words {
            for scalar in word.text.unicodeScalars {
                if scalar.properties.isLowercase { return false }
                if scalar.properties.isUppercase { hasLetters = true }
            }
        }
        return hasLetters
    }

    /// Whether it stands in the middle of its column, with room on both sides.
    var isCentered: Bool {
        let before = box.left - left
        let behind = right - box.right
        return before > 8 && behind > 8 && abs(before - behind) < max(4, 0.04 * (right - left))
    }

    /// The room that is left on it for a word more.
    var room: Double {
        isCentered ? (right - left) - box.width : right - box.right
    }

    /// What of it words cover, usual spaces between them with them.
    var runs: [ClosedRange<Double>] {
        var runs: [ClosedRange<Double>] = []
        for word in words {
            if let last = runs.last, word.box.left - last.upperBound < 0.28 * height {
                runs[runs.count - 1] = last.lowerBound...max(last.upperBound, word.box.right)
            } else {
                runs.append(word.box.left...max(word.box.left, word.box.right))
            }
        }
        return runs
    }

    /// The words between gaps that are wide for this line.
    var segments: [ArraySlice<LineWord>] {
        var segments: [ArraySlice<LineWord>] = []
        let limit = wideGap
        var start = 0
        for index in words.indices.dropFirst()
        where words[index].box.left - words[index - 1].box.right > limit {
            segments.append(words[start..<index])
            start = index
        }
        segments.append(words[start...])
        return segments
    }

    /// Gaps beyond this part columns, in points: wider than a letter is high, and than the spaces of justified text.
    private var wideGap: Double {
        var gaps = zip(words.dropFirst(), words).map { $0.box.left - $1.box.right }.filter { $0 > 0 }
        gaps.sort()
        let usual = gaps.isEmpty ? 0 : gaps[(gaps.count - 1) / 2]
        return max(0.85 * height, gaps.count >= 3 ? 2.2 * usual : 0)
    }
}

extension PageBox {
    static func hull(of words: some Sequence<LineWord>) -> PageBox? { words.map(\.box).hull() }
}

/// Puts words together into lines.
enum LineBuilder {
    /// How far the middles of words of a line may stand apart, of the lower one's height.
    private static let reach = 0.42

    /// The lines from top to bottom, each across the whole of what is given.
    static func lines(of words: [PageWord], page: Int, left: Double? = nil, right: Double? = nil) -> [TextLine] {
        groups(of: words).map { TextLine(page: page, words: WordGlue.words(of: $0), left: left, right: right) }
            .filter { !$0.words.isEmpty }
    }

    private struct Open {
        var center: Double
        var height: Double
        var words: [PageWord]
    }

    private static func groups(of words: [PageWord]) -> [[PageWord]] {
        // Full words first: they say where lines are; raised and small ones join them.
        let sorted = words.sorted { ($0.box.centerY, $0.box.left) < ($1.box.centerY, $1.box.left) }
        var open: [Open] = []
        var first = 0
        for word in sorted {
            while first < open.count, open[first].center < word.box.centerY - 60 { first += 1 }
            var best: (index: Int, distance: Double)?
            for index in first..<open.count {
                let distance = abs(open[index].center - word.box.centerY)
                let reach = reach * min(max(word.box.height, 1), open[index].height)
                let isBest = best.map { distance < $0.distance } ?? true
                if distance <= max(reach, 0.5), isBest { best = (index, distance) }
            }
            if let best {
                let count = Double(open[best.index].words.count)
                open[best.index].words.append(word)
                // The middle stays that of the highest words.
                if word.box.height > 0.9 * open[best.index].height {
                    open[best.index].center = (open[best.index].center * count + word.box.centerY) / (count + 1)
                    open[best.index].height = max(open[best.index].height, word.box.height)
                }
            } else {
                open.append(Open(center: word.box.centerY, height: word.box.height, words: [word]))
            }
        }
        return open.sorted { $0.center < $1.center }.map(\.words)
    }
}
