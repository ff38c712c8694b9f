import VanBanModel
import VanBanReading

/// Runs of lines that begin like a table of tasks and were read as none: that a whole table is missing must be told.
struct UnreadTables {
    private let text: SourceText
    /// What is told, once for a table.
    private(set) var diagnostics: [Diagnostic] = []
    /// Where their text stands, which was read as running text for want of better.
    private(set) var stretches: [Range<Int>] = []

    /// Lines that a header may take.
    private static let reach = 14
    /// Columns that a header must name besides the numbers'.
    private static let least = 2
    private static let rule = "l"
    private static let others: Set<ColumnRole> = [.lead, .coordinating, .responsibility, .deadline, .outputs]

    /// - Parameters:
    ///   - lines: those of the document, the tables that were read taken out.
    ///   - refused: where tables stand that were found, and that no reading makes rows of.
    init(_ lines: [Line], refused: [Range<Int>], in text: SourceText) {
        self.text = text
        var index = 0
        while index < lines.count {
            let isRefused = refused.contains { $0.lowerBound == lines[index].range.lowerBound }
            guard let head = head(at: index, in: lines) ?? (isRefused ? index..<(index + 1) : nil) else {
                index += 1
                continue
            }
            // What follows is the same table until something plainly is not: its header comes again on every page.
            var end = head.upperBound
            while end < lines.count, !Self.ends(lines[end]) { end += 1 }
            let words = lines[head.lowerBound].range.lowerBound..<lines[head.upperBound - 1].range.upperBound
            diagnostics.append(
                Diagnostic(.tableNotRead, at: text.location(of: words), arguments: [text.excerpt(of: words)]))
            stretches.append(words.lowerBound..<lines[end - 1].range.upperBound)
            index = end
        }
    }

    /// What follows from running text being none is not told once more.
    func isConsequence(_ diagnostic: Diagnostic) -> Bool {
        switch diagnostic.code {
        case .numberingStart, .numberingGap, .numberingRepeat, .numberingMixed, .strayText, .uncertainParagraphCut,
            .joinedParagraph:
            return stretches.contains { stretch in
                let place = text.location(of: stretch)
                return diagnostic.location.start >= place.start && diagnostic.location.end <= place.end
            }
        default: return false
        }
    }

    private static func ends(_ line: Line) -> Bool {
        switch line.kind {
        case .recoveredTable, .row, .motto, .recipientsHead, .appendixHead, .documentKind, .enacting, .frame: true
        case .labelled: line.label?.series == .article || line.label?.series == .chapter
        default: false
        }
    }

    /// The lines of a header that begins with a line: heads of roles in any spacing, each on a line or broken over some;
    /// where the numbers' head does not stand first, more of them.
    private func head(at start: Int, in lines: [Line]) -> Range<Int>? {
        guard mayHold(lines[start]) else { return nil }
        let isNumbered = beginsWithNumbers(lines[start].range)
        guard isNumbered || beginsHead(lines[start].range) else { return nil }
        var roles: Set<ColumnRole> = []
        for index in start..<min(lines.count, start + Self.reach) {
            guard mayHold(lines[index]) else { return nil }
            // Where the numbers' head stands below, the header begins there.
            if index > start, !isNumbered, beginsWithNumbers(lines[index].range) { return nil }
            let tokens = TokenText(lines[index].range, in: text)
            if tokens.tokens.contains(where: { $0.isSign(";") || $0.isSign(":") }) { return nil }
            if index > start, WrappedHeader.beginsBody(tokens) { return nil }
            for piece in WrappedHeader.pieces(of: tokens).pieces { add(piece, to: &roles) }
            // A head of a narrow column is broken over lines.
            for first in max(start, index - Self.brokenOver + 1)..<max(start, index) {
                var broken = Stretch(lines[first].range)
                for line in lines[(first + 1)...index] { broken.append(line.range) }
                if broken.length <= Self.longest { add(broken, to: &roles) }
            }
            let isTasks = roles.contains(.task) && !roles.isDisjoint(with: Self.others)
            if roles.count >= Self.least + (isNumbered ? 0 : 1), isTasks || roles.count > Self.least {
                return start..<(index + 1)
            }
        }
        return nil
    }

    /// Lines that the head of a narrow column may take, and its letters at most.
    private static let brokenOver = 3
    private static let longest = 60

    private func add(_ head: Stretch, to roles: inout Set<ColumnRole>) {
        if let role = ColumnRoles.roles(of: [TokenText(head, in: text)])[0], role != .number { roles.insert(role) }
    }

    /// Whether a line that is short may be a head or the beginning of one.
    private func beginsHead(_ range: Range<Int>) -> Bool {
        guard range.count <= Self.longest else { return false }
        let tokens = TokenText(range, in: text)
        return tokens.tokens.first?.startsUpper ?? false && HeadLexicon.entries(in: tokens, at: 0) != nil
    }

    private func mayHold(_ line: Line) -> Bool {
        switch line.kind {
        case .text, .body, .authority, .labelled, .uncertain, .pageNumber: line.width < 200
        default: false
        }
    }

    /// `TT`, `STT`, `Số TT`
    private func beginsWithNumbers(_ range: Range<Int>) -> Bool {
        var head = TokenText(text.head(of: range, bytes: 40), in: text)
        // A rule that was read as a letter: `l TT l Nội dung`.
        if let first = head.tokens.first, first.range.count == 1, first.key == Self.rule || first.isSign("|"),
            head.tokens.count > 1, head.tokens[1].kind == .word, head.tokens[1].gapBefore != .none
        {
            head = TokenText(Array(head.tokens.dropFirst()), of: head)
        }
        return (1...3).contains { count in
            count <= head.tokens.count
                && ColumnRoles.isNumber(TokenText(Array(head.tokens.prefix(count)), of: head))
        }
    }
}
