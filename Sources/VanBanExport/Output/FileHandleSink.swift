#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A sink that writes to an open file descriptor: a file, a pipe, standard output.
///
/// ```swift
/// FileHandleSink.reportClosedPipes()
/// var output = FileHandleSink.standardOutput
/// try JSONSerializer(layout: .pretty).write(record, to: &output)
/// ```
///
/// The descriptor stays its opener's: the sink neither opens nor closes it.
package struct FileHandleSink: OutputSink, Sendable {
    /// The descriptor that bytes go to.
    package let descriptor: Int32

    package init(descriptor: Int32) { self.descriptor = descriptor }

    /// The process's standard output.
    package static var standardOutput: FileHandleSink { FileHandleSink(descriptor: STDOUT_FILENO) }

    /// Makes a closed pipe an ``OutputError/readerGone`` instead of a signal that ends the process, and a file that would
    /// grow beyond the process's limit (`ulimit -f`) an ``OutputError/system(code:)``.
    ///
    /// It holds for the whole process; a program calls it once, when it starts.
    package static func reportClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Writes the whole chunk: goes on after a short write or an interruption, and waits for a descriptor that does not
    /// block.
    ///
    /// - Throws: ``OutputError/readerGone`` for a closed pipe (see ``reportClosedPipes()``), else
    ///   ``OutputError/system(code:)`` with the system's error (disk full, descriptor closed).
    package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Self.writeOnce(descriptor, UnsafeRawBufferPointer(rebasing: rest))
            if written >= 0 {
                rest = rest.dropFirst(written)
                continue
            }
            let code = errno
            switch code {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: waitUntilWritable()
            case EPIPE: throw .readerGone
            default: throw .system(code: code)
            }
        }
    }

    private func waitUntilWritable() {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }

    /// The system's `write`, which the method of that name would hide.
    private static func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            return Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            return Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Darwin)
            return Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
