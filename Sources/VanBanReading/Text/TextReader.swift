import VanBanModel

/// Reads plain text: typed, copied from a page, extracted from a PDF, or put out by OCR tools.
package struct TextReader: DocumentReader {
    /// Larger files are refused, in bytes.
    package static let defaultLimit = 1 << 30

    package let format = Source.Format.text
    private let limit: Int
    private let encoding: TextEncoding?
    private let acceptsMarkup: Bool
    /// A file with a longer line is refused, in bytes.
    package var paragraphLimit = ReadingLimits().paragraphBytes

    /// - Parameters:
    ///   - limit: the largest file that is read, in bytes.
    ///   - encoding: what files are in; nil where that is to be recognised.
    ///   - acceptsMarkup: whether a web page is read as the text that its source is, and not refused.
    package init(
        limit: Int = TextReader.defaultLimit, encoding: TextEncoding? = nil, acceptsMarkup: Bool = false
    ) {
        self.limit = limit
        self.encoding = encoding
        self.acceptsMarkup = acceptsMarkup
    }

    package func read(_ file: consuming [UInt8], name: String) throws(ReadingError) -> ReadDocument {
        guard file.count <= limit else { throw .tooLarge(bytes: file.count, limit: limit) }
        guard file.contains(where: { !CharacterClass.isSpace($0) }) else { throw .empty }
        guard !Self.hasLine(longerThan: paragraphLimit, in: file) else {
            throw .beyondLimit(.paragraphBytes, limit: paragraphLimit)
        }
        var source = Source(
            name: name, format: format, encoding: "", bytes: file.count, sha256: FileDigest.sha256(of: file))
        let decoded = try TextDecoder.decode(file, as: encoding, acceptsMarkup: acceptsMarkup)
        guard encoding != nil || !BrokenCharacterMap.isLikely(in: decoded.bytes) else { throw .brokenCharacterMap }
        return try Self.layDown(decoded, &source)
    }

    /// In UTF-16, too, a line end holds one of these bytes; letters that do only make a line look shorter.
    private static func hasLine(longerThan limit: Int, in file: [UInt8]) -> Bool {
        guard file.count > limit else { return false }
        return file.withUnsafeBufferPointer { bytes in
            var start = 0
            for offset in bytes.indices where bytes[offset] >= 0x0A && bytes[offset] <= 0x0D {
                if offset - start > limit { return true }
                start = offset + 1
            }
            return bytes.count - start > limit
        }
    }

    private static func layDown(
        _ decoded: consuming DecodedText, _ source: inout Source
    ) throws(ReadingError) -> ReadDocument {
        source.encoding = decoded.encoding
        var normalizer = TextNormalizer(
            decoded.bytes, replaced: decoded.replaced.isEmpty ? decoded.reread : decoded.replaced)
        let text = normalizer.normalize(markLength: decoded.markLength)
        var blocks = LineSplitter.blocks(of: text)
        if !normalizer.tables.isEmpty { blocks = normalizer.tables.placed(in: blocks, of: text) }
        guard !blocks.isEmpty else { throw .empty }
        var document = ReadDocument(
            source: source, text: text, blocks: blocks, diagnostics: diagnostics(decoded, normalizer, text))
        document.losesCapitals = decoded.encoding == LegacyEncoding.tcvn3.rawValue
        return document
    }

    private static func diagnostics(
        _ decoded: DecodedText, _ normalizer: TextNormalizer, _ text: SourceText
    ) -> [Diagnostic] {
        var found = decoded.findings.diagnostics(in: text)
        if !decoded.replaced.isEmpty {
            var shift = 0
            let places = decoded.replaced.prefix(20).map { replacement in
                let start = replacement.offset - shift
                shift += DecodedText.Replacement.bytes.count - replacement.sourceLength
                return text.location(ofSource: start..<(start + replacement.sourceLength))
            }
            found.append(
                Diagnostic(
                    .invalidBytes, at: places[0], related: Array(places.dropFirst()),
                    arguments: [String(decoded.replaced.count)]))
        }
        if normalizer.hasMixedLineEnds { found.append(Diagnostic(.mixedLineEnds, at: text.location(of: 0..<0))) }
        if let place = normalizer.firstDecomposed {
            found.append(Diagnostic(.decomposedText, at: text.location(of: place)))
        }
        if let place = normalizer.firstStruck {
            let end = min(place + 1, text.bytes.count)
            found.append(
                Diagnostic(
                    .trackedChanges, at: text.location(of: min(place, end)..<end),
                    arguments: ["0", String(normalizer.struck), RevisionView.final.rawValue]))
        }
        found += normalizer.lookAlikes.diagnostics(in: text)
        let invisible = text.omissions.filter { $0.kind == .invisible }
        if let first = invisible.first {
            found.append(
                Diagnostic(
                    .invisibleCharacters, at: text.location(ofSource: first.source),
                    arguments: [String(invisible.count)]))
        }
        return found
    }
}
