import VanBanReading

/// Text whose every line is followed by an empty one, as extraction from a PDF gives it.
enum LineSpacing {
    /// Takes the extra empty line away where all of a text is so spaced.
    static func normalize(_ lines: inout [Line], in text: SourceText) {
        guard lines.count >= 12 else { return }
        var adjacent = 0
        var spaced = 0
        var widths: [Int] = []
        for line in lines.dropFirst() {
            if line.blankLinesBefore == 0 { adjacent += 1 } else { spaced += 1 }
            widths.append(line.width)
        }
        widths.sort()
        let wide = widths[widths.count * 95 / 100]
        // Of wrapped lines most are full and stop in the middle of a sentence; of short paragraphs most do not.
        let full = lines.filter { $0.width > wide * 3 / 4 }
        let cut = full.reduce(0) { $0 + (TerminalSign.ends($1.range, in: text) ? 0 : 1) }
        let isWrapped = full.count * 4 > widths.count && cut * 2 > full.count
        guard wide <= 115, isWrapped, adjacent * 3 < spaced else { return }
        for index in lines.indices where lines[index].blankLinesBefore > 0 { lines[index].blankLinesBefore -= 1 }
    }
}
