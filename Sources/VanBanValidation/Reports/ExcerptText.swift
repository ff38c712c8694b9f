import VanBanExport

/// A line of the source with signs under what is meant, no wider than the terminal.
struct ExcerptText {
    let line: String
    let underline: String

    /// - Parameters:
    ///   - width: columns for the line.
    ///   - ellipsis: what stands for what is left out at either end.
    init(_ excerpt: SourceLines.Excerpt, width: Int, ellipsis: String) {
        var scalars = excerpt.text.unicodeScalars.map { Self.shown($0) }
        var mark = excerpt.mark
        // White space at the ends says nothing.
        while let last = scalars.last, last == " " { scalars.removeLast() }
        let lead = min(scalars.prefix { $0 == " " }.count, mark.lowerBound)
        scalars.removeFirst(lead)
        mark = (mark.lowerBound - lead)..<max(mark.lowerBound - lead, min(mark.upperBound - lead, scalars.count))
        let from = Self.start(of: scalars, mark: mark, width: width)
        var shown = from > 0 || excerpt.isCutBefore ? ellipsis : ""
        var signs = String(repeating: " ", count: DisplayWidth.of(shown))
        var used = DisplayWidth.of(shown)
        let edge = DisplayWidth.of(ellipsis)
        var marked = 0
        var index = from
        while index < scalars.count {
            let size = DisplayWidth.of(scalars[index])
            let isLast = index + 1 == scalars.count
            if used + size + (isLast && !excerpt.isCutBehind ? 0 : edge) > width {
                shown += ellipsis
                break
            }
            shown.unicodeScalars.append(scalars[index])
            if mark.contains(index) {
                signs += String(repeating: marked == 0 ? "^" : "~", count: size)
                marked += size
            } else if index < mark.lowerBound {
                signs += String(repeating: " ", count: size)
            }
            used += size
            index += 1
        }
        if excerpt.isCutBehind, index == scalars.count { shown += ellipsis }
        line = shown
        underline = marked == 0 ? signs + "^" : signs
    }

    /// Where the shown stretch begins so that what is meant is in it, with some words before it.
    private static func start(of scalars: [Unicode.Scalar], mark: Range<Int>, width: Int) -> Int {
        let before = scalars[..<min(mark.lowerBound, scalars.count)].reduce(0) { $0 + DisplayWidth.of($1) }
        let inside = scalars[mark.clamped(to: scalars.indices)].reduce(0) { $0 + DisplayWidth.of($1) }
        if before + inside <= width - 1 { return 0 }
        var room = max(width / 4, width - 2 - inside - width / 4)
        room = min(room, width / 2)
        var start = mark.lowerBound
        while start > 0, room > 0 {
            start -= 1
            room -= DisplayWidth.of(scalars[start])
        }
        // At a word's beginning, where one is near.
        let word = scalars[start..<mark.lowerBound].prefix(12).firstIndex(of: " ")
        return word.map { $0 + 1 } ?? start
    }

    /// A document must not steer the terminal; tabs and line breaks within cells are gaps.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\t", "\u{0B}", "\u{0C}", "\r", "\n", "\u{A0}": return " "
        default: return DisplayWidth.isCommand(scalar) ? "\u{FFFD}" : scalar
        }
    }
}
