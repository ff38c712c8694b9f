import VanBanModel
import VanBanReading

/// Words of the text that were recognised without certainty, and what else they may be.
struct WordDoubt {
    var range: Range<Int>
    var text: String
    var rival: String

    /// Doubts about words beside each other, with one rival for all, are one.
    static func joined(_ doubts: [WordDoubt]) -> [WordDoubt] {
        var joined: [WordDoubt] = []
        for doubt in doubts {
            if let last = joined.last, last.range.upperBound + 1 >= doubt.range.lowerBound,
                last.range.upperBound <= doubt.range.lowerBound, last.rival == doubt.rival
            {
                joined[joined.count - 1].range = last.range.lowerBound..<doubt.range.upperBound
                joined[joined.count - 1].text += " " + doubt.text
            } else {
                joined.append(doubt)
            }
        }
        return joined
    }
}

/// Lays the contents of pages down as one text: paragraphs and tables go on over pages, furniture comes last.
struct DocumentFlow {
    private var text = FlowText(root: "")
    /// The paragraph that may go on on the next page.
    private var open: LineParagraph?
    private var openFlow = LineFlow(leading: nil)
    /// The pieces of the table that may go on on the next page.
    private var table: [PageTable] = []
    private var notes: [TextLine] = []
    private var furniture: [TextLine] = []
    private var pageBegins = false
    /// Where the last block of the page ended.
    private var bottom: Double?

    /// Words that were recognised without certainty.
    private var doubts: [WordDoubt] = []

    static func document(
        of pages: [PageContents]
    ) -> (text: SourceText, blocks: [Block], diagnostics: [Diagnostic]) {
        var flow = DocumentFlow()
        for page in pages { flow.add(page) }
        flow.close()
        for line in flow.furniture {
            flow.text.isRunningHead = true
            flow.write([line], [], as: .paragraph)
        }
        let (text, blocks) = flow.text.finish()
        let told = WordDoubt.joined(flow.doubts).map { doubt in
            Diagnostic(.uncertainLetters, at: text.location(of: doubt.range), arguments: [doubt.text, doubt.rival])
        }
        return (text, blocks, flow.text.diagnostics(in: text) + told)
    }

    // MARK: Pages

    private mutating func add(_ page: PageContents) {
        pageBegins = true
        bottom = nil
        for (index, item) in page.items.enumerated() {
            switch item {
            case .lines(let lines):
                add(lines, LineFlow(leading: page.leading, indent: page.indent), isFirst: index == 0)
            case .columns(let left, let right):
                closeTable()
                closeParagraph()
                add(column: left)
                add(column: right)
            case .table(let piece): add(piece, isFirst: index == 0)
            }
        }
        notes += page.notes
        furniture += page.furniture
    }

    private mutating func add(_ lines: [TextLine], _ flow: LineFlow, isFirst: Bool) {
        closeTable()
        for (index, paragraph) in LineParagraph.paragraphs(of: lines, flow).enumerated() {
            if index == 0, isFirst, let above = open?.lines.last, let first = paragraph.lines.first,
                above.page != first.page, let join = openFlow.join(above, first, isAcross: true)
            {
                open?.lines += paragraph.lines
                open?.joins += [join] + paragraph.joins
                pageBegins = false
            } else {
                closeParagraph()
                open = paragraph
            }
            openFlow = flow
        }
    }

    private mutating func add(_ piece: PageTable, isFirst: Bool) {
        closeParagraph(keepsNotes: true)
        if let last = table.last, isFirst, last.page + 1 == piece.page, last.isInferred == piece.isInferred,
            ColumnMatch.isLikely(last, piece)
        {
            table.append(piece)
            return
        }
        closeTable()
        table = [piece]
    }

    private mutating func close() {
        closeParagraph()
        closeTable()
        closeNotes()
    }

    // MARK: Paragraphs

    private mutating func closeParagraph(keepsNotes: Bool = false) {
        guard let paragraph = open else { return }
        open = nil
        begin(paragraph.lines.first, openFlow.leading)
        write(paragraph.lines, paragraph.joins, as: .paragraph)
        bottom = paragraph.lines.last?.box.bottom
        if !keepsNotes { closeNotes() }
    }

