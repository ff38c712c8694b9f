import VanBanReading

/// Lines of the form in which OCR has misread a mark or a letter: `QUYÉT ĐỊNH`, `CONG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`,
/// `Noi nhận:`. Every word must be near the one that it stands for (``WordLikeness``), and the line hold no other.
struct MisreadForm {
    private static let mottos = Phrase.list([
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập Tự do Hạnh phúc",
    ])
    private static let recipients = Phrase("Nơi nhận")
    private static let enacting = Phrase.list(["Quyết định", "Quyết nghị"])

    /// What a line is that is nothing else by its own words; nil where it is no line of the form either.
    static func kind(of line: Line, _ head: TokenText) -> Line.Kind? {
        if isRecital(head) { return .recital }
        guard line.width < 60, let first = head.tokens.first, first.startsUpper else { return nil }
        let words = head.tokens.filter { $0.kind == .word }
        let signs = head.tokens.count - words.count
        if words.count >= 6, signs <= 3,
            mottos.contains(where: { isNear(words, $0.keys) }) || mottoLetters.contains(letters(of: words))
        {
            return .motto
        }
        guard let last = head.tokens.last, last.isSign(":"), signs == 1 else {
            guard line.isCapitals, signs == 0 else { return nil }
            return documentKind(of: words) ?? spacedKind(of: words, in: head) != nil
                ? .documentKind : isPost(words) ? .authority : nil
        }
        if isNear(words, recipients.keys) { return .recipientsHead }
        return line.isCapitals && enacting.contains(where: { isNear(words, $0.keys) }) ? .enacting : nil
    }

    /// `Cản cứ Luật …`, `Căn cử Nghị định …`: the words of a recital with other signs above or below their letters, before
    /// the name of a document.
    private static func isRecital(_ head: TokenText) -> Bool {
        guard head.tokens.count > 3, head.tokens[0].startsUpper, !head.tokens[1].startsUpper,
            head.tokens[2].startsUpper, head.tokens.prefix(3).allSatisfy({ $0.kind == .word })
        else { return false }
        return WordKey.bare(head.tokens[0].key) == WordKey.bare(ground.keys[0])
            && WordKey.bare(head.tokens[1].key) == WordKey.bare(ground.keys[1])
            && (DocumentKindGazetteer.standard.kind(in: head, at: 2) != nil || head.tokens[2].key == law)
    }

    private static let ground = Phrase("Căn cứ")
    private static let law = WordKey.of("Luật")

    /// The kind whose name words in capitals stand for; kinds of one word are not told by words that are only near.
    static func documentKind(of words: [Token]) -> DocumentKind? {
        guard (2...6).contains(words.count), words.allSatisfy(\.isAllUpper) else { return nil }
        return names.first { isNear(words, $0.keys) }?.kind
    }

    /// The kind whose letters stand apart: `K Ế  H O Ạ C H`.
    static func spacedKind(of words: [Token], in text: TokenText) -> DocumentKind? {
        guard words.count >= 5 else { return nil }
        let printed = words.map { text.source.string($0.range) }
        guard printed.allSatisfy({ $0.count == 1 }) else { return nil }
        let name = printed.joined().lowercased()
        return DocumentKindGazetteer.standard.kinds.first { $0.name.lowercased().filter { $0 != " " } == name }
    }

    /// Letters without their marks, words joined (`XàHỘI`).
    private static func letters(of words: [Token]) -> String { words.map { WordKey.bare($0.key) }.joined() }
    private static let mottoLetters = Set(mottos.map { $0.keys.map(WordKey.bare).joined() })

    /// `GIÁM ĐÓC HỌC VIỆN …`: a post whose marks alone were misread.
    private static func isPost(_ words: [Token]) -> Bool {
        let keys = words.prefix(4).map { WordKey.bare($0.key) }
        return posts.contains { keys.starts(with: $0) }
    }

    private static let posts = LineClassifier.posts.filter { $0.keys.count > 1 }.map { $0.keys.map(WordKey.bare) }

    private static let names = DocumentKindGazetteer.standard.kinds.map { (keys: Phrase($0.name).keys, kind: $0) }

    private static func isNear(_ words: [Token], _ keys: [String]) -> Bool {
        guard words.count == keys.count else { return false }
        return zip(words, keys).allSatisfy { $0.key == $1 || WordLikeness.areNear($0.key, $1) }
    }
}
