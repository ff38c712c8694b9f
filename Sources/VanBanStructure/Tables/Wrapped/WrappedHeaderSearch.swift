import VanBanModel
import VanBanReading

/// Looks for headers of wrapped tables from line to line.
///
/// A header is many lines long, and any of them may be its first: what has been told of a line is kept while the lines
/// before it are tried, so that a text of nothing but headers' words takes no longer than another.
struct WrappedHeaderSearch {
    private struct HeaderLine {
        var pieces: [Stretch]
        /// Whether the first piece begins a cell.
        var opensCell: Bool
        /// Whether each piece says what it holds.
        var isKnown: [Bool]
        /// Running text is no header.
        var isRunning: Bool
        var beginsBody: Bool
    }

    private let lines: [Line]
    private let text: SourceText
    private var known: [Int: HeaderLine] = [:]

    /// Lines of a header at most.
    private static let reach = 40
    /// Cells that certainly stay apart; more than a table has columns, and heads over them.
    private static let apart = 15
    /// Cells that say what they hold; some of them may still be put together.
    private static let cells = 20

    init(_ lines: [Line], in text: SourceText) {
        self.lines = lines
        self.text = text
    }

    /// The next header that begins at or after a line, and before another.
    mutating func next(from start: Int, before end: Int) -> WrappedHeader? {
        let first = max(0, start)
        for index in first..<max(first, min(end, lines.count)) where WrappedHeader.opens(lines[index], text) {
            if let header = read(at: index) { return header }
        }
        return nil
    }

    private mutating func read(at start: Int) -> WrappedHeader? {
        var cells: [Stretch] = []
        var isKnown: [Bool] = []
        var recognized = 0
        var opened = 0
        var end = start
        while end < min(lines.count, start + Self.reach) {
            let line = lines[end]
            guard !line.isApart else { return nil }
            guard line.width < 140 else { break }
            let entry = headerLine(end)
            if end > start, recognized >= 3, entry.beginsBody { break }
            if entry.isRunning { break }
            var grown = cells
            var grownKnown = isKnown
            for (index, piece) in entry.pieces.enumerated() {
                if index == 0, !entry.opensCell, let last = grown.indices.last {
                    grown[last].append(piece)
                    grownKnown[last] = ColumnRoles.recognized(in: [TokenText(grown[last], in: text)]) > 0
                } else {
                    grown.append(piece)
                    grownKnown.append(entry.isKnown[index])
                }
            }
            if grown[max(0, cells.count - 1)...].contains(where: { $0.length > 130 }) { break }
            if entry.opensCell { opened += 1 }
            cells = grown
            isKnown = grownKnown
            recognized = isKnown.reduce(0) { $0 + ($1 ? 1 : 0) }
            end += 1
            if end - start > 6, recognized < 2 { return nil }
            if opened > Self.apart || recognized > Self.cells { return nil }
        }
        return WrappedHeader.make(WrappedHeader.merged(cells, text), lines: start..<end, text)
    }

    private mutating func headerLine(_ index: Int) -> HeaderLine {
        if let entry = known[index] { return entry }
        let tokens = TokenText(lines[index].range, in: text)
        let (pieces, opensCell) = WrappedHeader.pieces(of: tokens)
        let entry = HeaderLine(
            pieces: pieces, opensCell: opensCell,
            isKnown: pieces.map { ColumnRoles.recognized(in: [TokenText($0, in: text)]) > 0 },
            isRunning: tokens.tokens.contains { $0.isSign(";") || $0.isSign(":") },
            beginsBody: WrappedHeader.beginsBody(tokens))
        if known.count >= 4 * Self.reach { known.removeAll(keepingCapacity: true) }
        known[index] = entry
        return entry
    }
}
