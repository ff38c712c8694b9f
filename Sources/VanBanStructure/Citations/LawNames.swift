import VanBanReading

/// The names of laws, codes and ordinances, to know where in a sentence a name ends.
///
/// The names are those of the acts that the National Assembly and its Standing Committee passed and that
/// administrative documents cite, repealed ones included; wordings after `|` are other names of the same act.
/// Commas don't count when names are compared (`phòng chống` and `Phòng, chống` are the same).
struct LawNames: Sendable {
    /// All names, read once.
    static let all = LawNames()

    private let text: SourceText
    /// Of each wording the first one of its act, under which all wordings of the act are collected.
    private var names = NameTree<Range<Int>>()

    private init() {
        let acts = [.lawNames, .codeNames, .ordinanceNames].flatMap(Lexicon.values)
        text = SourceText.literal(acts.map { $1.isEmpty ? $0 : $0 + "|" + $1 }.joined(separator: "\n"))
        names.reserve(600)
        for line in text.bytes.split(separator: UInt8(ascii: "\n")) {
            var first: Range<Int>?
            for wording in line.split(separator: UInt8(ascii: "|")) {
                let act = first ?? wording.indices
                first = act
                let keys = Self.keys(of: TokenText(wording.indices, in: text).tokens)
                if !keys.isEmpty { names.update(keys) { $0 = act } }
            }
        }
    }

    /// The token after the longest known name that stands at a token.
    func end(at index: Int, in text: TokenText) -> Int? {
        var place = names.root
        var end: Int?
        var position = index
        while position < text.tokens.count {
            // Words of a name may have a comma between them.
            if position > index, text.tokens[position].key == ",", position + 1 < text.tokens.count { position += 1 }
            guard let next = names.next(text.tokens[position].key, from: place) else { break }
            place = next
            position += 1
            if names.value(at: place) != nil { end = position }
        }
        return end
    }

    /// What two citations of one law have in common: its canonical name, or its words without commas.
    func identity(of title: String) -> String {
        var keys = Self.keys(of: TokenText.tokens(of: title))
        if keys.first == WordKey.of("về") { keys.removeFirst() }
        if let act = names[keys] { keys = Self.keys(of: TokenText(act, in: text).tokens) }
        return keys.joined(separator: " ")
    }

    private static func keys(of tokens: [Token]) -> [String] {
        tokens.lazy.map(\.key).filter { $0 != "," }
    }
}
