import VanBanReading

extension ParagraphGrid {
    /// Takes out of the pieces what is in no cell: rulers, headers that a page break repeated, numbers of columns.
    struct Filter {
        private let text: SourceText
        private let agencies: AgencyGazetteer
        private let keys: [[String]]
        private let columnCount: Int
        private let print: PrintMarks
        /// Where lines begin that pages have at their edges.
        private let marks: Set<Int>
        private(set) var rulers: [Stretch] = []
        /// Lines that say themselves that they stand on each page.
        private(set) var pageMarks: [Stretch] = []
        private(set) var repeatedHeaders: [Stretch] = []
        private(set) var columnNumbers: [Stretch] = []

        init(_ header: Header, marks: Set<Int>, in text: SourceText, agencies: AgencyGazetteer) {
            self.agencies = agencies
            self.text = text
            print = PrintMarks(text)
            self.marks = marks
            keys = header.keys
            columnCount = header.columns.count
        }

        /// What a piece opens that is in no cell.
        enum Finding {
            /// So many pieces are taken out.
            case furniture(Int)
            /// The header of another table.
            case otherTable
        }

        /// - Parameters:
        ///   - ahead: the piece and some that follow it.
        ///   - head: the tokens that the piece begins with, which are all of a short one's.
        mutating func finding(at ahead: ArraySlice<Piece>, _ head: TokenText) -> Finding? {
            guard let piece = ahead.first, !piece.isEmptyCell, piece.range.count <= 130 else { return nil }
            if isRuler(piece.range) {
                rulers.append(Stretch(piece.range))
                return .furniture(1)
            }
            if marks.contains(piece.range.lowerBound) || PageNumber.isWritten(piece.range, in: text)
                || print.isOfPage(piece.range) || print.isPlainMark(piece.range)
            {
                pageMarks.append(Stretch(piece.range))
                return .furniture(1)
            }
            guard Header.begins(head) else { return nil }
            if let count = piecesOfHeader(ahead, head) { return takeHeader(ahead, count) }
            if head.tokens.map(\.key) == keys.first {
                var count = 0
                for (piece, key) in zip(ahead, keys) where TokenText(piece.range, in: text).tokens.map(\.key) == key {
                    count += 1
                }
                if count * 3 >= keys.count * 2, count >= 2 { return takeHeader(ahead, keys.count) }
            }
            // Only a header that begins with the rows' numbers is told from cells whose words are those of headers.
            guard ColumnRoles.roles(of: [head]) == [.number],
                Header(Array(ahead.prefix(32)), in: text, agencies: agencies) != nil
            else { return nil }
            return .otherTable
        }

        /// How many pieces are the header's words in their order, wherever its cells are wrapped this time.
        private func piecesOfHeader(_ ahead: ArraySlice<Piece>, _ head: TokenText) -> Int? {
            guard keys.count > 1, let first = head.tokens.first?.key, first == keys.first?.first else { return nil }
            let words = keys.joined()
            var place = words.startIndex
            for (count, piece) in ahead.enumerated() where !piece.isEmptyCell {
                guard piece.range.count <= 130 else { return nil }
                for token in TokenText(piece.range, in: text).tokens {
                    guard place < words.endIndex, words[place] == token.key else { return nil }
                    place = words.index(after: place)
                }
                if place == words.endIndex { return count + 1 }
            }
            return nil
        }

        /// - Parameter count: the pieces that are the header's.
        private mutating func takeHeader(_ ahead: ArraySlice<Piece>, _ count: Int) -> Finding {
            let headers = ahead.prefix(count)
            if let first = headers.first, let last = headers.last {
                repeatedHeaders.append(Stretch(first.range.lowerBound..<last.range.upperBound))
            }
            let rest = ahead.dropFirst(count)
            let numbers = Header.columnNumbers(rest, in: text)
            if numbers > 0, let first = rest.first, let last = rest.prefix(numbers).last {
                columnNumbers.append(Stretch(first.range.lowerBound..<last.range.upperBound))
            }
            return .furniture(count + numbers)
        }

        private func isRuler(_ range: Range<Int>) -> Bool {
            range.count >= 3 && range.allSatisfy { [0x2D, 0x5F, 0x3D, 0x2A, 0x20, 0x7E].contains(text.bytes[$0]) }
        }
    }
}
