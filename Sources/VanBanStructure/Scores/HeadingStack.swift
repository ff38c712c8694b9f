import VanBanReading

/// The labelled lines, and the lines that end in a colon, that a paragraph stands under.
struct HeadingStack {
    private var entries: [(rank: Double, stretch: Stretch)] = []

    /// The headings that what comes next stands under, the outermost first.
    var all: [Stretch] { entries.map(\.stretch) }

    /// Takes the next line of a part; the headings above it, the outermost first.
    mutating func headings(above stretch: Stretch, in text: SourceText) -> [Stretch] {
        guard !stretch.isEmpty else { return entries.map(\.stretch) }
        if let series = series(before: stretch, text) {
            let rank = Self.rank(series)
            entries.removeAll { $0.rank >= rank }
            let above = entries.map(\.stretch)
            entries.append((rank, stretch))
            return above
        }
        if let last = entries.last, last.rank != last.rank.rounded() { entries.removeLast() }
        let above = entries.map(\.stretch)
        if let end = stretch.ranges.last, text.lastSign(of: end) == 0x3A {
            entries.append(((entries.last?.rank ?? 0) + 0.5, stretch))
        }
        return above
    }

    /// The label that stands before the text of a line.
    private func series(before stretch: Stretch, _ text: SourceText) -> OutlineLabel.Series? {
        let start = stretch.first.lowerBound
        var lineStart = start
        while lineStart > 0, text.bytes[lineStart - 1] != 0x0A, start - lineStart < 60 { lineStart -= 1 }
        let line = text.trimmed(lineStart..<stretch.first.upperBound)
        guard line.lowerBound < start, let label = OutlineLabel.at(line, in: text), label.range.upperBound <= start
        else { return nil }
        return label.series
    }

    private static func rank(_ series: OutlineLabel.Series) -> Double {
        switch series {
        case .partition: return 1
        case .chapter: return 2
        case .division: return 3
        case .subdivision: return 4
        case .article: return 5
        case .upperLetter: return 6
        case .roman: return 7
        case .arabic: return 8
        case .decimal(let count): return 8 + Double(count)
        case .point: return 20
        case .arabicBracket: return 21
        case .bullet: return 22
        case .plus: return 23
        }
    }
}
