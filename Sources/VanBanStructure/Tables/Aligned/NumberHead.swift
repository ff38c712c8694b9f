import VanBanReading

/// The head of the rows' numbers, which stands on one line (`STT`) or, in a narrow column, is broken over several: `S`
/// above `T` above `T`, `Số` above `TT`, `ST` above `T`.
struct NumberHead {
    /// The lines of the document from its first to its last.
    var lines: Range<Int>

    /// The heads without their spaces, under the keys of their letters.
    private static let heads: Set<String> = Lexicon.strings(.numberHeads).reduce(into: []) {
        $0.insert(joined([$1]))
    }
    /// Lines that a head may take, with those of other heads between them.
    private static let reach = 8
    /// Printed, the widest piece of it.
    private static let width = 3.2
    /// How far its pieces may begin from each other, for they stand in the middle of their column.
    private static let sway = 3

    /// The head that has a piece at the beginning of a line; nil where none has.
    static func around(_ index: Int, in lines: [Line], text: SourceText) -> NumberHead? {
        guard let own = piece(of: index, lines, text), isPart(own.word) else { return nil }
        let above = pieces(beside: own, from: index, step: -1, lines, text)
        let below = pieces(beside: own, from: index, step: 1, lines, text)
        // The longest: `Số` may stand above `TT`.
        for count in (0...(above.count + below.count)).reversed() {
            for upper in 0...count where upper <= above.count && count - upper <= below.count {
                let words = above.prefix(upper).reversed() + [own] + below.prefix(count - upper)
                if isHead(words.map(\.word)), let first = words.first, let last = words.last {
                    return NumberHead(lines: first.line..<(last.line + 1))
                }
            }
        }
        return nil
    }

    /// The head with a piece on a line, or with pieces above and below it.
    static func over(_ index: Int, in lines: [Line], text: SourceText) -> NumberHead? {
        if let own = around(index, in: lines, text: text) { return own }
        guard index > 0, let beside = around(index - 1, in: lines, text: text), beside.lines.contains(index) else {
            return nil
        }
        return beside
    }

    private struct Piece {
        var line: Int
        var start: Int
        var word: String
    }

    /// The first word of a line, if it is narrow.
    private static func piece(of index: Int, _ lines: [Line], _ text: SourceText) -> Piece? {
        guard !lines[index].isApart, lines[index].range.count < 600 else { return nil }
        let line = AlignedLine(lines[index], at: index, in: text)
        guard let first = line.words.first, first.width < width, first.range.count <= 8 else { return nil }
        if line.words.count > 1, line.words[1].start - first.end < 2 { return nil }
        return Piece(line: index, start: first.start, word: text.string(first.range))
    }

    /// The pieces on the lines above or below one, the nearest first.
    private static func pieces(
        beside own: Piece, from index: Int, step: Int, _ lines: [Line], _ text: SourceText
    ) -> [Piece] {
        var found: [Piece] = []
        var place = index + step
        while lines.indices.contains(place), abs(place - index) <= reach, found.count < 4 {
            let lower = step > 0 ? place : place - step
            if lines[lower].blankLinesBefore > 0 || lines[lower].pageBreakBefore { break }
            let start = AlignedLine(lines[place], at: place, in: text).start
            if let piece = piece(of: place, lines, text), abs(piece.start - own.start) <= sway, isPart(piece.word) {
                found.append(piece)
            } else if start < own.start + 2 {
                // Other words in the numbers' column.
                break
            }
            place += step
        }
        return found
    }

    private static func isPart(_ word: String) -> Bool {
        let key = joined([word])
        return !key.isEmpty && heads.contains { $0.contains(key) }
    }

    private static func isHead(_ words: [String]) -> Bool { heads.contains(joined(words)) }

    private static func joined(_ words: [String]) -> String {
        words.joined().filter { !$0.isWhitespace && $0 != "." }.lowercased()
    }
}
