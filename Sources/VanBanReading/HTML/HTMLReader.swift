import VanBanModel

/// Reads web pages: as sites serve them, as Word, LibreOffice and Google Docs save them, and as they are typed.
///
/// What browsers show is read; menus, forms and advertisements around the document are told apart from it
/// (``Block/isSite``).
public struct HTMLReader: DocumentReader {
    public let format = Source.Format.html
    private let limits: HTMLLimits

    public init(limits: HTMLLimits = HTMLLimits()) {
        self.limits = limits
    }

    public func read(_ file: consuming [UInt8], name: String) throws(ReadingError) -> ReadDocument {
        guard file.count <= limits.bytes else { throw .tooLarge(bytes: file.count, limit: limits.bytes) }
        guard file.contains(where: { !CharacterClass.isSpace($0) }) else { throw .empty }
        guard !Self.hasText(longerThan: limits.paragraphBytes, in: file) else {
            throw .beyondLimit(.paragraphBytes, limit: limits.paragraphBytes)
        }
        var source = Source(
            name: name, format: format, encoding: "", bytes: file.count, sha256: FileDigest.sha256(of: file))
        var page = try HTMLEncoding.decode(file)
        source.encoding = page.encoding
        var diagnostics = Self.diagnostics(of: page)
        let decoded = page.bytes
        page.bytes = []
        let prepared = try MarkupPreparation(decoded, limits: limits)
        var flow = HTMLFlow(limits: limits, aside: prepared.setAside)
        // Markup takes up most of a page.
        flow.text.reserve(prepared.page.count / 4)
        HTMLEvents.read(prepared.page, into: &flow)
        if let failure = flow.failure { throw failure }
        return try Self.document(&flow, source, &diagnostics)
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

    private static func document(
        _ flow: inout HTMLFlow, _ source: Source, _ diagnostics: inout [Diagnostic]
    ) throws(ReadingError) -> ReadDocument {
        var (text, blocks) = flow.finish()
        guard !blocks.isEmpty else { throw .empty }
        flow.regions.mark(&blocks, in: text)
        if let place = flow.firstChange {
            let end = min(place + 1, text.bytes.count)
            diagnostics.append(Diagnostic(.trackedChanges, at: text.location(of: min(place, end)..<end)))
        }
        return ReadDocument(source: source, text: text, blocks: blocks, diagnostics: diagnostics)
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
