import VanBanModel
import VanBanReading

extension ParagraphGrid {
    /// What a piece looks like by its own words: a number, an agency, a time, an output.
    struct Likeness: Sendable {
        /// How sure a likeness is.
        enum Degree: Int, Comparable, Sendable {
            case none, some, strong
            static func < (left: Degree, right: Degree) -> Bool { left.rawValue < right.rawValue }
        }

        var number: RowNumber?
        /// Whether it may be the number of a column: `(3)`, or a number alone.
        var isColumnNumber = false
        var label: OutlineLabel?
        /// The number of an activity that stands before its words: `1.2. …`.
        var activity: RowNumber?
        var isBullet = false
        var startsLower = false
        var isCapitals = false
        /// `II. Cải cách thủ tục hành chính`, `A. CẢI CÁCH THỂ CHẾ`: never the cell of an agency, a product or a note.
        var isGroupHeading: Bool {
            words >= 2 && !startsLower && (label?.series == .roman || isCapitals && label?.series == .upperLetter)
        }
        /// The sign that it ends with, where that leaves something open (`;`, `,`, `:`) or closes (`.`); else 0.
        var end: UInt8 = 0
        var words = 0
        var agency = Degree.none
        var isCollective = false
        var time = Degree.none
        var funding = Degree.none
        var output = Degree.none

        /// How much of a piece is looked at, in bytes.
        private static let reach = 220

        /// The tokens of as much of a piece as is looked at.
        static func head(of piece: Piece, in text: SourceText) -> TokenText {
            TokenText(text.head(of: piece.range, bytes: reach), in: text)
        }

        init(_ piece: Piece, in text: SourceText, agencies: AgencyGazetteer) {
            self.init(piece, Self.head(of: piece, in: text), in: text, agencies: agencies)
        }

        /// - Parameter limit: the highest number that a row may have.
        init(
            _ piece: Piece, _ head: TokenText, in text: SourceText, limit: Int = RowNumber.usual,
            agencies: AgencyGazetteer
        ) {
            self.init(formOf: piece, head, in: text, limit: limit)
            guard !piece.isEmptyCell, number == nil else { return }
            let start = head.tokens.firstIndex { $0.kind == .word || $0.kind == .number } ?? 0
            readAgency(head, from: start, agencies)
            readTime(head, from: start)
            readFunding(head, from: start)
            let isKind = DocumentKindGazetteer.standard.kind(in: head, at: start) != nil
            if isKind || Words.outputs.stands(in: head, at: start) { output = .strong }
        }

        /// Its form alone, without what its words mean.
        init(formOf piece: Piece, _ head: TokenText, in text: SourceText, limit: Int = RowNumber.usual) {
            guard !piece.isEmptyCell else { return }
            number = RowNumber(head, limit: limit)
            let inner = head.tokens.filter { !$0.isSign("(") && !$0.isSign(")") }
            isColumnNumber = inner.count == 1 && inner[0].value != nil && head.tokens.count <= 3
            label = OutlineLabel.at(piece.range, in: text)
            if number == nil { activity = RowNumber(activity: label) }
            isBullet = label.map { $0.series == .bullet || $0.series == .plus } ?? false
            startsLower = LetterCase.startsLower(piece.range, in: text)
            isCapitals = LetterCase.of(piece.range, in: text) == .upper
            let last = text.lastSign(of: piece.range)
            end = [0x3B, 0x2C, 0x3A, 0x2E].contains(last) ? last : 0
            words = head.tokens.reduce(0) { $0 + ($1.kind == .word || $1.kind == .number ? 1 : 0) }
        }

        // MARK: Agencies

        private mutating func readAgency(_ head: TokenText, from start: Int, _ gazetteer: AgencyGazetteer) {
            var segments = 0
            var agencies = 0
            var index = start
            var opens = true
            var first = false
            while index < head.tokens.count {
                let token = head.tokens[index]
                if token.isSign(",") || token.isSign(";") {
                    opens = true
                } else if opens, token.kind == .word || token.kind == .number {
                    opens = false
                    segments += 1
                    if Self.beginsAgency(head, at: index, gazetteer) {
                        agencies += 1
                        if segments == 1 { first = true }
                    } else if segments > 1, Words.territories.stands(in: head, at: index) {
                        agencies += 1
                    }
                }
                index += 1
            }
            guard first, agencies * 5 >= segments * 3 else { return }
            agency = words > 14 && segments * 12 < words ? .some : .strong
            isCollective = segments > 2 || AgencyWords.plurals.stands(in: head, at: start)
        }

        private static func beginsAgency(
            _ head: TokenText, at start: Int, _ gazetteer: AgencyGazetteer
        ) -> Bool {
            var index = start
            while AgencyWords.plurals.stands(in: head, at: index), index < start + 2 { index += 1 }
            guard index < head.tokens.count, !Words.noAgencies.stands(in: head, at: index) || index > start else {
                return false
            }
            if DocumentKindGazetteer.standard.kind(in: head, at: index) != nil { return false }
            if index > start, AgencyWords.members.stands(in: head, at: index) { return true }
            if AgencyWords.heads.stands(in: head, at: index) || Words.members.stands(in: head, at: index) {
                return true
            }
            if head.tokens[index].startsUpper, AgencyWords.capitalHeads.stands(in: head, at: index) {
                return !AgencyWords.noNamesAfterHead.stands(in: head, at: index + 1)
            }
            return gazetteer.longestMatch(in: head.tokens, at: index) > 0
        }

        // MARK: Times, funds

        private mutating func readTime(_ head: TokenText, from start: Int) {
            let tokens = head.tokens
            var covered = 0
            var found = 0
            var index = start
            while index < tokens.count {
                let length = Words.times.length(in: head, at: index)
                if length > 0 {
                    found += 1
                    covered += length
                    index += length
                } else {
                    if tokens[index].kind == .number { covered += 1 }
                    if Self.isDate(tokens, at: index) { found += 1 }
                    index += 1
                }
            }
            if Words.timeBeginnings.stands(in: head, at: start) {
                time = words <= 24 ? .strong : .some
            } else if found > 0 {
                time = covered * 5 >= words * 2 ? .strong : .some
            }
        }

        private static func isDate(_ tokens: [Token], at index: Int) -> Bool {
            guard index + 2 < tokens.count, tokens[index].kind == .number, tokens[index + 2].kind == .number else {
                return false
            }
            return tokens[index + 1].isSign("/") || tokens[index + 1].isSign("-")
        }

        private mutating func readFunding(_ head: TokenText, from start: Int) {
            if Words.fundingBeginnings.stands(in: head, at: start) {
                funding = .strong
            } else if head.tokens.indices.contains(where: { Words.funds.stands(in: head, at: $0) }) {
                funding = .some
            }
        }
    }

    /// The words by which the cells of a column are known.
    enum Words {
        static let outputs = Lexicon.index(.gridOutputs)
        static let times = CellWords.time
        /// A cell that begins so is a time, whatever follows.
        static let timeBeginnings = AgencyWords.Index(
            CellWords.bounds + Lexicon.strings(.timeOpenings) + ["trước"])
        static let fundingBeginnings = Lexicon.index(.gridFundingOpenings)
        static let funds = Lexicon.index(.gridFunding)
        static let numberHeaders = Phrase.list(["TT", "STT", "Số TT"])
        /// Words that open like an agency and are none.
        static let noAgencies = CellWords.deeds
        /// Members of a collective that open one without `các`.
        static let members = Lexicon.index(.gridMembers)
        static let territories = Lexicon.index(.gridTerritories)
    }
}
