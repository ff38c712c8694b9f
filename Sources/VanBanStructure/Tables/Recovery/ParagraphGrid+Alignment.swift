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
            /// The numbers of the rows so far, by their place among the sequences.
            var sequence: Int
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

        /// A reading with one piece more, that may be kept; of equal ones the one found first.
        private struct Candidate {
            var reading: Reading
            var order: Int
            var startsRow: Bool
            var isPageNumber: Bool

            static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
                left.reading.score != right.reading.score
                    ? left.reading.score > right.reading.score : left.order < right.order
            }
        }

        private let scores: Scores
        private let text: SourceText
        private let agencies: AgencyGazetteer
        private var steps: [Step] = []
        private var readings: [Reading] = []
        private var sequences = [RowSequence()]
        /// The best candidates of each column, and how many there have been in all.
        private var candidates: [[Candidate]]
        private var found = 0
        /// What it costs that a row ends behind a column.
        private let endings: [Int]
        private(set) var pieces: [Piece] = []
        private(set) var likenesses: [Likeness] = []
        /// The highest number that the next row may have.
        private var limit = RowNumber.usual
        /// How far the pieces have been looked at.
        private(set) var reached = 0

        private var columns: Int { scores.roles.count }
        private var outside: Int { columns }

        /// Readings for each column.
        private static let width = 3
        /// Pieces that a repeated header may take.
        private static let lookAhead = 32
        /// Numbers of rows that may be left out.
        private static let skipped = 3
        /// How far a reading may fall behind the best one.
        private static let beam = 500

        init(_ scores: Scores, in text: SourceText, agencies: AgencyGazetteer) {
            self.agencies = agencies
            self.scores = scores
            self.text = text
            let columns = scores.roles.count
            candidates = Array(repeating: [], count: columns + 1)
            endings = (0..<columns).map { ($0 + 1..<columns).reduce(0) { $0 + scores.missing($1) } }
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
                let head = Likeness.head(of: ahead[position], in: text)
                switch filter.finding(at: ahead[position...], head) {
                case .otherTable: return
                case .furniture(let count):
                    position = min(ahead.count, position + count)
                    continue
                case nil: break
                }
                let piece = ahead[position]
                position += 1
                let likeness = Likeness(piece, head, in: text, limit: limit, agencies: agencies)
                let stop = Stops.stop(at: piece, likeness, head, in: text)
                if stop == .hard { return }
                if position < ahead.count, isHeading(likeness, above: ahead[position]) { return }
                step(piece, likeness, isSoftStop: stop == .soft)
                if readings.allSatisfy({ $0.column == outside }) { return }
            }
        }

        /// Whether a heading of a group stands above a paragraph with a label of its own, where rows have bare numbers: the
        /// text goes on behind the table (`II. TỔ CHỨC THỰC HIỆN⏎1. Sở Nội vụ theo dõi …`).
        private func isHeading(_ likeness: Likeness, above next: Piece) -> Bool {
            guard likeness.isGroupHeading, scores.number != nil, !next.isEmptyCell else { return false }
            let below = Likeness(next, Likeness.head(of: next, in: text), in: text, limit: limit, agencies: agencies)
            guard below.number == nil, !below.isBullet, below.words >= 3 else { return false }
            // With or without a label: a sentence, and no more of the name.
            return below.label != nil || !below.isCapitals && !below.startsLower && below.end == 0x2E
        }

        private mutating func step(_ piece: Piece, _ likeness: Likeness, isSoftStop: Bool) {
            let fits = (0..<columns).map { scores.fit(likeness, isEmptyCell: piece.isEmptyCell, in: $0) }
            if pieces.isEmpty {
                let start = Reading(
                    score: 0, column: -1, sequence: 0, numberPiece: -1, isGroup: false, holdsMore: false, step: -1)
                openRow(start, piece, likeness, fits, opening: 0)
            }
            let last = likenesses.last ?? likeness
            let lastIsEmptyCell = pieces.last?.isEmptyCell ?? false
            let opening = scores.opening(likeness, piece, after: last)
            let goingOn = (0..<columns).map {
                scores.goingOn(likeness, piece, after: last, lastIsEmptyCell: lastIsEmptyCell, in: $0)
            }
            for reading in readings {
                if reading.column == outside {
                    var next = reading
                    next.score -= piece.isEmptyCell ? 0 : 8
                    add(next)
                    continue
                }
                var same = reading
                same.score += goingOn[reading.column]
                add(same)
                if likeness.number?.arabic != nil {
                    // A page's number between two pieces.
                    var skipped = reading
                    skipped.score -= piece.pageBreakBefore ? 20 : 110
                    add(skipped, isPageNumber: true)
                }
                var cost = 0
                for column in (reading.column + 1)..<max(columns, reading.column + 1) {
                    var next = reading
                    next.score += cost + fits[column] + opening
                    next.column = column
                    if column == scores.activity, let number = likeness.activity { follow(&next, number) }
                    note(&next, piece, likeness)
                    add(next)
                    cost += scores.missing(column)
                }
                var left = reading
                left.score += leaving(reading)
                openRow(left, piece, likeness, fits, opening: opening)
                left.column = outside
                left.score -= isSoftStop ? 0 : (piece.isEmptyCell ? 10 : 40)
                add(left)
            }
            keep()
            pieces.append(piece)
            likenesses.append(likeness)
        }

        /// The readings in which a piece opens a row.
        private mutating func openRow(
            _ reading: Reading, _ piece: Piece, _ likeness: Likeness, _ fits: [Int], opening: Int
        ) {
            var cost = 0
            for column in 0..<min(columns, 3) {
                var next = reading
                next.column = column
                next.isGroup = false
                next.holdsMore = false
                next.score += cost + fits[column] + opening
                if column == scores.number, let number = likeness.number {
                    let following = sequences[reading.sequence].following(number)
                    next.score += following.score
                    next.sequence = sequences.count
                    sequences.append(following.sequence)
                    next.numberPiece = pieces.count
                    next.isGroup = number.opensGroup
                } else if column == scores.activity, let number = likeness.activity {
                    // The cells before it are one with those of the row above.
                    next.score -= cost
                    follow(&next, number)
                } else if scores.number.map({ $0 < column }) ?? true, isGroupTitle(likeness) {
                    // `I. Tên nhóm` in one merged cell has its number with it.
                    next.isGroup = true
                    next.score -= cost + (scores.number == nil ? 0 : 10)
                }
                note(&next, piece, likeness)
                add(next, startsRow: true)
                cost += scores.missing(column)
            }
        }

        /// The number of an activity in its own cell tells where it stands among the others.
        private mutating func follow(_ reading: inout Reading, _ number: RowNumber) {
            let following = sequences[reading.sequence].following(number)
            reading.score += following.score
            reading.sequence = sequences.count
            sequences.append(following.sequence)
            reading.numberPiece = pieces.count
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
            let cost = endings[reading.column]
            guard !reading.holdsMore, scores.roles[reading.column] != .number else { return cost }
            return reading.isGroup ? -2 : max(cost, -70)
        }

        /// Takes a candidate if it is among the best of its column; of those with one last number only the best counts.
        private mutating func add(_ reading: Reading, startsRow: Bool = false, isPageNumber: Bool = false) {
            let candidate = Candidate(
                reading: reading, order: found, startsRow: startsRow, isPageNumber: isPageNumber)
            found += 1
            let column = reading.column
            if candidates[column].count == Self.width, let last = candidates[column].last,
                !Candidate.isBetter(candidate, last)
            {
                return
            }
            if let same = candidates[column].firstIndex(where: { $0.reading.numberPiece == reading.numberPiece }) {
                guard Candidate.isBetter(candidate, candidates[column][same]) else { return }
                candidates[column].remove(at: same)
            }
            let place = candidates[column].firstIndex { Candidate.isBetter(candidate, $0) }
            candidates[column].insert(candidate, at: place ?? candidates[column].count)
            if candidates[column].count > Self.width { candidates[column].removeLast() }
        }

        /// Keeps the best candidates, which are the readings from now on.
        private mutating func keep() {
            var kept: [Candidate] = []
            kept.reserveCapacity(candidates.count * Self.width)
            for column in candidates.indices {
                kept += candidates[column]
                candidates[column].removeAll(keepingCapacity: true)
            }
            found = 0
            kept.sort(by: Candidate.isBetter)
            let best = kept.first?.reading.score ?? 0
            readings.removeAll(keepingCapacity: true)
            for candidate in kept {
                var reading = candidate.reading
                if reading.score < best - Self.beam { break }
                steps.append(
                    Step(
                        previous: reading.step, column: Int16(clamping: reading.column),
                        startsRow: candidate.startsRow, isPageNumber: candidate.isPageNumber))
                reading.step = Int32(clamping: steps.count - 1)
                readings.append(reading)
            }
            if let last = readings.first.flatMap({ sequences[$0.sequence].arabic }) {
                limit = max(RowNumber.usual, last + Self.skipped)
            }
            // Sequences of readings that were not kept go.
            guard sequences.count > Self.width * candidates.count else { return }
            sequences = readings.map { sequences[$0.sequence] }
            for index in readings.indices { readings[index].sequence = index }
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
