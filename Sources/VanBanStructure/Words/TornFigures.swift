import VanBanReading

/// What recognition of characters tears or gets wrong around figures: numbers of documents with a space inside
/// (`số 10 85/QĐ-TTg`, `QĐ-U BND`), years (`năm 20 25`), `%` printed as `°/o`, letters of an index (`PAPl`), words before and
/// behind a result without their marks (`42,15 đlểm`).
///
/// A space inside is closed where only one number can be meant; of a result, where each of its parts may be the
/// whole (`hạng 1 5/34`, `42,1 5 điểm`), no one reading is left.
struct TornFigure {
    enum Reading {
        /// The figures, the letters or the sign that are meant.
        case plain(String)
        case none
    }

    var end: Int
    var reading: Reading

    /// Whether anything of it may stand in a text.
    static func mayStand(in text: TokenText) -> Bool {
        for (index, token) in text.tokens.enumerated() {
            switch token.kind {
            case .number:
                if index > 0, text.tokens[index - 1].kind == .number { return true }
                if text.isSign(".", at: index - 1), text.isGlued(index) { return true }
            case .word:
                if text.isSign("/", at: index - 1) || text.isSign("/", at: index + 1)
                    || text.isSign("-", at: index - 1) || isLikeUnit(token, text)
                    || index > 0 && text.tokens[index - 1].isSign(",") && token.range.count <= 2 || hasFigure(token)
                    || token.range.count <= 8
                        && text.source.bytes[token.range].contains(where: { $0 == 0x6C || $0 == 0x31 })
                {
                    return true
                }
            case .sign:
                if isForeign(token) { return true }
                if index > 0, text.tokens[index - 1].kind == .number, !common.contains(token.key) { return true }
            }
        }
        return false
    }

    private static let common: Set<String> = [",", ".", "/", ")", "-", "%", ":"]
    /// Signs that may stand between two figures.
    private static let between: Set<String> = ["+", "~", "×", "÷", "=", "<", ">", "≥", "≤", "(", decimalPoint]

    static func at(_ index: Int, in text: TokenText) -> TornFigure? {
        switch text.tokens[index].kind {
        case .number:
            return documentNumber(index, text) ?? year(index, text) ?? foreign(index, text) ?? pointed(index, text)
                ?? measure(index, text) ?? strokes(index, text)
        case .word: return letters(index, text) ?? unit(index, text) ?? indexName(index, text) ?? strokes(index, text)
        case .sign: return percent(index, text) ?? slash(index, text) ?? foreign(index, text) ?? separator(index, text)
        }
    }

    // MARK: Numbers of documents

    /// Figures from a token on that only spaces part.
    private static func pieces(_ index: Int, _ text: TokenText) -> (figures: String, end: Int) {
        var figures = text.key(index)
        var end = index + 1
        while end < text.tokens.count, text.tokens[end].kind == .number,
            text.tokens[end].gapBefore == .space || text.tokens[end].gapBefore == .lineBreak
        {
            figures += text.key(end)
            end += 1
        }
        return (figures, end)
    }

    /// `số 10 85/QĐ-TTg`
    private static func documentNumber(_ index: Int, _ text: TokenText) -> TornFigure? {
        let (figures, end) = pieces(index, text)
        guard end > index + 1, figures.utf8.count <= 5, text.isGlued(end),
            text.isSign("/", at: end) || text.isSign("-", at: end),
            CitationHead.isNamed(before: index, in: text)
        else { return nil }
        // The sign, behind a year at most.
        var sign = end + 1
        if text.isSign("/", at: sign + 1) || text.isSign("-", at: sign + 1), text.number(sign) != nil { sign += 2 }
        guard text.isGlued(sign), sign < text.tokens.count, text.tokens[sign].kind == .word,
            text.tokens[sign].isAllUpper,
            text.tokens[sign].range.count >= 2
        else { return nil }
        return TornFigure(end: end, reading: .plain(figures))
    }

    /// `118/20 25/NĐ-CP`, `năm 20 25`
    private static func year(_ index: Int, _ text: TokenText) -> TornFigure? {
        let (figures, end) = pieces(index, text)
        guard end > index + 1, figures.utf8.count == 4, let year = Int(figures), (1945...2100).contains(year) else {
            return nil
        }
        let isOfNumber =
            text.isGlued(index) && text.isSign("/", at: index - 1) && text.isGlued(index - 1)
            && text.number(index - 2) != nil && text.isGlued(end)
            && (text.isSign("/", at: end) || text.isSign("-", at: end))
        guard isOfNumber || text.key(index - 1) == ScoreWords.year && !text.isGlued(end) else { return nil }
        return TornFigure(end: end, reading: .plain(figures))
    }

