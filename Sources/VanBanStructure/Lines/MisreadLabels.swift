import VanBanModel
import VanBanReading

/// Labels of an outline that recognition of characters got wrong: `ll. TỔ CHỨC`, `Il.`, `11.` for `II.`, `Điểu 2.`,
/// `Điều l.`, and Roman figures that lost their full stop (`II TỔ CHỨC THỰC HIỆN`).
///
/// Each is one only where it goes on with its series: the next Roman number above a heading in capitals, the next article.
struct MisreadLabels {
    private let text: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    /// The numbers met last.
    private var roman = 0
    private var arabic = 0
    private var article = 0
    private var point: String?

    init(_ text: SourceText) { self.text = text }

    mutating func settle(_ lines: inout [Line]) {
        for index in lines.indices {
            switch lines[index].kind {
            case .text, .labelled: break
            case .documentKind, .appendixHead:
                (roman, arabic, article, point) = (0, 0, 0, nil)
                continue
            default: continue
            }
            if let found = article(lines[index]) ?? named(lines[index]) ?? numeral(lines, at: index) {
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
        case .roman: (roman, arabic, point) = (label.ordinal ?? roman, 0, nil)
        case .article: (article, arabic, point) = (label.ordinal ?? article, 0, nil)
        case .chapter, .partition, .division: (roman, arabic, point) = (0, 0, nil)
        case .arabic: (arabic, point) = (label.ordinal ?? arabic, nil)
        case .point: point = label.text
        default: break
        }
    }

    private struct Found {
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
        guard let run = Self.run(line.range, in: text.bytes), let value = RomanNumeral.value(run.numeral) else {
            return nil
        }
        guard let closing = closing(at: run.end, line.range) else { return nil }
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
        } else if closing.sign.isEmpty {
            guard isHeading, goesOn, line.isCapitals, rest.contains(where: { CharacterClass.isSpace(text.bytes[$0]) }),
                value > 1 || isFollowedByNext(lines, after: index)
            else { return nil }
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
    private static let farthest = 200

    /// Whether `II` opens a later line, so that `I MỤC ĐÍCH` is the first of a series.
    private func isFollowedByNext(_ lines: [Line], after index: Int) -> Bool {
        lines[(index + 1)...].prefix(Self.farthest).contains { line in
            guard let run = Self.run(line.range, in: text.bytes), RomanNumeral.value(run.numeral) == 2 else {
                return false
            }
            return closing(at: run.end, line.range) != nil && line.isCapitals
        }
    }

    /// The figures that a line opens with, letters that look like Roman ones among them.
    private static func run(
        _ line: Range<Int>, in bytes: [UInt8]
    ) -> (numeral: String, end: Int, isMisread: Bool)? {
        var letters: [UInt8] = []
        var end = line.lowerBound
        var isMisread = false
        var hasTall = false
        while end < line.upperBound, letters.count < longest {
            let byte = bytes[end]
            switch byte {
            case 0x49, 0x56, 0x58: letters.append(byte)
            case 0x6C, 0x31, 0x7C: letters.append(0x49)
            case 0x76, 0x78: letters.append(byte - 0x20)
            default: break
            }
            guard letters.count == end - line.lowerBound + 1 else { break }
            hasTall = hasTall || byte == 0x49 || byte == 0x6C || byte == 0x56 || byte == 0x58
            isMisread = isMisread || byte != letters[letters.count - 1]
            end += 1
        }
        // `v.` and `x.` are points.
        guard !letters.isEmpty, hasTall || bytes[line.lowerBound] == 0x31 else { return nil }
        return (String(decoding: letters, as: UTF8.self), end, isMisread)
    }

    /// What closes a label at an offset; without a sign where only space does.
    private func closing(at offset: Int, _ line: Range<Int>) -> (end: Int, sign: String)? {
        let bytes = text.bytes
        guard offset + 1 < line.upperBound else { return nil }
        switch bytes[offset] {
        case 0x2E:
            return CharacterClass.isDigit(bytes[offset + 1]) || bytes[offset + 1] == 0x2E ? nil : (offset + 1, ".")
        case 0x29: return (offset + 1, ")")
        case 0x2F: return CharacterClass.isSpace(bytes[offset + 1]) ? (offset + 1, "/") : nil
        default: return CharacterClass.isSpace(bytes[offset]) ? (offset, "") : nil
        }
    }

    // MARK: Chapters

    private static let names: [(word: Phrase, series: OutlineLabel.Series)] = [
        (Phrase("Chương"), .chapter), (Phrase("Phần"), .partition), (Phrase("Mục"), .division),
    ]

    /// `Chương l` alone on its line, or above a heading in capitals on it.
    private func named(_ line: Line) -> Found? {
        guard line.label == nil else { return nil }
        let head = TokenText(text.head(of: line.range, bytes: 32), in: text)
        guard head.tokens.count > 1, head.tokens[0].startsUpper,
            let name = Self.names.first(where: { head.matches($0.word, at: 0) }), head.tokens[1].kind == .word
        else { return nil }
        let printed = head.tokens[1].range
        guard let run = Self.run(printed, in: text.bytes), run.isMisread, run.end == printed.upperBound,
            let value = RomanNumeral.value(run.numeral)
        else { return nil }
        var end = run.end
        if end < line.range.upperBound, text.bytes[end] == 0x2E || text.bytes[end] == 0x3A { end += 1 }
        let rest = text.trimmed(end..<line.range.upperBound)
        guard rest.isEmpty || LetterCase.of(rest, in: text) == .upper else { return nil }
        let label = OutlineLabel(
            series: name.series, text: text.string(printed), ordinal: value, range: line.range.lowerBound..<end,
            closing: "")
        return Found(label: label, reading: run.numeral, place: printed)
    }

    // MARK: Articles

    private static let word = "dieu"
    private static let exact = WordKey.of("điều")

    private func article(_ line: Line) -> Found? {
        guard line.label?.series != .article else { return nil }
        let head = TokenText(text.head(of: line.range, bytes: 32), in: text)
        guard head.tokens.count > 2, let first = head.tokens.first, first.startsUpper, Self.isArticle(first.key),
            let number = number(head)
        else { return nil }
        let isExact = first.key == Self.exact
        guard !isExact || number.isMisread, number.value == 1 || number.value == article + 1 else { return nil }
        let next = head.tokens[number.end]
        guard next.isSign(".") || next.isSign(":") else { return nil }
        let place = head.tokens[1].range.lowerBound..<head.tokens[number.end - 1].range.upperBound
        let label = OutlineLabel(
            series: .article, text: text.string(place), ordinal: number.value,
            range: line.range.lowerBound..<next.range.upperBound, closing: next.isSign(".") ? "." : "")
        return Found(
            label: label, reading: "Điều \(number.value)", place: line.range.lowerBound..<place.upperBound)
    }

    /// The number behind the word, and whether letters stand for its figures.
    private func number(_ head: TokenText) -> (value: Int, end: Int, isMisread: Bool)? {
        var digits = ""
        var isMisread = false
        var end = 1
        while end + 1 < head.tokens.count, end == 1 || head.isGlued(end), digits.utf8.count < 4 {
            let token = head.tokens[end]
            guard token.kind == .number || token.kind == .word else { break }
            for byte in text.bytes[token.range] {
                switch byte {
                case 0x30...0x39: digits.append(Character(Unicode.Scalar(byte)))
                case 0x6C, 0x49:
                    digits.append("1")
                    isMisread = true
                case 0x4F, 0x6F:
                    digits.append("0")
                    isMisread = true
                default: return nil
                }
            }
            end += 1
        }
        guard digits.utf8.count <= 3, let value = Int(digits), value > 0 else { return nil }
        return (value, end, isMisread)
    }

    /// `Điểu`, `Điêu`, `Đieu`: the word with other marks.
    private static func isArticle(_ key: String) -> Bool {
        let letters = key.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "D"): return UInt8(ascii: "d")
            case UInt8(ascii: "E"): return UInt8(ascii: "e")
            case UInt8(ascii: "U"): return UInt8(ascii: "u")
            case 0x30...0x39: return nil
            default: return byte
            }
        }
        return letters.elementsEqual(word.utf8)
    }
}
