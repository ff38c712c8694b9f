import VanBanModel
import VanBanReading

/// Turns a file into its record.
///
/// ```swift
/// let converted = try DocumentConverter().convert(bytes, name: "ke-hoach.txt")
/// print(converted.record.tasks.count)
/// ```
package struct DocumentConverter: Sendable {
    private let reader: FileReader
    private let agencies: AgencyGazetteer
    private let readsAny: Bool

    /// - Parameters:
    ///   - limit: the largest file that is read, in bytes.
    ///   - encoding: what files are in; nil where that is to be recognised.
    package init(limit: Int = TextReader.defaultLimit, encoding: TextEncoding? = nil) {
        var limits = ReadingLimits()
        limits.fileBytes = limit
        reader = FileReader(limits: limits, encoding: encoding)
        agencies = .standard
        readsAny = false
    }

    /// - Parameters:
    ///   - reader: reads the files.
    ///   - list: agencies that are known besides those that the program carries.
    ///   - readsAny: whether what has nothing of the form of an administrative document is read, too, and not refused:
    ///     its outline, its tables, the documents that it cites.
    package init(reader: FileReader, agencies list: AgencyList? = nil, readsAny: Bool = false) {
        self.reader = reader
        self.readsAny = readsAny
        agencies = list?.gazetteer ?? .standard
    }

    /// Reads a file's bytes.
    /// - Parameters:
    ///   - name: the file's name for the record, without folders.
    ///   - path: the file as it was given, for the record; nil where it has none.
    ///   - format: the format, where it is not to be told from the content.
    /// - Throws: ``ReadingError`` when the bytes are no text or hold no administrative document.
    package func convert(
        _ bytes: consuming [UInt8], name: String, path: String? = nil, from format: Source.Format? = nil
    ) throws(ReadingError) -> ConvertedDocument {
        // A name lies where the content is text or a page.
        let ending = format == nil ? ReadingError.ending(of: name) : nil
        let lies = ending != nil && [.text, .html].contains(FileReader.format(of: bytes))
        do throws(ReadingError) {
            // The file is let go before its record is made: a page's markup may be many times its text.
            return try convert(Self.document(try reader.read(consume bytes, name: name, from: format), at: path))
        } catch {
            throw lies ? error.misnamed(ending ?? "") : error
        }
    }

    private static func document(_ document: consuming ReadDocument, at path: String?) -> ReadDocument {
        document.source.path = path
        return document
    }

    /// Makes the record of a document that has been read.
    package func convert(_ document: consuming ReadDocument) throws(ReadingError) -> ConvertedDocument {
        var document = document
        if document.losesCapitals { LostCapitals.restore(&document) }
        var assembly = Assembly(document.text)
        assembly.diagnostics = document.diagnostics
        assembly.diagnostics += LostLetters(document.text).diagnostics(besides: document.diagnostics)
        assembly.diagnostics += GluedWords(document.text).diagnostics()
        assembly.agencies = agencies
        var record = Record(source: document.source)
        record.paths = document.text.paths
        record.pages = document.text.pages
        Self.assemble(consume document, into: &assembly)
        // A table of tasks alone is one, too: an appendix in a file of its own often has nothing else. One that cannot be
        // read is no less; its place is told.
        guard
            assembly.hasForm || readsAny || assembly.tables.contains(where: \.hasTasks)
                || assembly.unread?.stretches.isEmpty == false
        else { throw .notAdministrative }
        RecordBuilder.fill(&record, from: &assembly)
        return ConvertedDocument(
            record: record, text: assembly.text, ledger: assembly.ledger,
            context: RereadingContext(parts: assembly.tableParts, agencies: agencies))
    }

    /// Blocks become lines, lines paragraphs, paragraphs parts; each is let go when the next is there.
    private static func assemble(_ document: consuming ReadDocument, into assembly: inout Assembly) {
        let text = assembly.text
        var paragraphs = Self.paragraphs(of: document.blocks, in: text, &assembly)
        assembly.hasForm = AdministrativeForm.isPresent(in: paragraphs, of: text)
        let spans = PartScanner(text).parts(of: paragraphs)
        for (index, span) in spans.enumerated() {
            var reader = PartReader(span, paragraphs, number: index + 1, in: text)
            // The reader of the last part has them alone, and lets them go before its outline becomes sections.
            if index + 1 == spans.count { paragraphs = [] }
            reader.hasForm = assembly.hasForm
            reader.read(into: &assembly)
        }
        guard let unread = assembly.unread, !unread.stretches.isEmpty else { return }
        assembly.diagnostics.removeAll(where: unread.isConsequence)
        assembly.diagnostics += unread.diagnostics
    }

    private static func paragraphs(
        of blocks: consuming [Block], in text: SourceText, _ assembly: inout Assembly
    ) -> [Paragraph] {
        var (lines, bars) = Self.lines(of: blocks, in: text, &assembly)
        for entry in TableOfContents.take(from: &lines, in: text) {
            assembly.ledger.claim(entry, for: .furniture(.contents))
        }
        let (recovered, refused) = TableRecoveries.take(
            from: &lines, bars: bars, in: text, agencies: assembly.agencies)
        assembly.recovered = recovered
        assembly.unread = UnreadTables(lines, refused: refused, in: text)
        for table in assembly.recovered where table.isLayout {
            for piece in table.furniture { assembly.ledger.claim(piece.stretch, for: .furniture(piece.kind)) }
        }
        LineSpacing.normalize(&lines, in: text)
        // Whoever reads pages sees where on them their numbers and heads stand.
        if text.pages == nil {
            PageNumber.mark(&lines, in: text)
            RunningHeads.mark(&lines, in: text)
        }
        var joiner = ParagraphJoiner(text, lines: lines)
        var paragraphs = joiner.paragraphs(of: lines)
        KindLines(text).settle(&paragraphs)
        FormFinder.mark(&paragraphs, in: text)
        assembly.diagnostics += joiner.diagnostics
        return paragraphs
    }

    /// The lines of a document, before tables are looked for among them.
    /// - Returns: also the offsets of the bars that were taken away behind cells.
    static func lines(
        of blocks: consuming [Block], in text: SourceText, _ assembly: inout Assembly
    ) -> (lines: [Line], bars: [Int]) {
        var blocks = blocks
        setSiteAside(&blocks, &assembly)
        let facts = FrontMatter.take(from: &blocks, in: text) + FrontMatter.takePictures(from: &blocks, in: text)
        for fact in facts {
            assembly.ledger.claim(fact, for: .furniture(.markup))
        }
        var markup = MarkupTables(text)
        markup.settle(&blocks)
        for sign in markup.signs { assembly.ledger.claim(sign, for: .furniture(.tableRule)) }
        var turned = TurnedTables(text, agencies: assembly.agencies)
        turned.settle(&blocks)
        for sign in turned.signs { assembly.ledger.claim(sign, for: .furniture(.tableRule)) }
        for head in turned.repeatedHeads { assembly.ledger.claim(head, for: .furniture(.repeatedHeader)) }
        SpacedHeads(text).settle(&blocks)
        var ends = CellEnds(text)
        ends.settle(&blocks)
        for bar in ends.bars { assembly.ledger.claim(bar, for: .furniture(.tableRule)) }
        PackedFormLines(text).split(&blocks)
        CutFormLines(text).join(&blocks)
        if var wrapping = SourceWrapping(blocks, ends: ends, in: text) {
            wrapping.join(&blocks)
            assembly.diagnostics += wrapping.diagnostics
        }
        var lines = LineClassifier(text).lines(of: LayoutTables(text).unfolded(blocks))
        OrdinaryCase.settle(&lines, in: text)
        var misread = MisreadLabels(text)
        misread.settle(&lines)
        assembly.diagnostics += misread.diagnostics
        MisreadAppendix.settle(&lines, in: text)
        DoubledKind.mark(&lines, in: text)
        BracketNotes.mark(&lines, in: text)
        PageNumber.markFirst(&lines, in: text)
        assembly.take(SiteFrame.take(from: &lines, in: text))
        PrintMarks.mark(&lines, in: text)
        TurnMarks.mark(&lines, in: text)
        return (lines, ends.bars.map(\.lowerBound))
    }

    /// What the reader told apart as the web site's is accounted for, and goes no further.
    private static func setSiteAside(_ blocks: inout [Block], _ assembly: inout Assembly) {
        guard blocks.contains(where: \.isSite) else { return }
        for block in blocks where block.isSite { assembly.ledger.claim(block.range, for: .furniture(.site)) }
        blocks.removeAll(where: \.isSite)
    }
}

/// Whether a text has anything of the form of an administrative document.
enum AdministrativeForm {
    static func isPresent(in paragraphs: [Paragraph], of text: SourceText) -> Bool {
        var headings = 0
        for paragraph in paragraphs {
            switch paragraph.kind {
            case .motto, .number, .documentKind, .appendixHead, .attachmentNote, .enacting, .recital, .recipientsHead:
                return true
            case .labelled:
                switch paragraph.label?.series {
                case .article: return true
                case .roman, .arabic, .decimal, .point, .chapter, .partition: headings += 1
                // Articles that a program made items of a list.
                case .bullet:
                    if OutlineLabel.at(paragraph.content.first, in: text)?.series == .article { headings += 1 }
                default: break
                }
            default: break
            }
            if headings >= 2 { return true }
        }
        return false
    }
}
