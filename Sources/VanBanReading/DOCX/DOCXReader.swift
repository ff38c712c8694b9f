import VanBanModel

/// Reads Word documents: packages (`.docx`, `.docm`, `.dotx`), Word's flat XML, the XML of Word 2003, and a main part that
/// stands alone.
///
/// Nothing is kept of the file but its text: the parts are inflated and parsed as they are read.
package struct DOCXReader: DocumentReader {
    package let format = Source.Format.docx
    private let limits: ReadingLimits
    private let revisions: RevisionView
    /// What stands before the paths of all places.
    var pathPrefix = ""

    package init(limits: ReadingLimits = ReadingLimits(), revisions: RevisionView = .final) {
        self.limits = limits
        self.revisions = revisions
    }

    package func read(_ bytes: consuming [UInt8], name: String) throws(ReadingError) -> ReadDocument {
        try read(bytes, name: name, depth: 0).document
    }

    /// - Parameter depth: how many documents this one stands in.
    /// - Returns: the document, and how many bytes its parts came to.
    func read(
        _ bytes: consuming [UInt8], name: String, depth: Int
    ) throws(ReadingError) -> (document: ReadDocument, unpacked: Int) {
        let file = bytes
        guard file.count <= limits.fileBytes else { throw .tooLarge(bytes: file.count, limit: limits.fileBytes) }
        if OfficeEncryption.isPresent(in: file) { throw .encrypted }
        guard let kind = WordFile(file) else {
            if file.isEmpty { throw .empty }
            throw .unsupported(FileSignature.kind(of: file) ?? "a text file")
        }
        let source = Source(
            name: name, format: format, encoding: "utf-8", bytes: file.count, sha256: FileDigest.sha256(of: file))
        let package = try OfficePackage(file, kind, limits: limits)
        let chunks = ChunkReader(package, limits: limits, revisions: revisions, depth: depth)
        let (document, doubt) = try read(package, chunks, source, nil)
        // Fonts that are missing or have other names: the letters tell, once all are known.
        guard let doubt else { return (document, package.unpacked) }
        return (try read(package, chunks, source, doubt).document, package.unpacked)
    }

    private func read(
        _ package: OfficePackage, _ chunks: ChunkReader, _ source: Source, _ doubt: FlowLegacy.Doubt?
    ) throws(ReadingError) -> (document: ReadDocument, doubt: FlowLegacy.Doubt?) {
        let reader = try prepare(package, doubt)
        try readNotes(package, chunks, reader)
        try enter(.body, package.main, chunks, reader)
        guard let outcome = try package.read(package.main, with: reader) else { throw .damaged(part: package.main) }
        reader.story.pointee.leave()
        if let failure = reader.story.pointee.failure { throw failure }
        try readHeads(package, chunks, reader)
        let facts = reader.story.pointee.facts
        let numbering = reader.story.pointee.notes.numbering
        var (text, blocks) = reader.story.pointee.flow.text.finish()
        guard !blocks.isEmpty else {
            if outcome.isDamaged { throw .damaged(part: package.main) }
            throw .empty
        }
        text.printedMarks = numbering.printedMarks().merging(reader.story.pointee.notes.ownMarks) { _, own in own }
        let legacy = reader.story.pointee.flow.text.legacy
        let lookAlikes = reader.story.pointee.flow.text.lookAlikes
        let fonts = reader.story.pointee.fonts.fonts
        var document = ReadDocument(
            source: source, text: text, blocks: blocks,
            diagnostics: legacy.diagnostics(in: text, rival: doubt?.rival) { fonts[$0].name }
                + lookAlikes.diagnostics(in: text)
                + PicturedTables.diagnostics(facts.pictures, blocks, in: text)
                + PackageDiagnostics.of(package.notices, facts, view: revisions, in: text)
                + (numbering.isByPage ? [Diagnostic(.notesNumberedByPage, at: text.location(of: 0..<0))] : []))
        document.losesCapitals = doubt?.usual.encoding == .tcvn3
        return (document, doubt == nil ? legacy.doubt(of: text) : nil)
    }

    /// A part with text begins: lists are counted in it for itself.
    private func enter(
        _ kind: Story.Part, _ part: String, _ chunks: ChunkReader, _ reader: StoryReader
    ) throws(ReadingError) {
        reader.story.pointee.counter = reader.story.pointee.counter.fresh()
        reader.story.pointee.enter(kind, file: OfficePackage.file(of: part), chunks: try chunks.chunks(of: part))
    }

    /// What the story is read with: fonts, styles and lists.
    private func prepare(
        _ package: OfficePackage, _ doubt: FlowLegacy.Doubt?
    ) throws(ReadingError) -> StoryReader {
        var fonts = FontTable(usual: doubt?.usual ?? .none)
        if let part = package.parts[.theme] {
            let theme = ThemeReader()
            _ = try package.read(part, with: theme)
            fonts.major = theme.major
            fonts.minor = theme.minor
        }
        let reader = StylesReader(fonts: fonts)
        if let part = package.parts[.styles] { _ = try package.read(part, with: reader) }
        var styles = reader.finish()
        let numbering = NumberingReader(fonts: styles.fonts)
        if let part = package.parts[.numbering] { _ = try package.read(part, with: numbering) }
        styles.fonts = numbering.fonts
        return StoryReader(
            Story(
                styles: styles, counter: ListCounter(numbering.definitions, styles), targets: package.targets,
                root: pathPrefix + (package.folder.isEmpty ? "." : package.folder), limits: limits, view: revisions,
                restoresLines: doubt?.restoresLines ?? false))
    }

    private func readNotes(
        _ package: OfficePackage, _ chunks: ChunkReader, _ reader: StoryReader
    ) throws(ReadingError) {
        if let part = package.parts[.settings] {
            let settings = SettingsReader()
            _ = try package.read(part, with: settings)
            reader.story.pointee.notes.numbering.footnotes = settings.footnotes
            reader.story.pointee.notes.numbering.endnotes = settings.endnotes
        }
        for (role, kind) in [(OfficePackage.Role.footnotes, Story.Part.footnotes), (.endnotes, .endnotes)] {
            guard let part = package.parts[role] else { continue }
            try enter(kind, part, chunks, reader)
            _ = try package.read(part, with: reader)
            reader.story.pointee.endNote()
            if let failure = reader.story.pointee.failure { throw failure }
        }
    }

    /// Heads and feet stand behind the text, those that say the same once; page numbers alone say nothing.
    private func readHeads(
        _ package: OfficePackage, _ chunks: ChunkReader, _ reader: StoryReader
    ) throws(ReadingError) {
        var seen: Set<[UInt8]> = []
        reader.story.pointee.flow.text.isRunningHead = true
        if case .word2003(let file) = package.content {
            try enter(.head, package.main, chunks, reader)
            let heads = Word2003Heads(
                reader, begun: { reader.story.pointee.flow.record() },
                ended: { Self.settleHead(reader, &seen) })
            _ = XMLEvents.parse(XMLBytes(file), with: heads, limits: limits)
            if let failure = reader.story.pointee.failure { throw failure }
        }
        for part in reader.story.pointee.heads where package.has(part) {
            try enter(.head, part, chunks, reader)
            reader.story.pointee.flow.record()
            _ = try package.read(part, with: reader)
            Self.settleHead(reader, &seen)
            if let failure = reader.story.pointee.failure { throw failure }
        }
    }

    private static func settleHead(_ reader: StoryReader, _ seen: inout Set<[UInt8]>) {
        reader.story.pointee.leave()
        let tape = reader.story.pointee.flow.stop()
        let words = tape.bytes.filter { !CharacterClass.isSpace($0) }
        guard words.contains(where: Self.isLetterOrDigit), seen.insert(words).inserted else { return }
        reader.story.pointee.flow.play(tape)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        CharacterClass.isDigit(byte) || byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
}