    /// Notes stand behind the paragraph that their page ends with.
    private mutating func closeNotes() {
        guard !notes.isEmpty else { return }
        let lines = notes
        notes = []
        var paragraphs: [LineParagraph] = []
        for line in lines {
            let opens = line.words.first.map { $0.isRaised || $0.text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
            if paragraphs.isEmpty || opens == true {
                paragraphs.append(LineParagraph(line))
            } else {
                paragraphs[paragraphs.count - 1].lines.append(line)
                paragraphs[paragraphs.count - 1].joins.append(.space)
            }
        }
        for paragraph in paragraphs { write(paragraph.lines, paragraph.joins, as: .paragraph, isNote: true) }
    }

    /// A column beside another: lines stand for themselves, but where one plainly goes on.
    private mutating func add(column lines: [TextLine]) {
        let paragraphs = Self.paragraphs(ofColumn: lines)
        for (index, paragraph) in paragraphs.enumerated() {
            if index == 0 {
                begin(paragraph.lines.first, nil)
                if !pageBegins { text.addBlankLine() }
            }
            let goesOn =
                index + 1 < paragraphs.count && paragraph.lines.allSatisfy(\.isCapitals)
                && paragraphs[index + 1].lines.allSatisfy(\.isCapitals)
            write(paragraph.lines, paragraph.joins, as: goesOn ? .line : .paragraph)
        }
        bottom = lines.last?.box.bottom
    }

    private static func paragraphs(ofColumn lines: [TextLine]) -> [LineParagraph] {
        var paragraphs: [LineParagraph] = []
        for line in lines {
            guard let above = paragraphs.last, let last = above.lines.last, let end = last.words.last?.text,
                let first = line.words.first?.text, line.box.top - last.box.bottom < 0.8 * line.height,
                !LineFlow.closes(end), !LineFlow.isLabel(first),
                LineFlow.startsSmall(first) || isItem(above.lines[0]) && !line.isBold || isOrphan(line, below: last)
            else {
                paragraphs.append(LineParagraph(line))
                continue
            }
            paragraphs[paragraphs.count - 1].lines.append(line)
            paragraphs[paragraphs.count - 1].joins.append(LineFlow.breaksWithin(end, first) ? .nothing : .space)
        }
        return paragraphs
    }

    /// The last word of a name or a date that found no room on its line.
    private static func isOrphan(_ line: TextLine, below last: TextLine) -> Bool {
        line.words.count == 1 && last.words.count >= 5 && (line.isCapitals == last.isCapitals || !line.hasLetters)
            && (line.isBold == last.isBold || !line.hasLetters) && line.box.width < 0.3 * last.box.width
    }

    private static func isItem(_ line: TextLine) -> Bool { line.words.first.map { LineFlow.isLabel($0.text) } ?? false }

    /// What stands before a block: the end of a page, free room.
    private mutating func begin(_ line: TextLine?, _ leading: Double?) {
        if pageBegins {
            text.breakPage()
            pageBegins = false
            return
        }
        guard let line, let bottom else { return }
        if line.box.top - bottom > max(1.1 * line.height, (leading ?? 0)) { text.addBlankLine() }
    }

    private mutating func write(
        _ lines: [TextLine], _ joins: [LineFlow.Join], as kind: Block.Kind, isNote: Bool = false
    ) {
        for (index, line) in lines.enumerated() {
            if index > 0, joins.indices.contains(index - 1), joins[index - 1] == .space { text.appendSpace() }
            for (place, word) in line.words.enumerated() {
                if place > 0, !word.isGlued { text.appendSpace() }
                text.mark(
                    page: line.page, box: [word.box.left, word.box.top, word.box.right, word.box.bottom])
                text.setBold(word.isBold)
                text.setFont(named: word.font)
                let start = text.position
                defer {
                    if let rival = word.rival {
                        doubts.append(WordDoubt(range: start..<text.position, text: word.text, rival: rival))
                        text.doubt(start..<text.position, confidence: word.confidence)
                    }
                }
                if word.isRaised || isNote && index == 0 && place == 0 {
                    text.appendMark(Array(word.text.utf8))
                } else {
                    text.append(word.text)
                }
            }
        }
        text.setFont(named: nil)
        text.endParagraph(kind)
        text.setBold(false)
    }

    // MARK: Tables

    private mutating func closeTable() {
        guard !table.isEmpty else { return }
        let joined = JoinedTable(table)
        table = []
        begin(joined.rows.first?.cells.first { !$0.lines.isEmpty }?.lines.first, nil)
        text.beginTable()
        for row in joined.rows {
            text.beginRow(isHeader: row.isHeader)
            for cell in row.cells {
                text.beginCell(column: cell.column, columns: cell.columnSpan, isCovered: cell.isCovered)
                for paragraph in LineParagraph.paragraphs(of: cell.lines, LineFlow(leading: nil)) {
                    write(paragraph.lines, paragraph.joins, as: .paragraph)
                }
                text.endCell()
            }
            text.endRow(isHeader: false, isInferred: joined.isInferred, isDoubtful: row.isDoubtful)
        }
        text.endTable()
        furniture += joined.repeatedHeads
        bottom = joined.rows.last?.cells.compactMap { $0.lines.last?.box.bottom }.max()
        closeNotes()
    }
}
