import VanBanModel
import VanBanReading

/// Finds out whose document a part is of: by the letterheads and issuers, the titles, the place beside the date, and where
/// all these are silent by the province that the text speaks of most.
struct SpeakerReader {
    private let parts: [Part]
    private let text: SourceText
    private let places = PlaceGazetteer.standard
    private(set) var diagnostics: [Diagnostic] = []
    private var speakers: [Int: Speaker] = [:]
    /// Of each part the first part of its document, and the parts of the documents by these.
    private let beginnings: [Int]
    private var groups: [Int: Range<Int>] = [:]
    /// The first day of issue among the parts of a document, by its first part.
    private var days: [Int: CalendarDate?] = [:]

    init(_ parts: [Part], in text: SourceText) {
        self.parts = parts
        self.text = text
        var beginnings: [Int] = []
        beginnings.reserveCapacity(parts.count)
        for index in parts.indices {
            beginnings.append(index == 0 || Self.isRoot(parts[index]) ? index : beginnings[index - 1])
        }
        self.beginnings = beginnings
    }

    /// The speaker of a part, by its position.
    mutating func speaker(of index: Int) -> Speaker {
        let group = group(of: index)
        // All parts of one document have one speaker.
        if let known = speakers[group.lowerBound] {
            var speaker = known
            speaker.day = day(of: index, group)
            return speaker
        }
        var speaker = Speaker(day: day(of: index, group))
        readHeads(of: group, &speaker)
        readTitles(of: group, &speaker)
        readDateLines(of: group, &speaker)
        readText(of: group, &speaker)
        speakers[group.lowerBound] = speaker
        return speaker
    }

    /// The parts of the document that a part belongs to: what it is attached to, and all that is attached to that.
    private mutating func group(of index: Int) -> Range<Int> {
        var start = beginnings[index]
        // A plan with a letterhead of its own right behind the decision that issues it is still that decision's.
        if start > 0, parts[start].kind == .plan, parts[start - 1].kind == .decision { start -= 1 }
        if let known = groups[start] { return start..<max(known.upperBound, index + 1) }
        var end = start + 1
        while end < parts.count, !Self.isRoot(parts[end]) || (end == start + 1 && parts[end].kind == .plan) {
            end += 1
        }
        groups[start] = start..<end
        return start..<max(end, index + 1)
    }

    private static func isRoot(_ part: Part) -> Bool { part.attachedTo == nil && part.kind != .appendix }

    private mutating func day(of index: Int, _ group: Range<Int>) -> CalendarDate? {
        if let own = parts[index].issuedOn ?? parts[index].attachedTo?.date { return own }
        return firstDay(of: group) ?? parts[index].period?.start
    }

    private mutating func firstDay(of group: Range<Int>) -> CalendarDate? {
        if let known = days[group.lowerBound] { return known }
        let day = group.lazy.compactMap { [parts] in parts[$0].issuedOn }.first
        days[group.lowerBound] = .some(day)
        return day
    }

    // MARK: Heads

    private func readHeads(of group: Range<Int>, _ speaker: inout Speaker) {
        for part in parts[group] {
            for line in part.letterhead + [part.issuer].compactMap({ $0 }) {
                let text = TokenText(line)
                for printed in PrintedPlace.all(in: text) where printed.noun.level != .settlement {
                    let place = place(printed, in: text, speaker)
                    if let place { speaker.take(place) }
                    let level = place.flatMap { TerritoryLevel(name: $0.level.rawValue) } ?? printed.noun.level
                    if level.depth > speaker.level?.depth ?? 0 { speaker.level = level }
                }
            }
        }
    }

    /// Titles in capitals do not show where a name ends, so only provinces are read there.
    private func readTitles(of group: Range<Int>, _ speaker: inout Speaker) {
        guard speaker.province == nil else { return }
        for part in parts[group] {
            guard let title = part.title else { continue }
            let text = TokenText(title)
            for printed in PrintedPlace.all(in: text) {
                guard printed.noun.level == .province || printed.noun.isCity else { continue }
                let start = printed.nounTokens.upperBound
                let length = places.longestProvince(in: text.tokens[start...])
                guard length > 0 else { continue }
                let keys = text.tokens[start..<(start + length)].map(\.key)
                if printed.noun.isCity, !places.isCentralCity(keys) { continue }
                if let found = PrintedPlace.province(keys, of: places, on: speaker.day, printed: false) {
                    speaker.take(found)
                }
            }
        }
    }

