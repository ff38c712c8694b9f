import VanBanModel
import VanBanReading

/// Labels of an outline that recognition of characters got wrong: `ll. TỔ CHỨC`, `Il.`, `11.` for `II.`, `Điểu 2.`,
/// `Điều l.`, and Roman figures that lost their full stop (`II TỔ CHỨC THỰC HIỆN`).
///
/// Each is one only where it goes on with its series: the next Roman number above a heading in capitals, the next article.
struct MisreadLabels {
    let text: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    /// The numbers met last.
    private var roman = 0
    private var arabic = 0
    private(set) var article = 0
    private var point: String?
    private var upper = 0
    private var decimal: [Int] = []

    init(_ text: SourceText) { self.text = text }

    mutating func settle(_ lines: inout [Line]) {
        for index in lines.indices {
            switch lines[index].kind {
            case .text, .labelled: break
            case .documentKind, .appendixHead:
                (roman, arabic, article, point, upper, decimal) = (0, 0, 0, nil, 0, [])
                continue
            default: continue
            }
            if let found = article(lines, at: index) ?? named(lines[index]) ?? numeral(lines, at: index)
                ?? item(lines, at: index) ?? letter(lines[index])
            {
                lines[index].kind = .labelled
                lines[index].label = found.label
                if let reading = found.reading {
                    diagnostics.append(
                        Diagnostic(
                            .misreadFigure, at: text.location(of: found.place),
                            arguments: [text.string(found.place), reading]))
                }
            }
            note(lines[index].label)
        }
    }

    private mutating func note(_ label: OutlineLabel?) {
        guard let label else { return }
        switch label.series {
        case .roman: (roman, arabic, point, decimal) = (label.ordinal ?? roman, 0, nil, [])
        case .article: (article, arabic, point, decimal) = (label.ordinal ?? article, 0, nil, [])
        case .chapter, .partition, .division: (roman, arabic, point, upper, decimal) = (0, 0, nil, 0, [])
        case .upperLetter: (upper, roman, arabic, point, decimal) = (label.ordinal ?? upper, 0, 0, nil, [])
        case .arabic: (arabic, point, decimal) = (label.ordinal ?? arabic, nil, [])
        case .decimal: (decimal, point) = (label.components, nil)
        case .point: point = label.text
        default: break
        }
    }

    struct Found {
        var label: OutlineLabel
        /// What is told; nil where only a full stop is lacking.
        var reading: String?
        var place: Range<Int>
    }

    // MARK: Roman numbers

    private static let longest = 5

    private func numeral(_ lines: [Line], at index: Int) -> Found? {
        let line = lines[index]
        if let label = line.label, label.series == .roman { return nil }
        if let found = parted(line) ?? bracketed(lines, at: index) { return found }
        guard let run = Self.run(line.range, in: text.bytes), let value = RomanNumeral.value(run.numeral) else {
            return nil
        }
        guard let closing = closing(at: run.end, line.range, afterNumeral: true) else { return nil }
        // `ll.` behind `10.` is the eleventh item.
        if arabic > 1, value != roman + 1, let figures = figures(line.range), figures.components == [arabic + 1] {
            return nil
        }
        let rest = text.trimmed(closing.end..<line.range.upperBound)
        let isHeading = LetterCase.of(rest, in: text) == .upper
        let goesOn = value == roman + 1
        let printed = text.bytes[line.range.lowerBound..<run.end]
        if printed.allSatisfy(CharacterClass.isDigit) {
            // `11.` where neither ten items stand before it nor a heading could be an item's.
            guard isHeading, goesOn, value > 1, !closing.sign.isEmpty,
                let number = Int(String(decoding: printed, as: UTF8.self)),
                number > arabic + 1, line.label?.series == .arabic
            else { return nil }
        } else if closing.sign == "," || closing.sign == ":" {
            guard isHeading, goesOn, value > 1 || isFollowedByNext(lines, after: index) else { return nil }
        } else if closing.sign.isEmpty {
            guard isHeading, goesOn, line.isCapitals, rest.contains(where: { CharacterClass.isSpace(text.bytes[$0]) }),
                value > 1 || isFollowedByNext(lines, after: index)
            else { return nil }
        } else if printed.contains(0x69) {
            // `ii.` above a heading in capitals; `i.` is a point.
            guard isHeading, goesOn, value > 1 else { return nil }
        } else if printed.elementsEqual([0x6C]) {
            // `l.` is the point behind `k.` as well.
            guard isHeading, goesOn, point != "k" else { return nil }
        } else {
            guard run.isMisread, isHeading || goesOn && LetterCase.of(rest, in: text) != .none,
                !LetterCase.startsLower(rest, in: text)
            else { return nil }
        }
        let place = line.range.lowerBound..<run.end
        let label = OutlineLabel(
            series: .roman, text: text.string(place), ordinal: value,
            range: line.range.lowerBound..<closing.end, closing: closing.sign)
        return Found(label: label, reading: run.isMisread ? run.numeral : nil, place: place)
    }

