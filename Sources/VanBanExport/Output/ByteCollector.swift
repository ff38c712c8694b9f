/// A sink that keeps everything in memory: for tests, and for output that is small or wanted as one string.
public struct ByteCollector: OutputSink, Sendable {
    /// Everything written so far.
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Everything written so far, read as UTF-8.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
        self.bytes.append(contentsOf: bytes)
    }
}
