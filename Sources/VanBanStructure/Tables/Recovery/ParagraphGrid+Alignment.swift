import VanBanReading

extension ParagraphGrid {
    /// Finds the reading of all pieces as rows and cells that has the best score (Viterbi, with a beam).
    ///
    /// A state is the column of the last piece; a few readings with different last numbers are kept for each, so that
    /// what comes later can tell which number was none. A step costs no more than the square of the columns, so that
    /// the whole is linear in the number of pieces.
    struct Alignment {
        /// Where a piece went.
        enum Place: Equatable {
            case cell(column: Int, startsRow: Bool)
            /// The number of a page.
            case pageNumber
            /// Behind the table.
            case outside
        }

        /// A reading up to a piece; what went before it is in the arena.
        private struct Reading {
            var score: Int
            /// Of the last piece; ``outside`` behind the table.
            var column: Int
            var sequence: RowSequence
            /// The piece that held the last number.
            var numberPiece: Int
            /// What the row's number or title says it is.
            var isGroup: Bool
            /// Columns of the row that hold text beside number and task.
            var holdsMore: Bool
            var step: Int32
        }

        private struct Step {
            var previous: Int32
            var column: Int16
            var startsRow: Bool
            var isPageNumber: Bool
        }

        private let scores: Scores
        private let text: SourceText
        private var steps: [Step] = []
        private var readings: [Reading] = []
        private(set) var pieces: [Piece] = []
        private(set) var likenesses: [Likeness] = []
        /// How far the pieces have been looked at.
        private(set) var reached = 0

        private var columns: Int { scores.roles.count }
        private var outside: Int { columns }

        /// Readings for each column.
        private static let width = 3
        /// Pieces that a repeated header may take.
        private static let lookAhead = 32
        /// How far a reading may fall behind the best one.
        private static let beam = 500

        init(_ scores: Scores, in text: SourceText) {
            self.scores = scores
            self.text = text
        }

        /// Takes pieces until none is left or all readings have the table behind them.
        mutating func take(_ source: PieceScanner, filter: inout Filter) {
            var scanner = source
            /// Pieces that are looked at before they are taken, the first at `position`.
            var ahead: [Piece] = []
            var position = 0
            while true {
                if ahead.count - position < Self.lookAhead {
                    ahead.removeFirst(position)
                    position = 0
                    while ahead.count < Self.lookAhead * 4, let piece = scanner.next() { ahead.append(piece) }
                    if ahead.isEmpty { return }
                }
                reached = ahead[position].range.upperBound
                switch filter.finding(at: ahead[position...]) {
                case .otherTable: return
                case .furniture(let count):
                    position = min(ahead.count, position + count)
                    continue
                case nil: break
                }
                let piece = ahead[position]
                position += 1
                let likeness = Likeness(piece, in: text)
                let stop = Stops.stop(at: piece, likeness, in: text)
                if stop == .hard { return }
                step(piece, likeness, isSoftStop: stop == .soft)
                if readings.allSatisfy({ $0.column == outside }) { return }
            }
        }

        private mutating func step(_ piece: Piece, _ likeness: Likeness, isSoftStop: Bool) {
            let index = pieces.count
            var found: [Reading] = []
            var parents: [(previous: Int32, startsRow: Bool, isPageNumber: Bool)] = []
            func add(_ reading: Reading, from previous: Int32, startsRow: Bool = false, isPageNumber: Bool = false) {
                found.append(reading)
                parents.append((previous, startsRow, isPageNumber))
            }
            let fits = (0..<columns).map { scores.fit(likeness, isEmptyCell: piece.isEmptyCell, in: $0) }
            if index == 0 {
                let start = Reading(
                    score: 0, column: -1, sequence: RowSequence(), numberPiece: -1, isGroup: false, holdsMore: false,
                    step: -1)
                openRow(start, piece, likeness, fits, opening: 0) { add($0, from: -1, startsRow: true) }
            }
            let last = likenesses.last ?? likeness
            let lastIsEmptyCell = pieces.last?.isEmptyCell ?? false
            let opening = scores.opening(likeness, piece, after: last)
            for reading in readings {
                if reading.column == outside {
                    var next = reading
                    next.score -= piece.isEmptyCell ? 0 : 8
                    add(next, from: reading.step)
                    continue
                }
                var same = reading
                same.score += scores.goingOn(
                    likeness, piece, after: last, lastIsEmptyCell: lastIsEmptyCell, in: reading.column)
                add(same, from: reading.step)
                if likeness.number?.arabic != nil {
                    // A page's number between two pieces.
                    var skipped = reading
                    skipped.score -= piece.pageBreakBefore ? 20 : 110
                    add(skipped, from: reading.step, isPageNumber: true)
                }
                var cost = 0
                for column in (reading.column + 1)..<max(columns, reading.column + 1) {
                    var next = reading
                    next.score += cost + fits[column] + opening
                    next.column = column
                    note(&next, piece, likeness)
                    add(next, from: reading.step)
                    cost += scores.missing(column)
                }
                var left = reading
                left.score += leaving(reading)
                openRow(left, piece, likeness, fits, opening: opening) { add($0, from: reading.step, startsRow: true) }
                left.column = outside
                left.score -= isSoftStop ? 0 : (piece.isEmptyCell ? 10 : 40)
                add(left, from: reading.step)
            }
            keep(found, parents)
            pieces.append(piece)
            likenesses.append(likeness)
        }

