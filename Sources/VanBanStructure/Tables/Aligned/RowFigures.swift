import VanBanReading

/// Tells the numbers of rows from other figures that lines of an aligned table begin with.
///
/// Rows count on, and their numbers stand in one column. A figure that neither counts on nor stands where numbers do, but
/// where other lines of the task begin, is a word of it (`Đề án⏎06`). In a column too narrow for two digits the second
/// stands below the first.
struct RowFigures {
    private let text: SourceText

    /// Lines below a number in which the rest of it is looked for.
    private static let reach = 2
    /// So many lines begin at a place where text does.
    private static let usual = 3

    init(_ text: SourceText) { self.text = text }

    func settle(_ pages: inout [AlignedPages.Page]) {
        var last: Int?
        for page in pages.indices { settle(&pages[page].body, &last) }
    }

    /// - Parameter last: the number of the row before.
    private func settle(_ lines: inout [AlignedLine], _ last: inout Int?) {
        var starts: [Int: Int] = [:]
        var ends: [Int: Int] = [:]
        for line in lines {
            if let end = line.labelEnd { ends[end, default: 0] += 1 } else { starts[line.start, default: 0] += 1 }
        }
        for index in lines.indices where lines[index].labelEnd != nil && lines[index].figure == nil {
            guard let value = value(of: lines[index]) else { continue }
            let expected = last.map { $0 + 1 }
            if value == expected {
                last = value
                continue
            }
            if let expected, value < 10, expected == 10 * value + expected % 10, expected < 100,
                let rest = rest(of: index, expected % 10, lines)
            {
                lines[rest].figure = .rest
                last = expected
                continue
            }
            let start = lines[index].start
            // Where numbers end left of it, text begins there.
            let before = ends.reduce(0) { $0 + ($1.key < start ? $1.value : 0) }
            if value != 1, starts[start, default: 0] >= Self.usual, before >= Self.usual {
                lines[index].figure = .text
                lines[index].labelEnd = nil
            } else {
                last = value
            }
        }
    }

    /// The line below a number's first digit that begins with the second one, under it.
    private func rest(of index: Int, _ digit: Int, _ lines: [AlignedLine]) -> Int? {
        (index + 1..<min(lines.count, index + 1 + Self.reach)).first { other in
            lines[other].labelEnd != nil && value(of: lines[other]) == digit && lines[other].words[0].range.count == 1
                && abs(lines[other].start - lines[index].start) <= 1
        }
    }

    private func value(of line: AlignedLine) -> Int? {
        guard let first = line.words.first else { return nil }
        let tokens = TokenText(first.range, in: text).tokens
        guard tokens.count == 1 || tokens.count == 2 && (tokens[1].isSign(".") || tokens[1].isSign(")")) else { return nil }
        return tokens[0].value
    }
}
