import VanBanReading

extension ParagraphGrid {
    /// What stands below a table and is no cell of it any more.
    enum Stops {
        /// The frame of web pages that carry documents, recipients, letterheads, signing blocks.
        private static let hard = Lexicon.index(.gridStops)
        /// What mostly stands below a table, but may open a cell.
        private static let soft = Lexicon.index(.possibleGridStops)
        private static let signing = Lexicon.index(.gridSigningMarks)

        /// - Parameter head: the tokens that the piece begins with.
        static func stop(at piece: Piece, _ likeness: Likeness, _ head: TokenText, in text: SourceText) -> Stop? {
            guard !piece.isEmptyCell else { return nil }
            if hard.stands(in: head, at: 0) { return .hard }
            if likeness.isCapitals, signing.stands(in: head, at: 0) { return .hard }
            if isAppendixHead(piece, likeness, text) { return .hard }
            if soft.stands(in: head, at: 0) || head.tokens.first?.isSign("(") == true && soft.stands(in: head, at: 1) {
                return .soft
            }
            if CharacterClass.superscriptLength(in: text.bytes, at: piece.range.lowerBound) > 0 { return .soft }
            switch likeness.label?.series {
            case .article, .chapter, .partition: return .hard
            case .roman: return .soft
            default: return nil
            }
        }

        private static func isAppendixHead(
            _ piece: Piece, _ likeness: Likeness, _ text: SourceText
        ) -> Bool {
            guard likeness.isCapitals else { return false }
            let head = TokenText(text.head(of: piece.range, bytes: 80), in: text)
            let line = Line(
                kind: .text, range: piece.range, label: nil, cells: [], blankLinesBefore: piece.blankLinesBefore,
                pageBreakBefore: piece.pageBreakBefore, isBold: false, isCapitals: likeness.isCapitals, isWhole: false,
                width: text.width(of: piece.range))
            return AppendixHead.end(in: head, of: line, text: text) != nil
        }

        /// Whether a paragraph or line of a kind stands in no cell.
        static func ends(_ kind: Line.Kind, cells: [Range<Int>]) -> Bool {
            switch kind {
            case .recoveredTable, .motto, .recipientsHead, .appendixHead, .documentKind, .enacting, .addressee,
                .uncertain, .frame:
                return true
            case .row: return cells.filter { !$0.isEmpty }.count >= 3
            default: return false
            }
        }
    }
}
