import VanBanModel
import VanBanReading

/// A word of a line, with the place at which it is printed.
struct AlignedWord: Sendable {
    var range: Range<Int>
    /// Character columns from the beginning of the line, every scalar one wide.
    var start: Int
    var end: Int
    /// Printed width in parts of the type size.
    var width: Double
    /// Whether a cell may begin with it: a capital, a number, a bullet.
    var mayOpen: Bool
    /// Whether the words from here on open like an agency, a statement of time, an output.
    var opensAgency = false
    var opensTime = false
    var opensOutput = false
    /// Whether it stands inside an agency's name, and a cell hardly ends before it.
    var goesOnName = false

    /// The syllables that it begins and ends with, ``SyllablePairs/edge`` for a sign; nil for what legal text does not have.
    var first: SyllablePairs.Identifier?
    var last: SyllablePairs.Identifier?

    /// How well it follows the word before it on the line (``WordAffinity``).
    var affinity = 0.0

    /// How well a cell of a column opens with it: above 0 as the column's cells do, below 0 as those of others.
    func opening(as role: ColumnRole?) -> Double {
        switch role {
        case .lead, .coordinating, .responsibility: return opensAgency ? 0.8 : -0.6
        case .deadline: return opensTime ? 0.8 : opensAgency ? -1 : -0.2
        case .outputs: return opensOutput ? 0.5 : opensAgency ? -0.6 : -0.1
        default: return 0
        }
    }
}

/// A line of text whose words stand where they stood on the page.
struct AlignedLine: Sendable {
    /// Its place among the lines of the document.
    var index: Int
    var words: [AlignedWord]
    /// Pages from the beginning of the region on.
    var page = 0
    /// Where its first word ends, if that may be a row's number.
    var labelEnd: Int?
    /// What its first word is, if it looks like a row's number and is none.
    var figure: Figure?

    /// A figure at the beginning of a line that is no row's number.
    enum Figure: Sendable {
        /// The last digit of the number on a line above: `1` over `0`.
        case rest
        /// Words of a cell that wrapped before it.
        case text
    }

    /// Words that hang together: no gap between them is as wide as `gap`.
    func atoms(gap: Int = 2) -> [Range<Int>] {
        var atoms: [Range<Int>] = []
        var first = 0
        for next in words.indices.dropFirst() where words[next].start - words[next - 1].end >= gap {
            atoms.append(first..<next)
            first = next
        }
        if !words.isEmpty { atoms.append(first..<words.count) }
        return atoms
    }

    /// Whether more than a space stands before a word that is not the first.
    func isWideGap(before word: Int) -> Bool { words[word].start - words[word - 1].end > 1 }

    var start: Int { words.first?.start ?? 0 }
    var end: Int { words.last?.end ?? 0 }

    func range(_ words: Range<Int>) -> Range<Int> {
        guard let first = words.first, let last = words.last else { return 0..<0 }
        return self.words[first].range.lowerBound..<self.words[last].range.upperBound
    }

    /// The printed width of some of its words, one space between them.
    func width(_ words: Range<Int>) -> Double {
        words.reduce(0) { $0 + self.words[$1].width } + GlyphWidth.space * Double(max(0, words.count - 1))
    }

    init(_ line: Line, at index: Int, in text: SourceText) {
        self.index = index
        words = []
        let bytes = text.bytes
        var offset = line.range.lowerBound
        while offset > 0, bytes[offset - 1] != 0x0A, bytes[offset - 1] != 0x0C { offset -= 1 }
        var column = 0
        var first = offset
        var begin = 0
        func close() {
            guard first < offset, begin < column else { return }
            append(first..<offset, from: begin, to: column, in: text)
        }
        while offset < line.range.upperBound {
            let space = CharacterClass.spaceLength(in: bytes, at: offset)
            if space > 0 {
                close()
                column += 1
                offset += space
                first = offset
                begin = column
                continue
            }
            if offset < line.range.lowerBound {
                // Another piece stands on the same line.
                column += 1
                offset += CharacterClass.scalarLength(bytes[offset])
                first = offset
                begin = column
                continue
            }
            column += 1
            offset += CharacterClass.scalarLength(bytes[offset])
        }
        close()
    }

