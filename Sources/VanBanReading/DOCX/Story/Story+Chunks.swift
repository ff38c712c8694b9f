import VanBanModel

/// Other documents that stand within one: their blocks are laid down where they are called for.
extension Story {
    mutating func layChunk(_ element: XMLElement) {
        guard let id = element.string(.id), context.properties.isEmpty else { return }
        if context.paragraph != nil { endParagraph() }
        beginCellContent()
        playHeld()
        guard let document = chunks[id]?.document else {
            if chunks[id]?.isEmpty != true { facts.addUnread(chunks[id]?.part ?? id, at: flow.text.position) }
            return
        }
        laid += document.text.bytes.count
        if laid > limits.packageBytes { return fail(.beyondLimit(.packageBytes, limit: limits.packageBytes)) }
        facts.addFindings(document.diagnostics, at: flow.text.position)
        var player = ChunkPlayer(
            document, in: OfficePackage.file(of: chunks[id]?.part ?? id), paths: &flow.text.paths, isOneLine: isNoteText
        )
        player.play(into: &self)
    }

    /// Programs whose objects hold text of the document.
    private static let programs = ["Excel.", "Word.", "opendocument."]

    /// An object of another program, seen as a picture: a sheet is laid down where it stands, of any other text it is told
    /// that it is missing.
    mutating func layObject(_ element: XMLElement) {
        guard let program = element.string(.program), Self.programs.contains(where: program.hasPrefix),
            context.properties.isEmpty
        else { return }
        let paragraph = context.paragraph
        layChunk(element)
        // What stands behind it in its paragraph goes on in another.
        guard let paragraph, context.paragraph == nil else { return }
        context.paragraph = StoryParagraph(element: paragraph.element, style: paragraph.style)
        context.run = StoryRun()
    }
}

/// Lays down the blocks of a document that was read for itself.
private struct ChunkPlayer {
    private let document: ReadDocument
    private let root: Int32
    private let shift: Int32
    /// Whether all of it goes into a note, which is one paragraph.
    private let isOneLine: Bool
    private var table: Int?
    private var nextBold = 0
    private var near = 0

    init(_ document: ReadDocument, in file: String, paths: inout ElementPaths, isOneLine: Bool) {
        self.document = document
        self.isOneLine = isOneLine
        let root = paths.add(paths.name(file), in: -1, ordinal: 0)
        self.root = root
        shift = document.text.paths.map { paths.add($0, in: root) } ?? 0
    }

    mutating func play(into story: inout Story) {
        story.setFont(.none)
        story.flow.setBold(false)
        story.isBold = false
        let isHead = story.flow.text.isRunningHead
        for block in document.blocks {
            if story.flow.isDirect, !isHead, block.isRunningHead != story.flow.text.isRunningHead {
                endTable(of: &story)
                story.flow.text.isRunningHead = block.isRunningHead
            }
            if isOneLine {
                if story.notes.hasOpenLine { story.flow.append([0x0B]) }
                lay(block.range, into: &story)
                story.notes.hasOpenLine = true
            } else if let grid = block.grid {
                lay(block, grid, into: &story)
            } else {
                endTable(of: &story)
                if block.pageBreakBefore, story.context.tables.isEmpty { story.flow.breakPage() }
                lay(block.range, into: &story)
                story.flow.endParagraph(block.kind == .line ? .line : .paragraph, in: place(block.range.lowerBound))
            }
        }
        endTable(of: &story)
        story.flow.text.isRunningHead = isHead
        if !story.context.tables.isEmpty { story.context.marksAgain = true }
    }

    private mutating func endTable(of story: inout Story) {
        if table != nil { story.flow.endTable() }
        table = nil
    }

    private mutating func lay(_ row: Block, _ grid: GridRow, into story: inout Story) {
        if table != grid.table {
            endTable(of: &story)
            if row.pageBreakBefore, story.context.tables.isEmpty { story.flow.breakPage() }
            story.flow.beginTable()
            table = grid.table
        }
        story.flow.beginRow(isHeader: grid.isHeader)
        var column = 0
        while column < row.cells.count {
            let columns = grid.wide.first { $0.column == column }?.columns ?? 1
            let cell = row.cells[column]
            story.flow.beginCell(
                column: column, columns: columns, isCovered: grid.covered.contains(column),
                in: cell.isEmpty ? root : place(cell.lowerBound))
            var start = cell.lowerBound
            for offset in cell where document.text.bytes[offset] == 0x0B {
                lay(start..<offset, into: &story)
                story.flow.endParagraph(in: nil)
                start = offset + 1
            }
            lay(start..<cell.upperBound, into: &story)
            story.flow.endCell()
            column += max(1, columns)
        }
        story.flow.endRow()
    }

    /// Lays down a range, its tabs as tabs, its bold stretches in bold.
    private mutating func lay(_ range: Range<Int>, into story: inout Story) {
        let bold = document.text.bold
        var start = range.lowerBound
        while nextBold > 0, bold[nextBold - 1].upperBound > start { nextBold -= 1 }
        while start < range.upperBound {
            while nextBold < bold.count, bold[nextBold].upperBound <= start { nextBold += 1 }
            let isBold = nextBold < bold.count && bold[nextBold].lowerBound <= start
            var end = range.upperBound
            if nextBold < bold.count { end = min(end, isBold ? bold[nextBold].upperBound : bold[nextBold].lowerBound) }
            story.flow.setBold(isBold)
            let pieces = document.text.bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
            for (index, piece) in pieces.enumerated() {
                if index > 0 { story.flow.appendTab() }
                piece.withUnsafeBufferPointer { story.flow.append($0) }
            }
            start = end
        }
        story.flow.setBold(false)
    }

    private mutating func place(_ offset: Int) -> Int32 {
        document.text.paths?.element(at: offset, near: &near).map { $0 + shift } ?? root
    }
}
