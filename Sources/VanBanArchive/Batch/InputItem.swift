import VanBanReading

/// A document of a batch: a file, or an entry of an archive or a letter. Paths and names are as ``FileName`` writes them.
package struct InputItem: Hashable, Sendable, Codable {
    /// The file, or the archive that the entry is in; as it was given.
    package var path: String
    /// The entry's name in the archive; of what stands in an archive within, the way to it.
    package var entry: String?
    /// Which entry of this name it is, from 2; nil for the first, and nearly always.
    package var copy: Int?
    /// The file's path below the archive's root, see ``ArchiveRoot``; nil where no root is known: then `path` is told.
    package var place: String?

    package init(path: String, entry: String? = nil, copy: Int? = nil) {
        self.path = path
        self.entry = entry
        self.copy = copy
    }

    package static func == (left: InputItem, right: InputItem) -> Bool {
        FileName(left.path) == FileName(right.path) && left.copy == right.copy
            && left.entry.map { FileName($0) } == right.entry.map { FileName($0) }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(FileName(path))
        hasher.combine(entry.map { FileName($0) })
        hasher.combine(copy)
    }

    /// What records of an archive call the document: `2024/ke-hoach.docx`, `2024.zip!/ke-hoach.docx`, of a second entry of
    /// that name `2024.zip!2/ke-hoach.docx`, of a letter in it `2024.zip!/thu.eml!/ke-hoach.docx`. A file whose path looks
    /// like this has its mark as `\x21`.
    package var name: String {
        let told = EntryPath.piece(place ?? path)
        guard let entry else { return told }
        return EntryPath.way(told, copy, entry)
    }

    /// The document that records of an archive call so (see ``name``).
    /// - Parameter root: below which its path is; nil where none is known.
    package init(name: String, root: ArchiveRoot?) {
        let (piece, rest) = EntryPath.split(name)
        let told = EntryPath.name(piece)
        self.init(path: root?.path(of: told) ?? told, entry: rest?.way, copy: rest?.copy)
        place = root == nil ? nil : told
    }

    /// The file's own name, without folders.
    package var fileName: String { FileIdentity.name(of: entry ?? path) }

    /// Where its outputs go below a folder, without an extension of theirs: as its path is told, so that no two documents
    /// share one. What no file system takes, and what would lead out of the folder, is written as `%0A` and `%2E%2E` (see
    /// ``FileName/portable(piece:)``); a document outside of the archive's root stands below `%2F`.
    package var outputStem: String {
        var pieces = Self.pieces(of: place ?? path).map { FileName.portable(piece: $0) }
        if place?.utf8.first == 0x2F { pieces.insert("%2F", at: 0) }
        if pieces.isEmpty { pieces = ["document"] }
        guard let entry else { return pieces.joined(separator: "/") }
        if let copy { pieces[pieces.count - 1] += "%21\(copy)" }
        for (index, step) in EntryPath.pieces(entry).enumerated() {
            if index > 0 { pieces[pieces.count - 1] += "%21" + (step.copy.map { String($0) } ?? "") }
            let name = FileName(EntryPath.name(step.piece)).bytes
            pieces += name.split(separator: 0x2F, omittingEmptySubsequences: false)
                .map { FileName.portable(piece: Array($0)) }
        }
        return pieces.joined(separator: "/")
    }

    var isAbsolute: Bool { path.utf8.first == 0x2F }

    /// The document under the one path that its spellings (`a//b`, `./a/b`) have in common.
    var plain: InputItem {
        guard path.utf8.contains(0x2F) else { return self }
        var plain = self
        plain.path =
            (isAbsolute ? "/" : "")
            + Self.pieces(of: path).map { FileName(bytes: $0).text }.joined(separator: "/")
        return plain
    }

    private static func pieces(of path: String) -> [[UInt8]] {
        FileName(path).bytes.split(separator: 0x2F).map { Array($0) }.filter { $0 != [0x2E] }
    }
}
