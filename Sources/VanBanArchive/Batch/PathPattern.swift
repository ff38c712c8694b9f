import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A pattern for paths: `*`, `?`, `[a-z]` within a name, `**` for any number of folders, none among them.
///
/// As with the shell's, names that begin with a dot are matched by a dot alone, and `**` follows no link.
package struct PathPattern {
    /// What matches, in the order of names, each once.
    private(set) var matches: [String] = []
    /// Folders that could not be looked into, with the system's words.
    private(set) var unreadable: [(path: String, reason: String)] = []

    package static func isPattern(_ path: String) -> Bool {
        path.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
    }

    init(_ pattern: String) {
        let pieces = pattern.utf8.split(separator: 0x2F).map { String(decoding: $0, as: UTF8.self) }
        var found = [pattern.utf8.first == 0x2F ? "/" : ""]
        for (index, piece) in pieces.enumerated() {
            let isLast = index == pieces.count - 1
            if piece == "**" {
                // At the end it stands for all that is below, and a folder is gone through whole.
                if !isLast { found = withFoldersBelow(found) }
                continue
            }
            let needsFolder = !isLast || pattern.utf8.last == 0x2F
            found = found.flatMap { folder in names(in: folder, piece).map { FolderListing.path(folder, $0) } }
                .filter { path in
                    guard needsFolder else { return FolderListing.ownStatus(of: path) != nil }
                    return FolderListing.status(of: path)?.isFolder == true
                }
        }
        var seen: Set<FileName> = []
        matches = found.map { $0.isEmpty ? "." : $0 }.filter { seen.insert(FileName($0)).inserted }
    }

    private mutating func names(in folder: String, _ piece: String) -> [FileName] {
        // What is no pattern is asked for by its name, also where the folder may not be listed.
        guard Self.isPattern(piece) || piece.utf8.contains(0x5C) else { return [FileName(piece)] }
        return list(folder).filter { name in
            FileName.withPath(piece) { piece in FileName.withPath(name.text) { fnmatch(piece, $0, FNM_PERIOD) == 0 } }
        }
    }

    private mutating func withFoldersBelow(_ folders: [String]) -> [String] {
        var all: [String] = []
        var seen: Set<FileName> = []
        var waiting = Array(folders.reversed())
        while let folder = waiting.popLast() {
            guard seen.insert(FileName(folder)).inserted else { continue }
            all.append(folder)
            var below: [String] = []
            for name in list(folder) where name.text.utf8.first != 0x2E {
                let path = FolderListing.path(folder, name)
                if FolderListing.ownStatus(of: path)?.isFolder == true { below.append(path) }
            }
            waiting += below.reversed()
        }
        return all
    }

    private mutating func list(_ folder: String) -> [FileName] {
        if let names = FolderListing.names(in: folder.isEmpty ? "." : folder) { return names }
        if errno != ENOTDIR, errno != ENOENT { unreadable.append((folder, FolderListing.systemReason)) }
        return []
    }
}
