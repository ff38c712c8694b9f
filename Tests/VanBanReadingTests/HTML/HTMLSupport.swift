import VanBanModel

@testable import VanBanReading

/// A page as read: every block's text, the cells of a row between bars.
struct ReadPage {
    let document: ReadDocument

    init(
        _ html: String, limits: HTMLLimits = HTMLLimits(), view: RevisionView = .final
    ) throws(ReadingError) {
        try self.init(bytes: Array(html.utf8), limits: limits, view: view)
    }

    init(
        bytes: [UInt8], limits: HTMLLimits = HTMLLimits(), view: RevisionView = .final
    ) throws(ReadingError) {
        document = try HTMLReader(limits: limits, revisions: view).read(bytes, name: "page.html")
    }

    var blocks: [Block] { document.blocks }
    var text: SourceText { document.text }
    var lines: [String] { blocks.map(words) }
    /// The text of blocks that are the document's.
    var own: [String] { blocks.filter { !$0.isSite }.map(words) }
    var site: [String] { blocks.filter(\.isSite).map(words) }
    var bold: [String] { text.bold.map { text.string($0) } }
    var paths: [String?] { blocks.map { text.paths?.path(at: $0.range.lowerBound) } }

    func words(_ block: Block) -> String {
        // Note marks stay, breaks within are told.
        func plain(_ range: Range<Int>) -> String {
            String(decoding: text.bytes[range], as: UTF8.self).split(separator: "\u{0B}").joined(separator: " / ")
        }
        return block.cells.isEmpty ? plain(block.range) : block.cells.map(plain).joined(separator: "|")
    }

    func diagnostic(_ code: DiagnosticCode) -> Diagnostic? { document.diagnostics.first { $0.code == code } }
}

/// The blocks of a page.
func page(_ html: String) throws(ReadingError) -> [String] { try ReadPage(html).lines }
