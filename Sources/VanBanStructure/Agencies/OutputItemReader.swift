import VanBanReading

/// Cuts a cell of outputs into its items.
///
/// An output ends at a semicolon, a bullet or a line break, never at a comma and never inside brackets; bullets and
/// punctuation at its ends are dropped.
struct OutputItemReader {
    /// The items of a cell in the order of the text.
    ///
    /// - Parameter gazetteer: the agencies that are known, whose names are never cut.
    static func items(
        of cell: Stretch, in text: SourceText, gazetteer: AgencyGazetteer = .standard
    ) -> [String] {
        let reader = OutputItemReader(text: TokenText(cell, in: text), gazetteer: gazetteer)
        return reader.items()
    }

    private let text: TokenText
    private let hasBullets: Bool
    private let gazetteer: AgencyGazetteer

    private init(text: TokenText, gazetteer: AgencyGazetteer) {
        self.gazetteer = gazetteer
        self.text = text
        hasBullets = text.tokens.first.map(AgencySeparator.isBullet) ?? false
    }

    private func items() -> [String] {
        var items: [String] = []
        var start = 0
        var depth = 0
        var index = 0
        // Up to where a known name reaches, whose dashes are no bullets.
        var nameEnd = 0

        func close(at end: Int) {
            var range = start..<max(start, end)
            while let first = range.first, isEdge(first) { range = (first + 1)..<range.upperBound }
            while let last = range.last, isEdge(last) { range = range.lowerBound..<last }
            if !range.isEmpty { items.append(text.string(range)) }
        }

        while index < text.tokens.count {
            let token = text.tokens[index]
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth = max(0, depth - 1) }
            if token.kind == .word, index >= nameEnd {
                nameEnd = index + gazetteer.longestMatch(in: text.tokens, at: index)
            }
            if depth == 0 {
                if token.isSign(";") || (index >= nameEnd && isBullet(index)) {
                    close(at: index)
                    start = index + 1
                } else if isNewLine(index) {
                    close(at: index)
                    start = index
                }
            }
            index += 1
        }
        close(at: text.tokens.count)
        return items
    }

    /// Whether a dash begins an item and joins no two words.
    private func isBullet(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard AgencySeparator.isBullet(token) else { return false }
        guard index > 0 else { return true }
        guard index + 1 < text.tokens.count, token.gapBefore != .none else { return false }
        if token.gapBefore == .lineBreak { return true }
        let before = text.tokens[index - 1]
        if before.isSign(";") || before.isSign(".") || before.isSign(":") { return true }
        let next = text.tokens[index + 1]
        return hasBullets && (next.startsUpper || next.kind == .number)
    }

    /// Whether an item begins with a new line.
    private func isNewLine(_ index: Int) -> Bool {
        guard index > 0, text.tokens[index].gapBefore == .lineBreak else { return false }
        let before = text.tokens[index - 1]
        if before.isSign(".") { return true }
        if before.isSign(",") || before.isSign("-") || AgencyWords.ties.stands(in: text, at: index - 1) { return false }
        // In a cell with bullets a line without one goes on with the line above.
        return text.tokens[index].startsUpper && !hasBullets
    }

    /// Whether a token at the end of an item is only punctuation.
    private func isEdge(_ index: Int) -> Bool {
        let token = text.tokens[index]
        if token.isSign(".") || token.isSign(",") || token.isSign(";") || token.isSign(":") { return true }
        return token.key == "…" || AgencySeparator.isBullet(token)
    }
}
