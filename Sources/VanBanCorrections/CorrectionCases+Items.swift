import VanBanModel
import VanBanStructure

/// Fields of parts, sections of the outline, documents cited and targets that people put right, each as a case of its own.
extension CorrectionCases {
    static func items(
        of document: ConvertedDocument, corrected: Record, _ redaction: CaseRedaction, _ name: (String) -> String
    ) -> [Case] {
        let maker = ItemCases(original: document, corrected: corrected, redaction: redaction)
        return (maker.parts + maker.sections + maker.references + maker.targets).map { item in
            Case(
                name: name(item.id), ending: "txt", input: redaction.redacted(item.input),
                expectation: item.expectation.json)
        }
    }
}

/// Makes the cases of one document.
private struct ItemCases {
    struct Item {
        var id: String
        var input: String
        var expectation: CaseExpectation
    }

    let original: ConvertedDocument
    let corrected: Record
    let redaction: CaseRedaction

    private func passage(_ place: Location) -> String { original.passage(at: place).text }

    /// A plan around some words of the source.
    private func plan(_ words: String, of part: Part?) -> String {
        CaseWords.plan(year: part?.period?.start?.year).joined(separator: "\n") + "\n\n" + words + "\n"
    }

    private func part(at place: Location) -> Part? {
        corrected.parts.last { $0.location.start <= place.start } ?? corrected.parts.first
    }

    // MARK: Parts

    var parts: [Item] {
        corrected.parts.compactMap { part in
            let fields = Set(part.decided.entries.map(\.field))
            var expectation = CaseExpectation()
            if fields.contains("number") { expectation.number = part.number.map(redaction.redacted) }
            if fields.contains("issuedOn") { expectation.issuedOn = part.issuedOn?.description }
            if fields.contains("place") { expectation.place = part.place.map(redaction.redacted) }
            if fields.contains("issuer") { expectation.issuer = part.issuer.map(redaction.redacted) }
            if fields.contains("title") { expectation.title = part.title.map(redaction.redacted) }
            if fields.contains("signature.name") { expectation.signer = part.signature?.name.map(redaction.redacted) }
            guard expectation.isOfHead else { return nil }
            var head = part.location
            let body = part.sections.map(\.location.start) + part.tables.map(\.location.start)
            head.end = max(head.start, body.min() ?? head.end)
            let foot = part.signature.map { "\n" + passage($0.location) } ?? ""
            return Item(id: part.id, input: passage(head) + foot + "\n", expectation: expectation)
        }
    }

    // MARK: Sections

    var sections: [Item] {
        let read = CorrectedOutline(original.record.parts).entries
        let now = CorrectedOutline(corrected.parts).entries
        return read.compactMap { entry in
            let place = entry.section.location
            // Those that one was parted into stand where it stood.
            let own = now.filter { $0.section.location.start == place.start }.map(\.section)
            guard own.contains(where: { !$0.decided.isEmpty }) else { return nil }
            var expectation = CaseExpectation()
            expectation.sections = own.map { [$0.label, Self.opening(of: $0).map(redaction.redacted)] }
            var whole = place
            whole.end = max(place.end, own.map(\.location.end).max() ?? place.end)
            if own.count > 1 { whole.end = place.end }
            return Item(
                id: entry.section.id, input: plan(passage(whole), of: part(at: place)), expectation: expectation)
        }
    }

    /// The first words of a section.
    private static func opening(of section: Section) -> String? {
        let text = section.heading ?? section.text ?? ""
        let line = text.split(separator: "\n").first ?? ""
        let words = line.split(separator: " ").prefix(8).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    // MARK: Documents cited and targets

    var references: [Item] {
        let now = Dictionary(corrected.references.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return original.record.references.compactMap { old in
            guard let mention = old.mentions.first else { return nil }
            var expectation = CaseExpectation()
            if let reference = now[old.id] {
                guard !reference.decided.isEmpty, let number = reference.number.map(redaction.redacted) else {
                    return nil
                }
                expectation.refs = [number]
                if let date = reference.date { expectation.refDates = [number: date.description] }
            } else {
                guard let number = old.number.map(redaction.redacted) else { return nil }
                expectation.refsAbsent = [number]
            }
            return Item(
                id: old.id, input: plan(passage(paragraph(around: mention)), of: part(at: mention)),
                expectation: expectation)
        }
    }

    var targets: [Item] {
        let now = Dictionary(corrected.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return original.record.targets.compactMap { old in
            var expectation = CaseExpectation()
            if let target = now[old.id] {
                guard !target.decided.isEmpty else { return nil }
                expectation.targets = [.reaches(target.value, target.upper)]
            } else {
                expectation.targets = [.nothing]
            }
            return Item(
                id: old.id, input: plan(passage(paragraph(around: old.location)), of: part(at: old.location)),
                expectation: expectation)
        }
    }

    /// The section or the recital that a place stands in; the place itself where it stands in neither.
    private func paragraph(around place: Location) -> Location {
        let sections = CorrectedOutline(original.record.parts).entries.map(\.section.location)
        let recitals = original.record.parts.flatMap(\.legalBases).map(\.location)
        let around = (sections + recitals).filter { $0.start <= place.start && place.end <= $0.end }
        return around.min { $0.end - $0.start < $1.end - $1.start } ?? place
    }
}
