import VanBanModel

/// Lays down the text of a format made of elements (HTML, DOCX): paragraph by paragraph, in NFC, with its tables' rows
/// and the place of everything in the source's tree.
///
/// A reader appends runs of characters as it meets them and says where paragraphs, cells, rows and tables end. What
/// stands in the text is one paragraph a line; in a row, cells stand between tabs, and paragraphs within a cell between
/// vertical tabs.
package struct FlowText {
    package private(set) var bytes: [UInt8] = []
    private(set) var blocks: [Block] = []
    private(set) var bold: [Range<Int>] = []
    var paths: ElementPaths
    /// Where the words stand on pages, for formats that have these.
    private var pages = PagePlaces()
    /// Places of the words of the paragraph at hand.
    private var ownSpots: [(offset: Int, page: Int, box: [Double])] = []
    private var nextTable = 0
    private var tables: [FlowTable] = []
    /// Where the paragraph at hand begins.
    private var start = 0
    /// Whether the paragraph at hand holds anything that NFC or the rules of ``SourceText`` change.
    private var needsNormalizing = false
    private var boldFrom: Int?
    /// The raised characters that were added last.
    private var raised = Raised(start: 0)

    private struct Raised {
        var start: Int
        var end = -1
        /// Whether they call no note.
        var isPlain = false
    }

    /// Bold stretches of the paragraph at hand.
    private var ownBold: [Range<Int>] = []
    private var hasTab = false
    /// Whether lines end inside the paragraph at hand, by characters of its own.
    private var hasLineEnds = false
    /// Whether a vertical tab in the format's own text ends a line.
    var endsLinesAtVerticalTabs = false
    private var blankLines = 0
    private var pageBreak = false
    /// Whether what is laid down now stands at the head or foot of pages.
    package var isRunningHead = false
    /// What the characters that come now are in.
    private(set) var font = FontMark.none
    /// Fonts that were told by name, and what their names say.
    private var namedFonts: [String] = []
    private var namedMarks: [FontMark] = []
    private var fontFrom = 0
    /// The text that is not read as it is stored.
    private(set) var legacy = FlowLegacy()
    /// What was read as what it looks like.
    private(set) var lookAlikes = LookAlikeFindings()

    package init(root: String) { paths = ElementPaths(root: root) }

    /// - Parameter restoresLines: whether paragraphs that are Vietnamese in a legacy encoding only are read in it,
    ///   whatever their font.
    init(root: String, restoresLines: Bool) {
        self.init(root: root)
        legacy.restoresLines = restoresLines
    }

    // MARK: Characters

    /// Where the next character will stand.
    package var position: Int { bytes.count }

    /// Whether the paragraph at hand is still empty.
    package var isAtStart: Bool { bytes.count == start }

    /// Bytes of the paragraph at hand, or of the row that it stands in.
    var paragraphLength: Int { bytes.count - start }

    /// Whether the last sign of the paragraph at hand is a colon.
    var asksForMore: Bool { bytes[start...].last { !CharacterClass.isSpace($0) } == 0x3A }

    /// How many tables are open.
    var depth: Int { tables.count }

    /// Adds characters to the paragraph at hand, as valid UTF-8. What white space means is the format's rule, and is the
    /// reader's to apply; line ends in it count as spaces.
    mutating func append(_ characters: UnsafeBufferPointer<UInt8>) {
        if !needsNormalizing { needsNormalizing = Self.needNormalizing(characters) }
        bytes.append(contentsOf: characters)
    }

    /// Adds characters to the paragraph at hand, as valid UTF-8.
    mutating func append(_ characters: some Collection<UInt8>) {
        if !needsNormalizing { needsNormalizing = Self.needNormalizing(characters) }
        bytes.append(contentsOf: characters)
    }

    package mutating func append(_ text: String) { append(text.utf8) }

    /// Adds raised characters. Digits that may call a note become superscript digits; those of anything else that is raised,
    /// `(9)`, `-3` or `2a`, stay digits, as note marks are no words of the text.
    mutating func appendRaised(_ characters: some Collection<UInt8>) {
        if raised.end != bytes.count { raised = Raised(start: bytes.count) }
        let isOpening = raised.start == bytes.count
        if !raised.isPlain, characters.contains(where: Self.isNoMark) || isOpening && characters.first == 0x2D {
            raised.isPlain = true
            lower(from: raised.start)
        }
        if raised.isPlain { append(characters) } else { appendMark(characters) }
        raised.end = bytes.count
    }

    /// Adds the digits of a note's mark as superscript digits; everything else as it is.
    package mutating func appendMark(_ characters: some Collection<UInt8>) {
        // Superscript digits stand for themselves in any font.
        let outer = font
        if outer != .none { setFont(.none) }
        defer { if outer != .none { setFont(outer) } }
        for byte in characters {
            if 0x30...0x39 ~= byte {
                bytes += RaisedDigit.bytes(of: byte)
            } else {
                bytes.append(byte)
                if !Self.isPlain(byte) { needsNormalizing = true }
            }
        }
        raised.end = -1
    }

    /// Whether a raised character shows that the raised digits beside it call no note: a letter, a bracket that opens, a
    /// sign of reckoning.
    private static func isNoMark(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || [0x28, 0x5B, 0x2F, 0x2B, 0x3D].contains(byte)
    }

    /// Puts digits in place of the superscript digits from an offset to the end.
    private mutating func lower(from start: Int) {
        guard start < bytes.count else { return }
        let (lowered, places) = RaisedDigit.lowered(Array(bytes[start...]))
        func place(_ offset: Int) -> Int {
            offset <= start ? offset : start + places[min(offset - start, places.count - 1)]
        }
        bytes.replaceSubrange(start..., with: lowered)
        ownBold = ownBold.map { place($0.lowerBound)..<place($0.upperBound) }
        boldFrom = boldFrom.map(place)
        fontFrom = min(fontFrom, bytes.count)
    }

    /// A space in the paragraph at hand.
    package mutating func appendSpace() { bytes.append(0x20) }

    /// Makes room for about so many bytes of text.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// A tab in the paragraph at hand.
    package mutating func appendTab() {
        bytes.append(0x09)
        if tables.isEmpty { hasTab = true }
    }

    /// What follows is bold, or not any more.
    package mutating func setBold(_ isBold: Bool) {
        if isBold {
            if boldFrom == nil { boldFrom = bytes.count }
        } else if let from = boldFrom {
            if from < bytes.count { ownBold.append(from..<bytes.count) }
            boldFrom = nil
        }
    }

    /// What follows is set in a font, until another is told.
    mutating func setFont(_ mark: FontMark) {
        guard mark != font else { return }
        // Between cells, a paragraph may begin while a font lasts.
        if font != .none { legacy.add(min(max(fontFrom, start), bytes.count)..<bytes.count, font) }
        font = mark
        fontFrom = bytes.count
    }

    /// What follows is set in a font of this name, or in one that tells nothing; letters of a legacy encoding are read by it.
    package mutating func setFont(named name: String?) {
        guard let name else { return setFont(.none) }
        if let known = namedFonts.firstIndex(of: name) {
            setFont(namedMarks[known])
            return
        }
        namedMarks.append(FontMark(font: name, number: namedFonts.count, usual: .none))
        namedFonts.append(name)
        setFont(namedMarks[namedMarks.count - 1])
    }

    /// What is to be told of letters that are not read as they are stored.
    package func diagnostics(in text: SourceText) -> [Diagnostic] {
        legacy.diagnostics(in: text, rival: nil) { namedFonts[$0] } + lookAlikes.diagnostics(in: text)
    }

    /// Whether a byte always stands for itself. Every byte of a text is asked, so that no table is looked up.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte & 0xFE != 0xCC && byte != 0xE2 && byte != 0xEF
            && byte != 0x26 && byte != 0x3C && byte != 0x5F
    }

    /// Whether any of some characters does not stand for itself.
    @inline(__always)
    private static func needNormalizing(_ characters: some Collection<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in characters {
            if !isPlain(byte) || byte >= 0x80 && LookAlikes.mayOpen(last, byte) { return true }
            last = byte
        }
        return false
    }

    /// What is appended now, up to the next such place, stands in a box on a page: left, top, right and bottom in points.
    package mutating func mark(page: Int, box: [Double]) { ownSpots.append((bytes.count, page, box)) }

    /// What stands in a range of the text was recognised without certainty.
    package mutating func doubt(_ range: Range<Int>, confidence: Double) { pages.doubt(range, confidence: confidence) }

    // MARK: Paragraphs

    /// A page ends here.
    package mutating func breakPage() { pageBreak = true }

    /// Takes back that a page ends before a block, which turned out only behind it.
    mutating func joinPages(at index: Int) {
        if blocks.indices.contains(index) { blocks[index].pageBreakBefore = false } else { pageBreak = false }
    }

    /// An empty line stands here.
    package mutating func addBlankLine() { blankLines += 1 }

    /// Ends the paragraph at hand, or a line of it.
    /// - Parameters:
    ///   - kind: `.paragraph`, or `.line` where what follows may go on with the sentence (a line break in a paragraph).
    ///   - element: its place in the tree; nil where that was told already.
    package mutating func endParagraph(_ kind: Block.Kind = .paragraph, in element: Int32? = nil) {
        let isBoldOpen = boldFrom != nil
        setBold(false)
        let outerFont = font
        if outerFont != .none { setFont(.none) }
        if !legacy.isEmpty || legacy.restoresLines { readLegacy() }
        if needsNormalizing { normalize() }
        needsNormalizing = false
        let range = trimmed(start..<bytes.count)
        defer {
            ownBold.removeAll(keepingCapacity: true)
            hasTab = false
            raised.end = -1
            hasLineEnds = false
            bytes.append(tables.isEmpty ? 0x0A : 0x0B)
            start = bytes.count
            if isBoldOpen { boldFrom = start }
            if outerFont != .none { setFont(outerFont) }
        }
        guard !range.isEmpty else {
            if tables.isEmpty { blankLines += 1 }
            bytes.removeSubrange(start...)
            return
        }
        if let element { paths.mark(start, in: element) }
        settleSpots()
        bold += ownBold
        // In a cell the line ends stay what they are there: vertical tabs.
        let lines = hasLineEnds && tables.isEmpty ? lines(of: range) : [range]
        for (index, line) in lines.enumerated() {
            var block = Block(
                kind: index + 1 < lines.count ? .line : kind, range: line, blankLinesBefore: blankLines,
                pageBreakBefore: pageBreak, isBold: isBold(line), isRunningHead: isRunningHead)
            if hasTab { splitAtTabs(&block) }
            blankLines = 0
            pageBreak = false
            add(block)
        }
    }

    /// The lines of a paragraph, those without words left out.
    private func lines(of range: Range<Int>) -> [Range<Int>] {
        bytes[range].split(separator: 0x0B).map { trimmed($0.startIndex..<$0.endIndex) }.filter { !$0.isEmpty }
    }

    private mutating func settleSpots() {
        for spot in ownSpots where spot.box.count == 4 {
            pages.mark(
                spot.offset, page: spot.page, left: spot.box[0], top: spot.box[1], right: spot.box[2],
                bottom: spot.box[3])
        }
        ownSpots.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ block: Block) {
        if tables.isEmpty { blocks.append(block) } else { tables[tables.count - 1].add(block) }
    }

    /// A paragraph with tabs may be two columns, or a row, as in plain text.
    private func splitAtTabs(_ block: inout Block) {
        var cells: [Range<Int>] = []
        var from = block.range.lowerBound
        for offset in block.range where bytes[offset] == 0x09 {
            cells.append(trimmed(from..<offset))
            from = offset + 1
        }
        cells.append(trimmed(from..<block.range.upperBound))
        guard cells.count > 1 else { return }
        block.cells = cells
        block.kind = .row
    }

    private func isBold(_ range: Range<Int>) -> Bool {
        var covered = range.lowerBound
        for stretch in ownBold {
            while covered < min(stretch.lowerBound, range.upperBound), CharacterClass.isSpace(bytes[covered]) {
                covered += 1
            }
            guard stretch.lowerBound <= covered else { return false }
            covered = max(covered, stretch.upperBound)
        }
        return covered >= range.upperBound
    }

    // MARK: Tables

    /// A table begins; the paragraph at hand ends.
    package mutating func beginTable() {
        if !isAtStart { endParagraph() }
        tables.append(FlowTable(number: nextTable, blankLines: blankLines, pageBreak: pageBreak))
        blankLines = 0
        pageBreak = false
        nextTable += 1
    }

    /// - Parameter isHeader: whether the format marks the row as one of the head.
    package mutating func beginRow(isHeader: Bool = false) {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].beginRow(isHeader: isHeader)
    }

    /// - Parameters:
    ///   - column: from 0.
    ///   - isCovered: whether the cell goes on with the one above it; what it holds itself belongs to that.
    ///   - element: its place in the tree.
    package mutating func beginCell(column: Int, columns: Int = 1, isCovered: Bool = false, in element: Int32? = nil) {
        guard !tables.isEmpty else { return }
        if !isAtStart { endParagraph() }
        start = bytes.count
        if let element { paths.mark(start, in: element) }
        tables[tables.count - 1].beginCell(column: column, columns: columns, isCovered: isCovered)
    }

    /// The cell before goes on over more columns, and takes in what comes (a cell that is merged into it).
    mutating func widenCell(by columns: Int) {
        guard !tables.isEmpty else { return }
        if !isAtStart { endParagraph() }
        start = bytes.count
        tables[tables.count - 1].widenCell(by: columns)
    }

    package mutating func endCell() {
        guard !tables.isEmpty else { return }
        if !isAtStart { endParagraph() }
        if let filler = tables[tables.count - 1].takeNoValue(in: bytes) {
            bytes.removeSubrange(filler.lowerBound...)
            while let last = bold.last, last.upperBound > filler.lowerBound { bold.removeLast() }
        }
        tables[tables.count - 1].endCell()
        bytes.append(0x09)
        start = bytes.count
    }

    /// - Parameter isHeader: as for ``beginRow(isHeader:)``, for formats that tell it by the row's cells.
    mutating func endRow(isHeader: Bool = false) { endRow(isHeader: isHeader, isInferred: false, isDoubtful: false) }

    /// - Parameters:
    ///   - isHeader: as for ``beginRow(isHeader:)``, for formats that tell it by the row's cells.
    ///   - isInferred: see ``GridRow/isInferred``.
    ///   - isDoubtful: see ``GridRow/isDoubtful``.
    package mutating func endRow(isHeader: Bool, isInferred: Bool, isDoubtful: Bool) {
        guard !tables.isEmpty else { return }
        if !isAtStart { endParagraph() }
        tables[tables.count - 1].endRow(
            pageBreak: pageBreak, isHeader: isHeader, isInferred: isInferred, isDoubtful: isDoubtful)
        pageBreak = false
        bytes.append(0x0A)
        start = bytes.count
    }

    /// The table ends; a table that holds tables becomes what it is: a frame around them, or a table with text in cells.
    package mutating func endTable() {
        guard let table = tables.popLast() else { return }
        var found = table.finish(bytes)
        if isRunningHead { for index in found.indices { found[index].isRunningHead = true } }
        if tables.isEmpty { blocks += found } else { for block in found { tables[tables.count - 1].add(block) } }
    }

    // MARK: The end

    /// The text and its blocks.
    package mutating func finish() -> (text: SourceText, blocks: [Block]) {
        if !isAtStart { endParagraph() }
        while !tables.isEmpty { endTable() }
        var lineStarts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
        let text = SourceText(
            bytes: bytes, anchors: [], omissions: [], lineStarts: lineStarts, bold: bold, sourceLength: bytes.count,
            paths: pages.isEmpty ? paths : nil, pages: pages.isEmpty ? nil : pages)
        bytes = []
        return (text, blocks)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
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

    /// Composes letters, drops what nobody sees; the paragraph's bold stretches move with the text.
    private mutating func normalize() {
        legacy.keepRaw(bytes, from: start)
        // A copy of the paragraph: a slice would share the whole text, which then were copied at every change.
        var normalizer = ParagraphNormalizer(Array(bytes[start...]))
        normalizer.normalize()
        hasLineEnds = normalizer.hasLineEnds || endsLinesAtVerticalTabs && normalizer.result.contains(0x0B)
        let start = start
        lookAlikes.add(normalizer.lookAlikes, from: start)
        legacy.settle { start + normalizer.place(of: $0 - start) }
        ownBold = ownBold.map {
            (start + normalizer.place(of: $0.lowerBound - start))..<(start + normalizer.place(of: $0.upperBound - start))
        }
        for index in ownSpots.indices where ownSpots[index].offset > start {
            ownSpots[index].offset = start + normalizer.place(of: ownSpots[index].offset - start)
        }
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: normalizer.result)
    }

    /// Reads what is set in legacy fonts; the paragraph's bold stretches move with the text.
    private mutating func readLegacy() {
        guard let read = legacy.read(bytes, from: start) else { return }
        ownBold = ownBold.map { read.place(of: $0.lowerBound)..<read.place(of: $0.upperBound) }
        for index in ownSpots.indices where ownSpots[index].offset > start {
            ownSpots[index].offset = read.place(of: ownSpots[index].offset)
        }
        bytes.replaceSubrange(start..., with: read.bytes)
        // Line ends, marks, what nobody sees.
        needsNormalizing = true
    }
}
