#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes a file so that it is there whole or not at all: beside its place first, then renamed.
public enum AtomicFile {
    /// Calls `body` with a sink for the new content and puts the content in place when it returns.
    /// - Parameter path: the file; an old one is replaced, and stays as it was when anything goes wrong.
    /// - Throws: ``OutputError`` from the system or from `body`.
    public static func write(
        to path: String, _ body: (inout FileHandleSink) throws(OutputError) -> Void
    ) throws(OutputError) {
        // A pipe or a device is written to as it is.
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure() }
            defer { close(descriptor) }
            var sink = FileHandleSink(descriptor: descriptor)
            try body(&sink)
            return
        }
        var template = Array((path + ".XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw failure() }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var isInPlace = false
        defer { if !isInPlace { unlink(temporary) } }
        do {
            defer { close(descriptor) }
            // As a new file would be: readable for all, less what the user's mask takes away.
            let mask = umask(0)
            umask(mask)
            fchmod(descriptor, 0o666 & ~mask)
            var sink = FileHandleSink(descriptor: descriptor)
            try body(&sink)
            guard fsync(descriptor) == 0 else { throw failure() }
        }
        guard rename(temporary, path) == 0 else { throw failure() }
        isInPlace = true
    }

    private static func failure() -> OutputError {
        let code = errno
        return .system(code: code, reason: String(cString: strerror(code)))
    }
}
