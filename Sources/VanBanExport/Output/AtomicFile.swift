import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes a file so that it is there whole or not at all: beside its place first, then renamed.
package enum AtomicFile {
    /// Calls `body` with a sink for the new content and puts the content in place when it returns.
    /// - Parameter path: the file, as ``FileName`` writes it; an old one is replaced, and stays as it was when anything goes
    ///   wrong.
    /// - Throws: ``OutputError`` from the system or from `body`.
    package static func write(
        to path: String, _ body: (inout FileHandleSink) throws(OutputError) -> Void
    ) throws(OutputError) {
        // A pipe or a device is written to as it is.
        var status = stat()
        if FileName.withPath(path, { stat($0, &status) }) == 0, status.st_mode & S_IFMT != S_IFREG {
            let descriptor = FileName.withPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
            guard descriptor >= 0 else { throw failure() }
            defer { close(descriptor) }
            var sink = FileHandleSink(descriptor: descriptor)
            try body(&sink)
            return
        }
        try make(at: path) { temporary throws(OutputError) in
            let descriptor = FileName.withPath(temporary) { open($0, O_WRONLY | O_CLOEXEC) }
            guard descriptor >= 0 else { throw failure() }
            defer { close(descriptor) }
            var sink = FileHandleSink(descriptor: descriptor)
            try body(&sink)
        }
    }

    /// Calls `body` with the path of an empty file beside the place, for writers that take paths, and puts what they
    /// wrote in place when it returns.
    /// - Throws: ``OutputError`` from the system or from `body`; nothing is left then.
    package static func make(
        at path: String, _ body: (String) throws(OutputError) -> Void
    ) throws(OutputError) {
        let place = FileIdentity.folder(of: path) + prefix + "XXXXXX"
        var template = FileName(place).bytes.map { CChar(bitPattern: $0) } + [0]
        let made = mkstemp(&template)
        guard made >= 0 else { throw failure() }
        defer { close(made) }
        _ = fcntl(made, F_SETFD, FD_CLOEXEC)
        // Held until the file is in place, and let go by the system where this process is ended before.
        _ = flock(made, LOCK_EX | LOCK_NB)
        let temporary = FileName(bytes: template.dropLast().map { UInt8(bitPattern: $0) }).text
        var isInPlace = false
        defer { if !isInPlace { _ = FileName.withPath(temporary) { unlink($0) } } }
        // As a new file would be: readable for all, less what the user's mask takes away.
        let mask = umask(0)
        umask(mask)
        fchmod(made, 0o666 & ~mask)
        try body(temporary)
        // What a writer put in the file's place under its name is what counts.
        let written = FileName.withPath(temporary) { open($0, O_RDONLY | O_CLOEXEC) }
        guard written >= 0 else { throw failure() }
        let isSafe = fsync(written) == 0
        close(written)
        guard isSafe, FileName.withPath(temporary, { old in FileName.withPath(path) { rename(old, $0) } }) == 0 else {
            throw failure()
        }
        isInPlace = true
    }

    /// Whether a file of this name is one that was not finished: being written, or left by a process that was ended.
    package static func isUnfinished(name: String) -> Bool {
        name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6
    }

    /// Removes an unfinished file, unless somebody is writing it.
    package static func removeUnfinished(_ path: String) {
        let descriptor = FileName.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { _ = FileName.withPath(path) { unlink($0) } }
    }

    /// Hidden, so that no list of documents takes it for one; without the file's own name, which may be as long as names
    /// can be.
    private static let prefix = ".vanban-unfinished-"

    private static func failure() -> OutputError { .system(code: errno) }
}
