import VanBanReading

/// A word, a number or a sign of the text.
struct Token: Sendable {
    enum Kind: Sendable, Hashable {
        /// Letters, and the digits of a symbol behind its letters (`QH14`).
        case word
        /// A run of digits, of ASCII or full width.
        case number
        /// One sign; its ASCII byte, or 0 for others.
        case sign(UInt8)
    }

    /// What stands between a token and the one before it.
    enum Gap: UInt8, Sendable, Comparable {
        case none, space
        /// A line break inside a cell or paragraph.
        case lineBreak
        /// The beginning of another piece of the stretch.
        case piece
        static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
    }

    var kind: Kind
    /// Bytes of the source text.
    var range: Range<Int>
    /// For words: ``WordKey`` of the letters. For numbers the digits. For signs the sign itself, with all dashes
    /// as `-` and all quotation marks as `"`.
    var key: String
    /// The mark of the key, see ``KeyMarks``.
    var mark: UInt8
    var gapBefore: Gap
    /// Whether the first letter is a capital, and whether all are.
    var startsUpper: Bool
    var isAllUpper: Bool

    fileprivate init(
        _ kind: Kind, _ range: Range<Int>, _ key: borrowing KeyBytes, _ gapBefore: Gap, startsUpper: Bool = false,
        isAllUpper: Bool = false
    ) {
        self.kind = kind
        self.range = range
        self.key = key.string
        mark = key.mark
        self.gapBefore = gapBefore
        self.startsUpper = startsUpper
        self.isAllUpper = isAllUpper
    }

    /// The value of a number of at most nine digits.
    var value: Int? { kind == .number && key.utf8.count <= 9 ? Int(key) : nil }

    /// Reads it as another word or number, whose key it gets.
    mutating func put(_ key: String) {
        guard let made = TokenText.tokens(of: key).first else { return }
        kind = made.kind
        self.key = key
        mark = KeyBytes(key.utf8).mark
    }

    func isSign(_ sign: Unicode.Scalar) -> Bool {
        guard case .sign(let byte) = kind else { return false }
        return byte != 0 && UInt32(byte) == sign.value
    }
}

/// The tokens of a stretch, with the text to cut strings from.
struct TokenText: Sendable {
    let source: SourceText
    let tokens: [Token]
    /// By where a number begins that was cut between two pieces, the digits that stand in the second.
    private let rests: [(start: Int, rest: Range<Int>)]

    /// - Parameter isCell: whether the pieces of the stretch are one text, so that a figure may be cut where two of them meet.
    init(_ stretch: Stretch, in source: SourceText, isCell: Bool = true) {
        self.source = source
        var collected: [Token] = []
        collected.reserveCapacity(stretch.length / Self.bytesPerToken + 1)
        Self.append(stretch.first, of: source.bytes, gap: .none, to: &collected)
        var above = stretch.first
        var rests: [(start: Int, rest: Range<Int>)] = []
        for range in stretch.more {
            let gap = source.cutsWord(between: above, and: range) ? Token.Gap.none : .piece
            let next = collected.count
            Self.append(range, of: source.bytes, gap: gap, to: &collected)
            if isCell, gap == .none, next > 0, next < collected.count, collected[next - 1].kind == .number,
                collected[next].kind == .number, source.cutsFigure(between: above, and: range)
            {
                let rest = collected.remove(at: next)
                let cut = collected[next - 1]
                let digits = Array(cut.key.utf8) + Array(rest.key.utf8)
                collected[next - 1] = Token(.number, cut.range, KeyBytes(digits), cut.gapBefore)
                rests.append((cut.range.lowerBound, rest.range))
            }
            above = range
        }
        tokens = collected
        self.rests = rests
    }

    init(_ range: Range<Int>, in source: SourceText) {
        self.init(Stretch(range), in: source)
    }

    /// Tokens that were put right, in the order of the text.
    ///
    /// - Parameter printed: the text as it was before.
    init(_ tokens: [Token], of printed: TokenText) {
        source = printed.source
        rests = printed.rests
        self.tokens = tokens
    }

    /// Some of the tokens by themselves, without the signs at their ends.
    func part(_ range: Range<Int>) -> TokenText {
        var range = range
        while let first = range.first, case .sign = tokens[first].kind { range = (first + 1)..<range.upperBound }
        while let last = range.last, case .sign = tokens[last].kind { range = range.lowerBound..<last }
        return TokenText(Array(tokens[range]), of: self)
    }

