import VanBanModel
import VanBanReading

/// What stands after a number or a law's name: `ngày 24/6/2022 của Chính phủ`, in either order.
struct CitationTail {
    private(set) var date: CalendarDate?
    private(set) var year: Int?
    private(set) var issuer: String?
    /// The number after a law's name: `Luật Đất đai số 31/2024/QH15`.
    private(set) var numberAfterName: DocumentNumber?
    /// The tokens of a date that the calendar does not have.
    private(set) var impossibleDate: Range<Int>?
    /// Whether the day is said to be that of several: `cùng ngày …`.
    private(set) var isCommonDate = false
    /// The token after the tail.
    private(set) var end: Int

    /// - Parameter allowsBareYear: whether a year counts without `năm` (`Luật Đất đai 2013`), as it does after a name.
    /// - Parameter isJoint: whether several bodies issued the document.
    init(from start: Int, in text: TokenText, allowsBareYear: Bool, isJoint: Bool = false) {
        end = start
        if allowsBareYear {
            if text.matches(Self.amended, at: end) { end += Self.amended.keys.count }
            takeNumber(in: text)
        }
        takeDate(in: text, allowsBareYear: allowsBareYear)
        // `ngày 20-5-2024, của Chủ tịch …`
        let hasComma = date != nil && end < text.tokens.count && text.tokens[end].isSign(",")
        if let found = CitationIssuer.at(hasComma ? end + 1 : end, in: text) {
            issuer = found.name
            end = found.tokens.upperBound
            if isJoint { takeFurtherBodies(after: found, in: text) }
            if date == nil, year == nil { takeDate(in: text, allowsBareYear: false) }
        }
    }

    /// `của Bộ Nội vụ và Bộ Tài chính`, `của Bộ Nội vụ, Bộ Tài chính - Bộ Tư pháp`
    private mutating func takeFurtherBodies(after first: CitationIssuer, in text: TokenText) {
        while end + 1 < text.tokens.count,
            text.tokens[end].key == "," || text.tokens[end].key == AgencyKey.and || text.tokens[end].isSign("-"),
            AgencyGazetteer.standard.longestMatch(in: text.tokens, at: end + 1) > 1
                || text.tokens[end + 1].key == Self.ministry && text.tokens[end + 1].startsUpper
        {
            let stop = CitationIssuer.nameEnd(from: end + 1, in: text)
            guard stop > end + 1 else { break }
            end = stop
        }
        issuer = text.string((first.tokens.lowerBound + 1)..<end)
    }

    private mutating func takeNumber(in text: TokenText) {
        var index = end
        let isBracketed = index < text.tokens.count && text.tokens[index].isSign("(")
        if isBracketed { index += 1 }
        if isBracketed, index < text.tokens.count, text.tokens[index].key == Self.law { index += 1 }
        guard index < text.tokens.count else { return }
        let isNamed = text.tokens[index].key == CitationHead.numberWord
        if isNamed {
            index += 1
            if index < text.tokens.count, text.tokens[index].key == ":" { index += 1 }
        }
        // Without `số` the number says itself that it is a law's: `91/2025/QH15`.
        guard let number = DocumentNumber.at(index, in: text), number.digits != nil,
            isNamed || number.isOfParliament && number.year != nil
        else { return }
        index = number.tokens.upperBound
        if isBracketed {
            guard index < text.tokens.count, text.tokens[index].isSign(")") else { return }
            index += 1
        }
        numberAfterName = number
        end = index
    }

    private mutating func takeDate(in text: TokenText, allowsBareYear: Bool) {
        guard end < text.tokens.count else { return }
        let opening = text.tokens[end].key
        let isBracketed = opening == "("
        var start = isBracketed || opening == "," ? end + 1 : end
        let isCommon = start < text.tokens.count && text.tokens[start].key == Self.same
        if isCommon { start += 1 }
        guard let found = CitationDate.at(start, in: text) else { return }
        let isBareYear = found.tokens.count == 1
        if isBareYear, !allowsBareYear || opening == "," { return }
        if start > end, !isBracketed, !isCommon, found.date == nil, !found.isImpossible { return }
        var stop = found.tokens.upperBound
        if isBracketed {
            guard stop < text.tokens.count, text.tokens[stop].isSign(")") else { return }
            stop += 1
        }
        isCommonDate = isCommon
        date = found.date
        year = found.year
        if found.isImpossible { impossibleDate = found.tokens }
        end = stop
    }

    private static let same = WordKey.of("cùng")
    private static let ministry = WordKey.of("bộ")
    private static let law = WordKey.of("luật")
    private static let amended = Phrase("(sửa đổi)")
}
