#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a file, or of standard input, with a limit on their number.
public enum InputFile {
    /// Why the bytes could not be had.
    public enum Failure: Error, Hashable, Sendable {
        /// The system's words for what was wrong.
        case system(reason: String)
        case isFolder
        case tooLarge(limit: Int)
    }

    /// Reads a file whole.
    /// - Parameters:
    ///   - path: the file; `-` is standard input.
    ///   - limit: more bytes than this are not read.
    public static func bytes(of path: String, limit: Int) throws(Failure) -> [UInt8] {
        if path == "-" { return try read(STDIN_FILENO, expected: 0, limit: limit) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(reason: String(cString: strerror(errno))) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(limit: limit) }
        return try read(descriptor, expected: size, limit: limit)
    }

    private static func read(_ descriptor: Int32, expected: Int, limit: Int) throws(Failure) -> [UInt8] {
        var collected: [UInt8] = []
        var chunk = max(expected + 1, 1 << 16)
        while true {
            var failure: Int32 = 0
            var count = 0
            let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, filled in
                repeat {
                    count = readOnce(descriptor, buffer)
                } while count < 0 && errno == EINTR
                if count < 0 { failure = errno }
                filled = max(0, count)
            }
            if failure != 0 { throw .system(reason: String(cString: strerror(failure))) }
            if count == 0 { return collected }
            if collected.isEmpty { collected = part } else { collected.append(contentsOf: part) }
            guard collected.count <= limit else { throw .tooLarge(limit: limit) }
            chunk = 1 << 16
        }
    }

    private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        #if canImport(Glibc)
            return Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            return Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Darwin)
            return Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }
}