    private func readDateLines(of group: Range<Int>, _ speaker: inout Speaker) {
        for place in parts[group].compactMap(\.place) {
            let text = TokenText(place)
            let keys = text.tokens.map(\.key)
            if let found = PrintedPlace.province(keys, of: places, on: speaker.day, printed: false) {
                speaker.take(found)
            } else if speaker.level == .commune, speaker.commune == nil {
                speaker.commune = AgencyPlace(name: place, level: .commune)
            } else if speaker.level == .district, speaker.district == nil {
                let found = places.districts(keys, in: speaker.province?.name)
                speaker.district = AgencyPlace(
                    name: found.first?.name ?? place, level: .district,
                    code: Set(found.map(\.code)).count == 1 ? found.first?.code : nil)
            }
        }
    }

    private func place(_ printed: PrintedPlace, in text: TokenText, _ speaker: Speaker) -> AgencyPlace? {
        printed.place(in: text, of: places, province: speaker.province?.name, on: speaker.day, printed: false)
    }

    // MARK: Running text

    private mutating func readText(of group: Range<Int>, _ speaker: inout Speaker) {
        guard let first = parts[group].first, let last = parts[group].last else { return }
        let range =
            text.offset(
                ofSource: first.location.start)..<max(
                text.offset(ofSource: first.location.start), text.offset(ofSource: last.location.end))
        if speaker.province == nil {
            let day = speaker.day
            let gazetteer = places
            take(
                mentions(of: Self.provinceNoun, in: range) { text in
                    let length = gazetteer.longestProvince(in: text.tokens[1...])
                    guard length > 0 else { return nil }
                    let keys = text.tokens[1..<(1 + length)].map(\.key)
                    return PrintedPlace.province(keys, of: gazetteer, on: day, printed: false)
                }, of: first, &speaker)
        }
        guard let level = speaker.level, level.depth > 1, speaker.district == nil, let province = speaker.province
        else { return }
        let gazetteer = places
        take(
            mentions(of: Self.districtNoun, in: range) { text in
                guard let printed = PrintedPlace.all(in: text).first, printed.nounTokens.lowerBound == 0 else {
                    return nil
                }
                // The name ends where a district of the province does.
                for length in stride(from: printed.nameTokens.count, to: 0, by: -1) {
                    let keys = text.tokens[printed.nameTokens.prefix(length)].map(\.key)
                    guard let found = gazetteer.districts(keys, in: province.name).first else { continue }
                    return AgencyPlace(
                        name: found.name, level: .district, noun: found.kind.lowercased(), code: found.code)
                }
                return nil
            }, of: first, &speaker)
    }

    private static let provinceNoun = Array("tỉnh ".utf8)
    private static let districtNoun = Array("huyện ".utf8)
    /// Bytes behind a noun that hold the longest name.
    private static let reach = 60
    /// Mentions that a place needs, and how many times those of the next it must have.
    private static let least = 2
    private static let lead = 3

    /// The places behind a noun, with how often the text names them, the most frequent first.
    private func mentions(
        of noun: [UInt8], in range: Range<Int>, _ read: (TokenText) -> AgencyPlace?
    ) -> [(place: AgencyPlace, count: Int)] {
        var counts: [AgencyPlace: Int] = [:]
        let bytes = text.bytes
        var offset = range.lowerBound
        while offset + noun.count < range.upperBound {
            guard bytes[offset] == noun[0], bytes[offset..<(offset + noun.count)].elementsEqual(noun) else {
                offset += 1
                continue
            }
            var end = min(offset + Self.reach, range.upperBound)
            while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            if let place = read(TokenText(offset..<end, in: text)) { counts[place, default: 0] += 1 }
            offset += noun.count
        }
        return counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.place.name) < ($0.count, $1.place.name) }
    }

    private mutating func take(
        _ mentions: [(place: AgencyPlace, count: Int)], of part: Part, _ speaker: inout Speaker
    ) {
        guard let first = mentions.first, first.count >= Self.least,
            first.count >= Self.lead * (mentions.dropFirst().first?.count ?? 0)
        else { return }
        speaker.take(first.place)
        let name = [first.place.noun, first.place.name].compactMap { $0 }.joined(separator: " ")
        diagnostics.append(
            Diagnostic(.assumedPlace, at: part.location, arguments: [name, String(first.count)]))
    }
}

extension TokenText {
    /// The tokens of a text that stands alone.
    init(_ text: String) {
        let source = SourceText.literal(text)
        self.init(0..<source.bytes.count, in: source)
    }
}
