import VanBanModel
import VanBanStructure

/// An agency that a cell names twice.
enum AgencyRepeated: Rule {
    static let description = RuleDescription(
        code: "agencyRepeated", severity: .warning,
        example: "Sở Nội vụ, Sở Tài chính, Sở Nội vụ")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for task in document.record.tasks {
            for (field, agencies) in [
                ("lead", task.leadAgencies), ("coordinating", task.coordinatingAgencies),
            ] {
                if !document.hasOwnCell(field, task), !document.hasOwnCell("responsibility", task) { continue }
                for (index, agency) in agencies.enumerated() {
                    guard let first = agencies[..<index].first(where: { areSame($0, agency) }) else { continue }
                    found.append(
                        finding(
                            at: agency.location ?? task.location, [task.name, agency.text],
                            related: first.location.map { [$0] } ?? []))
                }
            }
        }
        return found
    }

    private static func areSame(_ one: Agency, _ other: Agency) -> Bool {
        guard one.note == other.note, one.role == other.role, one.location != other.location else { return false }
        if WordKeys.joined(one.text) == WordKeys.joined(other.text) { return true }
        return one.isOnlyOne && one.id == other.id
    }
}

extension Agency {
    /// Whether its id names one agency to the document: those of provinces and of the centre do, while there are many
    /// committees of districts, and a collective is named in many ways.
    var isOnlyOne: Bool { id != nil && !collective && (level == .province || level == .central) }
}
