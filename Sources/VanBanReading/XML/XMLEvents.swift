import CLibXML2

/// Receives what a parse of an XML part comes across, in order.
///
/// A class, as libxml2 hands one pointer back to its callbacks.
class XMLEventHandler {
    func begin(_ element: XMLElement) {}
    func end(_ name: XMLName, _ space: XMLNamespace) {}
    /// Characters of an element, as UTF-8, in one or several pieces.
    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}
    /// Whether the handler has seen enough, or cannot go on.
    final var isDone = false
}

/// An element as it begins. It is valid only during the call that hands it over.
struct XMLElement {
    let name: XMLName
    let space: XMLNamespace
    fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    fileprivate let count: Int
    fileprivate let names: UnsafePointer<UnsafePointer<UInt8>?>

    /// The value of an attribute, whatever its prefix, as it is written in the file (Word's values hold no entities
    /// but those of XML, which libxml2 has resolved).
    subscript(_ name: XMLName) -> UnsafeBufferPointer<UInt8>? {
        guard let attributes, count > 0 else { return nil }
        let wanted = names[name.place]
        for index in 0..<count where attributes[5 * index] == wanted {
            guard let start = attributes[5 * index + 3], let end = attributes[5 * index + 4] else { return nil }
            return UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }

    func string(_ name: XMLName) -> String? { self[name].map { String(decoding: $0, as: UTF8.self) } }

    func integer(_ name: XMLName) -> Int? { self[name].flatMap { Self.integer($0) } }

    private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var value = 0
        var isNegative = false
        guard !bytes.isEmpty, bytes.count < 12 else { return nil }
        for (index, byte) in bytes.enumerated() {
            if index == 0, byte == 0x2D || byte == 0x2B, bytes.count > 1 {
                isNegative = byte == 0x2D
                continue
            }
            guard CharacterClass.isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return isNegative ? -value : value
    }

    /// Whether an attribute has this value.
    func has(_ name: XMLName, _ value: StaticString) -> Bool {
        guard let found = self[name], found.count == value.utf8CodeUnitCount else { return false }
        for (index, byte) in found.enumerated() where value.utf8Start[index] != byte { return false }
        return true
    }

    /// The value of a switch: on where the element stands without a value (ECMA-376 Part 1, 17.17.4).
    var isOn: Bool {
        guard let value = self[.val] else { return true }
        switch value.first {
        case 0x30, 0x66, 0x46: return false  // 0, false
        case 0x6F, 0x4F: return value.count != 3  // off
        default: return true
        }
    }
}

/// What a parse came to.
struct XMLOutcome: Sendable {
    enum Limit: Hashable, Sendable { case depth, attributes }

    /// libxml2's first complaint, and the line it stands in; nil where the part is well-formed.
    var problem: (line: Int, code: Int)?
    var limit: Limit?
    var hasDocumentType = false

    var isDamaged: Bool { problem != nil }
}

/// Gives the bytes of a part, piece by piece.
class XMLInput {
    /// Fills a buffer.
    /// - Returns: how many bytes there were; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }
}

/// libxml2's SAX interface, wrapped here and nowhere else: bytes in, events out.
///
/// The parser pulls its bytes from the input, so that a part is inflated while it is read and never stands in memory
/// as a whole. No network, no external entity, no DTD: declarations are passed over, so that a reference to an entity
/// that a file declares itself stands for nothing. Names are told by their address, see ``XMLNameTable``.
final class XMLEvents {
    private let handler: XMLEventHandler
    private let input: XMLInput
    private let limits: ReadingLimits
    private var context: xmlParserCtxtPtr?
    private let names = XMLNameTable.shared
    private var spaces: [(address: UInt, space: XMLNamespace)] = []
    private var lastSpace: (address: UInt, space: XMLNamespace) = (0, .none)
    private var depth = 0
    private var outcome = XMLOutcome()
    /// Whether libxml2 said that there are bytes that are no UTF-8; it hands them on as they are.
    private var hasBadBytes = false
    private var isFirstRead = true
    private var isWide = false
    private var attributes = AttributeCounter()

    private init(_ input: XMLInput, _ handler: XMLEventHandler, _ limits: ReadingLimits) {
        self.input = input
        self.handler = handler
        self.limits = limits
    }

    /// Parses a part; what is damaged is read as far as it goes.
    static func parse(_ input: XMLInput, with handler: XMLEventHandler, limits: ReadingLimits) -> XMLOutcome {
        _ = isReady
        // What libxml2 cannot say to a parser's own handler goes to its thread's, and else to standard error.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        let events = XMLEvents(input, handler, limits)
        return withExtendedLifetime(events) { events.run() }
    }

