import VanBanModel
import VanBanReading

/// Tells which agency of the gazetteer a printed name is, in whose territory it stands, and whether it still is.
struct AgencyIdentity: Sendable {
    let gazetteer: AgencyGazetteer
    let speaker: Speaker
    let readsSlips: Bool

    /// What a name gives of the record's agency.
    struct Found {
        var agency: Agency
        /// The form of the gazetteer that a misspelt name was read as.
        var readAs: String?
        /// Whether the name stands in the gazetteer or names a person.
        var isKnown: Bool
    }

    /// The agency of a name.
    ///
    /// - Parameters:
    ///   - printed: the name as it goes into the record.
    ///   - name: the tokens of it that name an agency or an office; nil where only a person is named.
    ///   - person: the person's name in it.
    func find(_ printed: String, _ name: TokenText?, person: String? = nil, isCollective: Bool) -> Found {
        var agency = Agency(text: printed, collective: isCollective, person: person)
        guard let text = name else {
            agency.kind = Self.personKind
            return Found(agency: agency, isKnown: true)
        }
        let key = AgencyKey(text.tokens)
        var finding = find(key, isCollective: isCollective)
        var readAs: String?
        if readsSlips, finding == .unknown, !isCollective || key.words.count >= Self.leastOfCollective,
            let near = AgencySpelling(gazetteer).nearest(to: key)
        {
            finding = .entry(near.entry)
            readAs = near.name
        }
        let territory = PrintedPlace.last(in: text)
        var entry = choose(finding)
        // `Văn phòng` is a commune's only where a commune speaks.
        if let found = entry, speaker.level == nil, territory == nil, !found.isCollective, key.words.count <= 2,
            level(of: found) == .commune
        {
            entry = nil
        }
        if let entry {
            fill(&agency, from: entry)
            if entry.isCollective { agency.collective = true }
        }
        if isOfLevelBelow(key) { agency.collective = true }
        // What the text itself says to be many is a collective, also where it is not known.
        if entry == nil, agency.collective { agency.kind = Self.collectiveKind }
        if agency.person == nil, agency.kind == Self.titleKind { splitPerson(&agency, territory, in: text) }
        agency.place = place(of: agency, entry: entry, territory, in: text)
        if entry == nil, person != nil { agency.kind = Self.titleKind }
        return Found(agency: agency, readAs: readAs, isKnown: entry != nil || person != nil)
    }

    /// What the gazetteer has of a name: as it stands, as the speaker's own where the speaker is a city under the centre
    /// (`UBND Thành phố`), and for a collective without the words that choose among it (`liên quan`).
    private func find(_ key: AgencyKey, isCollective: Bool) -> AgencyGazetteer.Finding {
        if speaksForCityOfCentre || speaksInCityOfCentre, let city = key.inCityOfCentre {
            let found = gazetteer.find(city)
            if found != .unknown { return found }
        }
        let found = gazetteer.find(key)
        guard found == .unknown, isCollective else { return found }
        let keys = key.words.map(\.key)
        if let end = AgencyWords.choices.first(where: { keys.count > $0.keys.count + 1 && keys.hasSuffix($0.keys) }) {
            return gazetteer.find(key.dropLast(end.keys.count))
        }
        // `Các cơ quan, đơn vị thực hiện giải quyết TTHC` are those of them that do so.
        guard
            let deed = keys.indices.dropFirst(2).first(where: { index in
                AgencyWords.choosingDeeds.contains { keys[index...].starts(with: $0.keys) }
            })
        else { return found }
        return gazetteer.find(key.dropLast(keys.count - deed))
    }

    /// `Ủy ban MTTQ Việt Nam cấp huyện`, `Phòng Nội vụ cấp huyện`: one in each of many territories. To a speaker on that
    /// level himself it is his own.
    private func isOfLevelBelow(_ key: AgencyKey) -> Bool {
        let end = key.words.suffix(2).map(\.key)
        guard end.count == 2, key.words.count > 2, end[0] == AgencyKey.level else { return false }
        return [TerritoryLevel.district, .commune].contains { $0.word == end[1] && $0 != speaker.level }
    }

    /// Whether the speaker is a city under the centre.
    private var speaksForCityOfCentre: Bool {
        speaker.level == .province && speaker.province?.noun == "thành phố"
    }

    /// Whether the speaker is a commune for which `Thành phố` can only be a city under the centre: since there are no
    /// districts (Luật Tổ chức chính quyền địa phương 72/2025/QH15) no other stands above it.
    private var speaksInCityOfCentre: Bool {
        guard speaker.level == .commune, let day = speaker.day, let first = Self.firstWithoutDistricts else {
            return false
        }
        return day >= first && speaker.province?.noun != "tỉnh"
    }

    private static let firstWithoutDistricts = CalendarDate(year: 2025, month: 7, day: 1)

    static let personKind = "person"
    static let collectiveKind = "collective"
    static let titleKind = "title"
    /// A misspelt collective must be long enough to be told from others: they are made of the same few words.
    private static let leastOfCollective = 4

    // MARK: - Which one

