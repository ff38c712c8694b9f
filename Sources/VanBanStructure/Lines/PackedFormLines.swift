import VanBanReading

/// Lines that hold several lines of the form, as extraction from PDF and pages leaves them: body and quốc hiệu side by
/// side with one space between (`BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`), a whole letterhead in one cell
/// (`ỦY BAN NHÂN DÂN TỈNH A ------- Số: 52/2018/QĐ-UBND`), the recipients behind their head. They are taken apart before
/// lines are told apart.
struct PackedFormLines {
    private let text: SourceText
    private let classifier: LineClassifier

    init(_ text: SourceText) {
        self.text = text
        classifier = LineClassifier(text)
    }

    /// No line of the form is longer, in bytes.
    private static let longest = 600

    func split(_ blocks: inout [Block]) {
        var split: [Block] = []
        var taken = 0
        for (index, block) in blocks.enumerated() {
            guard block.grid == nil, block.cells.count < 2, block.range.count < Self.longest, mayBePacked(block.range),
                !TableSign.stand(in: block.range, of: text.bytes)
            else { continue }
            let pieces = pieces(of: block.range)
            guard pieces.count > 1 else { continue }
            split += blocks[taken..<index]
            for (position, piece) in pieces.enumerated() {
                var line = block
                line.range = piece
                line.cells = []
                if line.kind == .row { line.kind = .line }
                if position > 0 {
                    line.blankLinesBefore = 0
                    line.pageBreakBefore = false
                }
                split.append(line)
            }
            taken = index + 1
        }
        guard taken > 0 else { return }
        split += blocks[taken...]
        blocks = split
    }

    /// Whether a line holds a rule, the quốc hiệu in capitals, the tiêu ngữ, or opens the recipients. Cheap, since every
    /// line of a document is asked.
    private func mayBePacked(_ range: Range<Int>) -> Bool {
        text.bytes.withUnsafeBufferPointer { bytes in
            if range.count > 12, bytes[range.lowerBound] == 0x4E, bytes[range.lowerBound + 1] == 0xC6 { return true }
            if range.count < 90, bytes[range.upperBound - 1] == 0x29 { return true }
            // `Phụ lục I … (Kèm theo …)`
            if range.count > 20, bytes[range.lowerBound] == 0x50, bytes[range.lowerBound + 1] | 0x20 == 0x68,
                range.contains(where: { bytes[$0] == 0x28 })
            {
                return true
            }
            if range.count < 160, Self.opensSigning(bytes, range) { return true }
            var rule = 0
            for offset in range {
                let byte = bytes[offset]
                rule = byte == 0x2D || byte == 0x5F ? rule + 1 : 0
                if rule == Self.ruleLength { return true }
                // `Tự do`, `TỰ DO`; `VIỆT NAM`, `CỘNG HÒA`
                guard byte == 0xE1, offset + 4 < range.upperBound, bytes[offset + 1] == 0xBB else { continue }
                let next = bytes[offset + 2]
                if next == 0xB1 || next == 0xB0, bytes[offset + 3] == 0x20, bytes[offset + 4] | 0x20 == 0x64 {
                    return true
                }
                if next == 0x86, bytes[offset + 3] == 0x54 || bytes[offset + 3] == 0x74 { return true }
                if next == 0x98, bytes[offset + 3] == 0x4E { return true }
                // ` Số:` behind other words.
                if next == 0x91, offset > range.lowerBound + 1, bytes[offset - 1] == 0x53 { return true }
            }
            return false
        }
    }

    /// Whether a line opens with `TM.`, `KT.`, `TL.` or `TUQ.`
    private static func opensSigning(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 20, bytes[range.lowerBound] == 0x54 || bytes[range.lowerBound] == 0x4B else { return false }
        return (1...3).contains { bytes[range.lowerBound + $0] == 0x2E || bytes[range.lowerBound + $0] == 0x2F }
    }