    /// The tokens of a text that is in no document: words of a rule, a cell of a gazetteer.
    static func tokens(of text: String) -> [Token] {
        let bytes = Array(text.utf8)
        var collected: [Token] = []
        collected.reserveCapacity(bytes.count / bytesPerToken + 1)
        append(0..<bytes.count, of: bytes, gap: .none, to: &collected)
        return collected
    }

    /// Less than what a word and the space behind it mostly take.
    private static let bytesPerToken = 4

    /// The text from one token to before another, as printed, white space collapsed.
    func string(_ range: Range<Int>) -> String {
        source.string(stretch(range))
    }

    /// The bytes from one token to before another.
    func stretch(_ range: Range<Int>) -> Stretch {
        guard let first = range.first, let last = range.last, first < tokens.count else { return Stretch(0..<0) }
        var stretch = Stretch(tokens[first].range.lowerBound..<tokens[first].range.upperBound)
        appendRest(of: first, to: &stretch)
        for index in (first + 1)..<max(first + 1, last + 1) {
            let token = tokens[index].range
            if tokens[index].gapBefore == .piece || isCut(before: index) {
                stretch.append(token)
            } else if stretch.more.isEmpty {
                stretch.first = stretch.first.lowerBound..<token.upperBound
            } else {
                let end = stretch.more.count - 1
                stretch.more[end] = stretch.more[end].lowerBound..<token.upperBound
            }
            appendRest(of: index, to: &stretch)
        }
        return stretch
    }

    private func appendRest(of index: Int, to stretch: inout Stretch) {
        guard !rests.isEmpty, let cut = rests.first(where: { $0.start == tokens[index].range.lowerBound }) else {
            return
        }
        stretch.append(cut.rest)
    }

    /// Whether a token stands in another piece than the one before it, though nothing parts them: `QĐ-⏎UBND`.
    private func isCut(before index: Int) -> Bool {
        guard tokens[index].gapBefore == .none, index > 0 else { return false }
        let end = tokens[index - 1].range.upperBound
        let start = tokens[index].range.lowerBound
        guard end != start else { return false }
        return start < end || source.bytes[end..<start].contains { $0 <= 0x20 }
    }

    /// Whether the keys of a phrase stand at a token.
    func matches(_ phrase: Phrase, at index: Int) -> Bool {
        guard index >= 0, index + phrase.keys.count <= tokens.count,
            phrase.keys.isEmpty || tokens[index].mark == phrase.mark
        else { return false }
        for (offset, key) in phrase.keys.enumerated() where tokens[index + offset].key != key { return false }
        return true
    }

    /// The first phrase of a list that stands at a token, the longest first if the list is so ordered.
    func firstMatch(_ phrases: [Phrase], at index: Int) -> Phrase? {
        guard tokens.indices.contains(index) else { return nil }
        let mark = tokens[index].mark
        for phrase in phrases where phrase.mark == mark && matches(phrase, at: index) { return phrase }
        return nil
    }

    /// The first token of a range; nil where it has none.
    static func first(of range: Range<Int>, in source: SourceText) -> Token? {
        var gap = Token.Gap.none
        var offset = range.lowerBound
        return next(in: source.bytes, at: &offset, of: range, gap: &gap)
    }

    private static func append(
        _ range: Range<Int>, of bytes: [UInt8], gap firstGap: Token.Gap, to tokens: inout [Token]
    ) {
        var offset = range.lowerBound
        var gap = firstGap
        while let token = next(in: bytes, at: &offset, of: range, gap: &gap) { tokens.append(token) }
    }

    /// The next token of a range, from an offset on that moves behind it; nil where none is left.
    @inline(__always)
    private static func next(
        in bytes: [UInt8], at offset: inout Int, of range: Range<Int>, gap: inout Token.Gap
    ) -> Token? {
        while offset < range.upperBound {
            let space = CharacterClass.spaceLength(in: bytes, at: offset)
            if space > 0 {
                let byte = bytes[offset]
                gap = max(gap, byte >= 0x0A && byte <= 0x0C ? .lineBreak : .space)
                offset += space
                continue
            }
            let mark = CharacterClass.noteMarkLength(in: bytes, at: offset, from: range.lowerBound)
            if mark > 0 {
                offset += mark
                continue
            }
            let token = Self.token(in: bytes, at: offset, end: range.upperBound, gap: gap)
            offset = token.range.upperBound
            gap = .none
            return token
        }
        return nil
    }

