#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The lines of a file descriptor, one at a time.
package struct LineInput {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// How much of the buffer was handed out.
    private var taken = 0
    private var isAtEnd = false

    package init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next line without its line feed (and without a carriage return before it); nil at the end.
    package mutating func next() -> [UInt8]? {
        var searched = taken
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { taken = end + 1 }
                return Self.line(buffer[taken..<end])
            }
            searched = buffer.count
            if isAtEnd {
                guard taken < buffer.count else { return nil }
                defer { taken = buffer.count }
                return Self.line(buffer[taken...])
            }
            if taken > 0 {
                buffer.removeSubrange(..<taken)
                searched -= taken
                taken = 0
            }
            fill()
        }
    }

    private mutating func fill() {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var count = 0
        repeat {
            count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        if count <= 0 { isAtEnd = true } else { buffer += chunk[..<count] }
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(bytes.last == 0x0D ? bytes.dropLast() : bytes)
    }
}
