import VanBanModel

/// `giao 25 nhiệm vụ tại Phụ lục kèm theo`, where the table has 24.
enum TaskCountMismatch: Rule {
    static let description = RuleDescription(
        code: "taskCountMismatch", severity: .warning,
        example: "giao 25 nhiệm vụ tại Phụ lục kèm theo (bảng có 24 hàng)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let tables = document.tasksByTable
        guard tables.count == 1, let tasks = tables.first else { return [] }
        var counts: Set<Int> = [tasks.count]
        counts.insert(tasks.count { $0.number.map { Int($0) != nil } ?? false })
        let above = numbersAbove(tasks)
        counts.insert(tasks.count { !above.contains($0.number ?? "–") })
        if let last = tasks.last(where: { $0.number.flatMap { Int($0) } != nil })?.number.flatMap({ Int($0) }) {
            counts.insert(last)
        }
        var found: [Finding] = []
        for passage in document.passages where passage.isProse {
            for words in passage.ranges(of: "nhiệm vụ") {
                let sentence = sentence(around: words, in: passage)
                guard sentence.contains("phụ lục"),
                    let figures = number(before: words.lowerBound, in: passage.bytes),
                    let count = Int(passage.string(figures)), count > 1, !counts.contains(count)
                else { continue }
                let range = figures.lowerBound..<words.upperBound
                found.append(
                    finding(
                        at: document.location(of: range, in: passage), [passage.string(range), "\(tasks.count)"],
                        related: [tasks[0].location]))
            }
        }
        return found
    }

    /// The numbers that have rows below them: `1` and `1.2` of `1.2.3`.
    private static func numbersAbove(_ tasks: [Task]) -> Set<String> {
        var above: Set<String> = []
        for number in tasks.compactMap(\.number) {
            for dot in number.utf8.indices where number.utf8[dot] == UInt8(ascii: ".") {
                above.insert(String(number[..<dot]))
            }
        }
        return above
    }

    private static func number(before offset: Int, in bytes: [UInt8]) -> Range<Int>? {
        guard offset > 1, bytes[offset - 1] == 0x20 else { return nil }
        var start = offset - 1
        while start > 0, bytes[start - 1] >= 0x30, bytes[start - 1] <= 0x39 { start -= 1 }
        guard start < offset - 1, start == 0 || bytes[start - 1] == 0x20, offset - 1 - start <= 3 else { return nil }
        return start..<(offset - 1)
    }

    private static func sentence(around range: Range<Int>, in passage: Passage) -> String {
        let ends: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ";")]
        let start = passage.bytes[..<range.lowerBound].lastIndex { ends.contains($0) } ?? 0
        let end = passage.bytes[range.upperBound...].firstIndex { ends.contains($0) } ?? passage.bytes.count
        return passage.string(start..<end).lowercased()
    }
}
