/// Finds figures that look like a time and belong to none that was read (`13/2026` of `Tháng 11, 13/2026`), so that they
/// are not passed over in silence.
struct UnreadFigures {
    let tokens: TokenText

    /// The runs of figures and slashes in a range that no expression covers.
    func ranges(in range: Range<Int>, besides expressions: [TimeExpression]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        // Both go through the text once: expressions that begin before a run's end, and how far they reach.
        let read = expressions.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        var reach = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            guard tokens.key(index) == "/", tokens.isGlued(index), let run = run(around: index, in: range) else {
                index += 1
                continue
            }
            index = max(index + 1, run.upperBound)
            while next < read.count, read[next].lowerBound < run.upperBound {
                reach = max(reach, read[next].upperBound)
                next += 1
            }
            if reach <= run.lowerBound { found.append(run) }
        }
        return found
    }

    /// The figures around a slash; nil where they are part of a number of a document (`12/2025/QH15`, `số 8/2026`).
    private func run(around slash: Int, in range: Range<Int>) -> Range<Int>? {
        var start = slash
        while start > range.lowerBound, tokens.isGlued(start), isFigure(start - 1) { start -= 1 }
        var end = slash + 1
        while end < range.upperBound, tokens.isGlued(end), isFigure(end) { end += 1 }
        guard start < slash, end > slash + 1, tokens.number(end - 1) != nil else { return nil }
        let isPart =
            end < range.upperBound && tokens.isGlued(end)
            && (tokens.tokens[end].kind == .word || tokens.key(end) == "-")
        guard !isPart, tokens.key(start - 1) != Self.numbered, start == range.lowerBound || tokens.key(start - 1) != ":"
        else { return nil }
        return start..<end
    }

    private func isFigure(_ index: Int) -> Bool {
        if tokens.key(index) == "/" || tokens.number(index) != nil { return true }
        return Self.romans.contains(tokens.key(index))
    }

    private static let numbered = WordKey.of("số")
    private static let romans: Set<String> = ["i", "ii", "iii", "iv", "v", "vi", "vii"]
}
