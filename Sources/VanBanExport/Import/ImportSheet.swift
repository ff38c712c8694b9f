import VanBanModel
import VanBanReading

/// Tasks in the columns of somebody else's sheet (see ``WorkbookTemplate``), and what that would refuse.
///
/// ```swift
/// var sheet = try ImportSheet(template, ImportMapping())
/// sheet.add(record)
/// try ImportWorkbook.write(sheet, sheet.files(), to: "import.xlsx")
/// ```
package struct ImportSheet: Sendable {
    package struct Column: Sendable, Hashable {
        package var heading: String
        /// What fills it; nil for a heading that is not known, whose cells stay empty.
        package var field: ImportField?
        /// What all of its cells hold; nil where they hold what the field says.
        var text: String?
        var rule: WorkbookTemplate.Rule?
        var isRequired: Bool
        /// In characters.
        var longest: Int?
        var width: Double?
    }

    struct Row: Sendable {
        var values: [SheetValue]
        /// Where the task stands, for people.
        var place: BilingualText
        /// Agencies that have no code, by column.
        var withoutCode: [Int: [String]]
        /// The deadline as printed, for columns of days that it gives none.
        var deadline: String
    }

    /// The codes that the target knows; nil where those of the program are meant.
    private let codes: Set<String>?
    private let isSplitByLead: Bool
    let template: WorkbookTemplate
    package let columns: [Column]
    private(set) var rows: [Row] = []

    /// - Parameters:
    ///   - codes: the ids of the user's own agencies; nil for those that the program carries.
    ///   - isSplitByLead: whether each agency that leads has a row of its own.
    /// - Throws: where the mapping names a heading that the template does not have.
    package init(
        _ template: WorkbookTemplate, _ mapping: ImportMapping, codes: Set<String>? = nil, isSplitByLead: Bool = false
    ) throws(ImportMapping.Failure) {
        self.template = template
        self.codes = codes
        self.isSplitByLead = isSplitByLead
        let known = Set(template.columns.map { ImportMapping.key($0.heading) })
        if let heading = mapping.entries.keys.sorted().first(where: { !known.contains($0) }) {
            throw .unknownHeading(heading, known: template.columns.map(\.heading))
        }
        columns = template.columns.map { column in
            let entry = mapping.entries[ImportMapping.key(column.heading)] ?? ImportMapping.Entry()
            var field = entry.field ?? (entry.text == nil ? ImportHeads.field(of: column.heading) : nil)
            // A cell that takes days alone has no use for words.
            if field == .deadline, column.rule == .day, entry.field == nil { field = .due }
            return Column(
                heading: column.heading, field: field, text: entry.text,
                rule: entry.values.map { .list($0) } ?? column.rule, isRequired: entry.isRequired ?? column.isRequired,
                longest: entry.longest, width: column.width)
        }
    }

    /// The headings that no field is known for: their cells stay empty.
    package var unknownHeadings: [String] {
        columns.filter { $0.field == nil && $0.text == nil && !$0.heading.isEmpty }.map(\.heading)
    }

    /// Adds the tasks of a record.
    /// - Parameter document: what the file is called; nil for its own name.
    package mutating func add(_ record: Record, document: String? = nil) {
        let places = PlaceNames(record)
        for task in record.tasks {
            let source = TaskSource(task, in: record, called: document)
            let groups: [[Agency]] =
                isSplitByLead && task.leadAgencies.count > 1 ? task.leadAgencies.map { [$0] } : [task.leadAgencies]
            for leads in groups { rows.append(row(of: task, leads, source, places)) }
        }
    }

    private func row(of task: Task, _ leads: [Agency], _ source: TaskSource, _ places: PlaceNames) -> Row {
        func place(_ language: Language) -> String {
            [source.file, places.name(of: task.location, in: language)].compactMap { $0 }.joined(separator: ", ")
        }
        var row = Row(
            values: [], place: BilingualText(place(.english), place(.vietnamese)), withoutCode: [:],
            deadline: task.deadline ?? "")
        for (index, column) in columns.enumerated() {
            if let text = column.text {
                row.values.append(.text(text))
                continue
            }
            switch column.field {
            case .number: row.values.append(.integer(rows.count + 1))
            case .leadCode, .coordinatingCode:
                let agencies = column.field == .leadCode ? leads : task.coordinatingAgencies
                let codes = agencies.map { ($0, code(of: $0)) }
                row.values.append(SheetValue(list: codes.compactMap(\.1)))
                let without = codes.filter { $0.1 == nil }.map { $0.0.name ?? $0.0.text }
                if !without.isEmpty { row.withoutCode[index] = without }
            case .lead: row.values.append(SheetValue(list: leads.map { $0.name ?? $0.text }))
            case .place: row.values.append(.text(row.place.vietnamese))
            case .due:
                // Where days are not demanded, words say more than nothing.
                let day = RecordSheets.due(task)
                row.values.append(day == nil && column.rule != .day ? SheetValue(task.deadline) : SheetValue(day))
            case let field?: row.values.append(source.value(of: field, task))
            case nil: row.values.append(.none)
            }
        }
        return row
    }

    private func code(of agency: Agency) -> String? {
        guard let id = agency.id else { return nil }
        return codes.map { $0.contains(id) } ?? true ? id : nil
    }

    /// The rows of each file.
    /// - Parameter most: the most rows of a file; nil for as many as there are.
    package func files(most: Int? = nil) -> [Range<Int>] {
        let most = max(1, most ?? rows.count)
        guard !rows.isEmpty else { return [0..<0] }
        return stride(from: 0, to: rows.count, by: most).map { $0..<min(rows.count, $0 + most) }
    }
}

/// The document that gives a task, and what its cells are besides the task's own.
private struct TaskSource {
    private let part: Part?
    private let attachment: Attachment?
    let file: String

    init(_ task: Task, in record: Record, called document: String?) {
        let own = record.parts.first { $0.id == task.part }
        let attachment = own?.attachedTo
        let issuing = record.parts.first { $0.number != nil && $0.number == attachment?.number }
        part = issuing ?? (own?.number == nil ? record.parts.first { $0.number != nil } : own) ?? own
        self.attachment = attachment
        let source = task.location.source.map { record.sources[$0] } ?? record.source
        file = document ?? source.name
    }

    func value(of field: ImportField, _ task: Task) -> SheetValue {
        switch field {
        case .printedNumber: SheetValue(task.number)
        case .group: SheetValue(list: [task.group?.label, task.group?.title].compactMap { $0 }.filter { !$0.isEmpty })
        case .task: SheetValue(task.task)
        case .outputs: SheetValue(task.outputs)
        case .coordinating: SheetValue(list: task.coordinatingAgencies.map { $0.name ?? $0.text })
        case .deadline: SheetValue(task.deadline)
        case .start: SheetValue(task.deadlines.compactMap(\.start).min())
        case .funding: SheetValue(task.funding)
        case .note: SheetValue(task.note)
        case .documentKind: SheetValue(part?.typeName)
        case .documentNumber: SheetValue(part?.number ?? attachment?.number)
        case .documentDate: SheetValue(part?.issuedOn ?? attachment?.date)
        case .documentTitle: SheetValue(part?.title)
        case .issuer: SheetValue(part?.issuer)
        case .signer: SheetValue(part?.signature?.name)
        case .file: .text(file)
        case .number, .lead, .leadCode, .coordinatingCode, .due, .place, .office: .none
        }
    }
}
