/// In which of its forms a Word document comes, told from the content.
enum WordFile: Hashable, Sendable {
    /// A ZIP package, and where in the file it begins.
    case archive(at: Int)
    /// All parts in one XML file (`pkg:package`, "Word XML document").
    case flat
    /// The main part alone (`document.xml`).
    case bare
    /// The XML of Word 2003 (`w:wordDocument`).
    case word2003

    /// - Returns: nil for what is no Word document by its first bytes; a ZIP archive may still be another thing.
    init?(_ file: [UInt8]) {
        if let start = Self.archiveStart(in: file) {
            self = .archive(at: start)
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
        if Self.holds("http://schemas.microsoft.com/office/word/2003/wordml", head), Self.holds("wordDocument", head) {
            self = .word2003
            return
        }
        guard Self.holds(":document", head) || Self.holds("<document", head),
            Self.holds("http://schemas.openxmlformats.org/wordprocessingml/2006/main", head)
                || Self.holds("http://purl.oclc.org/ooxml/wordprocessingml/main", head)
        else { return nil }
        self = .bare
    }

    /// How far into a file an archive may begin, behind blank lines or a message of the program that sent it.
    private static let mostBefore = 4096

    /// Where a ZIP archive begins: an entry's head, which no text holds by chance.
    private static func archiveStart(in file: [UInt8]) -> Int? {
        if file.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return 0 }
        for start in 0..<max(0, min(mostBefore, file.count - 30))
        where file[start] == 0x50 && file[start + 1] == 0x4B {
            // Stored or deflated, and with a name (APPNOTE.TXT 4.3.7).
            guard file[start + 2] == 3, file[start + 3] == 4, FileSignature.isText(file[..<start]),
                file[start + 8] == 0 || file[start + 8] == 8, file[start + 9] == 0, file[start + 26] > 0,
                file[start + 27] == 0
            else { continue }
            return start
        }
        return nil
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
    static let workbook = ForeignFile.name("workbook", in: .english)
    static let presentation = ForeignFile.name("presentation", in: .english)
    static let openDocument = ForeignFile.name("openDocument", in: .english)
    static let book = ForeignFile.name("book", in: .english)
    static let archive = ForeignFile.name("archive", in: .english)
}
