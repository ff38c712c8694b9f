import VanBanModel
import VanBanReading

/// A territory as a name or a letterhead prints it: `tỉnh Sơn La`, `HUYỆN SÔNG MÃ`, `xã`.
struct PrintedPlace {
    let noun: TerritoryNoun
    /// The tokens of the noun, and of the name behind it, which may be empty.
    let nounTokens: Range<Int>
    let nameTokens: Range<Int>

    /// The territories of a line, in the order of the text.
    static func all(in text: TokenText) -> [PrintedPlace] {
        let keys = text.tokens.map(\.key)
        var found: [PrintedPlace] = []
        var index = 0
        while index < keys.count {
            guard let noun = TerritoryNoun.at(index, in: keys), !noun.isPartOfWord(in: keys, at: index) else {
                index += 1
                continue
            }
            let start = index + noun.length
            var end = start
            while end < keys.count, end - start < longestName, isOfName(text.tokens[end], isFirst: end == start),
                TerritoryNoun.at(end, in: keys) == nil
            {
                end += 1
            }
            found.append(PrintedPlace(noun: noun, nounTokens: index..<start, nameTokens: start..<end))
            index = max(end, start)
        }
        return found
    }

    /// The territory at the end of a name, with nothing behind its own; nil where there is none.
    static func last(in text: TokenText) -> PrintedPlace? {
        guard let last = all(in: text).last, last.nameTokens.upperBound == text.tokens.count else { return nil }
        return last
    }

    private static func isOfName(_ token: Token, isFirst: Bool) -> Bool {
        switch token.kind {
        case .word: return token.startsUpper
        case .number: return isFirst
        case .sign: return token.isSign("'") || (token.isSign("-") && !isFirst)
        }
    }

    private static let longestName = 6

    /// The place in the model's words.
    ///
    /// - Parameters:
    ///   - province: the province whose districts are asked first.
    ///   - day: the day as of which a province is meant.
    func place(
        in text: TokenText, of gazetteer: PlaceGazetteer, province: String?, on day: CalendarDate?, printed: Bool
    ) -> AgencyPlace? {
        guard !nameTokens.isEmpty else { return nil }
        let keys = text.tokens[nameTokens].map(\.key)
        switch noun.level {
        case .province: return Self.province(keys, of: gazetteer, on: day, printed: printed)
        case .district:
            if noun.isCity, gazetteer.isCentralCity(keys), gazetteer.districts(keys, in: province).isEmpty {
                return Self.province(keys, of: gazetteer, on: day, printed: printed)
            }
            let found = gazetteer.districts(keys, in: province)
            let isOne = Set(found.map(\.code)).count == 1
            return AgencyPlace(
                name: isOne ? found[0].name : name(in: text), level: .district, noun: printedNoun(in: text),
                code: isOne ? found[0].code : nil, printed: printed)
        case .commune:
            return AgencyPlace(
                name: name(in: text), level: .commune, noun: printedNoun(in: text), printed: printed)
        case .settlement: return nil
        }
    }

    /// A province by its name; nil where there never was one of that name.
    static func province(
        _ keys: [String], of gazetteer: PlaceGazetteer, on day: CalendarDate?, printed: Bool
    ) -> AgencyPlace? {
        guard let found = gazetteer.province(keys, on: day) else { return nil }
        var place = AgencyPlace(
            name: found.name, level: .province, noun: found.kind.lowercased(), code: found.code, printed: printed)
        // A province that only grew is its own successor.
        if let successor = found.successor, successor != found.name, let last = found.validTo {
            let since = last.dayAfter
            let heir = since.flatMap { gazetteer.province(Phrase(successor).keys, on: $0) }
            place.successor = PlaceSuccessor(name: successor, code: heir?.code, since: since)
        }
        return place
    }

    /// The name with capitals where a letterhead has nothing else.
    private func name(in text: TokenText) -> String {
        let printed = text.string(nameTokens)
        guard text.tokens[nameTokens].allSatisfy({ $0.isAllUpper || $0.kind != .word }),
            text.tokens[nameTokens].contains(where: { $0.key.utf8.count > 1 })
        else { return printed }
        return printed.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
            .joined(separator: " ")
    }

    private func printedNoun(in text: TokenText) -> String {
        let noun = text.string(nounTokens).lowercased()
        switch noun {
        case "tp": return "thành phố"
        case "tx": return "thị xã"
        default: return noun
        }
    }
}

extension CalendarDate {
    /// The next day; nil behind the last one that can be written.
    var dayAfter: CalendarDate? {
        if day < CalendarDate.length(ofMonth: month, in: year) {
            return CalendarDate(year: year, month: month, day: day + 1)
        }
        return month < 12
            ? CalendarDate(year: year, month: month + 1, day: 1) : CalendarDate(year: year + 1, month: 1, day: 1)
    }
}
