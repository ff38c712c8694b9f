import VanBanModel

/// A row that assigns and dates something without saying what.
enum EmptyTask: Rule {
    static let description = RuleDescription(
        code: "emptyTask", severity: .error,
        example: "4 … (trống) … Sở Tài chính … Quý II/2024")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.tasks.compactMap { task in
            guard task.task == "", !task.leadAgencies.isEmpty || !task.deadlines.isEmpty else { return nil }
            return finding(at: task.location, [task.number ?? "–"])
        }
    }
}
