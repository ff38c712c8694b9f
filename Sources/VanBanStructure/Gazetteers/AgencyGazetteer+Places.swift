import VanBanModel

/// Names with a place at their end: `UBND huyện Sông Mã`, `Công an tỉnh Sơn La`, `Báo Sơn La`.
extension AgencyGazetteer {
    typealias Words = ArraySlice<AgencyKey.Word>

    func find(_ key: AgencyKey) -> Finding {
        let words = key.words[...]
        let found = findWithPlace(words)
        if found == .unknown, let first = words.first?.key, AgencyKey.plurals.contains(first), words.count > 1 {
            return findWithPlace(words.dropFirst())
        }
        return found
    }

    /// The words as they stand in the table, with more behind them.
    func exact(_ words: Words, _ more: [String] = []) -> Finding {
        guard !words.isEmpty, let stem = names.next(words.lazy.map(\.key), from: names.root),
            let place = names.next(more, from: stem), let form = names.value(at: place)
        else { return .unknown }
        return form.finding
    }

    private func findWithPlace(_ words: Words) -> Finding {
        let found = exact(words)
        guard found == .unknown else { return found }
        if let (stem, level) = Self.splitPlural(words) {
            let found = exact(stem, [AgencyKey.level, level.word])
            return found == .unknown ? general(stem, on: level) : found
        }
        if let (stem, noun, place) = Self.splitLevel(words) {
            let isCity = isCentralCity(noun, place)
            if !isCity {
                let asWritten = exact(words.dropLast(place.count))
                if asWritten != .unknown { return asWritten }
            }
            return general(stem, on: isCity ? .province : noun.level)
        }
        for length in stride(from: min(places.longest, words.count - 1), to: 0, by: -1) {
            let stem = words.dropLast(length)
            let place = words.suffix(length)
            guard place.allSatisfy(\.startsUpper) else { continue }
            let keys = place.lazy.map(\.key)
            if places.isProvince(keys) { return general(stem, on: .province) }
            // Districts are looked up last: there are many, and most names end on none.
            let found = general(stem, on: .district)
            if found != .unknown, places.isDistrict(keys) { return found }
        }
        return .unknown
    }

    /// Whether `thành phố` and a name are a province: `thành phố Hà Nội`.
    func isCentralCity(_ noun: TerritoryNoun, _ place: Words) -> Bool {
        noun.isCity && !place.isEmpty && places.isCentralCity(place.lazy.map(\.key))
    }

    /// What a name stands for on a level, its place taken off.
    private func general(_ stem: Words, on level: TerritoryLevel) -> Finding {
        let found = exact(stem, [level.word])
        return found == .unknown ? onLevel(level, exact(stem)) : found
    }

    /// A finding without its place, where it stands on the place's level or on one beside the state's.
    private func onLevel(_ level: TerritoryLevel, _ finding: Finding) -> Finding {
        switch finding {
        case .unknown: return .unknown
        case .entry(let entry): return Self.stands(entry, on: level) ? finding : .unknown
        case .ambiguous(let entries):
            let fitting = entries.filter { Self.stands($0, on: level) }
            guard let first = fitting.first else { return .unknown }
            return fitting.count == 1 ? .entry(first) : .ambiguous(fitting)
        }
    }

    private static func stands(_ entry: Entry, on level: TerritoryLevel) -> Bool {
        guard !entry.isCollective else { return false }
        switch entry.level {
        case .province: return level == .province
        case .district: return level == .district
        case .commune: return level == .commune
        case .central, nil: return false
        default: return true
        }
    }

    /// Words cut before `các` and territories of one level: `UBND` + `các xã, phường`.
    static func splitPlural(_ words: Words) -> (stem: Words, level: TerritoryLevel)? {
        guard let plural = words.lastIndex(where: { AgencyKey.plurals.contains($0.key) }), plural > words.startIndex
        else { return nil }
        let keys = words[(plural + 1)...].map(\.key)
        var level: TerritoryLevel?
        var position = 0
        while position < keys.count {
            guard let noun = TerritoryNoun.at(position, in: keys), level == nil || level == noun.level else {
                return nil
            }
            level = noun.level
            position += noun.length
        }
        return level.map { (words[..<plural], $0) }
    }

    /// Words cut before their last territorial noun, where only capitals follow it: `UBND` + `huyện` + `Sông Mã`.
    static func splitLevel(_ words: Words) -> (stem: Words, noun: TerritoryNoun, place: Words)? {
        let keys = words.map(\.key)
        for position in stride(from: keys.count - 1, to: 0, by: -1) {
            guard let noun = TerritoryNoun.at(position, in: keys), !noun.isPartOfWord(in: keys, at: position) else {
                continue
            }
            let index = words.startIndex + position
            let place = words[(index + noun.length)...]
            guard place.allSatisfy(\.startsUpper), place.count <= 5 else { return nil }
            var stem = words[..<index]
            if stem.last?.key == AgencyKey.level { stem = stem.dropLast() }
            if stem.isEmpty || stem.last.map({ AgencyKey.plurals.contains($0.key) }) ?? false { return nil }
            return (stem, noun, place)
        }
        return nil
    }
}
