import VanBanStructure

/// The letters that kinds of documents have in their signs: `Quyết định` has `QĐ`, of the Party's as well.
enum KindSigns {
    private static let byName: [String: Set<String>] = {
        var letters: [String: Set<String>] = [:]
        for kind in DocumentKindGazetteer.standard.kinds where !kind.sign.isEmpty {
            letters[WordKeys.joined(kind.name), default: []].insert(kind.sign)
        }
        return letters
    }()

    private static let names: [String: Set<String>] = {
        var names: [String: Set<String>] = [:]
        for kind in DocumentKindGazetteer.standard.kinds where !kind.sign.isEmpty {
            names[kind.sign, default: []].insert(kind.name)
        }
        return names
    }()

    /// The letters of a kind by its name; none where the kind has none, or is not known.
    static func letters(of name: String) -> Set<String> { byName[WordKeys.joined(name)] ?? [] }

    /// The kinds whose documents have some letters in their signs.
    static func kinds(of letters: String) -> Set<String> { names[letters] ?? [] }
}
