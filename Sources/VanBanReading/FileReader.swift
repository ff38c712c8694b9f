import VanBanModel

/// Reads a file of any of the formats, told from its content.
///
/// ```swift
/// let document = try FileReader().read(bytes, name: "ke-hoach.docx")
/// ```
public struct FileReader: Sendable {
    public var limits: ReadingLimits
    /// Which state of a document with tracked changes is read.
    public var revisions: RevisionView
    /// What text files and web pages are in; nil where that is to be recognised.
    public var encoding: TextEncoding?
    /// Readers of further formats, asked in this order.
    public var further: [any FurtherReader]

    public init(
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
    public func read(
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
        if let reader = further.first(where: { reader in
            format.map { reader.formats.contains($0) } ?? reader.recognizes(bytes)
        }) {
            return (try reader.read(consume bytes, name: name, limits: limits), 0)
        }
        switch format ?? Self.format(of: bytes) {
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
        }
    }

    /// The format that the content shows; plain text where it shows none.
    public static func format(of bytes: [UInt8]) -> Source.Format {
        if WordFile(bytes) != nil || OfficeEncryption.isPresent(in: bytes) { return .docx }
        return FileSignature.isMarkup(bytes) || MHTMLReader(bytes) != nil ? .html : .text
    }
}
