import VanBanReading

/// Titles and captions that a page's turn prints once more between the rows of a table that goes on: what stood above it
/// comes again (`PHÂN CÔNG NHIỆM VỤ`, `Bảng 1. … (tiếp)`), or says itself that it goes on (`(Tiếp theo)`).
struct RepeatedCaptions {
    private let text: SourceText

    /// Lines in which the numbers of the rows around a line are looked for.
    private static let reach = 14
    /// Lines above the first row of a table in which its title stands.
    private static let above = 12
    private static let longest = 200
    private static let on = WordKey.of("tiếp")

    /// Marks them among the lines.
    static func mark(_ lines: inout [Line], in text: SourceText) {
        let captions = RepeatedCaptions(text: text)
        let numbers = lines.map(captions.number)
        guard numbers.contains(1) else { return }
        var titles: [[String]: Int] = [:]
        for index in lines.indices where numbers[index] == nil {
            guard captions.mayBe(lines[index]), let words = captions.words(of: lines[index]) else { continue }
            if captions.isWithin(numbers, index) {
                let isTitle = titles[words].map { captions.isAbove(numbers, $0, lines) } ?? false
                if isTitle || captions.saysSo(lines[index]) {
                    lines[index].kind = .runningHead
                    continue
                }
            }
            if titles[words] == nil { titles[words] = index }
        }
    }

    private func mayBe(_ line: Line) -> Bool {
        guard !line.isWhole, line.range.count <= Self.longest, !isHead(line) else { return false }
        switch line.kind {
        case .text, .body, .authority, .appendixHead, .attachmentNote, .documentKind, .uncertain: return true
        default: return false
        }
    }

    /// The words of a line, without a bracket that says that it goes on; nil where these are too few to be known again.
    private func words(of line: Line) -> [String]? {
        let tokens = TokenText(line.range, in: text).tokens
        var words = tokens.filter { $0.kind == .word || $0.kind == .number }.map(\.key)
        if let last = words.lastIndex(of: Self.on), last >= 2, tokens.contains(where: { $0.isSign("(") }) {
            words.removeSubrange(last...)
        }
        return words.count >= 3 ? words : nil
    }

    /// Whether a line is one of the columns' heads, which the tables' readers know again.
    private func isHead(_ line: Line) -> Bool {
        text.bytes.withUnsafeBufferPointer { AlignedLine.hasWideGap(line.range, in: $0) }
            || text.bytes[line.range].contains(0x09)
            || ColumnRoles.recognized(in: [TokenText(line.range, in: text)]) > 0
    }

    /// `(tiếp theo)`, `(Tiếp theo trang trước)`
    private func saysSo(_ line: Line) -> Bool {
        let tokens = TokenText(line.range, in: text).tokens
        return tokens.count <= 8 && tokens.count >= 3 && tokens[0].isSign("(") && tokens[1].key == Self.on
    }

    /// The number that a row begins with on a line: alone, or with a wide gap or a tab behind it.
    private func number(of line: Line) -> Int? {
        guard let first = line.range.first, CharacterClass.isDigit(text.bytes[first]) else { return nil }
        var end = first
        var value = 0
        while end < line.range.upperBound, CharacterClass.isDigit(text.bytes[end]), end - first < 4 {
            value = value * 10 + Int(text.bytes[end] - 0x30)
            end += 1
        }
        if end < line.range.upperBound, text.bytes[end] == 0x2E { end += 1 }
        guard end < line.range.upperBound else { return value }
        let isWide = end + 1 < line.range.upperBound && text.bytes[end] == 0x20 && text.bytes[end + 1] == 0x20
        return isWide || text.bytes[end] == 0x09 || text.bytes[end] == 0x7C ? value : nil
    }

    /// Whether the number of the next row goes on with that of the row before.
    private func isWithin(_ numbers: [Int?], _ index: Int) -> Bool {
        let before = numbers[max(0, index - Self.reach)..<index].last { $0 != nil } ?? nil
        let behind = numbers[(index + 1)..<min(numbers.count, index + Self.reach)].first { $0 != nil } ?? nil
        guard let before, let behind else { return false }
        return behind == before + 1
    }

    /// Whether a line stands right above a table: its head, which begins with the numbers', and its first row follow.
    private func isAbove(_ numbers: [Int?], _ title: Int, _ lines: [Line]) -> Bool {
        let behind = (title + 1)..<min(numbers.count, title + Self.above)
        guard let first = behind.first(where: { numbers[$0] != nil }), numbers[first] == 1 else { return false }
        return ((title + 1)..<first).contains { opensHead(lines[$0]) }
    }

    /// `TT`, `STT`, `Số TT`
    private func opensHead(_ line: Line) -> Bool {
        let head = TokenText(text.head(of: line.range, bytes: 40), in: text)
        return (1...3).contains { count in
            count <= head.tokens.count && ColumnRoles.isNumber(TokenText(Array(head.tokens.prefix(count)), of: head))
        }
    }
}
