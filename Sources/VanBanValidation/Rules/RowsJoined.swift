import VanBanModel

/// A cell that holds two numbered tasks: row 1.2 with `1.3 …` inside it, and no row 1.3.
enum RowsJoined: Rule {
    static let description = RuleDescription(
        code: "rowsJoined", severity: .warning,
        example: "1.2 | Rà soát thủ tục hành chính 1.3 Công khai thủ tục hành chính | …")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.tasksByTable.flatMap { tasks -> [Finding] in
            let numbers = Set(tasks.compactMap(\.number))
            return tasks.compactMap { task in
                guard let number = task.number, let next = successor(of: number), !numbers.contains(next),
                    let passage = document.passages(of: task.id, "task").first
                else { return nil }
                let words = passage.printedWords
                for (index, word) in words.enumerated().dropFirst() where index + 1 < words.count {
                    guard word.text == next, next.contains(".") || isLabel(word, in: passage),
                        words[index + 1].text.first?.isUppercase == true,
                        words[index - 1].closes || words[index - 1].text.first?.isLowercase == true
                    else { continue }
                    let range = word.range.lowerBound..<words[index + 1].range.upperBound
                    return finding(
                        at: document.location(of: range, in: passage), [number, passage.string(range) + " …"])
                }
                return nil
            }
        }
    }

    /// `2.` or `2)` is a label, `2` a figure.
    private static func isLabel(_ word: Passage.PrintedWord, in passage: Passage) -> Bool {
        let end = word.range.upperBound
        guard end + 1 < passage.bytes.count else { return false }
        return (passage.bytes[end] == UInt8(ascii: ".") || passage.bytes[end] == UInt8(ascii: ")"))
            && passage.bytes[end + 1] == 0x20
    }

    private static func successor(of number: String) -> String? {
        let pieces = number.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.allSatisfy({ Int($0) != nil }), let last = pieces.last.flatMap({ Int($0) }) else { return nil }
        return (pieces.dropLast().map(String.init) + ["\(last + 1)"]).joined(separator: ".")
    }
}
