import VanBanMessages
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system knows of folders and their files, by names as ``FileName`` writes them.
enum FolderListing {
    /// The names in a folder, in the order of their bytes; nil where it cannot be read (see `errno`).
    static func names(in folder: String) -> [FileName]? {
        guard let opened = FileName.withPath(folder, { opendir($0) }) else { return nil }
        defer { closedir(opened) }
        var names: [FileName] = []
        while let entry = readdir(opened) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in FileName(bytes: bytes.prefix { $0 != 0 }) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// What is at a path, links followed; nil where nothing is.
    static func status(of path: String) -> stat? {
        var status = stat()
        return FileName.withPath(path) { stat($0, &status) } == 0 ? status : nil
    }

    /// What is at a path, a link as a link; nil where nothing is.
    static func ownStatus(of path: String) -> stat? {
        var status = stat()
        return FileName.withPath(path) { lstat($0, &status) } == 0 ? status : nil
    }

    static func path(_ folder: String, _ name: FileName) -> String {
        folder.isEmpty || folder.utf8.last == 0x2F ? folder + name.text : folder + "/" + name.text
    }

    /// Why the last call of the system failed, as a key of the table of messages.
    static var systemReason: String { SystemReason().key }
}

extension stat {
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
