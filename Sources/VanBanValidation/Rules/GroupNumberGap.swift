import VanBanModel

/// Groups of a table that are numbered I, II, IV.
enum GroupNumberGap: Rule {
    static let description = RuleDescription(
        code: "groupNumberGap", severity: .warning,
        message: BilingualText(
            "Group {1} of the table comes after group {0}.", "Nhóm {1} của bảng đứng sau nhóm {0}."),
        hint: BilingualText(
            "Number the groups again, or see whether one is missing.",
            "Đánh lại số của các nhóm, hoặc xem có nhóm nào bị thiếu."),
        rationale: BilingualText(
            "Looks at tables whose groups all bear figures or all bear Roman numerals.",
            "Chỉ xét bảng mà mọi nhóm đều đánh số La Mã hoặc đều đánh số thường."),
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
