import VanBanReading

/// Lines of the form that were cut, in narrow cells or in the source of a page: the quốc hiệu
/// (`CỘNG HÒA XÃ HỘI⏎CHỦ NGHĨA VIỆT NAM`), place and date (`Hà⏎Nội, ngày 15⏎tháng 3 năm 2022`), the number
/// (`Số:⏎27/QĐ-UBND`), who issues it (`ỦY⏎BAN NHÂN DÂN`), the kind (`QUYẾT⏎ĐỊNH`), the year of a title (`… NĂM⏎2022`). They are put together before lines are
/// told apart, because no half of them can be told.
struct CutFormLines {
    private let text: SourceText
    private let classifier: LineClassifier

    init(_ text: SourceText) {
        self.text = text
        classifier = LineClassifier(text)
    }

    /// No line of the form is longer, in bytes.
    private static let longest = 110
    private static let mostLines = 3

    func join(_ blocks: inout [Block]) {
        var index = 0
        var joined: [Block] = []
        var taken = 0
        while index < blocks.count {
            let count = isCandidate(blocks[index]) ? lines(from: index, in: blocks) : 1
            if count > 1 {
                joined += blocks[taken..<index]
                var block = blocks[index]
                block.range = block.range.lowerBound..<blocks[index + count - 1].range.upperBound
                joined.append(block)
                taken = index + count
            }
            index += count
        }
        guard taken > 0 else { return }
        joined += blocks[taken...]
        blocks = joined
    }

    private static let year = WordKey.of("năm")

    /// How many lines from one on make a line of the form that fewer of them do not make; 1 where none do.
    private func lines(from start: Int, in blocks: [Block]) -> Int {
        let first = blocks[start].range
        let kind = classifier.worded(first)
        guard kind == .text || kind == .body || kind == .motto else { return 1 }
        for count in 2...Self.mostLines {
            let end = start + count - 1
            guard end < blocks.count, isShortLine(blocks[end]), blocks[end].blankLinesBefore == 0,
                !blocks[end].pageBreakBefore, !classifier.isRuler(blocks[end].range)
            else { return 1 }
            let whole = first.lowerBound..<blocks[end].range.upperBound
            guard whole.count < Self.longest else { return 1 }
            let last = blocks[end].range
            switch classifier.worded(whole) {
            case .motto where kind != .motto || BrokenMotto.ends(last, after: first, in: text): return count
            case .number where count == 2 && text.lastSign(of: first) == 0x3A: return count
            case .placeAndDate where LetterCase.of(first, in: text) != .upper: return count
            // `ỦY⏎BAN NHÂN DÂN`
            case .body where kind == .text && LetterCase.of(first, in: text) == .upper: return count
            case .documentKind where !holds(first, space: true) && !holds(last, space: true): return count
            default: break
            }
            if count == 2, isYear(last), endsWithYearWord(first) { return count }
        }
        return 1
    }

    /// Whether the first line of a cut one may be this: cheap, since every line of a document is asked.
    private func isCandidate(_ block: Block) -> Bool {
        guard isShortLine(block), let first = block.range.first else { return false }
        let bytes = text.bytes
        let last = bytes[block.range.upperBound - 1]
        // The quốc hiệu; a place, `ngày`, a number or `tháng` at the end; a colon; a word alone; the year's word.
        if bytes[first] | 0x20 == 0x63 { return true }
        if CharacterClass.isDigit(last) || last == 0x2C || last == 0x3A { return true }
        if block.range.count <= 14 { return !LetterCase.startsLower(block.range, in: text) }
        return endsWithWordOfDate(block.range)
    }

    private func isShortLine(_ block: Block) -> Bool {
        block.kind == .line && block.cells.isEmpty && block.grid == nil && !block.isRunningHead
            && block.range.count < Self.longest
    }

    private static let dateWords = Set(["ngày", "tháng", "năm"].map(WordKey.of))

    private func endsWithWordOfDate(_ range: Range<Int>) -> Bool {
        guard let last = TokenText(text.tail(of: range, bytes: 12), in: text).tokens.last else { return false }
        return Self.dateWords.contains(last.key)
    }

    private func endsWithYearWord(_ range: Range<Int>) -> Bool {
        LetterCase.of(range, in: text) == .upper
            && TokenText(text.tail(of: range, bytes: 12), in: text).tokens.last?.key == Self.year
    }

    private func isYear(_ range: Range<Int>) -> Bool {
        range.count == 4 && range.allSatisfy { CharacterClass.isDigit(text.bytes[$0]) }
    }

    private func holds(_ range: Range<Int>, space: Bool) -> Bool {
        range.contains { CharacterClass.isSpace(text.bytes[$0]) } == space
    }
}
