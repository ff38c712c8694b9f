import CLibZip

/// The entries of a ZIP package, taken out to be changed and put back.
struct PackageFile: Sendable {
    struct Entry: Sendable {
        var name: String
        var bytes: [UInt8]
    }

    var entries: [Entry]

    init(entries: [Entry]) { self.entries = entries }

    /// The entries of a sound package; nil where the bytes are none.
    init?(_ bytes: [UInt8]) {
        entries = []
        let isRead = bytes.withUnsafeBytes { buffer -> Bool in
            guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil) else {
                return false
            }
            guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
                zip_source_free(source)
                return false
            }
            defer { zip_discard(archive) }
            for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
                var facts = zip_stat_t()
                guard zip_stat_index(archive, index, 0, &facts) == 0, let name = facts.name,
                    let file = zip_fopen_index(archive, index, 0)
                else { return false }
                defer { zip_fclose(file) }
                var content = [UInt8](repeating: 0, count: Int(facts.size))
                let size = content.count
                guard content.withUnsafeMutableBytes({ zip_fread(file, $0.baseAddress, UInt64(size)) }) == Int64(size)
                else { return false }
                entries.append(Entry(name: String(cString: name), bytes: content))
            }
            return true
        }
        guard isRead, !entries.isEmpty else { return nil }
    }

    /// A Word file of its main part alone, or of that and its lists.
    static func word(document: [UInt8], numbering: [UInt8]? = nil) -> PackageFile {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        func relations(_ kind: String, _ target: String) -> [UInt8] {
            Array(
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="r1" Type="\(relation)\(kind)" Target="\(target)"/></Relationships>
                """.utf8)
        }
        var file = PackageFile(entries: [
            Entry(
                name: "[Content_Types].xml",
                bytes: Array(
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/word/document.xml" ContentType="\(word)document.main+xml"/>\
                    <Override PartName="/word/numbering.xml" ContentType="\(word)numbering+xml"/></Types>
                    """.utf8)),
            Entry(name: "_rels/.rels", bytes: relations("officeDocument", "word/document.xml")),
            Entry(name: "word/document.xml", bytes: document),
        ])
        if let numbering {
            file.entries.append(
                Entry(name: "word/_rels/document.xml.rels", bytes: relations("numbering", "numbering.xml")))
            file.entries.append(Entry(name: "word/numbering.xml", bytes: numbering))
        }
        return file
    }

    /// The package with its entries stored as they are.
    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            let sum = Self.sum(of: entry.bytes)
            let facts =
                Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0x21, 2) + Self.little(sum, 4)
                + Self.little(UInt32(entry.bytes.count), 4) + Self.little(UInt32(entry.bytes.count), 4)
                + Self.little(UInt32(name.count), 2) + Self.little(0, 2)
            directory +=
                Self.little(0x0201_4B50, 4) + Self.little(20, 2) + Self.little(20, 2) + facts + Self.little(0, 2)
                + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4) + Self.little(UInt32(file.count), 4) + name
            file += Self.little(0x0403_4B50, 4) + Self.little(20, 2) + facts + name + entry.bytes
        }
        let count = Self.little(UInt32(entries.count), 2)
        return file + directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4) + count + count
            + Self.little(UInt32(directory.count), 4) + Self.little(UInt32(file.count), 4) + Self.little(0, 2)
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static let sums: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }

    /// CRC-32, as ZIP wants it.
    private static func sum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in sums[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }
}
