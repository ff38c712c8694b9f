import VanBanModel

/// The document's text, laid down once: contiguous UTF-8 in NFC, with a map back to where each stretch came from.
///
/// Everything that later stages find (a line, a cell, a field) is a range of these bytes. Markup that the source
/// carries in its text, and characters that nobody sees, are not in the bytes; they are in ``omissions``.
///
/// White space inside `bytes`: a line feed ends a line, a form feed ends a page, a vertical tab is a line break inside
/// a cell or a paragraph, a tab separates cells, everything else is plain space.
package struct SourceText: Sendable {
    /// A point from which on text and source run side by side, byte for byte.
    struct Anchor: Sendable {
        var text: Int
        var source: Int
        /// Length of the stretch in the source where it is not copied byte for byte; nil where it is.
        var replaced: Int?
    }

    /// A stretch of the source that is not in the text.
    package struct Omission: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable {
            case byteOrderMark, invisible, markup
            /// A backslash before a sign that stands for itself.
            case escape
        }
        package var kind: Kind
        /// Byte offsets into the source.
        package var source: Range<Int>
        /// Characters other than white space that it holds.
        package var characters: Int
    }

    package private(set) var bytes: [UInt8]
    /// All but the bytes: whoever takes words out of the text keeps the text with them, so that it is kept small.
    private let origin: Origin

    /// What the page shows for the numbers of notes in the text, where it is not the number: `iii`, `*`.
    package internal(set) var printedMarks: [String: String] = [:]

    init(
        bytes: [UInt8], anchors: [Anchor], omissions: [Omission], lineStarts: [Int], bold: [Range<Int>],
        sourceLength: Int, paths: ElementPaths? = nil, pages: PagePlaces? = nil
    ) {
        self.bytes = bytes
        origin = Origin(
            anchors: anchors, omissions: omissions, lineStarts: lineStarts, bold: bold, sourceLength: sourceLength,
            paths: paths, pages: pages)
    }

    /// A text that was not read from a file: UTF-8 in NFC, each byte at its own place.
    package init(plain bytes: [UInt8]) {
        var lineStarts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
        self.init(
            bytes: bytes, anchors: [], omissions: [], lineStarts: lineStarts, bold: [], sourceLength: bytes.count)
    }

    /// Makes the small letters of a range capitals. Vietnamese has none whose capital is longer or shorter, so that
    /// everything stays where it is.
    package mutating func capitalize(_ range: Range<Int>) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, end) = UTF8Scalar.next(in: bytes, at: offset)
            let capital = VietnameseLetter.capital(of: scalar)
            if capital != scalar {
                var written: [UInt8] = []
                UTF8Scalar.append(capital, to: &written)
                if written.count == end - offset { bytes.replaceSubrange(offset..<end, with: written) }
            }
            offset = end
        }
    }

    /// What is told of a text's way from its source.
    private final class Origin: Sendable {
        let anchors: [Anchor]
        let omissions: [Omission]
        let lineStarts: [Int]
        let bold: [Range<Int>]
        let sourceLength: Int
        let paths: ElementPaths?
        let pages: PagePlaces?

        init(
            anchors: [Anchor], omissions: [Omission], lineStarts: [Int], bold: [Range<Int>], sourceLength: Int,
            paths: ElementPaths?, pages: PagePlaces?
        ) {
            self.anchors = anchors
            self.omissions = omissions
            self.lineStarts = lineStarts
            self.bold = bold
            self.sourceLength = sourceLength
            self.paths = paths
            self.pages = pages
        }
    }

    var anchors: [Anchor] { origin.anchors }
    package var omissions: [Omission] { origin.omissions }
    /// Offsets in `bytes` at which lines of the source begin.
    var lineStarts: [Int] { origin.lineStarts }
    /// Ranges of `bytes` that stood in bold or in a Markdown heading.
    package var bold: [Range<Int>] { origin.bold }
    var sourceLength: Int { origin.sourceLength }
    /// Where in the source's tree of elements the text stands; nil for plain text.
    package var paths: ElementPaths? { origin.paths }
    /// Where on pages the text stands; nil for formats without pages.
    package var pages: PagePlaces? { origin.pages }

    /// The byte offset in the source of an offset in the text.
    package func sourceOffset(of offset: Int) -> Int {
        guard !anchors.isEmpty else { return offset }
        var low = 0
        var high = anchors.count
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let anchor = anchors[low - 1]
        if let replaced = anchor.replaced {
            // The end of the text is behind the last character, whatever that stands for.
            return offset == bytes.count && offset > anchor.text ? anchor.source + replaced : anchor.source
        }
        return anchor.source + (offset - anchor.text)
    }

    /// The byte range in the source of a range of the text.
    package func sourceRange(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let offset = sourceOffset(of: range.lowerBound)
            return offset..<offset
        }
        let start = sourceOffset(of: range.lowerBound)
        // The end is one past the last byte's own place, so that markup after the range stays outside of it.
        let end = endOffset(after: range.upperBound - 1)
        return start..<max(start, end)
    }

    private func endOffset(after offset: Int) -> Int {
        guard !anchors.isEmpty else { return offset + 1 }
        var low = 0
        var high = anchors.count
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset + 1 }
        let anchor = anchors[low - 1]
        if let replaced = anchor.replaced { return anchor.source + replaced }
        return anchor.source + (offset - anchor.text) + 1
    }

    /// The line (from 1) of an offset in the text.
    package func line(of offset: Int) -> Int {
        let lineStarts = lineStarts
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }

    /// The line (from 1) of an offset in the text.
    /// - Parameter near: the line that was found last, which mostly is this one or the one above; begin with 1.
    func line(of offset: Int, near: inout Int) -> Int {
        let lineStarts = lineStarts
        for line in near..<(near + 2)
        where line <= lineStarts.count && lineStarts[line - 1] <= offset
            && (line == lineStarts.count || lineStarts[line] > offset)
        {
            near = line
            return line
        }
        near = self.line(of: offset)
        return near
    }

    /// The first offset in the text of what stands at a byte offset of the source, or after it.
    package func offset(ofSource offset: Int) -> Int {
        var low = 0
        var high = bytes.count
        while low < high {
            let middle = (low + high) / 2
            if sourceOffset(of: middle) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The line (from 1) of a byte offset in the source.
    package func line(ofSource offset: Int) -> Int { line(of: self.offset(ofSource: offset)) }

    /// Where a range of the text stands in the source.
    package func location(of range: Range<Int>) -> Location {
        let source = sourceRange(of: range)
        return Location(start: source.lowerBound, end: source.upperBound, line: line(of: range.lowerBound))
    }

    /// Where a range of the text stands in the source.
    /// - Parameter line: the line of the range that was asked for last, for ranges that come in order; begin with 1.
    package func location(of range: Range<Int>, near line: inout Int) -> Location {
        let source = sourceRange(of: range)
        return Location(
            start: source.lowerBound, end: source.upperBound, line: self.line(of: range.lowerBound, near: &line))
    }

    /// A place given by byte offsets into the source.
    func location(ofSource range: Range<Int>) -> Location {
        Location(start: range.lowerBound, end: range.upperBound, line: line(ofSource: range.lowerBound))
    }

    /// Whether a one-byte sign at an offset was escaped (`\|`) or written as an entity (`&#124;`), and so means itself.
    package func isLiteral(at offset: Int) -> Bool {
        if anchors.isEmpty { return false }
        let source = sourceRange(of: offset..<(offset + 1))
        if source.count != 1 { return true }
        var low = 0
        var high = omissions.count
        while low < high {
            let middle = (low + high) / 2
            if omissions[middle].source.upperBound < source.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < omissions.count && omissions[low].kind == .escape
            && omissions[low].source.upperBound == source.lowerBound
    }

    /// The text of a range: every run of white space one space, note marks left out, trimmed.
    package func string(_ range: Range<Int>) -> String {
        string(Stretch(range))
    }

    /// The text of a range with the marks of notes: every run of white space one space, trimmed.
    package func markedString(_ range: Range<Int>) -> String {
        if let plain = plainString(range) { return plain }
        var collected: [UInt8] = []
        collected.reserveCapacity(range.count)
        collapse(range, into: &collected, keepsMarks: true)
        if collected.last == 0x20 { collected.removeLast() }
        return String(decoding: collected, as: UTF8.self)
    }

    /// The text of a stretch; its pieces are joined by one space, but where a symbol or a year was cut by none.
    package func string(_ stretch: Stretch) -> String {
        if stretch.more.isEmpty, let plain = plainString(stretch.first) { return plain }
        var collected: [UInt8] = []
        collected.reserveCapacity(stretch.length)
        var above = 0..<0
        stretch.forEachRange { range in
            if cutsWord(between: above, and: range), collected.last == 0x20 { collected.removeLast() }
            above = range
            collapse(range, into: &collected)
            if let last = collected.last, last != 0x20 { collected.append(0x20) }
        }
        while collected.last == 0x20 { collected.removeLast() }
        return String(decoding: collected, as: UTF8.self)
    }

    /// The string of a range that needs no change, without a copy in between.
    private func plainString(_ range: Range<Int>) -> String? {
        bytes.withUnsafeBufferPointer { bytes in
            var start = range.lowerBound
            var end = range.upperBound
            while start < end, CharacterClass.isSpace(bytes[start]) { start += 1 }
            while start < end, CharacterClass.isSpace(bytes[end - 1]) { end -= 1 }
            var previous: UInt8 = 0
            for offset in start..<end {
                let byte = bytes[offset]
                if byte <= 0x20 {
                    if byte < 0x20 || previous == 0x20 { return nil }
                } else if byte >= 0xC2, byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF {
                    return nil
                }
                previous = byte
            }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        }
    }

    private func collapse(_ range: Range<Int>, into collected: inout [UInt8], keepsMarks: Bool = false) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let space = CharacterClass.spaceLength(in: bytes, at: offset)
            if space > 0 {
                if let last = collected.last, last != 0x20 { collected.append(0x20) }
                offset += space
                continue
            }
            let mark = CharacterClass.noteMarkLength(in: bytes, at: offset, from: range.lowerBound)
            if mark > 0, !keepsMarks {
                offset += mark
                continue
            }
            collected.append(bytes[offset])
            offset += 1
        }
    }

    /// The range without white space at its ends.
    package func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = CharacterClass.spaceLength(in: bytes, at: start)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = CharacterClass.spaceLengthBefore(end, in: bytes, from: start)
            if length == 0 { break }
            end -= length
        }
        return start..<max(start, end)
    }

    /// The number of characters (Unicode scalars) other than white space.
    package func characterCount(in range: Range<Int>) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var count = 0
            var offset = range.lowerBound
            while offset < range.upperBound {
                let byte = buffer[offset]
                // Nearly all are of these; white space beyond ASCII opens with other bytes.
                if byte < 0x80 {
                    if !CharacterClass.isSpace(byte) { count += 1 }
                    offset += 1
                    continue
                }
                let isUncommon = byte == 0xC2 || byte == 0xE2 || byte == 0xE3
                let space = isUncommon ? CharacterClass.spaceLength(in: bytes, at: offset) : 0
                if space > 0 {
                    offset += space
                } else {
                    count += 1
                    offset += CharacterClass.scalarLength(byte)
                }
            }
            return count
        }
    }
}
