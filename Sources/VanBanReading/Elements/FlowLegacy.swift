import VanBanModel

/// What of a text of elements is set in legacy fonts, paragraph by paragraph, and what was found of it.
struct FlowLegacy {
    /// Whether paragraphs that are Vietnamese in a legacy encoding only are read in it, whatever their font.
    var restoresLines = false
    private(set) var findings = EncodingFindings()
    /// Fonts of encodings that are not read, with the first paragraph that is set in each.
    private(set) var unread: [(font: Int32, place: Range<Int>)] = []

    /// Stretches of the paragraph at hand.
    private var stretches: [(range: Range<Int>, mark: FontMark)] = []
    private var isLegacy = true
    /// Where characters stand in the paragraph at hand that its encoding does not have.
    private var undecodable: [Int] = []
    /// Paragraphs as they are stored, where they lost anything that may have been a letter, by where they begin.
    private var raw: [(start: Int, bytes: [UInt8])] = []

    var isEmpty: Bool { stretches.isEmpty }

    mutating func add(_ range: Range<Int>, _ mark: FontMark) {
        guard !range.isEmpty else { return }
        if let last = stretches.last, last.mark == mark, last.range.upperBound == range.lowerBound {
            stretches[stretches.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            stretches.append((range, mark))
        }
    }

    /// Reads the paragraph that begins at an offset; nil where it stays as it is.
    mutating func read(_ bytes: [UInt8], from start: Int) -> FontText? {
        defer { stretches.removeAll(keepingCapacity: true) }
        guard start < bytes.count else { return nil }
        let paragraph = start..<bytes.count
        for stretch in stretches where stretch.mark.unread >= 0 {
            guard bytes[stretch.range].contains(where: { $0 >= 0x80 }),
                !unread.contains(where: { $0.font == stretch.mark.unread })
            else { continue }
            unread.append((stretch.mark.unread, start..<(start + 1)))
        }
        if restoresLines { restore(paragraph, of: bytes) }
        guard stretches.contains(where: { $0.mark.encoding != nil }) else { return nil }
        var text = FontText(bytes[start...], isLegacy: isLegacy)
        text.read(stretches)
        isLegacy = text.isLegacy
        undecodable = text.undecodable.map { start + $0 }
        for encoding in text.encodings { findings.add(encoding, at: start..<(start + 1)) }
        return text
    }

    /// Takes what of a paragraph its fonts tell nothing of for what its letters show: a run may have lost its font while
    /// its neighbours kept theirs.
    private mutating func restore(_ paragraph: Range<Int>, of bytes: [UInt8]) {
        let told = stretches.filter { $0.mark != .none }
        var pieces: [Range<Int>] = []
        var offset = paragraph.lowerBound
        for stretch in told {
            if stretch.range.lowerBound > offset { pieces.append(offset..<stretch.range.lowerBound) }
            offset = max(offset, stretch.range.upperBound)
        }
        if offset < paragraph.upperBound { pieces.append(offset..<paragraph.upperBound) }
        guard pieces.contains(where: { ForeignLetters.count(in: bytes, $0) > 0 }),
            let guess = EncodingDetector.guess(pieces: pieces, ofUnicode: bytes)
        else { return }
        stretches =
            (told + pieces.map { ($0, FontMark(encoding: guess.encoding)) }).sorted {
                $0.range.lowerBound < $1.range.lowerBound
            }
    }

    /// The paragraph at hand has its final form.
    /// - Parameter place: where an offset of it is now.
    mutating func settle(_ place: (Int) -> Int) {
        guard !undecodable.isEmpty else { return }
        findings.outside += undecodable.map { place($0)..<(place($0) + 1) }
        undecodable.removeAll()
    }

    // MARK: Text that its fonts tell nothing of

    /// Keeps a paragraph as it is stored before what nobody sees is taken out of it: in an old encoding, a soft hyphen
    /// is a letter.
    mutating func keepRaw(_ bytes: [UInt8], from start: Int) {
        guard ForeignLetters.count(in: bytes, start..<bytes.count) > 0 else { return }
        raw.append((start, Array(bytes[start...])))
    }

    /// What a text is to be read as, once more, as its letters show; nil where it stands for itself.
    func doubt(of text: SourceText) -> Doubt? {
        guard ForeignLetters.areIn(text.bytes) else { return nil }
        var stored: [UInt8] = []
        stored.reserveCapacity(text.bytes.count)
        var offset = 0
        for paragraph in raw where paragraph.start >= offset && paragraph.start < text.bytes.count {
            stored += text.bytes[offset..<paragraph.start]
            stored += paragraph.bytes
            offset = paragraph.start
            while offset < text.bytes.count, ![0x09, 0x0A, 0x0B].contains(text.bytes[offset]) { offset += 1 }
        }
        stored += text.bytes[offset...]
        if let guess = EncodingDetector.guess(unicode: stored) { return .all(guess) }
        var start = 0
        while start < stored.count {
            // A line, or a cell of a row.
            let end = stored[start...].firstIndex { $0 == 0x0A || $0 == 0x09 } ?? stored.count
            if ForeignLetters.count(in: stored, start..<end) > 0,
                EncodingDetector.guess(line: start..<end, ofUnicode: stored) != nil
            {
                return .lines
            }
            start = end + 1
        }
        return nil
    }

    /// What a text seems to be in beyond what its fonts tell.
    enum Doubt {
        /// All text whose font tells nothing.
        case all(EncodingDetector.Guess)
        /// Some paragraphs.
        case lines

        /// What text is in whose font tells nothing.
        var usual: FontMark {
            if case .all(let guess) = self { return FontMark(encoding: guess.encoding) }
            return .none
        }

        var rival: LegacyEncoding? {
            if case .all(let guess) = self { return guess.rival }
            return nil
        }

        var restoresLines: Bool {
            if case .lines = self { return true }
            return false
        }
    }

    /// - Parameter fonts: the names of fonts by their numbers.
    func diagnostics(in text: SourceText, rival: LegacyEncoding?, fonts: (Int) -> String) -> [Diagnostic] {
        var findings = findings
        findings.rival = rival
        return findings.diagnostics(in: text)
            + unread.map { font, place in
                let name = fonts(Int(font))
                return Diagnostic(
                    .unreadFont, at: text.location(of: place),
                    arguments: [name, FontEncoding.unreadEncoding(ofFont: name) ?? name])
            }
    }
}
