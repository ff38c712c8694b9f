import VanBanModel
import VanBanReading
import VanBanStructure

/// The lines of a document's source, for saying in which line and column something stands, and for showing it there.
///
/// Of plain text in UTF-8 these are the lines of the file. Of everything else they are the lines of its text: a web
/// page or a Word file has no lines that a person would look for.
package struct SourceLines: Sendable {
    /// A place by line and column.
    package struct Place: Hashable, Sendable {
        /// From 1.
        package var line: Int
        /// From 1, in characters (Unicode scalars).
        package var column: Int
        /// From 1, in UTF-16 code units, as editors count.
        package var utf16Column: Int
    }

    /// The line that something stands in, or of a long line what is around it.
    package struct Excerpt: Hashable, Sendable {
        package var line: Int
        package var text: String
        /// What of the text is meant, as offsets into its scalars.
        package var mark: Range<Int>
        /// Whether the line goes on before the text.
        package var isCutBefore = false
        /// Whether it goes on behind it.
        package var isCutBehind = false
    }

    private let bytes: [UInt8]
    /// Leads from the source into `bytes`; nil where they are the source's own.
    private let text: SourceText?
    /// Where lines begin.
    private let starts: [Int]
    /// How many scalars, and how many code units in UTF-16, begin before each block of bytes.
    private let counts: [(scalars: Int, utf16: Int)]
    private static let block = 1024
    /// Whether lines and columns are those of the file, so that an editor can go there.
    package let areOfFile: Bool

    /// - Parameter file: the bytes that the document was read from.
    package init(_ document: ConvertedDocument, file: [UInt8]) {
        let source = document.record.source
        areOfFile = source.format == .text && source.encoding == "utf-8" && source.bytes == file.count
        bytes = areOfFile ? file : document.text.bytes
        text = areOfFile ? nil : document.text
        var starts = [0]
        var counts: [(scalars: Int, utf16: Int)] = []
        var count = (scalars: 0, utf16: 0)
        var offset = 0
        while offset < bytes.count {
            if offset.isMultiple(of: Self.block) { counts.append(count) }
            let byte = bytes[offset]
            Self.count(byte, into: &count)
            offset += 1
            let isLineEnd =
                byte == 0x0A || byte == 0x0D && areOfFile && (offset == bytes.count || bytes[offset] != 0x0A)
            if isLineEnd { starts.append(offset) }
        }
        self.starts = starts
        self.counts = counts
    }

    /// Counts what begins with a byte: a scalar, and one unit of UTF-16, or two beyond the basic plane.
    private static func count(_ byte: UInt8, into count: inout (scalars: Int, utf16: Int)) {
        if byte & 0xC0 == 0x80 { return }
        count.scalars += 1
        count.utf16 += byte >= 0xF0 ? 2 : 1
    }

    /// What begins before an offset.
    private func counts(before offset: Int) -> (scalars: Int, utf16: Int) {
        guard !counts.isEmpty else { return (0, 0) }
        let index = min(offset / Self.block, counts.count - 1)
        var count = counts[index]
        for byte in bytes[(index * Self.block)..<offset] { Self.count(byte, into: &count) }
        return count
    }

    private func offset(of source: Int) -> Int { min(bytes.count, text?.offset(ofSource: source) ?? source) }

    private func index(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// A line without its end.
    private func range(ofLine index: Int) -> Range<Int> {
        var start = starts[index]
        var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        // The byte order mark is in no column.
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
        return start..<end
    }

    private func place(of offset: Int) -> Place {
        let index = index(of: offset)
        let line = range(ofLine: index)
        let start = counts(before: line.lowerBound)
        let here = counts(before: min(max(offset, line.lowerBound), line.upperBound))
        return Place(
            line: index + 1, column: here.scalars - start.scalars + 1, utf16Column: here.utf16 - start.utf16 + 1)
    }

    /// Where something begins and where it ends: behind its last character.
    package func places(of location: Location) -> (start: Place, end: Place) {
        let start = offset(of: location.start)
        let end = max(start, offset(of: location.end))
        return (place(of: start), place(of: end))
    }

    /// The line in which something begins, with what of it stands there.
    package func excerpt(at location: Location) -> Excerpt {
        let start = offset(of: location.start)
        let end = max(start, offset(of: location.end))
        let index = index(of: start)
        let line = range(ofLine: index)
        // Of a line of any length only as much as a terminal shows.
        let from = scalarStart(max(line.lowerBound, min(start, line.upperBound) - 2048), from: line.lowerBound)
        let to = scalarStart(min(line.upperBound, max(start, line.lowerBound) + 4096), from: from)
        let before = counts(before: from).scalars
        func scalars(upTo offset: Int) -> Int { counts(before: min(max(offset, from), to)).scalars - before }
        let mark = scalars(upTo: start)
        return Excerpt(
            line: index + 1, text: String(decoding: bytes[from..<to], as: UTF8.self),
            mark: mark..<max(mark, scalars(upTo: end)), isCutBefore: from > line.lowerBound,
            isCutBehind: to < line.upperBound)
    }

    /// The beginning of the scalar that an offset stands in.
    private func scalarStart(_ offset: Int, from start: Int) -> Int {
        var offset = offset
        while offset > start, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// The text of a place, its line ends kept.
    package func passage(at location: Location) -> String {
        let start = offset(of: location.start)
        return String(decoding: bytes[start..<max(start, offset(of: location.end))], as: UTF8.self)
    }
}
