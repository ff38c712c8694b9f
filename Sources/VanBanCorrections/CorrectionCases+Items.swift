import VanBanModel
import VanBanStructure

/// Fields of parts, sections of the outline, documents cited and targets that people put right, each as a case of its own.
extension CorrectionCases {
    static func items(
        of source: CaseSource, corrected: Record, _ redaction: CaseRedaction, _ name: (String) -> String
    ) -> [Case] {
        let maker = ItemCases(source: source, corrected: corrected, redaction: redaction)
        return (maker.parts + maker.sections + maker.references + maker.targets).map { item in
            Case(
                name: name(item.id), ending: item.input.ending, input: item.input.text(redaction),
                expectation: item.expectation.json)
        }
    }
}

/// Makes the cases of one document.
private struct ItemCases {
    struct Item {
        var id: String
        var input: CaseInput
        var expectation: CaseExpectation
    }

    let source: CaseSource
    let corrected: Record
    let redaction: CaseRedaction

    private var original: Record { source.document.record }

    /// A plan around some words of the source.
    private func plan(_ words: String, at place: Location) -> CaseInput {
        var input = CaseInput(of: source.document)
        input.add(CaseWords.plan(year: part(at: place)?.singleYear) + [""])
        input.add(words)
        return input
    }

    /// A plan with the rows of a table that a place stands in; nil where it stands in none.
    private func table(at place: Location) -> CaseInput? {
        guard let (table, rows) = source.rows(at: place) else { return nil }
        var input = CaseInput(of: source.document)
        input.add(CaseWords.head(year: part(at: place)?.singleYear) + [""])
        source.add(source.rows(around: rows, in: table), of: table, to: &input)
        return input
    }

    private func part(at place: Location) -> Part? {
        corrected.parts.last { $0.location.start <= place.start } ?? corrected.parts.first
    }

    // MARK: Parts

    var parts: [Item] {
        corrected.parts.indices.compactMap { index in
            let part = corrected.parts[index]
            let fields = Set(part.decided.entries.map(\.field))
            var expected = CaseExpectation.Head()
            if fields.contains("typeName") { expected.typeName = part.typeName }
            if fields.contains("number") { expected.number = part.number.map(redaction.redacted) }
            if fields.contains("issuedOn") { expected.issuedOn = part.issuedOn?.description }
            if fields.contains("place") { expected.place = part.place.map(redaction.redacted) }
            if fields.contains("issuer") { expected.issuer = part.issuer.map(redaction.redacted) }
            if fields.contains("title") { expected.title = part.title.map(redaction.redacted) }
            if fields.contains("signature.name") { expected.signer = part.signature?.name.map(redaction.redacted) }
            guard !expected.isEmpty else { return nil }
            var expectation = CaseExpectation()
            var input = CaseInput(of: source.document)
            // What was issued with another document is dated and numbered by that one.
            if index > 0, let first = corrected.parts.first {
                addHead(of: first, to: &input)
                expectation.parts = [CaseExpectation.Head(), expected]
            } else {
                expectation.parts = [expected]
            }
            addHead(of: part, to: &input)
            guard !input.isBlank else { return nil }
            return Item(id: part.id, input: input, expectation: expectation)
        }
    }

    /// What stands above a part's body, and who signed below it. Where that is not a line or two, nothing tells that it is a
    /// document's head: the first words of the body follow.
    private func addHead(of part: Part, to input: inout CaseInput) {
        let tables = original.parts.first { $0.id == part.id }?.tables ?? []
        let sections = part.sections.map(\.location)
        let (words, end) = head(of: part, above: (sections + tables.map(\.location)).map(\.start))
        input.add(words)
        if let table = tables.first, table.location.start == end,
            words.split(separator: "\n").count < Self.fewLines
        {
            source.add(Array(table.rows.indices.prefix(2)), of: table, to: &input)
        } else if let section = sections.first, section.start == end {
            input.add(Self.opening(of: source.passage(section)))
        }
        if let signature = part.signature { input.add("\n" + source.signature(signature, of: part)) }
        input.add([""])
    }

