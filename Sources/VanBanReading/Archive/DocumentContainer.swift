/// What holds files under names: a ZIP archive, a letter with what is attached to it.
protocol DocumentContainer: AnyObject {
    /// Its files in their order; folders are none.
    var files: [ContainedFile] { get }

    /// The first bytes of a file, at least so many where it has them; none where they cannot be had.
    func head(of index: Int, count: Int) -> [UInt8]

    func bytes(of index: Int) throws(DocumentArchive.Failure) -> [UInt8]
}

/// A file in a container.
struct ContainedFile {
    var name: FileName
    /// Bytes as they lie in the container, and as they are unpacked.
    var packed: Int
    var unpacked: Int
}

/// Tells from the content what holds documents, and opens it.
enum ContainerKind {
    /// So many bytes of a file say whether it may hold documents.
    static let headBytes = 128

    /// Whether a file may hold documents, so that it is worth its while to look at the whole of it.
    static func mayHoldDocuments(_ head: [UInt8]) -> Bool {
        if head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return true }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return !isPackage(head) }
        return CompoundFile.isPresent(in: head) || isHeaderLine(head)
    }

    /// Whether the first entry is one of those that packages begin with.
    private static func isPackage(_ head: [UInt8]) -> Bool {
        guard head.count > 30 else { return false }
        let length = Int(head[26]) | Int(head[27]) << 8
        let name = head[30..<min(head.count, 30 + length)]
        return ["[Content_Types].xml", "mimetype", "_rels/", "word/", "xl/", "ppt/", "docProps/"].contains {
            name.starts(with: $0.utf8)
        }
    }

    /// Whether a line of a letter's header stands at the beginning (RFC 5322, 2.2).
    private static func isHeaderLine(_ head: [UInt8]) -> Bool {
        guard let first = head.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
            let colon = head.firstIndex(of: 0x3A)
        else { return false }
        return head[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// Opens what holds documents; nil for what is none, a Word document among it.
    static func open(_ bytes: [UInt8]) throws(DocumentArchive.Failure) -> (any DocumentContainer)? {
        if bytes.starts(with: [0x50, 0x4B]) { return try ZipContainer(bytes) }
        if CompoundFile.isPresent(in: bytes) { return OutlookContainer(bytes) }
        return try MailContainer(bytes)
    }
}
