import VanBanModel

/// A task without a product in a table whose tasks have one.
enum MissingOutput: Rule {
    static let description = RuleDescription(
        code: "missingOutput", severity: .warning,
        example: "3 … Khảo sát mức độ hài lòng … (trống) … Sở Nội vụ")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.tasksByTable.flatMap { tasks -> [Finding] in
            let empty = tasks.filter { $0.outputs == "" }
            let filled = tasks.count { $0.outputs?.isEmpty == false }
            guard filled > 2, filled > 2 * empty.count else { return [] }
            return empty.filter { !$0.leadAgencies.isEmpty || !$0.deadlines.isEmpty }
                .map { finding(at: $0.location, [$0.number ?? "–", $0.excerpt]) }
        }
    }
}
