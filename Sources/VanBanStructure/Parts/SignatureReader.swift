import VanBanModel
import VanBanReading

/// Reads the signing block line by line: for whom, as what, and the name (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7).
struct SignatureReader {
    enum Taken { case part, signedMark, remark, other }

    private var authority: [Stretch] = []
    private var position: Stretch?
    private var name: Stretch?
    /// The name with the letter that it has lost.
    private var restored: String?
    private var hull: Range<Int>?

    /// Whether a line is what a digital signature leaves in the text.
    static func isDigitalMark(_ stretch: Stretch, in text: SourceText) -> Bool {
        TokenText(text.head(of: stretch.first, bytes: 40), in: text).firstMatch(digital, at: 0) != nil
    }

    /// Whether a line says that it was signed: `(Đã ký)`.
    static func isSigned(_ stretch: Stretch, in text: SourceText) -> Bool {
        let tokens = TokenText(text.head(of: stretch.first, bytes: 60), in: text)
        return tokens.firstMatch(signed, at: firstWord(of: tokens)) != nil && stretch.length < 60
    }

    /// The token behind the brackets that open a line: `(Đã ký)`, `[Đã ký]`, `[ (Đã ký)`.
    private static func firstWord(of tokens: TokenText) -> Int {
        tokens.tokens.firstIndex { !$0.isSign("(") && !$0.isSign("[") } ?? 0
    }

    var isComplete: Bool { name != nil }
    /// Whether post or authority were read.
    var isOpen: Bool { position != nil || !authority.isEmpty }

    /// Takes a name that has lost its first letter.
    mutating func take(_ stretch: Stretch, restoredTo whole: String) {
        name = stretch
        restored = whole
        extend(stretch)
    }

    private static let signed = Lexicon.phrases(.signedMarks)
    private static let digital = Lexicon.phrases(.digitalSignatureLabels)
    mutating func take(_ paragraph: Paragraph, in text: SourceText) -> Taken {
        let tokens = TokenText(paragraph.stretch, in: text)
        let start = Self.firstWord(of: tokens)
        if tokens.firstMatch(Self.digital, at: start) != nil { return .signedMark }
        if let mark = tokens.firstMatch(Self.signed, at: start), tokens.tokens.count <= start + mark.keys.count + 8 {
            // `Đã ký: Phạm Minh Châu`
            var rest = start + mark.keys.count
            while rest < tokens.tokens.count, tokens.tokens[rest].kind != .word { rest += 1 }
            guard name == nil, rest < tokens.tokens.count else { return .signedMark }
            let signer = tokens.stretch(rest..<tokens.tokens.count)
            guard PersonName.matches(signer, in: text) else { return .signedMark }
            name = signer
            extend(paragraph.stretch)
            return .part
        }
        let isBody =
            paragraph.isCapitals
            && (tokens.firstMatch(LineClassifier.bodies, at: 0) ?? tokens.firstMatch(LineClassifier.posts, at: 0))
                != nil
        if name == nil, !isBody, position != nil || !authority.isEmpty, !paragraph.isCapitals || position != nil,
            paragraph.kind != .authority, PersonName.matches(paragraph.stretch, in: text)
        {
            name = paragraph.stretch
            extend(paragraph.stretch)
            return .part
        }
        // `[CHỜ KÝ]`
        if Self.isBracketed(paragraph.stretch, in: text) { return .remark }
        if paragraph.isCapitals, !isBody, paragraph.kind != .authority, name == nil, position != nil,
            NamedPerson.isWholeName(paragraph.stretch, in: text)
        {
            name = paragraph.stretch
            extend(paragraph.stretch)
            return .part
        }
        guard paragraph.isCapitals, name == nil else {
            if name == nil, PersonName.matches(paragraph.stretch, in: text) {
                name = paragraph.stretch
                extend(paragraph.stretch)
                return .part
            }
            return .other
        }
        for line in paragraph.stretch.lines(in: text) { takeLine(line, in: text) }
        extend(paragraph.stretch)
        return .part
    }

    private mutating func takeLine(_ line: Range<Int>, in text: SourceText) {
        // `Q.` (quyền) is no prefix: it belongs to the post of who acts in it.
        let prefix = SigningPrefix.length(in: TokenText(line, in: text))
        let isFor = prefix != nil
        if let prefix, let post = Self.lastPost(in: line, behind: prefix, text) {
            // `KT. BỘ TRƯỞNG THỨ TRƯỞNG`: for whom, and as what.
            if let before = position { authority.append(before) }
            authority.append(Stretch(text.trimmed(line.lowerBound..<post)))
            position = Stretch(post..<line.upperBound)
        } else if isFor {
            if let before = position { authority.append(before) }
            position = nil
            authority.append(Stretch(line))
        } else if let before = position {
            authority.append(before)
            position = Stretch(line)
        } else {
            position = Stretch(line)
        }
    }

    private static func isBracketed(_ stretch: Stretch, in text: SourceText) -> Bool {
        guard let first = stretch.hull.first, let last = stretch.hull.last, stretch.length < 60 else { return false }
        let signs = (text.bytes[first], text.bytes[last])
        return signs == (0x5B, 0x5D) || signs == (0x28, 0x29)
    }

    /// Where the post begins that a line for whom ends with; nil where it names nobody else.
    private static func lastPost(in line: Range<Int>, behind prefix: Int, _ text: SourceText) -> Int? {
        let tokens = TokenText(line, in: text)
        let count = tokens.tokens.count
        return LineClassifier.posts
            .filter { count - $0.keys.count >= prefix && tokens.matches($0, at: count - $0.keys.count) }
            .max { $0.keys.count < $1.keys.count }
            .map { count - $0.keys.count }
            // `KT. TỔNG GIÁM ĐỐC` is one post.
            .flatMap { $0 > prefix ? $0 : nil }
            .flatMap { tokens.tokens[$0 - 1].kind == .word ? tokens.tokens[$0].range.lowerBound : nil }
    }

    private mutating func extend(_ stretch: Stretch) {
        let range = stretch.hull
        hull = hull.map { min($0.lowerBound, range.lowerBound)..<max($0.upperBound, range.upperBound) } ?? range
    }

    func value(in text: SourceText) -> Signature? {
        guard let hull else { return nil }
        let joined = authority.map { text.string($0) }.joined(separator: " ")
        return Signature(
            authority: joined.isEmpty ? nil : joined, position: position.map { text.string($0) },
            name: restored ?? name.map { text.string($0) }, location: text.location(of: hull))
    }
}

/// Names of persons: two to six words, each with a capital, nothing else (academic titles before them allowed).
enum PersonName {
    static func matches(_ stretch: Stretch, in text: SourceText) -> Bool {
        guard stretch.length <= 60 else { return false }
        let whole = TokenText(stretch, in: text)
        let tokens = whole.tokens.dropFirst(NamedPerson.endOfTitles(at: 0, in: whole))
        var words = 0
        for token in tokens {
            switch token.kind {
            case .word:
                guard token.startsUpper else { return false }
                words += 1
            // `H'Yim Kđoh`
            case .sign(0x2E), .sign(0x2D), .sign(0x27): continue
            default: return false
            }
        }
        return (2...6).contains(words)
    }
}
