import VanBanReading

/// The names of laws, codes and ordinances, to know where in a sentence a name ends.
///
/// The names are those of the acts that the National Assembly and its Standing Committee passed and that
/// administrative documents cite, repealed ones included; wordings after `|` are other names of the same act.
/// Commas don't count when names are compared (`phòng chống` and `Phòng, chống` are the same).
struct LawNames: Sendable {
    struct Name: Sendable {
        var keys: [String]
        /// The name under which all wordings of one act are collected.
        var canonical: String
    }

    /// All names, read once.
    static let all = LawNames()

    private var byFirst: [String: [Name]] = [:]
    private var canonical: [String: String] = [:]

    private init() {
        for line in (Self.laws + "\n" + Self.codes + "\n" + Self.ordinances).split(separator: "\n") {
            let wordings = line.split(separator: "|").map { Self.keys(of: String($0)) }
            guard let first = wordings.first else { continue }
            let name = first.joined(separator: " ")
            for keys in wordings {
                guard let opening = keys.first else { continue }
                byFirst[opening, default: []].append(Name(keys: keys, canonical: name))
                canonical[keys.joined(separator: " ")] = name
            }
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.keys.count > $1.keys.count } }
    }

    /// The token after the longest known name that stands at a token.
    func end(at index: Int, in text: TokenText) -> Int? {
        guard index < text.tokens.count, let candidates = byFirst[text.tokens[index].key] else { return nil }
        for candidate in candidates {
            if let end = Self.end(of: candidate.keys, at: index, in: text) { return end }
        }
        return nil
    }

    /// What two citations of one law have in common: its canonical name, or its words without commas.
    func identity(of title: String) -> String {
        var keys = Self.keys(of: title)
        if keys.first == WordKey.of("về") { keys.removeFirst() }
        let joined = keys.joined(separator: " ")
        return canonical[joined] ?? joined
    }

    private static func keys(of title: String) -> [String] {
        Phrase(title).keys.filter { $0 != "," }
    }

    private static func end(of keys: [String], at index: Int, in text: TokenText) -> Int? {
        var position = index
        for (count, key) in keys.enumerated() {
            if count > 0, position < text.tokens.count, text.tokens[position].key == "," { position += 1 }
            guard position < text.tokens.count, text.tokens[position].key == key else { return nil }
            position += 1
        }
        return position
    }
}
