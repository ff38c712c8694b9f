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
public struct BatchLock: ~Copyable {
    private let descriptor: Int32
    private let path: String

    public enum Failure: Error, Hashable, Sendable {
        /// Another batch is at work.
        case taken
        case system(code: Int32)
    }

    /// Takes the lock of a database.
    /// - Parameter patience: seconds that are waited for workers of an earlier run.
    public init(of database: String, patience: Double = 5) throws(Failure) {
        path = database + "-lock"
        // Not closed when workers start: they inherit the lock with it.
        descriptor = open(path, O_RDWR | O_CREAT, 0o666)
        guard descriptor >= 0 else { throw .system(code: errno) }
        var rest = Int(patience * 20)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            guard code == EWOULDBLOCK || code == EINTR, rest > 0 else {
                close(descriptor)
                throw code == EWOULDBLOCK ? .taken : .system(code: code)
            }
            rest -= 1
            usleep(50_000)
        }
    }

    deinit { close(descriptor) }
}
