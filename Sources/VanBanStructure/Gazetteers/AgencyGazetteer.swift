import VanBanModel
import VanBanReading

/// The agencies, collectives and titles that administrative documents name, with the ways they are written.
///
/// A row without a place of its own stands for every agency of its kind: `UBND huyện` for each district's committee.
struct AgencyGazetteer: Sendable {
    struct Entry: Sendable, Hashable {
        var id: String
        var name: String
        /// What the agency is (`department`, `people-committee`, `collective`, …).
        var kind: String
        var level: Agency.Level?
        /// First and last day, month or year on which the row holds, ISO 8601; nil where open or unknown.
        var validFrom: String?
        var validTo: String?
        /// Ids of the agencies that took over.
        var successors: [String]

        var isCollective: Bool { kind == "collective" }
    }

    /// The agencies that the program carries.
    static let standard = AgencyGazetteer(
        CSVTable(PackageResources.agencies_csv), places: PlaceGazetteer.standard)

    /// How a text of words is found.
    enum Finding: Sendable, Hashable {
        case entry(Entry)
        /// An abbreviation of more agencies than one (`BCT`).
        case ambiguous
        case unknown

        var entry: Entry? {
            if case .entry(let entry) = self { return entry }
            return nil
        }
    }

    let entries: [Entry]
    let places: PlaceGazetteer
    private let byID: [String: Int]
    private var names = NameTree<Form>()

    private struct Form: Sendable {
        /// Nil where the form stands for more agencies than one.
        var entry: Int?
        var isName: Bool
        /// Words that a comma, a dash, a bracket or `và` may stand before.
        var breaks: Set<Int>
    }

    init(_ table: CSVTable, places: PlaceGazetteer) {
        self.places = places
        var entries: [Entry] = []
        var byID: [String: Int] = [:]
        for row in table.rows {
            byID[row["id"]] = entries.count
            entries.append(
                Entry(
                    id: row["id"], name: row["name"], kind: row["kind"], level: Agency.Level(rawValue: row["level"]),
                    validFrom: row["valid_from"].isEmpty ? nil : row["valid_from"],
                    validTo: row["valid_to"].isEmpty ? nil : row["valid_to"], successors: row.values("successor")))
        }
        self.entries = entries
        self.byID = byID
        for (position, row) in table.rows.enumerated() { add(row["name"], of: position, isName: true) }
        for (position, row) in table.rows.enumerated() {
            for short in row.values("abbreviations") { add(short, of: position, isName: false) }
        }
    }

    private mutating func add(_ text: String, of entry: Int, isName: Bool) {
        let key = AgencyKey(text)
        guard !key.words.isEmpty else { return }
        names.update(key.words.lazy.map(\.key)) { known in
            guard var form = known else {
                known = Form(entry: entry, isName: isName, breaks: key.breaks)
                return
            }
            form.breaks.formUnion(key.breaks)
            if form.entry != entry, !form.isName { form.entry = nil }
            known = form
        }
    }

    /// The entry of an id.
    func entry(id: String) -> Entry? { byID[id].map { entries[$0] } }

    /// The agency that a whole text names; a place at its end (`tỉnh Sơn La`, `huyện Sông Mã`) does not matter.
    func find(_ text: String) -> Finding { find(AgencyKey(text)) }

    /// The agency that a run of tokens names.
    func find(_ tokens: ArraySlice<Token>) -> Finding { find(AgencyKey(tokens)) }

    /// How many tokens the longest name takes that begins at a token; 0 where none does.
    ///
    /// A name goes on across a comma, a dash or `và` where its own form has one there, never across `;`, a bracket or
    /// a colon.
    func longestMatch(in tokens: [Token], at start: Int) -> Int {
        guard tokens.indices.contains(start), tokens[start].kind == .word, tokens[start].key != AgencyKey.and else {
            return 0
        }
        guard names.mayBegin(tokens[start].mark) || AgencyKey.full(tokens[start]) != nil else { return 0 }
        var place = names.root
        var words = 0
        var lastWord = start
        var crossed: [Int] = []
        var best = 0
        for index in start..<tokens.count {
            let token = tokens[index]
            // No name has more between two words than `, ` and `và` or the signs of an abbreviation.
            if index - lastWord > Self.longestBreak { break }
            if case .sign = token.kind {
                if !Self.mayStandInName(tokens, at: index) { break }
                if token.isSign(","), index + 1 < tokens.count, tokens[index + 1].startsUpper {
                    crossed.append(words)
                }
                continue
            }
            if token.key == AgencyKey.and {
                crossed.append(words)
                continue
            }
            guard let next = self.next(token, from: place, &words) else { break }
            place = next
            lastWord = index
            if let form = names.value(at: place), crossed.allSatisfy(form.breaks.contains) { best = index - start + 1 }
        }
        return best
    }

