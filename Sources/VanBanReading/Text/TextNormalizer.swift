/// Lays a decoded text down as ``SourceText``: NFC, one kind of line end, without markup and invisible characters.
///
/// One pass: plain stretches are copied whole, and only bytes that can mean something else are looked at.
struct TextNormalizer {
    private let source: [UInt8]
    private var builder: SourceTextBuilder
    private var composed: [ArraySlice<UInt8>: [UInt8]] = [:]
    private var delimiters: [Emphasis.Delimiter] = []
    private var nextDelimiter = 0
    private var unitEnd = 0
    private var boldFrom: [Int] = []
    /// What makes rows between tabs of the rows of sheets, and takes out signs of Markdown; how much of it is done.
    private let edits: [SheetCells.Edit]
    private var nextEdit = 0
    private var headingFrom: Int?
    private var isRaised = false
    /// Passages that were struck out, and where in the text the first stood.
    private(set) var struck = 0
    private(set) var firstStruck: Int?
    /// The tables that stand in the text as HTML.
    private(set) var tables = MarkupTables()
    private lazy var bracketedMarks = BracketedMarks(source)
    /// Whether the text closes a table somewhere: in others `<table>` is a word.
    private lazy var closesTable = Self.closesTable(source)
    /// Where a line goes on behind the sign of a quotation.
    private var quoteEnd = -1
    /// Where the `>` of an address stands whose `<` was left out.
    private var addressEnd: Int?
    /// Behind a byte-order mark.
    private var textStart = 0
    private var pairedLineEnds = 0
    private var carriageReturns = 0
    private var otherLineEnds = 0

    /// Whether lines end in more than one of CRLF, CR and LF.
    private(set) var hasMixedLineEnds = false
    /// Where in the text the first letter stands that was composed.
    private(set) var firstDecomposed: Range<Int>?
    /// What was read as what it looks like.
    private(set) var lookAlikes = LookAlikeFindings()
    private var reader = LookAlikes()

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

