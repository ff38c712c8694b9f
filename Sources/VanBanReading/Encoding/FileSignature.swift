/// What a file is that is no plain text, told from its first bytes.
enum FileSignature {
    static func kind(of file: [UInt8]) -> String? {
        for (signature, name) in signatures where file.starts(with: signature) { return name }
        if looksLikeMarkup(file) { return markup }
        return nil
    }

    static let markup = "an HTML or XML file"

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
    ]

    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF".utf8), "a PDF file"),
        (Array("PK\u{03}\u{04}".utf8), "a ZIP package (DOCX, XLSX, …)"),
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

    /// Whether a text (in UTF-8) opens as an HTML or XML file does.
    static func looksLikeMarkup(_ file: [UInt8]) -> Bool {
        var offset = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while offset < file.count, CharacterClass.isSpace(file[offset]) { offset += 1 }
        let head = file[offset..<min(file.count, offset + 15)].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
        return ["<!doctype html", "<html", "<?xml", "<head", "<body"].contains { head.starts(with: Array($0.utf8)) }
    }
}
