import VanBanModel

/// Reads a file of any format that is known: the format is told from the content.
public struct FileReader: Sendable {
    private let format: Source.Format?
    private let limit: Int

    /// - Parameters:
    ///   - format: what the file is; nil where its content is to tell.
    ///   - limit: the largest file that is read, in bytes.
    public init(format: Source.Format? = nil, limit: Int = TextReader.defaultLimit) {
        self.format = format
        self.limit = limit
    }

    /// Reads a whole file.
    /// - Throws: ``ReadingError`` when the bytes are of no known format or hold no text.
    public func read(_ file: consuming [UInt8], name: String) throws(ReadingError) -> ReadDocument {
        switch format ?? Self.format(of: file) {
        case .html:
            var limits = HTMLLimits()
            limits.bytes = limit
            return try HTMLReader(limits: limits).read(file, name: name)
        case .docx: throw .unsupported(FileSignature.kind(of: file) ?? FileSignature.package)
        case .text: return try TextReader(limit: limit, acceptsMarkup: format != nil).read(file, name: name)
        }
    }

    /// The format that a file's bytes show; what is none of the others is text.
    private static func format(of file: [UInt8]) -> Source.Format {
        FileSignature.isMarkup(file) ? .html : .text
    }
}