    private static func token(in bytes: [UInt8], at start: Int, end: Int, gap: Token.Gap) -> Token {
        let byte = bytes[start]
        if CharacterClass.isDigit(byte) {
            var stop = start + 1
            while stop < end, CharacterClass.isDigit(bytes[stop]) { stop += 1 }
            return Token(.number, start..<stop, KeyBytes(bytes[start..<stop]), gap)
        }
        var key = WordKey()
        var stop = start
        while stop < end {
            if stop > start {
                if CharacterClass.isDigit(bytes[stop]), key.parts(from: bytes, at: stop, end: end) { break }
                if key.endsBeforeDay(in: bytes, at: stop, end: end) { break }
            }
            let length = key.append(from: bytes, at: stop, end: end)
            if length == 0 { break }
            stop += length
        }
        if stop > start {
            key.close()
            return Token(
                .word, start..<stop, key.letters, gap, startsUpper: key.startsUpper, isAllUpper: key.isAllUpper)
        }
        let wide = byte == 0xEF ? wideDigits(in: bytes, from: start, to: end) : []
        if !wide.isEmpty { return Token(.number, start..<(start + wide.count * 3), KeyBytes(wide), gap) }
        let length = min(CharacterClass.scalarLength(byte), end - start)
        let sign = Self.sign(in: bytes, at: start, length: length)
        let range = start..<(start + length)
        return Token(.sign(sign), range, sign == 0 ? KeyBytes(bytes[range]) : KeyBytes(CollectionOfOne(sign)), gap)
    }

    /// The digits of full width (U+FF10 to U+FF19) at an offset, as ASCII.
    private static func wideDigits(in bytes: [UInt8], from start: Int, to end: Int) -> [UInt8] {
        var digits: [UInt8] = []
        var offset = start
        while offset + 3 <= end, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC,
            bytes[offset + 2] >= 0x90 && bytes[offset + 2] <= 0x99
        {
            digits.append(bytes[offset + 2] - 0x60)
            offset += 3
        }
        return digits
    }

    /// The ASCII byte that a sign counts as: signs of full width as what they are, dashes as `-`, quotation marks as `"`, the bullet as `-`; 0 for others.
    private static func sign(in bytes: [UInt8], at offset: Int, length: Int) -> UInt8 {
        let byte = bytes[offset]
        if length == 1 { return byte }
        if length == 3, byte == 0xE2 {
            let second = bytes[offset + 1]
            let third = bytes[offset + 2]
            if second == 0x80 {
                if third >= 0x90 && third <= 0x95 { return 0x2D }
                if third >= 0x9C && third <= 0x9F { return 0x22 }
                if third >= 0x98 && third <= 0x9B { return 0x27 }
                if third == 0xA2 { return 0x2D }
            }
            if second == 0x88, third == 0x92 { return 0x2D }
            // ■ ▪ ○ ● ◦ ❖ ➢
            let isShape =
                second == 0x96 && (0xA0...0xAB).contains(third) || second == 0x97 && (0x86...0xA6).contains(third)
                || second == 0x9D && third == 0x96 || second == 0x9E && third == 0xA2
            if isShape { return 0x2D }
        }
        if length == 3, byte == 0xEF, bytes[offset + 1] == 0xBC {
            let third = bytes[offset + 2]
            if third >= 0x81 && third <= 0x8F || third == 0x9A || third == 0x9B { return third - 0x60 }
        }
        if length == 2, byte == 0xC2, bytes[offset + 1] == 0xAB || bytes[offset + 1] == 0xBB { return 0x22 }
        return 0
    }
}

/// A sequence of words to look for, compared by ``WordKey``: case and the place of the tone mark do not matter.
struct Phrase: Sendable, Hashable {
    let keys: [String]
    /// The mark of the first key.
    let mark: UInt8

    init(_ text: String) {
        let tokens = TokenText.tokens(of: text)
        keys = tokens.map(\.key)
        mark = tokens.first?.mark ?? 0
    }

    /// A list of phrases, the longest first.
    static func list(_ texts: [String]) -> [Phrase] {
        texts.map(Phrase.init).sorted { $0.keys.count > $1.keys.count }
    }
}
