import VanBanModel
import VanBanReading

/// Which words follow each other in a document, with one space and nothing else between them.
///
/// Words beside the border of two columns go on with those of the line above and of the line below in either reading;
/// what the document says elsewhere tells which of them is Vietnamese.
struct WordPairs {
    private struct Pair: Hashable {
        var first: String
        var second: String
    }

    private var counts: [Pair: Int] = [:]

    init(_ text: SourceText) {
        let bytes = text.bytes
        var last: (key: String, end: Int)?
        var start: Int?
        for offset in 0...bytes.count {
            if offset < bytes.count, bytes[offset] > 0x20 {
                if start == nil { start = offset }
                continue
            }
            guard let first = start else { continue }
            start = nil
            let word = Self.word(first..<offset, in: text)
            if let last, word.opens, last.end + 1 == first, bytes[last.end] == 0x20 {
                counts[Pair(first: last.key, second: word.key), default: 0] += 1
            }
            last = word.goesOn && !word.key.isEmpty ? (word.key, offset) : nil
        }
    }

    /// How often two words follow each other; 0 where a sign stands between them.
    func count(_ first: Range<Int>, _ second: Range<Int>, in text: SourceText) -> Int {
        let left = Self.word(first, in: text)
        let right = Self.word(second, in: text)
        guard left.goesOn, right.opens else { return 0 }
        return counts[Pair(first: left.key, second: right.key)] ?? 0
    }

    /// A word without the signs around it, and whether it has none before and behind it.
    private static func word(_ range: Range<Int>, in text: SourceText) -> (key: String, opens: Bool, goesOn: Bool) {
        func isLetter(_ byte: UInt8) -> Bool {
            byte >= 0x80 || byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39
        }
        guard let first = range.first(where: { isLetter(text.bytes[$0]) }),
            let last = range.last(where: { isLetter(text.bytes[$0]) })
        else { return ("", false, false) }
        return (
            WordKey.of(text.string(first..<(last + 1))), first == range.lowerBound, last + 1 == range.upperBound
        )
    }
}

extension AlignedRows {
    /// Whether words beside a border go on, where they were read, as the document has it elsewhere, and in the other
    /// column do not.
    ///
    /// Each reading joins other words: across the border on the line itself, and from line to line in both cells. Pairs of
    /// words that stand side by side on the line in question must stand so once more. One pair alone may be chance.
    func goesOnAsElsewhere(
        _ words: Range<Int>, in column: Int, notIn other: Int, of lines: [Int], on line: Int, _ pairs: WordPairs
    ) -> Bool {
        let own = grid.cells[line].cells[column]
        let away = grid.cells[line].cells[other]
        guard let place = lines.firstIndex(of: line), abs(column - other) == 1 else { return false }
        let isLeft = column < other
        /// The word of a column's nearest line above or below: its last, or its first.
        func beside(_ column: Int, above: Bool) -> Range<Int>? {
            let near = above ? Array(lines[..<place].reversed()) : Array(lines[(place + 1)...])
            for line in near {
                let cell = grid.cells[line].cells[column]
                if let word = above ? cell.last : cell.first { return grid.body[line].words[word].range }
            }
            return nil
        }
        func word(_ index: Int?) -> Range<Int>? { index.map { grid.body[line].words[$0].range } }
        /// The cell's words in a reading joined to its lines above and below.
        func joints(_ cell: Range<Int>, _ column: Int) -> [(Range<Int>?, Range<Int>?)] {
            guard let first = cell.first, let last = cell.last else {
                return [(beside(column, above: true), beside(column, above: false))]
            }
            return [(beside(column, above: true), word(first)), (word(last), beside(column, above: false))]
        }
        func isKnown(_ pair: (Range<Int>?, Range<Int>?), times: Int) -> Bool {
            guard let first = pair.0, let second = pair.1 else { return false }
            return pairs.count(first, second, in: text) >= times
        }
        let rest = isLeft ? own.lowerBound..<words.lowerBound : words.upperBound..<own.upperBound
        let joined =
            isLeft
            ? words.lowerBound..<max(words.upperBound, away.upperBound)
            : min(away.lowerBound, words.lowerBound)..<words.upperBound
        // Where the words hang together with the rest of their cell, and where they would with the other cell.
        let inner = rest.isEmpty ? nil : isLeft ? (rest.last, words.first) : (words.last, rest.first)
        let across = away.isEmpty ? nil : isLeft ? (words.last, away.first) : (away.last, words.first)
        func weight(_ cells: [(Range<Int>?, Range<Int>?)], _ side: (Int?, Int?)?) -> Int {
            cells.count { isKnown($0, times: 1) }
                + (side.map { isKnown((word($0.0), word($0.1)), times: 2) } == true ? 1 : 0)
        }
        let here = weight(joints(own, column) + joints(away, other), inner)
        let there = weight(joints(rest, column) + joints(joined, other), across)
        return here > there + 1
    }
}
