import VanBanModel

/// Row numbers that jump or come twice where rows below rows, or titles of groups, stand between them.
enum RowNumberJump: Rule {
    static let description = RuleDescription(
        code: "rowNumberJump", severity: .warning,
        example: "1 … a … b … 3 …")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.tasksByTable.flatMap { belowRows($0, in: document) + overGroups($0, in: document) }
            .sorted { $0.location.start < $1.location.start }
    }

    private static let letters = Array("abcdđeghiklmnopqrstuvxy")

    /// A number as its order's name and its place there: `1.2` is the second below `1`.
    private static func place(of number: String) -> (order: String, value: Int)? {
        let pieces = number.split(separator: ".", omittingEmptySubsequences: false)
        if let last = pieces.last.flatMap({ Int($0) }), pieces.allSatisfy({ Int($0) != nil }) {
            return (pieces.dropLast().joined(separator: ".") + "#", last)
        }
        guard number.count == 1, let letter = number.first, let index = letters.firstIndex(of: letter) else {
            return nil
        }
        return ("letter", index + 1)
    }

    private static func belowRows(_ tasks: [Task], in document: ValidatedDocument) -> [Finding] {
        var last: (value: Int, number: String, task: Task)?
        var between = false
        var found: [Finding] = []
        for task in tasks {
            if let known = last, known.task.group != task.group {
                last = nil
                between = false
            }
            guard let number = task.number, let place = place(of: number) else { continue }
            guard place.order == "#" else {
                between = true
                continue
            }
            if let known = last, between, place.value != known.value + 1, place.value != 1,
                !document.isTold([.rowNumberingGap, .rowNumberingRepeat], at: task.location)
            {
                found.append(
                    finding(
                        at: document.location(of: "number", of: task), [known.number, number],
                        related: [known.task.location]))
            }
            last = (place.value, number, task)
            between = false
        }
        return found
    }

    /// Numbers that run through the groups of a table: at every border but one they go on where they stood.
    private static func overGroups(_ tasks: [Task], in document: ValidatedDocument) -> [Finding] {
        var borders: [(from: Task, to: Task, goesOn: Bool)] = []
        var last: (value: Int, task: Task)?
        for task in tasks {
            guard let number = task.number, let value = Int(number) else { continue }
            if let known = last, known.task.group != task.group {
                borders.append((known.task, task, value == known.value + 1))
            }
            last = (value, task)
        }
        let wrong = borders.filter { !$0.goesOn }
        guard borders.count > 2, wrong.count == 1, let border = wrong.first else { return [] }
        return [
            finding(
                at: document.location(of: "number", of: border.to),
                [border.from.number ?? "–", border.to.number ?? "–"],
                related: [border.from.location])
        ]
    }
}
