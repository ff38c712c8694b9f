import VanBanReading

/// What browsers, document management systems and printers put on every page: the address with the page's number, the
/// time of printing, the file's name, `DỰ THẢO` across the page.
struct PrintMarks {
    private let text: SourceText

    /// Words that such lines open with, and whether nothing but a date or a number may follow.
    private static let marks:
        (
            opening: AgencyWords.Index, whole: AgencyWords.Index, gazette: AgencyWords.Index, across: AgencyWords.Index
        ) = {
            let rows = CSVTable(PackageResources.print_marks_csv).rows
            func phrases(_ place: String) -> [String] { rows.filter { $0["place"] == place }.map { $0["phrase"] } }
            return (
                AgencyWords.Index(phrases("opening")), AgencyWords.Index(phrases("whole") + phrases("across")),
                AgencyWords.Index(phrases("gazette")), AgencyWords.Index(phrases("across"))
            )
        }()
    /// Words of dates and numbers behind them: `DỰ THẢO LẦN 2 NGÀY 10/02/2026`.
    private static let dating = Lexicon.index(.markDating)
    private static let endings: [StaticString] = [
        ".docx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".htm", ".xlsx", ".xls", ".txt",
    ]

    init(_ text: SourceText) { self.text = text }

    /// Marks them among the lines: what browsers print anywhere, the others between rows of a table and at a page's edge.
    static func mark(_ lines: inout [Line], in text: SourceText) {
        let marks = PrintMarks(text)
        for index in lines.indices where lines[index].range.count < 300 && !lines[index].isWhole {
            if lines[index].kind == .text,
                index >= Self.letterhead && marks.isPlain(lines[index].range)
                    || marks.hasStamp(lines[index].range) || marks.isFileAlone(lines[index].range)
            {
                lines[index].kind = .runningHead
                continue
            }
            let range = lines[index].range
            switch lines[index].kind {
            case .row, .recoveredTable, .runningHead, .pageNumber, .ruler, .labelled: continue
            case .text, .body, .authority, .uncertain:
                if marks.isBrowsers(range) || marks.isOfPage(range) { lines[index].kind = .runningHead }
            default: break
            }
            if lines[index].kind != .runningHead, marks.isPrinters(range), marks.isAtEdge(index, lines) {
                lines[index].kind = .runningHead
            }
        }
    }

    /// Whether a line stands at a page's edge or between two rows, other marks beside it left aside.
    private func isAtEdge(_ index: Int, _ lines: [Line]) -> Bool {
        var first = index
        while first > 0, !lines[first].pageBreakBefore, index - first < 4, isMark(lines[first - 1]) { first -= 1 }
        var last = index
        while last + 1 < lines.count, !lines[last + 1].pageBreakBefore, last - index < 4, isMark(lines[last + 1]) {
            last += 1
        }
        if lines[first].pageBreakBefore || last + 1 < lines.count && lines[last + 1].pageBreakBefore { return true }
        return first > 0 && last + 1 < lines.count && lines[first - 1].kind == .row && lines[last + 1].kind == .row
    }

    private func isMark(_ line: Line) -> Bool {
        switch line.kind {
        case .runningHead, .pageNumber: return true
        case .row, .recoveredTable: return false
        default:
            if line.range.count <= 4, line.range.allSatisfy({ CharacterClass.isDigit(text.bytes[$0]) }) { return true }
            return line.range.count < 300 && isPrinters(line.range)
        }
    }

    /// Lines of a text among which its letterhead and the stamps above it stand.
    private static let letterhead = 20

    /// Whether nothing else than such a mark looks so, below a letterhead or among the cells of a table.
    func isPlainMark(_ range: Range<Int>) -> Bool {
        range.count < 300 && (isPlain(range) || hasStamp(range) || isFileAlone(range))
    }

    /// Whether a line at a page's turn is such a mark.
    func isMarkOfTurn(_ range: Range<Int>) -> Bool {
        isPlainMark(range) || range.count < 200 && isAcross(range, TokenText(range, in: text))
    }

    /// Whether a line below the letterhead is such a mark wherever it stands: an address alone, a word across the page,
    /// who printed or signed it and when.
    private func isPlain(_ range: Range<Int>) -> Bool {
        if isAddress(range), !range.contains(where: { text.bytes[$0] <= 0x20 }) { return true }
        let tokens = TokenText(range, in: text)
        if Self.marks.across.length(in: tokens, at: 0) == tokens.tokens.count {
            return LetterCase.of(range, in: text) == .upper
        }
        guard Self.marks.opening.stands(in: tokens, at: 0) else { return false }
        return tokens.tokens.indices.contains { index in
            [0, 2, 4].allSatisfy { tokens.number(index + $0) != nil } && tokens.key(index + 1) == tokens.key(index + 3)
                && ["/", "-", "."].contains(tokens.key(index + 1))
        }
    }

    // MARK: What they look like