    private mutating func takeSpecial(_ byte: UInt8, at offset: Int) -> Int {
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
    private mutating func beginUnit(at start: Int) {
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

    private func isLineStart(_ offset: Int) -> Bool {
        guard offset > textStart, offset != quoteEnd else { return true }
        switch source[offset - 1] {
        case 0x0A, 0x0C, 0x0D: return true
        case 0x85: return source[offset - 2] == 0xC2
        case 0xA9: return offset - 3 >= textStart && source[offset - 2] == 0x80 && source[offset - 3] == 0xE2
        default: return false
        }
    }

    /// The end of the `#` that open a heading at an offset.
    private func headingMarkEnd(at offset: Int) -> Int? {
        guard offset < source.count, source[offset] == 0x23, isLineStart(offset) else { return nil }
        var end = offset
        while end < source.count, source[end] == 0x23, end - offset <= 6 { end += 1 }
        return end - offset <= 6 && end < source.count && source[end] == 0x20 ? end : nil
    }

    private mutating func endHeading(at offset: Int) {
        guard let start = headingFrom else { return }
        headingFrom = nil
        builder.copy(upTo: offset)
        var end = builder.position
        if let last = builder.lastScalar().first, last == 0x0A || last == 0x0C { end -= 1 }
        if end > start { builder.markBold(start..<end) }
    }

    private mutating func takeDelimiter() -> Int {
        let delimiter = delimiters[nextDelimiter]
        nextDelimiter += 1
        builder.copy(upTo: delimiter.range.lowerBound)
        builder.omit(upTo: delimiter.range.upperBound, as: .markup)
        if delimiter.isBold {
            if delimiter.opens { boldFrom.append(builder.position) } else { endBold() }
        }
        return delimiter.range.upperBound
    }

    private mutating func takeEdit(at offset: Int) -> Int {
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

    private mutating func endBold() {
        if let start = boldFrom.popLast() { builder.markBold(start..<builder.position) }
    }

    // MARK: One kind of special byte each

    private mutating func takeCarriageReturn(at offset: Int) -> Int {
        builder.copy(upTo: offset)
        if offset + 1 < source.count, source[offset + 1] == 0x0A {
            pairedLineEnds += 1
            builder.replace(upTo: offset + 2, with: [0x0A])
            return offset + 2
        }
        carriageReturns += 1
        builder.replace(upTo: offset + 1, with: [0x0A])
        return offset + 1
    }

    /// Word's sign for the end of a cell, in text that was taken from it raw: where cells stand in one line it parts them as
    /// a tab does; where each has a line of its own it is nothing that anybody sees.
    private mutating func takeCellMark(at offset: Int) -> Int {
        builder.copy(upTo: offset)
        var next = offset + 1
        if isLineStart(offset) {
            while next < source.count, source[next] != 0x07, SourceLine.lineEndLength(in: source, at: next) == 0 {
                next += 1
            }
        }
        if next < source.count, SourceLine.lineEndLength(in: source, at: next) == 0 {
            builder.replace(upTo: offset + 1, with: [0x09])
        } else {
            builder.omit(upTo: offset + 1, as: .invisible)
        }
        return offset + 1
    }

    private mutating func takeHeadingMark(at offset: Int) -> Int {
        guard let end = headingMarkEnd(at: offset) else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.omit(upTo: end, as: .markup)
        headingFrom = builder.position
        return end
    }

    private mutating func takeTag(at offset: Int) -> Int {
        if let tag = InlineTag.tag(in: source, at: offset, end: source.count) {
            builder.copy(upTo: offset)
            let softBreak: [UInt8] = tag.effect == .softBreak ? [0x0B] : []
            builder.omit(upTo: tag.end, as: .markup, with: softBreak)
            switch tag.effect {
            case .boldBegins: boldFrom.append(builder.position)
            case .boldEnds: endBold()
            case .raisedBegins: isRaised = true
            case .raisedEnds: isRaised = false
            case .none, .softBreak: break
            }
            return tag.end
        }
        if let tag = MarkupTableTag(in: source, at: offset), closesTable {
            builder.copy(upTo: offset)
            if tag.name == .table, !tag.closes {
                builder.omit(upTo: tag.end, as: .markup, with: tables.isInside ? [0x20] : [0x0B])
                tables.take(tag, at: builder.position)
            } else {
                tables.take(tag, at: builder.position)
                builder.omit(upTo: tag.end, as: .markup, with: tables.isNested ? [0x20] : [0x0B])
                tables.settle(tag, at: builder.position)
            }
            return tag.end
        }
        if let address = InlineTag.autolink(in: source, at: offset, end: source.count) {
            builder.copy(upTo: offset)
            builder.omit(upTo: address.lowerBound, as: .markup)
            addressEnd = address.upperBound
            return address.lowerBound
        }
        return offset + 1
    }

    private static func closesTable(_ bytes: [UInt8]) -> Bool {
        let sign = Array("</table".utf8)
        guard bytes.count > sign.count else { return false }
        for start in 0..<(bytes.count - sign.count)
        where bytes[start] == 0x3C && zip(bytes[start...], sign).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
            return true
        }
        return false
    }

    private mutating func takeAddressEnd(at offset: Int) -> Int {
        guard offset == addressEnd else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.omit(upTo: offset + 1, as: .markup)
        return offset + 1
    }

    private mutating func takeEntity(at offset: Int) -> Int {
        guard let entity = InlineTag.entity(in: source, at: offset, end: source.count) else { return offset + 1 }
        builder.copy(upTo: offset)
        if entity.text.isEmpty {
            builder.omit(upTo: entity.end, as: .markup)
        } else if let first = entity.text.first, first == 0xCC || first == 0xCD {
            if !composeWithLast(entity.text, upTo: entity.end) { builder.replace(upTo: entity.end, with: entity.text) }
        } else {
            builder.replace(upTo: entity.end, with: entity.text)
        }
        return entity.end
    }

    /// A number in brackets that is a note's mark is raised, as it is on a page.
    private mutating func takeBracket(at offset: Int) -> Int {
        guard let mark = bracketedMarks.mark(in: source, at: offset) else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.replace(upTo: mark.end, with: mark.digits.flatMap { RaisedDigit.bytes(of: source[$0]) })
        return mark.end
    }

    private mutating func raiseDigit(at offset: Int) -> Int {
        builder.copy(upTo: offset)
        builder.replace(upTo: offset + 1, with: RaisedDigit.bytes(of: source[offset]))
        return offset + 1
    }

    private mutating func takeEscape(at offset: Int) -> Int {
        if endsCell(at: offset) {
            // What breaks a line in Markdown.
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 1, as: .escape)
            return offset + 1
        }
        guard offset + 1 < source.count, Self.isPunctuation(source[offset + 1]) else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.omit(upTo: offset + 1, as: .escape)
        return offset + 2
    }

    /// What a backslash in Markdown may stand before.
    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
        default: return false
        }
    }

    /// Whether a backslash stands behind a word at the end of a line, or before the gap between two columns.
    private func endsCell(at offset: Int) -> Bool {
        guard offset > 0, source[offset - 1] > 0x20, source[offset - 1] != 0x5C else { return false }
        let next = offset + 1
        guard next < source.count else { return false }
        if source[next] == 0x0A || source[next] == 0x0D { return true }
        return next + 1 < source.count && source[next] == 0x20 && source[next + 1] == 0x20
    }

    private mutating func takeLatinSupplement(at offset: Int) -> Int {
        let next = source[offset + 1]
        if next == 0xAD {
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 2, as: .invisible)
        } else if next == 0x85 {
            builder.copy(upTo: offset)
            builder.replace(upTo: offset + 2, with: [0x0A])
            otherLineEnds += 1
        } else if next < 0xA0 {
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 2, as: .invisible)
        }
        return offset + 2
    }

    /// A character that is seen as another.
    private mutating func takeLookAlike(at offset: Int) -> Int? {
        guard LookAlikes.mayOpen(source[offset], source[offset + 1]),
            let found = reader.reading(at: offset, in: source)
        else { return nil }
        let end = offset + found.length
        builder.copy(upTo: offset)
        let start = builder.position
        builder.replace(upTo: end, with: found.reading)
        lookAlikes.add(source[offset..<end], as: found.reading, at: start..<builder.position)
        return end
    }

    private mutating func takeGeneralPunctuation(at offset: Int) -> Int {
        let lead = UInt32(source[offset] & 0x0F) << 12
        let scalar = lead | UInt32(source[offset + 1] & 0x3F) << 6 | UInt32(source[offset + 2] & 0x3F)
        if CharacterClass.isInvisible(scalar) {
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 3, as: .invisible)
        } else if scalar == 0x2028 || scalar == 0x2029 {
            builder.copy(upTo: offset)
            builder.replace(upTo: offset + 3, with: [scalar == 0x2028 ? 0x0B : 0x0A])
            if scalar == 0x2029 { otherLineEnds += 1 }
        } else if scalar == 0x2126 || scalar == 0x212A || scalar == 0x212B {
            // The signs for ohm, kelvin and ångström are letters in NFC.
            builder.copy(upTo: offset)
            builder.replace(upTo: offset + 3, with: composition(of: source[offset..<(offset + 3)]))
        }
        return offset + 3
    }

    // MARK: Composition

    /// More marks on one letter than this are composed by the piece: no text has them, and sorting them takes its time.
    private static let markLimit = 32

    /// Composes a letter with the combining marks that follow it (Unicode NFC).
    private mutating func takeCombining(at offset: Int) -> Int {
        var end = offset
        let limit = offset + 2 * Self.markLimit
        while end < min(source.count, limit),
            source[end] == 0xCC || source[end] == 0xCD && source[end + 1] <= 0xAF
        {
            end += 2
        }
        guard end > offset else { return offset + 2 }
        guard offset > builder.taken else {
            // The letter stands before something that was left out or replaced.
            let isComposed = composeWithLast(Array(source[offset..<end]), upTo: end)
            if !isComposed { builder.copy(upTo: end) }
            return end
        }
        var start = offset - 1
        while start > builder.taken, source[start] & 0xC0 == 0x80 { start -= 1 }
        let sequence = source[start..<end]
        let replacement = composition(of: sequence)
        if replacement.elementsEqual(sequence) { return end }
        builder.copy(upTo: start)
        noteDecomposed(builder.position..<(builder.position + replacement.count))
        builder.replace(upTo: end, with: replacement)
        return end
    }

    /// Composes the last letter of the text with marks; false where that changes nothing.
    private mutating func composeWithLast(_ marks: [UInt8], upTo end: Int) -> Bool {
        let start = builder.lastScalarStart
        let letter = builder.lastScalar()
        let sequence = letter + marks
        let replacement = composition(of: sequence[...])
        if replacement.elementsEqual(sequence) { return false }
        builder.replaceLastScalar(upTo: end, with: replacement)
        noteDecomposed(start..<builder.position)
        return true
    }

    private mutating func composition(of sequence: ArraySlice<UInt8>) -> [UInt8] {
        if let known = composed[sequence] { return known }
        let result = MarkOrder.composed(sequence)
        composed[sequence] = result
        return result
    }

    private mutating func noteDecomposed(_ range: Range<Int>) {
        if firstDecomposed == nil { firstDecomposed = range }
    }
}
