import VanBanMessages
import VanBanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a file, or of standard input, with a limit on their number.
package enum InputFile {
    /// Why the bytes could not be had.
    package enum Failure: Error, Hashable, Sendable {
        /// The system refused: its error number (`errno`).
        case system(code: Int32)
        case isFolder
        /// A named pipe, a socket, a device: it may never end, or never begin.
        case notAFile
        case tooLarge(limit: Int)

        /// A name for programs, by which failures are counted.
        package var reason: String {
            switch self {
            case .system: "unreadable"
            case .isFolder: "isFolder"
            case .notAFile: "notAFile"
            case .tooLarge: "tooLarge"
            }
        }

        /// What is wrong, and what can be done.
        package func message(in language: Language) -> String {
            switch self {
            case .system(let code):
                Messages.text("file.system", in: language, [SystemReason(code: code).message(in: language)])
            case .isFolder: Messages.text("file.isFolder", in: language)
            case .notAFile: Messages.text("file.notAFile", in: language)
            case .tooLarge(let limit): ReadingError.tooLarge(bytes: limit + 1, limit: limit).message(in: language)
            }
        }
    }

    /// Reads a file whole.
    /// - Parameters:
    ///   - path: the file, as ``FileName`` writes it; `-` is standard input. What the process holds open itself
    ///     (`/dev/stdin`, the `/dev/fd/63` of a shell's `<(…)`) may be a pipe; anything else must be a file.
    ///   - limit: more bytes than this are not read.
    package static func bytes(of path: String, limit: Int) throws(Failure) -> [UInt8] {
        if path == "-" { return try read(STDIN_FILENO, expected: 0, limit: limit) }
        // Not to wait for whoever might write to a pipe one day.
        let descriptor = FileName.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else {
            let code = errno
            if code == ENXIO || code == ENODEV { throw .notAFile }
            throw .system(code: code)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isFolder
        default: guard isHeldOpen(path) else { throw .notAFile }
        }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(limit: limit) }
        return try read(descriptor, expected: size, limit: limit)
    }

    /// The first bytes of a file; none where they cannot be had.
    package static func head(of path: String, count: Int) -> [UInt8] {
        let descriptor = FileName.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, readOnce(descriptor, UnsafeMutableBufferPointer(rebasing: buffer[..<count])))
        }
    }

    /// Whether a path names what the process has open, and no file of the disk.
    private static func isHeldOpen(_ path: String) -> Bool {
        ["/dev/fd/", "/dev/stdin", "/proc/self/fd/"].contains { path.hasPrefix($0) }
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
            if failure != 0 { throw .system(code: failure) }
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
