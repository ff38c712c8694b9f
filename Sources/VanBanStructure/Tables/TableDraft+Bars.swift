import VanBanReading

extension TableDraft {
    /// Leaves out signs that were taken from between the lines of its cells, where a cell reaches over them.
    /// - Parameter bars: offsets of the signs, each a byte long, ascending.
    mutating func leaveOut(_ bars: [Int], in text: SourceText) {
        guard bars.contains(where: { hull.contains($0) }) else { return }
        for column in columns.indices { columns[column].header.leaveOut(bars, in: text) }
        for row in rows.indices {
            for cell in rows[row].cells.indices { rows[row].cells[cell].leaveOut(bars, in: text) }
        }
    }
}

extension Stretch {
    /// - Parameter bars: offsets of signs of one byte, ascending.
    fileprivate mutating func leaveOut(_ bars: [Int], in text: SourceText) {
        guard ranges.contains(where: { Self.firstBar(in: $0, of: bars) != nil }) else { return }
        var left = Stretch(first.lowerBound..<first.lowerBound)
        forEachRange { range in
            var start = range.lowerBound
            while let bar = Self.firstBar(in: start..<range.upperBound, of: bars) {
                let piece = text.trimmed(start..<bar)
                if !piece.isEmpty { left.append(piece) }
                start = bar + 1
            }
            let piece = text.trimmed(start..<range.upperBound)
            if !piece.isEmpty { left.append(piece) }
        }
        self = left
    }

    private static func firstBar(in range: Range<Int>, of bars: [Int]) -> Int? {
        let index = bars.partition { $0 < range.lowerBound }
        return index < bars.count && bars[index] < range.upperBound ? bars[index] : nil
    }
}

extension [Int] {
    /// The first index whose element does not come before, in ascending order.
    fileprivate func partition(_ comesBefore: (Int) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