    private mutating func append(_ range: Range<Int>, from start: Int, to end: Int, in text: SourceText) {
        words.append(
            AlignedWord(
                range: range, start: start, end: end, width: GlyphWidth.of(range, in: text),
                mayOpen: !LetterCase.startsLower(range, in: text) && !Self.isClosing(text.bytes[range.lowerBound])))
    }

    /// Parts words that no space parts, as the last of a cell and the first of the next one where they touch
    /// (`tếnghiệp`): a border may run between them.
    private mutating func partGluedWords(in text: SourceText) {
        let printed = words
        words = []
        for word in printed {
            let tokens = TokenText(word.range, in: text).tokens
            guard tokens.count == 1, tokens[0].kind == .word, tokens[0].range == word.range,
                SyllablePairs.standard.identifier(of: tokens[0]) == nil,
                let seam = SyllablePairs.standard.seam(of: word.range, in: text)
            else {
                words.append(word)
                continue
            }
            let width = text.bytes[word.range.lowerBound..<seam].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            append(word.range.lowerBound..<seam, from: word.start, to: word.start + width, in: text)
            append(seam..<word.range.upperBound, from: word.start + width, to: word.end, in: text)
        }
    }

    /// Tells of every word what it may open.
    mutating func describe(in text: SourceText, _ agencies: AgencyGazetteer) {
        partGluedWords(in: text)
        let tokens = TokenText(range(0..<words.count), in: text)
        let names = AgencyNames(text: tokens, gazetteer: agencies)
        var next = 0
        for index in words.indices {
            while next < tokens.tokens.count, tokens.tokens[next].range.lowerBound < words[index].range.lowerBound {
                next += 1
            }
            guard next < tokens.tokens.count else { return }
            var last = next
            while last + 1 < tokens.tokens.count,
                tokens.tokens[last + 1].range.lowerBound < words[index].range.upperBound
            {
                last += 1
            }
            words[index].first = SyllablePairs.standard.identifier(of: tokens.tokens[next])
            words[index].last = SyllablePairs.standard.identifier(of: tokens.tokens[last])
            let isBullet = tokens.tokens[next].isSign("-") || tokens.tokens[next].isSign("+")
            let first = isBullet ? min(next + 1, tokens.tokens.count - 1) : next
            if names.gazetteer.longestMatch(in: tokens.tokens, at: next) > 1 {
                let end = tokens.tokens[next + names.gazetteer.longestMatch(in: tokens.tokens, at: next) - 1].range
                    .upperBound
                for other in (index + 1)..<max(index + 1, words.count) where words[other].range.lowerBound < end {
                    words[other].goesOnName = words[other].start - words[other - 1].end == 1
                }
            }
            guard words[index].mayOpen else { continue }
            words[index].opensAgency = names.startsAgency(at: first) && !CellWords.deeds.stands(in: tokens, at: first)
            words[index].opensTime = CellWords.opensTime(in: tokens, at: first)
            words[index].opensOutput =
                CellWords.outputs.stands(in: tokens, at: first)
                || DocumentKindGazetteer.standard.kind(in: tokens, at: first) != nil
        }
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        byte == 0x29 || byte == 0x2F || byte == 0x2C || byte == 0x3B
    }

    /// Whether a range holds at least three spaces in a row. Looks at every third byte, for nearly all lines have none.
    static func hasWideGap(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = range.lowerBound + 2
        while offset < range.upperBound {
            if bytes[offset] == 0x20 {
                var low = offset
                while low > range.lowerBound, bytes[low - 1] == 0x20 { low -= 1 }
                var high = offset + 1
                while high < range.upperBound, bytes[high] == 0x20 { high += 1 }
                if high - low >= 3 { return true }
            }
            offset += 3
        }
        return false
    }
}