    /// Bodies whose letters are torn as well as those of kinds.
    private static let bodies: Set<String> = ["UBND", "HĐND", "TTg"]

    /// `98/N Q-CP`, `KH-UB ND`, `72/2025/QH 15`, `NĐ-⏎CP`
    private static func letters(_ index: Int, _ text: TokenText) -> TornFigure? {
        let first = text.tokens[index]
        guard first.isAllUpper, text.isGlued(index), text.isSign("/", at: index - 1) || text.isSign("-", at: index - 1),
            isInNumber(index - 1, text), index + 1 < text.tokens.count, text.tokens[index + 1].gapBefore == .space
        else { return nil }
        let next = text.tokens[index + 1]
        let printed = text.source.string(first.range)
        let whole = printed + text.source.string(next.range)
        if next.kind == .number {
            guard printed == "QH" || printed == "UBTVQH", next.range.count == 2, text.number(index - 2) != nil else {
                return nil
            }
            return TornFigure(end: index + 2, reading: .plain(whole))
        }
        guard next.kind == .word, next.isAllUpper || whole == "TTg",
            !text.isSign(".", at: index + 2) || !text.isGlued(index + 2)
        else { return nil }
        let isKnown =
            bodies.contains(whole) || CitedKind.all.type(ofSign: whole) != nil && whole.count <= 4
            || printed.count == 1 && whole.count <= 6
                && (whole == "CP" || whole == "TW" || text.isSign("-", at: index + 2) && text.isGlued(index + 2))
        return isKnown ? TornFigure(end: index + 2, reading: .plain(whole)) : nil
    }

    /// Whether a stroke or dash belongs to the number of a document.
    private static func isInNumber(_ sign: Int, _ text: TokenText) -> Bool {
        var index = sign
        while index > 0, sign - index < 8, text.isGlued(index) {
            index -= 1
            if text.tokens[index].kind == .number, text.isSign("/", at: index + 1) || text.isSign("-", at: index + 1) {
                return true
            }
        }
        return false
    }

    /// `144|QĐ-UBND`
    private static func slash(_ index: Int, _ text: TokenText) -> TornFigure? {
        guard ["|", "\\", "¦", "⁄", "∕"].contains(text.key(index)), text.isGlued(index), text.isGlued(index + 1),
            text.number(index - 1) != nil, CitationHead.isNamed(before: index - 1, in: text),
            text.tokens[index + 1].kind == .word,
            CitedKind.all.type(ofSign: text.source.string(text.tokens[index + 1].range)) != nil
        else { return nil }
        return TornFigure(end: index + 1, reading: .plain("/"))
    }

    // MARK: Results

    /// Words behind which a result stands.
    private static let leads = Lexicon.keys(.tornFigureLeads)
    private static let ranks = ScoreWords.keys("hạng thứ trí")
    private static let times = Lexicon.keys(.tornTimes)

    private static func isCounted(_ index: Int, _ text: TokenText) -> Bool {
        text.percentLength(at: index) > 0 || isPoints(index, text)
    }

    /// `điểm`, but not `điểm danh`, `điểm cầu`.
    private static func isPoints(_ index: Int, _ text: TokenText) -> Bool { text.key(index) == ScoreWords.points }

    /// `hạng 1 5/34`, `15/3 4 tỉnh`, `42,1 5 điểm`, `1 00%`; `42;15 điểm`, `95,S%`
    private static func measure(_ index: Int, _ text: TokenText) -> TornFigure? {
        guard !text.isGlued(index) || text.tokens[index - 1].kind == .word || text.isSign(":", at: index - 1),
            index > 0, text.tokens[index - 1].kind == .word || text.isSign(":", at: index - 1),
            !times.contains(text.key(index - 1))
        else { return nil }
        if let end = misjoined(index, text) { return TornFigure(end: end, reading: .none) }
        var end = index + 1
        var hasSpace = false
        var hasSign = false
        var hasStroke = false
        while end < text.tokens.count, end - index < 8 {
            if text.tokens[end].kind == .number, text.tokens[end].gapBefore == .space,
                text.tokens[end - 1].kind == .number
            {
                hasSpace = true
                end += 1
            } else if text.isSign(",", at: end) || text.isSign(".", at: end) || text.isSign("/", at: end),
                text.isGlued(end), text.isGlued(end + 1), text.number(end + 1) != nil
            {
                hasStroke = hasStroke || text.isSign("/", at: end)
                hasSign = true
                end += 2
            } else {
                break
            }
        }
        if isMalformed(index..<end, text), isCounted(end, text) { return TornFigure(end: end, reading: .none) }
        guard hasSpace else { return nil }
        // `thứ 2 15/3` may be a day.
        let isRank =
            ranks.contains(text.key(index - 1)) && (hasStroke || text.key(index - 1) != ordinal)
        if isRank, !isCounted(end, text) { return TornFigure(end: end, reading: .none) }
        guard isCounted(end, text), leads.contains(text.key(index - 1)) || text.isSign(":", at: index - 1) else {
            return nil
        }
        // `1 000 điểm`
        let groups = text.tokens[(index + 1)..<end]
        if !hasSign, groups.allSatisfy({ $0.range.count == 3 }) { return nil }
        return TornFigure(end: end, reading: .none)
    }