    private static let ruleLength = 5
    private static let mottos = Phrase.list([
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Đảng Cộng sản Việt Nam", "Việt Nam dân chủ cộng hòa",
    ])
    private static let number = WordKey.of("số")
    /// Words before the country's name in a sentence.
    private static let leading = Lexicon.keys(.leadsToCountry)
    private static let recipients = Phrase("Nơi nhận")

    private func pieces(of range: Range<Int>) -> [Range<Int>] {
        let tokens = TokenText(range, in: text)
        if let recipients = recipients(of: range, tokens) { return recipients }
        if let signing = signing(of: range, tokens) { return signing }
        if let appendix = appendix(of: range, tokens) { return appendix }
        var cuts = Set<Int>()
        var hasMotto = false
        var index = 0
        while index < tokens.tokens.count {
            if let motto = tokens.firstMatch(Self.mottos, at: index), isName(motto.keys.count, at: index, tokens) {
                cuts.insert(index)
                cuts.insert(index + motto.keys.count)
                hasMotto = true
                index += motto.keys.count
            } else if let end = Freedom.end(at: index, in: tokens), standsAlone(end - index, at: index, tokens) {
                cuts.insert(index)
                cuts.insert(end)
                hasMotto = true
                index = end
            } else {
                if index > 0, tokens.tokens[index].key == Self.number, index + 2 < tokens.tokens.count,
                    tokens.tokens[index + 1].isSign(":"), let number = DocumentNumber.at(index + 2, in: tokens),
                    tokens.tokens[index - 1].isAllUpper && areUpper(tokens.tokens[..<index])
                        || isBehindBody(index, number, tokens)
                {
                    cuts.insert(index)
                }
                index += 1
            }
        }
        cuts.remove(0)
        cuts.remove(tokens.tokens.count)
        let places = cuts.map { tokens.tokens[$0].range.lowerBound } + rules(of: range, hasMotto: hasMotto)
        return cut(range, at: places)
    }

    /// Whether the country's name is the quốc hiệu and not a name in a sentence: in capitals, behind a body or nothing.
    private func isName(_ count: Int, at index: Int, _ tokens: TokenText) -> Bool {
        guard areUpper(tokens.tokens[index..<(index + count)]) else { return false }
        guard index > 0 else { return true }
        return areUpper(tokens.tokens[..<index]) && !Self.leading.contains(tokens.tokens[index - 1].key)
    }

    /// Whether the tiêu ngữ is that of the document, and no sentence speaks of it: behind capitals or nothing, outside of
    /// quotation marks.
    private func standsAlone(_ count: Int, at index: Int, _ tokens: TokenText) -> Bool {
        let end = index + count
        if end < tokens.tokens.count, tokens.tokens[end].isSign("\"") || tokens.tokens[end].isSign(":") { return false }
        guard index > 0 else { return true }
        return areUpper(tokens.tokens[..<index]) && !tokens.tokens[index - 1].isSign("\"")
    }

    /// Whether a number stands behind the name of a body in ordinary letters and ends the line, or has place and date
    /// behind it: `Sở Nội vụ tỉnh An Bình Số: 118/QĐ-SNV`.
    private func isBehindBody(_ index: Int, _ number: DocumentNumber, _ tokens: TokenText) -> Bool {
        guard tokens.firstMatch(LineClassifier.bodies, at: 0) != nil, tokens.tokens[0].startsUpper,
            tokens.tokens[index].startsUpper,
            tokens.tokens[..<index].allSatisfy({ $0.kind == .word || $0.isSign("-") || $0.isSign(",") })
        else { return false }
        let end = number.tokens.upperBound
        return end == tokens.tokens.count || PlaceAndDate.at(end, in: tokens)?.place != nil
    }

    private func areUpper(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.allSatisfy { $0.kind != .word || $0.isAllUpper }
    }