    /// libxml2's global state is set up once, before any thread parses.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private func run() -> XMLOutcome {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { context, local, _, uri, _, _, count, _, attributes in
            XMLEvents.from(context).begin(local, uri, Int(count), attributes)
        }
        sax.endElementNs = { context, local, _, uri in XMLEvents.from(context).end(local, uri) }
        sax.characters = passCharacters
        // The same function, else libxml2 looks at every stretch of white space twice.
        sax.ignorableWhitespace = passCharacters
        sax.cdataBlock = passCharacters
        sax.internalSubset = { context, _, _, _ in XMLEvents.from(context).outcome.hasDocumentType = true }
        sax.serror = { context, error in
            guard let error else { return }
            XMLEvents.from(context).note(
                code: Int(error.pointee.code), line: Int(error.pointee.line),
                isWarning: error.pointee.level == XML_ERR_WARNING)
        }
        let me = Unmanaged.passUnretained(self).toOpaque()
        guard
            let context = xmlCreateIOParserCtxt(
                &sax, me, { XMLEvents.from($0).fill($1, $2) }, nil, me, XML_CHAR_ENCODING_NONE)
        else {
            outcome.problem = (0, Int(XML_ERR_NO_MEMORY.rawValue))
            return outcome
        }
        self.context = context
        defer {
            if let tree = context.pointee.myDoc { xmlFreeDoc(tree) }
            xmlFreeParserCtxt(context)
        }
        // The limits of the house take the place of libxml2's own, which a large document meets.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_HUGE.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        names.lend(to: context)
        _ = xmlParseDocument(context)
        return outcome
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLEvents {
        // libxml2 hands back the pointer that it was given, and no other.
        unsafeBitCast(context, to: XMLEvents.self)
    }

    // MARK: Namespaces

    private func space(_ pointer: UnsafePointer<UInt8>?) -> XMLNamespace {
        let address = UInt(bitPattern: pointer)
        if lastSpace.address == address { return lastSpace.space }
        if let known = spaces.first(where: { $0.address == address }) {
            lastSpace = known
            return known.space
        }
        let found = (address, XMLNamespace(pointer))
        if spaces.count < 64 { spaces.append(found) }
        lastSpace = found
        return found.1
    }

    // MARK: Events

    private func begin(
        _ local: UnsafePointer<UInt8>?, _ uri: UnsafePointer<UInt8>?, _ count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        depth += 1
        if depth > limits.elementDepth { return stop(.depth) }
        if count > limits.attributes { return stop(.attributes) }
        handler.begin(
            XMLElement(
                name: names.name(local), space: space(uri), attributes: attributes, count: count,
                names: names.addresses))
        if handler.isDone { stop(nil) }
    }

    private func end(_ local: UnsafePointer<UInt8>?, _ uri: UnsafePointer<UInt8>?) {
        depth -= 1
        handler.end(names.name(local), space(uri))
        if handler.isDone { stop(nil) }
    }

    fileprivate func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard hasBadBytes else { return handler.characters(bytes) }
        var repaired = String(decoding: bytes, as: UTF8.self)
        repaired.withUTF8 { handler.characters($0) }
    }

    private func stop(_ limit: XMLOutcome.Limit?) {
        if outcome.limit == nil { outcome.limit = limit }
        if let context { xmlStopParser(context) }
    }

    private func note(code: Int, line: Int, isWarning: Bool) {
        guard !handler.isDone, outcome.limit == nil else { return }
        if code == Int(XML_ERR_INVALID_ENCODING.rawValue) || code == Int(XML_ERR_INVALID_CHAR.rawValue) {
            hasBadBytes = true
        }
        // A namespace without a declaration is no damage to the text, nor is what a DTD would have said.
        if isWarning || code == Int(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue) { return }
        if outcome.problem == nil { outcome.problem = (line, code) }
    }

    // MARK: Bytes

    private func fill(_ buffer: UnsafeMutablePointer<CChar>?, _ length: Int32) -> Int32 {
        guard let buffer, length > 0 else { return 0 }
        let target = UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
        let count = input.read(into: target)
        guard count > 0 else { return 0 }
        if isFirstRead {
            isFirstRead = false
            isWide = target.prefix(min(4, count)).contains(0)
        }
        // libxml2 stops for good at a NUL; damaged files hold some.
        if !isWide, Self.holdsNUL(target, count) {
            for index in 0..<count where target[index] == 0 { target[index] = 0x20 }
            note(code: Int(XML_ERR_INVALID_CHAR.rawValue), line: 0, isWarning: false)
        }
        if attributes.exceeds(limits.attributes, in: UnsafeRawBufferPointer(rebasing: target[..<count])) {
            if outcome.limit == nil { outcome.limit = .attributes }
            return 0
        }
        return Int32(count)
    }

    private static func holdsNUL(_ bytes: UnsafeMutableRawBufferPointer, _ count: Int) -> Bool {
        var offset = 0
        // Eight at a time: a byte is 0 where taking 1 from it borrows.
        while offset + 8 <= count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
            offset += 8
        }
        return bytes[offset..<count].contains(0)
    }
}

private func passCharacters(
    _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ length: Int32
) {
    unsafeBitCast(context, to: XMLEvents.self).characters(UnsafeBufferPointer(start: bytes, count: Int(length)))
}

/// The bytes of a part that stands in memory.
final class XMLBytes: XMLInput {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    override func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - offset)
        guard count > 0 else { return 0 }
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<(offset + count)]))
        }
        offset += count
        return count
    }
}
