import VanBanModel
import VanBanStructure

/// The same task twice in one table.
enum DuplicateTask: Rule {
    static let description = RuleDescription(
        code: "duplicateTask", severity: .warning,
        example:
            "3. Công khai kết quả giải quyết thủ tục hành chính … 9. Công khai kết quả giải quyết thủ tục hành chính"
    )

    private struct Words: Hashable {
        var task: String
        var lead: String
        var outputs: String
    }

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.tasksByTable.flatMap { tasks -> [Finding] in
            var known: [Words: Task] = [:]
            var found: [Finding] = []
            for task in tasks where document.hasOwnCell("task", task) {
                let key = WordKeys.joined(task.task ?? "")
                guard key.utf8.count(where: { $0 == 0x20 }) >= 4 else { continue }
                let words = Words(
                    task: key, lead: WordKeys.joined(task.lead ?? ""), outputs: WordKeys.joined(task.outputs ?? ""))
                if let first = known[words] {
                    found.append(
                        finding(
                            at: document.location(of: "task", of: task),
                            [task.number ?? "–", first.number ?? "–", task.excerpt], related: [first.location]))
                } else {
                    known[words] = task
                }
            }
            return found
        }
    }
}
