#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Which file a path leads to: two names of one file, links among them, have one identity.
package struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    package init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }

    /// The identity of the file at a path, links followed; nil where there is none.
    /// - Parameter path: as ``FileName`` writes it.
    package init?(of path: String) {
        var status = stat()
        guard FileName.withPath(path, { stat($0, &status) }) == 0 else { return nil }
        self.init(status)
    }

    /// The one path of a file that is there or is to be made, without links: where all ways to it meet.
    /// - Parameter path: as ``FileName`` writes it.
    package static func canonicalPath(of path: String) -> String {
        var path = path
        // More links than this lead in a circle, as the system has it.
        for _ in 0..<40 {
            var target = [CChar](repeating: 0, count: 4096)
            let count = FileName.withPath(path) { readlink($0, &target, target.count) }
            guard count > 0 else { break }
            let link = FileName(bytes: target[..<count].map { UInt8(bitPattern: $0) }).text
            path = link.hasPrefix("/") ? link : folder(of: path) + link
        }
        for (rest, name) in [(path, ""), (folder(of: path), "/" + name(of: path))] {
            guard let found = FileName.withPath(rest.isEmpty ? "." : rest, { realpath($0, nil) }) else { continue }
            defer { free(found) }
            let whole = FileName(cString: found).text
            return (whole == "/" && !name.isEmpty ? "" : whole) + name
        }
        return path
    }

    /// A path's last name: all behind its last slash but those at its end.
    package static func name(of path: String) -> String {
        let pieces = path.utf8.split(separator: 0x2F)
        return pieces.last.map { String(decoding: $0, as: UTF8.self) } ?? path
    }

    /// What stands before a path's last slash, with it.
    package static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: 0x2F).map { String(path[...$0]) } ?? ""
    }
}

/// What is at a path, links followed.
package struct FileStatus: Sendable {
    package let identity: FileIdentity
    /// Whether it is a file of the disk: no folder, pipe or device.
    package let isFile: Bool
    package let isFolder: Bool
    /// In bytes.
    package let size: Int

    /// - Parameter path: as ``FileName`` writes it; nil where nothing is there.
    package init?(of path: String) {
        var status = stat()
        guard FileName.withPath(path, { stat($0, &status) }) == 0 else { return nil }
        identity = FileIdentity(status)
        isFile = status.st_mode & S_IFMT == S_IFREG
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = Int(status.st_size)
    }
}