    /// The entry of a finding: of several the one that there is on the speaker's day, then the one of its level.
    func choose(_ finding: AgencyGazetteer.Finding) -> AgencyGazetteer.Entry? {
        guard case .ambiguous(var entries) = finding else { return finding.entry }
        if let day = speaker.day {
            let valid = entries.filter { isValid($0, on: day) }
            if !valid.isEmpty { entries = valid }
        }
        if entries.count > 1, let level = speaker.level {
            let own = entries.filter { self.level(of: $0) == level }
            if !own.isEmpty { entries = own }
        }
        return entries.count == 1 ? entries[0] : nil
    }

    private func isValid(_ entry: AgencyGazetteer.Entry, on day: CalendarDate) -> Bool {
        guard entry.hasDates else { return true }
        let sheet = gazetteer.sheet
        if let first = sheet.validFrom(at: entry.position), day < first { return false }
        if let last = sheet.validTo(at: entry.position), day > last { return false }
        return true
    }

    func fill(_ agency: inout Agency, from entry: AgencyGazetteer.Entry) {
        let sheet = gazetteer.sheet
        agency.id = sheet.id(at: entry.position)
        agency.name = sheet.name(at: entry.position)
        agency.kind = sheet.kind(at: entry.position)
        agency.level = entry.level
        guard entry.hasDates else { return }
        agency.validFrom = sheet.validFrom(at: entry.position)
        agency.validTo = sheet.validTo(at: entry.position)
        let heirs = sheet.successors(at: entry.position)
        guard let heir = heirs.first, let position = sheet.position(of: heir) else { return }
        agency.successor = AgencySuccessor(
            id: heir, name: sheet.name(at: position), since: agency.validTo?.dayAfter,
            sharedWith: Array(heirs.dropFirst()))
    }

    // MARK: - Where

    /// The territory of an agency: the one that its name says, else the speaker's on its level.
    private func place(
        of agency: Agency, entry: AgencyGazetteer.Entry?, _ printed: PrintedPlace?, in text: TokenText
    ) -> AgencyPlace? {
        if agency.level == .central { return nil }
        // The capitals behind a title may be a person's.
        let isPerson = printed.map { agency.person == text.string($0.nameTokens) } ?? false
        if let printed, !isPerson, !printed.nameTokens.isEmpty {
            return printed.place(
                in: text, of: gazetteer.places, province: speaker.province?.name, on: speaker.day, printed: true)
        }
        if let named = namedProvince(at: text) { return named }
        // What is of a village stands in the commune.
        var noun = printed?.noun.level == .settlement ? TerritoryLevel.commune : printed?.noun.level
        if printed?.noun.isCity == true, speaksForCityOfCentre { noun = .province }
        guard let level = noun ?? level(of: entry) else { return nil }
        guard agency.collective else { return speaker.place(on: level) }
        // Of authorities there is one to a territory: `UBND cấp xã` are those of a larger one.
        let isOfMany = text.tokens.indices.contains { index in
            let owner = AgencyWords.owners.length(in: text, at: index)
            guard owner > 0 else { return false }
            return index < 2 || AgencyWords.plurals.stands(in: text, at: index + owner)
        }
        return (isOfMany ? level.above : level).flatMap { speaker.enclosing($0) }
    }

    /// A province's name at the end with no noun before it: `Công an Sơn La`, `Báo Sơn La`.
    private func namedProvince(at text: TokenText) -> AgencyPlace? {
        let tokens = text.tokens
        for length in stride(from: min(gazetteer.places.longest, tokens.count - 1), to: 0, by: -1) {
            let name = tokens.suffix(length)
            guard name.allSatisfy({ $0.startsUpper || $0.kind != .word }) else { continue }
            let keys = name.map(\.key)
            if gazetteer.places.isProvince(keys) {
                return PrintedPlace.province(keys, of: gazetteer.places, on: speaker.day, printed: true)
            }
        }
        return nil
    }

    private func level(of entry: AgencyGazetteer.Entry?) -> TerritoryLevel? {
        guard let entry else { return nil }
        if let level = entry.level.flatMap({ TerritoryLevel(name: $0.rawValue) }) { return level }
        return gazetteer.sheet.territory(at: entry.position).flatMap { TerritoryLevel(name: $0) }
    }

    // MARK: - Who

    /// `Phó Chủ tịch UBND tỉnh Nguyễn Văn A`: the capitals behind a title are a person where they begin with a surname and
    /// are no place.
    private func splitPerson(_ agency: inout Agency, _ printed: PrintedPlace?, in text: TokenText) {
        guard let printed, printed.nameTokens.count >= 2,
            NamedPerson.begins(at: printed.nameTokens.lowerBound, in: text)
        else { return }
        let keys = text.tokens[printed.nameTokens].map(\.key)
        let isPlace: Bool
        switch printed.noun.level {
        case .province: isPlace = gazetteer.places.isProvince(keys)
        case .district: isPlace = gazetteer.places.isDistrict(keys) || gazetteer.places.isProvince(keys)
        case .commune, .settlement: isPlace = printed.nameTokens.count < 3
        }
        if !isPlace { agency.person = text.string(printed.nameTokens) }
    }
}

extension Array where Element: Equatable {
    fileprivate func hasSuffix(_ end: [Element]) -> Bool { suffix(end.count).elementsEqual(end) }
}
