import VanBanModel
import VanBanReading

extension ParagraphGrid {
    /// The headers of a table's columns, one under the other, and the numbers of the columns below them.
    struct Header: Sendable {
        var columns: [TableDraft.Column]
        /// The headers as printed, for telling a repeated one.
        var keys: [[String]]
        /// Pieces that the headers take.
        var pieces: Int
        var columnNumbers: Stretch?
        /// Pieces that the columns' numbers take.
        var numberPieces: Int
        /// Where what follows begins.
        var end: Int

        /// The most headers that are looked for.
        private static let limit = 14

        /// The header that the pieces begin with.
        init?(_ pieces: [Piece], in text: SourceText, agencies: AgencyGazetteer) {
            var memory = Memory(agencies: agencies)
            self.init(pieces, &memory, in: text)
        }

        /// What was told of pieces, while each of them is tried as a header's first.
        struct Memory {
            private var known: [Int: (likeness: Likeness, tokens: TokenText?)] = [:]
            /// The agencies that are known.
            let agencies: AgencyGazetteer

            init(agencies: AgencyGazetteer) { self.agencies = agencies }

            /// Its form alone.
            mutating func likeness(of piece: Piece, in text: SourceText) -> Likeness {
                if !piece.isEmptyCell, let entry = known[piece.range.lowerBound] { return entry.likeness }
                let likeness = Likeness(formOf: piece, Likeness.head(of: piece, in: text), in: text)
                if piece.isEmptyCell { return likeness }
                if known.count >= 512 { known.removeAll(keepingCapacity: true) }
                known[piece.range.lowerBound] = (likeness, nil)
                return likeness
            }

            /// - Parameter piece: one whose likeness has been asked for.
            mutating func tokens(of piece: Piece, in text: SourceText) -> TokenText {
                if let tokens = known[piece.range.lowerBound]?.tokens { return tokens }
                let tokens = TokenText(piece.range, in: text)
                known[piece.range.lowerBound]?.tokens = tokens
                return tokens
            }
        }

        /// - Parameter memory: kept from one call to the next over the same text.
        init?(_ pieces: [Piece], _ memory: inout Memory, in text: SourceText) {
            var run: [(range: Range<Int>, tokens: TokenText)] = []
            var likeness: Likeness?
            var start = 0
            // The cell above the numbers may be empty.
            while start < pieces.count, pieces[start].isEmptyCell, start < 1 { start += 1 }
            for piece in pieces[start...].prefix(Self.limit + 1) {
                let current = memory.likeness(of: piece, in: text)
                likeness = current
                guard run.count < Self.limit, Self.isHeaderLike(piece, current) else { break }
                run.append((piece.range, memory.tokens(of: piece, in: text)))
                likeness = nil
            }
            let next = start + run.count
            let numbers = Self.columnNumbers(pieces[min(next, pieces.count)...], in: text)
            let isClosed = numbers > 0 || likeness?.number != nil
            // `Stt`, `TT` above `1`, `a)`.
            let rows = pieces[min(next + numbers, pieces.count)...].prefix(2)
            let hasTwoNumbers = rows.count == 2 && rows.allSatisfy { memory.likeness(of: $0, in: text).number != nil }
            if !isClosed {
                run = Self.recognizedPrefix(run)
                if run.count < 3
                    || !Self.isTable(run.map(\.tokens), ColumnRoles.roles(of: run.map(\.tokens)), isClosed: false)
                {
                    run = Self.pair(run, pieces[start...], in: text, memory.agencies)
                }
            }
            guard run.count >= 2 else { return nil }
            let isPair = !isClosed && run.count == 2
            var cells = Self.merged(run.map(\.range), count: numbers > 0 ? numbers : nil, in: text)
            if start > 0 { cells.insert(Stretch(0..<0), at: 0) }
            let tokens = cells.map { TokenText($0, in: text) }
            var roles = ColumnRoles.roles(of: tokens)
            guard Self.isTable(tokens, roles, isClosed: isClosed || isPair, hasTwoNumbers: hasTwoNumbers) else {
                return nil
            }
            columns = zip(cells, roles).map { TableDraft.Column(header: $0, role: $1) }
            keys = run.map { $0.tokens.tokens.map(\.key) }
            self.pieces = start + run.count
            numberPieces = numbers
            let last = pieces[self.pieces + numbers - 1].range
            columnNumbers = numbers > 0 ? Stretch(pieces[self.pieces].range.lowerBound..<last.upperBound) : nil
            end = last.upperBound
            // Rows have numbers, but no header stands above them.
            let rowsHaveNumbers = numbers == columns.count + 1 || (numbers == 0 && likeness?.number != nil)
            if !roles.contains(.number), rowsHaveNumbers {
                if start > 0 {
                    columns[0].role = .number
                } else {
                    columns.insert(TableDraft.Column(header: Stretch(0..<0), role: .number), at: 0)
                }
                roles = columns.map(\.role)
            }
            while numbers > columns.count { columns.append(TableDraft.Column(header: Stretch(0..<0), role: nil)) }
        }

        /// A header is short, closed by no sign and no number or bullet.
        private static func isHeaderLike(_ piece: Piece, _ likeness: Likeness) -> Bool {
            guard !piece.isEmptyCell, piece.range.count > 1, piece.range.count <= 130, likeness.number == nil,
                !likeness.isColumnNumber
            else { return false }
            return likeness.words > 0 && likeness.words <= 14 && likeness.label == nil && likeness.end == 0
        }

