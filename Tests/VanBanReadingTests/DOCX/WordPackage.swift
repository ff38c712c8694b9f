/// A small Word package, built in a test: stored entries of a ZIP archive.
struct WordPackage {
    static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    private static let typeRoot = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    /// Parts beside the body, by the name of their file: `styles`, `numbering`, `footnotes`, `header1`.
    var parts: [(name: String, xml: String)] = []
    /// Other documents that the body calls for by their ids.
    var chunks: [(id: String, file: String, type: String, bytes: [UInt8])] = []
    /// What their relationships are called.
    var chunkKind = "aFChunk"
    var body: String
    var mainName = "document"
    var mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

    init(_ body: String, styles: String? = nil, numbering: String? = nil, footnotes: String? = nil) {
        self.body = body
        if let styles { parts.append(("styles", "<w:styles \(Self.namespaces)>\(styles)</w:styles>")) }
        if let numbering { parts.append(("numbering", "<w:numbering \(Self.namespaces)>\(numbering)</w:numbering>")) }
        if let footnotes { parts.append(("footnotes", "<w:footnotes \(Self.namespaces)>\(footnotes)</w:footnotes>")) }
    }

    var document: String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"
    }

    /// The entries, in order.
    var entries: [(name: String, bytes: [UInt8])] {
        var types =
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/\(mainName).xml\" ContentType=\"\(mainType)\"/>"
        var relations = ""
        for (index, part) in parts.enumerated() {
            let kind = String(part.name.prefix { !$0.isNumber })
            types += "<Override PartName=\"/word/\(part.name).xml\" ContentType=\"\(Self.wordType)\(kind)+xml\"/>"
            relations +=
                "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.typeRoot)\(kind)\" Target=\"\(part.name).xml\"/>"
        }
        for chunk in chunks {
            types += "<Override PartName=\"/word/\(chunk.file)\" ContentType=\"\(chunk.type)\"/>"
            relations +=
                "<Relationship Id=\"\(chunk.id)\" Type=\"\(Self.typeRoot)\(chunkKind)\" Target=\"\(chunk.file)\"/>"
        }
        let package = "http://schemas.openxmlformats.org/package/2006/"
        var list: [(String, String)] = [
            ("[Content_Types].xml", "<Types xmlns=\"\(package)content-types\">\(types)</Types>"),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(Self.typeRoot)officeDocument\" Target=\"word/\(mainName).xml\"/></Relationships>"
            ),
            (
                "word/_rels/\(mainName).xml.rels",
                "<Relationships xmlns=\"\(package)relationships\">\(relations)</Relationships>"
            ),
            ("word/\(mainName).xml", document),
        ]
        for part in parts { list.append(("word/\(part.name).xml", part.xml)) }
        return list.map { ($0.0, Array($0.1.utf8)) } + chunks.map { ("word/\($0.file)", $0.bytes) }
    }

    var bytes: [UInt8] { Zip.archive(entries) }
}

/// Writes ZIP archives of stored entries (APPNOTE.TXT 4.3).
enum Zip {
    static func archive(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var list: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            let facts =
                [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + little(Int(checksum(entry.bytes)), 4)
                + little(entry.bytes.count, 4) + little(entry.bytes.count, 4) + little(name.count, 2) + [0, 0]
            list += [0x50, 0x4B, 1, 2, 20, 0] + facts + [UInt8](repeating: 0, count: 10) + little(file.count, 4) + name
            file += [0x50, 0x4B, 3, 4] + facts + name + entry.bytes
        }
        let start = file.count
        file += list + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(entries.count, 2) + little(entries.count, 2)
        return file + little(list.count, 4) + little(start, 4) + [0, 0]
    }

    private static func little(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 1 ? (checksum >> 1) ^ 0xEDB8_8320 : checksum >> 1 }
        }
        return ~checksum
    }
}

/// A paragraph, with its properties.
func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>" + r(text, run) + "</w:p>"
}

/// A run, with its properties.
func r(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

/// The properties that put a paragraph into a list.
func listed(_ list: Int, _ level: Int = 0) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
}

/// A level of a list.
func level(
    _ index: Int, _ format: String, _ text: String, start: Int = 1, more: String = ""
) -> String {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>\(more)"
        + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
}

func abstract(_ id: Int, _ levels: String) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\"><w:multiLevelType w:val=\"multilevel\"/>\(levels)</w:abstractNum>"
}

func list(_ id: Int, of abstract: Int, _ overrides: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(overrides)</w:num>"
}
