import VanBanReading

/// Lines of the form that the decree wants in capitals and a text has in ordinary letters: the body above the motto,
/// who decides, the signing block. Their place tells, since their words stand in sentences just as well.
enum OrdinaryCase {
    static func settle(_ lines: inout [Line], in text: SourceText) {
        for index in lines.indices {
            switch lines[index].kind {
            case .motto: settleLetterhead(at: index, &lines, text)
            case .recital: settleIssuer(above: index, &lines, text)
            default: continue
            }
        }
        settleSignatures(&lines, text)
    }

    private static func tokens(of line: Line, _ text: SourceText) -> TokenText {
        TokenText(text.head(of: line.range, bytes: 160), in: text)
    }

    /// A line of few words that nothing else is; a tab before it is an indent.
    private static func isShort(_ line: Line, _ width: Int = 70) -> Bool {
        guard line.width < width, line.range.count < 200 else { return false }
        switch line.kind {
        case .text: return true
        case .row: return line.cells.filter { !$0.isEmpty }.count == 1
        default: return false
        }
    }

    private static func make(_ line: inout Line, _ kind: Line.Kind) {
        line.kind = kind
        line.cells = []
        line.label = nil
        line.isCapitals = true
    }

    // MARK: Letterhead

    private static let territories = Lexicon.phrases(.territoryNouns)

    /// The bodies right above a motto, or between it and the number.
    private static func settleLetterhead(at motto: Int, _ lines: inout [Line], _ text: SourceText) {
        var first = motto
        while first > 0, motto - first < 5, lines[first].blankLinesBefore < 3 {
            switch lines[first - 1].kind {
            case .ruler, .number, .placeAndDate, .authority: break
            default: guard isShort(lines[first - 1]) else { return name(first..<motto, &lines, text) }
            }
            first -= 1
        }
        name(first..<motto, &lines, text)
        var end = motto + 1
        while end < lines.count, end - motto < 6, isShort(lines[end]) || lines[end].kind == .ruler { end += 1 }
        if end < lines.count, lines[end].kind == .number { name((motto + 1)..<end, &lines, text) }
    }

    private static func name(_ range: Range<Int>, _ lines: inout [Line], _ text: SourceText) {
        var goesOn = false
        // `THỦ TƯỚNG CHÍNH PHỦ` is who signs as well as the head of a letterhead.
        for index in range
        where (isShort(lines[index]) || lines[index].kind == .authority)
            && !TerminalSign.ends(lines[index].range, in: text)
        {
            let head = tokens(of: lines[index], text)
            if head.firstMatch(LineClassifier.bodies, at: 0) != nil {
                make(&lines[index], .body)
                goesOn = true
            } else if goesOn, head.firstMatch(territories, at: 0) != nil {
                make(&lines[index], .text)
            }
        }
    }

    // MARK: Who decides

    /// The body or post alone between the title and the first recital.
    private static func settleIssuer(above recital: Int, _ lines: inout [Line], _ text: SourceText) {
        guard recital > 1, isShort(lines[recital - 1], 90) else { return }
        let line = lines[recital - 1]
        guard line.kind == .text, !line.isCapitals, !TerminalSign.ends(line.range, in: text),
            line.blankLinesBefore > 0 || isMostlyCapitals(line.range, in: text)
        else { return }
        let head = tokens(of: line, text)
        let isBody = head.firstMatch(LineClassifier.bodies, at: 0) != nil
        guard isBody || head.firstMatch(LineClassifier.posts, at: 0) != nil else { return }
        // A title, and nothing else, stands between the line and that of the kind.
        let above = lines[max(0, recital - 6)..<(recital - 1)]
        guard above.contains(where: { $0.kind == .documentKind || $0.kind == .number || $0.kind == .placeAndDate })
        else { return }
        make(&lines[recital - 1], isBody ? .body : .authority)
    }

    private static func isMostlyCapitals(_ range: Range<Int>, in text: SourceText) -> Bool {
        let words = TokenText(range, in: text).tokens.filter { $0.kind == .word }
        return words.count { $0.isAllUpper } * 2 > words.count
    }

    // MARK: Signing block

    /// For whom and as what, and a name below: behind the end of the text or beside the recipients.
    private static func settleSignatures(_ lines: inout [Line], _ text: SourceText) {
        var index = 0
        var hasEnded = false
        while index < lines.count {
            let line = lines[index]
            switch line.kind {
            case .recipientsHead: hasEnded = true
            case .ruler, .pageNumber, .runningHead: break
            case .labelled where line.label?.series == .bullet || line.label?.series == .plus:
                hasEnded = hasEnded || DocumentForm.closes(line.range, in: text)
            case .text, .row:
                if let block = block(at: index, lines, text),
                    hasEnded || isSignedBelow(block, lines, text) || isBelowSigning(index, lines, text)
                {
                    for signing in block { make(&lines[signing], .authority) }
                    index = block.upperBound
                    continue
                }
                if line.kind == .row, !isShort(line) { hasEnded = false }
                if !isShort(line) { hasEnded = false }
                hasEnded = hasEnded || DocumentForm.closes(line.range, in: text)
            default: hasEnded = DocumentForm.closes(line.range, in: text)
            }
            index += 1
        }
    }

    /// The lines of for whom and as what, where a name follows; nil where they are none.
    private static func block(at start: Int, _ lines: [Line], _ text: SourceText) -> Range<Int>? {
        var end = start
        while end < lines.count, end - start < 4, isShort(lines[end]), isSigning(lines[end], text) { end += 1 }
        guard end > start else { return nil }
        // The name may stand behind the recipients, when they stand between: then something of them is next.
        if end < lines.count, lines[end].kind == .recipientsHead, isFor(lines[start], text) { return start..<end }
        for index in end..<min(lines.count, end + 5) {
            let stretch = Stretch(lines[index].range)
            if lines[index].kind == .ruler || SignatureReader.isSigned(stretch, in: text) { continue }
            guard isShort(lines[index]), PersonName.matches(stretch, in: text),
                !lines[index].isCapitals || NamedPerson.isWholeName(stretch, in: text)
            else { return nil }
            return start..<end
        }
        return nil
    }

    /// Whether the mark of a signature stands right below the lines of a signing block.
    private static func isSignedBelow(_ block: Range<Int>, _ lines: [Line], _ text: SourceText) -> Bool {
        let next = lines[block.upperBound...].first { $0.kind != .ruler }
        return next.map { SignatureReader.isSigned(Stretch($0.range), in: text) } ?? false
    }

    /// Whether a line says above for whom is signed: `KT. THỦ TƯỚNG⏎Phó Thủ tướng`.
    private static func isBelowSigning(_ index: Int, _ lines: [Line], _ text: SourceText) -> Bool {
        guard let above = lines[..<index].last(where: { $0.kind != .ruler }), above.kind == .authority else {
            return false
        }
        return isFor(above, text)
    }

    private static func isFor(_ line: Line, _ text: SourceText) -> Bool {
        let head = tokens(of: line, text)
        return head.tokens.count > 2 && SigningPrefix.opens(head)
    }

    private static func isSigning(_ line: Line, _ text: SourceText) -> Bool {
        if isFor(line, text) { return true }
        let head = tokens(of: line, text)
        guard let post = head.firstMatch(LineClassifier.posts, at: 0) else { return false }
        return head.tokens.count <= post.keys.count + 7 && !TerminalSign.ends(line.range, in: text)
    }
}
