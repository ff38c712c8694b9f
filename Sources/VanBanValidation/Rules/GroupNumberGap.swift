import VanBanModel

/// Groups of a table that are numbered I, II, IV.
enum GroupNumberGap: Rule {
    static let description = RuleDescription(
        code: "groupNumberGap", severity: .warning,
        example: "I. Công khai, minh bạch … II. Thủ tục hành chính … IV. Cung ứng dịch vụ công")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.tasksByTable.flatMap { tasks -> [Finding] in
            var groups: [(group: TaskGroup, first: Task)] = []
            for task in tasks {
                guard let group = task.group else { continue }
                if groups.last?.group != group { groups.append((group, task)) }
            }
            let labels = groups.map { $0.group.label ?? "" }
            let areFigures = labels.allSatisfy { Int($0) != nil }
            let values = labels.map { areFigures ? Int($0) : AppendixNumber.value(of: $0) }
            guard labels.count > 1, values.allSatisfy({ $0 != nil }) else { return [] }
            let numbers = values.compactMap { $0 }
            return numbers.indices.dropFirst().compactMap { index in
                let (before, here) = (numbers[index - 1], numbers[index])
                // The same number over another title is a group that the rows between them interrupt.
                guard here != before + 1, here != 1, here != before else { return nil }
                return finding(
                    at: groups[index].first.location, [labels[index - 1], labels[index]],
                    related: [groups[index - 1].first.location])
            }
        }
    }
}
