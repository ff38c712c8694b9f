import VanBanModel
import VanBanReading

/// What gaps say: empty lines between rows, spaces between cells.
extension AlignedGrid {
    /// The line below the last row from which on a numbered section follows: its number stands in the margin, and its
    /// words right behind it.
    func endOfRows(before end: Int) -> Int {
        var last = header.lines.upperBound
        let range = header.lines.upperBound..<max(header.lines.upperBound, end)
        for index in range where AlignedLine(lines[index], at: index, in: text).atoms().count >= 3 { last = index + 1 }
        for index in last..<max(last, end) {
            let line = AlignedLine(lines[index], at: index, in: text)
            guard let atom = line.atoms().first, atom.count > 1, line.start <= header.cells[0].end,
                let label = OutlineLabel.at(lines[index].range, in: text), label.series != .bullet,
                label.series != .plus, header.cells.count > 1
            else { continue }
            // The words of a row's task stand under its head, some spaces behind the number.
            let isTouching = line.words[1].start - line.words[0].end == 1
            if isTouching, line.words[1].start + 1 < header.cells[1].start { return index }
        }
        return end
    }

    /// Whether as a rule each stretch between two empty lines holds one number.
    func parts(_ pages: AlignedPages) -> Bool {
        var single = 0
        var several = 0
        for page in pages.pages {
            var labels = 0
            for (index, line) in page.body.enumerated() {
                if index > 0, lines[line.index].blankLinesBefore > 0 {
                    if labels == 1 { single += 1 } else if labels > 1 { several += 1 }
                    labels = 0
                }
                if line.labelEnd != nil { labels += 1 }
            }
            if labels == 1 { single += 1 } else if labels > 1 { several += 1 }
        }
        return single >= 3 && several * 6 <= single
    }

    /// Whether an empty line, or a page's edge, stands above and below a line.
    func isIsolated(_ page: [AlignedLine], at index: Int) -> Bool {
        (index == 0 || lines[page[index].index].blankLinesBefore > 0)
            && (index + 1 == page.count || lines[page[index + 1].index].blankLinesBefore > 0)
    }

    /// The cells of a line that has one in every column, each as its column's cells open where the gaps are narrow.
    func wholeRow(_ line: AlignedLine) -> [Range<Int>]? {
        let wide = line.atoms(gap: 3)
        if wide.count == columnCount { return wide }
        let atoms = line.atoms()
        guard atoms.count == columnCount else { return nil }
        var likeness = 0.0
        for (column, words) in atoms.enumerated() where column != numberColumn && column != taskColumn {
            guard line.words[words.lowerBound].mayOpen else { return nil }
            likeness += line.words[words.lowerBound].opening(as: header.roles[column])
        }
        return likeness > 1 ? atoms : nil
    }
}
