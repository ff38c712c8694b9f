/// Tells the legacy encoding of a text by which reading of it is Vietnamese.
struct EncodingDetector {
    /// The encoding that was found, and another that is about as likely.
    struct Guess: Hashable {
        var encoding: LegacyEncoding
        var rival: LegacyEncoding?
    }

    /// How much of a text is looked at from its beginning on, in bytes.
    private static let headLength = 1 << 16
    /// How much is looked at elsewhere: pieces of this length, and this many of them.
    private static let pieceLength = 1 << 12
    private static let pieceCount = 16

    /// At least this part of the words must be syllables.
    private static let leastShare = 0.7
    /// A Unicode text with a larger part of syllables stands for itself.
    private static let mostPlainShare = 0.5

    /// The encoding of a file that is not in UTF-8; nil where no reading of it is Vietnamese.
    static func guess(_ file: [UInt8]) -> Guess? {
        let ranges = sample(of: file)
        guard !isMostlyUTF8(file, ranges) else { return nil }
        guard !isForeign(file, ranges) else { return nil }
        let found = evidence(
            for: [.tcvn3, .vni, .viscii, .windows1258, .tcvn5712, .vps], in: file, ranges, isUnicode: false)
        return decide(among: found, in: file, ranges, isUnicode: false)
    }

    /// The encoding for whose bytes the characters of a Unicode text stand; nil where they stand for themselves.
    static func guess(unicode text: [UInt8]) -> Guess? {
        let ranges = sample(of: text)
        return guess(unicode: text, ranges, leastShare: leastShare)
    }

    /// The same for what of a line its fonts tell nothing of.
    static func guess(pieces: [Range<Int>], ofUnicode text: [UInt8]) -> Guess? {
        guard let found = guess(unicode: text, pieces, leastShare: 0.8), found.rival == nil else { return nil }
        return found
    }

    /// The same for a line of a text that on the whole stands for itself. More is asked for.
    static func guess(line: Range<Int>, ofUnicode text: [UInt8]) -> Guess? {
        guess(pieces: [line], ofUnicode: text)
    }

    private static func guess(unicode text: [UInt8], _ ranges: [Range<Int>], leastShare: Double) -> Guess? {
        let plain = plainEvidence(in: text, ranges)
        // Nothing to be gained.
        if plain.impossible < 2 || plain.share > mostPlainShare || isForeign(text, ranges) { return nil }
        let found = evidence(
            for: [.tcvn3, .vni, .viscii, .windows1258, .doubleUTF8, .tcvn5712, .vps], in: text, ranges, isUnicode: true)
        guard let guess = decide(among: found, in: text, ranges, isUnicode: true, leastShare: leastShare),
            let best = found.first(where: { $0.encoding == guess.encoding })?.evidence,
            best.possible >= plain.possible + 2
        else { return nil }
        return guess
    }

    /// Whether the words that are ASCII in any encoding are mostly no syllables of Vietnamese.
    private static func isForeign(_ text: [UInt8], _ ranges: [Range<Int>]) -> Bool {
        var evidence = EncodingEvidence()
        for range in ranges {
            EncodedWords.forEach(in: text, range, areEncoded: false) { evidence.addPlain(text[$0]) }
        }
        return evidence.impossible >= 2 && evidence.share < 0.5
    }

    /// How Vietnamese a Unicode text is as it stands.
    static func plainEvidence(in text: [UInt8], _ ranges: [Range<Int>]) -> EncodingEvidence {
        var evidence = EncodingEvidence()
        for range in ranges {
            EncodedWords.forEach(in: text, range) { evidence.add(text[$0]) }
        }
        return evidence
    }

    /// How Vietnamese a text is in an encoding.
    static func evidence(
        for encoding: LegacyEncoding, in text: [UInt8], _ ranges: [Range<Int>], isUnicode: Bool
    ) -> EncodingEvidence {
        var evidence = EncodingEvidence()
        for range in ranges {
            EncodedWords.forEach(in: text, range) { word in
                let decoded = isUnicode ? encoding.decode(unicode: text[word]) : encoding.decode(text[word])
                evidence.add(decoded.bytes[...], isDecodable: decoded.undecodable.isEmpty)
            }
        }
        return evidence
    }

    private typealias Candidate = (encoding: LegacyEncoding, evidence: EncodingEvidence)

    private static func evidence(
        for encodings: [LegacyEncoding], in text: [UInt8], _ ranges: [Range<Int>], isUnicode: Bool
    ) -> [Candidate] {
        encodings.map { ($0, evidence(for: $0, in: text, ranges, isUnicode: isUnicode)) }
    }

    private static func decide(
        among candidates: [Candidate], in text: [UInt8], _ ranges: [Range<Int>], isUnicode: Bool,
        leastShare: Double = leastShare
    ) -> Guess? {
        var best: Candidate?
        for candidate in candidates where candidate.evidence.possible > best?.evidence.possible ?? 1 {
            best = candidate
        }
        guard let best, best.evidence.share >= leastShare else { return nil }
        func reading(in encoding: LegacyEncoding) -> [[UInt8]] {
            ranges.map { isUnicode ? encoding.decode(unicode: text[$0]).bytes : encoding.decode(text[$0]).bytes }
        }
        let rival = candidates.first { candidate in
            let behind = best.evidence.possible - candidate.evidence.possible
            // What both read alike, as VN1 and TCVN3 do most texts, is no matter of doubt.
            return candidate.encoding != best.encoding && behind < 5 && behind * 5 <= best.evidence.possible
                && candidate.evidence.share >= leastShare
                && reading(in: candidate.encoding) != reading(in: best.encoding)
        }
        return Guess(encoding: best.encoding, rival: rival?.encoding)
    }

    /// Whether a file is UTF-8 with some bytes spoilt: hardly any text of another encoding has sequences of UTF-8.
    private static func isMostlyUTF8(_ file: [UInt8], _ ranges: [Range<Int>]) -> Bool {
        var sequences = 0
        var strays = 0
        for range in ranges {
            var offset = range.lowerBound
            while offset < range.upperBound {
                if file[offset] < 0x80 {
                    offset += 1
                    continue
                }
                let end = UTF8Scalar.next(in: file, at: offset).end
                if end > offset + 1 { sequences += 1 } else { strays += 1 }
                offset = end
            }
        }
        return sequences > strays
    }

    /// The stretches of a text that are looked at: its beginning, and pieces of the rest, each from a line's beginning on.
    private static func sample(of text: [UInt8]) -> [Range<Int>] {
        guard text.count > headLength + pieceCount * pieceLength else { return [0..<text.count] }
        let rest = text.count - headLength
        return [0..<headLength]
            + (0..<pieceCount).map { piece in
                let end = headLength + rest / pieceCount * (piece + 1)
                let start = end - pieceLength
                let line = text[start..<end].firstIndex(of: 0x0A) ?? start
                return line..<end
            }
    }
}
