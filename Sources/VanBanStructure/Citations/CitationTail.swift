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
    /// The token after the tail.
    private(set) var end: Int

    /// - Parameter allowsBareYear: whether a year counts without `năm` (`Luật Đất đai 2013`), as it does after a name.
    init(from start: Int, in text: TokenText, allowsBareYear: Bool) {
        end = start
        if allowsBareYear {
            if text.matches(Self.amended, at: end) { end += Self.amended.keys.count }
            takeNumber(in: text)
        }
        takeDate(in: text, allowsBareYear: allowsBareYear)
        if let found = CitationIssuer.at(end, in: text) {
            issuer = found.name
            end = found.tokens.upperBound
            if date == nil, year == nil { takeDate(in: text, allowsBareYear: false) }
        }
    }

    private mutating func takeNumber(in text: TokenText) {
        var index = end
        let isBracketed = index < text.tokens.count && text.tokens[index].isSign("(")
        if isBracketed { index += 1 }
        if isBracketed, index < text.tokens.count, text.tokens[index].key == Self.law { index += 1 }
        guard index < text.tokens.count, text.tokens[index].key == CitationHead.numberWord else { return }
        index += 1
        if index < text.tokens.count, text.tokens[index].key == ":" { index += 1 }
        guard let number = DocumentNumber.at(index, in: text), number.digits != nil else { return }
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
        let start = isBracketed || opening == "," ? end + 1 : end
        guard let found = CitationDate.at(start, in: text) else { return }
        let isBareYear = found.tokens.count == 1
        if isBareYear, !allowsBareYear || opening == "," { return }
        if start > end, !isBracketed, found.date == nil, !found.isImpossible { return }
        var stop = found.tokens.upperBound
        if isBracketed {
            guard stop < text.tokens.count, text.tokens[stop].isSign(")") else { return }
            stop += 1
        }
        date = found.date
        year = found.year
        if found.isImpossible { impossibleDate = found.tokens }
        end = stop
    }

    private static let law = WordKey.of("luật")
    private static let amended = Phrase("(sửa đổi)")
}