    /// Whether words between two rows of a table are no more than such a mark.
    func isMark(_ range: Range<Int>) -> Bool {
        guard range.count < 200 else { return false }
        return isPrinters(range) || isBrowsers(range) || isOfPage(range) || PageNumber.isWritten(range, in: text)
            || isCount(range) || isSite(range) || areSpecks(range)
    }

    /// What a scanner sees of dirt: signs without a word (`~ .`, `' ,`); a rule of dashes is none.
    private func areSpecks(_ range: Range<Int>) -> Bool {
        range.count <= 12
            && text.bytes[range].allSatisfy { byte in
                byte < 0x80 && !CharacterClass.isDigit(byte) && !(0x41...0x5A).contains(byte & 0xDF) && byte != 0x2D
            }
    }

    private static let domains: [StaticString] = [".vn", ".com", ".net", ".org", ".info"]

    /// `LuatVietnam.vn - Cơ sở dữ liệu văn bản pháp luật`: a line that opens or ends with a site's name.
    private func isSite(_ range: Range<Int>) -> Bool {
        guard range.count < 120 else { return false }
        let words = text.bytes[range].split(separator: 0x20)
        return [words.first, words.last].contains { word in
            guard let word, !word.contains(UInt8(ascii: "@")) else { return false }
            return Self.domains.contains { ending in
                word.count > ending.utf8CodeUnitCount + 2
                    && ending.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
            }
        }
    }

    /// `12/02/2026, 08:15   Kế hoạch …`, `https://… 1/3`, `https://… 12/02/2026, 08:15`
    private func isBrowsers(_ range: Range<Int>) -> Bool {
        if let end = endOfTime(from: range.lowerBound, to: range.upperBound) {
            return end == range.upperBound || text.bytes[end] == 0x09 || isGap(at: end, 2)
        }
        guard isAddress(range), let gap = range.last(where: { text.bytes[$0] == 0x20 }) else { return false }
        if isCount(text.trimmed((gap + 1)..<range.upperBound)) { return true }
        var end = range.lowerBound
        while end < range.upperBound, text.bytes[end] > 0x20 { end += 1 }
        let rest = text.trimmed(end..<range.upperBound)
        return endOfTime(from: rest.lowerBound, to: rest.upperBound) == rest.upperBound && !rest.isEmpty
    }

    /// What says itself that it stands on each page: `16   CÔNG BÁO/Số 145 + 146/Ngày 15-3-2026`, `Kế hoạch 87/KH-UBND
    /// Trang 2`, `QT.01-BM.02   Lần ban hành: 01   Trang: 2/5`, `8:15 SA, 05/03/2026   2/3`.
    func isOfPage(_ range: Range<Int>) -> Bool {
        let pieces = pieces(of: range)
        guard pieces.count <= 4, range.count < 200, let last = pieces.last else { return false }
        for (place, piece) in pieces.enumerated() {
            guard Self.marks.gazette.stands(in: TokenText(piece, in: text), at: 0) else { continue }
            return pieces.enumerated().allSatisfy { $0.offset == place || isNumber($0.element) }
        }
        if isClock(pieces[0]) { return pieces.count == 1 || pieces.count == 2 && isCount(last) }
        guard pieces.count >= 2 else { return false }
        return PageNumber.isCount(TokenText(last, in: text).tokens)
            && !(range.lowerBound..<last.lowerBound).contains { text.bytes[$0] == 0x2E && isLeader(at: $0) }
    }

    /// `.....`
    private func isLeader(at offset: Int) -> Bool {
        offset + 3 < text.bytes.count && text.bytes[offset..<(offset + 4)].allSatisfy { $0 == 0x2E }
    }

