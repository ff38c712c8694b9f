import VanBanReading

/// The label that opens a line of an outline: `Điều 1.`, `II.`, `1.1.`, `đ)`, `-`.
struct OutlineLabel: Sendable, Hashable {
    /// The series that a label belongs to. Labels of one series, under one node, are siblings.
    enum Series: Hashable, Sendable {
        case partition, chapter, division, subdivision, article
        case roman, upperLetter, arabic
        /// `1)`, `(1)`.
        case arabicBracket
        /// `1.1`, `1.1.1`: the number of its components.
        case decimal(Int)
        case point
        case bullet, plus
    }

    /// What a label says, kept once for all that hold it: a line, its paragraph, its node.
    private final class Words: Sendable {
        let series: Series
        let text: String
        let ordinal: Int?
        let components: [Int]
        let closing: String

        init(_ series: Series, _ text: String, _ ordinal: Int?, _ components: [Int], _ closing: String) {
            self.series = series
            self.text = text
            self.ordinal = ordinal
            self.components = components
            self.closing = closing
        }
    }

    private var words: Words
    /// Bytes of the label with its dot or bracket.
    var range: Range<Int>

    var series: Series { words.series }
    /// As printed, without dot or bracket and without `Điều`, `Chương`.
    var text: String { words.text }
    /// The place in its series (`IV` 4, `đ` 5, of `2.10` the 10); nil for bullets and letters that are none.
    var ordinal: Int? { words.ordinal }
    /// Of a decimal label all components, else empty.
    var components: [Int] {
        get { words.components }
        set { words = Words(series, text, ordinal, newValue, closing) }
    }
    /// How the label is closed (`.`, `)`), for telling labels that are written otherwise than their neighbours.
    var closing: String { words.closing }

    /// Of the labels that most lists have, all are the same.
    private static let dash = Words(.bullet, "-", nil, [], "")
    private static let plus = Words(.plus, "+", nil, [], "")

    init(
        series: Series, text: String, ordinal: Int? = nil, components: [Int] = [], range: Range<Int>, closing: String
    ) {
        self.range = range
        if ordinal == nil, components.isEmpty, closing.isEmpty, series == .bullet, text == "-" {
            words = Self.dash
        } else if ordinal == nil, components.isEmpty, closing.isEmpty, series == .plus, text == "+" {
            words = Self.plus
        } else {
            words = Words(series, text, ordinal, components, closing)
        }
    }

    static func == (left: OutlineLabel, right: OutlineLabel) -> Bool {
        guard left.range == right.range else { return false }
        return left.words === right.words
            || left.series == right.series && left.text == right.text && left.ordinal == right.ordinal
                && left.components == right.components && left.closing == right.closing
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(series)
        hasher.combine(text)
        hasher.combine(range)
    }

    /// The letters of points in their order (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.d: the Vietnamese alphabet, without
    /// ă â ê ô ơ; f j w z are not in it).
    static let pointLetters: [String] = [
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "ư", "v",
        "x", "y",
    ]
    /// Whether the letter of one place comes next after that of another: where people count in capitals, many leave `Đ` out.
    static func follows(_ place: Int, after last: Int) -> Bool {
        place == last + 1 || place == last + 2 && pointLetters[last...].first == "đ"
    }

    /// The same as keys of words.
    static let pointKeys: [String] = pointLetters.map { WordKey.of($0) }
}

extension OutlineLabel {
    /// The label at the beginning of a line, if there is one.
    static func at(_ line: Range<Int>, in text: SourceText) -> OutlineLabel? {
        guard let first = line.first else { return nil }
        let byte = text.bytes[first]
        if let label = enclosed(line, text) { return label }
        switch byte {
        case 0x2D, 0x2A, 0x3D, 0xE2, 0xEF, 0xF0: return BulletSign.label(line, text)
        case 0x2B: return plus(line, text)
        case 0xC2, 0xC3, 0x6F, 0x71, 0x76:
            if let bullet = BulletSign.fontLabel(line, text) { return bullet }
        case 0x28: return bracketed(line, text)
        case 0x30...0x39: return number(line, text)
        default: break
        }
        return letter(line, text) ?? named(line, text)
    }

    // MARK: Plus signs

    private static func plus(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        guard line.count > 1 else { return nil }
        let range = line.lowerBound..<(line.lowerBound + 1)
        return OutlineLabel(series: .plus, text: "+", ordinal: nil, range: range, closing: "")
    }

    // MARK: Numbers

    /// Numbers that are one character: `①`, `⑴`, `⒈`, `❶`, `➀`, `➊`.
    private static let enclosures: [(first: UInt32, count: UInt32, isBracket: Bool)] = [
        (0x2460, 20, false), (0x2474, 20, true), (0x2488, 20, false), (0x24F5, 10, false), (0x2776, 10, false),
        (0x2780, 10, false), (0x278A, 10, false),
    ]

