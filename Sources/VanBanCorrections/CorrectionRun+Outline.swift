import VanBanModel
import VanBanStructure

/// Sections that are joined and parted, and what is none of the record's.
extension CorrectionRun {
    mutating func joinSections(_ correction: Correction) -> Outcome {
        switch outline.find(correction.place) {
        case .none: return .unplaced
        case .several(let count): return .ambiguous(count)
        case .entry(let index, _):
            let (own, below) = (outline.entries[index], SourceWords(correction.with ?? ""))
            guard index + 1 < outline.entries.count, outline.entries[index + 1].part == own.part,
                SourceWords(outline.entries[index + 1].name).likeness(to: below) >= 0.75
            else { return SourceWords(own.name).holds(below) ? .already : .unplaced }
            var section = own.section
            section.decided[SectionField.text.rawValue] = Decision(
                by: correction.by, on: correction.on, was: own.section.text)
            outline.set(section, at: index)
            guard let gone = outline.join(index) else { return .unplaced }
            settled += [section, gone].map { Settled(scope: .section, place: $0.location) }
            return .applied
        }
    }

    mutating func partSection(_ correction: Correction) -> Outcome {
        let parts = correction.rows ?? []
        guard parts.count > 1, parts.count <= 50 else { return .unplaced }
        switch outline.find(correction.place) {
        case .none: return .unplaced
        case .several(let count): return .ambiguous(count)
        case .entry(let index, _):
            let old = outline.entries[index].section
            let own = SourceWords([old.label, old.heading, old.text].compactMap { $0 })
            guard SourceWords(parts.flatMap { $0 }).likeness(to: own) >= 0.75 else { return .unplaced }
            let decision = Decision(
                by: correction.by, on: correction.on,
                was: [old.label, old.heading, old.text].compactMap { $0 }.joined(separator: " "))
            outline.part(
                index,
                into: parts.map { texts in
                    var section = old
                    let filled = texts + Array(repeating: "", count: max(0, 3 - texts.count))
                    for (field, text) in zip([SectionField.label, .heading, .text], filled) {
                        let text = field.cleaned(text)
                        _ = field.set(text.isEmpty ? nil : text, in: &section)
                    }
                    if section.label == nil { section.kind = .paragraph }
                    section.decided["section"] = decision
                    return section
                })
            settled.append(Settled(scope: .section, place: old.location))
            return .applied
        }
    }

    /// Takes a document cited or a target out that is none.
    mutating func remove(_ correction: Correction) -> Outcome {
        switch correction.place.list {
        case .reference: return removeReference(correction)
        case .target: return removeTarget(correction)
        case .part, .score, .section, nil: return .unplaced
        }
    }

    private mutating func removeReference(_ correction: Correction) -> Outcome {
        var names = NameFinder()
        for reference in record.references { names.add(reference.text, id: reference.id) }
        switch names.find(correction.place) {
        case .none: return .already
        case .several(let count): return .ambiguous(count)
        case .item(let index, _):
            let gone = record.references.remove(at: index)
            settled += gone.mentions.map { Settled(scope: .reference, place: $0) }
            for other in record.references.indices {
                record.references[other].relations.removeAll { $0.from == gone.id }
            }
            for part in record.parts.indices {
                for basis in record.parts[part].legalBases.indices {
                    record.parts[part].legalBases[basis].references.removeAll { $0 == gone.id }
                }
            }
            note("references." + gone.id, gone.text, at: gone.mentions.first, correction)
            return .applied
        }
    }

    private mutating func removeTarget(_ correction: Correction) -> Outcome {
        var names = NameFinder()
        for target in record.targets { names.add(target.text, id: target.id) }
        switch names.find(correction.place) {
        case .none: return .already
        case .several(let count): return .ambiguous(count)
        case .item(let index, _):
            let gone = record.targets.remove(at: index)
            settled.append(Settled(scope: .target, place: gone.location))
            note("targets." + gone.id, gone.text, at: gone.location, correction)
            return .applied
        }
    }

    /// What is gone is told of the part that it stood in.
    private mutating func note(_ name: String, _ text: String, at place: Location?, _ correction: Correction) {
        let start = place?.start ?? 0
        let part = record.parts.lastIndex { $0.location.start <= start } ?? record.parts.indices.first
        guard let part else { return }
        record.parts[part].decided[name] = Decision(by: correction.by, on: correction.on, was: text)
    }
}
