/// Lays a decoded text down as ``SourceText``: NFC, one kind of line end, without markup and invisible characters.
///
/// One pass: plain stretches are copied whole, and only bytes that can mean something else are looked at.
struct TextNormalizer {
    let source: [UInt8]
    var builder: SourceTextBuilder
    var composed: [ArraySlice<UInt8>: [UInt8]] = [:]
    var delimiters: [Emphasis.Delimiter] = []
    var nextDelimiter = 0
    var unitEnd = 0
    var boldFrom: [Int] = []
    /// What makes rows between tabs of the rows of sheets, and takes out signs of Markdown; how much of it is done.
    let edits: [SheetCells.Edit]
    var nextEdit = 0
    var headingFrom: Int?
    var isRaised = false
    /// Passages that were struck out, and where in the text the first stood.
    var struck = 0
    var firstStruck: Int?
    /// The tables that stand in the text as HTML.
    var tables = MarkupTables()
    lazy var bracketedMarks = BracketedMarks(source)
    /// Whether the text closes a table somewhere: in others `<table>` is a word.
    lazy var closesTable = Self.closesTable(source)
    /// Where a line goes on behind the sign of a quotation.
    var quoteEnd = -1
    /// Where the `>` of an address stands whose `<` was left out.
    var addressEnd: Int?
    /// Behind a byte-order mark.
    var textStart = 0
    var pairedLineEnds = 0
    var carriageReturns = 0
    var otherLineEnds = 0

    /// Whether lines end in more than one of CRLF, CR and LF.
    var hasMixedLineEnds = false
    /// Where in the text the first letter stands that was composed.
    var firstDecomposed: Range<Int>?
    /// What was read as what it looks like.
    var lookAlikes = LookAlikeFindings()
    var reader = LookAlikes()

    /// - Parameters:
    ///   - source: valid UTF-8.
    ///   - replaced: the characters in it that stand for undecodable bytes.
    init(_ source: [UInt8], replaced: [DecodedText.Replacement] = []) {
        self.source = source
        let sheet = SheetCells(source).edits
        let signs = MarkdownSigns(source).edits
        edits =
            sheet.isEmpty || signs.isEmpty
            ? sheet + signs : (sheet + signs).sorted { $0.range.lowerBound < $1.range.lowerBound }
        builder = SourceTextBuilder(source, replacements: replaced)
    }

    mutating func normalize(markLength: Int) -> SourceText {
        if markLength > 0 { builder.omit(upTo: markLength, as: .byteOrderMark) }
        textStart = markLength
        var offset = markLength
        while offset < source.count {
            if offset >= unitEnd { beginUnit(at: offset) }
            if nextEdit < edits.count, edits[nextEdit].range.lowerBound <= offset {
                offset = takeEdit(at: offset)
                continue
            }
            if nextDelimiter < delimiters.count, delimiters[nextDelimiter].range.lowerBound == offset {
                offset = takeDelimiter()
                continue
            }
            let byte = source[offset]
            if Self.isPlain[Int(byte)] {
                offset += 1
                continue
            }
            // Most letters of Vietnamese open so and are what they are.
            if byte == 0xC3 || byte == 0xC4 || byte == 0xC6, !LookAlikes.mayOpen(byte, source[offset + 1]) {
                offset += 2
                continue
            }
            offset = takeSpecial(byte, at: offset)
        }
        endHeading(at: source.count)
        builder.copy(upTo: source.count)
        tables.finish(at: builder.position)
        let text = builder.finish()
        if pairedLineEnds + carriageReturns > 0 {
            let all = text.bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            let lineFeeds = all - pairedLineEnds - carriageReturns - otherLineEnds
            hasMixedLineEnds = [pairedLineEnds, carriageReturns, lineFeeds].count { $0 > 0 } > 1
        }
        return text
    }

    /// Bytes that always stand for themselves.
    private static let isPlain: [Bool] = (0...255).map { byte in
        switch byte {
        case 0x09, 0x0A, 0x0B, 0x0C: return true
        case 0x0D, 0x23, 0x26, 0x3C, 0x3E, 0x5B, 0x5C, 0x7F: return false
        case 0x30...0x39: return false
        case 0..<0x20: return false
        case 0xC2, 0xCC, 0xCD, 0xE2, 0xEF: return false
        case 0xC3, 0xC4, 0xC6, 0xC9, 0xCE...0xD4: return false
        default: return true
        }
    }

