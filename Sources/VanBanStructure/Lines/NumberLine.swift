import VanBanReading

/// The line with a document's number and sign (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3): `Số: 15/QĐ-UBND`,
/// `Luật số: 10/2020/QH14`; and lines that look like it though their number is another's.
enum NumberLine {
    private static let word = WordKey.of("số")

    /// The token behind `Số:`, where a line opens with it or with a kind of document and it.
    static func numberStart(in head: TokenText, kinds: DocumentKindGazetteer = .standard) -> Int? {
        guard let first = head.tokens.first, first.startsUpper else { return nil }
        if first.key == word {
            let hasColon = head.tokens.count > 1 && (head.tokens[1].isSign(":") || isMisread(head))
            return hasColon ? 2 : 1
        }
        if isMisread(head) { return 2 }
        guard let kind = kinds.kind(in: head, at: 0), head.tokens.count > kind.length + 2,
            head.tokens[kind.length].key == word, head.tokens[kind.length + 1].isSign(":")
        else { return nil }
        return kind.length + 2
    }

    private static let misread = Lexicon.keys(.misreadNumberWord)

    /// `Sổ: 15/QĐ-UBND`, `Số; 15/QĐ-UBND`, `Số.15/QĐ-UBND`: the word or its colon is misread, the number behind it says so.
    static func isMisread(_ head: TokenText) -> Bool {
        guard let first = head.tokens.first, first.startsUpper, head.tokens.count > 2 else { return false }
        let isWord = first.key == word
        guard isWord || misread.contains(first.key),
            head.tokens[1].isSign(isWord ? ";" : ":") || isWord && head.tokens[1].isSign(".")
        else { return false }
        return DocumentNumber.at(2, in: head).map { $0.digits != nil && $0.isCertain } ?? false
    }

    /// `Số: 15/QĐ-UBND`; `Số:      /QĐ-UBND Sơn La, ngày      tháng      năm 2024`.
    static func opens(_ line: Line, _ head: TokenText, kinds: DocumentKindGazetteer) -> Bool {
        guard line.width < 140, head.tokens.count >= 3, let start = numberStart(in: head, kinds: kinds),
            start < head.tokens.count
        else { return false }
        let hasColon = head.tokens[start - 1].isSign(":") || isMisread(head)
        guard let number = DocumentNumber.at(start, in: head) else {
            return hasColon && start == 2 && head.tokens[start...].prefix(4).contains { $0.isSign("/") }
        }
        let rest = number.tokens.upperBound
        if rest >= head.tokens.count { return true }
        // `Luật số: 10/2020/QH14 ngày …` cites, with a place before the day it does not.
        if start > 2 { return PlaceAndDate.at(rest, in: head)?.place != nil }
        // `Số 12/QĐ-UBND ngày … của …` in running text has more behind it than place and date.
        return hasColon || PlaceAndDate.at(rest, in: head) != nil
    }

    /// Lines with the number of another document are no number lines: the stamp of a digital signature, and what goes on
    /// with the name of a document on the line above (`ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH⏎SỐ 250/QĐ-SCT`).
    static func settle(_ lines: inout [Line], in text: SourceText, kinds: DocumentKindGazetteer = .standard) {
        var stamped: [Int] = []
        for index in lines.indices where lines[index].kind == .number {
            if hasTimeOfDay(lines[index].range, in: text) {
                lines[index].kind = .stamp
                continue
            }
            let below = index + 1 < lines.count ? index + 1 : nil
            let above = index > 0 ? index - 1 : nil
            let marks = [above, below].compactMap { $0 }.filter { isMark(lines[$0], in: text) }
            if !marks.isEmpty {
                for place in marks { lines[place].kind = .stamp }
                stamped.append(index)
            } else if let above, endsWithKind(lines[above], in: text, kinds),
                !(lines[above].isCapitals && hasColon(lines[index].range, in: text))
            {
                lines[index].kind = .text
            }
        }
        settleStamps(&lines, in: text)
        // The stamp on the pages of an annex prints the number of the document, where no line of its own does.
        guard lines.count(where: { $0.kind == .number }) > stamped.count else { return }
        for index in stamped { lines[index].kind = .stamp }
    }

    /// `Số: …`, as letterheads have it, below a body whose name ends with the word for a kind (`PHÒNG TÀI CHÍNH - KẾ HOẠCH`).
    private static func hasColon(_ range: Range<Int>, in text: SourceText) -> Bool {
        TokenText(text.head(of: range, bytes: 24), in: text).tokens.dropFirst().first?.isSign(":") ?? false
    }

    /// A stamp of several lines above the letterhead: who signed, what body, when.
    private static func settleStamps(_ lines: inout [Line], in text: SourceText) {
        var last: Int?
        for index in lines.indices.prefix(Self.stampLines) {
            switch lines[index].kind {
            case .text, .stamp, .ruler, .pageNumber: break
            default: return
            }
            guard isMark(lines[index], in: text) else { continue }
            for place in (last.map { $0 + 1 } ?? index)...index where lines[place].kind == .text {
                // What stands between two marks belongs to the stamp where nothing parts it from them.
                if lines[place].width < Self.stampWidth { lines[place].kind = .stamp }
            }
            last = index
        }
    }

    private static let stampLines = 12
    private static let stampWidth = 80

    private static func isMark(_ line: Line, in text: SourceText) -> Bool {
        (line.kind == .text || line.kind == .stamp)
            && SignatureReader.isDigitalMark(Stretch(line.range), in: text)
    }

    /// `18:56:39`
    private static func hasTimeOfDay(_ range: Range<Int>, in text: SourceText) -> Bool {
        let tokens = TokenText(range, in: text).tokens
        return tokens.indices.dropFirst().dropLast().contains {
            tokens[$0].isSign(":") && tokens[$0 - 1].kind == .number && tokens[$0 + 1].kind == .number
                && tokens[$0].gapBefore == .none && tokens[$0 + 1].gapBefore == .none
        }
    }

    /// Whether a line of running text or of a letterhead ends with the name of a kind of document; a line that is nothing
    /// else is the kind's own.
    private static func endsWithKind(_ line: Line, in text: SourceText, _ kinds: DocumentKindGazetteer) -> Bool {
        switch line.kind {
        case .text, .body, .recital, .labelled: break
        default: return false
        }
        let tokens = TokenText(text.tail(of: line.range, bytes: 60), in: text).tokens
        return (1...4).contains { count in
            tokens.count > count && kinds.kind(named: tokens.suffix(count).map(\.key)) != nil
        }
    }
}
