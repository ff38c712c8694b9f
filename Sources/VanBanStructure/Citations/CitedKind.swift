import VanBanReading

/// The kinds of documents, by their names and by the letters that stand for them in a sign (`QĐ` in `12/QĐ-UBND`).
///
/// Names and signs are those of ``DocumentKindGazetteer``; here stand only the longer wordings under which documents are
/// cited.
struct CitedKind: Sendable {
    /// How a kind is named in a text, and the kind that it is.
    struct Name: Sendable {
        var phrase: Phrase
        var type: String
    }

    /// All kinds, read once.
    static let all = CitedKind()

    private var names: [String: [Name]] = [:]
    private var types: [String: String] = [:]

    /// The kind that a sign's letters stand for, in capitals or as printed.
    func type(ofSign letters: String) -> String? { types[WordKey.of(letters)] }

    /// The kind whose name ends just before a token, the longest name first.
    func name(endingBefore end: Int, in text: TokenText) -> (type: String, start: Int)? {
        guard end > 0, let candidates = names[text.tokens[end - 1].key] else { return nil }
        for candidate in candidates where text.matches(candidate.phrase, at: end - candidate.phrase.keys.count) {
            return (candidate.type, end - candidate.phrase.keys.count)
        }
        return nil
    }

    private init() {
        for kind in DocumentKindGazetteer.standard.kinds {
            insert(kind.name, as: kind.name)
            let letters = WordKey.of(kind.sign)
            if !letters.isEmpty, types[letters] == nil { types[letters] = kind.name }
        }
        for (wording, type) in Self.wordings { insert(wording, as: type) }
        for (letters, type) in Self.jointSigns { types[WordKey.of(letters)] = type }
        for key in names.keys { names[key]?.sort { $0.phrase.keys.count > $1.phrase.keys.count } }
    }

    private mutating func insert(_ wording: String, as type: String) {
        let phrase = Phrase(wording)
        guard let last = phrase.keys.last else { return }
        if names[last]?.contains(where: { $0.phrase == phrase }) == true { return }
        names[last, default: []].append(Name(phrase: phrase, type: type))
    }

    /// Wordings that texts use for a kind of the list.
    private static let wordings = Lexicon.values(.citedKindWordings)

    /// Signs of documents that several bodies issue together, and of conclusions sent out as a notice.
    private static let jointSigns = Lexicon.values(.jointSigns)
}
