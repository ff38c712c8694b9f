import VanBanReading

/// A law, code or ordinance (or the constitution) that is cited by name: `Luật Đất đai`, `Bộ luật Lao động`.
///
/// A law is cited by its name, without number and body (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, chương II, mục 6),
/// so where the name ends decides everything: a known name ends where ``LawNames`` says, any other before a date,
/// a mark of punctuation or a word that no name goes on with.
struct LawCitation: Sendable {
    var type: String
    /// The tokens of the name; empty for the constitution.
    var name: Range<Int>
    /// The kind and the name.
    var tokens: Range<Int>

    /// The law that is named at a token; nil for `pháp luật`, `Luật này`, `Luật số …` and the like.
    static func at(_ index: Int, in text: TokenText) -> LawCitation? {
        guard let head = head(at: index, in: text) else { return nil }
        if head.type == constitution { return constitution(head, at: index, in: text) }
        var start = head.end
        if start < text.tokens.count, text.tokens[start].key == ":" { start += 1 }
        if start < text.tokens.count, text.tokens[start].key == about { start += 1 }
        guard let end = nameEnd(at: start, head: head, in: text) else { return nil }
        return LawCitation(type: head.type, name: start..<end, tokens: index..<end)
    }

    /// Another law of the same list (`các Luật Đất đai, Xây dựng và Đầu tư`) at a token after the last one.
    func next(in text: TokenText) -> LawCitation? {
        let opening = tokens.lowerBound
        guard opening > 0, text.tokens[opening - 1].key == Self.plural else { return nil }
        return Self.item(ofType: type, after: tokens.upperBound, in: text)
    }

    /// The item of a list of laws after a token, if a comma or `và` and a known name follow.
    static func item(ofType type: String, after end: Int, in text: TokenText) -> LawCitation? {
        guard end + 1 < text.tokens.count, text.tokens[end].key == "," || text.tokens[end].key == AgencyKey.and,
            text.tokens[end + 1].startsUpper, let stop = LawNames.all.end(at: end + 1, in: text)
        else { return nil }
        return LawCitation(type: type, name: (end + 1)..<stop, tokens: (end + 1)..<stop)
    }

    /// Where the subject of an amending law ends that begins at a token (`sửa đổi, bổ sung một số điều của Luật …`);
    /// the laws that it amends are part of it.
    static func amendmentEnd(from start: Int, in text: TokenText) -> Int? {
        guard text.firstMatch(amendments, at: start) != nil else { return nil }
        var index = start
        while index < text.tokens.count, index - start < longestAmendment {
            let token = text.tokens[index]
            if index > start, let end = amendedLaws(at: index, in: text) { return end }
            if token.kind == .word {
                if CitationDate.at(index, in: text) != nil { return index }
                if text.matches(numberWord, at: index), DocumentNumber.at(index + 1, in: text) != nil { return index }
            } else if token.kind != .number {
                guard token.key == ",", index == start + 2 else { break }
            }
            index += 1
        }
        return index > start + 2 ? index : nil
    }

    /// The token after `Luật A, Luật B và Luật C` at a token.
    private static func amendedLaws(at index: Int, in text: TokenText) -> Int? {
        guard var end = namedLaw(at: index, in: text) else { return nil }
        while end < text.tokens.count, text.tokens[end].key == "," || text.tokens[end].key == AgencyKey.and,
            let next = namedLaw(at: end + 1, in: text)
        {
            end = next
        }
        return end
    }

    private static func namedLaw(at index: Int, in text: TokenText) -> Int? {
        guard let head = head(at: index, in: text), head.type != constitution,
            text.firstMatch(amendments, at: head.end) == nil
        else { return nil }
        return nameEnd(at: head.end, head: head, in: text)
    }

    // MARK: The kind

    private struct Head {
        var type: String
        var end: Int
        var isCapital: Bool
    }

