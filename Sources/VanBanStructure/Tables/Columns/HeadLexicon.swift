import VanBanModel

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
        guard text.tokens.indices.contains(index), marks.mayContain(text.tokens[index].mark),
            let list = phrases[text.tokens[index].key]
        else { return nil }
        let found = list.first { text.matches($0.phrase, at: index) }
        return found.map { ($0.entries, $0.phrase.keys.count) }
    }

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
