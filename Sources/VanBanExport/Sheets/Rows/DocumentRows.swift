import FoundationEssentials
import VanBanModel

extension RecordSheets {
    /// One row a file: what its first instrument says of itself, and counts.
    var documentRow: SheetRow {
        let main = record.parts.first
        // A plan carries the period and the index that the decision promulgating it doesn't.
        let period = record.parts.lazy.compactMap(\.period).first
        let index = record.parts.lazy.compactMap(\.index).first
        func count(_ severity: Severity) -> Int { record.diagnostics.count { $0.severity == severity } }
        return SheetRow(
            [
                .text(document), .text(record.source.format.rawValue), SheetValue(main?.kind.rawValue),
                SheetValue(main?.number), SheetValue(main?.issuedOn), SheetValue(main?.issuer),
                SheetValue(main?.title), SheetValue(index), SheetValue(period?.start), SheetValue(period?.end),
                SheetValue(main?.signature?.name), .integer(record.parts.count), .integer(record.tasks.count),
                .integer(record.indexScores.count), .integer(record.references.count), .integer(count(.error)),
                .integer(count(.warning)), .integer(count(.info)), .integer(record.coverage.characters),
                .integer(record.coverage.unaccounted), .text(record.source.encoding), .integer(record.source.bytes),
                .text(record.source.sha256),
            ], place: SheetPlace(document: document, line: main?.location.line ?? 1, path: nil))
    }

    var partRows: [SheetRow] {
        record.parts.map { part in
            row(
                [
                    .text(part.id), .text(part.kind.rawValue), SheetValue(part.typeName), SheetValue(part.number),
                    SheetValue(part.issuedOn), SheetValue(part.place), SheetValue(part.issuer),
                    SheetValue(part.title), SheetValue(part.attachedTo?.number), SheetValue(part.attachedTo?.date),
                    SheetValue(part.index), SheetValue(part.period?.start), SheetValue(part.period?.end),
                    SheetValue(part.signature?.authority), SheetValue(part.signature?.position),
                    SheetValue(part.signature?.name), SheetValue(list: part.recipients),
                ], at: part.location)
        }
    }

    /// The outline, each node after the one that it stands under.
    var sectionRows: [SheetRow] {
        var rows: [SheetRow] = []
        for part in record.parts {
            var waiting = part.sections.reversed().map { (section: $0, parent: String?.none, depth: 1) }
            while let (section, parent, depth) = waiting.popLast() {
                rows.append(
                    row(
                        [
                            .text(part.id), .text(section.id), SheetValue(parent), .integer(depth),
                            .text(section.kind.rawValue), SheetValue(section.label), SheetValue(section.heading),
                            SheetValue(section.text),
                        ], at: section.location))
                waiting += section.children.reversed().map { (section: $0, parent: section.id, depth: depth + 1) }
            }
        }
        return rows
    }

    var referenceRows: [SheetRow] {
        record.references.map { reference in
            row(
                [
                    .text(reference.id), .text(reference.type), SheetValue(reference.number),
                    SheetValue(reference.symbol), SheetValue(reference.date),
                    SheetValue(reference.year ?? reference.date?.year),
                    SheetValue(reference.issuer), SheetValue(reference.title), .text(reference.text),
                    .integer(reference.mentions.count), SheetValue(list: reference.relations.map(Self.text)),
                ], at: reference.mentions.first)
        }
    }

    /// `legalBasis part-1`; `amends part-2 (planned)`; `amends reference-3` where a document cited does it.
    private static func text(of relation: Relation) -> String {
        let subject = relation.part ?? relation.from
        return relation.kind.rawValue + (subject.map { " " + $0 } ?? "") + (relation.isPlanned ? " (planned)" : "")
    }

    var diagnosticRows: [SheetRow] {
        record.diagnostics.map { diagnostic in
            row(
                [
                    .text(diagnostic.severity.rawValue), .text(diagnostic.code.rawValue), .text(diagnostic.message),
                    .text(diagnostic.hint), .text(Self.json(diagnostic.arguments)),
                ], at: diagnostic.location)
        }
    }

    /// Texts as a JSON array.
    private static func json(_ texts: [String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(texts)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }
}
