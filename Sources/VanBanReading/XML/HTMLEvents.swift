import CLibXML2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What libxml2's parser for HTML meets in a page, told to an ``HTMLFlow`` as it goes: no tree is built.
///
/// This is the only place where the parser is touched; what leaves it are values of ours. The parser closes what authors
/// leave open, so that every element that begins also ends.
struct HTMLEvents {
    /// Reads a page.
    /// - Parameters:
    ///   - page: UTF-8 without NUL, as ``MarkupPreparation`` gives it. Where nobody else holds it, its memory goes back to
    ///     the system as it is read.
    ///   - flow: told of everything; when it has a failure, the reading stops.
    static func read(_ page: consuming [UInt8], into flow: inout HTMLFlow) {
        // What libxml2 cannot say to a parser's own handler goes to its thread's, and else to standard error.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        page.withUnsafeMutableBytes { bytes in
            guard !bytes.isEmpty, let parser = htmlNewParserCtxt() else { return }
            defer { htmlFreeParserCtxt(parser) }
            var page = PageBytes(bytes)
            withUnsafeMutablePointer(to: &page) { page in
                guard Self.give(page, to: parser) else { return }
                withUnsafeMutablePointer(to: &flow) { flow in
                    var state = ParserState(parser: parser, flow: flow)
                    withUnsafeMutablePointer(to: &state) { state in
                        install(in: parser, state)
                        _ = htmlParseDocument(parser)
                    }
                }
            }
        }
    }

    /// The parser pulls the page piece by piece, so that it doesn't stand in memory twice.
    private static func give(_ page: UnsafeMutablePointer<PageBytes>, to parser: htmlParserCtxtPtr) -> Bool {
        let read: xmlInputReadCallback = { page, target, length in
            guard let page, let target, length > 0 else { return 0 }
            return page.assumingMemoryBound(to: PageBytes.self).pointee.read(
                into: UnsafeMutableRawBufferPointer(start: target, count: Int(length)))
        }
        guard let buffer = xmlParserInputBufferCreateIO(read, nil, page, XML_CHAR_ENCODING_NONE) else { return false }
        guard let input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE) else {
            xmlFreeParserInputBuffer(buffer)
            return false
        }
        inputPush(parser, input)
        return true
    }

    /// The handlers are plain functions: nothing is captured, everything comes with the state.
    private static func install(in parser: htmlParserCtxtPtr, _ state: UnsafeMutablePointer<ParserState>) {
        var handler = htmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElement = { state, name, attributes in ParserState.of(state)?.pointee.start(name, attributes) }
        handler.endElement = { state, name in ParserState.of(state)?.pointee.end(name) }
        handler.characters = { state, bytes, count in ParserState.of(state)?.pointee.characters(bytes, count) }
        handler.ignorableWhitespace = { state, bytes, count in ParserState.of(state)?.pointee.characters(bytes, count) }
        handler.cdataBlock = { state, bytes, count in ParserState.of(state)?.pointee.characters(bytes, count) }
        handler.comment = { state, bytes in ParserState.of(state)?.pointee.comment(bytes) }
        handler.serror = { state, error in ParserState.of(state)?.pointee.mistake(error) }
        parser.pointee.sax.pointee = handler
        parser.pointee.userData = UnsafeMutableRawPointer(state)
        _ = htmlCtxtUseOptions(
            parser,
            Int32(
                bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue
                    | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue))
        // The bytes are UTF-8, whatever the page says of itself.
        parser.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
    }
}

/// The attributes of an element that mean anything here, one after the other; the values live as long as the event.
struct HTMLAttributes {
    typealias Value = UnsafeBufferPointer<UInt8>

    fileprivate var next: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    fileprivate let names: UnsafeMutablePointer<NameCache<HTMLAttribute>>

    mutating func nextKnown() -> (name: HTMLAttribute, value: Value)? {
        while let name = next?.pointee {
            let value = next?[1]
            next = next?.advanced(by: 2)
            let attribute = names.pointee.value(of: name)
            if attribute != .other { return (attribute, Self.bytes(value)) }
        }
        return nil
    }

    /// All that are left, names in small letters.
    func all() -> [(name: [UInt8], value: [UInt8])] {
        var found: [(name: [UInt8], value: [UInt8])] = []
        var place = next
        while let name = place?.pointee {
            found.append((Array(Self.bytes(name)), Array(Self.bytes(place?[1]))))
            place = place?.advanced(by: 2)
        }
        return found
    }

    private static func bytes(_ value: UnsafePointer<UInt8>?) -> Value {
        guard let value else { return Value(start: nil, count: 0) }
        return Value(start: value, count: Int(xmlStrlen(value)))
    }
}

/// What the parser has not yet pulled of a page.
private struct PageBytes {
    private var rest: UnsafeMutableRawBufferPointer
    /// Where the memory begins that has been read and not been given back.
    private var held: Int
    /// In bytes; less is not worth a call of the system.
    private static let handful = 1 << 20