    /// Lines after which the next number is not looked for.
    static let farthest = 200

    /// Whether `II` opens a later line, so that `I MỤC ĐÍCH` is the first of a series.
    private func isFollowedByNext(_ lines: [Line], after index: Int) -> Bool {
        lines[(index + 1)...].prefix(Self.farthest).contains { line in
            guard let run = Self.run(line.range, in: text.bytes), RomanNumeral.value(run.numeral) == 2 else {
                return false
            }
            return closing(at: run.end, line.range, afterNumeral: true) != nil && line.isCapitals
        }
    }

    /// `I I. TỔ CHỨC`, `IL TỔ CHỨC`: a numeral that a space parts, or whose last figure ran together with its full stop.
    private func parted(_ line: Line) -> Found? {
        let bytes = text.bytes
        let start = line.range.lowerBound
        var letters: [UInt8] = []
        var end = start
        var isParted = false
        while end + 1 < line.range.upperBound, letters.count < Self.longest {
            if [0x49, 0x56, 0x58].contains(bytes[end]) {
                letters.append(bytes[end])
                end += 1
            } else if bytes[end] == 0x20, !letters.isEmpty, [0x49, 0x56, 0x58].contains(bytes[end + 1]) {
                isParted = true
                end += 1
            } else {
                break
            }
        }
        var after = end
        if !isParted, !letters.isEmpty, end < line.range.upperBound, bytes[end] == 0x4C {
            letters.append(0x49)
            end += 1
            after = end
        } else if isParted, bytes[end] == 0x2E || bytes[end] == 0x29 {
            after = end + 1
        } else {
            return nil
        }
        let numeral = String(decoding: letters, as: UTF8.self)
        guard after < line.range.upperBound, CharacterClass.isSpace(bytes[after]),
            let value = RomanNumeral.value(numeral), value == roman + 1, value > 1,
            LetterCase.of(text.trimmed(after..<line.range.upperBound), in: text) == .upper
        else { return nil }
        let place = start..<end
        let label = OutlineLabel(
            series: .roman, text: text.string(place), ordinal: value, range: start..<after,
            closing: String(decoding: bytes[end..<after], as: UTF8.self))
        return Found(label: label, reading: numeral, place: place)
    }

    /// `(I) MỤC ĐÍCH`, `(II) TỔ CHỨC`, `[II] TỔ CHỨC`
    private func bracketed(_ lines: [Line], at index: Int) -> Found? {
        let line = lines[index].range
        func read(_ line: Range<Int>) -> (value: Int, end: Int)? {
            guard line.count > 3, let close = [0x28: 0x29, 0x5B: 0x5D][text.bytes[line.lowerBound]],
                let found = RomanNumeral.prefix(of: text.bytes, in: (line.lowerBound + 1)..<line.upperBound)
            else { return nil }
            let end = line.lowerBound + 1 + found.length
            guard end + 1 < line.upperBound, text.bytes[end] == close,
                LetterCase.of(text.trimmed((end + 1)..<line.upperBound), in: text) == .upper
            else { return nil }
            return (found.value, end + 1)
        }
        guard let own = read(line), own.value == roman + 1,
            own.value > 1 || lines[(index + 1)...].prefix(Self.farthest).contains(where: { read($0.range)?.value == 2 })
        else { return nil }
        let place = (line.lowerBound + 1)..<(own.end - 1)
        let label = OutlineLabel(
            series: .roman, text: text.string(place), ordinal: own.value, range: line.lowerBound..<own.end,
            closing: "()")
        return Found(label: label, reading: nil, place: place)
    }

    // MARK: Items