        /// The readings in which a piece opens a row.
        private func openRow(
            _ reading: Reading, _ piece: Piece, _ likeness: Likeness, _ fits: [Int], opening: Int,
            add: (Reading) -> Void
        ) {
            var cost = 0
            for column in 0..<min(columns, 3) {
                var next = reading
                next.column = column
                next.isGroup = false
                next.holdsMore = false
                next.score += cost + fits[column] + opening
                if column == scores.number, let number = likeness.number {
                    let following = reading.sequence.following(number)
                    next.score += following.score
                    next.sequence = following.sequence
                    next.numberPiece = pieces.count
                    next.isGroup = number.opensGroup
                } else if scores.number.map({ $0 < column }) ?? true, isGroupTitle(likeness) {
                    // `I. Tên nhóm` in one merged cell has its number with it.
                    next.isGroup = true
                    next.score -= cost + (scores.number == nil ? 0 : 10)
                }
                note(&next, piece, likeness)
                add(next)
                cost += scores.missing(column)
            }
        }

        private func isGroupTitle(_ likeness: Likeness) -> Bool {
            if likeness.isCapitals, likeness.words >= 2 { return true }
            return likeness.label?.series == .roman || likeness.label?.series == .upperLetter
        }

        private func note(_ reading: inout Reading, _ piece: Piece, _ likeness: Likeness) {
            let role = scores.roles[reading.column]
            if role == .task, likeness.isCapitals { reading.isGroup = true }
            if !piece.isEmptyCell, role != .task, role != .number, role != .group { reading.holdsMore = true }
        }

        /// What it costs that a row ends where it does.
        private func leaving(_ reading: Reading) -> Int {
            guard reading.column + 1 < columns else { return 0 }
            let cost = ((reading.column + 1)..<columns).reduce(0) { $0 + scores.missing($1) }
            guard !reading.holdsMore, scores.roles[reading.column] != .number else { return cost }
            return reading.isGroup ? -2 : max(cost, -70)
        }

        /// Keeps the best readings of each column.
        private mutating func keep(
            _ found: [Reading], _ parents: [(previous: Int32, startsRow: Bool, isPageNumber: Bool)]
        ) {
            let best = found.reduce(Int.min) { max($0, $1.score) }
            let order = found.indices.filter { found[$0].score >= best - Self.beam }.sorted {
                found[$0].score != found[$1].score ? found[$0].score > found[$1].score : $0 < $1
            }
            var counts = Array(repeating: 0, count: columns + 1)
            readings.removeAll(keepingCapacity: true)
            for index in order {
                var reading = found[index]
                let isDouble = readings.contains {
                    $0.column == reading.column && $0.numberPiece == reading.numberPiece
                }
                guard !isDouble, counts[reading.column] < Self.width else { continue }
                counts[reading.column] += 1
                reading.step = Int32(clamping: steps.count)
                let parent = parents[index]
                steps.append(
                    Step(
                        previous: parent.previous, column: Int16(clamping: reading.column), startsRow: parent.startsRow,
                        isPageNumber: parent.isPageNumber))
                readings.append(reading)
            }
        }

        /// Where each piece went in the best reading, and that reading's score.
        func best() -> (places: [Place], score: Int) {
            var places: [Place] = Array(repeating: .outside, count: pieces.count)
            let closed = readings.map { $0.column == outside ? $0.score : $0.score + leaving($0) }
            guard let top = closed.max(), let index = closed.firstIndex(of: top) else { return (places, 0) }
            var step = readings[index].step
            var piece = pieces.count - 1
            while step >= 0, piece >= 0 {
                let entry = steps[Int(step)]
                if entry.isPageNumber {
                    places[piece] = .pageNumber
                } else if Int(entry.column) != outside {
                    places[piece] = .cell(column: Int(entry.column), startsRow: entry.startsRow)
                }
                step = entry.previous
                piece -= 1
            }
            return (places, top)
        }
    }

    /// How surely a table cannot go on with a piece.
    enum Stop: Equatable { case soft, hard }
}
