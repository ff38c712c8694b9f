import VanBanReading

/// Tells the numbers of rows from other figures that lines of an aligned table begin with.
///
/// Rows count on, and their numbers stand in one column. A figure that neither counts on nor stands where numbers do, but
/// where other lines of the task begin, is a word of it (`Đề án⏎06`). In a column too narrow for a number its digits and
/// dots stand below each other.
struct RowFigures {
    private let text: SourceText

    /// Lines below the beginning of a number in which the rest of it is looked for.
    private static let reach = 4
    /// So many lines begin at a place where text does.
    private static let usual = 3

    init(_ text: SourceText) { self.text = text }

    func settle(_ pages: inout [AlignedPages.Page]) {
        var last: [Int] = []
        for page in pages.indices { settle(&pages[page].body, &last) }
    }

    /// - Parameter last: the number of the row before, `1.2` as 1, 2.
    private func settle(_ lines: inout [AlignedLine], _ last: inout [Int]) {
        var starts: [Int: Int] = [:]
        var ends: [Int: Int] = [:]
        for line in lines {
            if let end = line.labelEnd { ends[end, default: 0] += 1 } else { starts[line.start, default: 0] += 1 }
        }
        for index in lines.indices where lines[index].labelEnd != nil && lines[index].figure == nil {
            guard let figure = figure(of: lines[index]), let value = Self.number(figure) else { continue }
            if Self.follows(value, last) {
                last = value
                continue
            }
            if let whole = whole(from: index, figure, lines, last) {
                for rest in whole.rests { lines[rest].figure = .rest }
                last = whole.value
                continue
            }
            let start = lines[index].start
            // Where numbers end left of it, text begins there.
            let before = ends.reduce(0) { $0 + ($1.key < start ? $1.value : 0) }
            if value != [1], starts[start, default: 0] >= Self.usual, before >= Self.usual {
                lines[index].figure = .text
                lines[index].labelEnd = nil
            } else {
                last = value
            }
        }
    }

    /// The number that counts on, made of a figure and of those that stand right below it.
    private func whole(
        from index: Int, _ figure: String, _ lines: [AlignedLine], _ last: [Int]
    ) -> (value: [Int], rests: [Int])? {
        guard figure.utf8.count <= 3, !last.isEmpty else { return nil }
        var figure = figure
        var rests: [Int] = []
        for other in (index + 1)..<max(index + 1, min(lines.count, index + 1 + Self.reach)) {
            guard let next = self.figure(of: lines[other]), next.utf8.count <= 3,
                abs(lines[other].start - lines[index].start) <= 1
            else { continue }
            figure += next
            rests.append(other)
            if let value = Self.number(figure), Self.follows(value, last) { return (value, rests) }
        }
        return nil
    }

    /// Whether a number is the next of a row: one more at some level, or the first of a level below.
    private static func follows(_ value: [Int], _ last: [Int]) -> Bool {
        guard !last.isEmpty, !value.isEmpty else { return false }
        if value == last + [1] { return true }
        guard value.count <= last.count else { return false }
        let parents = value.count - 1
        return value[..<parents] == last[..<parents] && value[parents] == last[parents] + 1
    }

    /// `1.2.` as 1, 2; nil where it is no number.
    private static func number(_ figure: String) -> [Int]? {
        let parts = figure.split(separator: ".")
        let values = parts.compactMap { Int($0) }
        return values.count == parts.count && !values.isEmpty ? values : nil
    }

    /// The first word of a line, if digits and dots are all of it.
    private func figure(of line: AlignedLine) -> String? {
        guard let first = line.words.first, first.range.count <= 8,
            first.range.allSatisfy({ text.bytes[$0] == 0x2E || CharacterClass.isDigit(text.bytes[$0]) })
        else { return nil }
        return text.string(first.range)
    }
}
