import VanBanModel

/// An agency whose cell says that it coordinates, in the column of those that lead.
enum CoordinatorInLeadCell: Rule {
    static let description = RuleDescription(
        code: "coordinatorInLeadCell", severity: .warning,
        message: BilingualText(
            "Row {0}: “{1}” coordinates, but stands among those that lead.",
            "Hàng {0}: “{1}” là cơ quan phối hợp nhưng ghi ở cột chủ trì."),
        hint: BilingualText("Move it to the column of those that coordinate.", "Chuyển sang cột cơ quan phối hợp."),
        rationale: BilingualText(
            "Where a table has a column for those that coordinate, the column of those that lead holds no others.",
            "Khi bảng có cột cơ quan phối hợp thì cột chủ trì chỉ ghi cơ quan chủ trì."),
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
