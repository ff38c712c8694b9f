/// What the agencies of a list share and only the first one writes: `UBND cấp` in `UBND cấp huyện, cấp xã`, `UBND huyện`
/// in `UBND huyện Sông Mã, Sốp Cộp`, `Sở` in `Sở Nội vụ, Tài chính`.
struct AgencyEllipsis {
    /// The words before the territory, or the head that is shared.
    private var stem: String
    private var territory: TerritoryNoun?
    /// The territory's noun as printed (`huyện`).
    private var noun: String
    private var saysLevel: Bool
    private var hasPlace: Bool

    /// The territory's level; nil where the head is shared.
    var level: TerritoryLevel? { territory?.level }
    var hasTerritory: Bool { territory != nil }
    /// Whether a name ends on a territory's noun alone: `UBND huyện`.
    var isBareTerritory: Bool { territory != nil && !saysLevel && !hasPlace }

    /// What a full name gives to the shortened ones behind it.
    init?(of item: Range<Int>, in names: AgencyNames) {
        let text = names.text
        if let found = Self.lastTerritory(of: item, in: text) {
            let saysLevel = text.tokens[found.index - 1].key == AgencyKey.level
            let end = saysLevel ? found.index - 1 : found.index
            // A collective (`UBND các huyện`) leaves nothing out.
            guard end > item.lowerBound, !AgencyKey.plurals.contains(text.tokens[end - 1].key) else { return nil }
            let nounEnd = found.index + found.noun.length
            self.init(
                stem: text.string(item.lowerBound..<end), territory: found.noun,
                noun: text.string(found.index..<nounEnd), saysLevel: saysLevel, hasPlace: nounEnd < item.upperBound)
            return
        }
        let head = AgencyWords.sharedHeads.length(in: text, at: item.lowerBound)
        guard head > 0, item.count > head, names.isKnown(item) else { return nil }
        self.init(stem: text.string(item.lowerBound..<(item.lowerBound + head)))
    }

    private init(
        stem: String, territory: TerritoryNoun? = nil, noun: String = "", saysLevel: Bool = false,
        hasPlace: Bool = false
    ) {
        self.stem = stem
        self.territory = territory
        self.noun = noun
        self.saysLevel = saysLevel
        self.hasPlace = hasPlace
    }

    /// A head that a colon announces a list for: `Các Sở: Nội vụ, Tài chính`, `UBND các huyện: Sông Mã, Sốp Cộp`.
    static func announced(in names: AgencyNames, at start: Int) -> (AgencyEllipsis, end: Int)? {
        let text = names.text
        guard let colon = (start..<min(start + 8, text.tokens.count)).first(where: { text.tokens[$0].isSign(":") })
        else { return nil }
        let first = start + AgencyWords.plurals.length(in: text, at: start)
        let head = AgencyWords.sharedHeads.length(in: text, at: first)
        if head > 0, first + head == colon {
            return (AgencyEllipsis(stem: capitalized(text.string(first..<colon))), colon + 1)
        }
        for index in first..<colon {
            guard let noun = TerritoryNoun.at(index, in: text), index + noun.length == colon else { continue }
            let stemEnd = AgencyWords.plurals.stands(in: text, at: index - 1) ? index - 1 : index
            guard stemEnd > first else { return nil }
            let ellipsis = AgencyEllipsis(
                stem: text.string(first..<stemEnd), territory: noun, noun: text.string(index..<colon), hasPlace: true)
            return (ellipsis, colon + 1)
        }
        return nil
    }

    /// The name that stands shortened at a token, written out, and where it ends.
    func expansion(in names: AgencyNames, at index: Int) -> (name: String, end: Int)? {
        let text = names.text
        guard names.isWord(index) else { return nil }
        guard territory != nil else { return expansionOfHead(in: names, at: index) }
        if text.tokens[index].key == AgencyKey.level, let noun = TerritoryNoun.at(index + 1, in: text) {
            let end = index + 1 + noun.length
            return names.isEnd(end) ? (stem + " " + text.string(index..<end), end) : nil
        }
        if let next = TerritoryNoun.at(index, in: text) {
            var end = index + next.length
            while names.isWord(end), text.tokens[end].startsUpper, !names.isEnd(end) { end += 1 }
            guard names.isEnd(end) else { return nil }
            let printed = text.string(index..<end)
            if end > index + next.length { return (stem + " " + printed, end) }
            if next.level == level, !hasPlace, !saysLevel { return nil }
            return (stem + " " + (saysLevel ? "cấp " + printed : printed), end)
        }
        guard hasPlace, text.tokens[index].startsUpper, !names.startsAgency(at: index) else { return nil }
        var end = index
        while names.isWord(end), text.tokens[end].startsUpper, !names.isEnd(end) { end += 1 }
        guard names.isEnd(end) else { return nil }
        return (stem + " " + noun + " " + text.string(index..<end), end)
    }

    /// `Tài chính` behind `Sở Nội vụ`: what the gazetteer knows under the shared head.
    private func expansionOfHead(in names: AgencyNames, at index: Int) -> (name: String, end: Int)? {
        let text = names.text
        guard !names.startsAgency(at: index) else { return nil }
        var best: (name: String, end: Int)?
        for end in (index + 1)...min(index + 10, text.tokens.count) where end <= text.tokens.count {
            let last = text.tokens[end - 1]
            if last.isSign(";") || last.isSign("(") || last.isSign(":") { break }
            guard last.kind == .word, names.isEnd(end) else { continue }
            let name = stem + " " + text.string(index..<end)
            if let entry = names.gazetteer.find(name).entry, !entry.isCollective { best = (name, end) }
        }
        return best
    }

    private static func lastTerritory(
        of item: Range<Int>, in text: TokenText
    ) -> (index: Int, noun: TerritoryNoun)? {
        for index in item.dropFirst().reversed() {
            guard let noun = TerritoryNoun.at(index, in: text), index + noun.length <= item.upperBound else { continue }
            let place = (index + noun.length)..<item.upperBound
            let isPlace = place.allSatisfy { text.tokens[$0].kind == .word && text.tokens[$0].startsUpper }
            return isPlace ? (index, noun) : nil
        }
        return nil
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
