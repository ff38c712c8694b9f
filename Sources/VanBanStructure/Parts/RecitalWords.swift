import VanBanReading

/// What recitals open with. `Căn cứ` and `Theo đề nghị` open nothing else, behind a dash as well; `Thực hiện` opens a
/// recital only where a document is named next.
enum RecitalWords {
    private static let certain = Lexicon.phrases(.certainRecitals)
    private static let possible = Lexicon.phrases(.possibleRecitals)

    private static let reasons = Lexicon.phrases(.reasonOpenings)

    /// Whether a paragraph gives a reason, as recitals do.
    static func giveReason(_ paragraph: Paragraph, in text: SourceText) -> Bool {
        let head = TokenText(text.head(of: paragraph.content.first, bytes: 40), in: text)
        guard head.tokens.first?.startsUpper == true, head.firstMatch(reasons, at: 0) != nil else { return false }
        return [0x3B, 0x2C, 0x2E].contains(text.lastSign(of: paragraph.lastRange))
    }

    /// Where further recitals begin behind semicolons of the same paragraph.
    static func starts(in stretch: Stretch, _ text: SourceText) -> [Int] {
        guard stretch.length > 40 else { return [] }
        let tokens = TokenText(stretch, in: text)
        return tokens.tokens.indices.dropFirst(3).filter {
            tokens.tokens[$0 - 1].isSign(";") && tokens.tokens[$0].startsUpper
                && tokens.firstMatch(certain, at: $0) != nil
        }.map { tokens.tokens[$0].range.lowerBound }
    }

    /// Whether the words behind a paragraph's label open a recital.
    static func open(_ paragraph: Paragraph, in text: SourceText) -> Bool {
        let head = TokenText(text.head(of: paragraph.content.first, bytes: 60), in: text)
        guard head.tokens.first?.startsUpper == true else { return false }
        if head.firstMatch(certain, at: 0) != nil { return true }
        guard let verb = head.firstMatch(possible, at: 0) else { return false }
        return DocumentKindGazetteer.standard.kind(in: head, at: verb.keys.count) != nil
    }
}

extension Stretch {
    /// The pieces between ascending offsets, each trimmed, the empty ones left out.
    func split(at offsets: [Int], in text: SourceText) -> [Stretch] {
        guard !offsets.isEmpty else { return [self] }
        var pieces: [Stretch] = []
        var piece = Stretch(0..<0)
        var next = 0
        func add(_ range: Range<Int>) {
            let range = text.trimmed(range)
            guard !range.isEmpty else { return }
            if piece.isEmpty { piece = Stretch(range) } else { piece.append(range) }
        }
        forEachRange { range in
            var start = range.lowerBound
            while next < offsets.count, offsets[next] < range.upperBound {
                let cut = max(start, offsets[next])
                add(start..<cut)
                if !piece.isEmpty { pieces.append(piece) }
                piece = Stretch(0..<0)
                start = cut
                next += 1
            }
            add(start..<range.upperBound)
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }
}