    /// `l.3.` behind `1.2.`, `ll.` behind `10.`, `2,` behind `1,`: the next number of its series.
    private func item(_ lines: [Line], at index: Int) -> Found? {
        let line = lines[index].range
        if let label = lines[index].label, ![.point, .roman, .upperLetter].contains(label.series) { return nil }
        guard let run = figures(line) else { return nil }
        let rest = text.trimmed(run.end..<line.upperBound)
        guard !rest.isEmpty, !LetterCase.startsLower(rest, in: text) else { return nil }
        let goesOn: Bool
        if run.components.count > 1 {
            let above = decimal.isEmpty ? [arabic] : decimal
            goesOn =
                run.isMisread
                && (run.components.count == above.count
                    && run.components.dropLast().elementsEqual(above.dropLast())
                    && run.components.last == (above.last ?? 0) + 1
                    || run.components.last == 1 && run.components.dropLast().elementsEqual(above))
        } else if run.closing == "," {
            goesOn = run.components[0] == arabic + 1 && (arabic > 0 || isFollowedByItem(lines, after: index))
        } else {
            goesOn = run.isMisread && arabic > 0 && run.components[0] == arabic + 1
        }
        guard goesOn else { return nil }
        let place = line.lowerBound..<run.labelEnd
        let number = run.components.map(String.init).joined(separator: ".")
        var label = OutlineLabel(
            series: run.components.count > 1 ? .decimal(run.components.count) : .arabic, text: number,
            ordinal: run.components.last, range: line.lowerBound..<run.end,
            closing: run.closing == "," ? "." : run.closing)
        if run.components.count > 1 { label.components = run.components }
        return Found(label: label, reading: run.isMisread ? number : nil, place: place)
    }

    private func isFollowedByItem(_ lines: [Line], after index: Int) -> Bool {
        lines[(index + 1)...].prefix(Self.farthest).contains { line in
            guard let run = figures(line.range) else { return false }
            return run.closing == "," && run.components == [2]
        }
    }

    /// The figures that a line opens with, letters that look like some among them.
    private func figures(
        _ line: Range<Int>
    ) -> (components: [Int], labelEnd: Int, end: Int, closing: String, isMisread: Bool)? {
        let bytes = text.bytes
        var components: [Int] = []
        var offset = line.lowerBound
        var isMisread = false
        while components.count < 4 {
            var digits = ""
            let start = offset
            while offset < line.upperBound, digits.utf8.count < 3 {
                switch bytes[offset] {
                case 0x30...0x39: digits.append(Character(Unicode.Scalar(bytes[offset])))
                case 0x6C, 0x49: digits.append("1")
                case 0x4F, 0x6F: digits.append("0")
                default: break
                }
                guard digits.utf8.count == offset - start + 1 else { break }
                isMisread = isMisread || !CharacterClass.isDigit(bytes[offset])
                offset += 1
            }
            guard let value = Int(digits), value > 0 else { return nil }
            components.append(value)
            guard offset + 1 < line.upperBound, bytes[offset] == 0x2E, !CharacterClass.isSpace(bytes[offset + 1]) else {
                break
            }
            offset += 1
        }
        let labelEnd = offset
        guard offset + 1 < line.upperBound else { return nil }
        switch bytes[offset] {
        case 0x2E: return (components, labelEnd, offset + 1, ".", isMisread)
        case 0x2C where CharacterClass.isSpace(bytes[offset + 1]) && components.count == 1:
            return (components, labelEnd, offset + 1, ",", isMisread)
        case 0x29: return (components, labelEnd, offset + 1, ")", isMisread)
        default:
            return components.count > 1 && CharacterClass.isSpace(bytes[offset])
                ? (components, labelEnd, offset, "", isMisread) : nil
        }
    }

    /// `8. TỔ CHỨC` between `A.` and `C.`
    private func letter(_ line: Line) -> Found? {
        guard upper == 1, arabic != 7, let label = line.label, label.series == .arabic, label.ordinal == 8,
            line.isCapitals, LetterCase.of(label.range.upperBound..<line.range.upperBound, in: text) == .upper
        else { return nil }
        let place = line.range.lowerBound..<(line.range.lowerBound + 1)
        let read = OutlineLabel(
            series: .upperLetter, text: text.string(place), ordinal: 2, range: label.range, closing: label.closing)
        return Found(label: read, reading: "B", place: place)
    }