    private static let ordinal = WordKey.of("thứ")

    /// `4.2,15`: signs that part neither thousands nor a fraction.
    private static func isMalformed(_ figures: Range<Int>, _ text: TokenText) -> Bool {
        let signs = figures.filter { text.isSign(",", at: $0) || text.isSign(".", at: $0) }
        return signs.count == 2 && figures.count == 5 && text.tokens[figures.lowerBound + 2].range.count != 3
            && !figures.contains { text.isSign("/", at: $0) }
    }

    /// `đạt .42,15 điểm`: a point before a figure, which may have lost its first digits.
    private static func pointed(_ index: Int, _ text: TokenText) -> TornFigure? {
        guard text.isSign(".", at: index - 1), text.isGlued(index), text.tokens[index - 1].gapBefore == .space,
            leads.contains(text.key(index - 2)), let number = DecimalNumber.at(index, in: text),
            isCounted(index + number.length, text)
        else { return nil }
        return TornFigure(end: index + number.length, reading: .none)
    }

    /// The end of figures that a wrong sign joins, or behind whose comma a letter stands.
    private static func misjoined(_ index: Int, _ text: TokenText) -> Int? {
        guard text.isGlued(index + 1), text.isGlued(index + 2), index + 2 < text.tokens.count else { return nil }
        let joint = text.tokens[index + 1]
        let next = text.tokens[index + 2]
        if case .sign = joint.kind, !common.contains(joint.key), !between.contains(joint.key), next.kind == .number,
            isCounted(index + 3, text)
        {
            return index + 3
        }
        guard joint.isSign(","), next.kind == .word, next.range.count <= 2, next.range.count == next.key.utf8.count,
            isCounted(index + 3, text)
        else { return nil }
        // Letters that are read as figures are a matter of their own.
        let bytes = text.source.bytes[next.range]
        return bytes.allSatisfy(isLikeFigure) ? nil : index + 3
    }

    /// Digits, and the letters that look like 0 and 1.
    private static func isLikeFigure(_ byte: UInt8) -> Bool {
        CharacterClass.isDigit(byte) || byte == 0x4F || byte == 0x6F || byte == 0x49 || byte == 0x6C
    }

    /// `87,5°/o`
    private static func percent(_ index: Int, _ text: TokenText) -> TornFigure? {
        guard text.isGlued(index), index > 0, text.tokens[index - 1].kind == .number, text.isSign("/", at: index + 1),
            text.isGlued(index + 1), text.isGlued(index + 2),
            ["°", "º", "˚", "⁰"].contains(text.source.string(text.tokens[index].range)),
            ["o", "0"].contains(text.key(index + 2))
        else { return nil }
        return TornFigure(end: index + 3, reading: .plain("%"))
    }

    /// `95 o/o`, `95 0/o`
    static func strokes(_ index: Int, _ text: TokenText) -> TornFigure? {
        guard index > 0, index < text.tokens.count, text.tokens[index - 1].kind == .number,
            text.tokens[index].gapBefore <= .space,
            text.isSign("/", at: index + 1), text.isGlued(index + 1), text.isGlued(index + 2),
            isRound(index, text), isRound(index + 2, text), !text.isGlued(index + 3) || !isLetter(index + 3, text),
            text.tokens[index].kind == .word || text.tokens[index + 2].kind == .word
        else { return nil }
        return TornFigure(end: index + 3, reading: .plain("%"))
    }

    private static func isRound(_ index: Int, _ text: TokenText) -> Bool {
        index < text.tokens.count && ["o", "O", "0"].contains(text.source.string(text.tokens[index].range))
    }

    private static func isLetter(_ index: Int, _ text: TokenText) -> Bool {
        index < text.tokens.count && text.tokens[index].kind != .sign(UInt8(ascii: "."))
            && {
                if case .sign = text.tokens[index].kind { return false }
                return true
            }()
    }

    // MARK: Figures of other scripts

    private static let decimalPoint = "\u{66B}"

