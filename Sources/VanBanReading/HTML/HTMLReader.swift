import VanBanModel

/// Reads web pages: as sites serve them, as Word, LibreOffice and Google Docs save them, and as they are typed.
///
/// What browsers show is read; menus, forms and advertisements around the document are told apart from it
/// (``Block/isSite``).
package struct HTMLReader: DocumentReader {
    package let format = Source.Format.html
    private let limits: HTMLLimits
    private let encoding: TextEncoding?
    private let revisions: RevisionView
    /// What is said of the page's encoding outside of it, in small letters; it goes before what the page says itself.
    var charset: String?

    /// - Parameters:
    ///   - encoding: what pages are in; nil where that is to be recognised.
    ///   - revisions: which state of a page with tracked changes is read.
    package init(
        limits: HTMLLimits = HTMLLimits(), encoding: TextEncoding? = nil, revisions: RevisionView = .final
    ) {
        self.limits = limits
        self.encoding = encoding
        self.revisions = revisions
    }

    package func read(_ file: consuming [UInt8], name: String) throws(ReadingError) -> ReadDocument {
        guard file.count <= limits.bytes else { throw .tooLarge(bytes: file.count, limit: limits.bytes) }
        guard file.contains(where: { !CharacterClass.isSpace($0) }) else { throw .empty }
        guard !Self.hasText(longerThan: limits.paragraphBytes, in: file) else {
            throw .beyondLimit(.paragraphBytes, limit: limits.paragraphBytes)
        }
        var source = Source(
            name: name, format: format, encoding: "", bytes: file.count, sha256: FileDigest.sha256(of: file))
        // Most large pages are read once and for all, and need not stand in memory beside what was read of them.
        if encoding == nil, file.count > Self.largePage, !ForeignLetters.mayCome(ofMarkup: file) {
            return try read(try HTMLEncoding.decode(consume file, charset: charset), &source, nil).document
        }
        let whole = file
        if let page = try HTMLEncoding.decode(whole, told: encoding) { return try read(page, &source, nil).document }
        let page = try HTMLEncoding.decode(whole, charset: charset)
        var told: FlowLegacy.Doubt?
        if case .legacy(let legacy)? = encoding { told = .all(.init(encoding: legacy, rival: nil)) }
        let isWestern = page.isByBytes && page.encoding == HTMLEncoding.western
        let (document, doubt) = try read(page, &source, told)
        guard let doubt else { return document }
        // What browsers would show is not Vietnamese, but would be in the fonts that the page was written for.
        guard isWestern, case .all(let guess) = doubt, !document.hasLegacyFonts, guess.encoding != .doubleUTF8 else {
            return try read(page, &source, doubt).document
        }
        let again = HTMLEncoding.decode(whole, as: guess.encoding)
        var read = try read(again, &source, nil).document
        read.tell(guess)
        return read
    }

    /// In bytes. Smaller ones are not worth a look of their own.
    private static let largePage = 1 << 20

    private func read(
        _ decoded: consuming DecodedPage, _ source: inout Source, _ doubt: FlowLegacy.Doubt?
    ) throws(ReadingError) -> (document: ReadDocument, doubt: FlowLegacy.Doubt?) {
        var page = decoded
        source.encoding = page.encoding
        let findings = Self.diagnostics(of: page)
        let bytes = TableMarkup.settled(ReversedLists.started(ShownMarkup.settled(page.takeBytes())))
        var prepared = try MarkupPreparation(bytes, limits: limits)
        // Large pages are not kept for a second reading.
        let kept = prepared.page.count <= Self.largePage ? prepared : nil
        var flow = HTMLFlow(limits: limits, aside: prepared.setAside, view: revisions, doubt: doubt)
        // Markup takes up most of a page.
        flow.text.reserve(prepared.page.count / 4)
        HTMLEvents.read(prepared.takePage(), into: &flow)
        if let failure = flow.failure { throw failure }
        var (text, blocks) = flow.finish()
        if let kept, flow.hasLateSheet || flow.sheet.needs.contains(.following) {
            (flow, text, blocks) = try again(kept, flow, doubt)
        }
        guard !blocks.isEmpty else { throw .empty }
        flow.regions.mark(&blocks, in: text)
        let legacy = flow.text.legacy
        var diagnostics = legacy.diagnostics(in: text, rival: doubt?.rival) { flow.words.fonts.names[$0] }
        diagnostics += findings
        diagnostics += flow.text.lookAlikes.diagnostics(in: text)
        if let place = flow.firstChange {
            let end = min(place + 1, text.bytes.count)
            diagnostics.append(
                Diagnostic(
                    .trackedChanges, at: text.location(of: min(place, end)..<end),
                    arguments: [String(flow.insertions), String(flow.deletions), revisions.rawValue]))
        }
        if let place = flow.firstHidden {
            let end = min(place + 1, text.bytes.count)
            diagnostics.append(
                Diagnostic(
                    .hiddenText, at: text.location(of: min(place, end)..<end),
                    arguments: [String(flow.hiddenCharacters)]))
        }
        diagnostics += Self.doubts(flow.doubts, blocks, in: text)
        diagnostics += PicturedTables.diagnostics(flow.pictures, blocks, in: text)
        var document = ReadDocument(source: source, text: text, blocks: blocks, diagnostics: diagnostics)
        document.losesCapitals =
            doubt?.usual.encoding == .tcvn3 || page.encoding == LegacyEncoding.tcvn3.rawValue
        return (document, doubt == nil ? legacy.doubt(of: text) : nil)
    }

    /// Reads a page with the style sheets that stand behind what they are of, and with what follows on its elements.
    private func again(
        _ page: MarkupPreparation, _ first: HTMLFlow, _ doubt: FlowLegacy.Doubt?
    ) throws(ReadingError) -> (flow: HTMLFlow, text: SourceText, blocks: [Block]) {
        var order: [Int32: [HTMLElement]] = [:]
        // The first time counts the elements, where they matter.
        var isCounting = first.sheet.needs.contains(.following)
        while true {
            var flow = HTMLFlow(limits: limits, aside: page.setAside, view: revisions, doubt: doubt)
            flow.known = .init(sheet: first.sheet, order: order)
            flow.sheet = first.sheet
            flow.words.fonts = first.words.fonts
            flow.text.reserve(page.page.count / 4)
            HTMLEvents.read(page.page, into: &flow)
            if let failure = flow.failure { throw failure }
            let (text, blocks) = flow.finish()
            guard isCounting else { return (flow, text, blocks) }
            order = flow.order
            isCounting = false
        }
    }

    /// Not more are told of one page.
    private static let mostDoubts = 20

    /// Tells of text of the document that a style sheet may hide.
    private static func doubts(_ doubts: [Range<Int>], _ blocks: [Block], in text: SourceText) -> [Diagnostic] {
        guard !doubts.isEmpty else { return [] }
        let told = doubts.lazy.compactMap { doubt -> Range<Int>? in
            let range = text.trimmed(doubt.clamped(to: 0..<text.bytes.count))
            return range.isEmpty || !blocks.contains { !$0.isSite && $0.range.overlaps(range) } ? nil : range
        }
        return told.prefix(mostDoubts).map {
            Diagnostic(.uncertainSiteText, at: text.location(of: $0), arguments: [text.opening(of: $0)])
        }
    }

    /// Whether so much stands between two tags.
    private static func hasText(longerThan limit: Int, in file: [UInt8]) -> Bool {
        guard file.count > limit else { return false }
        return file.withUnsafeBufferPointer { bytes in
            var start = 0
            var isText = true
            for offset in bytes.indices {
                if bytes[offset] == 0x3C {
                    if isText, offset - start > limit { return true }
                    isText = false
                } else if bytes[offset] == 0x3E, !isText {
                    isText = true
                    start = offset + 1
                }
            }
            return isText && bytes.count - start > limit
        }
    }

    private static func diagnostics(of page: DecodedPage) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let start = Location(start: 0, end: 0, line: 1)
        if page.isDeclaredWrong, let declared = page.declared {
            found.append(Diagnostic(.declaredEncodingWrong, at: start, arguments: [declared, page.encoding]))
        }
        if page.replaced > 0 {
            found.append(Diagnostic(.invalidBytes, at: start, arguments: [String(page.replaced)]))
        }
        return found
    }
}

extension ReadDocument {
    /// Whether fonts told what some of the text is in.
    fileprivate var hasLegacyFonts: Bool { diagnostics.contains { $0.code == .legacyEncoding } }

    /// Tells in what encoding the page's bytes are, as its words have shown.
    fileprivate mutating func tell(_ guess: EncodingDetector.Guess) {
        guard let first = blocks.first else { return }
        var findings = EncodingFindings()
        findings.add(guess.encoding, at: first.range)
        findings.rival = guess.rival
        diagnostics = findings.diagnostics(in: text) + diagnostics
    }
}
