import VanBanModel
import VanBanReading

/// The tables whose cells stand side by side, aligned by spaces, as `pdftotext -layout` writes them.
enum AlignedTables: TableRecovery {
    /// A reading that is less sure than this stays text, so that nothing is put into cells by guess.
    private static let leastConfidence = 0.5
    /// Fewer lines with wide gaps are no table.
    private static let leastLines = 3

    /// The tables, and the lines that they take up.
    static func tables(
        in lines: [Line], text: SourceText, agencies: AgencyGazetteer = .standard
    ) -> [(lines: Range<Int>, table: RecoveredTable)] {
        guard let isWide = wideLines(of: lines, in: text) else { return [] }
        var found: [(lines: Range<Int>, table: RecoveredTable)] = []
        var start = 0
        while let header = AlignedHeader.find(in: lines, from: start, isWide: isWide, text: text) {
            start = header.lines.upperBound
            var grid = AlignedGrid(lines, header: header, in: text, agencies: agencies)
            guard let read = grid.read(), read.table.table.confidence >= leastConfidence else { continue }
            found.append(read)
            start = read.lines.upperBound
        }
        return found
    }

    /// Of each line whether it has a wide gap; nil where too few have.
    private static func wideLines(of lines: [Line], in text: SourceText) -> [Bool]? {
        var count = 0
        let isWide = text.bytes.withUnsafeBufferPointer { bytes in
            lines.map { line in
                guard !line.isApart, AlignedLine.hasWideGap(line.range, in: bytes) else { return false }
                count += 1
                return true
            }
        }
        return count >= leastLines ? isWide : nil
    }
}
