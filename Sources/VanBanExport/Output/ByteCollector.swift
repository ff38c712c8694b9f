/// A sink that keeps everything in memory: for tests, and for output that is small or wanted as one string.
package struct ByteCollector: OutputSink, Sendable {
    /// Everything written so far.
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Everything written so far, read as UTF-8.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
        self.bytes.append(contentsOf: bytes)
    }
}