    private static func enclosed(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        let bytes = text.bytes
        let start = line.lowerBound
        guard bytes[start] == 0xE2, start + 3 < line.upperBound else { return nil }
        let scalar = 0x2000 | UInt32(bytes[start + 1] & 0x3F) << 6 | UInt32(bytes[start + 2] & 0x3F)
        guard let kind = enclosures.first(where: { scalar >= $0.first && scalar < $0.first + $0.count }) else {
            return nil
        }
        let value = Int(scalar - kind.first) + 1
        var end = start + 3
        if bytes[end] == 0x2E || bytes[end] == 0x29 { end += 1 }
        return OutlineLabel(
            series: kind.isBracket ? .arabicBracket : .arabic, text: String(value), ordinal: value, range: start..<end,
            closing: kind.isBracket ? "()" : "○")
    }

    private static func number(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        let bytes = text.bytes
        var components: [Int] = []
        var offset = line.lowerBound
        var end = offset
        while true {
            let start = offset
            var value = 0
            while offset < line.upperBound, CharacterClass.isDigit(bytes[offset]), offset - start < 4 {
                value = value * 10 + Int(bytes[offset] - 0x30)
                offset += 1
            }
            let length = offset - start
            guard length > 0, length <= (components.isEmpty ? 3 : 2) else {
                if components.isEmpty { return nil }
                break
            }
            components.append(value)
            end = offset
            guard offset + 1 < line.upperBound, bytes[offset] == 0x2E, CharacterClass.isDigit(bytes[offset + 1]) else {
                break
            }
            offset += 1
        }
        guard end == offset || components.count > 1 else { return nil }
        // `1.5.2024` is a date.
        if end + 1 < line.upperBound, bytes[end] == 0x2E, CharacterClass.isDigit(bytes[end + 1]) { return nil }
        guard let closing = closing(at: end, line, bytes, needsSpaceAfter: components.count == 1) else {
            // A decimal label may stand without a dot: `1.1 Sở Tư pháp`.
            guard components.count > 1, components.allSatisfy({ $0 > 0 && $0 < 100 }), end < line.upperBound,
                CharacterClass.isSpace(bytes[end])
            else { return nil }
            return decimal(components, line.lowerBound..<end, end, "", text)
        }
        if components.count > 1 { return decimal(components, line.lowerBound..<closing.end, end, closing.sign, text) }
        guard components[0] > 0, components[0] <= 200 else { return nil }
        return OutlineLabel(
            series: closing.sign == ")" ? .arabicBracket : .arabic, text: text.string(line.lowerBound..<end),
            ordinal: components[0], range: line.lowerBound..<closing.end, closing: closing.sign)
    }

    private static func decimal(
        _ components: [Int], _ range: Range<Int>, _ end: Int, _ closing: String, _ text: SourceText
    ) -> OutlineLabel? {
        guard components.allSatisfy({ $0 > 0 && $0 < 100 }), components.count <= 5 else { return nil }
        return OutlineLabel(
            series: .decimal(components.count), text: text.string(range.lowerBound..<end), ordinal: components.last,
            components: components, range: range, closing: closing)
    }

    private static func bracketed(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        let bytes = text.bytes
        var offset = line.lowerBound + 1
        var value = 0
        while offset < line.upperBound, CharacterClass.isDigit(bytes[offset]), offset < line.lowerBound + 3 {
            value = value * 10 + Int(bytes[offset] - 0x30)
            offset += 1
        }
        if value == 0 { return bracketedPoint(line, text) }
        guard offset + 1 < line.upperBound, bytes[offset] == 0x29 else { return nil }
        return OutlineLabel(
            series: .arabicBracket, text: String(value), ordinal: value, range: line.lowerBound..<(offset + 1),
            closing: "()")
    }

    /// `(a) Rà soát …`
    private static func bracketedPoint(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        let bytes = text.bytes
        let start = line.lowerBound + 1
        guard start < line.upperBound else { return nil }
        let end = start + CharacterClass.scalarLength(bytes[start])
        guard end + 1 < line.upperBound, bytes[end] == 0x29, CharacterClass.isSpace(bytes[end + 1]),
            let place = pointLetters.firstIndex(of: text.string(start..<end))
        else { return nil }
        return OutlineLabel(
            series: .point, text: text.string(start..<end), ordinal: place + 1, range: line.lowerBound..<(end + 1),
            closing: "()")
    }

