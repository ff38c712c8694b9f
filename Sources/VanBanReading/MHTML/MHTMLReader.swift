import VanBanModel

/// Reads web archives (MHTML, RFC 2557): a page with all that belongs to it in one file, as browsers and Word save it, Word
/// under the name of a document, too.
struct MHTMLReader {
    private let file: [UInt8]
    private let message: MIMEEntity

    /// - Returns: nil for what is no web archive.
    init?(_ file: [UInt8]) {
        // Headers begin with a letter; most files are none at the first look.
        guard let first = file.prefix(64).first(where: { !CharacterClass.isSpace($0) }), first | 0x20 >= 0x61,
            first | 0x20 <= 0x7A, let message = MIMEEntity(file), !Self.isMail(message)
        else { return nil }
        let isArchive = message.type == "multipart/related" || message.type == "text/html"
        guard isArchive || message.type.hasPrefix("multipart/"), Self.isMIME(message) else { return nil }
        self.file = file
        self.message = message
    }

    private static func isMIME(_ message: MIMEEntity) -> Bool {
        message.field("mime-version") != nil && message.field("content-type") != nil
    }

    private static func isMail(_ message: MIMEEntity) -> Bool {
        message.field("to") != nil || message.field("received") != nil || message.field("delivered-to") != nil
    }

    /// Whether a file is a letter that was sent by mail.
    static func isMail(_ file: [UInt8]) -> Bool {
        guard let first = file.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A, let message = MIMEEntity(file) else {
            return false
        }
        return isMail(message) && (isMIME(message) || message.field("message-id") != nil)
    }

    func read(
        name: String, limits: ReadingLimits, encoding: TextEncoding?, revisions: RevisionView
    ) throws(ReadingError) -> ReadDocument {
        guard let root = message.root() else { throw .empty }
        let content = root.content
        guard content.count <= limits.partBytes else { throw .beyondLimit(.partBytes, limit: limits.partBytes) }
        var document: ReadDocument
        if root.type == "text/plain" {
            var reader = TextReader(limit: limits.partBytes, encoding: encoding)
            reader.paragraphLimit = limits.paragraphBytes
            document = try reader.read(content, name: name)
        } else {
            var html = limits.html
            html.bytes = limits.partBytes
            html.paragraphBytes = limits.paragraphBytes
            var reader = HTMLReader(limits: html, encoding: encoding, revisions: revisions)
            reader.charset = root.parameter("charset")?.lowercased()
            document = try reader.read(content, name: name)
        }
        // What the record speaks of is the whole file.
        document.source.bytes = file.count
        document.source.sha256 = FileDigest.sha256(of: file)
        tellOthers(than: root, in: &document)
        return document
    }

    /// Pages within the page (frames) are not read.
    private func tellOthers(than root: MIMEEntity, in document: inout ReadDocument) {
        for part in message.parts where part.type == "text/html" && part.body != root.body {
            let place = part.field("content-location") ?? part.field("content-id") ?? "text/html"
            // Word's own page for heads, feet and the lines above notes.
            if place.hasSuffix("header.htm") || place.hasSuffix("header.html") { continue }
            guard Self.hasWords(part.content) else { continue }
            document.diagnostics.append(
                Diagnostic(.unreadPart, at: document.text.location(of: 0..<0), arguments: [place]))
        }
    }

    /// Whether anything but tags stands in a page.
    private static func hasWords(_ page: [UInt8]) -> Bool {
        var isTag = false
        var isPassed = false
        for offset in page.indices {
            let byte = page[offset]
            if byte == 0x3C {
                isTag = true
                let name = page[(offset + 1)...].prefix(7).map { $0 | 0x20 }
                if name.starts(with: "script".utf8) || name.starts(with: "style".utf8) { isPassed = true }
                if name.first == 0x2F { isPassed = false }
            } else if byte == 0x3E, isTag {
                isTag = false
            } else if !isTag, !isPassed, byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
                return true
            }
        }
        return false
    }
}
