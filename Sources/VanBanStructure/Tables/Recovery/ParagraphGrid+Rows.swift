import VanBanReading

extension ParagraphGrid {
    /// Makes rows of pieces that have been assigned to cells, and looks where another assignment is as good.
    struct RowAssembly {
        struct Doubt {
            var row: Int
            var range: Range<Int>
            var column: Int
            var other: Int
            /// How much worse the other reading is, in margins.
            var loss: Double
        }

        private let pieces: [Piece]
        private let likenesses: [Likeness]
        private let scores: Scores
        private let text: SourceText
        private(set) var rows: [TableDraft.Row] = []
        private(set) var pageNumbers: [Stretch] = []
        private(set) var doubts: [Doubt] = []
        /// Rows in which a column has no piece.
        private(set) var ragged: [(row: Int, cells: Int)] = []
        /// Pieces that go on with a sentence of the piece before them.
        private(set) var halves = 0

        /// A reading is hardly to be told from another when it is no more than this behind.
        private static let margin = 10
        /// Pieces by which a border is moved at the most.
        private static let farthest = 12

        init(_ pieces: [Piece], _ likenesses: [Likeness], _ scores: Scores, in text: SourceText) {
            self.pieces = pieces
            self.likenesses = likenesses
            self.scores = scores
            self.text = text
        }

        mutating func assemble(_ places: [Alignment.Place]) {
            var row: [(piece: Int, column: Int)] = []
            for (index, place) in places.enumerated() {
                switch place {
                case .outside: break
                case .pageNumber: pageNumbers.append(Stretch(pieces[index].range))
                case .cell(let column, let startsRow):
                    if startsRow { close(&row) }
                    if let last = row.last, last.column == column, likenesses[index].startsLower { halves += 1 }
                    row.append((index, column))
                }
            }
            close(&row)
        }

        private mutating func close(_ row: inout [(piece: Int, column: Int)]) {
            defer { row.removeAll() }
            guard let first = row.first(where: { !pieces[$0.piece].isEmptyCell }),
                let last = row.last(where: { !pieces[$0.piece].isEmptyCell })
            else { return }
            var cells = Array(repeating: Stretch(0..<0), count: scores.roles.count)
            for entry in row where !pieces[entry.piece].isEmptyCell {
                append(pieces[entry.piece].range, to: &cells[entry.column])
            }
            let hull = pieces[first.piece].range.lowerBound..<pieces[last.piece].range.upperBound
            findDoubts(row)
            let filled = Set(row.map(\.column))
            // Notes are empty more often than not.
            let isMerged = scores.activity != nil && !filled.contains { scores.roles[$0] == .group }
            let isRagged = cells.indices.contains {
                !filled.contains($0) && scores.roles[$0] != .note
                    && !(isMerged && (scores.roles[$0] == .group || scores.roles[$0] == .number))
            }
            if isRagged { ragged.append((rows.count, filled.count)) }
            rows.append(TableDraft.Row(kind: .other, cells: cells, hull: hull))
        }

        /// Paragraphs of one cell are one range, so that what reads the cell sees its line breaks.
        private func append(_ range: Range<Int>, to cell: inout Stretch) {
            if let last = cell.ranges.last, !cell.isEmpty, text.trimmed(last.upperBound..<range.lowerBound).isEmpty {
                let joined = last.lowerBound..<range.upperBound
                if cell.more.isEmpty { cell.first = joined } else { cell.more[cell.more.count - 1] = joined }
            } else {
                cell.append(range)
            }
        }

        // MARK: Doubts

        /// Moves the border between two cells either way, and compares; of the other readings the best one is kept.
        private mutating func findDoubts(_ row: [(piece: Int, column: Int)]) {
            let best = score(row)
            var nearest: Doubt?
            for border in row.indices.dropFirst() where row[border].column != row[border - 1].column {
                let left = row[border - 1].column
                let right = row[border].column
                var moved = row
                var index = border - 1
                // The right cell takes from the left one.
                while index > max(row.startIndex, border - Self.farthest), row[index].column == left,
                    row[index - 1].column == left
                {
                    moved[index].column = right
                    compare(moved, best, row, &nearest)
                    index -= 1
                }
                moved = row
                index = border
                // And the left one from the right.
                while index + 1 < min(row.endIndex, border + Self.farthest), row[index].column == right,
                    row[index + 1].column == right
                {
                    moved[index].column = left
                    compare(moved, best, row, &nearest)
                    index += 1
                }
            }
            // An empty column may be any of those beside it.
            for (position, entry) in row.enumerated() where !pieces[entry.piece].isEmptyCell {
                let next = position + 1 < row.count ? row[position + 1].column : scores.roles.count
                let previous = position > 0 ? row[position - 1].column : -1
                for column in [entry.column - 1, entry.column + 1] where column > previous && column < next {
                    var moved = row
                    moved[position].column = column
                    compare(moved, best, row, &nearest)
                }
            }
            if let nearest { doubts.append(nearest) }
        }

        /// Notes the pieces that another reading puts into another cell, where it is better than the one noted before.
        private func compare(
            _ moved: [(piece: Int, column: Int)], _ best: Int, _ row: [(piece: Int, column: Int)],
            _ nearest: inout Doubt?
        ) {
            let loss = Double(max(0, best - score(moved))) / Double(Self.margin)
            guard loss < nearest?.loss ?? CellRival.reach,
                let first = row.indices.first(where: { row[$0].column != moved[$0].column }),
                let last = row.indices.last(where: { row[$0].column != moved[$0].column })
            else { return }
            let range = pieces[row[first].piece].range.lowerBound..<pieces[row[last].piece].range.upperBound
            nearest = Doubt(
                row: rows.count, range: range, column: row[first].column, other: moved[first].column, loss: loss)
        }

        private func score(_ row: [(piece: Int, column: Int)]) -> Int {
            var total = 0
            var previous: (piece: Int, column: Int)?
            for entry in row {
                let piece = pieces[entry.piece]
                let likeness = likenesses[entry.piece]
                if let previous {
                    let last = likenesses[previous.piece]
                    if previous.column == entry.column {
                        total += scores.goingOn(
                            likeness, piece, after: last, lastIsEmptyCell: pieces[previous.piece].isEmptyCell,
                            in: entry.column)
                    } else {
                        total += scores.opening(likeness, piece, after: last)
                        total += scores.fit(likeness, isEmptyCell: piece.isEmptyCell, in: entry.column)
                        for column in (previous.column + 1)..<max(previous.column + 1, entry.column) {
                            total += scores.missing(column)
                        }
                    }
                } else {
                    total += scores.fit(likeness, isEmptyCell: piece.isEmptyCell, in: entry.column)
                    if entry.column != scores.activity || likeness.activity == nil {
                        for column in 0..<entry.column { total += scores.missing(column) }
                    }
                }
                previous = entry
            }
            if let previous {
                for column in (previous.column + 1)..<max(previous.column + 1, scores.roles.count) {
                    total += scores.missing(column)
                }
            }
            return total
        }
    }
}
