import VanBanExport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder that a batch writes its files into.
public enum OutputFolder {
    /// Removes what processes that were ended (`kill -9`, a power cut) left unfinished anywhere below a folder.
    public static func removeUnfinished(below path: String) {
        var waiting = [path]
        while let folder = waiting.popLast() {
            guard let opened = opendir(folder) else { continue }
            defer { closedir(opened) }
            while let entry = readdir(opened) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if AtomicFile.isUnfinished(name: name) {
                    AtomicFile.removeUnfinished(folder + "/" + name)
                } else if name != ".", name != "..", isFolder(folder + "/" + name, entry.pointee.d_type) {
                    waiting.append(folder + "/" + name)
                }
            }
        }
    }

    /// Some file systems do not say what an entry is.
    private static func isFolder(_ path: String, _ kind: UInt8) -> Bool {
        guard kind == UInt8(DT_UNKNOWN) else { return kind == UInt8(DT_DIR) }
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
