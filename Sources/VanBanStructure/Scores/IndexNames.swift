import VanBanReading

/// The indexes by which provinces and agencies are measured, told from the words of a title or sentence.
enum IndexNames {
    private static let names: [(phrase: Phrase, index: String)] =
        CSVTable(PackageResources.index_names_csv).rows.map { (Phrase($0["phrase"]), $0["index"]) }

    /// The words of letters alone by which indexes are named: `PAPI`, `INDEX`.
    static let letters: Set<String> = Set(
        names.flatMap { name in name.index.split(separator: " ").map(String.init) }.map { $0.uppercased() })

    /// The first index that the tokens name.
    static func index(in text: TokenText) -> String? {
        for position in text.tokens.indices {
            if let found = mention(at: position, in: text) { return found.index }
        }
        return nil
    }

    /// The index whose name begins at a token, and how many tokens the name takes.
    static func mention(at position: Int, in text: TokenText) -> (index: String, length: Int)? {
        for name in names where text.matches(name.phrase, at: position) { return (name.index, name.phrase.keys.count) }
        return nil
    }

    /// All indexes that the tokens name.
    static func all(in text: TokenText) -> Set<String> {
        Set(text.tokens.indices.compactMap { mention(at: $0, in: text)?.index })
    }

    private static let measure = Phrase("chỉ số")

    /// Whether `Chỉ số PGI` stands at a token: an index that is none of ours.
    static func isForeign(at position: Int, in text: TokenText) -> Bool {
        let next = position + measure.keys.count
        guard text.matches(measure, at: position), next < text.tokens.count, mention(at: next, in: text) == nil,
            mention(at: position, in: text) == nil
        else { return false }
        let name = text.tokens[next]
        return name.isAllUpper && name.range.count > 2 && !text.tokens[position].isAllUpper
            && !text.tokens[position + 1].isAllUpper
    }

    private static let measures = Phrase.list(["Bộ chỉ số", "Chỉ số"])
    private static let parts = Lexicon.phrases(.indexParts)

    /// The name of an index that is none of ours, as a heading prints it: `CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP`; its
    /// letters where a bracket has them (`Chỉ số xanh cấp tỉnh (PGI)`). In small letters without them a heading may name
    /// what belongs to the index above it.
    static func printed(in heading: TokenText) -> String? {
        let tokens = heading.tokens
        guard
            let start = tokens.indices.prefix(3).first(where: { heading.firstMatch(measures, at: $0) != nil }),
            let measure = heading.firstMatch(measures, at: start)
        else { return nil }
        let name = start + measure.keys.count
        guard heading.firstMatch(parts, at: name) == nil, name < tokens.count, tokens[name].kind == .word else {
            return nil
        }
        var end = name
        while end < tokens.count, tokens[end].kind == .word || heading.isSign(",", at: end),
            heading.year(at: end) == nil
        {
            end += 1
        }
        while end > name, heading.isSign(",", at: end - 1) { end -= 1 }
        if heading.isSign("(", at: end), heading.isSign(")", at: end + 2), isLetters(tokens[end + 1]) {
            return heading.string((end + 1)..<(end + 2))
        }
        let words = tokens[name..<end].filter { $0.kind == .word }
        if words.count == 1 { return isLetters(words[0]) ? heading.string(name..<end) : nil }
        return words.count >= 2 && words.allSatisfy(\.isAllUpper) ? heading.string(start..<end) : nil
    }

    /// `PGI`, `ICT`
    private static func isLetters(_ token: Token) -> Bool {
        token.kind == .word && token.isAllUpper && token.range.count >= 2 && token.range.count == token.key.utf8.count
    }
}