    private static func head(at index: Int, in text: TokenText) -> Head? {
        guard index < text.tokens.count else { return nil }
        let token = text.tokens[index]
        let next = index + 1 < text.tokens.count ? text.tokens[index + 1] : nil
        switch token.key {
        case law:
            guard index == 0 || !wordsBeforeNoLaw.contains(text.tokens[index - 1].key) else { return nil }
            if !token.startsUpper, index > 0, text.tokens[index - 1].key == definition { return nil }
            return Head(type: "Luật", end: index + 1, isCapital: token.startsUpper)
        case code where next?.key == law:
            return Head(
                type: "Bộ luật", end: index + 2, isCapital: token.startsUpper || next?.startsUpper == true)
        case legal where next?.key == order:
            return Head(type: "Pháp lệnh", end: index + 2, isCapital: token.startsUpper)
        case founding where next?.key == legal && token.startsUpper:
            return Head(type: constitution, end: index + 2, isCapital: true)
        default:
            return nil
        }
    }

    private static func constitution(_ head: Head, at index: Int, in text: TokenText) -> LawCitation? {
        var end = head.end
        if text.matches(republic, at: end) { end += republic.keys.count }
        guard end > head.end || CitationDate.at(end, in: text) != nil else { return nil }
        return LawCitation(type: head.type, name: end..<end, tokens: index..<end)
    }

    // MARK: The name

    private static func nameEnd(at start: Int, head: Head, in text: TokenText) -> Int? {
        guard start < text.tokens.count, text.tokens[start].kind == .word else { return nil }
        if head.isCapital, let end = amendmentEnd(from: start, in: text) { return end }
        if let end = LawNames.all.end(at: start, in: text) {
            if end - start > 1 { return end }
            // One word in small letters may be any word (`Luật hội …`), unless a date shows that the name is over.
            let isName = text.tokens[start].startsUpper || CitationDate.at(end, in: text) != nil
            return head.isCapital && isName ? end : nil
        }
        guard head.isCapital else { return nil }
        return unknownNameEnd(at: start, in: text)
    }

    /// A name that the list does not hold. In small letters it counts only with a date behind it.
    private static func unknownNameEnd(at start: Int, in text: TokenText) -> Int? {
        guard !wordsAfterNoLaw.contains(text.tokens[start].key) else { return nil }
        var index = start
        while index < text.tokens.count, index - start < longestName {
            let token = text.tokens[index]
            if token.kind != .word {
                // `KH&CN`
                if token.isSign("&"), text.isGlued(index), text.isGlued(index + 1), index > start {
                    index += 1
                    continue
                }
                // `Phòng, chống …` goes on after its first word.
                guard token.key == ",", index == start + 1, index + 1 < text.tokens.count,
                    text.tokens[index + 1].kind == .word, !text.tokens[index + 1].startsUpper
                else { break }
            } else if head(at: index, in: text) != nil || text.firstMatch(nameStops, at: index) != nil {
                break
            }
            index += 1
        }
        guard index > start else { return nil }
        if text.tokens[start].startsUpper { return index }
        guard let date = CitationDate.at(index, in: text), date.tokens.count > 1 else { return nil }
        return index
    }

    private static let constitution = "Hiến pháp"
    private static let law = WordKey.of("luật")
    private static let code = WordKey.of("bộ")
    private static let legal = WordKey.of("pháp")
    private static let order = WordKey.of("lệnh")
    private static let founding = WordKey.of("hiến")
    private static let about = WordKey.of("về")
    private static let plural = WordKey.of("các")
    private static let definition = WordKey.of("định")
    private static let numberWord = Phrase("số")
    private static let republic = Phrase("nước Cộng hòa xã hội chủ nghĩa Việt Nam")
    private static let amendments = Phrase.list(["sửa đổi", "bổ sung", "bãi bỏ"])
    private static let longestName = 14
    private static let longestAmendment = 120

    /// `pháp luật`, `kỷ luật`, `quy luật`, `Đại học Luật`, `Khoa Luật`.
    private static let wordsBeforeNoLaw = Lexicon.keys(.wordsBeforeNoLaw)

    /// `luật sư`, `luật gia`, `Luật này`, `Luật số …`.
    private static let wordsAfterNoLaw = Lexicon.keys(.wordsAfterNoLaw)

    private static let nameStops = Lexicon.phrases(.lawNameStops)
}
