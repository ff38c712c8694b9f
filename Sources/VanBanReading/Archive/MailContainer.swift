/// A letter (RFC 5322) as what is in it: its own text, and everything that is attached, letters that were passed on among it.
final class MailContainer: DocumentContainer {
    private(set) var files: [ContainedFile] = []
    private var parts: [MIMEEntity] = []

    /// Parts within parts.
    private static let deepest = 8

    /// - Returns: nil for what is no letter.
    init?(_ file: [UInt8]) throws(DocumentArchive.Failure) {
        guard MHTMLReader.isMail(file), let message = MIMEEntity(file) else { return nil }
        try take(message, depth: 0)
    }

    private func take(_ entity: MIMEEntity, depth: Int) throws(DocumentArchive.Failure) {
        let parts = depth < Self.deepest ? entity.parts : []
        guard parts.count < MIMEEntity.mostParts else { throw .tooManyEntries(limit: MIMEEntity.mostParts) }
        guard !parts.isEmpty else {
            add(entity)
            return
        }
        // Of alternatives, which say the same, the page is taken, or what text there is; what else is among them is
        // something else (an invitation).
        let chosen = entity.type == "multipart/alternative" ? Self.chosen(parts) : nil
        for (index, part) in parts.enumerated() {
            let isOther = chosen != nil && chosen != index && part.fileName == nil && Self.isText(part)
            if !isOther { try take(part, depth: depth + 1) }
        }
    }

    private static func isText(_ part: MIMEEntity) -> Bool { part.type == "text/plain" || part.isPage }

    private static func chosen(_ parts: [MIMEEntity]) -> Int? {
        parts.lastIndex { $0.root()?.isPage == true } ?? parts.firstIndex { isText($0) }
    }

    private func add(_ part: MIMEEntity) {
        // Programs leave empty texts above what is attached.
        if part.fileName == nil, part.bytes[part.body].allSatisfy(CharacterClass.isSpace) { return }
        parts.append(part)
        files.append(
            ContainedFile(
                name: FileName(bytes: name(of: part)), packed: part.body.count, unpacked: part.body.count))
    }

    private func name(of part: MIMEEntity) -> [UInt8] {
        if let name = part.fileName, !name.isEmpty { return name }
        switch part.type {
        case "text/plain": return Array("message.txt".utf8)
        case "text/html", "application/xhtml+xml": return Array("message.html".utf8)
        case "message/rfc822": return Array("message.eml".utf8)
        default: return Array("part-\(parts.count)".utf8)
        }
    }

    func head(of index: Int, count: Int) -> [UInt8] {
        // Four signs of base64 are three bytes, three of quoted-printable one; line ends come between.
        Array(parts[index].content(prefix: 4 * count).prefix(count))
    }

    func bytes(of index: Int) throws(DocumentArchive.Failure) -> [UInt8] { parts[index].content(prefix: .max) }
}

extension MIMEEntity {
    /// Its file's name as its sender wrote it, in bytes; nil where it has none.
    var fileName: [UInt8]? {
        for (field, name) in [("content-disposition", "filename"), ("content-type", "name")] {
            guard let value = self.field(field), let found = MailWords.parameter(name, in: value) else { continue }
            return found
        }
        return nil
    }

    /// What it holds, decoded; of no more than so many bytes of its body. The line end before a border is the border's.
    func content(prefix: Int) -> [UInt8] {
        var body = bytes[self.body]
        if body.last == 0x0A { body = body.dropLast() }
        if body.last == 0x0D { body = body.dropLast() }
        if body.count > prefix { body = body.prefix(prefix) }
        switch field("content-transfer-encoding")?.lowercased() {
        case "quoted-printable": return QuotedPrintable.decode(body)
        case "base64": return Base64.decode(body)
        default: return Array(body)
        }
    }
}
