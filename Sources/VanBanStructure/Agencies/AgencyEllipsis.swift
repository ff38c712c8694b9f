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
    /// Whether the full name is a collective of territories: `UBND các huyện, thành phố`.
    private(set) var isPlural: Bool

    /// The territory's level; nil where the head is shared.
    var level: TerritoryLevel? { territory?.level }
    var hasTerritory: Bool { territory != nil }
    /// Whether a name ends on a territory's noun alone: `UBND huyện`.
    var isBareTerritory: Bool { territory != nil && !saysLevel && !hasPlace }

    /// What a full name gives to the shortened ones behind it.
    init?(of item: Range<Int>, in names: AgencyNames) {
        let text = names.text
        if let plural = item.last(where: { AgencyKey.plurals.contains(text.tokens[$0].key) }), plural > item.lowerBound,
            TerritoryNoun.at(plural + 1, in: text) != nil
        {
            self.init(stem: text.string(item.lowerBound..<plural), isPlural: true)
            return
        }
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
        guard head > 0, item.count > head,
            names.isKnown(item) || Self.isInitials((item.lowerBound + head)..<item.upperBound, text)
        else { return nil }
        self.init(stem: text.string(item.lowerBound..<(item.lowerBound + head)))
    }

    private init(
        stem: String, territory: TerritoryNoun? = nil, noun: String = "", saysLevel: Bool = false,
        hasPlace: Bool = false,
        isPlural: Bool = false
    ) {
        self.stem = stem
        self.territory = territory
        self.noun = noun
        self.saysLevel = saysLevel
        self.hasPlace = hasPlace
        self.isPlural = isPlural
    }

    /// Whether tokens are one abbreviation: `QLCN`, `NN&MT`.
    private static func isInitials(_ range: Range<Int>, _ text: TokenText) -> Bool {
        guard !range.isEmpty, range.count <= 3 else { return false }
        return range.enumerated().allSatisfy { position, index in
            let token = text.tokens[index]
            guard position > 0 else { return token.kind == .word && token.isAllUpper && token.range.count > 1 }
            guard token.gapBefore == .none else { return false }
            return position == 1 ? token.isSign("&") || token.isSign("-") : token.kind == .word && token.isAllUpper
        }
    }

    /// A head that a colon announces a list for: `Các Sở: Nội vụ, Tài chính`, `UBND các huyện: Sông Mã, Sốp Cộp`.
    /// - Parameter last: what the name before leaves to those behind it: `UBND thành phố Lào Cai, các huyện: Bảo Thắng`.
    static func announced(
        in names: AgencyNames, at start: Int, behind last: AgencyEllipsis?
    ) -> (AgencyEllipsis, end: Int)? {
        let text = names.text
        guard let colon = (start..<min(start + 8, text.tokens.count)).first(where: { text.tokens[$0].isSign(":") })
        else { return listed(in: names, at: start) }
        let first = start + AgencyWords.plurals.length(in: text, at: start)
        let head = AgencyWords.sharedHeads.length(in: text, at: first)
        if head > 0, first + head == colon {
            return (AgencyEllipsis(stem: capitalized(text.string(first..<colon))), colon + 1)
        }
        for index in first..<colon {
            guard let noun = TerritoryNoun.at(index, in: text), index + noun.length == colon else { continue }
            // `UBND các xã:`, `UBND 3 xã:`
            let counts = AgencyWords.plurals.stands(in: text, at: index - 1) || text.number(index - 1) != nil
            let stemEnd = counts ? index - 1 : index
            let stem: String
            if stemEnd > first {
                // What stands before a comma is a name by itself.
                guard !(first..<stemEnd).contains(where: { AgencySeparator.at($0, in: text) != nil }) else {
                    return nil
                }
                stem = text.string(first..<stemEnd)
            } else {
                guard let last, last.hasTerritory || last.isPlural else { return nil }
                stem = last.stem
            }
            let ellipsis = AgencyEllipsis(
                stem: stem, territory: noun, noun: text.string(index..<colon), hasPlace: true)
            return (ellipsis, colon + 1)
        }
        return nil
    }

    /// `UBND các phường Trần Phú, Lê Hồng Phong`: places of one kind behind a noun that says that they are several.
    private static func listed(in names: AgencyNames, at start: Int) -> (AgencyEllipsis, end: Int)? {
        let text = names.text
        if let heads = listedHeads(in: names, at: start) { return heads }
        for plural in (start + 1)..<max(start + 1, min(start + 6, text.tokens.count)) {
            if AgencySeparator.at(plural, in: text) != nil { return nil }
            guard AgencyWords.plurals.length(in: text, at: plural) == 1,
                let noun = TerritoryNoun.at(plural + 1, in: text)
            else { continue }
            let place = plural + 1 + noun.length
            let end = names.endOfCapitals(from: place)
            guard end > place, let separator = AgencySeparator.at(end, in: text), !separator.isHard else { return nil }
            let next = end + separator.length
            guard names.isWord(next), TerritoryNoun.at(next, in: text) == nil, !names.startsAgency(at: next),
                names.endOfCapitals(from: next) > next
            else { return nil }
            let ellipsis = AgencyEllipsis(
                stem: text.string(start..<plural), territory: noun, noun: text.string((plural + 1)..<place),
                hasPlace: true)
            return (ellipsis, place)
        }
        return nil
    }

    /// `Các sở Tài chính, Nội vụ và Tư pháp`
    private static func listedHeads(in names: AgencyNames, at start: Int) -> (AgencyEllipsis, end: Int)? {
        let text = names.text
        let first = start + AgencyWords.plurals.length(in: text, at: start)
        let head = AgencyWords.sharedHeads.length(in: text, at: first)
        guard first > start, head > 0, names.isWord(first + head), text.tokens[first + head].startsUpper else {
            return nil
        }
        let ellipsis = AgencyEllipsis(stem: capitalized(text.string(first..<(first + head))))
        guard let one = ellipsis.expansionOfHead(in: names, at: first + head),
            let separator = AgencySeparator.at(one.end, in: text), !separator.isHard,
            names.isWord(one.end + separator.length),
            ellipsis.expansionOfHead(in: names, at: one.end + separator.length) != nil
        else { return nil }
        return (ellipsis, first + head)
    }

    /// The name that stands shortened at a token, written out, and where it ends.
    func expansion(in names: AgencyNames, at index: Int) -> (name: String, end: Int)? {
        let text = names.text
        guard names.isWord(index) else { return nil }
        if isPlural { return expansionOfPlural(in: names, at: index) }
        guard territory != nil else { return expansionOfHead(in: names, at: index) }
        if text.tokens[index].key == AgencyKey.level, let noun = TerritoryNoun.at(index + 1, in: text) {
            let end = index + 1 + noun.length
            return names.isEnd(end) ? (stem + " " + text.string(index..<end), end) : nil
        }
        if let next = TerritoryNoun.at(index, in: text), !isPartOfName(next, at: index, in: text) {
            let end = names.endOfCapitals(from: index + next.length)
            guard names.isEnd(end) else { return nil }
            let printed = text.string(index..<end)
            if end > index + next.length { return (stem + " " + printed, end) }
            if next.level == level, !hasPlace, !saysLevel { return nil }
            return (stem + " " + (saysLevel ? "cấp " + printed : printed), end)
        }
        guard hasPlace, text.tokens[index].startsUpper, !names.startsAgency(at: index) else { return nil }
        let end = names.endOfCapitals(from: index)
        guard names.isEnd(end), Self.isPlace(text.tokens[index..<end], of: names.gazetteer.places) else { return nil }
        return (stem + " " + noun + " " + text.string(index..<end), end)
    }

    /// Whether the noun of a village with a capital is the first word of a greater place's name: `xã Bản Lầu, Bản Xèo`.
    private func isPartOfName(_ next: TerritoryNoun, at index: Int, in text: TokenText) -> Bool {
        hasPlace && next.level == .settlement && level != .settlement && text.tokens[index].startsUpper
    }

    /// `các xã, phường` behind `UBND các huyện, thành phố`, and `thành phố Sơn La` behind `UBND các huyện`.
    private func expansionOfPlural(in names: AgencyNames, at index: Int) -> (name: String, end: Int)? {
        let text = names.text
        if let noun = TerritoryNoun.at(index, in: text) {
            let end = names.endOfCapitals(from: index + noun.length)
            guard end > index + noun.length, names.isEnd(end) else { return nil }
            return (stem + " " + text.string(index..<end), end)
        }
        guard AgencyKey.plurals.contains(text.tokens[index].key) else { return nil }
        var end = index + 1
        var next = end
        while let noun = TerritoryNoun.at(next, in: text), noun.level != .settlement, names.isEnd(next + noun.length) {
            end = next + noun.length
            guard let separator = AgencySeparator.at(end, in: text), !separator.isHard else { break }
            next = end + separator.length
        }
        return end > index + 1 ? (stem + " " + text.string(index..<end), end) : nil
    }

    /// Whether capitals are a place: a known one, or more syllables than one and no abbreviation.
    private static func isPlace(_ tokens: ArraySlice<Token>, of places: PlaceGazetteer) -> Bool {
        let keys = tokens.map(\.key)
        return places.isDistrict(keys) || places.isProvince(keys)
            || (keys.count > 1 && tokens.allSatisfy { !$0.isAllUpper })
    }

    /// `Tài chính` behind `Sở Nội vụ`: what the gazetteer knows under the shared head.
    private func expansionOfHead(in names: AgencyNames, at index: Int) -> (name: String, end: Int)? {
        let text = names.text
        // `Bộ GD&ĐT, DN`
        guard !AgencyWords.standingMembers.stands(in: text, at: index) else { return nil }
        var best: (name: String, end: Int)?
        for end in (index + 1)...min(index + 10, text.tokens.count) where end <= text.tokens.count {
            let last = text.tokens[end - 1]
            if last.isSign(";") || last.isSign("(") || last.isSign(":") { break }
            guard last.kind == .word, names.isEnd(end) else { continue }
            let name = stem + " " + text.string(index..<end)
            if names.gazetteer.find(name).isSingle || Self.isInitials(index..<end, text) { best = (name, end) }
        }
        return best
    }

    private static func lastTerritory(
        of item: Range<Int>, in text: TokenText
    ) -> (index: Int, noun: TerritoryNoun)? {
        for index in item.dropFirst().reversed() {
            guard let noun = TerritoryNoun.at(index, in: text), index + noun.length <= item.upperBound else { continue }
            // `UBND xã Bản Lầu`: the name of the commune begins so.
            if noun.level == .settlement, text.tokens[index].startsUpper, TerritoryNoun.at(index - 1, in: text) != nil {
                continue
            }
            let place = (index + noun.length)..<item.upperBound
            let isPlace = place.allSatisfy { text.tokens[$0].startsUpper || text.tokens[$0].isSign(".") }
            return isPlace ? (index, noun) : nil
        }
        return nil
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
