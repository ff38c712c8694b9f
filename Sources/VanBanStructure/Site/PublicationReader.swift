import VanBanModel
import VanBanReading

/// Reads a web site's list into the record, and says which of its lines became which field.
struct PublicationReader {
    let text: SourceText
    private(set) var publication: Publication
    /// The line that a value was read from, by what it says.
    private(set) var sources: [SiteLabel: Publication.Field] = [:]

    init(_ list: SiteMetadata, in text: SourceText) {
        self.text = text
        var hull = list.fields.first?.hull.hull ?? 0..<0
        for field in list.fields {
            let range = field.hull.hull
            hull = min(hull.lowerBound, range.lowerBound)..<max(hull.upperBound, range.upperBound)
        }
        publication = Publication(location: text.location(of: hull))
        if let title = list.title {
            let name = text.string(title)
            publication.title = name
            // The line is the site's heading, and has no label of its own.
            sources[.title] = Publication.Field(
                label: "Tên văn bản", value: name, location: text.location(of: title.hull))
        }
        for field in list.fields { read(field) }
    }

    private mutating func read(_ field: SiteField) {
        let entry = Publication.Field(
            label: text.string(field.labelRange), value: text.string(field.value),
            location: text.location(of: field.hull.hull))
        publication.fields.append(entry)
        guard sources[field.label] == nil, !field.value.isEmpty else { return }
        sources[field.label] = entry
        let words = SiteValue.words(field.value, in: text)
        switch field.label {
        case .number: publication.number = SiteValue.number(field.value, in: text)
        case .type: publication.type = words
        case .issuer: publication.issuer = words
        case .signer: publication.signer = words
        case .position: publication.position = words
        case .issuedOn: publication.issuedOn = SiteValue.day(field.value, in: text)
        case .effectiveOn: publication.effectiveOn = SiteValue.day(field.value, in: text)
        case .gazetteDate: publication.gazetteDate = SiteValue.day(field.value, in: text)
        case .gazetteNumber: publication.gazetteNumber = words
        case .status: publication.status = words
        case .title: publication.title = publication.title ?? words
        case .issuerPositionSigner: readSigner(field, entry)
        case .other: break
        }
    }

    /// Body, post and name in cells or between slashes.
    private mutating func readSigner(_ field: SiteField, _ entry: Publication.Field) {
        var pieces = field.value.ranges.map { text.string($0) }
        if pieces.count == 1 {
            pieces = pieces[0].split(separator: "/").map { String($0.drop { $0 == " " }) }.map(Self.trimmingEnd)
        }
        guard pieces.count >= 2 else {
            publication.issuer = publication.issuer ?? pieces.first
            return
        }
        publication.issuer = publication.issuer ?? pieces[0]
        publication.signer = publication.signer ?? pieces[pieces.count - 1]
        if pieces.count > 2 { publication.position = publication.position ?? pieces[1] }
        if sources[.issuer] == nil { sources[.issuer] = entry }
        if sources[.signer] == nil { sources[.signer] = entry }
    }

    private static func trimmingEnd(_ text: String) -> String {
        var text = text[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
