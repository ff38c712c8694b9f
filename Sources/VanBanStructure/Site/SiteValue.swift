import VanBanModel
import VanBanReading

/// What the values of a web site's list say.
enum SiteValue {
    private static let blanks = Set(
        Lexicon.strings(.siteBlanks).map { Phrase($0).keys.joined(separator: " ") })

    /// Whether the site says that it does not know (`Đang cập nhật`), or nothing.
    static func isBlank(_ stretch: Stretch, in text: SourceText) -> Bool {
        let words = TokenText(stretch, in: text).tokens.filter { $0.kind == .word || $0.kind == .number }
        return words.isEmpty || blanks.contains(words.map(\.key).joined(separator: " "))
    }

    /// The words; nil where the site leaves them blank.
    static func words(_ stretch: Stretch, in text: SourceText) -> String? {
        isBlank(stretch, in: text) ? nil : text.string(stretch)
    }

    /// Number and sign without spaces; nil where the value is none.
    static func number(_ stretch: Stretch, in text: SourceText) -> String? {
        let tokens = TokenText(stretch, in: text)
        let start = tokens.tokens.first?.key == numberWord ? 1 : 0
        guard let found = DocumentNumber.at(start, in: tokens), found.digits != nil else { return nil }
        return found.text
    }

    private static let numberWord = WordKey.of("số")

    /// The day that the value is; nil where it is none.
    static func day(_ stretch: Stretch, in text: SourceText) -> CalendarDate? {
        let tokens = TokenText(stretch, in: text)
        guard let first = tokens.tokens.first else { return nil }
        if first.value != nil, first.range.count == 4 { return CalendarDate(iso: text.string(stretch)) }
        return DateReader.date(at: 0, in: tokens, defaultYear: nil)?.date
    }

    /// Whether a value is what its label says.
    static func isWellFormed(_ field: SiteField, in text: SourceText) -> Bool {
        guard !field.value.isEmpty else { return false }
        if field.label == .number { return number(field.value, in: text) != nil }
        if isBlank(field.value, in: text) { return true }
        if field.label.isDay { return day(field.value, in: text) != nil }
        switch field.label {
        case .type:
            let keys = TokenText(field.value, in: text).tokens.map(\.key)
            return DocumentKindGazetteer.standard.kind(named: keys) != nil
        case .signer: return PersonName.matches(field.value, in: text)
        case .status, .issuer, .gazetteNumber, .issuerPositionSigner: return text.width(of: field.value.hull) < 120
        default: return false
        }
    }
}
