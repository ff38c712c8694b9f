import VanBanModel

/// `Như Điều 5` in a decision of three articles.
enum ArticleAbsent: Rule {
    static let description = RuleDescription(
        code: "articleAbsent", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9",
        example: "Điều 3. … (điều cuối) … Nơi nhận:\n- Như Điều 5;")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let articles = document.record.parts.map { part -> Set<Int> in
            var numbers: Set<Int> = []
            collect(part.sections, into: &numbers)
            return numbers
        }
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.field == "recipients" {
            // Without any article nothing can be compared.
            guard articles.indices.contains(passage.part), !articles[passage.part].isEmpty else { continue }
            for words in passage.ranges(of: "điều") {
                let rest = String(decoding: passage.bytes[words.upperBound...].prefix(60), as: UTF8.self)
                let figures = rest.dropFirst().prefix { $0.isNumber && $0.isASCII }
                guard rest.first == " ", let number = Int(figures), figures.utf8.count <= 3,
                    !articles[passage.part].contains(number),
                    isOwn(rest.dropFirst(1 + figures.count), in: passage, before: words)
                else { continue }
                let range = words.lowerBound..<(words.upperBound + 1 + figures.utf8.count)
                found.append(
                    finding(
                        at: document.location(of: range, in: passage),
                        [
                            passage.string(range), document.record.parts[passage.part].name,
                            String(articles[passage.part].count),
                        ]))
            }
        }
        return found
    }

    private static let own = Lexicon.strings(.ownDocument)

    /// Whether an article of this very document is meant.
    private static func isOwn(_ rest: Substring, in passage: Passage, before words: Range<Int>) -> Bool {
        if passage.field == "recipients" {
            let before = passage.string(0..<words.lowerBound).lowercased()
            return before.hasSuffix("như ") && !rest.contains("/")
        }
        let text = rest.lowercased()
        return own.contains { text.hasPrefix(" " + $0) }
            || text.hasPrefix(" của quyết định này")
    }

    private static func collect(_ sections: [Section], into numbers: inout Set<Int>) {
        for section in sections {
            if section.kind == .article, let ordinal = section.ordinal { numbers.insert(ordinal) }
            collect(section.children, into: &numbers)
        }
    }
}
