import VanBanModel

/// A task without a product in a table whose tasks have one.
enum MissingOutput: Rule {
    static let description = RuleDescription(
        code: "missingOutput", severity: .warning,
        message: BilingualText("Task {0} names no product: {1}", "Nhiệm vụ {0} không nêu sản phẩm: {1}"),
        hint: BilingualText("Name the product that shows the task done.", "Nêu sản phẩm đầu ra của nhiệm vụ."),
        rationale: BilingualText(
            "Looks at tables with a column of products that more than two thirds of the rows fill.",
            "Chỉ xét bảng có cột sản phẩm mà hơn hai phần ba số hàng đã ghi."),
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
