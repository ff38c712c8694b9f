import VanBanModel
import VanBanReading

/// Finds which dimension of an index a sentence speaks of.
struct Dimensions {
    enum Subject {
        case named(IndexScore.Dimension)
        /// `chỉ số nội dung này`: the one that was spoken of before.
        case same
        /// One of them, but the words do not say which.
        case unknown
    }

    let gazetteer: IndexGazetteer

    private static let strong = Lexicon.phrases(.dimensionNouns)
    private static let weak = Lexicon.phrases(.possibleDimensionNouns)
    private static let this = WordKey.of("này")
    private static let plural = Lexicon.keys(.severalWords)
    private static let moves = ScoreWords.keys("tăng giảm")
    private static let nameEnds = Lexicon.keys(.dimensionNameEnds)
    private static let joints: Set<String> = [WordKey.of("và"), WordKey.of("là"), WordKey.of("gồm")]
    private static let amongThem = Phrase("trong đó")

    /// The dimension that is spoken of from a token on, and where its words end.
    func subject(at position: Int, of index: String, in text: TokenText) -> (subject: Subject, end: Int)? {
        if let marker = text.firstMatch(Self.strong, at: position) {
            let next = position + marker.keys.count
            if let found = marked(next, of: index, in: text, isStrong: true) { return found }
            let before = position > 0 ? text.tokens[position - 1] : nil
            let isCounted = before.map { $0.kind == .number || Self.plural.contains($0.key) } ?? false
            // `06 chỉ số nội dung tăng điểm` goes on about the whole.
            if isCounted, Self.moves.contains(text.key(next)) || !(text.key(next) == ScoreWords.reached) { return nil }
            return (.unknown, next)
        }
        if let marker = text.firstMatch(Self.weak, at: position) {
            return marked(position + marker.keys.count, of: index, in: text, isStrong: false)
        }
        if text.isSign("\"", at: position) {
            guard let name = quoted(position, in: text) else { return nil }
            if let known = gazetteer.dimension(of: index, at: position + 1, in: text),
                position + 1 + known.length == name.end - 1
            {
                return (.named(dimension(known.dimension, name: name.text)), name.end)
            }
            return opensClause(position, text) ? (.unknown, name.end) : nil
        }
        guard position < text.tokens.count, opensClause(position, text),
            let known = gazetteer.dimension(of: index, at: position, in: text)
        else { return nil }
        let end = position + known.length
        // `trong đó kinh tế số đạt 0,62 điểm`: in small letters a name is one where its result follows.
        guard text.tokens[position].startsUpper || tellsResult(end, text) else { return nil }
        return (.named(dimension(known.dimension, name: text.string(position..<end))), end)
    }

    /// Whether a result stands right behind a name, perhaps with the province between: `chính quyền số Trà Vinh đạt 0,6683
    /// điểm`, `kinh tế số ở vị trí thứ 13`.
    private func tellsResult(_ end: Int, _ text: TokenText) -> Bool {
        let next = UnitNames.province(at: end, in: text) ?? end
        return text.key(next) == ScoreWords.reached
            || (next..<(next + 6)).contains {
                Ranks.at($0, in: text, after: nil) != nil && Ranks.isLed(from: next, to: $0, in: text)
            }
    }

    /// The one dimension that a heading names.
    func heading(_ text: TokenText, of index: String) -> IndexScore.Dimension? {
        var found: IndexScore.Dimension?
        var position = 0
        while position < text.tokens.count {
            guard let next = subject(at: position, of: index, in: text) else {
                position += 1
                continue
            }
            if case .named(let dimension) = next.subject {
                if let found, found.number != dimension.number || found.number == nil { return nil }
                found = found ?? dimension
            }
            position = max(next.end, position + 1)
        }
        return found
    }

    /// What follows `chỉ số nội dung`: a number, a name in quotation marks, a name of the gazetteer.
    private func marked(
        _ next: Int, of index: String, in text: TokenText, isStrong: Bool
    ) -> (subject: Subject, end: Int)? {
        guard next < text.tokens.count else { return nil }
        if text.key(next) == Self.this { return (.same, next + 1) }
        if let value = text.tokens[next].value, (1...20).contains(value) {
            if DecimalNumber.at(next, in: text)?.length != 1 || text.isSign("/", at: next + 1)
                || text.isSign("%", at: next + 1)
            {
                return nil
            }
            var end = next + 1
            if text.isSign(":", at: end) || text.isSign("-", at: end) || text.isSign("(", at: end) { end += 1 }
            let known = gazetteer.dimension(String(value), of: index)
            var found = IndexScore.Dimension(number: String(value), code: known?.code, name: known?.name)
            if let name = name(end, of: index, in: text) {
                found.name = name.text
                end = name.end
                // Whether the number or the name is wrong is not ours to guess.
                if let other = name.known, other.code != known?.code { found.code = nil }
            } else {
                end = next + 1
            }
            return (.named(found), end)
        }
        let start = text.isSign(":", at: next) ? next + 1 : next
        guard let name = name(start, of: index, in: text, takesAnyName: isStrong) else { return nil }
        return (
            .named(name.known.map { dimension($0, name: name.text) } ?? .init(number: nil, code: nil, name: name.text)),
            name.end
        )
    }

    /// The dimension that a printed number stands for, where the name printed with it is another's.
    func mismatch(of dimension: IndexScore.Dimension, in index: String) -> IndexGazetteer.Dimension? {
        guard dimension.code == nil, let number = dimension.number, let name = dimension.name,
            let known = gazetteer.dimension(number, of: index),
            let other = gazetteer.dimension(named: name, of: index), other.code != known.code
        else { return nil }
        return known
    }

    private func dimension(_ known: IndexGazetteer.Dimension, name: String) -> IndexScore.Dimension {
        .init(
            number: known.number.isEmpty ? nil : known.number, code: known.code.isEmpty ? nil : known.code, name: name)
    }

    private func name(
        _ start: Int, of index: String, in text: TokenText, takesAnyName: Bool = false
    ) -> (text: String, known: IndexGazetteer.Dimension?, end: Int)? {
        if text.isSign("\"", at: start) {
            guard let name = quoted(start, in: text) else { return nil }
            return (name.text, gazetteer.dimension(of: index, at: start + 1, in: text)?.dimension, name.end)
        }
        if let known = gazetteer.dimension(of: index, at: start, in: text) {
            return (text.string(start..<(start + known.length)), known.dimension, start + known.length)
        }
        guard takesAnyName, start < text.tokens.count, text.tokens[start].startsUpper,
            IndexNames.mention(at: start, in: text) == nil
        else { return nil }
        var end = start
        while end < text.tokens.count, text.tokens[end].kind == .word, !Self.nameEnds.contains(text.tokens[end].key) {
            end += 1
        }
        return end > start + 1 ? (text.string(start..<end), nil, end) : nil
    }

    private func quoted(_ open: Int, in text: TokenText) -> (text: String, end: Int)? {
        var end = open + 1
        while end < text.tokens.count, !text.tokens[end].isSign("\"") { end += 1 }
        guard end < text.tokens.count, end > open + 1 else { return nil }
        return (text.string((open + 1)..<end), end + 1)
    }

    private func opensClause(_ position: Int, _ text: TokenText) -> Bool {
        guard position > 0 else { return true }
        let before = text.tokens[position - 1]
        if text.matches(Self.amongThem, at: position - 2) { return true }
        return before.kind != .word && before.kind != .number || Self.joints.contains(before.key)
    }
}