    /// The place among the names behind a token, and how many words it has counted for.
    private func next(
        _ token: Token, from place: NameTree<Form>.Place, _ words: inout Int
    ) -> NameTree<Form>.Place? {
        guard let full = AgencyKey.full(token) else {
            words += 1
            return names.next(token.key, from: place)
        }
        words += full.count
        return names.next(full, from: place)
    }

    private static let longestBreak = 4

    private static func mayStandInName(_ tokens: [Token], at index: Int) -> Bool {
        let token = tokens[index]
        if token.isSign(",") || token.isSign("-") || token.isSign("&") || token.isSign("/") { return true }
        // The full stop of an abbreviation: `TT. Tỉnh ủy`.
        return token.isSign(".") && index > 0 && tokens[index - 1].isAllUpper && tokens[index - 1].key.count <= 3
    }

    // MARK: - Names with a place

    private func find(_ key: AgencyKey) -> Finding {
        let words = key.words[...]
        let found = findWithPlace(words)
        if found == .unknown, let first = words.first?.key, AgencyKey.plurals.contains(first), words.count > 1 {
            return findWithPlace(words.dropFirst())
        }
        return found
    }

    private func exact(_ words: ArraySlice<AgencyKey.Word>, _ more: [String] = []) -> Finding {
        guard !words.isEmpty, let stem = names.next(words.lazy.map(\.key), from: names.root),
            let place = names.next(more, from: stem), let form = names.value(at: place)
        else { return .unknown }
        return form.entry.map { .entry(entries[$0]) } ?? .ambiguous
    }

    private func findWithPlace(_ words: ArraySlice<AgencyKey.Word>) -> Finding {
        let found = exact(words)
        guard found == .unknown else { return found }
        if let (stem, level) = Self.splitPlural(words) {
            return exact(stem, [AgencyKey.level, level.word])
        }
        if let (stem, level, place) = Self.splitLevel(words) {
            let isCity = level.isCity && !place.isEmpty && places.isCentralCity(place.lazy.map(\.key))
            let general = isCity ? TerritoryLevel.province : level.level
            if !isCity {
                let asWritten = exact(words.dropLast(place.count))
                if asWritten != .unknown { return asWritten }
            }
            let inGeneral = exact(stem, [general.word])
            if inGeneral != .unknown { return inGeneral }
            return onLevel(general, exact(stem))
        }
        for length in stride(from: min(places.longest, words.count - 1), to: 0, by: -1) {
            let stem = words.dropLast(length)
            let place = words.suffix(length)
            guard place.allSatisfy(\.startsUpper) else { continue }
            let keys = place.lazy.map(\.key)
            if places.isProvince(keys) {
                let found = exact(stem, [TerritoryLevel.province.word])
                return found == .unknown ? onLevel(.province, exact(stem)) : found
            }
            if places.isDistrict(keys) {
                let found = exact(stem, [TerritoryLevel.district.word])
                return found == .unknown ? onLevel(.district, exact(stem)) : found
            }
        }
        return .unknown
    }

    /// A finding without its place, where it stands on the place's level or on one beside the state's.
    private func onLevel(_ level: TerritoryLevel, _ finding: Finding) -> Finding {
        guard let entry = finding.entry, !entry.isCollective else { return .unknown }
        switch entry.level {
        case .province: return level == .province ? finding : .unknown
        case .district: return level == .district ? finding : .unknown
        case .commune: return level == .commune ? finding : .unknown
        case .central, nil: return .unknown
        default: return finding
        }
    }

    /// Words cut before `các` and territories of one level: `UBND` + `các xã, phường`.
    private static func splitPlural(
        _ words: ArraySlice<AgencyKey.Word>
    ) -> (stem: ArraySlice<AgencyKey.Word>, level: TerritoryLevel)? {
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
    private static func splitLevel(
        _ words: ArraySlice<AgencyKey.Word>
    ) -> (stem: ArraySlice<AgencyKey.Word>, level: TerritoryNoun, place: ArraySlice<AgencyKey.Word>)? {
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
