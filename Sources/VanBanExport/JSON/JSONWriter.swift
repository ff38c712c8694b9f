import VanBanModel

/// How JSON is laid out on the page. The data is the same.
public enum JSONLayout: Hashable, Sendable, CaseIterable {
    /// For people: two spaces a level, one field a line, small objects such as a location on one line.
    case pretty
    /// For machines: one record is one line (NDJSON).
    case compact
}

/// Writes JSON as it goes, always the same bytes for the same values.
///
/// Keys come in the order in which they are written, absent values are `null`, empty arrays `[]`. Strings are UTF-8 with
/// only `"`, `\` and control characters escaped. The writer holds 64 KiB and passes them on to the sink, so that output
/// of any length takes no more memory than that.
///
/// ```swift
/// try JSONWriter.write(to: &sink, layout: .compact) { json in
///     json.object { json in
///         json.field("index", "PAPI")
///         json.field("year", 2024)
///     }
/// }
/// ```
public struct JSONWriter: ~Copyable {
    /// How many bytes are held before they go to the sink.
    static let capacity = 64 * 1024

    private struct Scope {
        var onOneLine: Bool
        var isEmpty = true
    }

    private let layout: JSONLayout
    /// Where the places that are written stand in the source's tree of elements; the record says.
    var paths: ElementPaths?
    /// Passes a chunk on; nil keeps everything in the buffer.
    private let emit: ((UnsafeRawBufferPointer) throws(OutputError) -> Void)?
    private var buffer: [UInt8] = []
    private var scopes: [Scope] = []
    /// The first failure of the sink. What comes after it is dropped, so that serializers need no `try` at every field.
    private var failure: OutputError?

    private init(layout: JSONLayout, emit: ((UnsafeRawBufferPointer) throws(OutputError) -> Void)?) {
        self.layout = layout
        self.emit = emit
        buffer.reserveCapacity(Self.capacity)
    }

    /// Writes what `body` says to a sink, to the last byte.
    ///
    /// - Throws: the sink's first ``OutputError``; nothing was handed to the sink after it.
    public static func write<Sink: OutputSink>(
        to sink: inout Sink, layout: JSONLayout, _ body: (inout JSONWriter) -> Void
    ) throws(OutputError) {
        let failure = withUnsafeMutablePointer(to: &sink) { target -> OutputError? in
            var writer = JSONWriter(layout: layout) { chunk throws(OutputError) in
                try target.pointee.write(chunk)
            }
            body(&writer)
            writer.flush()
            return writer.failure
        }
        if let failure { throw failure }
    }

    /// What `body` writes, as UTF-8.
    public static func bytes(layout: JSONLayout, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(layout: layout, emit: nil)
        body(&writer)
        return writer.buffer
    }

    // MARK: Structure

    /// An object, whose fields `body` writes.
    ///
    /// - Parameter onOneLine: whether the object stands on one line in the pretty layout too, with all that is in it.
    public mutating func object(onOneLine: Bool = false, _ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"), onOneLine: onOneLine)
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// An array of values.
    public mutating func array(_ elements: some Sequence<some JSONWritable>) {
        open(UInt8(ascii: "["), onOneLine: false)
        for element in elements {
            beginElement()
            element.write(to: &self)
        }
        close(UInt8(ascii: "]"))
    }

    /// A field of the object that is being written. Keys are plain names, written as they are.
    public mutating func field(_ key: StaticString, _ value: some JSONWritable) {
        beginElement()
        append(UInt8(ascii: "\""))
        key.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
        if layout == .pretty { append(UInt8(ascii: " ")) }
        value.write(to: &self)
    }

    /// A field whose key comes from the document; it is escaped like any string.
    public mutating func field(named key: String, _ value: some JSONWritable) {
        beginElement()
        string(key)
        append(UInt8(ascii: ":"))
        if layout == .pretty { append(UInt8(ascii: " ")) }
        value.write(to: &self)
    }

    /// The line feed that ends a document.
    public mutating func endLine() { append(UInt8(ascii: "\n")) }

    // MARK: Values

    /// A string, escaped as little as JSON allows.
    public mutating func string(_ text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for position in bytes.indices where Self.needsEscape(bytes[position]) {
                append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<position]))
                appendEscape(of: bytes[position])
                start = position + 1
            }
            append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...]))
        }
        append(UInt8(ascii: "\""))
    }

    /// A whole number.
    public mutating func number(_ number: Int) { append(ascii: String(number)) }

    /// A number in its shortest decimal form that reads back as the same `Double` (`4.8918`, `5`); `null` for infinities
    /// and for what is no number, which JSON cannot say.
    public mutating func number(_ number: Double) {
        if let digits = DecimalNotation.text(of: number) { append(ascii: digits) } else { null() }
    }

    /// `true` or `false`.
    public mutating func bool(_ value: Bool) { append(ascii: value ? "true" : "false") }

    /// `null`: what is not known, or not there.
    public mutating func null() { append(ascii: "null") }

    // MARK: Bytes

    private mutating func open(_ bracket: UInt8, onOneLine: Bool) {
        append(bracket)
        scopes.append(Scope(onOneLine: onOneLine || layout == .compact || scopes.last?.onOneLine == true))
    }

    private mutating func close(_ bracket: UInt8) {
        if let scope = scopes.popLast(), !scope.isEmpty {
            if !scope.onOneLine {
                startLine()
            } else if layout == .pretty, bracket == UInt8(ascii: "}") {
                append(UInt8(ascii: " "))
            }
        }
        append(bracket)
    }

    /// The comma and the white space before a field or an element.
    private mutating func beginElement() {
        guard let scope = scopes.last else { return }
        if !scope.isEmpty { append(UInt8(ascii: ",")) }
        scopes[scopes.count - 1].isEmpty = false
        if !scope.onOneLine {
            startLine()
        } else if layout == .pretty {
            append(UInt8(ascii: " "))
        }
    }

    private mutating func startLine() {
        append(UInt8(ascii: "\n"))
        buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: scopes.count * 2))
        if buffer.count >= Self.capacity { flush() }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscape(of byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
        case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
        case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
        case 0x08: append(UInt8(ascii: "b"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0..<0x20:
            append(ascii: byte < 0x10 ? "u000" : "u00")
            append(ascii: String(byte, radix: 16))
        default: append(byte)
        }
    }

    private mutating func append(_ byte: UInt8) {
        buffer.append(byte)
        if buffer.count >= Self.capacity { flush() }
    }

    private mutating func append(ascii text: String) {
        // Not even its end may go beyond the chunk.
        if buffer.count + text.utf8.count > Self.capacity { flush() }
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.capacity { flush() }
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if buffer.count + bytes.count < Self.capacity {
            buffer.append(contentsOf: bytes)
            return
        }
        var rest = bytes[...]
        while buffer.count + rest.count >= Self.capacity, emit != nil {
            let fitting = Self.capacity - buffer.count
            buffer.append(contentsOf: rest.prefix(fitting))
            rest = rest.dropFirst(fitting)
            flush()
        }
        buffer.append(contentsOf: rest)
    }

    private mutating func flush() {
        guard let emit else { return }
        if failure == nil, !buffer.isEmpty {
            failure = buffer.withUnsafeBytes { chunk -> OutputError? in
                do throws(OutputError) {
                    try emit(chunk)
                    return nil
                } catch {
                    return error
                }
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
