import VanBanReading

/// The words under which agencies are compared: signs and the word `và` left out, the usual abbreviations written out.
///
/// So `Đài PT-TH tỉnh`, `Đài Phát thanh - Truyền hình tỉnh` and `Đài Phát thanh và Truyền hình tỉnh` are the same.
struct AgencyKey: Sendable, Hashable {
    struct Word: Sendable, Hashable {
        var key: String
        var startsUpper: Bool
    }

    static let and = WordKey.of("và")
    /// `các`, `những`: what follows is more than one.
    static let plurals: Set<String> = [WordKey.of("các"), WordKey.of("những")]
    /// `cấp`, before the noun of a territory.
    static let level = WordKey.of("cấp")

    private(set) var words: [Word] = []
    /// Words before which stands a comma, a dash, a bracket or `và`, a bit for each of the first 64.
    private(set) var breakBits: UInt64 = 0

    init() {}

    init(_ tokens: some Sequence<Token>) {
        words.reserveCapacity(tokens.underestimatedCount)
        for token in tokens { append(token) }
    }

    init(_ name: String) {
        self.init(TokenText.tokens(of: name))
    }

    mutating func append(_ token: Token) {
        switch token.kind {
        case .sign:
            noteBreak()
        case .word where token.key == Self.and:
            noteBreak()
        case .word, .number:
            if let full = Self.full(token) {
                for key in full { words.append(Word(key: key, startsUpper: token.startsUpper)) }
            } else {
                // The number of a ward or a district is its name: `quận 1`.
                words.append(Word(key: token.key, startsUpper: token.startsUpper || token.kind == .number))
            }
        }
    }

    private mutating func noteBreak() {
        if words.count < 64 { breakBits |= 1 << UInt64(words.count) }
    }

    /// Without some words at the end.
    func dropLast(_ count: Int) -> AgencyKey {
        var key = self
        key.words.removeLast(min(count, words.count))
        return key
    }

    /// With `tỉnh` in the place of a `thành phố` that ends the name; nil where none does.
    var inCityOfCentre: AgencyKey? {
        guard words.count > 2, words.suffix(2).map(\.key) == Self.city else { return nil }
        var key = dropLast(2)
        key.words.append(Word(key: TerritoryLevel.province.word, startsUpper: false))
        return key
    }

    private static let city = Phrase("thành phố").keys

    /// The keys that an abbreviation stands for.
    static func full(_ token: Token) -> [String]? {
        abbreviationMarks.mayContain(token.mark) ? abbreviations[token.key] : nil
    }

    private static let abbreviationMarks = KeyMarks(abbreviations.keys.map { KeyBytes($0.utf8).mark })
    /// Abbreviations that mean the same in every agency's name.
    private static let abbreviations: [String: [String]] = {
        var keys: [String: [String]] = [:]
        for (short, full) in Lexicon.values(.agencyAbbreviations) { keys[WordKey.of(short)] = Phrase(full).keys }
        return keys
    }()
}
