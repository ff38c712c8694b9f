/// The number of a document that a cell of times cites, and the day of the document behind it, which is no deadline:
/// `Tháng 11/2026 (Công văn số 88/SNV-CCHC ngày 01/3/2026)`.
enum CitedDay {
    /// The token behind both; nil where no such number stands at one.
    static func end(at index: Int, in tokens: TokenText) -> Int? {
        guard tokens.number(index) != nil, let number = DocumentNumber.at(index, in: tokens), number.digits != nil,
            number.isCertain
        else { return nil }
        var end = number.tokens.upperBound
        if tokens.key(end) == "," { end += 1 }
        guard let day = CitationDate.at(end, in: tokens), day.tokens.lowerBound == end else {
            return number.tokens.upperBound
        }
        return day.tokens.upperBound
    }
}