    /// The dot, bracket or dash that closes a label at an offset.
    private static func closing(
        at offset: Int, _ line: Range<Int>, _ bytes: [UInt8], needsSpaceAfter: Bool
    ) -> (end: Int, sign: String)? {
        guard offset < line.upperBound else { return nil }
        switch bytes[offset] {
        case 0x2E:
            if offset + 1 == line.upperBound { return (offset + 1, ".") }
            // `a.)`
            if bytes[offset + 1] == 0x29 { return (offset + 2, ".)") }
            // `1.Mục đích` is a label, `1.000` is not (digits were taken above), `1..` is none.
            return bytes[offset + 1] == 0x2E ? nil : (offset + 1, ".")
        case 0x29:
            let dotted = offset + 1 < line.upperBound && (bytes[offset + 1] == 0x2E || bytes[offset + 1] == 0x3A)
            return dotted ? (offset + 2, ").") : (offset + 1, ")")
        case 0x2F:
            // `1/ Mục đích`; `1/2024` is a date.
            return offset + 1 < line.upperBound && CharacterClass.isSpace(bytes[offset + 1]) ? (offset + 1, "/") : nil
        case 0x2D:
            return offset + 1 < line.upperBound && CharacterClass.isSpace(bytes[offset + 1]) ? (offset + 1, "-") : nil
        case 0xE2:
            // A digit in the frame of a key, as chat programs number.
            return offset + 3 <= line.upperBound && bytes[offset + 1] == 0x83 && bytes[offset + 2] == 0xA3
                ? (offset + 3, "\u{20E3}") : nil
        default: return nil
        }
    }

    /// `I.1.`, `II.2.1`, `A.3`: a decimal label whose first component is the numeral or the letter of the section.
    private static func compound(
        _ first: Int, behind start: Int, of line: Range<Int>, _ text: SourceText
    ) -> OutlineLabel? {
        let bytes = text.bytes
        var components = [first]
        var end = start
        while end + 1 < line.upperBound, bytes[end] == 0x2E, CharacterClass.isDigit(bytes[end + 1]) {
            var value = 0
            end += 1
            while end < line.upperBound, CharacterClass.isDigit(bytes[end]), value < 100 {
                value = value * 10 + Int(bytes[end] - 0x30)
                end += 1
            }
            components.append(value)
        }
        guard components.count > 1, end < line.upperBound else { return nil }
        if let closing = closing(at: end, line, bytes, needsSpaceAfter: false) {
            return decimal(components, line.lowerBound..<closing.end, end, closing.sign, text)
        }
        return CharacterClass.isSpace(bytes[end]) ? decimal(components, line.lowerBound..<end, end, "", text) : nil
    }

    // MARK: Letters and Roman numerals

    private static func letter(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        let bytes = text.bytes
        let start = line.lowerBound
        if let value = RomanNumeral.prefix(of: bytes, in: line) {
            var end = start + value.length
            if let label = compound(value.value, behind: end, of: line, text) { return label }
            if let closing = closing(at: end, line, bytes, needsSpaceAfter: false),
                closing.end == line.upperBound || !CharacterClass.isDigit(bytes[closing.end])
            {
                // `C.` and `D.` are letters far more often than 100 and 500.
                if value.length > 1 || value.value <= 10 {
                    return OutlineLabel(
                        series: .roman, text: text.string(start..<end), ordinal: value.value,
                        range: start..<closing.end, closing: closing.sign)
                }
            } else if end < line.upperBound, CharacterClass.isSpace(bytes[end]) {
                // `I - MỤC ĐÍCH`
                while end < line.upperBound, CharacterClass.isSpace(bytes[end]) { end += 1 }
                let isDash = end + 1 < line.upperBound && (bytes[end] == 0x2D || isEnDash(bytes, end, line.upperBound))
                let dash = isDash ? CharacterClass.scalarLength(bytes[end]) : 0
                if dash > 0, end + dash < line.upperBound, CharacterClass.isSpace(bytes[end + dash]) {
                    return OutlineLabel(
                        series: .roman, text: text.string(start..<(start + value.length)), ordinal: value.value,
                        range: start..<(end + dash), closing: "-")
                }
            }
        }
        let length = CharacterClass.scalarLength(bytes[start])
        guard start + length < line.upperBound, length <= 2 else { return nil }
        let end = start + length
        let isLower =
            (bytes[start] >= 0x61 && bytes[start] <= 0x7A) || (length == 2 && isDStroke(bytes, start, lower: true))
            || (length == 2 && bytes[start] == 0xC6 && bytes[start + 1] == 0xB0)
        let isUpper =
            (bytes[start] >= 0x41 && bytes[start] <= 0x5A) || (length == 2 && isDStroke(bytes, start, lower: false))
        if isUpper, let place = pointLetters.firstIndex(of: text.string(start..<end).lowercased()),
            let label = compound(place + 1, behind: end, of: line, text)
        {
            return label
        }
        guard isLower || isUpper, let closing = closing(at: end, line, bytes, needsSpaceAfter: true) else { return nil }
        if closing.sign != ")" && closing.sign != ")." {
            guard closing.end < line.upperBound, CharacterClass.isSpace(bytes[closing.end]) else { return nil }
        }
        let label = text.string(start..<end)
        if isLower {
            let ordinal = pointLetters.firstIndex(of: label).map { $0 + 1 }
            return OutlineLabel(
                series: .point, text: label, ordinal: ordinal, range: start..<closing.end, closing: closing.sign)
        }
        let ordinal = pointLetters.firstIndex(of: label.lowercased()).map { $0 + 1 }
        return OutlineLabel(
            series: .upperLetter, text: label, ordinal: ordinal, range: start..<closing.end, closing: closing.sign)
    }

