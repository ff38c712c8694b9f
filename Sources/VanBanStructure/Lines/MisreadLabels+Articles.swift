import VanBanReading

/// Articles whose word, number or full stop was misread: `Điểu 2.`, `Điều l.`, `Điều 2,`.
extension MisreadLabels {
    private static let word = "dieu"
    private static let exact = WordKey.of("điều")

    func article(_ lines: [Line], at index: Int) -> Found? {
        let line = lines[index]
        guard line.label?.series != .article else { return nil }
        let head = TokenText(text.head(of: line.range, bytes: 64), in: text)
        guard head.tokens.count > 2, let first = head.tokens.first, first.startsUpper,
            let words = articleWords(head)
        else { return nil }
        guard let number = number(head, from: words.count) else { return unread(line, head, words) }
        guard number.value == 1 || number.value == article + 1 else { return nil }
        let next = head.tokens[number.end]
        var end = next.range.upperBound
        var isLost = false
        if next.isSign(",") {
            guard next.gapBefore == .none, goesOnAsArticle(head, from: number.end + 1, isLater: article > 0)
            else { return nil }
            isLost = true
        } else if !next.isSign("."), !next.isSign(":") {
            // The full stop was lost: only where the articles around it are of one kind.
            guard next.gapBefore == .space, goesOnAsArticle(head, from: number.end, isLater: article > 0)
            else { return nil }
            isLost = true
            end = head.tokens[number.end - 1].range.upperBound
        }
        if isLost {
            guard number.value > 1 || lines[(index + 1)...].prefix(Self.farthest).contains(where: { isNext($0) }) else {
                return nil
            }
        } else if words.isExact, !number.isMisread {
            return nil
        }
        let place = head.tokens[words.count].range.lowerBound..<head.tokens[number.end - 1].range.upperBound
        let label = OutlineLabel(
            series: .article, text: text.string(place), ordinal: number.value,
            range: line.range.lowerBound..<end, closing: next.isSign(".") ? "." : "")
        return Found(
            label: label, reading: "Điều \(number.value)" + (isLost ? "." : ""),
            place: line.range.lowerBound..<(isLost ? end : place.upperBound))
    }

    /// Whether a line opens as the second article does, with whatever full stop.
    private func isNext(_ line: Line) -> Bool {
        if line.label?.series == .article { return line.label?.ordinal == 2 }
        let head = TokenText(text.head(of: line.range, bytes: 64), in: text)
        guard let words = articleWords(head), head.tokens[0].startsUpper, let number = number(head, from: words.count)
        else { return false }
        return number.value == 2
            && goesOnAsArticle(
                head, from: head.tokens[number.end].kind == .word ? number.end : number.end + 1, isLater: true)
    }

    /// Whether a sentence of its own begins at a token, and no document whose article is spoken of.
    private func goesOnAsArticle(_ head: TokenText, from index: Int, isLater: Bool) -> Bool {
        guard index < head.tokens.count, head.tokens[index].kind == .word, head.tokens[index].startsUpper else {
            return false
        }
        if head.firstMatch(Self.wholes, at: index) != nil { return false }
        guard let kind = DocumentKindGazetteer.standard.kind(in: head, at: index) else { return true }
        // `Điều 2 Quyết định này có hiệu lực` behind the first article.
        return isLater && Self.own.contains(head.key(index + kind.length))
    }

    /// Words behind the kind of a document that speaks of itself.
    private static let own = Set(["này", "có"].map(WordKey.of))

    private static let wholes = Phrase.list(["Luật", "Bộ luật", "Pháp lệnh"])

    /// `Điều S.` behind `Điều 2.`: an article whose number could not be read.
    private func unread(_ line: Line, _ head: TokenText, _ words: (count: Int, isExact: Bool)) -> Found? {
        guard article > 0, words.isExact, words.count == 1, head.tokens.count > 3, head.tokens[1].range.count <= 2,
            head.tokens[1].kind == .word || text.bytes[head.tokens[1].range.lowerBound] >= 0x80,
            head.tokens[1].gapBefore == .space, head.tokens[2].isSign("."),
            head.isGlued(2), head.tokens[3].startsUpper
        else { return nil }
        let place = head.tokens[1].range
        let label = OutlineLabel(
            series: .article, text: text.string(place), ordinal: article + 1,
            range: line.range.lowerBound..<head.tokens[2].range.upperBound, closing: ".")
        return Found(label: label, reading: "Điều \(article + 1)", place: line.range.lowerBound..<place.upperBound)
    }

    /// The word for an article that a line opens with, in one piece or two (`Đi ều`).
    private func articleWords(_ head: TokenText) -> (count: Int, isExact: Bool)? {
        guard let first = head.tokens.first else { return nil }
        if first.key == Self.exact { return (1, true) }
        if Self.isArticle(first.key) { return (1, false) }
        guard head.tokens.count > 2, head.tokens[1].gapBefore == .space, head.tokens[1].kind == .word,
            first.range.count + head.tokens[1].range.count <= 8,
            WordKey.of(text.string(first.range) + text.string(head.tokens[1].range)) == Self.exact
        else { return nil }
        return (2, false)
    }

    /// The number behind the word, and whether letters stand for its figures.
    private func number(_ head: TokenText, from start: Int) -> (value: Int, end: Int, isMisread: Bool)? {
        var digits = ""
        var isMisread = false
        var end = start
        while end + 1 < head.tokens.count, end == start || head.isGlued(end), digits.utf8.count < 4 {
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

    /// `Điểu`, `Điêu`, `Đieu`, `Đlều`: the word with other marks, or a letter that looks alike.
    private static func isArticle(_ key: String) -> Bool {
        let letters = key.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "l"): return UInt8(ascii: "i")
            case UInt8(ascii: "n"): return UInt8(ascii: "u")
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
