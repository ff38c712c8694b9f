/// In which of its forms a Word document comes, told from the content.
enum WordFile: Hashable, Sendable {
    /// A ZIP package.
    case archive
    /// All parts in one XML file (`pkg:package`, "Word XML document").
    case flat
    /// The main part alone (`document.xml`).
    case bare

    /// - Returns: nil for what is no Word document by its first bytes; a ZIP archive may still be another thing.
    init?(_ file: [UInt8]) {
        if file.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .archive
            return
        }
        // UTF-16 is told by its zeros; the names looked for are ASCII.
        let head = file.prefix(8192).filter { $0 != 0 }
        guard let first = head.first(where: { $0 < 0x80 && !CharacterClass.isSpace($0) }), first == 0x3C else {
            return nil
        }
        if Self.holds("http://schemas.microsoft.com/office/2006/xmlPackage", head) {
            self = .flat
            return
        }
        guard Self.holds(":document", head) || Self.holds("<document", head),
            Self.holds("http://schemas.openxmlformats.org/wordprocessingml/2006/main", head)
                || Self.holds("http://purl.oclc.org/ooxml/wordprocessingml/main", head)
        else { return nil }
        self = .bare
    }

    static func holds(_ words: StaticString, _ bytes: [UInt8]) -> Bool {
        let count = words.utf8CodeUnitCount
        guard bytes.count >= count else { return false }
        return (0...(bytes.count - count)).contains { start in
            (0..<count).allSatisfy { bytes[start + $0] == words.utf8Start[$0] }
        }
    }
}

/// Kinds of files that are no documents of ours, as messages name them.
enum FileKind {
    static let workbook = "an Excel workbook (XLSX)"
    static let presentation = "a PowerPoint presentation (PPTX)"
    static let openDocument = "an OpenDocument file (ODT, ODS)"
    static let book = "an EPUB book"
    static let archive = "a ZIP archive without a Word document"
}