    /// Where rules begin and end behind capitals or the tiêu ngữ; a blank to fill in is no rule.
    private func rules(of range: Range<Int>, hasMotto: Bool) -> [Int] {
        var places: [Int] = []
        var start: Int?
        for offset in range.lowerBound...range.upperBound {
            let isRule = offset < range.upperBound && (text.bytes[offset] == 0x2D || text.bytes[offset] == 0x5F)
            if isRule {
                start = start ?? offset
            } else if let from = start {
                start = nil
                guard offset - from >= Self.ruleLength else { continue }
                let before = text.trimmed(range.lowerBound..<from)
                let isGlued = before.isEmpty && isFormLine(text.trimmed(offset..<range.upperBound))
                guard hasMotto || isGlued || !before.isEmpty && LetterCase.of(before, in: text) == .upper else {
                    continue
                }
                places += [from, offset]
            }
        }
        return places
    }

    /// `--------------------Số: 1245/QĐ-UBND`: what the ruler of a letterhead may be joined to.
    private func isFormLine(_ range: Range<Int>) -> Bool {
        switch range.isEmpty ? .text : classifier.worded(range) {
        case .number, .placeAndDate, .motto, .body, .documentKind: return true
        default: return false
        }
    }

    private func cut(_ range: Range<Int>, at places: [Int]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        for place in places.sorted() + [range.upperBound] where place > start {
            let piece = text.trimmed(start..<place)
            if !piece.isEmpty { pieces.append(piece) }
            start = place
        }
        return pieces
    }

    private static let appendix = Phrase("Phụ lục")

    /// `Phụ lục I DANH MỤC NHIỆM VỤ (Ban hành kèm theo Kế hoạch số …)`
    private func appendix(of range: Range<Int>, _ tokens: TokenText) -> [Range<Int>]? {
        guard tokens.matches(Self.appendix, at: 0), tokens.tokens[0].startsUpper,
            let bracket = tokens.tokens.indices.dropFirst(2).first(where: {
                tokens.tokens[$0].isSign("(") && tokens.firstMatch(LineClassifier.attachments, at: $0 + 1) != nil
            })
        else { return nil }
        let cut = tokens.tokens[bracket].range.lowerBound
        let head = text.trimmed(range.lowerBound..<cut)
        guard classifier.worded(head) == .appendixHead else { return nil }
        return [head, text.trimmed(cut..<range.upperBound)]
    }

    /// `HIỆU TRƯỞNG (đã ký)`, `TM. ỦY BAN NHÂN DÂN CHỦ TỊCH     Phạm Đình Nghị`
    private func signing(of range: Range<Int>, _ tokens: TokenText) -> [Range<Int>]? {
        var index = 0
        while index < tokens.tokens.count, tokens.tokens[index].kind != .word || tokens.tokens[index].isAllUpper {
            index += 1
        }
        guard index > 1, index < tokens.tokens.count else { return nil }
        if tokens.tokens[index - 1].isSign("(") || tokens.tokens[index - 1].isSign("[") { index -= 1 }
        let cut = tokens.tokens[index].range.lowerBound
        let words = text.trimmed(range.lowerBound..<cut)
        let rest = Stretch(text.trimmed(cut..<range.upperBound))
        guard classifier.worded(words) == .authority else { return nil }
        if SignatureReader.isSigned(rest, in: text) { return [words, rest.hull] }
        // A name stands behind a gap.
        let gap = tokens.tokens[index].range.lowerBound - words.upperBound
        return gap >= 3 && PersonName.matches(rest, in: text) ? [words, rest.hull] : nil
    }

    /// `Nơi nhận: - Như trên; - Sở Nội vụ; - Lưu: VT.`
    private func recipients(of range: Range<Int>, _ tokens: TokenText) -> [Range<Int>]? {
        guard tokens.matches(Self.recipients, at: 0), tokens.tokens.count > 4, tokens.tokens[2].isSign(":"),
            tokens.tokens[3].isSign("-") || tokens.tokens[3].isSign("–")
        else { return nil }
        var places = [tokens.tokens[3].range.lowerBound]
        for index in tokens.tokens.indices.dropFirst(4) {
            let before = tokens.tokens[index - 1]
            if tokens.tokens[index].isSign("-") || tokens.tokens[index].isSign("–"),
                before.isSign(";") || before.isSign(".") || before.isSign(",")
            {
                places.append(tokens.tokens[index].range.lowerBound)
            }
        }
        return cut(range, at: places)
    }
}
