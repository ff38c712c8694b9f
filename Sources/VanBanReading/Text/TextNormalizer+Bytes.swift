/// What each kind of special byte becomes.
extension TextNormalizer {
    mutating func takeCarriageReturn(at offset: Int) -> Int {
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
    mutating func takeCellMark(at offset: Int) -> Int {
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

    mutating func takeHeadingMark(at offset: Int) -> Int {
        guard let end = headingMarkEnd(at: offset) else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.omit(upTo: end, as: .markup)
        headingFrom = builder.position
        return end
    }

    mutating func takeTag(at offset: Int) -> Int {
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

    static func closesTable(_ bytes: [UInt8]) -> Bool {
        let sign = Array("</table".utf8)
        guard bytes.count > sign.count else { return false }
        for start in 0..<(bytes.count - sign.count)
        where bytes[start] == 0x3C && zip(bytes[start...], sign).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
            return true
        }
        return false
    }

    mutating func takeAddressEnd(at offset: Int) -> Int {
        guard offset == addressEnd else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.omit(upTo: offset + 1, as: .markup)
        return offset + 1
    }

    mutating func takeEntity(at offset: Int) -> Int {
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
    mutating func takeBracket(at offset: Int) -> Int {
        guard let mark = bracketedMarks.mark(in: source, at: offset) else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.replace(upTo: mark.end, with: mark.digits.flatMap { RaisedDigit.bytes(of: source[$0]) })
        return mark.end
    }

    mutating func raiseDigit(at offset: Int) -> Int {
        builder.copy(upTo: offset)
        builder.replace(upTo: offset + 1, with: RaisedDigit.bytes(of: source[offset]))
        return offset + 1
    }

    mutating func takeEscape(at offset: Int) -> Int {
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
    static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
        default: return false
        }
    }

    /// Whether a backslash stands behind a word at the end of a line, or before the gap between two columns.
    func endsCell(at offset: Int) -> Bool {
        guard offset > 0, source[offset - 1] > 0x20, source[offset - 1] != 0x5C else { return false }
        let next = offset + 1
        guard next < source.count else { return false }
        if source[next] == 0x0A || source[next] == 0x0D { return true }
        return next + 1 < source.count && source[next] == 0x20 && source[next + 1] == 0x20
    }

    mutating func takeLatinSupplement(at offset: Int) -> Int {
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
    mutating func takeLookAlike(at offset: Int) -> Int? {
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

    mutating func takeGeneralPunctuation(at offset: Int) -> Int {
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
    mutating func takeCombining(at offset: Int) -> Int {
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
    mutating func composeWithLast(_ marks: [UInt8], upTo end: Int) -> Bool {
        let start = builder.lastScalarStart
        let letter = builder.lastScalar()
        let sequence = letter + marks
        let replacement = composition(of: sequence[...])
        if replacement.elementsEqual(sequence) { return false }
        builder.replaceLastScalar(upTo: end, with: replacement)
        noteDecomposed(start..<builder.position)
        return true
    }

    mutating func composition(of sequence: ArraySlice<UInt8>) -> [UInt8] {
        if let known = composed[sequence] { return known }
        let result = MarkOrder.composed(sequence)
        composed[sequence] = result
        return result
    }

    mutating func noteDecomposed(_ range: Range<Int>) {
        if firstDecomposed == nil { firstDecomposed = range }
    }
}