    mutating func takeSpecial(_ byte: UInt8, at offset: Int) -> Int {
        switch byte {
        case 0x30...0x39: return isRaised ? raiseDigit(at: offset) : offset + 1
        case 0x07: return takeCellMark(at: offset)
        case 0x1E:
            // Word's hyphen that no line ends at.
            builder.copy(upTo: offset)
            builder.replace(upTo: offset + 1, with: [0x2D])
            return offset + 1
        case 0x0D: return takeCarriageReturn(at: offset)
        case 0x23: return takeHeadingMark(at: offset)
        case 0x26: return takeEntity(at: offset)
        case 0x3C: return takeTag(at: offset)
        case 0x3E: return takeAddressEnd(at: offset)
        case 0x5B: return takeBracket(at: offset)
        case 0x5C: return takeEscape(at: offset)
        case 0xC2: return takeLatinSupplement(at: offset)
        case 0xCC, 0xCD: return takeCombining(at: offset)
        case 0xE2, 0xEF: return takeLookAlike(at: offset) ?? takeGeneralPunctuation(at: offset)
        case 0xC3...0xD4: return takeLookAlike(at: offset) ?? offset + 2
        default:
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 1, as: .invisible)
            return offset + 1
        }
    }

    // MARK: Units of emphasis

    /// A unit is a paragraph, a heading, or one row of a table: emphasis never runs from one into the next.
    mutating func beginUnit(at start: Int) {
        endHeading(at: start)
        var end = start
        var hasMark = false
        var isRow = false
        repeat {
            let line = SourceLine(in: source, at: end)
            if line.isRow || headingMarkEnd(at: end) != nil {
                // It stands for itself, and ends the paragraph before it.
                if end == start {
                    hasMark = line.hasMark
                    isRow = line.isRow
                    end = line.end
                }
                break
            }
            hasMark = hasMark || line.hasMark
            end = line.end
            if line.isBlank || line.endsPage { break }
        } while end < source.count
        unitEnd = max(end, start + 1)
        delimiters = hasMark ? Emphasis.delimiters(in: source, start..<unitEnd, isRow: isRow) : []
        nextDelimiter = 0
        boldFrom.removeAll(keepingCapacity: true)
        isRaised = false
    }

    func isLineStart(_ offset: Int) -> Bool {
        guard offset > textStart, offset != quoteEnd else { return true }
        switch source[offset - 1] {
        case 0x0A, 0x0C, 0x0D: return true
        case 0x85: return source[offset - 2] == 0xC2
        case 0xA9: return offset - 3 >= textStart && source[offset - 2] == 0x80 && source[offset - 3] == 0xE2
        default: return false
        }
    }

    /// The end of the `#` that open a heading at an offset.
    func headingMarkEnd(at offset: Int) -> Int? {
        guard offset < source.count, source[offset] == 0x23, isLineStart(offset) else { return nil }
        var end = offset
        while end < source.count, source[end] == 0x23, end - offset <= 6 { end += 1 }
        return end - offset <= 6 && end < source.count && source[end] == 0x20 ? end : nil
    }

    mutating func endHeading(at offset: Int) {
        guard let start = headingFrom else { return }
        headingFrom = nil
        builder.copy(upTo: offset)
        var end = builder.position
        if let last = builder.lastScalar().first, last == 0x0A || last == 0x0C { end -= 1 }
        if end > start { builder.markBold(start..<end) }
    }

    mutating func takeDelimiter() -> Int {
        let delimiter = delimiters[nextDelimiter]
        nextDelimiter += 1
        builder.copy(upTo: delimiter.range.lowerBound)
        builder.omit(upTo: delimiter.range.upperBound, as: .markup)
        if delimiter.isBold {
            if delimiter.opens { boldFrom.append(builder.position) } else { endBold() }
        }
        return delimiter.range.upperBound
    }

    mutating func takeEdit(at offset: Int) -> Int {
        let edit = edits[nextEdit]
        nextEdit += 1
        // Inside of something that was left out whole.
        guard edit.range.lowerBound == offset else { return offset }
        builder.copy(upTo: offset)
        if edit.isStruck {
            struck += 1
            firstStruck = firstStruck ?? builder.position
        }
        if isLineStart(offset), source[offset] == 0x3E { quoteEnd = edit.range.upperBound }
        let words = edit.sign ?? edit.replacement.map { [$0] } ?? []
        builder.omit(upTo: edit.range.upperBound, as: .markup, with: words)
        while nextDelimiter < delimiters.count, delimiters[nextDelimiter].range.lowerBound < edit.range.upperBound {
            nextDelimiter += 1
        }
        return edit.range.upperBound
    }

    mutating func endBold() {
        if let start = boldFrom.popLast() { builder.markBold(start..<builder.position) }
    }
}
