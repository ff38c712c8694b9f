import VanBanReading

/// Text whose every line is followed by an empty one, as extraction from a PDF gives it.
enum LineSpacing {
    /// Takes the extra empty line away where all of a text is so spaced.
    static func normalize(_ lines: inout [Line]) {
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
        let isWrapped = widths.reduce(0) { $0 + ($1 > wide * 3 / 4 ? 1 : 0) } * 4 > widths.count
        guard wide <= 115, isWrapped, adjacent * 3 < spaced else { return }
        for index in lines.indices where lines[index].blankLinesBefore > 0 { lines[index].blankLinesBefore -= 1 }
    }
}
