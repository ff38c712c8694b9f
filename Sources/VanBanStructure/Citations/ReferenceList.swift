import VanBanModel
import VanBanReading

/// The documents that a text cites, once each, in the order of their first mention.
///
/// Documents are the same when their numbers are, laws without number when their names are and their years don't
/// contradict each other. What a later mention knows and the first did not (a date, an issuer) is filled in.
struct ReferenceList: Sendable {
    private struct Entry {
        var reference: Reference
        /// All days under which the document is cited, in the order met.
        var dates: [CalendarDate]
    }

    private var entries: [Entry] = []
    private var byIdentity: [String: [Int]] = [:]

    init() {}

    /// Notes a mention; the id of the document that it means.
    mutating func add(_ citation: Citation, in text: SourceText) -> String {
        let identity = Self.identity(of: citation)
        let location = text.location(of: citation.range)
        if let index = byIdentity[identity]?.last(where: { agrees(entries[$0], with: citation) }) {
            merge(citation, at: location, into: index)
            return entries[index].reference.id
        }
        let id = "ref-\(entries.count + 1)"
        byIdentity[identity, default: []].append(entries.count)
        entries.append(
            Entry(
                reference: Reference(
                    id: id, type: citation.type, number: citation.number, date: citation.date, year: citation.year,
                    issuer: citation.issuer, title: citation.title, text: citation.text, mentions: [location]),
                dates: citation.date.map { [$0] } ?? []))
        return id
    }

    /// The documents, in the order of first mention.
    func references() -> [Reference] { entries.map(\.reference) }

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

    private func agrees(_ entry: Entry, with citation: Citation) -> Bool {
        guard citation.number == nil else { return true }
        guard let known = entry.reference.date?.year ?? entry.reference.year,
            let cited = citation.date?.year ?? citation.year
        else { return true }
        return known == cited
    }

    private mutating func merge(_ citation: Citation, at location: Location, into index: Int) {
        var reference = entries[index].reference
        if !reference.mentions.contains(location) { reference.mentions.append(location) }
        if let date = citation.date {
            if !entries[index].dates.contains(date) { entries[index].dates.append(date) }
            if reference.date == nil { (reference.date, reference.year) = (date, nil) }
        } else if reference.date == nil, reference.year == nil {
            reference.year = citation.year
        }
        if reference.issuer == nil { reference.issuer = citation.issuer }
        if reference.title == nil { reference.title = citation.title }
        if let number = citation.number, let known = reference.number, number.count > known.count {
            reference.number = number
        }
        entries[index].reference = reference
    }

    /// What all mentions of one document have in common.
    private static func identity(of citation: Citation) -> String {
        if let number = citation.number { return identity(ofNumber: number) }
        let kind = citation.type == "Bộ luật" ? "Luật" : citation.type
        return kind + " " + (citation.title.map { LawNames.all.identity(of: $0) } ?? "")
    }

    /// The number in capitals, without leading zeros, and without the term of the National Assembly
    /// (`34/2007/PL-UBTVQH11`), which number and year make needless and which texts leave out.
    private static func identity(ofNumber number: String) -> String {
        var letters = Array(number.uppercased().drop { $0 == "0" })
        var end = letters.count
        while end > 0, letters[end - 1].isNumber { end -= 1 }
        let stem = String(letters[..<end])
        if stem.hasSuffix("QH"), stem.split(separator: "/").count == 3 { letters.removeSubrange(end...) }
        return String(letters)
    }
}
