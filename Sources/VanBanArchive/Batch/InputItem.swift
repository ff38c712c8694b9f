/// A document of a batch: a file, or an entry of a ZIP archive.
public struct InputItem: Hashable, Sendable, Codable {
    /// The file, or the archive that the entry is in; as it was given.
    public var path: String
    /// The entry's name in the archive.
    public var entry: String?

    public init(path: String, entry: String? = nil) {
        self.path = path
        self.entry = entry
    }

    /// What records of an archive call the document: `2024/ke-hoach.docx`, `2024.zip!/ke-hoach.docx`.
    public var name: String { entry.map { path + "!/" + $0 } ?? path }

    /// The file's own name, without folders.
    public var fileName: String {
        let whole = entry ?? path
        return whole.split(separator: "/").last.map { String($0) } ?? whole
    }

    /// Where its outputs go below a folder, without an extension of theirs: the path as given, so that no two documents
    /// share one. What would lead out of the folder (`..`, a leading `/`) is left away, whoever named it.
    public var outputStem: String {
        let pieces = (path.split(separator: "/") + (entry?.split(separator: "/") ?? [])).map { String($0) }
        let safe = pieces.filter { $0 != "." && $0 != ".." && !$0.isEmpty }.map { piece in
            String(String.UnicodeScalarView(piece.unicodeScalars.map { $0.value < 0x20 || $0 == "\\" ? "_" : $0 }))
        }
        return safe.isEmpty ? "document" : safe.joined(separator: "/")
    }
}
