import VanBanModel

/// `… theo quy định”`: a closing quotation mark that nothing opens.
enum UnopenedQuote: Rule {
    static let description = RuleDescription(
        code: "unopenedQuote", severity: .warning,
        example: "đúng thẩm quyền theo quy định”")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for (index, passage) in document.passages.enumerated() where passage.isProse || passage.isCell {
            guard let close = unopened(in: passage.bytes), passage.isCell || !isOpenedBefore(index, in: document),
                !document.isTold([.strayText, .uncertainSiteText], at: document.location(of: passage))
            else { continue }
            let words = passage.bytes[..<close].split(separator: 0x20).suffix(5)
                .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
            found.append(
                finding(at: document.location(of: close..<(close + closing.count), in: passage), ["… " + words + "”"]))
        }
        return found
    }

    private static let opening = Array("“".utf8)
    private static let closing = Array("”".utf8)

    /// Where the first mark stands that closes nothing. Straight marks and doubled single ones may open anything.
    private static func unopened(in bytes: [UInt8]) -> Int? {
        guard !bytes.contains(UInt8(ascii: "\"")), !bytes.contains(UInt8(ascii: "'")) else { return nil }
        var depth = 0
        for offset in bytes.indices where bytes[offset] == opening[0] {
            if bytes[offset...].starts(with: opening) { depth += 1 }
            guard bytes[offset...].starts(with: closing) else { continue }
            if depth == 0 {
                // `”một cửa”`: typed with the same mark at both ends.
                return offset > 0 && bytes[offset - 1] != 0x20 && bytes[offset - 1] != UInt8(ascii: "(") ? offset : nil
            }
            depth -= 1
        }
        return nil
    }

    /// Whether one of the paragraphs above has more of the opening marks than of the closing ones.
    private static func isOpenedBefore(_ index: Int, in document: ValidatedDocument) -> Bool {
        for passage in document.passages[..<index].suffix(40).reversed() {
            guard passage.part == document.passages[index].part else { return false }
            let text = passage.text
            if text.count(where: { $0 == "“" }) > text.count(where: { $0 == "”" }) { return true }
        }
        return false
    }
}
