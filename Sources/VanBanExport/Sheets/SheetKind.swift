import VanBanModel

/// The kinds of records that have a sheet of their own.
///
/// Every row begins with `document`, the file's name, and ends with its place: `line`, `start` and `end` (UTF-8 byte
/// offsets, see ``Location``) and `path`. `task` in the sheets of agencies, deadlines and targets is a task's
/// `sequence`.
package enum SheetKind: String, Hashable, Sendable, CaseIterable {
    case documents, parts, sections, tasks, agencies, deadlines, scores, targets, references, diagnostics

    package var title: BilingualText { BilingualText(told: "sheet." + rawValue) }

    package var columns: [SheetColumn] {
        switch self {
        case .documents: return [Self.document] + Self.documentColumns
        case .parts: return placed(Self.partColumns)
        case .sections: return placed(Self.sectionColumns)
        case .tasks: return placed(Self.taskColumns)
        case .agencies: return placed(Self.agencyColumns)
        case .deadlines: return placed(Self.deadlineColumns)
        case .scores: return placed(Self.scoreColumns)
        case .targets: return placed(Self.targetColumns)
        case .references: return placed(Self.referenceColumns)
        case .diagnostics: return placed(Self.diagnosticColumns)
        }
    }

    /// An empty sheet of this kind.
    package var sheet: Sheet { Sheet(name: rawValue, title: title, columns: columns) }

    private static let document = SheetColumn("document", width: 28)

    private func placed(_ columns: [SheetColumn]) -> [SheetColumn] {
        [Self.document] + columns + [
            SheetColumn("line", .integer, width: 7),
            SheetColumn("start", .integer, width: 9, isTechnical: true),
            SheetColumn("end", .integer, width: 9, isTechnical: true),
            SheetColumn("path", width: 40, isTechnical: true),
        ]
    }
}