    init(_ page: UnsafeMutableRawBufferPointer) {
        rest = page
        held = Int(bitPattern: page.baseAddress)
    }

    mutating func read(into target: UnsafeMutableRawBufferPointer) -> Int32 {
        let count = min(target.count, rest.count)
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
        rest = UnsafeMutableRawBufferPointer(rebasing: rest[count...])
        giveBack()
        return Int32(count)
    }

    /// What has been read is not looked at again: whole pages of its memory may be forgotten.
    private mutating func giveBack() {
        let read = Int(bitPattern: rest.baseAddress)
        guard read - held >= Self.handful else { return }
        let size = Int(sysconf(Int32(_SC_PAGESIZE)))
        let start = (held + size - 1) / size * size
        let end = read / size * size
        if end > start { madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_DONTNEED) }
        held = end
    }
}

/// What the handlers work with while a page is read.
private struct ParserState {
    let parser: htmlParserCtxtPtr
    let flow: UnsafeMutablePointer<HTMLFlow>
    var elements = NameCache<HTMLElement>()
    var attributes = NameCache<HTMLAttribute>()
    /// Open elements that the parser went through for end tags that nothing had opened.
    var searched = 0

    init(parser: htmlParserCtxtPtr, flow: UnsafeMutablePointer<HTMLFlow>) {
        self.parser = parser
        self.flow = flow
    }

    static func of(_ state: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ParserState>? {
        state?.assumingMemoryBound(to: ParserState.self)
    }

    mutating func start(_ name: UnsafePointer<UInt8>?, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        guard let name else { return }
        let element = elements.value(of: name)
        withUnsafeMutablePointer(to: &attributes) { names in
            flow.pointee.start(element, HTMLAttributes(next: values, names: names))
        }
        if flow.pointee.failure != nil { xmlStopParser(parser) }
    }

    mutating func end(_ name: UnsafePointer<UInt8>?) {
        guard let name else { return }
        flow.pointee.end(elements.value(of: name), isWritten: isEndTag(name))
    }

    func characters(_ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
        flow.pointee.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
        if flow.pointee.failure != nil { xmlStopParser(parser) }
    }

    func comment(_ bytes: UnsafePointer<UInt8>?) {
        guard let bytes else { return }
        flow.pointee.comment(UnsafeBufferPointer(start: bytes, count: Int(xmlStrlen(bytes))))
    }

    /// An end tag that closes nothing: what it belongs to was closed for something else.
    mutating func mistake(_ error: UnsafeMutablePointer<xmlError>?) {
        guard let error, error.pointee.code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue),
            error.pointee.message?[0] == 0x55, let name = error.pointee.str1
        else { return }
        let length = Int(strnlen(name))
        name.withMemoryRebound(to: UInt8.self, capacity: length + 1) { name in
            flow.pointee.strayEnd(HTMLElement(named: UnsafeBufferPointer(start: name, count: length)))
        }
        searched += Int(parser.pointee.nameNr)
        if searched > flow.pointee.limits.searchedElements {
            flow.pointee.failure = .tangledMarkup
            xmlStopParser(parser)
        }
    }

    private func strnlen(_ name: UnsafePointer<CChar>) -> Int {
        var length = 0
        while length < 100, name[length] != 0 { length += 1 }
        return length
    }

    /// Whether the end of an element stands in the page right before the place that is being read, and is not only
    /// implied by something else.
    private func isEndTag(_ name: UnsafePointer<UInt8>) -> Bool {
        guard let input = parser.pointee.input, let base = input.pointee.base, var place = input.pointee.cur else {
            return false
        }
        guard place > base, place[-1] == 0x3E else { return false }
        place -= 1
        while place > base, CharacterClass.isSpace(place[-1]) { place -= 1 }
        let length = Int(xmlStrlen(name))
        guard place - base > length else { return false }
        place -= length
        for offset in 0..<length where place[offset] | 0x20 != name[offset] | 0x20 { return false }
        return place[-1] == 0x2F
    }
}

/// What an element or attribute is, told by its name once for every name: the parser keeps a name at one address.
private struct NameCache<Value: HTMLNamed> {
    private var keys: [UnsafePointer<UInt8>?]
    private var values: [Value]
    private var count = 0
    private static var size: Int { 512 }

    init() {
        keys = Array(repeating: nil, count: Self.size)
        values = Array(repeating: Value.unknown, count: Self.size)
    }

    mutating func value(of name: UnsafePointer<UInt8>) -> Value {
        var slot = (Int(bitPattern: name) &* 0x9E37_79B1 >> 8) & (Self.size - 1)
        while let key = keys[slot] {
            if key == name { return values[slot] }
            slot = (slot + 1) & (Self.size - 1)
        }
        let value = Value(named: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
        // A page with more names than any is looked up name by name.
        if count < Self.size / 2 {
            keys[slot] = name
            values[slot] = value
            count += 1
        }
        return value
    }
}

/// Something that a name in a page stands for.
protocol HTMLNamed {
    static var unknown: Self { get }
    init(named name: UnsafeBufferPointer<UInt8>)
}
