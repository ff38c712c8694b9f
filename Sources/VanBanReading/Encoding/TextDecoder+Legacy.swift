extension TextDecoder {
    /// A file that is not in UTF-8, in the legacy encoding that is recognised; nil where none is.
    static func legacy(_ file: [UInt8]) -> DecodedText? {
        guard !file.contains(0), let guess = EncodingDetector.guess(file) else { return nil }
        var text = MisreadText(file)
        text.decode(as: guess.encoding, isUnicode: false, isTold: false)
        return decoded(text, guess)
    }

    /// A file in the legacy encoding that the user named, be it in bytes or in characters that stand for them.
    static func told(
        _ file: [UInt8], _ marked: TextEncoding?, _ encoding: LegacyEncoding
    ) throws(ReadingError) -> DecodedText {
        let isUnicode = marked != nil || encoding == .doubleUTF8 || firstInvalid(in: file, from: 0) == nil
        if !isUnicode, let zero = file.firstIndex(of: 0) { throw .notText(offset: zero) }
        var source = file
        if isUnicode {
            let plain = marked == nil ? try utf8(file) : try utf16(file, bigEndian: marked == .utf16BigEndian, from: 2)
            source = Array(plain.bytes.dropFirst(plain.markLength))
        }
        var text = MisreadText(source)
        text.decode(as: encoding, isUnicode: isUnicode, isTold: true)
        return decoded(text, .init(encoding: encoding, rival: nil))
    }

    /// A Unicode text in which characters may stand for bytes of a legacy encoding: everywhere, or in some lines.
    static func restored(_ plain: consuming DecodedText) -> DecodedText {
        guard ForeignLetters.areIn(plain.bytes) else { return plain }
        if let guess = EncodingDetector.guess(unicode: plain.bytes) {
            var text = MisreadText(Array(plain.bytes.dropFirst(plain.markLength)))
            text.decode(as: guess.encoding, isUnicode: true, isTold: false)
            return guess.encoding == .doubleUTF8 ? deeper(text, guess) : decoded(text, guess)
        }
        // Letters at other places than in the file cannot be told apart from bytes that were left out.
        guard plain.replaced.isEmpty else { return plain }
        var text = MisreadText(plain.bytes)
        text.decodeLines()
        guard !text.lines.isEmpty else { return plain }
        let isFile = plain.encoding == TextEncoding.utf8.name
        plain.bytes = text.bytes
        if isFile {
            plain.reread = text.changes.map {
                .init(offset: $0.text.lowerBound, sourceLength: $0.source.count, length: $0.text.count)
            }
        }
        for line in text.lines { plain.findings.add(line.encoding, at: isFile ? line.source : line.text) }
        return plain
    }

    /// How often a text may have been encoded once more.
    private static let deepest = 4

    /// What was encoded twice may have been encoded once more.
    private static func deeper(_ text: MisreadText, _ guess: EncodingDetector.Guess) -> DecodedText {
        var text = text
        for _ in 0..<deepest where ForeignLetters.areIn(text.bytes) {
            guard EncodingDetector.guess(unicode: text.bytes)?.encoding == .doubleUTF8 else { break }
            var next = MisreadText(text.bytes)
            next.decode(as: .doubleUTF8, isUnicode: true, isTold: false)
            guard next.bytes.count < text.bytes.count else { break }
            text = next
        }
        return decoded(text, guess)
    }

    private static func decoded(_ text: MisreadText, _ guess: EncodingDetector.Guess) -> DecodedText {
        var findings = EncodingFindings()
        if let first = text.lines.first { findings.add(guess.encoding, at: first.text) }
        findings.rival = guess.rival
        var replaced: [DecodedText.Replacement] = []
        for offset in text.undecodable {
            if text.bytes[offset...].starts(with: DecodedText.Replacement.bytes) {
                replaced.append(.init(offset: offset, sourceLength: DecodedText.Replacement.bytes.count))
            } else {
                findings.outside.append(offset..<(offset + CharacterClass.scalarLength(text.bytes[offset])))
            }
        }
        return DecodedText(
            bytes: text.bytes, encoding: guess.encoding.rawValue, markLength: 0, replaced: replaced, findings: findings)
    }
}

/// UTF-16 without a byte-order mark, told from where its bytes lie.
enum UTF16Layout {
    /// Bytes that are looked at.
    private static let length = 1 << 12

    /// The order of bytes; nil for what is no UTF-16.
    static func order(of file: [UInt8]) -> TextEncoding? {
        let head = file.prefix(length)
        guard head.count >= 16, head.contains(0) else { return nil }
        var zeros = (even: 0, odd: 0)
        var blocks = (even: 0, odd: 0)
        for (offset, byte) in head.enumerated() {
            // The upper halves of Vietnamese letters, marks, and punctuation.
            let isBlock = byte <= 0x03 || byte == 0x1E || byte == 0x20
            if offset & 1 == 0 {
                zeros.even += byte == 0 ? 1 : 0
                blocks.even += isBlock ? 1 : 0
            } else {
                zeros.odd += byte == 0 ? 1 : 0
                blocks.odd += isBlock ? 1 : 0
            }
        }
        let units = head.count / 2
        func isUpper(_ zeros: Int, _ blocks: Int, _ others: Int) -> Bool {
            others == 0 && zeros * 5 >= units * 2 && blocks * 20 >= units * 19
        }
        if isUpper(zeros.odd, blocks.odd, zeros.even) { return .utf16LittleEndian }
        return isUpper(zeros.even, blocks.even, zeros.odd) ? .utf16BigEndian : nil
    }
}
