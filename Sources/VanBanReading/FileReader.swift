import VanBanModel

/// Reads a file of any of the formats, told from its content.
///
/// ```swift
/// let document = try FileReader().read(bytes, name: "ke-hoach.docx")
/// ```
package struct FileReader: Sendable {
    package var limits: ReadingLimits
    /// Which state of a document with tracked changes is read.
    package var revisions: RevisionView
    /// What text files and web pages are in; nil where that is to be recognised.
    package var encoding: TextEncoding?
    /// Readers of further formats, asked in this order.
    package var further: [any FurtherReader]

    package init(
        limits: ReadingLimits = ReadingLimits(), revisions: RevisionView = .final, encoding: TextEncoding? = nil,
        further: [any FurtherReader] = []
    ) {
        self.limits = limits
        self.further = further
        self.revisions = revisions
        self.encoding = encoding
    }

    /// Reads a whole file.
    /// - Parameters:
    ///   - name: the file's name for the record, without folders.
    ///   - format: the format, where it is not to be told from the content.
    /// - Throws: ``ReadingError`` when the bytes are of no format that is read, or hold no text.
    package func read(
        _ bytes: consuming [UInt8], name: String, from format: Source.Format? = nil
    ) throws(ReadingError) -> ReadDocument {
        try read(bytes, name: name, from: format, depth: 0).document
    }

    /// - Parameter depth: how many documents this one stands in.
    /// - Returns: the document, and how many bytes it came to when it was unpacked.
    func read(
        _ bytes: consuming [UInt8], name: String, from format: Source.Format?, depth: Int
    ) throws(ReadingError) -> (document: ReadDocument, unpacked: Int) {
        guard bytes.count <= limits.fileBytes else {
            throw .tooLarge(bytes: bytes.count, limit: limits.fileBytes)
        }
        if ForeignFile.isLock(bytes, name: name) { throw .unsupported(ForeignFile.lock.name) }
        if depth == 0, let (reader, format) = furtherReader(of: bytes, from: format) {
            return (try reader.read(consume bytes, name: name, as: format, for: self), 0)
        }
        let found = format ?? Self.format(of: bytes)
        switch found {
        case .docx:
            return try DOCXReader(limits: limits, revisions: revisions).read(consume bytes, name: name, depth: depth)
        case .html:
            let file = bytes
            if let archive = MHTMLReader(file) {
                return (
                    try archive.read(name: name, limits: limits, encoding: encoding, revisions: revisions), 0
                )
            }
            var html = limits.html
            html.bytes = limits.fileBytes
            html.paragraphBytes = limits.paragraphBytes
            return (
                try HTMLReader(limits: html, encoding: encoding, revisions: revisions).read(
                    consume file, name: name), 0
            )
        case .pdf: throw .unsupported(FileSignature.pdf)
        case .text:
            var reader = TextReader(limit: limits.fileBytes, encoding: encoding, acceptsMarkup: format != nil)
            reader.paragraphLimit = limits.paragraphBytes
            return (try reader.read(consume bytes, name: name), 0)
        case .xlsx, .ods: return try SheetReader(limits: limits).read(bytes, name: name, as: found)
        case .image, .doc, .rtf, .odt, .wps:
            throw .unsupported(FileSignature.kind(of: bytes) ?? found.rawValue)
        }
    }

    /// Who reads a file that is not read here, and as what; nil for one that is.
    /// - Parameter format: the format, where it is not to be told from the content.
    package func furtherReader(
        of bytes: [UInt8], from format: Source.Format? = nil
    ) -> (reader: any FurtherReader, format: Source.Format)? {
        for reader in further {
            guard let found = format ?? reader.format(of: bytes), reader.formats.contains(found) else { continue }
            return (reader, found)
        }
        return nil
    }

    /// Reads the DOCX that a converter made of a file.
    /// - Parameters:
    ///   - converted: the bytes of that DOCX.
    ///   - source: the file itself, with its converter.
    /// - Throws: ``ReadingError``, as for any DOCX.
    package func read(converted: consuming [UInt8], of source: Source) throws(ReadingError) -> ReadDocument {
        var reader = DOCXReader(limits: limits, revisions: revisions)
        reader.pathPrefix = "converted.docx!/"
        var document = try reader.read(consume converted, name: source.name)
        let tables = document.source.tables
        document.source = source
        document.source.tables = tables
        return document
    }

    /// What a file is called that is not read; nil for what may be text.
    package static func kind(of bytes: [UInt8]) -> String? { FileSignature.kind(of: bytes) }

    /// The format that the content shows; plain text where it shows none.
    package static func format(of bytes: [UInt8]) -> Source.Format {
        if OfficeEncryption.isPresent(in: bytes) { return .docx }
        if let foreign = ForeignFormat.of(bytes) { return foreign }
        if WordFile(bytes) != nil { return .docx }
        return FileSignature.isMarkup(bytes) || MHTMLReader(bytes) != nil ? .html : .text
    }
}
