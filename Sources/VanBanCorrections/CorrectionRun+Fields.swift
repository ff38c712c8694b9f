import VanBanModel
import VanBanStructure

/// Fields of parts, scores, sections, documents cited and targets.
extension CorrectionRun {
    mutating func setField(_ correction: Correction) -> Outcome {
        guard let field = correction.place.field else { return .unplaced }
        switch correction.place.list {
        case .part: return setPart(field, correction)
        case .score: return setScore(field, correction)
        case .section: return setSection(field, correction)
        case .reference: return setReference(field, correction)
        case .target: return setTarget(field, correction)
        case nil: return .unplaced
        }
    }

    /// What a part is told by: its kind as printed, its number and its title.
    static func name(of part: Part) -> String {
        [part.typeName, part.number, part.title].compactMap { $0 }.joined(separator: " ")
    }

    /// What a score is told by.
    static func name(of score: IndexScore) -> String {
        [
            score.index, score.dimension?.code ?? score.dimension?.number, score.unit, score.region,
            score.year.map(String.init),
        ].map { $0 ?? "" }.joined(separator: "|")
    }

    private mutating func setPart(_ field: String, _ correction: Correction) -> Outcome {
        let asked = SourceWords(correction.place.words ?? "")
        let named = record.parts.indices.filter {
            SourceWords(Self.name(of: record.parts[$0])).likeness(to: asked) > 0.6
        }
        guard
            let index = named.first(where: { record.parts[$0].id == correction.place.item })
                ?? (named.count == 1 ? named[0] : nil)
        else { return named.isEmpty ? .unplaced : .ambiguous(named.count) }
        let place = record.parts[index].location
        guard let access = PartField(rawValue: field) else { return .unplaced }
        let old = access.value(of: record.parts[index])
        let outcome = Self.set(
            field, of: &record.parts[index], as: PartField.self, correction, at: place, in: document)
        if outcome != .unplaced {
            settleField(PartField.codes[access] ?? [], place)
            settleLetters(
                of: record.parts[index],
                Change(old: old ?? "", new: access.value(of: record.parts[index]) ?? ""))
        }
        return outcome
    }

    private mutating func setScore(_ field: String, _ correction: Correction) -> Outcome {
        let named = record.indexScores.indices.filter {
            Self.name(of: record.indexScores[$0]) == correction.place.words
        }
        guard
            let index = named.first(where: { record.indexScores[$0].id == correction.place.item })
                ?? (named.count == 1 ? named[0] : nil)
        else { return named.isEmpty ? .unplaced : .ambiguous(named.count) }
        let place = record.indexScores[index].location
        let outcome = Self.set(
            field, of: &record.indexScores[index], as: ScoreField.self, correction, at: place, in: document)
        if outcome != .unplaced { settled.append(Settled(scope: .field, place: place)) }
        return outcome
    }

    private mutating func setReference(_ field: String, _ correction: Correction) -> Outcome {
        var names = NameFinder()
        for reference in record.references { names.add(reference.text, id: reference.id) }
        switch names.find(correction.place) {
        case .none: return .unplaced
        case .several(let count): return .ambiguous(count)
        case .item(let index, let isExact):
            let places = record.references[index].mentions
            let outcome = Self.set(
                field, of: &record.references[index], as: ReferenceField.self, correction, at: places.first,
                in: document, isSure: isExact)
            if outcome != .unplaced { settled += places.map { Settled(scope: .reference, place: $0) } }
            return outcome
        }
    }

    private mutating func setTarget(_ field: String, _ correction: Correction) -> Outcome {
        var names = NameFinder()
        for target in record.targets { names.add(target.text, id: target.id) }
        switch names.find(correction.place) {
        case .none: return .unplaced
        case .several(let count): return .ambiguous(count)
        case .item(let index, let isExact):
            let place = record.targets[index].location
            let outcome = Self.set(
                field, of: &record.targets[index], as: TargetField.self, correction, at: place, in: document,
                isSure: isExact)
            if outcome != .unplaced { settled.append(Settled(scope: .target, place: place)) }
            return outcome
        }
    }

    private mutating func setSection(_ field: String, _ correction: Correction) -> Outcome {
        switch outline.find(correction.place) {
        case .none: return .unplaced
        case .several(let count): return .ambiguous(count)
        case .entry(let index, let isExact):
            let entry = outline.entries[index]
            let outcome: Outcome
            var section = entry.section
            if field == Self.levelField {
                guard let level = correction.value.flatMap({ Int($0) }) else { return .unplaced }
                outcome = level == entry.depth + 1 ? .already : .applied
                guard outline.move(index, to: level - 1) else { return .unplaced }
                section.decided[field] = Decision(
                    by: correction.by, on: correction.on, was: String(entry.depth + 1))
            } else {
                outcome = Self.set(
                    field, of: &section, as: SectionField.self, correction, at: section.location, in: document,
                    isSure: isExact)
            }
            guard outcome != .unplaced else { return outcome }
            outline.set(section, at: index)
            settled.append(
                Settled(
                    scope: .section, place: section.location,
                    change: Change(old: Self.words(of: entry.section), new: Self.words(of: section))))
            return outcome
        }
    }

    private static func words(of section: Section) -> String {
        [section.label, section.heading, section.text].compactMap { $0 }.joined(separator: " ")
    }

    /// How deep a section stands, from 1: a field of the outline and not of the section itself.
    static let levelField = "level"

    /// Sets a field where it still says what a person saw, or where the words of that still stand at its place.
    /// - Parameter isSure: whether the words around are exactly those that a person saw, however they are read now.
    static func set<Field: CorrectedField>(
        _ name: String, of item: inout Field.Item, as: Field.Type, _ correction: Correction, at place: Location?,
        in document: ConvertedDocument, isSure: Bool = false
    ) -> Outcome {
        guard let field = Field(rawValue: name) else { return .unplaced }
        let old = field.value(of: item)
        let value = correction.value.map(field.cleaned).flatMap { $0.isEmpty ? nil : $0 }
        if old != value, old != correction.was, !isSure {
            guard let was = correction.was, let place,
                SourceWords(document.passage(at: place).text).holds(SourceWords(was))
            else { return .unplaced }
        }
        guard field.set(value, in: &item) else { return .unplaced }
        item.decided[field.rawValue] = Decision(by: correction.by, on: correction.on, was: old)
        return old == value ? .already : .applied
    }

    /// Doubtful letters of a part's head or foot that somebody took out.
    private mutating func settleLetters(of part: Part, _ change: Change) {
        let others = part.sections.map(\.location) + part.tables.map(\.location) + part.legalBases.map(\.location)
        record.diagnostics.removeAll { diagnostic in
            let place = diagnostic.location
            return diagnostic.code == .uncertainLetters && part.location.start <= place.start
                && place.end <= part.location.end && change.takesOut(diagnostic.arguments.first ?? "")
                && !others.contains { $0.start <= place.start && place.end <= $0.end }
        }
    }

    /// Doubts about one field of a part, wherever in the part they are told.
    private mutating func settleField(_ codes: Set<DiagnosticCode>, _ place: Location) {
        guard !codes.isEmpty else { return }
        record.diagnostics.removeAll { diagnostic in
            codes.contains(diagnostic.code) && place.start <= diagnostic.location.start
                && diagnostic.location.end <= place.end
        }
    }
}
