/// A message, or a part of one (RFC 2045, RFC 2046): its header, and where its body stands.
struct MIMEEntity {
    let bytes: [UInt8]
    private var fields: [(name: String, value: String)] = []
    let body: Range<Int>

    /// Headers are no longer than this, in bytes.
    private static let headerLimit = 1 << 16
    /// Parts within parts, and parts of one.
    private static let deepest = 8
    static let mostParts = 10_000

    /// - Returns: nil where no header stands at the beginning.
    init?(_ bytes: [UInt8], in range: Range<Int>? = nil, isPart: Bool = false) {
        self.bytes = bytes
        let range = range ?? bytes.indices
        var offset = range.lowerBound
        if !isPart { while offset < range.upperBound, CharacterClass.isSpace(bytes[offset]) { offset += 1 } }
        let limit = min(range.upperBound, offset + Self.headerLimit)
        var end: Int?
        while offset < limit {
            let (line, next) = Self.line(in: bytes, from: offset, to: range.upperBound)
            offset = next
            if line.isEmpty {
                end = next
                break
            }
            if let first = bytes[line].first, first == 0x20 || first == 0x09, !fields.isEmpty {
                fields[fields.count - 1].value += " " + Self.text(bytes[line])
                continue
            }
            guard let colon = bytes[line].firstIndex(of: 0x3A), colon > line.lowerBound,
                bytes[line.lowerBound..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else {
                guard isPart else { return nil }
                // A part without a header of its own.
                fields = []
                end = range.lowerBound
                break
            }
            let name = String(decoding: bytes[line.lowerBound..<colon], as: UTF8.self).lowercased()
            fields.append((name, Self.text(bytes[(colon + 1)..<line.upperBound])))
        }
        guard let end, isPart || !fields.isEmpty else { return nil }
        body = end..<max(end, range.upperBound)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func line(in bytes: [UInt8], from start: Int, to limit: Int) -> (line: Range<Int>, next: Int) {
        var end = start
        while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var next = min(limit, end + 1)
        if end + 1 < limit, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next = end + 2 }
        return (start..<end, next)
    }

    func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// `text/html`, in small letters; plain text where nothing is said (RFC 2045, 5.2).
    var type: String {
        let value = field("content-type") ?? "text/plain"
        return value.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    }

    /// A parameter of the content type: `charset`, `boundary`, `start`.
    func parameter(_ name: String) -> String? {
        field("content-type").flatMap { MailWords.parameters(of: $0).first { $0.name == name }?.value }
    }

    var isPage: Bool { type == "text/html" || type == "application/xhtml+xml" }

    /// What it holds, decoded.
    var content: [UInt8] {
        switch field("content-transfer-encoding")?.lowercased() {
        case "quoted-printable": return QuotedPrintable.decode(bytes[body])
        case "base64": return Base64.decode(bytes[body])
        default: return Array(bytes[body])
        }
    }

    // MARK: Parts

    /// The parts of a message of several, in order; empty where it is of one.
    var parts: [MIMEEntity] {
        guard type.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
        let sign = Array("--".utf8) + Array(boundary.utf8)
        var found: [MIMEEntity] = []
        var start: Int?
        var offset = body.lowerBound
        func close(at end: Int) {
            guard let start, start <= end, found.count < Self.mostParts else { return }
            if let part = MIMEEntity(bytes, in: start..<end, isPart: true) { found.append(part) }
        }
        while offset < body.upperBound {
            let (line, next) = Self.line(in: bytes, from: offset, to: body.upperBound)
            if line.count >= sign.count, bytes[line.lowerBound] == 0x2D, bytes[line].starts(with: sign) {
                let rest = bytes[(line.lowerBound + sign.count)..<line.upperBound]
                let isEnd = rest.starts(with: [0x2D, 0x2D])
                if isEnd || rest.allSatisfy({ CharacterClass.isSpace($0) }) {
                    close(at: line.lowerBound)
                    start = isEnd ? nil : next
                    if isEnd { return found }
                }
            }
            offset = next
        }
        // The end was cut off.
        close(at: body.upperBound)
        return found
    }

    /// The part that is read: of alternatives the page, of related parts the one that is named the start (RFC 2387), else
    /// the first page, or what text there is.
    func root(depth: Int = 0) -> MIMEEntity? {
        guard type.hasPrefix("multipart/") else { return self }
        guard depth < Self.deepest else { return nil }
        let parts = parts
        if let start = parameter("start"), let named = parts.first(where: { $0.field("content-id") == start }) {
            return named.root(depth: depth + 1)
        }
        if type == "multipart/alternative", let page = parts.last(where: { $0.type == "text/html" }) { return page }
        let roots = parts.compactMap { $0.root(depth: depth + 1) }
        return roots.first { $0.isPage } ?? roots.first { $0.type == "text/plain" }
    }
}
