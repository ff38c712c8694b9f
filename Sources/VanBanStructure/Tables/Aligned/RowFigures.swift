import VanBanReading

/// Tells the numbers of rows from other figures that lines of an aligned table begin with.
///
/// Rows count on, and their numbers stand in one column. A figure on the right of it is a word of another cell (`Đề
/// án⏎06`, `13/9/202⏎6`). In a column too narrow for a number its digits and dots stand below each other.
struct RowFigures {
    private let text: SourceText

    /// Lines below the beginning of a number in which the rest of it is looked for.
    private static let reach = 4
    /// Numbers that show where their column stands, and how far one may begin behind the middle one's end.
    private static let least = 3
    private static let sway = 2
    /// Other figures between two numbers that count on.
    private static let between = 4

    init(_ text: SourceText) { self.text = text }

    func settle(_ pages: inout [AlignedPages.Page]) {
        var last: DottedNumber?
        var end: Int?
        for page in pages.indices {
            let own = self.end(of: pages[page].body)
            end = own ?? end
            if let own { settleWords(&pages[page].body, behind: own) }
            settle(&pages[page].body, end, &last)
        }
    }

    /// `II` below `chuyên dùng cấp`, `2)` below `(đợt`, each alone and on the right of the page's numbers, are the last
    /// words of a cell.
    private func settleWords(_ lines: inout [AlignedLine], behind end: Int) {
        for index in lines.indices where lines[index].figure == nil && lines[index].start > end + Self.sway {
            guard let first = lines[index].words.first, first.range.count <= 6, isAlone(lines[index]) else { continue }
            let tokens = TokenText(first.range, in: text)
            // Bare figures may be numbers of rows above others, letters those below.
            let labels = RowLabel.candidates(at: 0, lineEnd: tokens.tokens.count, in: tokens)
            guard labels.contains(where: { $0.series == .roman || $0.series == .arabic && $0.length == 2 }),
                figure(of: lines[index]) == nil
            else { continue }
            lines[index].figure = .text
            lines[index].labelEnd = nil
        }
    }

    /// Where the numbers of a page end: the middle one of those that count on, other figures between them left out.
    private func end(of lines: [AlignedLine]) -> Int? {
        var known: [(value: DottedNumber, end: Int)] = []
        var isCounted: [Bool] = []
        for line in lines {
            guard let end = line.labelEnd, let figure = figure(of: line), let value = DottedNumber(figure) else {
                continue
            }
            let before = known.indices.suffix(Self.between + 1).last { value.follows(known[$0].value) }
            known.append((value, end))
            isCounted.append(before != nil)
            if let before { isCounted[before] = true }
        }
        let ends = zip(known, isCounted).compactMap { $1 ? $0.end : nil }.sorted()
        return ends.count >= Self.least ? ends[ends.count / 2] : nil
    }

    /// - Parameters:
    ///   - end: where the page's numbers end, if that is known.
    ///   - last: the number of the row before.
    private func settle(_ lines: inout [AlignedLine], _ end: Int?, _ last: inout DottedNumber?) {
        for index in lines.indices {
            guard lines[index].labelEnd != nil, lines[index].figure == nil,
                let figure = figure(of: lines[index]), let value = DottedNumber(figure)
            else { continue }
            if let end, lines[index].start > end + Self.sway {
                lines[index].figure = .text
                lines[index].labelEnd = nil
            } else if last.map(value.follows) ?? false {
                last = value
            } else if let whole = whole(from: index, figure, lines, last) {
                for rest in whole.rests {
                    lines[rest].figure = .rest
                    lines[rest].labelEnd = lines[rest].words[0].end
                }
                last = whole.value
            } else {
                last = value
            }
        }
    }

    /// Whether nothing of the line's first cell stands behind its first word.
    private func isAlone(_ line: AlignedLine) -> Bool { line.words.count == 1 || line.isWideGap(before: 1) }

    /// The number that counts on, made of a figure and of those that stand right below it.
    private func whole(
        from index: Int, _ figure: String, _ lines: [AlignedLine], _ last: DottedNumber?
    ) -> (value: DottedNumber, rests: [Int])? {
        guard figure.utf8.count <= 3, let last else { return nil }
        var figure = figure
        var rests: [Int] = []
        for other in (index + 1)..<max(index + 1, min(lines.count, index + 1 + Self.reach)) {
            guard let next = self.figure(of: lines[other]), next.utf8.count <= 3,
                abs(lines[other].start - lines[index].start) <= 1
            else { continue }
            figure += next
            rests.append(other)
            if let value = DottedNumber(figure), value.follows(last) { return (value, rests) }
        }
        return nil
    }

    /// The first word of a line, if digits and dots are all of it.
    private func figure(of line: AlignedLine) -> String? {
        guard let first = line.words.first, first.range.count <= 8,
            first.range.allSatisfy({ text.bytes[$0] == 0x2E || CharacterClass.isDigit(text.bytes[$0]) })
        else { return nil }
        return text.string(first.range)
    }
}
