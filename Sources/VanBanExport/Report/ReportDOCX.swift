import VanBanModel

/// A report as a Word document (Office Open XML). The same report gives the same bytes.
package struct ReportDOCX: Sendable {
    package init() {}

    /// - Throws: the sink's ``OutputError``.
    package func write(_ report: ReportDocument, to sink: inout some OutputSink) throws(OutputError) {
        var package = StoredPackage()
        package.add("[Content_Types].xml", Self.types)
        package.add("_rels/.rels", Self.relations)
        package.add("word/document.xml", Self.document(report))
        try sink.write(package.bytes)
    }

    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let types =
        head
        + #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
        + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
        + #"<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" "#
        + #"ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#
    private static let relations =
        head
        + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" "#
        + #"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" "#
        + #"Target="word/document.xml"/></Relationships>"#

    private static func document(_ report: ReportDocument) -> String {
        var body = paragraph(report.title, size: 30, isBold: true, alignment: "center", after: 160)
        for block in report.blocks {
            switch block {
            case .heading(let text):
                body += paragraph(text, size: 24, isBold: true, before: 200, after: 60, keeps: true)
            case .line(let text): body += paragraph(text, size: 22, after: 40)
            case .facts(let facts):
                for fact in facts { body += paragraph(fact.name + ": " + fact.value, size: 22, after: 40) }
            case .table(let head, let rows): body += table(head, rows)
            }
        }
        return head
            + #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"# + body
            + #"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="850" w:bottom="850" "#
            + #"w:left="1134" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    }

    private static func paragraph(
        _ text: String, size: Int, isBold: Bool = false, alignment: String = "left", before: Int = 0, after: Int = 0,
        keeps: Bool = false
    ) -> String {
        #"<w:p><w:pPr>\#(keeps ? "<w:keepNext/>" : "")<w:spacing w:before="\#(before)" w:after="\#(after)"/>"#
            + #"<w:jc w:val="\#(alignment)"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" "#
            + #"w:hAnsi="Times New Roman" w:cs="Times New Roman"/>\#(isBold ? "<w:b/>" : "")<w:sz w:val="\#(size)"/>"#
            + #"</w:rPr><w:t xml:space="preserve">\#(escaped(text))</w:t></w:r></w:p>"#
    }

    /// The text's width on the page, in twentieths of a point.
    private static let width = 9922

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        // Columns get room by what stands in them, none less than a number wants.
        let lengths = head.indices.map { column in
            min(60, max(6, ([head] + rows).map { $0[column].count }.max() ?? 6))
        }
        let sum = max(1, lengths.reduce(0, +))
        let widths = lengths.map { $0 * width / sum }
        let numeric = head.indices.map { ReportDocument.isNumeric($0, of: rows) }
        func row(_ cells: [String], isHead: Bool) -> String {
            "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>"
                + cells.enumerated().map { index, cell in
                    #"<w:tc><w:tcPr><w:tcW w:w="\#(widths[index])" w:type="dxa"/></w:tcPr>"#
                        + paragraph(cell, size: 20, isBold: isHead, alignment: numeric[index] ? "right" : "left")
                        + "</w:tc>"
                }.joined() + "</w:tr>"
        }
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="999999"/>"#
        }
        return #"<w:tbl><w:tblPr><w:tblW w:w="\#(width)" w:type="dxa"/><w:tblBorders>\#(sides.joined())</w:tblBorders>"#
            + #"<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#
            + widths.map { #"<w:gridCol w:w="\#($0)"/>"# }.joined() + "</w:tblGrid>" + row(head, isHead: true)
            + rows.map { row($0, isHead: false) }.joined() + "</w:tbl>"
    }

    private static func escaped(_ text: String) -> String {
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }))
        return plain.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

/// A ZIP archive whose entries are not packed: small, and the same bytes for the same content.
struct StoredPackage {
    private var content: [UInt8] = []
    private var list: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ text: String) {
        let bytes = Array(text.utf8)
        let offset = UInt32(content.count)
        // Version, no flags but UTF-8, stored, the first moment that the format knows.
        var fields: [UInt8] = []
        Self.append([20, 0x0800, 0, 0, 0x21], to: &fields)
        Self.append(Self.checksum(of: bytes), to: &fields)
        Self.append(UInt32(bytes.count), to: &fields)
        Self.append(UInt32(bytes.count), to: &fields)
        Self.append([UInt16(name.utf8.count), 0], to: &fields)
        content += [0x50, 0x4B, 0x03, 0x04] + fields + Array(name.utf8) + bytes
        list += [0x50, 0x4B, 0x01, 0x02, 20, 0] + fields
        Self.append([0, 0, 0], to: &list)
        Self.append(UInt32(0), to: &list)
        Self.append(offset, to: &list)
        list += Array(name.utf8)
        count += 1
    }

    var bytes: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        Self.append([0, 0, UInt16(count), UInt16(count)], to: &end)
        Self.append(UInt32(list.count), to: &end)
        Self.append(UInt32(content.count), to: &end)
        Self.append([0], to: &end)
        return content + list + end
    }

    private static func append(_ words: [UInt16], to bytes: inout [UInt8]) {
        for word in words { bytes += [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)] }
    }

    private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
        append([UInt16(truncatingIfNeeded: word), UInt16(truncatingIfNeeded: word >> 16)], to: &bytes)
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}
