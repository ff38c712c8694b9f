import VanBanReading

extension TableDraft {
    /// Leaves out what stands between the lines of its cells and is none of their words, where a cell reaches over it: signs
    /// that were taken away, numbers of pages.
    /// - Parameter pieces: in the order of the text; none overlaps another.
    mutating func leaveOut(_ pieces: [Range<Int>], in text: SourceText) {
        if pieces.contains(where: hull.overlaps) {
            for column in columns.indices { columns[column].header.leaveOut(pieces, in: text) }
            for index in spanningHeads.indices { spanningHeads[index].leaveOut(pieces, in: text) }
            for index in columnNumbers.indices { columnNumbers[index].leaveOut(pieces, in: text) }
            for row in rows.indices {
                for cell in rows[row].cells.indices { rows[row].cells[cell].leaveOut(pieces, in: text) }
            }
        }
        // A head that comes again may be told by the page and by the row.
        var taken = pieces
        for index in repeatedHeaders.indices {
            repeatedHeaders[index].leaveOut(taken, in: text)
            taken = (taken + repeatedHeaders[index].ranges.filter { !$0.isEmpty }).sorted {
                $0.lowerBound < $1.lowerBound
            }
        }
        repeatedHeaders.removeAll(where: \.isEmpty)
    }
}

extension PrintedRow {
    /// As for ``TableDraft/leaveOut(_:in:)``.
    mutating func leaveOut(_ pieces: [Range<Int>], in text: SourceText) {
        for cell in cells.indices { cells[cell].leaveOut(pieces, in: text) }
    }
}

extension Stretch {
    fileprivate mutating func leaveOut(_ pieces: [Range<Int>], in text: SourceText) {
        guard ranges.contains(where: { Self.first(in: $0, of: pieces) != nil }) else { return }
        var left = Stretch(first.lowerBound..<first.lowerBound)
        forEachRange { range in
            var start = range.lowerBound
            while start < range.upperBound, let piece = Self.first(in: start..<range.upperBound, of: pieces) {
                let words = text.trimmed(start..<max(start, piece.lowerBound))
                if !words.isEmpty { left.append(words) }
                start = piece.upperBound
            }
            let words = text.trimmed(start..<max(start, range.upperBound))
            if !words.isEmpty { left.append(words) }
        }
        self = left
    }

    /// The first piece that shares something with a range.
    private static func first(in range: Range<Int>, of pieces: [Range<Int>]) -> Range<Int>? {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < pieces.count, pieces[low].lowerBound < range.upperBound else { return nil }
        return pieces[low]
    }
}
