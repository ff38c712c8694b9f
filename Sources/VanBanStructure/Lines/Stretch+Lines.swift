import VanBanReading

extension Stretch {
    /// Its lines as printed, without white space at their ends; empty ones are left out.
    func lines(in text: SourceText) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        forEachRange { range in
            var start = range.lowerBound
            for offset in range where text.bytes[offset] == 0x0A || text.bytes[offset] == 0x0B {
                lines.append(text.trimmed(start..<offset))
                start = offset + 1
            }
            lines.append(text.trimmed(start..<range.upperBound))
        }
        return lines.filter { !$0.isEmpty }
    }
}
