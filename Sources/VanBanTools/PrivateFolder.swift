import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder for temporary files that nobody else may look into, removed with all that is in it when nobody holds it any
/// more.
package final class PrivateFolder: Sendable {
    package let path: String

    private static let prefix = "vanban-tool-"

    /// Makes a folder under `TMPDIR`, else under `/tmp`.
    /// - Throws: ``ToolFailure/system(code:what:)``.
    package init() throws(ToolFailure) {
        var template = Array("\(Self.parent)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .system(code: errno, what: "temporary folder in \(Self.parent)")
        }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private static var parent: String {
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
        return folder.hasPrefix("/") ? folder : "/tmp"
    }

    /// Where a file of it is.
    package func path(of name: String) -> String { path + "/" + name }

    /// Writes a file, which nobody else may read.
    /// - Throws: ``ToolFailure/system(code:what:)``.
    package func write(_ bytes: [UInt8], to name: String) throws(ToolFailure) {
        let file = open(path(of: name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .system(code: errno, what: name) }
        defer { close(file) }
        let code = bytes.withUnsafeBytes { buffer -> Int32 in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Self.writeOnce(file, UnsafeRawBufferPointer(rebasing: rest))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return errno }
                rest = rest.dropFirst(count)
            }
            return 0
        }
        guard code == 0 else { throw .system(code: code, what: name) }
    }

    private static func writeOnce(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            return Glibc.write(file, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            return Musl.write(file, bytes.baseAddress, bytes.count)
        #elseif canImport(Darwin)
            return Darwin.write(file, bytes.baseAddress, bytes.count)
        #endif
    }

    /// Reads a file that a program made.
    /// - Returns: nil where there is none, or it is larger than `limit` bytes, or no plain file.
    package func bytes(of name: String, limit: Int) -> [UInt8]? {
        let file = open(path(of: name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) <= limit else {
            return nil
        }
        let size = Int(status.st_size)
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let count = read(file, buffer.baseAddress.map { $0 + filled }, size - filled)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    failed = count < 0
                    return
                }
                filled += count
            }
        }
        return failed ? nil : bytes
    }

    /// The names of the files that are in it, in order.
    package var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Bytes of the largest file in it.
    var largestFile: Int {
        names.map { name in
            var status = stat()
            return lstat(path(of: name), &status) == 0 ? Int(status.st_size) : 0
        }.max() ?? 0
    }

    /// Removes what processes left behind that were ended before they could.
    package static func removeAbandoned() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let owner = name.dropFirst(prefix.count).split(separator: "-").first.flatMap({ pid_t($0) }),
                owner != getpid(), kill(owner, 0) != 0, errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: parent + "/" + name)
        }
    }
}
