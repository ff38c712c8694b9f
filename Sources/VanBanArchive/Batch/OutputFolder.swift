import VanBanExport
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder that a batch writes its files into.
package enum OutputFolder {
    /// Makes a folder, and those above it, where they are not there.
    /// - Returns: false where the system refused (see `errno`).
    package static func make(at path: String) -> Bool {
        if path.isEmpty || FolderListing.status(of: path)?.isFolder == true { return true }
        var end = path.utf8.startIndex
        while end < path.utf8.endIndex {
            end = path.utf8[path.utf8.index(after: end)...].firstIndex(of: 0x2F) ?? path.utf8.endIndex
            let isMade = FileName.withPath(String(path[..<end])) { mkdir($0, 0o777) == 0 || errno == EEXIST }
            if !isMade { return false }
        }
        if FolderListing.status(of: path)?.isFolder == true { return true }
        errno = ENOTDIR
        return false
    }

    /// Removes what processes that were ended (`kill -9`, a power cut) left unfinished anywhere below a folder.
    package static func removeUnfinished(below path: String) {
        var waiting = [path]
        while let folder = waiting.popLast() {
            guard let opened = FileName.withPath(folder, { opendir($0) }) else { continue }
            defer { closedir(opened) }
            while let entry = readdir(opened) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    FileName(bytes: bytes.prefix { $0 != 0 })
                }
                let path = FolderListing.path(folder, name)
                if AtomicFile.isUnfinished(name: name.text) {
                    AtomicFile.removeUnfinished(path)
                } else if name != ".", name != "..", isFolder(path, entry.pointee.d_type) {
                    waiting.append(path)
                }
            }
        }
    }

    /// Some file systems do not say what an entry is.
    private static func isFolder(_ path: String, _ kind: UInt8) -> Bool {
        guard kind == UInt8(DT_UNKNOWN) else { return kind == UInt8(DT_DIR) }
        return FolderListing.ownStatus(of: path)?.isFolder == true
    }
}