    private static func isDStroke(_ bytes: [UInt8], _ offset: Int, lower: Bool) -> Bool {
        bytes[offset] == 0xC4 && bytes[offset + 1] == (lower ? 0x91 : 0x90)
    }

    private static func isEnDash(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
        offset + 2 < end && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
            && (0x90...0x95).contains(bytes[offset + 2])
    }

    // MARK: Named labels

    private static let labelled: [String: Series] = [
        "article": .article, "chapter": .chapter, "partition": .partition, "subdivision": .subdivision,
        "division": .division,
    ]
    private static let names: [(word: Phrase, series: Series)] = Lexicon.values(.outlineNames).compactMap {
        name, label in
        labelled[label].map { (Phrase(name), $0) }
    }
    private static let spelled: [String: Int] = Dictionary(
        uniqueKeysWithValues: Lexicon.strings(.spelledOrdinals).enumerated().map {
            (WordKey.of($1), $0 + 1)
        })
    private static let orderWord = WordKey.of("thứ")

    /// What some write for the full stop behind an article's number.
    private static func isArticleSign(_ token: Token, _ text: SourceText) -> Bool {
        if ["-", "/", ")", ";"].contains(where: { token.isSign($0) }) { return true }
        return text.string(token.range) == "·"
    }

    private static func named(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        // Đ, C, P, T, M in either case
        guard [0xC4, 0x43, 0x50, 0x54, 0x4D].contains(text.bytes[line.lowerBound]) else { return nil }
        let head = TokenText(text.head(of: line, bytes: 48), in: text)
        guard let name = names.first(where: { head.matches($0.word, at: 0) }) else { return nil }
        var index = name.word.keys.count
        guard index < head.tokens.count else { return nil }
        var ordinal: Int?
        if let value = head.tokens[index].value {
            ordinal = value
        } else if let roman = RomanNumeral.value(text.string(head.tokens[index].range)) {
            ordinal = roman
        } else if head.tokens[index].key == orderWord, index + 1 < head.tokens.count {
            index += 1
            ordinal = spelled[head.tokens[index].key]
        }
        guard let ordinal, ordinal > 0, ordinal < 1000 else { return nil }
        let labelEnd = head.tokens[index].range.upperBound
        let labelStart = head.tokens[name.word.keys.count].range.lowerBound
        let next = index + 1 < head.tokens.count ? head.tokens[index + 1] : nil
        var rangeEnd = labelEnd
        if let next, next.isSign(".") || next.isSign(":") {
            rangeEnd = next.range.upperBound
            // `Điều 3.- Thi hành`
            if index + 2 < head.tokens.count, head.tokens[index + 2].isSign("-"),
                head.tokens[index + 2].gapBefore == .none
            {
                rangeEnd = head.tokens[index + 2].range.upperBound
            }
        } else if name.series == .article {
            // `Điều 1` alone on its line, as constitutions and old laws have it; `Điều 1 - Mục đích`, `Điều 1/ Mục đích`.
            if let next, isArticleSign(next, text), index + 2 < head.tokens.count, line.count < 160,
                head.tokens[index + 2].startsUpper, head.tokens[index + 2].gapBefore == .space
            {
                rangeEnd = next.range.upperBound
            } else {
                guard next == nil, labelEnd == line.upperBound else { return nil }
            }
        } else if let next {
            // `Chương I QUY ĐỊNH CHUNG`; but not `Mục 1 Chương này …`
            guard next.isSign("-") || LetterCase.of(labelEnd..<line.upperBound, in: text) == .upper else { return nil }
            if next.isSign("-") { rangeEnd = next.range.upperBound }
        }
        return OutlineLabel(
            series: name.series, text: text.string(labelStart..<labelEnd), ordinal: ordinal,
            range: line.lowerBound..<rangeEnd, closing: next.map { $0.isSign(".") ? "." : "" } ?? "")
    }
}
