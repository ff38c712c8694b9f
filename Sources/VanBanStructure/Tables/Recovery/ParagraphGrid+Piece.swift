import VanBanReading

extension ParagraphGrid {
    /// A line of the table's stretch of text, or the line of no-break spaces that stands for an empty cell.
    struct Piece: Sendable {
        /// Trimmed; of an empty cell the empty range at its place.
        var range: Range<Int>
        var isEmptyCell: Bool
        var blankLinesBefore: Int
        var pageBreakBefore: Bool
    }

    /// Cuts a stretch of text into its pieces, one after the other.
    ///
    /// Whatever classifying and joining made of the lines does not matter here: the text is looked at again.
    struct PieceScanner: Sequence, IteratorProtocol {
        private let text: SourceText
        private let end: Int
        private var offset: Int
        private var blankLines = 0
        private var pageBreak = false

        init(_ range: Range<Int>, in text: SourceText) {
            self.text = text
            offset = range.lowerBound
            end = Swift.min(range.upperBound, text.bytes.count)
        }

        mutating func next() -> Piece? {
            while offset < end {
                let start = offset
                while offset < end, text.bytes[offset] != 0x0A, text.bytes[offset] != 0x0C { offset += 1 }
                let line = start..<offset
                let endsPage = offset < end && text.bytes[offset] == 0x0C
                offset += 1
                let range = text.trimmed(line)
                let isEmptyCell = range.isEmpty && line.contains { text.bytes[$0] >= 0x80 }
                var piece: Piece?
                if !range.isEmpty || isEmptyCell {
                    piece = Piece(
                        range: range.isEmpty ? start..<start : range, isEmptyCell: isEmptyCell,
                        blankLinesBefore: blankLines, pageBreakBefore: pageBreak)
                    blankLines = 0
                    pageBreak = false
                } else {
                    blankLines += 1
                }
                if endsPage { pageBreak = true }
                if let piece { return piece }
            }
            return nil
        }
    }

    /// How the pieces of a table are set: what an empty line and a missing one mean in it.
    struct Setting: Sendable {
        /// Empty cells have a line of their own.
        var hasEmptyCells: Bool
        /// An empty line parts the cells, so that lines without one between them belong together.
        var isSpaced: Bool
        /// The usual number of empty lines between two pieces.
        var spacing: Int

        /// - Parameter pieces: the beginning of the table.
        init(_ pieces: some Sequence<Piece>) {
            var gaps: [Int] = []
            var emptyCells = 0
            for piece in pieces {
                gaps.append(piece.blankLinesBefore)
                if piece.isEmptyCell { emptyCells += 1 }
            }
            gaps.sort()
            spacing = gaps.isEmpty ? 0 : gaps[gaps.count / 2]
            isSpaced = spacing > 0 && gaps[gaps.count / 3] > 0
            hasEmptyCells = emptyCells > 0
        }
    }
}
