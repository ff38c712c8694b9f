import VanBanModel

/// An agency whose cell says that it coordinates, in the column of those that lead.
enum CoordinatorInLeadCell: Rule {
    static let description = RuleDescription(
        code: "coordinatorInLeadCell", severity: .warning,
        example: "Sở Tài chính chủ trì, phối hợp với Sở Nội vụ (trong cột cơ quan chủ trì)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.tasks.flatMap { task -> [Finding] in
            guard task.lead != nil, task.coordinating != nil, document.hasOwnCell("lead", task) else { return [] }
            return task.leadAgencies.filter { $0.role == "phối hợp" }.map {
                finding(at: $0.location ?? task.location, [task.name, $0.text])
            }
        }
    }
}
