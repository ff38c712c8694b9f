import VanBanReading

/// What browsers, document management systems and printers put on every page: the address with the page's number, the
/// time of printing, the file's name, `DỰ THẢO` across the page.
struct PrintMarks {
    private let text: SourceText

    /// Words that such lines open with, and whether nothing but a date or a number may follow.
    private static let marks: (opening: AgencyWords.Index, whole: AgencyWords.Index) = {
        let rows = CSVTable(PackageResources.print_marks_csv).rows
        func phrases(_ place: String) -> [String] { rows.filter { $0["place"] == place }.map { $0["phrase"] } }
        return (AgencyWords.Index(phrases("opening")), AgencyWords.Index(phrases("whole")))
    }()
    /// Words of dates and numbers behind them: `DỰ THẢO LẦN 2 NGÀY 10/02/2026`.
    private static let dating = AgencyWords.Index(["ngày", "tháng", "năm", "lần", "số", "thứ"])
    private static let endings: [StaticString] = [
        ".docx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".htm", ".xlsx", ".xls", ".txt",
    ]

    init(_ text: SourceText) { self.text = text }

    /// Marks them among the lines: what browsers print anywhere, the others between rows of a table and at a page's edge.
    static func mark(_ lines: inout [Line], in text: SourceText) {
        let marks = PrintMarks(text)
        for index in lines.indices where lines[index].range.count < 300 && !lines[index].isWhole {
            let range = lines[index].range
            switch lines[index].kind {
            case .row, .recoveredTable, .runningHead, .pageNumber, .ruler, .labelled: continue
            case .text, .body, .authority, .uncertain:
                if marks.isBrowsers(range) { lines[index].kind = .runningHead }
            default: break
            }
            if isAtEdge(index, lines), marks.isPrinters(range) { lines[index].kind = .runningHead }
        }
    }

    private static func isAtEdge(_ index: Int, _ lines: [Line]) -> Bool {
        if lines[index].pageBreakBefore || index + 1 < lines.count && lines[index + 1].pageBreakBefore { return true }
        return index > 0 && index + 1 < lines.count && lines[index - 1].kind == .row && lines[index + 1].kind == .row
    }

    // MARK: What they look like

    /// `12/02/2026, 08:15   Kế hoạch …`, `https://… 1/3`, `https://… 12/02/2026, 08:15`
    private func isBrowsers(_ range: Range<Int>) -> Bool {
        if let end = endOfTime(from: range.lowerBound, to: range.upperBound) {
            return end == range.upperBound || isGap(at: end, 2)
        }
        guard isAddress(range), let gap = range.last(where: { text.bytes[$0] == 0x20 }) else { return false }
        if isCount(text.trimmed((gap + 1)..<range.upperBound)) { return true }
        var end = range.lowerBound
        while end < range.upperBound, text.bytes[end] > 0x20 { end += 1 }
        let rest = text.trimmed(end..<range.upperBound)
        return endOfTime(from: rest.lowerBound, to: rest.upperBound) == rest.upperBound && !rest.isEmpty
    }

    /// A file's name, an address alone, words that programs print across or below pages.
    private func isPrinters(_ range: Range<Int>) -> Bool {
        if !range.contains(where: { text.bytes[$0] <= 0x20 }) { return isAddress(range) || isFile(range) }
        let tokens = TokenText(range, in: text)
        if Self.marks.opening.stands(in: tokens, at: 0) { return true }
        let length = Self.marks.whole.length(in: tokens, at: 0)
        guard length > 0, LetterCase.of(range, in: text) == .upper || tokens.tokens.count == length else {
            return false
        }
        return tokens.tokens.indices.dropFirst(length).allSatisfy {
            tokens.tokens[$0].kind != .word || Self.dating.stands(in: tokens, at: $0)
        }
    }

    private func isAddress(_ range: Range<Int>) -> Bool {
        let bytes = text.bytes[range]
        return bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)
            || bytes.starts(with: "www.".utf8)
    }

    private func isFile(_ range: Range<Int>) -> Bool {
        Self.endings.contains { ending in
            range.count > ending.utf8CodeUnitCount
                && ending.withUTF8Buffer { text.bytes[range].suffix($0.count).elementsEqual($0) }
        }
    }

    /// `1/3`
    private func isCount(_ range: Range<Int>) -> Bool {
        let tokens = TokenText(range, in: text).tokens
        guard tokens.count == 3, let page = tokens[0].value, let all = tokens[2].value else { return false }
        return tokens[1].isSign("/") && page >= 1 && page <= all
    }

    /// Behind a day and a time of day: `12/02/2026, 08:15`, `2/12/26, 8:15 AM`.
    private func endOfTime(from start: Int, to end: Int) -> Int? {
        guard start < end, CharacterClass.isDigit(text.bytes[start]) else { return nil }
        let tokens = TokenText(start..<min(end, start + 40), in: text).tokens
        guard tokens.count >= 8, tokens[1].isSign("/"), tokens[3].isSign("/"), tokens[0].value != nil,
            tokens[2].value != nil, tokens[4].value != nil
        else { return nil }
        let hour = tokens[5].isSign(",") ? 6 : 5
        guard hour + 2 < tokens.count, let hours = tokens[hour].value, hours < 24, tokens[hour + 1].isSign(":"),
            let minutes = tokens[hour + 2].value, minutes < 60
        else { return nil }
        let next = hour + 3
        if next < tokens.count, tokens[next].key == "am" || tokens[next].key == "pm" {
            return tokens[next].range.upperBound
        }
        return tokens[hour + 2].range.upperBound
    }

    private func isGap(at offset: Int, _ count: Int) -> Bool {
        offset + count <= text.bytes.count
            && text.bytes[offset..<(offset + count)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
