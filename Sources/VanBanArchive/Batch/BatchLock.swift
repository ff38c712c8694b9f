import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Keeps a second batch away from a database that one is writing to.
///
/// Workers hold the lock, too: when a batch was ended with `kill -9`, the next one begins only after the last worker of
/// the first is gone, which takes half a second. The system lets go of the lock by itself; its file may stay.
package struct BatchLock: ~Copyable {
    private let descriptor: Int32

    package enum Failure: Error, Hashable, Sendable {
        /// Another batch is at work.
        case taken
        case system(code: Int32)
    }

    /// Takes the lock of a database, which stands beside it, whatever links lead to it.
    /// - Parameter patience: seconds that are waited for workers of an earlier run.
    package init(of database: String, patience: Double = 5) throws(Failure) {
        let path = FileIdentity.canonicalPath(of: database) + "-lock"
        var rest = Int(patience * 20)
        while true {
            // Not closed when workers start: they inherit the lock with it.
            let opened = FileName.withPath(path) { open($0, O_RDWR | O_CREAT, 0o666) }
            guard opened >= 0 else { throw .system(code: errno) }
            while flock(opened, LOCK_EX | LOCK_NB) != 0 {
                let code = errno
                guard code == EWOULDBLOCK || code == EINTR, rest > 0 else {
                    close(opened)
                    throw code == EWOULDBLOCK ? .taken : .system(code: code)
                }
                rest -= 1
                usleep(50_000)
            }
            // A file that was removed in the meantime keeps nobody away.
            var status = stat()
            if fstat(opened, &status) == 0, FileIdentity(status) == FileIdentity(of: path) {
                descriptor = opened
                return
            }
            close(opened)
        }
    }

    deinit { close(descriptor) }
}
