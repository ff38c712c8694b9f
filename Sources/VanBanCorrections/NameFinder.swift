import VanBanStructure

/// Finds sections, documents cited and targets of a record by the source's words.
struct NameFinder {
    enum Finding: Equatable {
        /// The item's number among those that were added, and whether its words are exactly those that are asked for.
        case item(Int, isExact: Bool)
        case none
        /// So many items fit alike.
        case several(Int)
    }

    private struct Name {
        var id: String
        var words: SourceWords
        /// The words with a figure in them, in their order: two documents that differ in one are two documents.
        var figures: [Substring]
    }

    private var names: [Name] = []
    private var byKey: [String: [Int]] = [:]

    /// How alike the words must be where they are not the same, and how much more than the next.
    private static let leastLikeness = 0.75
    private static let margin = 0.02

    /// - Returns: the item's number.
    @discardableResult mutating func add(_ words: String, id: String) -> Int {
        let key = WordKeys.joined(words)
        byKey[key, default: []].append(names.count)
        names.append(Name(id: id, words: SourceWords(words), figures: Self.figures(of: key)))
        return names.count - 1
    }

    private static func figures(of key: String) -> [Substring] {
        key.split(separator: " ").filter { $0.contains { $0.isNumber } }
    }

    /// The item that a place tells.
    /// - Parameter above: the words of the item above another one, where there is an order among them; they tell equal ones
    ///   apart.
    func find(_ place: Correction.Place, above: (Int) -> String? = { _ in nil }) -> Finding {
        let key = WordKeys.joined(place.words ?? "")
        guard !key.isEmpty else { return .none }
        if let exact = byKey[key] { return choose(exact, place, above, isExact: true) }
        let (asked, figures) = (SourceWords(place.words ?? ""), Self.figures(of: key))
        var best = Self.leastLikeness
        var near: [(item: Int, likeness: Double)] = []
        for (item, name) in names.enumerated() where name.figures == figures {
            let likeness = name.words.likeness(to: asked)
            guard likeness >= best - Self.margin, likeness >= Self.leastLikeness else { continue }
            best = max(best, likeness)
            near.append((item, likeness))
        }
        return choose(near.filter { $0.likeness >= best - Self.margin }.map(\.item), place, above, isExact: false)
    }

    /// Of items that are equal the one below the same item, else the one of the same name in the record.
    private func choose(
        _ near: [Int], _ place: Correction.Place, _ above: (Int) -> String?, isExact: Bool
    ) -> Finding {
        var near = near
        if near.count > 1, let asked = place.above.map(WordKeys.joined) {
            let below = near.filter { above($0).map(WordKeys.joined) == asked }
            if !below.isEmpty { near = below }
        }
        if near.count > 1 {
            let named = near.filter { names[$0].id == place.item }
            if named.count == 1 { near = named }
        }
        switch near.count {
        case 0: return .none
        case 1: return .item(near[0], isExact: isExact)
        default: return .several(near.count)
        }
    }
}
