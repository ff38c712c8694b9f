import VanBanReading

/// Whether the words of a line are those of a web site and not of a document.
enum SiteLine: Sendable, Hashable {
    case none
    /// Words that a document may have, too.
    case weak
    /// The name of another document, as sites list them: `Quyết định 12/QĐ-UBND năm 2020 về …`.
    case link
    /// A label of a site's list with its value.
    case field
    case strong

    static func of(_ line: Line, in text: SourceText) -> SiteLine {
        guard line.range.count < 1200 else { return .none }
        let cells = line.cells.filter { !$0.isEmpty }
        if cells.count > 1 {
            if !SiteField.fields(of: line, in: text).isEmpty { return .field }
            return menu(cells, in: text)
        }
        let head = text.head(of: line.range, bytes: 500)
        guard let first = TokenText.first(of: head, in: text) else { return .none }
        // Most lines begin with a word that no words of a site begin with: the rows of a table are not all taken apart.
        let tokens = SiteWords.mayBegin(with: first) ? TokenText(head, in: text) : nil
        if let tokens, let word = word(tokens, line.range, in: text) { return word }
        if isAddress(line.range, in: text) { return .strong }
        if let tokens {
            if isBreadcrumb(tokens, line.range, in: text) { return .strong }
            if isCopyright(tokens) || opens(tokens, with: SiteWords.openings) { return .strong }
        }
        let pieces = pieces(of: line.range, in: text)
        if pieces.count > 1, line.width < 400 {
            let kind = menu(pieces, in: text)
            if kind != .none { return kind }
        }
        if !SiteField.fields(of: line, in: text).isEmpty { return .field }
        if SiteLink.matches(line.range, in: text) { return .link }
        guard let tokens, opens(tokens, with: SiteWords.contacts), line.width < 160 else { return .none }
        return .weak
    }

    // MARK: Words

    /// A whole line that is one of the sites' words, counters and arrows around it aside.
    private static func word(_ tokens: TokenText, _ range: Range<Int>, in text: SourceText) -> SiteLine? {
        guard range.count < 160 else { return nil }
        var bounds = 0..<tokens.tokens.count
        func isDecoration(_ token: Token) -> Bool {
            if case .sign = token.kind { return true }
            return false
        }
        while let first = bounds.first, isDecoration(tokens.tokens[first]) { bounds = (first + 1)..<bounds.upperBound }
        if let first = bounds.first, tokens.tokens[first].kind == .number, bounds.count > 1,
            isDecoration(tokens.tokens[first + 1])
        {
            bounds = (first + 2)..<bounds.upperBound
        }
        while let last = bounds.last,
            isDecoration(tokens.tokens[last])
                || (tokens.tokens[last].kind == .number && last > 0 && tokens.tokens[last - 1].isSign("("))
        {
            bounds = bounds.lowerBound..<last
        }
        guard !bounds.isEmpty, bounds.count <= 9 else { return nil }
        let key = tokens.tokens[bounds].map(\.key).joined(separator: " ")
        if SiteWords.strong.contains(key) { return .strong }
        // In capitals `DANH MỤC` and `NỘI DUNG` are headings.
        let isShort = bounds.count == 1 && range.count < 6
        guard SiteWords.weak.contains(key), isShort || LetterCase.of(range, in: text) != .upper else { return nil }
        return .weak
    }

    private static func opens(_ tokens: TokenText, with phrases: [Phrase]) -> Bool {
        var index = 0
        while index < tokens.tokens.count, index < 3, case .sign(let sign) = tokens.tokens[index].kind {
            if sign == 0x28 { break }
            index += 1
        }
        guard index < tokens.tokens.count, tokens.tokens[index].startsUpper else { return false }
        guard let phrase = tokens.firstMatch(phrases, at: index) else { return false }
        // `IP` and `Quảng cáo` in a sentence are none.
        return phrase.keys.count > 1 || tokens.tokens.count <= index + 1
            || tokens.tokens[index + 1].kind != .word || phrase.keys[0] == "copyright" || phrase.keys[0] == "hotline"
    }

    /// `© 2024 Công ty …`, `(c) …`
    private static func isCopyright(_ tokens: TokenText) -> Bool {
        let head = tokens.tokens.prefix(3).map(\.key)
        return head.first == "©" || head == ["(", "c", ")"]
    }

    // MARK: Addresses, ways, menus

    private static let addresses = ["http://", "https://", "www."].map { Array($0.utf8) }

    private static func isAddress(_ range: Range<Int>, in text: SourceText) -> Bool {
        let bytes = text.bytes[range]
        guard addresses.contains(where: { bytes.starts(with: $0) }) else { return false }
        return !bytes.contains(0x20)
    }

    /// `Trang chủ > Văn bản > Quyết định`
    private static func isBreadcrumb(_ tokens: TokenText, _ range: Range<Int>, in text: SourceText) -> Bool {
        guard let home = tokens.firstMatch(SiteWords.home, at: 0), range.count < 400,
            tokens.tokens.indices.contains(home.keys.count)
        else { return false }
        let sign = tokens.tokens[home.keys.count]
        guard case .sign = sign.kind else { return false }
        return [">", "/", "\"", "›", "|", "→", "-", "·", "▸"].contains(sign.key)
    }

    /// Words of a menu side by side, most of them known.
    private static func menu(_ pieces: [Range<Int>], in text: SourceText) -> SiteLine {
        var known = 0
        var isStrong = false
        for piece in pieces {
            let head = text.head(of: piece, bytes: 200)
            guard let first = TokenText.first(of: head, in: text), SiteWords.mayBegin(with: first) else { continue }
            let kind = word(TokenText(head, in: text), piece, in: text)
            if kind != nil { known += 1 }
            if kind == .strong { isStrong = true }
        }
        guard known >= 2, known * 2 >= pieces.count else { return .none }
        return isStrong ? .strong : .weak
    }

    /// The pieces between bars, dots of a list, arrows and wide gaps.
    private static func pieces(of range: Range<Int>, in text: SourceText) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var offset = range.lowerBound
        var spaces = 0
        func close(_ end: Int) {
            let piece = text.trimmed(start..<max(start, end))
            if !piece.isEmpty { pieces.append(piece) }
        }
        while offset < range.upperBound {
            let byte = text.bytes[offset]
            let length = CharacterClass.scalarLength(byte)
            let isBullet =
                byte == 0xE2 && offset + 2 < range.upperBound && text.bytes[offset + 1] == 0x80
                && (text.bytes[offset + 2] == 0xA2 || text.bytes[offset + 2] == 0xBA)
            let isGuillemet = byte == 0xC2 && offset + 1 < range.upperBound && text.bytes[offset + 1] == 0xBB
            spaces = byte == 0x20 ? spaces + 1 : 0
            if byte == 0x7C || byte == 0x3E || isBullet || isGuillemet || spaces == 3 {
                close(offset)
                start = offset + length
            }
            offset += length
        }
        close(range.upperBound)
        return pieces
    }
}
