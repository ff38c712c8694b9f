/// Reads the stretches of a paragraph that are set in legacy fonts.
///
/// A stretch may go over several runs: letters and their marks, and halves of words, come together. Fonts lie: a word
/// that is Vietnamese as it stands, with letters that no such font has, is kept. Words that are possible either way
/// go with the others of their stretch, and a stretch of such words alone with what was last read.
struct FontText {
    /// The paragraph as it is read, valid UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Offsets in `bytes` of characters that their encoding does not have.
    private(set) var undecodable: [Int] = []
    /// Encodings that something was read in, without regard to capitals.
    private(set) var encodings: [LegacyEncoding] = []
    /// Whether the last text in a legacy font was in its encoding.
    private(set) var isLegacy: Bool
    private var changes: [LegacyText.Change] = []
    private let source: ArraySlice<UInt8>

    /// - Parameters:
    ///   - source: the paragraph as it is stored.
    ///   - isLegacy: whether text before this paragraph was in its font's encoding.
    init(_ source: ArraySlice<UInt8>, isLegacy: Bool) {
        self.source = source
        self.isLegacy = isLegacy
        bytes.reserveCapacity(source.count)
    }

    /// Reads all of the paragraph.
    /// - Parameter stretches: what is set in legacy fonts, in order.
    mutating func read(_ stretches: [(range: Range<Int>, mark: FontMark)]) {
        var offset = source.startIndex
        for stretch in stretches {
            guard let encoding = stretch.mark.encoding else { continue }
            keep(offset..<stretch.range.lowerBound)
            read(Array(source[stretch.range]), at: stretch.range.lowerBound, as: encoding, stretch.mark.isCapital)
            offset = stretch.range.upperBound
        }
        keep(offset..<source.endIndex)
    }

    /// Where what stands at an offset of the source stands now, counted as the source is.
    func place(of offset: Int) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].source.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let change = changes[low - 1]
        if offset == change.source.lowerBound { return source.startIndex + change.text.lowerBound }
        return source.startIndex + change.text.upperBound + max(0, offset - change.source.upperBound)
    }

    // MARK: Stretches

    private enum Verdict { case unicode, legacy, either }

    private mutating func read(_ text: [UInt8], at start: Int, as encoding: LegacyEncoding, _ isCapital: Bool) {
        var words: [(range: Range<Int>, verdict: Verdict)] = []
        EncodedWords.forEach(in: text, 0..<text.count) { word in
            words.append((word, Self.verdict(on: text[word], encoding)))
        }
        if let first = words.first(where: { $0.verdict != .either }) { isLegacy = first.verdict == .legacy }
        // Where the font's own letters are not used, nobody knows what the page looks like.
        let drawsCapitals = isCapital || encoding.base != encoding && isLegacy
        var offset = 0
        for word in words {
            if word.verdict != .either { isLegacy = word.verdict == .legacy }
            put(text[offset..<word.range.lowerBound], isCapital: drawsCapitals)
            if isLegacy {
                decode(text[word.range], at: start + word.range.lowerBound, as: encoding, isCapital)
            } else {
                put(text[word.range], isCapital: isCapital)
            }
            offset = word.range.upperBound
        }
        put(text[offset...], isCapital: drawsCapitals)
    }

    private static func verdict(on word: ArraySlice<UInt8>, _ encoding: LegacyEncoding) -> Verdict {
        let decoded = encoding.decode(unicode: word)
        var plain = EncodingEvidence()
        plain.add(word)
        if hasOtherLetters(word) { return plain.possible > 0 || !decoded.undecodable.isEmpty ? .unicode : .either }
        // Punctuation alone reads the same.
        if decoded.bytes.elementsEqual(word) { return .either }
        if plain.possible == 0 { return hasLetters(word) ? .legacy : .either }
        var legacy = EncodingEvidence()
        legacy.add(decoded.bytes[...], isDecodable: decoded.undecodable.isEmpty)
        return legacy.possible == 0 && legacy.impossible > 0 ? .unicode : .either
    }

    /// Whether a word has letters of Vietnamese, or marks of them, that stand for no byte.
    private static func hasOtherLetters(_ word: ArraySlice<UInt8>) -> Bool {
        has(word) { scalar in
            scalar >= 0x100 && VietnameseLetter.isLetter(scalar) || scalar >= 0x300 && scalar <= 0x323
        }
    }

    private static func hasLetters(_ word: ArraySlice<UInt8>) -> Bool {
        has(word) { $0 >= 0xA1 && $0 <= 0xFF }
    }

    private static func has(_ word: ArraySlice<UInt8>, _ isWanted: (UInt32) -> Bool) -> Bool {
        var index = word.startIndex
        while index < word.endIndex {
            let (scalar, end) = UTF8Scalar.next(in: word, at: index)
            if isWanted(scalar) { return true }
            index = end
        }
        return false
    }

    // MARK: Laying down

    private mutating func keep(_ range: Range<Int>) { bytes.append(contentsOf: source[range]) }

    /// Lays down what reads the same but for the case of its letters, which take up as many bytes in either.
    private mutating func put(_ text: ArraySlice<UInt8>, isCapital: Bool) {
        guard isCapital else {
            bytes.append(contentsOf: text)
            return
        }
        var index = text.startIndex
        while index < text.endIndex {
            let (scalar, end) = UTF8Scalar.next(in: text, at: index)
            if VietnameseLetter.isLetter(scalar) {
                UTF8Scalar.append(VietnameseLetter.capital(of: scalar), to: &bytes)
            } else {
                bytes.append(contentsOf: text[index..<end])
            }
            index = end
        }
    }

    private mutating func decode(
        _ word: ArraySlice<UInt8>, at place: Int, as encoding: LegacyEncoding, _ isCapital: Bool
    ) {
        let decoded = encoding.decode(unicode: word)
        let start = bytes.count
        put(decoded.bytes[...], isCapital: isCapital)
        guard !decoded.changes.isEmpty else { return }
        changes += decoded.changes.map { change in
            LegacyText.Change(
                text: (start + change.text.lowerBound)..<(start + change.text.upperBound),
                source: (place + change.source.lowerBound)..<(place + change.source.upperBound))
        }
        undecodable += decoded.undecodable.map { start + $0 }
        if !encodings.contains(encoding.base) { encodings.append(encoding.base) }
    }
}

extension LegacyEncoding {
    /// The encoding itself, where this is what a font of capitals makes of it.
    var base: LegacyEncoding {
        switch self {
        case .tcvn3Capitals: return .tcvn3
        case .visciiCapitals: return .viscii
        default: return self
        }
    }
}
