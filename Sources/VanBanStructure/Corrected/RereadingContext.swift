import VanBanModel
import VanBanReading

/// What the cells of a document's tables are read against: kept with the document, so that a cell that a person puts right
/// is read as it would have been read from the source.
struct RereadingContext: Sendable {
    let parts: [RecordTables.Part]
    let agencies: AgencyGazetteer

    /// What the rows of a part's tables are read against.
    /// - Parameter id: the part's id, `part-2`.
    func plan(ofPart id: String) -> TaskBuilder.Plan {
        let number = id.split(separator: "-").last.flatMap { Int($0) } ?? 0
        return (parts.indices.contains(number - 1) ? parts[number - 1] : RecordTables.Part()).plan(agencies)
    }
}

extension ConvertedDocument {
    /// An agency of the list, to be chosen for a name that is printed otherwise.
    package struct AgencyChoice: Hashable, Sendable {
        package var id: String
        package var name: String
        /// Other ways to write it.
        package var abbreviations: [String]
        package var level: Agency.Level?
    }

    /// All agencies that are known in reading this document, the user's own first.
    package var agencyChoices: [AgencyChoice] {
        let sheet = context.agencies.sheet
        var taken: Set<String> = []
        return (Array(sheet.own) + Array(sheet.standard)).compactMap { position in
            let id = sheet.id(at: position)
            guard taken.insert(id).inserted else { return nil }
            return AgencyChoice(
                id: id, name: sheet.name(at: position), abbreviations: sheet.abbreviations(at: position),
                level: sheet.entry(at: position).level)
        }
    }

    /// What the list of agencies says of one of them; nil where it has none of this id.
    package func agency(id: String) -> Agency? {
        guard let position = context.agencies.sheet.position(of: id) else { return nil }
        let entry = context.agencies.sheet.entry(at: position)
        var agency = Agency(
            text: context.agencies.sheet.name(at: position), collective: entry.isCollective)
        AgencyIdentity(gazetteer: context.agencies, speaker: Speaker(), readsSlips: false).fill(&agency, from: entry)
        return agency
    }

    /// Ties deadlines of tasks to the documents cited, and groups to the dimensions of their part's index.
    package func settle(_ tasks: inout [VanBanModel.Task]) {
        DeadlineReferences(record.references).link(&tasks)
        TaskDimensions(record.parts).settle(&tasks)
    }
}
