import VanBanReading

/// Finds the name that a misspelt one is meant for: `Sờ Nội vụ`, `UBND tinh`, `Vàn phòng UBND tỉnh`.
///
/// Scanned documents lose or change the marks of letters, and now and then a letter. A name is taken for another only
/// where one or two of its words differ so, and where no second agency is as near.
struct AgencySpelling {
    private let gazetteer: AgencyGazetteer

    init(_ gazetteer: AgencyGazetteer) {
        self.gazetteer = gazetteer
    }

    /// The agency that a name not in the gazetteer comes nearest to, with its canonical name; nil where none is near or
    /// several are.
    func nearest(to key: AgencyKey) -> (entry: AgencyGazetteer.Entry, name: String)? {
        let words = key.words[...]
        guard (2...Self.longest).contains(words.count) else { return nil }
        if let found = nearest(words) { return found }
        if let (stem, level) = AgencyGazetteer.splitPlural(words) {
            return nearest(stem, [AgencyKey.level, level.word]) ?? nearest(stem, [level.word])
        }
        if let (stem, noun, place) = AgencyGazetteer.splitLevel(words), !place.isEmpty {
            let level = gazetteer.isCentralCity(noun, place) ? TerritoryLevel.province : noun.level
            return nearest(stem, [level.word])
        }
        for length in stride(from: min(gazetteer.places.longest, words.count - 2), to: 0, by: -1) {
            let place = words.suffix(length)
            if place.allSatisfy(\.startsUpper), gazetteer.places.isProvince(place.lazy.map(\.key)) {
                return nearest(words.dropLast(length))
                    ?? nearest(words.dropLast(length), [TerritoryLevel.province.word])
            }
        }
        return nil
    }

    private static let longest = 16

    private func nearest(
        _ words: AgencyGazetteer.Words, _ more: [String] = []
    ) -> (entry: AgencyGazetteer.Entry, name: String)? {
        let keys = words.map(\.key) + more
        // A short name that differs in two words is another.
        let allowed = keys.count > 4 ? 2 : 1
        let found = gazetteer.names.near(keys, allowed: allowed)
        guard let least = found.map(\.cost).min(), least > 0 else { return nil }
        var entries: Set<AgencyGazetteer.Entry> = []
        for match in found where match.cost == least { entries.formUnion([match.value.entry] + match.value.others) }
        guard entries.count == 1, let entry = entries.first else { return nil }
        return (entry, gazetteer.sheet.name(at: entry.position))
    }
}
