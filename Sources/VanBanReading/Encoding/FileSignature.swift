/// What a file is that is no plain text, told from its first bytes.
enum FileSignature {
    static func kind(of file: [UInt8]) -> String? {
        for (signature, name) in signatures where file.starts(with: signature) { return name }
        if looksLikeMarkup(file) { return markup }
        return nil
    }

    static let markup = "an HTML or XML file"
    static let package = "a ZIP package (DOCX, XLSX, …)"

    /// The Vietnamese name of a kind, for messages.
    static func vietnamese(_ kind: String) -> String { vietnameseNames[kind] ?? kind }

    private static let vietnameseNames: [String: String] = [
        "a PDF file": "tệp PDF",
        "a ZIP package (DOCX, XLSX, …)": "gói ZIP (DOCX, XLSX, …)",
        "a binary Office file (.doc, .xls)": "tệp Office nhị phân (.doc, .xls)",
        "an RTF file": "tệp RTF",
        "a picture (PNG)": "tệp ảnh (PNG)",
        "a picture (JPEG)": "tệp ảnh (JPEG)",
        "a picture (TIFF)": "tệp ảnh (TIFF)",
        "a picture (GIF)": "tệp ảnh (GIF)",
        "a gzip archive": "tệp nén gzip",
        "an SQLite database": "cơ sở dữ liệu SQLite",
        "an HTML or XML file": "tệp HTML hoặc XML",
        FileKind.workbook: "bảng tính Excel (XLSX)",
        FileKind.presentation: "bản trình chiếu PowerPoint (PPTX)",
        FileKind.openDocument: "tệp OpenDocument (ODT, ODS)",
        FileKind.book: "sách EPUB",
        FileKind.archive: "gói ZIP không có văn bản Word",
    ]

    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF".utf8), "a PDF file"),
        (Array("PK\u{03}\u{04}".utf8), package),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a binary Office file (.doc, .xls)"),
        (Array("{\\rtf".utf8), "an RTF file"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ([0x49, 0x49, 0x2A, 0x00], "a picture (TIFF)"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a picture (TIFF)"),
        (Array("GIF8".utf8), "a picture (GIF)"),
        ([0x1F, 0x8B], "a gzip archive"),
        (Array("SQLite format 3".utf8), "an SQLite database"),
    ]

    /// Whether a file, in UTF-8 or UTF-16, is a web page or a fragment of one.
    static func isMarkup(_ file: [UInt8]) -> Bool {
        guard file.count >= 4 else { return false }
        let isLittle = file[0] == 0xFF && file[1] == 0xFE || file[0] == 0x3C && file[1] == 0 && file[2] != 0
        let isBig = file[0] == 0xFE && file[1] == 0xFF || file[0] == 0 && file[1] == 0x3C
        guard isLittle || isBig else { return isPageOrFragment(file) }
        // The signs of markup are ASCII; any letter may stand for the rest.
        var narrow: [UInt8] = []
        var offset = 0
        while offset + 1 < min(file.count, 2 * MarkupShape.sample) {
            let high = file[isBig ? offset : offset + 1]
            let low = file[isBig ? offset + 1 : offset]
            if high == 0xFE && low == 0xFF {
                narrow += [0xEF, 0xBB, 0xBF]
            } else {
                narrow.append(high == 0 ? low : 0x78)
            }
            offset += 2
        }
        return isPageOrFragment(narrow)
    }

    /// Whether a text (in UTF-8) opens as an HTML or XML file does.
    static func looksLikeMarkup(_ file: [UInt8]) -> Bool {
        file.withUnsafeBufferPointer { MarkupShape.isPage($0) }
    }

    private static func isPageOrFragment(_ file: [UInt8]) -> Bool {
        file.withUnsafeBufferPointer { MarkupShape.isPresent(in: $0) }
    }
}
