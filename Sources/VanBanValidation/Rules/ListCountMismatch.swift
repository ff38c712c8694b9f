import VanBanModel

/// `gồm 05 nhiệm vụ sau:` over a list of four.
enum ListCountMismatch: Rule {
    static let description = RuleDescription(
        code: "listCountMismatch", severity: .warning,
        example: "Kế hoạch gồm 05 nhiệm vụ sau: 1. … 2. … 3. … 4. …")

    static let nouns = Lexicon.strings(.listedNouns)

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for part in document.record.parts { visit(part.sections, in: document, &found) }
        return found
    }

    private static func visit(_ sections: [Section], in document: ValidatedDocument, _ found: inout [Finding]) {
        for section in sections {
            if let one = check(section, in: document) { found.append(one) }
            visit(section.children, in: document, &found)
        }
    }

    private static func check(_ section: Section, in document: ValidatedDocument) -> Finding? {
        let items = section.children.filter { $0.kind != .paragraph }
        guard items.count > 1, Set(items.map(\.kind)).count == 1,
            section.children.first.map({ $0.kind != .paragraph }) == true
        else { return nil }
        let fields = ["text", "heading"].compactMap { document.passages(of: section.id, $0).last }
        guard let passage = fields.first(where: { $0.bytes.last == UInt8(ascii: ":") }),
            let announced = announced(in: passage), announced.count != items.count
        else { return nil }
        return finding(
            at: document.location(of: announced.range, in: passage),
            [passage.string(announced.range), "\(items.count)"], related: items.map(\.location))
    }

    private static let farthest = 12

    /// The one number of things in the last sentence.
    private static func announced(in passage: Passage) -> (count: Int, range: Range<Int>)? {
        let words = passage.printedWords
        let start = words.indices.dropLast().last { index in
            let between = passage.bytes[words[index].range.upperBound..<words[index + 1].range.lowerBound]
            return between.contains(UInt8(ascii: ".")) || between.contains(UInt8(ascii: ";"))
        }
        let sentence = words[(start.map { $0 + 1 } ?? 0)...]
        let text = sentence.map(\.text).joined(separator: " ").lowercased()
        if text.contains("trong đó") || text.contains("trên") || text.contains("/") { return nil }
        var found: (count: Int, range: Range<Int>)?
        for (index, word) in zip(sentence.indices, sentence) {
            guard word.text.utf8.count <= 2, let count = Int(word.text), (2...40).contains(count), !word.closes else {
                continue
            }
            for noun in nouns {
                let length = noun.split(separator: " ").count
                let last = index + length
                // What stands far from the colon counts something else.
                guard last < sentence.endIndex, sentence.endIndex - last <= farthest,
                    words[(index + 1)...last].map(\.text).joined(separator: " ").lowercased() == noun
                else { continue }
                if found != nil, found?.range.lowerBound != word.range.lowerBound { return nil }
                found = (count, word.range.lowerBound..<words[last].range.upperBound)
            }
        }
        return found
    }
}
