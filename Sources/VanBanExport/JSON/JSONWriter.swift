import VanBanModel
import VanBanReading

/// How JSON is laid out on the page. The data is the same.
package enum JSONLayout: Hashable, Sendable, CaseIterable {
    /// For people: two spaces a level, one field a line, small objects such as a location on one line.
    case pretty
    /// For machines: one record is one line (NDJSON).
    case compact
}

/// Writes JSON as it goes, always the same bytes for the same values.
///
/// Keys come in the order in which they are written, absent values are `null`, empty arrays `[]`. Strings are UTF-8 with
/// only `"`, `\` and control characters escaped. The writer holds 64 KiB and passes them on to the sink, so that output
/// of any length takes no more memory than that, and a few times as much where cores share a long array.
///
/// ```swift
/// try JSONWriter.write(to: &sink, layout: .compact) { json in
///     json.object { json in
///         json.field("index", "PAPI")
///         json.field("year", 2024)
///     }
/// }
/// ```
package struct JSONWriter: ~Copyable {
    /// An object or array that is being written.
    private struct Scope {
        var onOneLine: Bool
        var isEmpty = true
    }

    private let layout: JSONLayout
    /// Where the places that are written stand in the source's tree of elements; the record says.
    var paths: ElementPaths? {
        didSet { forgetPath() }
    }
    /// Where they are on pages; the record says.
    var pages: PagePlaces?
    private var output: JSONBuffer
    private var scopes: [Scope] = []
    /// The innermost object or array; nil outside of all.
    private var scope: Scope?
    /// The element whose path was written last, where it was found, and that path as it is written.
    private var lastElement: Int32 = -1
    private var lastMark = 0
    private var lastPath: [UInt8] = []
    /// The element around that one, and the length of its path.
    private var lastParent: Int32 = -2
    private var parentLength = 0

    /// Whether a piece of a long array is written, and what its elements have in common.
    private var isPiece = false
    private var repeated = RepeatedJSON()

    private init(layout: JSONLayout, output: consuming JSONBuffer) {
        self.layout = layout
        self.output = output
    }

    /// Writes what `body` says to a sink, to the last byte.
    ///
    /// - Throws: the sink's first ``OutputError``; nothing was handed to the sink after it.
    package static func write<Sink: OutputSink>(
        to sink: inout Sink, layout: JSONLayout, _ body: (inout JSONWriter) -> Void
    ) throws(OutputError) {
        let failure = withUnsafeMutablePointer(to: &sink) { target -> OutputError? in
            var writer = JSONWriter(
                layout: layout,
                output: JSONBuffer { chunk throws(OutputError) in
                    try target.pointee.write(chunk)
                })
            body(&writer)
            writer.output.flush()
            return writer.output.failure
        }
        if let failure { throw failure }
    }

    /// What `body` writes, as UTF-8.
    package static func bytes(layout: JSONLayout, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(layout: layout, output: JSONBuffer())
        body(&writer)
        return writer.output.bytes
    }

    // MARK: Structure

    /// An object, whose fields `body` writes.
    ///
    /// - Parameter onOneLine: whether the object stands on one line in the pretty layout too, with all that is in it.
    package mutating func object(onOneLine: Bool = false, _ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"), onOneLine: onOneLine)
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// An array of values.
    package mutating func array(_ elements: some Sequence<some JSONWritable>) {
        open(UInt8(ascii: "["), onOneLine: false)
        for element in elements {
            beginElement()
            element.write(to: &self)
        }
        close(UInt8(ascii: "]"))
    }

    /// A field of the object that is being written. Keys are plain names, written as they are.
    package mutating func field(_ key: StaticString, _ value: some JSONWritable) {
        begin(key)
        value.write(to: &self)
    }

    /// A field whose key comes from the document; it is escaped like any string.
    package mutating func field(named key: String, _ value: some JSONWritable) {
        beginElement()
        string(key)
        output.append(UInt8(ascii: ":"))
        if layout == .pretty { output.append(UInt8(ascii: " ")) }
        value.write(to: &self)
    }

    private mutating func begin(_ key: StaticString) {
        beginElement()
        let length = key.utf8CodeUnitCount
        output.reserve(length + 4)
        output.put(UInt8(ascii: "\""))
        output.append(UnsafeRawBufferPointer(start: key.utf8Start, count: length))
        output.put(UInt8(ascii: "\""))
        output.put(UInt8(ascii: ":"))
        if layout == .pretty { output.put(UInt8(ascii: " ")) }
    }

    /// The line feed that ends a document.
    package mutating func endLine() { output.append(UInt8(ascii: "\n")) }

    /// Fields that say the same wherever a value stands, in an object that has none yet.
    /// - Parameter value: who says it; stays the same while a long array is written.
    mutating func fields(of value: ObjectIdentifier, _ body: (inout JSONWriter) -> Void) {
        guard isPiece else { return body(&self) }
        let key = RepeatedJSON.Key(value: value, depth: scopes.count)
        if let known = repeated[key] {
            known.withUnsafeBytes { output.append($0) }
            scope?.isEmpty = false
            return
        }
        let start = output.length
        body(&self)
        repeated.keep(output.bytes(from: start), for: key)
    }

    // MARK: Long arrays

    /// A field with an array that may be long: cores write pieces of it side by side.
    mutating func longField<Element: JSONWritable & Sendable>(_ key: StaticString, _ elements: [Element]) {
        guard elements.count > 2 * Self.piece else { return field(key, elements) }
        begin(key)
        open(UInt8(ascii: "["), onOneLine: false)
        let pieces = ParallelWork.pieces(of: elements.indices, length: Self.piece)
        let (layout, paths, pages, scopes, scope) = (layout, paths, pages, scopes, scope)
        // What some cores write goes out while others go on with what comes next.
        var written: [JSONChunk] = []
        var known = [RepeatedJSON](repeating: RepeatedJSON(), count: Self.group)
        var room = JSONBuffer.capacity
        for group in ParallelWork.pieces(of: pieces.indices, length: Self.group) {
            let ready = written
            // Pieces take about as much room as those before.
            room = ready.reduce(room) { max($0, $1.bytes.count + $1.bytes.count / 4) }
            let expected = room
            let repeated = known
            let made = output.flush(ready, while: group.count) { index -> (chunk: JSONChunk, repeated: RepeatedJSON) in
                let place = group.lowerBound + index
                var writer = JSONWriter(layout: layout, output: JSONBuffer(room: expected))
                writer.paths = paths
                writer.pages = pages
                writer.scopes = scopes
                writer.scope = scope
                writer.scope?.isEmpty = place == 0
                writer.isPiece = true
                writer.repeated = repeated[index]
                for element in elements[pieces[place]] {
                    writer.beginElement()
                    element.write(to: &writer)
                }
                return (writer.finish(), writer.repeated)
            }
            written = made.map(\.chunk)
            known = made.map(\.repeated)
        }
        _ = output.flush(written, while: 0) { _ in () }
        self.scope?.isEmpty = false
        close(UInt8(ascii: "]"))
    }

    /// What was written, without a copy.
    private mutating func finish() -> JSONChunk { output.take() }

    /// Elements that one core writes at a time, and how many such pieces are under way.
    private static let piece = 64
    private static let group = 8

    // MARK: Values

    /// A string, escaped as little as JSON allows.
    package mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string(UnsafeRawBufferPointer($0)) }
    }

    private mutating func string(_ bytes: UnsafeRawBufferPointer) {
        output.append(UInt8(ascii: "\""))
        let count = bytes.count
        var start = 0
        var position = 0
        while position < count {
            if position + 8 <= count, !Self.needsEscape(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            {
                position += 8
                continue
            }
            let end = min(count, position + 8)
            while position < end {
                if Self.needsEscape(bytes[position]) {
                    output.append(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
                    appendEscape(of: bytes[position])
                    start = position + 1
                }
                position += 1
            }
        }
        output.append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        output.append(UInt8(ascii: "\""))
    }

    /// A whole number.
    package mutating func number(_ number: Int) { output.append(number) }

    /// A number in its shortest decimal form that reads back as the same `Double` (`4.8918`, `5`); `null` for infinities
    /// and for what is no number, which JSON cannot say.
    package mutating func number(_ number: Double) {
        if let digits = DecimalNotation.text(of: number) { output.append(ascii: digits) } else { null() }
    }

    /// `true` or `false`.
    package mutating func bool(_ value: Bool) { if value { output.append("true") } else { output.append("false") } }

    /// `null`: what is not known, or not there.
    package mutating func null() { output.append("null") }

    /// A day as ISO 8601 has it, digit by digit: large records hold hundreds of thousands.
    mutating func date(year: Int, month: Int, day: Int) {
        output.reserve(12)
        output.put(UInt8(ascii: "\""))
        digits(year / 100)
        digits(year % 100)
        output.put(UInt8(ascii: "-"))
        digits(month)
        output.put(UInt8(ascii: "-"))
        digits(day)
        output.put(UInt8(ascii: "\""))
    }

    /// Two digits; room for them is there.
    @inline(__always)
    private mutating func digits(_ number: Int) {
        output.put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        output.put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    // MARK: Places

    /// A place, always on one line. One that says no path itself has that of the element that it begins in.
    mutating func place(start: Int, end: Int, line: Int, path: String?, spot: PageSpot?, source: Int?) {
        let isPretty = layout == .pretty
        output.append(isPretty ? "{ \"start\": " : "{\"start\":")
        output.append(start)
        output.append(isPretty ? ", \"end\": " : ",\"end\":")
        output.append(end)
        output.append(isPretty ? ", \"line\": " : ",\"line\":")
        output.append(line)
        output.append(isPretty ? ", \"path\": " : ",\"path\":")
        if let path { string(path) } else { self.path(at: start) }
        append(spot ?? pages?.spot(of: start..<max(start, end)))
        if let source {
            output.append(isPretty ? ", \"source\": " : ",\"source\":")
            output.append(source)
        }
        output.append(isPretty ? " }" : "}")
    }

    /// A page and a box on it, to tenths of a point.
    private mutating func append(_ spot: PageSpot?) {
        let isPretty = layout == .pretty
        output.append(isPretty ? ", \"page\": " : ",\"page\":")
        guard let spot else {
            output.append(isPretty ? "null, \"box\": null" : "null,\"box\":null")
            return
        }
        output.append(spot.page)
        output.append(isPretty ? ", \"box\": [" : ",\"box\":[")
        for (index, side) in spot.box.enumerated() {
            if index > 0 { output.append(isPretty ? ", " : ",") }
            let tenths = Int((max(-1e8, min(1e8, side)) * 10).rounded())
            if tenths < 0 { output.append("-") }
            output.append(abs(tenths) / 10)
            guard tenths % 10 != 0 else { continue }
            output.append(".")
            output.append(abs(tenths) % 10)
        }
        output.append("]")
    }

    private mutating func path(at offset: Int) {
        guard let element = paths?.element(at: offset, near: &lastMark) else { return null() }
        if element != lastElement || lastPath.isEmpty { findPath(of: element) }
        let path = lastPath
        path.withUnsafeBytes { string($0) }
    }

    /// Cells of a row have their row's path in common.
    private mutating func findPath(of element: Int32) {
        guard let parent = paths?.parent(of: element) else { return }
        if parent == lastParent {
            lastPath.removeLast(lastPath.count - parentLength)
        } else {
            lastPath.removeAll(keepingCapacity: true)
            paths?.append(pathOf: parent, to: &lastPath)
            lastParent = parent
            parentLength = lastPath.count
        }
        paths?.append(stepTo: element, to: &lastPath)
        lastElement = element
    }

    private mutating func forgetPath() {
        lastElement = -1
        lastMark = 0
        lastPath = []
        lastParent = -2
        parentLength = 0
    }

    // MARK: Layout

    private mutating func open(_ bracket: UInt8, onOneLine: Bool) {
        output.append(bracket)
        let isOnOneLine = onOneLine || layout == .compact || scope?.onOneLine == true
        if let scope { scopes.append(scope) }
        scope = Scope(onOneLine: isOnOneLine)
    }

    private mutating func close(_ bracket: UInt8) {
        let closed = scope
        scope = scopes.popLast()
        if let closed, !closed.isEmpty {
            if !closed.onOneLine {
                startLine()
            } else if layout == .pretty, bracket == UInt8(ascii: "}") {
                output.append(UInt8(ascii: " "))
            }
        }
        output.append(bracket)
    }

    /// The comma and the white space before a field or an element.
    @inline(__always)
    private mutating func beginElement() {
        guard let scope else { return }
        output.reserve(2)
        if scope.isEmpty { self.scope?.isEmpty = false } else { output.put(UInt8(ascii: ",")) }
        if !scope.onOneLine {
            startLine()
        } else if layout == .pretty {
            output.put(UInt8(ascii: " "))
        }
    }

    private mutating func startLine() {
        let indent = scope == nil ? 0 : (scopes.count + 1) * 2
        output.append(UInt8(ascii: "\n"))
        output.appendSpaces(indent)
    }

    /// Whether one of eight bytes needs to be escaped.
    @inline(__always)
    private static func needsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let control = (word &- ones &* 0x20) & ~word
        let quote = word ^ ones &* 0x22
        let backslash = word ^ ones &* 0x5C
        let found = control | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
        return found & tops != 0
    }

    @inline(__always)
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscape(of byte: UInt8) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): output.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\t"): output.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\r"): output.append(UInt8(ascii: "r"))
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0..<0x20:
            output.append(ascii: byte < 0x10 ? "u000" : "u00")
            output.append(ascii: String(byte, radix: 16))
        default: output.append(byte)
        }
    }
}
