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
            let count = isCandidate(index, in: blocks) ? lines(from: index, in: blocks) : 1
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
    private func isCandidate(_ index: Int, in blocks: [Block]) -> Bool {
        let block = blocks[index]
        guard index + 1 < blocks.count, isShortLine(block), isShortLine(blocks[index + 1]) else { return false }
        let bytes = text.bytes
        let first = block.range.lowerBound
        // `CỘNG HÒA …`, `ĐẢNG CỘNG SẢN`, `Số:`
        switch (bytes[first], block.range.count > 1 ? bytes[first + 1] : 0) {
        case (0x43, 0xE1), (0x43, 0x4F), (0xC4, 0x90): return true
        case (0x53, 0xE1) where bytes[block.range.upperBound - 1] == 0x3A: return true
        default: break
        }
        // `Lạng Sơn, ngày 15`, and a place's first words above `…, ngày 15 tháng 3 năm 2022`.
        if namesDay(block.range) || block.range.count <= 30 && namesDay(blocks[index + 1].range) { return true }
        // `ỦY`, `QUYẾT`, and the year's word at the end of a title.
        guard LetterCase.of(block.range, in: text) == .upper else { return false }
        return block.range.count <= 24 || endsWithYearWord(block.range)
    }

    /// Whether a line holds `ngày`.
    private func namesDay(_ range: Range<Int>) -> Bool {
        text.bytes.withUnsafeBufferPointer { bytes in
            var offset = range.lowerBound
            while offset + 3 < range.upperBound {
                if bytes[offset] == 0x67, bytes[offset + 1] == 0xC3, bytes[offset + 2] == 0xA0,
                    bytes[offset + 3] == 0x79
                {
                    return true
                }
                offset += 1
            }
            return false
        }
    }

    private func isShortLine(_ block: Block) -> Bool {
        block.kind == .line && block.cells.isEmpty && block.grid == nil && !block.isRunningHead
            && block.range.count < Self.longest
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
