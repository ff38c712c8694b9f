import VanBanModel
import VanBanReading

/// The documents that a text cites, once each, in the order of their first mention.
///
/// Documents are the same when their numbers are; laws also when their names are and their years don't contradict
/// each other, one with its number and one without it included. What a later mention knows and the first did not (a date, an issuer) is filled in.
struct ReferenceList: Sendable {
    private struct Entry {
        var reference: Reference
        /// All days under which the document is cited, in the order met.
        var dates: [CalendarDate] = []
        private var knownDates: Set<CalendarDate> = []
        private var knownMentions: Set<Location> = []

        init(_ reference: Reference) {
            self.reference = reference
            knownMentions = Set(reference.mentions)
            if let date = reference.date { add(date) }
        }

        mutating func add(_ mention: Location) {
            if knownMentions.insert(mention).inserted { reference.mentions.append(mention) }
        }

        mutating func add(_ date: CalendarDate) {
            if knownDates.insert(date).inserted { dates.append(date) }
        }
    }

    private var entries: [Entry] = []
    private var byIdentity: [String: [Int]] = [:]
    private var byId: [String: Int] = [:]

    init() {}

    /// Notes a mention; the id of the document that it means.
    mutating func add(_ citation: Citation, in text: SourceText) -> String {
        let identities = Self.identities(of: citation)
        let location = text.location(of: citation.range)
        if let index = known(under: identities, citation) {
            for identity in identities where byIdentity[identity]?.suffix(Self.namesakes).contains(index) != true {
                byIdentity[identity, default: []].append(index)
            }
            merge(citation, at: location, into: index)
            return entries[index].reference.id
        }
        let id = "ref-\(entries.count + 1)"
        byId[id] = entries.count
        for identity in identities { byIdentity[identity, default: []].append(entries.count) }
        entries.append(
            Entry(
                Reference(
                    id: id, type: citation.type, number: citation.number, date: citation.date, year: citation.year,
                    issuer: citation.issuer, title: citation.title, text: citation.text, mentions: [location])))
        return id
    }

    /// Notes how something stands to a document, by the document's id.
    mutating func add(_ relation: Relation, to id: String) {
        guard let index = byId[id], relation.from != id else { return }
        entries[index].reference.relations.append(relation)
    }

    /// The documents, in the order of first mention.
    func references() -> [Reference] {
        entries.map { entry in
            var reference = entry.reference
            reference.symbol = reference.number.flatMap(DocumentNumber.symbol)
            return reference
        }
    }

    /// One number under different dates.
    func diagnostics() -> [Diagnostic] {
        entries.compactMap { entry in
            guard entry.dates.count > 1, let first = entry.reference.mentions.first else { return nil }
            return Diagnostic(
                .referenceDateMismatch, at: first, related: Array(entry.reference.mentions.dropFirst()),
                arguments: [
                    entry.reference.number ?? entry.reference.text,
                    entry.dates.map(\.description).joined(separator: ", "),
                ])
        }
    }

    /// The document that a citation means, the latest where several bear the name; one number is one document's, so
    /// that only names need a look at their last bearers.
    private func known(under identities: [String], _ citation: Citation) -> Int? {
        for (position, identity) in identities.enumerated() {
            let bearers = byIdentity[identity]?.suffix(Self.namesakes) ?? []
            // Behind a number that is not known yet, a name can only mean a document without a number.
            let found = bearers.last { index in
                (position == 0 || entries[index].reference.number == nil) && agrees(entries[index], with: citation)
            }
            if let found { return found }
        }
        return nil
    }

    /// Whether two documents that share a number or a name may be one.
    private func agrees(_ entry: Entry, with citation: Citation) -> Bool {
        if let known = entry.reference.number, let cited = citation.number {
            return Self.identity(ofNumber: known) == Self.identity(ofNumber: cited)
                && (DocumentNumber.symbol(known) != nil || entry.reference.type == citation.type)
        }
        let reference = entry.reference
        guard let known = reference.date?.year ?? reference.year ?? Self.year(inNumber: reference.number),
            let cited = citation.date?.year ?? citation.year ?? Self.year(inNumber: citation.number)
        else { return true }
        return known == cited
    }

    private mutating func merge(_ citation: Citation, at location: Location, into index: Int) {
        entries[index].add(location)
        if let date = citation.date { entries[index].add(date) }
        Self.complete(&entries[index].reference, with: citation)
    }

    /// Fills in what a later mention knows and the earlier ones did not say.
    private static func complete(_ reference: inout Reference, with citation: Citation) {
        if let date = citation.date {
            if reference.date == nil { (reference.date, reference.year) = (date, nil) }
        } else if reference.date == nil, reference.year == nil {
            reference.year = citation.year
        }
        if reference.issuer == nil { reference.issuer = citation.issuer }
        if reference.title == nil { reference.title = citation.title }
        if let number = citation.number, reference.number == nil || hasTerm(number, missingIn: reference.number) {
            reference.number = number
        }
    }

    /// How many bearers of one name are looked at: laws of one name follow each other by years, not by hundreds.
    private static let namesakes = 64

    /// What all mentions of one document have in common: its number, a law's name.
    private static func identities(of citation: Citation) -> [String] {
        var identities = citation.number.map { [identity(ofNumber: $0)] } ?? []
        let isLaw = ["Luật", "Bộ luật", "Pháp lệnh"].contains(citation.type)
        if citation.number == nil || isLaw && citation.title != nil {
            let kind = citation.type == "Bộ luật" ? "Luật" : citation.type
            identities.append(kind + " " + (citation.title.map { LawNames.all.identity(of: $0) } ?? ""))
        }
        return identities
    }

    /// Whether a number ends with the term of the National Assembly and another way to write it does not.
    private static func hasTerm(_ number: String, missingIn other: String?) -> Bool {
        number.last?.isNumber == true && other?.last?.isNumber == false
    }

    /// 2019 in `47/2019/QH14`.
    private static func year(inNumber number: String?) -> Int? {
        guard let pieces = number?.split(separator: "/"), pieces.count > 2, pieces[1].count == 4 else { return nil }
        return Int(pieces[1])
    }

    /// The number in capitals, without leading zeros, and without the term of the National Assembly
    /// (`34/2007/PL-UBTVQH11`), which number and year make needless and which texts leave out.
    static func identity(ofNumber number: String) -> String {
        var letters = Array(number.uppercased().drop { $0 == "0" })
        var end = letters.count
        while end > 0, letters[end - 1].isNumber { end -= 1 }
        let stem = String(letters[..<end])
        if stem.hasSuffix("QH"), stem.split(separator: "/").count == 3 { letters.removeSubrange(end...) }
        return String(letters)
    }
}
