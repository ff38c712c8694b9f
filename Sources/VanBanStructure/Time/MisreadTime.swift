import VanBanModel

/// Words and figures of time that recognition of characters got wrong: `Thảng 6`, `l5/6/2026`, `O6/2026`, `Quý lll`.
///
/// They are put right only where nothing else can stand: a letter among figures that a sign or a word of time joins to
/// other figures, a word that differs from one of time in its tone before a figure.
struct MisreadTime {
    /// What is printed, and what was read for it.
    struct Reading: Sendable, Hashable {
        /// Tokens of the text put right.
        var range: Range<Int>
        var reading: String
    }

    let tokens: TokenText
    private(set) var readings: [Reading] = []

    /// The text put right; nil where nothing is misread.
    init?(_ text: TokenText) {
        guard text.tokens.contains(where: Self.mayBeMisread) else { return nil }
        var repaired: [Token] = []
        var index = 0
        while index < text.tokens.count {
            var token = text.tokens[index]
            var end = index + 1
            if let found = Self.figures(at: index, in: text) {
                end = found.end
                token.range = token.range.lowerBound..<text.tokens[end - 1].range.upperBound
                token.put(found.key)
                readings.append(Reading(range: repaired.count..<(repaired.count + 1), reading: found.reading))
            } else if let word = Self.word(at: index, in: text) {
                token.put(WordKey.of(word))
                readings.append(Reading(range: repaired.count..<(repaired.count + 1), reading: word))
            }
            repaired.append(token)
            index = end
        }
        guard !readings.isEmpty else { return nil }
        tokens = TokenText(repaired, of: text)
    }

    /// What was read, for people.
    func diagnostics() -> [Diagnostic] {
        readings.map { reading in
            Diagnostic(
                .misreadTime, at: tokens.source.location(of: tokens.stretch(reading.range).hull),
                arguments: [tokens.string(reading.range), reading.reading])
        }
    }

    private static func mayBeMisread(_ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        if token.range.count <= 4, token.key.utf8.allSatisfy(isFigureLike) { return true }
        return words[token.key] != nil
    }

    // MARK: Figures

    /// A run of figures and letters that look like some, where only figures can stand.
    private static func figures(at index: Int, in text: TokenText) -> (key: String, reading: String, end: Int)? {
        guard index == 0 || !text.isGlued(index) || text.tokens[index - 1].kind != .number else { return nil }
        var run = ""
        var end = index
        while end < text.tokens.count, end == index || text.isGlued(end), let piece = piece(end, of: text) {
            run += piece
            end += 1
        }
        guard !run.isEmpty, run.utf8.count <= 4, run.utf8.contains(where: { !isDigit($0) }) else { return nil }
        let before = text.key(index - 1)
        if Words.quarters.contains(before) || words[before] == quarter {
            return roman(run).map { ($0, $0.uppercased(), end) }
        }
        guard run.utf8.contains(where: isDigit) || isDay(run, index..<end, in: text),
            isAmongFigures(index..<end, in: text)
        else { return nil }
        let digits = String(decoding: run.utf8.map { isDigit($0) ? $0 : ($0 == 0x6F ? 0x30 : 0x31) }, as: UTF8.self)
        return (digits, digits, end)
    }

    /// The bytes of a token that may be part of a misread figure: digits, `l`, `i`, `o`, and `v` for Roman ones.
    private static func piece(_ index: Int, of text: TokenText) -> String? {
        let token = text.tokens[index]
        if token.kind == .number { return token.key }
        // A tone at the end of a key looks like a digit.
        guard token.kind == .word, token.range.count == token.key.utf8.count, token.key.utf8.allSatisfy(isFigureLike)
        else { return nil }
        return token.key
    }

    /// Whether letters alone are the figures of a day: `ngày Ol/7/2026`.
    private static func isDay(_ run: String, _ range: Range<Int>, in text: TokenText) -> Bool {
        run.utf8.count <= 2 && !run.utf8.contains(0x76) && text.key(range.lowerBound - 1) == Words.day
            && text.key(range.upperBound) == "/" && text.isGlued(range.upperBound)
            && piece(range.upperBound + 1, ofFiguresIn: text)
    }

    private static func isAmongFigures(_ range: Range<Int>, in text: TokenText) -> Bool {
        let before = text.key(range.lowerBound - 1)
        if [Words.day, Words.month, Words.year].contains(before) { return true }
        let follows =
            text.key(range.upperBound) == "/" && text.isGlued(range.upperBound) && text.isGlued(range.upperBound + 1)
            && piece(range.upperBound + 1, ofFiguresIn: text)
        let precedes =
            before == "/" && text.isGlued(range.lowerBound) && text.isGlued(range.lowerBound - 1)
            && piece(range.lowerBound - 2, ofFiguresIn: text)
        return follows || precedes
    }

    private static func piece(_ index: Int, ofFiguresIn text: TokenText) -> Bool {
        guard text.tokens.indices.contains(index), let piece = piece(index, of: text) else { return false }
        return piece.utf8.count <= 4 && piece.utf8.contains(where: isDigit)
    }

    /// `lll` for `III`, `1V` for `IV`; nil for what reads as it stands.
    private static func roman(_ run: String) -> String? {
        guard run.utf8.contains(where: { $0 == 0x6C || isDigit($0) }) else { return nil }
        let letters = String(decoding: run.utf8.map { $0 == 0x6C || $0 == 0x31 ? 0x69 : $0 }, as: UTF8.self)
        return ["i", "ii", "iii", "iv"].contains(letters) ? letters : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isFigureLike(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == 0x6C || byte == 0x69 || byte == 0x6F || byte == 0x76
    }

    // MARK: Words

    /// The word of time that a word is misread for.
    private static func word(at index: Int, in text: TokenText) -> String? {
        guard let word = words[text.key(index)] else { return nil }
        let next = index + 1
        switch word {
        case month: return text.shortNumber(next) != nil || piece(next, ofFiguresIn: text) ? word : nil
        case day:
            let isDay = text.key(next + 1) == "/" || text.key(next + 1) == Words.month
            return isDay && piece(next, ofFiguresIn: text) ? word : nil
        case quarter:
            let joins = text.key(next + 1) == "/" || text.key(next + 1) == Words.year
            return joins && text.year(next + 2) != nil ? word : nil
        case year: return text.year(next) != nil ? word : nil
        default:
            return text.key(next) == Words.day || text.key(next) == Words.month || text.shortNumber(next) != nil
                ? word : nil
        }
    }

    private static let day = "ngày"
    private static let month = "tháng"
    private static let quarter = "quý"
    private static let year = "năm"
    private static let before = "trước"

    /// Keys that are no word beside a figure, and what they are misread for.
    private static let words: [String: String] = {
        let misread = Lexicon.values(.misreadTimes)
        var keys: [String: String] = [:]
        for (form, word) in misread { keys[WordKey.of(form)] = word }
        for (_, word) in misread { keys[WordKey.of(word)] = nil }
        return keys
    }()
}
