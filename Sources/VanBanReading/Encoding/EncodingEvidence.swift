/// How many of a text's words are Vietnamese in some reading of it.
///
/// Only words with something beyond ASCII tell encodings apart.
struct EncodingEvidence: Hashable {
    /// Words whose letters make a syllable.
    var possible = 0
    /// Words whose letters make none, or that hold what is no part of a word.
    var impossible = 0

    /// The part of the words that are syllables.
    var share: Double { Double(possible) / Double(max(1, possible + impossible)) }

    private enum Verdict { case possible, impossible, neither }

    /// Adds a word of ASCII letters to the count. Abbreviations say nothing.
    mutating func addPlain(_ word: ArraySlice<UInt8>) {
        guard word.count > 1, word.contains(where: { $0 >= 0x61 }) else { return }
        let forms = word.map { VietnameseLetter.Form(letter: $0 & 0x1F, tone: 0, isCapital: false) }
        if VietnameseSyllable.isPossible(forms) { possible += 1 } else { impossible += 1 }
    }

    /// Adds a word, in UTF-8, to the count.
    mutating func add(_ word: ArraySlice<UInt8>, isDecodable: Bool = true) {
        switch isDecodable ? Self.verdict(on: word) : .impossible {
        case .possible: possible += 1
        case .impossible: impossible += 1
        case .neither: break
        }
    }

    private static func verdict(on word: ArraySlice<UInt8>) -> Verdict {
        var verdict = Verdict.neither
        var forms: [VietnameseLetter.Form] = []
        var last: UInt32 = 0
        var hasLetters = false
        var isOdd = false
        func endPiece() {
            defer { forms.removeAll(keepingCapacity: true) }
            // Abbreviations (QĐ, HĐND) have no vowel and say nothing.
            guard forms.contains(where: { $0.letter > 26 || $0.tone > 0 }), forms.contains(where: isVowel) else {
                return
            }
            if !VietnameseSyllable.isPossible(forms) {
                verdict = .impossible
            } else if verdict == .neither {
                verdict = .possible
            }
        }
        var index = word.startIndex
        while index < word.endIndex {
            var (scalar, end) = UTF8Scalar.next(in: word, at: index)
            index = end
            if let whole = VietnameseLetter.composed(last, with: scalar) {
                forms.removeLast()
                scalar = whole
                end = index
            }
            last = scalar
            if let form = VietnameseLetter.form(of: scalar) {
                hasLetters = true
                forms.append(form)
                continue
            }
            if !endsWord(scalar) { isOdd = true }
            endPiece()
        }
        endPiece()
        return isOdd && hasLetters ? .impossible : verdict
    }

    /// a, e, i, o, u, y and ă to ư.
    private static func isVowel(_ form: VietnameseLetter.Form) -> Bool {
        form.letter <= 32 && (form.letter > 26 || [1, 5, 9, 15, 21, 25].contains(form.letter))
    }

    /// Whether a character may stand right beside a word: quotation marks, dashes, spaces.
    private static func endsWord(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20..<0x80, 0xA0, 0xAB, 0xB0, 0xB2, 0xB3, 0xB7, 0xB9, 0xBB, 0x2000...0x203A, 0x20AB, 0x20AC, 0x2122,
            0xFEFF:
            return true
        default: return false
        }
    }
}

/// The words of a text, some of which hold more than ASCII.
enum EncodedWords {
    /// Calls a function with the range of each word that holds more than ASCII, or of each other word.
    static func forEach(
        in bytes: [UInt8], _ range: Range<Int>, areEncoded: Bool = true, _ body: (Range<Int>) -> Void
    ) {
        bytes.withUnsafeBufferPointer { bytes in
            var offset = range.lowerBound
            while offset < range.upperBound {
                var kind = kinds[Int(bytes[offset])]
                if kind == 0 {
                    offset += 1
                    continue
                }
                let start = offset
                var isEncoded = false
                while kind != 0 {
                    if kind == 2 { isEncoded = true }
                    offset += 1
                    if offset == range.upperBound { break }
                    kind = kinds[Int(bytes[offset])]
                }
                if isEncoded == areEncoded { body(start..<offset) }
            }
        }
    }

    /// Whether a byte is beyond ASCII, or one of the control characters that stand for letters in some encodings.
    static func isEncoded(_ byte: UInt8) -> Bool { kinds[Int(byte)] == 2 }

    /// 0 for what stands between words, 1 for letters, 2 for what differs between encodings.
    private static let kinds: [UInt8] = (0...255).map { byte in
        switch byte {
        case 0x80...0xFF, 0x01...0x06, 0x10...0x17, 0x19, 0x1C...0x1E: return 2
        case 0x41...0x5A, 0x61...0x7A: return 1
        default: return 0
        }
    }
}
