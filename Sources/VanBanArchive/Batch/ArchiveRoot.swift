import VanBanReading

/// The folder below which an archive's documents are known by their paths: whatever way leads to a file, from whatever
/// folder the program is called, it is one document.
package struct ArchiveRoot: Hashable, Sendable {
    /// The folder's one path, without links; as ``FileName`` writes it.
    package let path: String

    /// - Parameter folder: any way to the folder.
    package init(_ folder: String) { path = FileIdentity.canonicalPath(of: folder.isEmpty ? "." : folder) }

    /// The root of a new archive: the working folder where all paths lie below it, else the folder that all of them share.
    /// - Parameter paths: files, folders and patterns.
    package init(of paths: some Sequence<String>) {
        let working = ArchiveRoot(".")
        var common: [Substring.UTF8View.SubSequence]?
        // A program that was started from nowhere in particular works in `/`.
        var isBelow = working.path != "/"
        for path in paths {
            let folder = ArchiveRoot(Self.folder(of: path))
            if folder != working, !working.holds(folder.path) { isBelow = false }
            let pieces = folder.path.utf8.split(separator: 0x2F)
            common =
                common.map { known in
                    Array(zip(known, pieces).prefix { $0.elementsEqual($1) }.map(\.0))
                } ?? pieces
        }
        guard let common, !isBelow else {
            self = working
            return
        }
        path = "/" + common.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }

    /// The folder that a path is, or that it lies in; of a pattern the last one that is named outright.
    private static func folder(of path: String) -> String {
        if FileStatus(of: path)?.isFolder == true { return path }
        var folder = FileIdentity.folder(of: path)
        while PathPattern.isPattern(folder), !folder.isEmpty {
            folder = FileIdentity.folder(of: String(folder.dropLast()))
        }
        return folder
    }

    /// Whether the folder is there.
    package var isThere: Bool { FileStatus(of: path)?.isFolder == true }

    /// Whether a canonical path lies below it.
    private func holds(_ other: String) -> Bool { other.utf8.starts(with: (path == "/" ? "/" : path + "/").utf8) }

    /// How a file is told: its path below the root, or outside of it its whole path. Links among its folders are followed;
    /// the file itself may be one.
    /// - Parameter folder: the canonical path of the folder that it lies in.
    func place(of name: String, in folder: String) -> String {
        let whole = (folder == "/" ? "" : folder) + "/" + name
        guard holds(whole) else { return whole }
        return String(decoding: whole.utf8.dropFirst(path == "/" ? 1 : path.utf8.count + 1), as: UTF8.self)
    }

    /// The path of a file that is told so.
    package func path(of place: String) -> String {
        place.utf8.first == 0x2F ? place : (path == "/" ? "/" : path + "/") + place
    }
}

extension InputList {
    /// Tells each document by its path below the root; a file that several ways lead to stays in the list once.
    package mutating func place(below root: ArchiveRoot) {
        var names: Set<FileName> = []
        var kept: [InputItem] = []
        // Files of one folder stand together.
        var last: (given: String, canonical: String)?
        for var item in items {
            let given = FileIdentity.folder(of: item.path)
            if last == nil || last.map({ FileName($0.given) != FileName(given) }) == true {
                last = (given, FileIdentity.canonicalPath(of: given.isEmpty ? "." : given))
            }
            item.place = root.place(of: FileIdentity.name(of: item.path), in: last?.canonical ?? "")
            if names.insert(FileName(item.name)).inserted { kept.append(item) }
        }
        items = kept
    }
}
