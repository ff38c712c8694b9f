import VanBanMessages
import VanBanModel

/// What people put right in an archive, counted, so that it is seen where reading is weak.
package struct CorrectionReport: Hashable, Codable, Sendable {
    /// How often something was put right, or found to be right.
    package struct Count: Hashable, Codable, Sendable {
        package var name: String
        package var corrected: Int
        package var confirmed: Int
    }

    package private(set) var documents: Int
    package private(set) var corrections: Int
    package private(set) var people: Int
    /// By what was done.
    package private(set) var kinds: [Count]
    /// By the field of the task, the part, the score, the section, the document cited or the target.
    package private(set) var fields: [Count]
    /// By how the table's cells were told apart.
    package private(set) var layouts: [Count]
    /// By how sure the reading of the table was.
    package private(set) var confidences: [Count]
    /// Doubts that were none, by their code.
    package private(set) var dismissed: [Count]

    package init(_ store: CorrectionStore) {
        let all = store.entries.flatMap(\.file.corrections)
        documents = Set(store.entries.map(\.file.document.sha256)).count
        corrections = all.count
        people = Set(all.compactMap(\.by)).count
        kinds = Self.counts(all) { [$0.kind.rawValue] }
        fields = Self.counts(all, of: Self.fields)
        layouts = Self.counts(all) { $0.place.layout.map { [$0.rawValue] } ?? [] }
        confidences = Self.counts(all) { $0.place.confidence.map { [Self.band(of: $0)] } ?? [] }
        dismissed = Self.counts(all) { $0.kind == .dismiss ? [$0.code ?? "–"] : [] }
    }

    /// The fields that a correction is about.
    private static func fields(of correction: Correction) -> [String] {
        if let list = correction.place.list {
            return ["\(list)" + (correction.place.field.map { "." + $0 } ?? "")]
        }
        if let cells = correction.cells { return cells.map { name(of: $0.column) } }
        return correction.place.column.map { [name(of: $0)] } ?? []
    }

    private static func name(of column: Correction.Column) -> String {
        column.role.map { "task." + $0.rawValue } ?? "task.otherCells"
    }

    private static func band(of confidence: Double) -> String {
        switch confidence {
        case ..<0.5: "0–0.5"
        case ..<0.8: "0.5–0.8"
        case ..<0.95: "0.8–0.95"
        case ..<1: "0.95–1"
        default: "1"
        }
    }

    private static func counts(_ corrections: [Correction], of names: (Correction) -> [String]) -> [Count] {
        var counts: [String: Count] = [:]
        for correction in corrections {
            for name in names(correction) {
                var count = counts[name] ?? Count(name: name, corrected: 0, confirmed: 0)
                if correction.kind == .confirm { count.confirmed += 1 } else { count.corrected += 1 }
                counts[name] = count
            }
        }
        return counts.values.sorted { ($1.corrected, $1.confirmed, $0.name) < ($0.corrected, $0.confirmed, $1.name) }
    }

    // MARK: For people

    /// The report as lines for people.
    package func text(in language: Language) -> String {
        func told(_ key: String, _ numbers: Int...) -> String {
            Messages.text("correctionReport." + key, in: language, numbers.map { String($0) })
        }
        func named(_ prefix: String) -> (String) -> String { { Messages.known(prefix + $0, in: language) ?? $0 } }
        let (list, field) = (named("correctionReport.list."), named("correctionReport.field."))
        func fieldName(_ name: String) -> String {
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            return parts.count < 2 ? list(name) : "\(list(parts[0])): \(field(parts[1]))"
        }
        var lines = [told("sum", corrections, documents, people)]
        let sections: [(title: String, counts: [Count], name: (String) -> String)] = [
            (told("byKind"), kinds, named("correctionReport.kind.")), (told("byField"), fields, fieldName),
            (told("byLayout"), layouts, named("layout.")), (told("byConfidence"), confidences, { $0 }),
            (told("dismissed"), dismissed, { $0 }),
        ]
        let (corrected, confirmed) = (told("corrected"), told("confirmed"))
        for (title, counts, name) in sections where !counts.isEmpty {
            lines.append("")
            let width = max(24, counts.map { name($0.name).count }.max() ?? 0) + 4
            lines.append(Self.padded(title, width) + corrected + "  " + confirmed)
            for count in counts {
                lines.append(
                    Self.padded("  " + name(count.name), width)
                        + Self.padded(String(count.corrected), corrected.count + 2)
                        + String(count.confirmed))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