    /// The words of a part before its body; where some of the body stands above them, those behind it, too.
    private func head(of part: Part, above bodies: [Int]) -> (words: String, end: Int) {
        let wanted = [part.number, part.title].compactMap { $0.map { Self.squeezed($0.prefix(30)) } }
        var place = part.location
        var first: (words: String, end: Int)?
        for end in bodies.sorted().prefix(Self.fewBodies) + [part.location.end] {
            place.end = max(place.start, end)
            let words = source.passage(place)
            let letters = Self.squeezed(words[...])
            if wanted.allSatisfy({ letters.contains($0) }) { return (words, place.end) }
            first = first ?? (words, place.end)
        }
        return first ?? ("", part.location.start)
    }

    private static func squeezed(_ text: Substring) -> String { text.filter { !$0.isWhitespace }.lowercased() }

    private static let fewBodies = 12
    private static let fewLines = 4

    // MARK: Sections

    var sections: [Item] {
        let read = CorrectedOutline(original.parts).entries
        let now = CorrectedOutline(corrected.parts).entries
        return read.compactMap { entry in
            let place = entry.section.location
            // Those that one was parted into stand where it stood.
            let own = now.filter { $0.section.location.start == place.start }.map(\.section)
            guard own.contains(where: { !$0.decided.isEmpty }) else { return nil }
            var expectation = CaseExpectation()
            expectation.sections = own.map { section in
                let words = Self.opening(of: section.heading ?? section.text ?? "")
                return [section.label, words.isEmpty ? nil : redaction.redacted(words)]
            }
            var whole = place
            whole.end = max(place.end, own.map(\.location.end).max() ?? place.end)
            if own.count > 1 { whole.end = place.end }
            return Item(
                id: entry.section.id, input: plan(source.passage(whole), at: place), expectation: expectation)
        }
    }

    /// The first words of a section.
    private static func opening(of text: String) -> String {
        let line = text.split(whereSeparator: { $0.isNewline && $0 != "\u{0B}" }).first ?? ""
        return line.split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")
    }

    // MARK: Documents cited and targets

    var references: [Item] {
        let now = Dictionary(corrected.references.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return original.references.compactMap { old -> Item? in
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
            let input = table(at: mention) ?? plan(source.passage(paragraph(around: mention)), at: mention)
            return Item(id: old.id, input: input, expectation: expectation)
        }
    }

    var targets: [Item] {
        let now = Dictionary(corrected.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return original.targets.compactMap { old in
            var expectation = CaseExpectation()
            if let target = now[old.id] {
                guard !target.decided.isEmpty else { return nil }
                expectation.targets = [.reaches(target.value, target.upper)]
            } else {
                expectation.targets = [.nothing]
            }
            return Item(id: old.id, input: input(of: old), expectation: expectation)
        }
    }

    /// What a target stands in, from its own words on: it is the first target there.
    private func input(of target: Target) -> CaseInput {
        let place = target.location
        if let found = source.rows(at: place) {
            let first = original.targets.first { other in
                source.rows(at: other.location).map { $0.table.id == found.table.id && $0.rows == found.rows } ?? false
            }
            if first?.id == target.id, let input = table(at: place) { return input }
            return plan(target.text, at: place)
        }
        var paragraph = paragraph(around: place)
        let earlier = original.targets.map(\.location.end).filter { paragraph.start < $0 && $0 <= place.start }.max()
        if let earlier { paragraph.start = max(earlier, place.start) }
        return plan(source.passage(paragraph), at: place)
    }

    /// The section or the recital that a place stands in; the place itself where it stands in neither.
    private func paragraph(around place: Location) -> Location {
        let sections = CorrectedOutline(original.parts).entries.map(\.section.location)
        let recitals = original.parts.flatMap(\.legalBases).map(\.location)
        let around = (sections + recitals).filter { $0.start <= place.start && place.end <= $0.end }
        return around.min { $0.end - $0.start < $1.end - $1.start } ?? place
    }
}
