import VanBanReading

/// What follows from a field that a person wrote, read as it would have been read from the source.
package enum FieldReading {
    /// The place that a section's label names in its series; nil for bullets and words that are no label.
    package static func ordinal(ofLabel label: String) -> Int? {
        for closing in [". ", ") "] {
            let text = SourceText(plain: Array((label + closing + label).utf8))
            guard let found = OutlineLabel.at(0..<text.bytes.count, in: text), found.text == label else { continue }
            return found.ordinal
        }
        return nil
    }

    /// The letters of a document's number; nil where it has none.
    package static func symbol(ofNumber number: String) -> String? { DocumentNumber.symbol(number) }

    /// The names of persons in a text, told by a surname and at least two more words with capitals; the names of provinces
    /// are none, nor are words of a name in which every word has one (`Phòng Đào Tạo Đại Học`).
    package static func personNames(in text: String) -> [String] {
        let source = SourceText(plain: Array(text.utf8))
        let words = TokenText(0..<source.bytes.count, in: source)
        var names: [String] = []
        var index = 0
        while index < words.tokens.count {
            guard let end = NamedPerson.end(at: index, in: words) else {
                index += 1
                continue
            }
            // What stands in the next column goes on with no name.
            let run = (index + 1..<end).prefix {
                words.tokens[$0 - 1].range.upperBound + 1 == words.tokens[$0].range.lowerBound
            }
            let name = words.tokens[index...index + run.count]
            let before = index > 0 && name.first?.gapBefore == .space ? words.tokens[index - 1] : nil
            let goesOn = before.map { $0.kind == .word && $0.startsUpper && !$0.isAllUpper } ?? false
            if name.count >= leastWordsOfName, !goesOn, !name.contains(where: \.isAllUpper),
                !AgencyWords.offices.stands(in: words, at: index), !PlaceGazetteer.standard.isProvince(name.map(\.key))
            {
                names.append(words.string(name.indices))
            }
            index = end
        }
        return names
    }

    private static let leastWordsOfName = 3
}
