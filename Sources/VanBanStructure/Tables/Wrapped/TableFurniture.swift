import VanBanReading

/// Lines of a wrapped table that are no rows: headers that a page break repeats, rows that number the columns.
struct TableFurniture {
    private let lines: [Line]
    private let text: SourceText
    private let columns: Int
    private let headerKeys: [[String]]
    private let headerLines: Set<[String]>
    private(set) var repeatedHeaders: [Stretch] = []
    private(set) var columnNumbers: [Stretch] = []
    /// Lines that are taken.
    private(set) var covered: Set<Int> = []
    /// Lines of repeated headers; a page ends before each.
    private(set) var headers: Set<Int> = []

    init(_ lines: [Line], header: Range<Int>, columns: Int, in text: SourceText) {
        self.lines = lines
        self.text = text
        self.columns = columns
        headerKeys = lines[header].map { TokenText($0.range, in: text).tokens.map(\.key) }
        headerLines = Set(headerKeys)
    }

    mutating func find(in body: Range<Int>) {
        var index = body.lowerBound
        takeColumnNumbers(at: &index, body.upperBound)
        while index < body.upperBound {
            if let end = endOfHeader(at: index, body.upperBound) {
                var stretch = Stretch(0..<0)
                for line in index..<end {
                    covered.insert(line)
                    headers.insert(line)
                    stretch.append(lines[line].range)
                }
                repeatedHeaders.append(stretch)
                index = end
                takeColumnNumbers(at: &index, body.upperBound)
            } else {
                index += 1
            }
        }
    }

    /// The end of a repeated header, whose lines are those of the first one.
    private func endOfHeader(at start: Int, _ limit: Int) -> Int? {
        guard let first = headerKeys.first, lines[start].width < 140, keys(of: start) == first else { return nil }
        var end = start + 1
        while end < limit, lines[end].width < 140, headerLines.contains(keys(of: end)), end - start < headerKeys.count {
            end += 1
        }
        return (end - start) * 3 >= headerKeys.count * 2 ? end : nil
    }

    private func keys(of index: Int) -> [String] { TokenText(lines[index].range, in: text).tokens.map(\.key) }

    /// `(1) (2) (3)`, on one line or on several.
    private mutating func takeColumnNumbers(at index: inout Int, _ limit: Int) {
        var marks = ColumnMarks()
        var end = index
        while end < limit, marks.count < columns, lines[end].width < 60,
            marks.take(line: TokenText(lines[end].range, in: text))
        {
            end += 1
        }
        guard marks.count == columns, marks.areMarks else { return }
        for line in index..<end {
            covered.insert(line)
            columnNumbers.append(Stretch(lines[line].range))
        }
        index = end
    }
}
