import VanBanModel

/// `(có Phụ lục II kèm theo)` in a file that ends with Phụ lục I.
enum PromisedAppendixAbsent: Rule {
    static let description = RuleDescription(
        code: "promisedAppendixAbsent", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1",
        example: "(có Phụ lục II kèm theo) … Phụ lục I")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let appendices = document.record.parts.filter { $0.kind == .appendix }
        guard !appendices.isEmpty else { return [] }
        var numbers: Set<Int> = []
        for (index, part) in appendices.enumerated() {
            numbers.insert(AppendixNumber.value(ofTitle: part.typeName ?? "") ?? index + 1)
        }
        let names = appendices.map { $0.typeName ?? "Phụ lục" }.joined(separator: ", ")
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell {
            for words in passage.ranges(of: "phụ lục") {
                let rest = String(decoding: passage.bytes[words.upperBound...].prefix(160), as: UTF8.self)
                let pieces = rest.split(maxSplits: 3, omittingEmptySubsequences: true) {
                    $0 == " " || $0 == ")" || $0 == ","
                }
                guard rest.hasPrefix(" "), var word = pieces.first else { continue }
                var length = 1 + word.utf8.count
                if word == "số", pieces.count > 1 {
                    word = pieces[1]
                    length += 1 + word.utf8.count
                }
                let trimmed = word.prefix { $0.isLetter || $0.isNumber }
                guard let number = AppendixNumber.value(of: trimmed), !numbers.contains(number),
                    !isOfAnother(rest.dropFirst(length))
                else { continue }
                length -= word.utf8.count - trimmed.utf8.count
                let range = words.lowerBound..<(words.upperBound + length)
                found.append(
                    finding(at: document.location(of: range, in: passage), [passage.string(range), names]))
            }
        }
        return found
    }

    private static let kinds = Lexicon.strings(.citedKinds)

    /// Whether the appendix is that of a document that is named behind it: `Phụ lục II Nghị định số …`,
    /// `Phụ lục V ban hành kèm theo Quyết định 12/QĐ-TTg`. `Phụ lục II kèm theo Kế hoạch này` is the document's own.
    private static func isOfAnother(_ rest: Substring) -> Bool {
        let clause = rest.prefix { $0 != ";" && $0 != "." && $0 != ")" }.lowercased()
        if clause.hasPrefix(" số ") || clause.contains(" số ") { return true }
        return kinds.contains { kind in
            guard let place = clause.firstRange(of: kind) else { return false }
            let behind = clause[place.upperBound...]
            return !behind.hasPrefix(" này") && (behind.prefix(16).contains { $0.isNumber } || kind == "luật")
        }
    }
}