    /// `1\u{660}/63`: decimal figures of another script, alone or among ours, have the value that Unicode gives them.
    private static func foreign(_ index: Int, _ text: TokenText) -> TornFigure? {
        guard index == 0 || !text.isGlued(index) || digits(index - 1, text) == nil else { return nil }
        var figures = ""
        var end = index
        while end < text.tokens.count, end == index || text.isGlued(end), let next = digits(end, text) {
            figures += next
            end += 1
        }
        guard text.tokens[index..<end].contains(where: { $0.kind != .number }), figures.count <= 9 else { return nil }
        return TornFigure(end: end, reading: .plain(figures))
    }

    private static func digits(_ index: Int, _ text: TokenText) -> String? {
        let token = text.tokens[index]
        if token.kind == .number { return token.key }
        guard isForeign(token), let value = token.key.unicodeScalars.first?.properties.numericValue else { return nil }
        return String(Int(value))
    }

    private static func isForeign(_ token: Token) -> Bool {
        guard case .sign(0) = token.kind, token.key.utf8.count > 1 else { return false }
        return token.key.unicodeScalars.first?.properties.numericType == .decimal
    }

    /// The decimal point of another script between figures.
    private static func separator(_ index: Int, _ text: TokenText) -> TornFigure? {
        guard text.key(index) == decimalPoint, index > 0, text.isGlued(index), text.isGlued(index + 1),
            digits(index - 1, text) != nil, index + 1 < text.tokens.count, digits(index + 1, text) != nil
        else { return nil }
        return TornFigure(end: index + 1, reading: .plain(","))
    }

    // MARK: Words

    private static let words: [(letters: String, word: String)] =
        CSVTable(PackageResources.unit_words_csv).rows.map { ($0["letters"], $0["word"]) }

    /// The letters, without marks and with `i` for what looks like it, of a word that may be one of these; nil where it can't.
    private static func letters(of token: Token, _ text: TokenText) -> String? {
        // None of the words begins otherwise: most tokens need not be taken apart.
        guard token.range.count <= 8, let first = text.source.bytes[token.range].first,
            first == 0x64 || first == 0x44 || first == 0x68 || first == 0xC4
        else { return nil }
        var letters = ""
        for scalar in text.source.string(token.range).decomposed.unicodeScalars {
            switch scalar {
            case "l", "1", "|", "I", "İ": letters.append("i")
            case "đ", "Đ", "d", "D": letters.append("d")
            case "a"..."z": letters.unicodeScalars.append(scalar)
            case "\u{300}"..."\u{36F}": break
            default: return nil
            }
        }
        return letters
    }

    private static func isLikeUnit(_ token: Token, _ text: TokenText) -> Bool {
        guard let letters = letters(of: token, text) else { return false }
        return words.contains { $0.letters == letters }
    }

    private static func hasFigure(_ token: Token) -> Bool {
        token.range.count <= 4 && token.key.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// `42,15 đlểm`, `đat 42,15 điểm`, `hang 15/34`
    private static func unit(_ index: Int, _ text: TokenText) -> TornFigure? {
        let token = text.tokens[index]
        guard let letters = letters(of: token, text), let found = words.first(where: { $0.letters == letters }),
            WordKey.of(found.word) != token.key
        else { return nil }
        let stands: Bool
        switch found.letters {
        case "diem":
            stands =
                text.number(index - 1) != nil && text.isSign(",", at: index - 2) && text.isGlued(index - 1)
                && text.number(index - 3) != nil && leads.contains(text.key(index - 4))
        case "dat":
            stands = DecimalNumber.at(index + 1, in: text).map { isCounted(index + 1 + $0.length, text) } ?? false
        case "phan":
            stands =
                text.number(index - 1) != nil && index + 1 < text.tokens.count
                && Self.letters(of: text.tokens[index + 1], text) == "tram"
        case "tram":
            stands =
                text.number(index - 2) != nil && index > 0
                && Self.letters(of: text.tokens[index - 1], text) == "phan"
        default:
            stands =
                text.number(index + 1) != nil && text.isSign("/", at: index + 2) && text.number(index + 3) != nil
                && text.isGlued(index + 2) && text.isGlued(index + 3)
        }
        return stands ? TornFigure(end: index + 1, reading: .plain(found.word)) : nil
    }

    /// `PAPl`, `PCl`, `lNDEX`
    private static func indexName(_ index: Int, _ text: TokenText) -> TornFigure? {
        let bytes = text.source.bytes[text.tokens[index].range]
        guard (3...8).contains(bytes.count), bytes.contains(0x6C) || bytes.last == 0x31,
            bytes.allSatisfy({ $0 == 0x6C || $0 == 0x31 || $0 >= 0x41 && $0 <= 0x5A })
        else { return nil }
        let name = String(decoding: bytes.map { $0 == 0x6C || $0 == 0x31 ? 0x49 : $0 }, as: UTF8.self)
        return IndexNames.letters.contains(name) ? TornFigure(end: index + 1, reading: .plain(name)) : nil
    }
}
