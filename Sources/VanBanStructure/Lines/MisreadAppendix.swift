import VanBanReading

/// The head of an appendix as recognition spoils it: `cPhụlục`, `PHULUC`. It is one where the letters are its own but for
/// one that is stray, nothing else stands on the line, a page turns right before it behind the signing block, and the
/// text promises an appendix.
enum MisreadAppendix {
    static func settle(_ lines: inout [Line], in text: SourceText) {
        for index in lines.indices.dropFirst()
        where lines[index].kind == .text && lines[index].width <= longest && isHead(lines[index].range, in: text) {
            let above = lines[index - 1]
            let isNumber = above.kind == .text && isPageNumber(above.range, in: text)
            guard isNumber || lines[index].pageBreakBefore || above.kind == .pageNumber,
                lines[..<index].contains(where: { $0.kind == .recipientsHead || $0.kind == .authority }),
                lines[..<index].contains(where: { promises($0.range, in: text) })
            else { continue }
            lines[index].kind = .appendixHead
            if isNumber { lines[index - 1].kind = .pageNumber }
        }
    }

    /// The width of a line that holds the two words, spaces between letters and a stray one among them.
    private static let longest = 16
    private static let letters = "phuluc"

    private static func isHead(_ range: Range<Int>, in text: SourceText) -> Bool {
        let scalars = text.string(range).decomposed.unicodeScalars
        let base = String(String.UnicodeScalarView(scalars.filter { $0.isASCII && $0.properties.isAlphabetic }))
            .lowercased()
        guard scalars.allSatisfy({ !$0.properties.isAlphabetic || $0.isASCII }) else { return false }
        return base == letters || base.dropFirst() == letters || base.dropLast() == letters
    }

    private static func isPageNumber(_ range: Range<Int>, in text: SourceText) -> Bool {
        range.count <= 3 && range.allSatisfy { CharacterClass.isDigit(text.bytes[$0]) }
    }

    private static func promises(_ range: Range<Int>, in text: SourceText) -> Bool {
        let keys = WordKeys.joined(text.string(range))
        return phrases.contains { keys.contains($0) }
    }

    private static let phrases = Lexicon.strings(.appendixPromises).map { WordKeys.joined($0) }
}