        /// Whether a piece may be the first header: what it names is known.
        static func begins(_ range: Range<Int>, in text: SourceText) -> Bool {
            range.count <= 130 && begins(TokenText(range, in: text))
        }

        static func begins(_ tokens: TokenText) -> Bool {
            tokens.tokens.count <= 16 && ColumnRoles.recognized(in: [tokens]) > 0
        }

        /// How many numbers of columns stand at the beginning of the pieces: `(1) (2) (3)`, `1 2 3`.
        static func columnNumbers(_ pieces: ArraySlice<Piece>, in text: SourceText) -> Int {
            var marks = ColumnMarks()
            for piece in pieces {
                guard piece.range.count <= 4, !piece.isEmptyCell, marks.take(cell: TokenText(piece.range, in: text))
                else { break }
            }
            return marks.areMarks || marks.isBracketed && marks.count == 2 ? marks.count : 0
        }

        /// Headers up to the first that says nothing, or says what one before it did: from there on it is a row.
        private static func recognizedPrefix(
            _ run: [(range: Range<Int>, tokens: TokenText)]
        ) -> [(range: Range<Int>, tokens: TokenText)] {
            var seen: Set<ColumnRole> = []
            for (index, entry) in run.enumerated() {
                let isShort = entry.tokens.tokens.count <= 9 && entry.tokens.tokens.allSatisfy { $0.kind != .number }
                guard isShort, let role = ColumnRoles.roles(of: [entry.tokens])[0], seen.insert(role).inserted else {
                    return Array(run[..<index])
                }
            }
            return run
        }

        /// Two headers that name a task and who or when, with a first row below them that looks so.
        private static func pair(
            _ run: [(range: Range<Int>, tokens: TokenText)], _ pieces: ArraySlice<Piece>, in text: SourceText,
            _ agencies: AgencyGazetteer
        ) -> [(range: Range<Int>, tokens: TokenText)] {
            guard run.count >= 2, pieces.count >= 4 else { return [] }
            let roles = ColumnRoles.roles(of: run.prefix(2).map(\.tokens))
            let row = pieces.dropFirst(2).prefix(2).map { Likeness($0, in: text, agencies: agencies) }
            guard roles[0] == .task, row[0].agency != .strong, row[0].time != .strong else { return [] }
            switch roles[1] {
            case .lead, .coordinating, .responsibility: return row[1].agency == .strong ? Array(run.prefix(2)) : []
            case .deadline: return row[1].time == .strong ? Array(run.prefix(2)) : []
            default: return []
            }
        }

        /// Puts headers of several lines together: as many as there are numbers, or by their small first letters.
        private static func merged(_ ranges: [Range<Int>], count: Int?, in text: SourceText) -> [Stretch] {
            var cells = ranges
            func merge(at index: Int) {
                cells[index - 1] = cells[index - 1].lowerBound..<cells[index].upperBound
                cells.remove(at: index)
            }
            var index = 1
            while index < cells.count {
                if LetterCase.startsLower(cells[index], in: text), cells.count > count ?? 0 {
                    merge(at: index)
                } else {
                    index += 1
                }
            }
            // Two halves that say nothing, or one that does, next to one that does not.
            while let count, cells.count > count {
                let known = cells.map { ColumnRoles.recognized(in: [TokenText($0, in: text)]) > 0 }
                let pair = cells.indices.dropFirst().first { !known[$0] || !known[$0 - 1] }
                merge(at: pair ?? cells.count - 1)
            }
            return cells.map { Stretch($0) }
        }

        /// - Parameter hasTwoNumbers: whether a row below begins with two numbers.
        private static func isTable(
            _ cells: [TokenText], _ roles: [ColumnRole?], isClosed: Bool, hasTwoNumbers: Bool = false
        ) -> Bool {
            let known = Set(roles.compactMap { $0 })
            // `TT Nhiệm vụ` on one line: the columns stand side by side, not one under the other.
            let isGlued = cells.contains { cell in
                cell.tokens.count > 1 && ColumnRoles.roles(of: [cell])[0] != .number
                    && cell.firstMatch(Words.numberHeaders, at: 0) != nil
            }
            guard !isGlued else { return false }
            // A title of the table's words stands above its headers: the headers begin below it.
            let first = ColumnRoles.roles(of: Array(cells.prefix(1)))
            let isDoubled = hasTwoNumbers && first == [.number]
            let startsBelow = cells.dropFirst(isDoubled ? 2 : 1).contains { cell in
                let role = ColumnRoles.roles(of: [cell])
                return role == [.number] || (role == first && role != [nil])
            }
            guard !startsBelow else { return false }
            guard known.contains(.task) || known.contains(.outputs) || known.contains(.group) else { return false }
            if known.contains(.number) { return known.count >= 3 && known.count * 2 >= cells.count }
            if known.count >= 3 { return known.count + 1 >= cells.count }
            let isPair =
                known.contains(.task) && !known.isDisjoint(with: [.lead, .responsibility, .coordinating, .deadline])
            return isClosed && isPair && cells.count == 2 && cells.allSatisfy { $0.tokens.count <= 8 }
        }
    }
}

extension TableDraft {
    /// Whether columns of such roles are those of a table of tasks.
    static func holdsTasks(_ columns: [Column]) -> Bool {
        let roles = Set(columns.compactMap(\.role))
        guard roles.contains(.task) else { return false }
        return roles.contains(.lead) || roles.contains(.responsibility)
            || (roles.contains(.deadline) && (roles.contains(.outputs) || roles.contains(.coordinating)))
    }
}
