import VanBanModel

/// A row that assigns and dates something without saying what.
enum EmptyTask: Rule {
    static let description = RuleDescription(
        code: "emptyTask", severity: .error,
        message: BilingualText("Row {0} does not say what is to be done.", "Hàng {0} không nêu nội dung nhiệm vụ."),
        hint: BilingualText(
            "Fill in the task, or see whether the row belongs to the one above.",
            "Bổ sung nội dung nhiệm vụ, hoặc xem hàng này có thuộc hàng trên không."),
        rationale: BilingualText(
            "Looks at rows with an agency or a deadline and an empty cell in the column of tasks.",
            "Xét hàng có cơ quan hoặc thời hạn nhưng ô nhiệm vụ để trống."),
        example: "4 … (trống) … Sở Tài chính … Quý II/2024")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.tasks.compactMap { task in
            guard task.task == "", !task.leadAgencies.isEmpty || !task.deadlines.isEmpty else { return nil }
            return finding(at: task.location, [task.number ?? "–"])
        }
    }
}