    /// What wide gaps part.
    private func pieces(of range: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            guard text.bytes[offset] == 0x09 || isGap(at: offset, 2) else {
                offset += 1
                continue
            }
            if offset > start { pieces.append(start..<offset) }
            while offset < range.upperBound, text.bytes[offset] == 0x20 || text.bytes[offset] == 0x09 { offset += 1 }
            start = offset
        }
        if start < range.upperBound { pieces.append(start..<range.upperBound) }
        return pieces
    }

    private func isNumber(_ range: Range<Int>) -> Bool {
        range.count <= 4 && range.allSatisfy { CharacterClass.isDigit(text.bytes[$0]) }
    }

    /// `08:15, 12/02/2026 Cổng thông tin điện tử`
    private func opensWithClock(_ range: Range<Int>) -> Bool {
        guard let first = range.first, CharacterClass.isDigit(text.bytes[first]) else { return false }
        let tokens = TokenText(text.head(of: range, bytes: 40), in: text)
        guard tokens.number(0) != nil, tokens.key(1) == ":", tokens.number(2) != nil else { return false }
        let day = tokens.key(3) == "," ? 4 : 3
        return tokens.number(day) != nil && tokens.key(day + 1) == "/" && tokens.number(day + 2) != nil
            && tokens.key(day + 3) == "/" && tokens.year(day + 4) != nil
    }

    private static let halves: Set<String> = ["am", "pm", "sa", "ch"]

    /// `8:15 SA, 05/03/2026`, `16:20:11 05-03-2026`
    private func isClock(_ range: Range<Int>) -> Bool {
        guard range.count <= 40, let first = range.first, CharacterClass.isDigit(text.bytes[first]) else {
            return false
        }
        var tokens = TokenText(range, in: text).tokens
        guard tokens.count >= 8, let hours = tokens[0].value, hours < 24, tokens[1].isSign(":"),
            let minutes = tokens[2].value, minutes < 60
        else { return false }
        tokens.removeFirst(3)
        if tokens[0].isSign(":"), tokens[1].value != nil { tokens.removeFirst(2) }
        if let half = tokens.first, Self.halves.contains(half.key) { tokens.removeFirst() }
        if tokens.first?.isSign(",") == true { tokens.removeFirst() }
        return tokens.count == 5 && [0, 2, 4].allSatisfy { tokens[$0].value != nil }
            && [1, 3].allSatisfy { tokens[$0].isSign("/") || tokens[$0].isSign("-") }
    }

    /// A file's name, an address alone, words that programs print across or below pages.
    private func isPrinters(_ range: Range<Int>) -> Bool {
        if isFile(range) || hasStamp(range) { return true }
        if !range.contains(where: { text.bytes[$0] <= 0x20 }) { return isAddress(range) }
        let pieces = pieces(of: range)
        if let first = pieces.first, let last = pieces.last, pieces.count >= 2,
            isAddress(first) && !first.contains(where: { text.bytes[$0] <= 0x20 })
                || endOfTime(from: last.lowerBound, to: last.upperBound) == last.upperBound
        {
            return true
        }
        // `2/12/26, 8:15 AM Kế hoạch …`, `LuatVietnam www.luatvietnam.vn`
        if endOfTime(from: range.lowerBound, to: range.upperBound) != nil || opensWithClock(range) { return true }
        if range.count < 80, let gap = range.last(where: { text.bytes[$0] == 0x20 }),
            text.bytes[(gap + 1)..<range.upperBound].starts(with: "www.".utf8)
        {
            return true
        }
        let tokens = TokenText(range, in: text)
        return Self.marks.opening.stands(in: tokens, at: 0) || isAcross(range, tokens)
    }

    /// `DỰ THẢO LẦN 2`, `Lưu hành nội bộ`: words that stand across pages, with nothing behind them but a time or a number.
    private func isAcross(_ range: Range<Int>, _ tokens: TokenText) -> Bool {
        let length = Self.marks.whole.length(in: tokens, at: 0)
        guard length > 0 else { return false }
        if tokens.tokens.dropFirst(length).allSatisfy({ $0.kind != .word }) { return true }
        guard LetterCase.of(range, in: text) == .upper else { return false }
        return tokens.tokens.indices.dropFirst(length).allSatisfy {
            tokens.tokens[$0].kind != .word || Self.dating.stands(in: tokens, at: $0)
        }
    }

    /// `ubnd_laocai_vt_12/02/2026 08:15:30`: a day and a time to the second, which no text of a document has.
    private func hasStamp(_ range: Range<Int>) -> Bool {
        guard range.count < 120, range.contains(where: { text.bytes[$0] == 0x3A }) else { return false }
        let tokens = TokenText(range, in: text)
        return tokens.tokens.indices.contains { index in
            let day = [0, 2, 4, 5, 7, 9].allSatisfy { tokens.number(index + $0) != nil }
            guard day, tokens.key(index + 6) == ":", tokens.key(index + 8) == ":" else { return false }
            let sign = tokens.key(index + 1)
            return ["/", "-", "."].contains(sign) && tokens.key(index + 3) == sign
        }
    }

    private func isAddress(_ range: Range<Int>) -> Bool {
        let bytes = text.bytes[range]
        return bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)
            || bytes.starts(with: "www.".utf8) || bytes.starts(with: "file:///".utf8)
            || bytes.starts(with: "about:blank".utf8)
    }

    private func isFile(_ range: Range<Int>) -> Bool {
        Self.endings.contains { ending in
            range.count > ending.utf8CodeUnitCount && range.count < 120
                && ending.withUTF8Buffer { text.bytes[range].suffix($0.count).elementsEqual($0) }
        }
    }

    private func isFileAlone(_ range: Range<Int>) -> Bool {
        isFile(range) && !range.contains { text.bytes[$0] <= 0x20 }
    }

    /// `1/3`
    private func isCount(_ range: Range<Int>) -> Bool {
        let tokens = TokenText(range, in: text).tokens
        guard tokens.count == 3, let page = tokens[0].value, let all = tokens[2].value else { return false }
        // `10/2026` is a month.
        return tokens[1].isSign("/") && page >= 1 && page <= all && !(page <= 12 && (1990...2100).contains(all))
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
