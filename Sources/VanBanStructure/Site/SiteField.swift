import VanBanReading

/// A label and its value in a web site's list, wherever they stand: on one line, in two cells, on two lines.
struct SiteField: Sendable {
    var label: SiteLabel
    var labelRange: Range<Int>
    /// Empty where the site leaves it blank, or it stands on the next line.
    var value: Stretch
    /// Everything that the field takes, bullets and colons included.
    var hull: Stretch

    /// The fields of a line; empty where it is none.
    static func fields(of line: Line, in text: SourceText) -> [SiteField] {
        guard line.range.count < 1200 else { return [] }
        let cells = line.cells.filter { !$0.isEmpty }
        if cells.count > 1 { return fields(ofCells: cells, in: text) }
        return fields(in: line.range, text)
    }

    // MARK: Cells

    private static func fields(ofCells cells: [Range<Int>], in text: SourceText) -> [SiteField] {
        var found: [SiteField] = []
        for cell in cells {
            let inside = fields(in: cell, text)
            if !inside.isEmpty {
                found += inside
            } else if let last = found.indices.last {
                found[last].value.append(cell)
                found[last].hull.append(cell)
            } else {
                return []
            }
        }
        return found
    }

    // MARK: Running text

    private static func fields(in range: Range<Int>, _ text: SourceText) -> [SiteField] {
        // Most lines open with a word that no label opens with.
        if let first = TokenText.first(of: range, in: text), first.kind == .word || first.kind == .number,
            !SiteLabel.mayBegin(with: first)
        {
            return []
        }
        let tokens = TokenText(range, in: text)
        var index = 0
        while index < tokens.tokens.count, case .sign(let sign) = tokens.tokens[index].kind, sign != 0x28 { index += 1 }
        guard index < 3 else { return [] }
        var found: [SiteField] = []
        var start = range.lowerBound
        while let label = SiteLabel.at(index, in: tokens) {
            var valueStart = index + label.length
            let hasColon = tokens.tokens.indices.contains(valueStart) && tokens.tokens[valueStart].isSign(":")
            if hasColon { valueStart += 1 }
            let end = nextLabel(from: valueStart, hasColon: hasColon, in: tokens)
            if !hasColon, valueStart < tokens.tokens.count, !isValue(of: label.label, valueStart..<end, in: tokens) {
                return []
            }
            let labelRange = tokens.stretch(index..<(index + label.length)).first
            let last = end < tokens.tokens.count ? tokens.tokens[end].range.lowerBound : range.upperBound
            let value =
                valueStart < end
                ? text.trimmed(tokens.tokens[valueStart].range.lowerBound..<last) : last..<last
            let hull = text.trimmed(start..<last)
            found.append(
                SiteField(label: label.label, labelRange: labelRange, value: Stretch(value), hull: Stretch(hull)))
            guard end < tokens.tokens.count else { break }
            index = end
            start = last
        }
        return found
    }

    /// The token at which the next field of the same line begins, or the end.
    private static func nextLabel(from start: Int, hasColon: Bool, in tokens: TokenText) -> Int {
        var index = start
        while index < tokens.tokens.count {
            if let next = SiteLabel.at(index, in: tokens) {
                let behind = index + next.length
                let colon = tokens.tokens.indices.contains(behind) && tokens.tokens[behind].isSign(":")
                if colon || (!hasColon && next.length > 1 && index > start) { return index }
            }
            index += 1
        }
        return index
    }

    /// Whether words are a value that needs no colon before it.
    private static func isValue(of label: SiteLabel, _ range: Range<Int>, in tokens: TokenText) -> Bool {
        guard let first = range.first else { return false }
        if label == .number { return DocumentNumber.at(first, in: tokens)?.tokens == range }
        if label.isDay { return DateReader.date(at: first, in: tokens, defaultYear: nil)?.range == range }
        if label == .type { return DocumentKindGazetteer.standard.kind(in: tokens, at: first)?.length == range.count }
        return false
    }
}
