import VanBanReading

extension ParagraphGrid {
    /// The number of a row, alone in its cell: `1`, `II`, `đ)`, `1.2`. One sign may belong to several series.
    struct RowNumber: Sendable, Hashable {
        var arabic: Int?
        var roman: Int?
        var capital: Int?
        var letter: Int?
        var components: [Int] = []

        /// Few tables have more rows; those that have come to them one by one.
        static let usual = 999

        /// Whether such a number mostly stands before the title of a group.
        var opensGroup: Bool { roman != nil || capital != nil }

        /// The number of an activity within a field: `1.2`.
        init?(activity label: OutlineLabel?) {
            guard let label, label.components.count > 1 else { return nil }
            components = label.components
        }

        /// The number that all of a piece is; nil where it is something else.
        /// - Parameter limit: the highest number that a row may have; above it numbers are years and amounts.
        init?(_ piece: TokenText, limit: Int = Self.usual) {
            var tokens = piece.tokens[...]
            while let last = tokens.last, last.isSign(".") || last.isSign(")") { tokens = tokens.dropLast() }
            guard let first = tokens.first, tokens.count <= 9, piece.tokens.count - tokens.count <= 2 else {
                return nil
            }
            if tokens.count == 1, first.kind == .word {
                let printed = piece.source.string(first.range)
                roman = RomanNumeral.value(printed).flatMap { $0 < 50 ? $0 : nil }
                let place = OutlineLabel.pointLetters.firstIndex(of: printed.lowercased()).map { $0 + 1 }
                if first.startsUpper { capital = place } else { letter = place }
                if roman == nil && place == nil { return nil }
                return
            }
            var isNumber = true
            for (position, token) in tokens.enumerated() {
                if position % 2 == 0 {
                    guard let value = token.value, value > 0, value <= limit else { return nil }
                    components.append(value)
                } else if !token.isSign(".") || token.gapBefore != .none {
                    isNumber = false
                }
            }
            guard isNumber, tokens.count % 2 == 1 else { return nil }
            if components.count == 1 {
                arabic = components[0]
                components = []
            }
        }
    }

    /// The numbers of the rows so far, to tell which one comes next.
    struct RowSequence: Sendable, Hashable {
        private(set) var arabic: Int?
        private var roman: Int?
        private var capital: Int?
        private var letter: Int?
        private var components: [Int] = []
        /// No row yet since the last group began.
        private var isFresh = true

        /// How well a number follows, and the sequence with it.
        func following(_ number: RowNumber) -> (score: Int, sequence: RowSequence) {
            var best = (score: Int.min, sequence: self)
            func consider(_ score: Int, _ change: (inout RowSequence) -> Void) {
                guard score > best.score else { return }
                best = (score, self)
                change(&best.sequence)
            }
            if let value = number.arabic {
                consider(score(of: value)) {
                    $0.arabic = value
                    $0.isFresh = false
                    $0.letter = nil
                    $0.components = []
                }
            }
            if let value = number.roman {
                consider(Self.score(of: value, after: roman)) { $0.openGroup { $0.roman = value } }
            }
            if let value = number.capital {
                consider(Self.score(ofLetter: value, after: capital) - 5) {
                    $0.openGroup {
                        $0.capital = value
                        $0.roman = nil
                    }
                }
            }
            if let value = number.letter {
                consider(Self.score(ofLetter: value, after: letter) - 5) {
                    $0.letter = value
                    $0.isFresh = false
                }
            }
            if !number.components.isEmpty {
                consider(score(of: number.components)) {
                    $0.components = number.components
                    $0.arabic = number.components.first
                    $0.letter = nil
                    $0.isFresh = false
                }
            }
            return best
        }

        private mutating func openGroup(_ change: (inout RowSequence) -> Void) {
            isFresh = true
            letter = nil
            components = []
            change(&self)
        }

        private func score(of value: Int) -> Int {
            if let arabic, value == arabic + 1 { return 60 }
            if isFresh { return value == 1 ? 60 : (arabic == nil && value <= 3 ? 0 : -50) }
            if value == 1 { return -10 }
            guard let arabic else { return -30 }
            return value > arabic && value <= arabic + 3 ? -20 : (value == arabic ? -30 : -60)
        }

        private static func score(of value: Int, after last: Int?) -> Int {
            if let last { return value == last + 1 ? 60 : (value == 1 ? 20 : -30) }
            return value == 1 ? 60 : -30
        }

        private static func score(ofLetter value: Int, after last: Int?) -> Int {
            if let last, OutlineLabel.follows(value, after: last) { return 60 }
            return score(of: value, after: last)
        }

        private func score(of value: [Int]) -> Int {
            let prefix = value.dropLast()
            if components.count == value.count, components.dropLast() == prefix {
                return value.last == (components.last ?? 0) + 1 ? 60 : -30
            }
            guard value.last == 1 else { return -30 }
            if components.count < value.count, components.elementsEqual(prefix) { return 60 }
            return prefix.first == arabic || prefix.first == roman || prefix.first == (arabic ?? 0) + 1 ? 50 : 10
        }
    }
}
