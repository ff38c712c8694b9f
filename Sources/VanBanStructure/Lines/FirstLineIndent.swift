import VanBanReading

/// Text that keeps the place of its words on the page, every paragraph with its first line indented.
///
/// Where a text is so laid out, the indent says where a paragraph begins, and a full line at the margin goes on with
/// the one above, whatever word it opens with.
enum FirstLineIndent {
    /// Paragraphs that must show the layout.
    private static let leastParagraphs = 3
    private static let least = 2
    private static let most = 14

    static func isUsed(in lines: [Line]) -> Bool {
        var shown = 0
        var against = 0
        for (before, line) in zip(lines, lines.dropFirst()) where line.blankLinesBefore == 0 {
            guard isRunning(before), isRunning(line), before.width >= 50 else { continue }
            if opens(before), line.indent == 0 { shown += 1 }
            if before.indent == 0, line.indent == 0, line.label != nil { against += 1 }
        }
        return shown >= leastParagraphs && against * 3 <= shown
    }

    static func opens(_ line: Line) -> Bool { (least...most).contains(line.indent) }

    private static func isRunning(_ line: Line) -> Bool {
        switch line.kind {
        case .text, .recital, .labelled: return true
        default: return false
        }
    }
}
