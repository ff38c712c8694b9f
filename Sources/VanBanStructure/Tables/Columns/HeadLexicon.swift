import VanBanModel
import VanBanReading

/// The words that heads of columns are made of, and what each means (`Resources/column-heads.csv`).
enum HeadLexicon {
    enum Meaning: Sendable, Hashable {
        case role(ColumnRole)
        /// A body or a person; what they do, if anything, follows.
        case body
        /// What a body does that leads, helps, has to do with it, or carries out.
        case leads, helps, relates, carries
        /// Who carries out, without the noun of a body.
        case carrying
        /// The code of a row, or a second number beside its own.
        case code
        /// Something that has no field of a task.
        case other
        /// What turns the words before it into something else (`Tiến độ hiện tại`).
        case not
        /// What a body does that is no doing of the task (`Đơn vị giám sát`).
        case watches
        /// What stands before the word that counts and says nothing (`Tên nhiệm vụ`).
        case name
    }

    struct Entry: Sendable {
        var meaning: Meaning
        var weight: Double
    }

    /// The entries of the longest phrase that stands at a token, and how many tokens it takes.
    static func entries(in text: TokenText, at index: Int) -> (entries: [Entry], length: Int)? {
        guard text.tokens.indices.contains(index) else { return nil }
        if marks.mayContain(text.tokens[index].mark), let list = phrases[text.tokens[index].key],
            let found = list.first(where: { text.matches($0.phrase, at: index) })
        {
            return (found.entries, found.phrase.keys.count)
        }
        return misread(in: text, at: index)
    }

    /// The same of a phrase of two syllables and more of which the signs above and below letters were misread, so that a
    /// word stands in it that no head has: `chủ tri`, `phổi hợp`, `Sản phâm`.
    private static func misread(in text: TokenText, at index: Int) -> (entries: [Entry], length: Int)? {
        guard text.tokens[index].kind == .word, text.tokens.indices.contains(index + 1),
            text.tokens[index + 1].kind == .word,
            !words.contains(text.tokens[index].key) || !words.contains(text.tokens[index + 1].key)
        else { return nil }
        let bare = text.tokens[index...].prefix(longest).prefix { $0.kind == .word }.map { WordKey.bare($0.key) }
        let found = bareBeginnings[bare[0]]?.first { row in bare.starts(with: row.bare) }
        return found.map { ($0.row.entries, $0.bare.count) }
    }

    private static let longest = 6
    private static let words = Set(phrases.values.joined().flatMap(\.phrase.keys))
    private static let bareBeginnings: [String: [(bare: [String], row: Row)]] = {
        let rows = phrases.values.joined().filter { (2...longest).contains($0.phrase.keys.count) }
            .map { (bare: $0.phrase.keys.map(WordKey.bare), row: $0) }
        return Dictionary(grouping: rows) { $0.bare[0] }.mapValues { rows in
            rows.sorted {
                ($1.bare.count, $0.bare.joined(separator: " ")) < ($0.bare.count, $1.bare.joined(separator: " "))
            }
        }
    }()

    private struct Row: Sendable {
        var phrase: Phrase
        var entries: [Entry]
    }

    /// By first key, the longest first.
    private static let phrases: [String: [Row]] = {
        var byKeys: [[String]: Row] = [:]
        for row in CSVTable(PackageResources.column_heads_csv).rows {
            guard let meaning = meaning(row["meaning"]), let weight = Double(row["weight"]) else { continue }
            let phrase = Phrase(row["phrase"])
            byKeys[phrase.keys, default: Row(phrase: phrase, entries: [])].entries.append(
                Entry(meaning: meaning, weight: weight))
        }
        return Dictionary(grouping: byKeys.values) { $0.phrase.keys.first ?? "" }
            .mapValues { $0.sorted { $0.phrase.keys.count > $1.phrase.keys.count } }
    }()

    private static let marks = KeyMarks(phrases.values.joined().map(\.phrase.mark))

    /// What the data file calls a meaning; nil where nothing reads it.
    static func meaning(_ name: String) -> Meaning? {
        switch name {
        case "body": .body
        case "leads": .leads
        case "helps": .helps
        case "relates": .relates
        case "carries": .carries
        case "carrying": .carrying
        case "code": .code
        case "other": .other
        case "not": .not
        case "watches": .watches
        case "name": .name
        default: ColumnRole(rawValue: name).map(Meaning.role)
        }
    }
}
