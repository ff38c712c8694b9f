import VanBanExport
import VanBanModel
import VanBanSQLite

/// Searches the archive's passages for words, each as it is typed: one with diacritics as it is, one without any in every
/// writing.
package struct SearchQuery: Sendable {
    private let phrases: [Phrase]

    /// Words that have to stand next to each other; mostly one.
    private struct Phrase {
        /// In lower case, with their diacritics.
        var words: [String]

        /// What the index is asked: words of both ways of writing stand in two of its columns, so that of a phrase of both
        /// the order is looked at without diacritics.
        var pattern: String {
            let exact = words.filter(FoldedText.hasDiacritics)
            if exact.count == words.count { return Self.column("text", words) }
            let folded = Self.column("folded", words.map(FoldedText.of))
            return ([folded] + exact.map { Self.column("text", [$0]) }).joined(separator: " AND ")
        }

        /// Whether the index alone cannot tell it.
        var isMixed: Bool {
            words.count > 1 && words.contains(where: FoldedText.hasDiacritics)
                && !words.allSatisfy(FoldedText.hasDiacritics)
        }

        /// Words hold letters and digits only, so that nothing in them is an operator.
        private static func column(_ name: String, _ words: [String]) -> String {
            "{\(name)} : \"\(words.joined(separator: " "))\""
        }
    }

    /// - Parameter text: words that all have to stand in a passage; those between quotation marks next to each other.
    ///   Nil where there are no words.
    package init?(_ text: String) {
        var phrases: [Phrase] = []
        for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            let words = PassageWords.words(of: String(piece)).map(\.key)
            if index % 2 == 1 {
                phrases.append(Phrase(words: words))
            } else {
                phrases += words.map { Phrase(words: [$0]) }
            }
        }
        self.phrases = phrases.filter { !$0.words.isEmpty }
        if self.phrases.isEmpty { return nil }
    }

    package var request: SheetRequest {
        let words = Set(phrases.flatMap { $0.words.map(FoldedText.of) })
        let mixed = phrases.filter(\.isMixed).map { $0.words.joined(separator: " ") }
        let pattern = phrases.map { "(\($0.pattern))" }.joined(separator: " AND ")
        return SheetRequest(
            Self.sheet,
            sql: """
                SELECT d.document, p.kind, p.line, p.text FROM passagesSearch s JOIN passages p ON p.id = s.rowid \
                JOIN documents d ON d.id = p.documentId WHERE passagesSearch MATCH ? \
                \(mixed.map { _ in "AND holdsPhrase(p.text, ?) " }.joined())\
                ORDER BY d.document, p.line, p.kind, p.id
                """, arguments: StatementArguments([pattern] + mixed)
        ) { row in
            let document: String = row[0]
            let line: Int = row[2]
            return SheetRow(
                [
                    .text(document), .text(row[1]), .integer(line),
                    .text(PassageWords.excerpt(of: row[3], around: words)),
                ], place: SheetPlace(document: document, line: line, path: nil))
        }
    }

    private static let sheet = Sheet(
        name: "search", title: BilingualText(told: "sheet.search"),
        columns: [
            SheetColumn("document", width: 28),
            SheetColumn("kind", width: 10, codes: "passage"),
            SheetColumn("line", .integer, width: 7),
            SheetColumn("excerpt", width: 80),
        ])
}

/// The words of a passage, and what is shown of it.
enum PassageWords {
    struct Word {
        /// In lower case, with its diacritics.
        var key: String
        var range: Range<String.Index>
    }

    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var start: String.Index?
        let scalars = text.unicodeScalars
        func end(_ index: String.Index) {
            guard let first = start else { return }
            let word = String(scalars[first..<index])
            words.append(
                Word(key: word.composed.lowercased(), range: first..<index))
            start = nil
        }
        for index in scalars.indices {
            let properties = scalars[index].properties
            let isLetter =
                properties.isAlphabetic || properties.numericType != nil
                || properties.generalCategory == .nonspacingMark
            if isLetter {
                if start == nil { start = index }
            } else {
                end(index)
            }
        }
        end(scalars.endIndex)
        return words
    }

    /// Whether a passage has words next to each other, each as it is typed: with its diacritics, or without any in every
    /// writing.
    static func holds(_ phrase: [String], in text: String) -> Bool {
        let words = words(of: text).map(\.key)
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            zip(phrase, words[start...]).allSatisfy { asked, word in
                asked == word || !FoldedText.hasDiacritics(asked) && asked == FoldedText.of(word)
            }
        }
    }

    /// `holdsPhrase(text, words)` in SQL.
    static let function = DatabaseFunction("holdsPhrase", argumentCount: 2) { values in
        guard let text = String.fromDatabaseValue(values[0]), let words = String.fromDatabaseValue(values[1]) else {
            return false
        }
        return holds(words.split(separator: " ").map(String.init), in: text)
    }

    private static let shown = 28

    /// Some words of a passage, those asked for among them, as printed.
    /// - Parameter wanted: folded, in lower case.
    static func excerpt(of text: String, around wanted: Set<String>) -> String {
        let words = words(of: text)
        guard words.count > shown else { return text.replacing("\n", with: " ") }
        // The first stretch that holds most of the words asked for.
        let keys = words.map { FoldedText.of($0.key) }
        var counts: [String: Int] = [:]
        var best = (start: 0, distinct: 0)
        for index in keys.indices {
            if wanted.contains(keys[index]) { counts[keys[index], default: 0] += 1 }
            let start = index - shown + 1
            if start > 0, let count = counts[keys[start - 1]] {
                counts[keys[start - 1]] = count > 1 ? count - 1 : nil
            }
            if counts.count > best.distinct { best = (max(0, start), counts.count) }
        }
        // Words asked for stand in the middle rather than at the end.
        var start = best.start
        if let first = keys[start..<min(keys.count, start + shown)].firstIndex(where: wanted.contains) {
            start = min(max(start, first - 4), words.count - 1)
        }
        let end = min(words.count, start + shown)
        let from = start == 0 ? text.startIndex : words[start].range.lowerBound
        let to = end == words.count ? text.endIndex : words[end - 1].range.upperBound
        return (start == 0 ? "" : "… ") + text[from..<to].replacing("\n", with: " ")
            + (end == words.count ? "" : " …")
    }
}