    /// The figures that a line opens with, letters that look like Roman ones among them.
    private static func run(
        _ line: Range<Int>, in bytes: [UInt8]
    ) -> (numeral: String, end: Int, isMisread: Bool)? {
        // Two strokes and what they touch: `HI.` for `III.`, `H.` for `II.`
        if line.count > 3, bytes[line.lowerBound] == 0x48 {
            var end = line.lowerBound + 1
            while end < line.upperBound, bytes[end] == 0x49, end - line.lowerBound < 3 { end += 1 }
            let strokes = end - line.lowerBound + 1
            return (String(repeating: "I", count: strokes), end, true)
        }
        var letters: [UInt8] = []
        var end = line.lowerBound
        var isMisread = false
        var hasTall = false
        while end < line.upperBound, letters.count < longest {
            let byte = bytes[end]
            switch byte {
            case 0x49, 0x56, 0x58: letters.append(byte)
            case 0x6C, 0x31, 0x7C: letters.append(0x49)
            case 0x69, 0x76, 0x78: letters.append(byte - 0x20)
            default: break
            }
            guard letters.count == end - line.lowerBound + 1 else { break }
            hasTall = hasTall || byte == 0x49 || byte == 0x6C || byte == 0x56 || byte == 0x58
            isMisread = isMisread || byte != letters[letters.count - 1]
            end += 1
        }
        // `v.` and `x.` are points; one bar parts columns.
        let areBars =
            bytes[line.lowerBound] == 0x7C && end < line.upperBound && (letters.count > 1 || bytes[end] == 0x2E)
        let isSmall = letters.count > 1 && bytes[line.lowerBound..<end].contains(0x69)
        guard !letters.isEmpty, hasTall || isSmall || bytes[line.lowerBound] == 0x31 || areBars else { return nil }
        return (String(decoding: letters, as: UTF8.self), end, isMisread)
    }

    /// What closes a label at an offset; without a sign where only space does.
    private func closing(
        at offset: Int, _ line: Range<Int>, afterNumeral: Bool = false
    ) -> (end: Int, sign: String)? {
        let bytes = text.bytes
        guard offset + 1 < line.upperBound else { return nil }
        switch bytes[offset] {
        case 0x2E where bytes[offset + 1] == 0x2E:
            let isDoubled = afterNumeral && offset + 2 < line.upperBound && CharacterClass.isSpace(bytes[offset + 2])
            return isDoubled ? (offset + 2, ",") : nil
        case 0x2E: return CharacterClass.isDigit(bytes[offset + 1]) ? nil : (offset + 1, ".")
        case 0x29: return (offset + 1, ")")
        // `II,`, `II..`, `II·`: signs for a full stop, or one too many.
        case 0x2C where afterNumeral && CharacterClass.isSpace(bytes[offset + 1]): return (offset + 1, ",")
        case 0xC2 where afterNumeral && bytes[offset + 1] == 0xB7: return (offset + 2, ",")
        case 0x3A where afterNumeral && CharacterClass.isSpace(bytes[offset + 1]): return (offset + 1, ":")
        case 0x2F: return CharacterClass.isSpace(bytes[offset + 1]) ? (offset + 1, "/") : nil
        default: return CharacterClass.isSpace(bytes[offset]) ? (offset, "") : nil
        }
    }

    // MARK: Chapters

    private static let names: [(word: Phrase, printed: String, series: OutlineLabel.Series)] = [
        (Phrase("Chương"), "Chương", .chapter), (Phrase("Phần"), "Phần", .partition), (Phrase("Mục"), "Mục", .division),
    ]

    /// `Chương l` alone on its line, or above a heading in capitals on it.
    private func named(_ line: Line) -> Found? {
        guard line.label == nil else { return nil }
        let head = TokenText(text.head(of: line.range, bytes: 32), in: text)
        guard head.tokens.count > 1, head.tokens[0].startsUpper,
            let name = Self.names.first(where: { Self.isLike(head.tokens[0].key, $0.word) }),
            head.tokens[1].kind == .word
        else { return nil }
        let isExact = head.matches(name.word, at: 0)
        let printed = head.tokens[1].range
        guard let run = Self.run(printed, in: text.bytes), run.isMisread || !isExact, run.end == printed.upperBound,
            let value = RomanNumeral.value(run.numeral)
        else { return nil }
        var end = run.end
        if end < line.range.upperBound, text.bytes[end] == 0x2E || text.bytes[end] == 0x3A { end += 1 }
        let rest = text.trimmed(end..<line.range.upperBound)
        guard rest.isEmpty || LetterCase.of(rest, in: text) == .upper else { return nil }
        let label = OutlineLabel(
            series: name.series, text: text.string(printed), ordinal: value, range: line.range.lowerBound..<end,
            closing: "")
        let words = line.range.lowerBound..<printed.upperBound
        let isUpper = head.tokens[0].isAllUpper
        return Found(
            label: label,
            reading: isExact ? run.numeral : (isUpper ? name.printed.uppercased() : name.printed) + " " + run.numeral,
            place: isExact ? printed : words)
    }

    /// Whether a word is that of a phrase but for its tone: `PHẤN` for `PHẦN`.
    private static func isLike(_ key: String, _ phrase: Phrase) -> Bool {
        func letters(_ key: String) -> [UInt8] {
            key.utf8.filter { !CharacterClass.isDigit($0) }
        }
        return phrase.keys.first.map { $0 == key || letters($0) == letters(key) } ?? false
    }
}
