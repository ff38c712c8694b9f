import VanBanModel
import VanBanStructure

/// One agency under two names, leading a task and coordinating it.
enum AgencyLeadsAndCoordinates: Rule {
    static let description = RuleDescription(
        code: "agencyLeadsAndCoordinates", severity: .warning,
        example: "Chủ trì: Sở Tài nguyên và Môi trường; phối hợp: Sở TN&MT, Sở Tư pháp")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.tasks.flatMap { task -> [Finding] in
            task.leadAgencies.filter { $0.isOnlyOne || $0.isOfCommittees }.compactMap { leading in
                guard let other = task.coordinatingAgencies.first(where: { $0.id == leading.id }),
                    WordKeys.joined(other.text) != WordKeys.joined(leading.text)
                else { return nil }
                return finding(
                    at: other.location ?? task.location, [task.name, leading.text, other.text],
                    related: leading.location.map { [$0] } ?? [])
            }
        }
    }
}
