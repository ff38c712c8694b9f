import VanBanModel
import VanBanReading
import VanBanTools

/// Reads PDF files: the words of their text layer where they stand, and the lines that are ruled on their pages.
///
/// Poppler reads the file, in processes of its own: `pdftotext` the words, `pdftohtml` their fonts, `pdftoppm` the
/// pages' pictures, in which lines are found.
package struct PDFReader: FurtherReader {
    package let formats = [Source.Format.pdf]
    private let recognizer: (any PageRecognizer)?

    /// - Parameter recognizer: reads pages that have no text layer; without one they are told, or the document is refused.
    package init(recognizer: (any PageRecognizer)? = nil) { self.recognizer = recognizer }

    private static let mark = Array("%PDF-".utf8)
    /// The mark stands within the first kilobyte (PDF 1.7, Annex H, 13).
    private static let headLength = 1024

    package var version: String {
        var version = "poppler -"
        if let said = try? ExternalTool.pdfText.version() { version = "poppler " + said }
        return recognizer.map { version + ", " + $0.version } ?? version
    }

    package func format(of bytes: [UInt8]) -> Source.Format? { recognizes(bytes) ? .pdf : nil }

    func recognizes(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 8 else { return false }
        let head = bytes.prefix(Self.headLength)
        var offset = head.startIndex
        while let start = head[offset...].firstIndex(of: 0x25) {
            if head[start...].starts(with: Self.mark) { return start == 0 || Self.isNoText(head[..<start]) }
            offset = start + 1
        }
        return false
    }

    /// A text may speak of `%PDF-`; what stands before the mark of a file is no text but a byte order mark or blank lines.
    private static func isNoText(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.contains { $0 > 0x20 && $0 < 0x7F }
    }

    package func read(
        _ bytes: consuming [UInt8], name: String, as format: Source.Format, for reader: FileReader
    ) throws(ReadingError) -> ReadDocument {
        let file = bytes
        let limits = reader.limits
        let source = Source(
            name: name, format: .pdf, encoding: "utf-8", bytes: file.count, sha256: FileDigest.sha256(of: file))
        let tools = try PDFTools(file)
        var pages = try tools.pages(limits)
        try tools.settleFonts(of: &pages)
        let ink = try tools.settleRulings(of: &pages)
        let unread = pages.indices.filter { TextLayer.isMissing(on: pages[$0], ink: ink[$0]) }
        var lost: [Int] = []
        if !unread.isEmpty {
            let isAll = unread.count == pages.count
            let found = try recognized(file, unread.map { pages[$0] }, isNeeded: isAll)
            for index in unread {
                if let page = found[pages[index].number] {
                    pages[index] = page
                } else {
                    lost.append(pages[index].number)
                    pages[index].words = []
                    pages[index].rulings = []
                }
            }
        }
        guard lost.isEmpty || pages.contains(where: { !$0.words.isEmpty }) else { throw .noTextLayer }
        let (text, blocks, told) = DocumentFlow.document(of: PageContents.contents(of: pages))
        guard !blocks.isEmpty else { throw lost.isEmpty ? .empty : .noTextLayer }
        var document = ReadDocument(source: source, text: text, blocks: blocks, diagnostics: told)
        if let first = lost.first {
            let place = text.pages?.offset(ofPage: first) ?? 0
            document.diagnostics.append(
                Diagnostic(
                    .pageWithoutText, at: text.location(of: place..<place),
                    arguments: [Self.list(lost)]))
        }
        return document
    }

    /// - Parameter isNeeded: whether nothing is left of the document without these pages.
    private func recognized(
        _ file: [UInt8], _ pages: [Page], isNeeded: Bool
    ) throws(ReadingError) -> [Int: Page] {
        guard let recognizer else { return [:] }
        do throws(ReadingError) {
            return try recognizer.recognize(file, pages: pages)
        } catch {
            // The rest of the document is read, and these pages are told.
            if case .needsConverter = error, !isNeeded { return [:] }
            throw error
        }
    }

    /// `3, 5–8`
    private static func list(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }
}
