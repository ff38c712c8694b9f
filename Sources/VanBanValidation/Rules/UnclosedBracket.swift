import VanBanModel

/// A bracket or a quotation mark that is opened and never closed: words may be missing.
enum UnclosedBracket: Rule {
    static let description = RuleDescription(
        code: "unclosedBracket", severity: .warning,
        example: "các sở, ban, ngành (gồm Sở Nội vụ, Sở Tài chính chịu trách nhiệm thi hành.")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for (index, passage) in document.passages.enumerated()
        where passage.isProse || passage.isCell || passage.field == "legalBases" || passage.field == "footnotes" {
            for pair in pairs {
                guard let open = unclosed(pair, in: passage.bytes), passage.bytes.last != UInt8(ascii: ":"),
                    !passage.isProse || !isClosedLater(pair, after: index, in: document),
                    !document.isTold([.strayText, .uncertainSiteText], at: document.location(of: passage))
                else { continue }
                let excerpt = passage.bytes[open...].split(separator: 0x20, maxSplits: 6).prefix(6)
                    .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
                found.append(
                    finding(
                        at: document.location(of: open..<(open + pair.open.utf8.count), in: passage),
                        [pair.open, excerpt + " …"]))
            }
        }
        return found
    }

    private struct Pair {
        var open: String
        var close: String
        var isQuotation = false
    }

    private static let pairs = [
        Pair(open: "(", close: ")"), Pair(open: "“", close: "”", isQuotation: true), Pair(open: "[", close: "]"),
    ]

    /// Where the last sign stands that is opened and not closed. A label such as `a)` closes nothing.
    private static func unclosed(_ pair: Pair, in bytes: [UInt8]) -> Int? {
        let open = Array(pair.open.utf8)
        let close = Array(pair.close.utf8)
        var opened: [Int] = []
        var offset = 0
        while offset < bytes.count {
            if bytes[offset...].starts(with: open) {
                // `“một cửa“`: typed with the same sign at both ends.
                if pair.isQuotation, !opened.isEmpty, offset > 0, bytes[offset - 1] != 0x20 {
                    opened.removeLast()
                } else {
                    opened.append(offset)
                }
                offset += open.count
            } else if bytes[offset...].starts(with: close)
                || (pair.isQuotation && bytes[offset] == UInt8(ascii: "\""))
            {
                _ = opened.popLast()
                offset += bytes[offset...].starts(with: close) ? close.count : 1
            } else {
                offset += 1
            }
        }
        return opened.last
    }

    /// Whether one of the next paragraphs has more of the closing signs than of the opening ones.
    private static func isClosedLater(_ pair: Pair, after index: Int, in document: ValidatedDocument) -> Bool {
        for passage in document.passages.dropFirst(index + 1).prefix(40) {
            guard passage.part == document.passages[index].part else { return false }
            guard passage.isProse else { continue }
            let text = passage.text
            let closes = text.count { String($0) == pair.close }
            let opens = text.count { String($0) == pair.open }
            if closes > opens { return true }
        }
        return false
    }
}
