import VanBanModel
import VanBanReading

/// What a cell of results prints: one number with its signs and words, or words.
struct MeasureCell {
    var value: Double?
    /// Whether a fraction is printed.
    var isFraction = false
    var isPercent = false
    /// `24/63`
    var of: Int?
    /// What the value is out of, which need not be whole: `9,40/ 9,5`.
    var total: Double?
    /// Of a change: +1, -1, or 0 where the sign or word says nothing.
    var sign = 0
    var isPlaces = false
    var isPoints = false
    var isUnchanged = false
    /// Whether nothing stands there: empty, `-`, `…`, `x`.
    var isBlank = false
    /// Whether words stand there that are none of a value's.
    var hasOtherWords = false

    private static let rises = ScoreWords.keys("tăng lên")
    private static let falls = ScoreWords.keys("giảm tụt xuống")
    private static let places = Lexicon.keys(.placeChanges)
    private static let points = ScoreWords.keys("điểm đ")
    private static let unchanged = Lexicon.phrases(.unchangedWords)
    private static let blanks = ScoreWords.keys("x không có")

    init(_ text: TokenText) {
        var index = 0
        var sawNumber = false
        var words = 0
        while index < text.tokens.count {
            if let phrase = text.firstMatch(Self.unchanged, at: index) {
                isUnchanged = true
                index += phrase.keys.count
                continue
            }
            let token = text.tokens[index]
            switch token.kind {
            case .number:
                guard !sawNumber, let number = DecimalNumber.at(index, in: text) else {
                    hasOtherWords = true
                    index += 1
                    continue
                }
                sawNumber = true
                value = number.value
                isFraction = number.length == 3
                index += number.length
                if text.isSign("/", at: index), let whole = DecimalNumber.at(index + 1, in: text) {
                    total = whole.value
                    of = whole.length == 1 ? Int(exactly: whole.value) : nil
                    index += 1 + whole.length
                }
                continue
            case .word:
                words += 1
                if Self.rises.contains(token.key) {
                    sign = 1
                } else if Self.falls.contains(token.key) {
                    sign = -1
                } else if Self.places.contains(token.key) {
                    isPlaces = true
                } else if Self.points.contains(token.key) {
                    isPoints = true
                } else if !Self.blanks.contains(token.key) {
                    hasOtherWords = true
                }
            case .sign:
                if token.isSign("%") { isPercent = true }
                if !sawNumber, token.isSign("-") { sign = -1 }
                if !sawNumber, token.isSign("+") || token.key == "↑" || token.key == "▲" { sign = 1 }
                if token.key == "↓" || token.key == "▼" { sign = -1 }
                if token.key == "↑" || token.key == "▲" { sign = 1 }
            }
            index += 1
        }
        isBlank = !sawNumber && !hasOtherWords && !isUnchanged && words <= 2
    }

    /// Whether it is one of so many places: both numbers are whole.
    var isPlaceOf: Bool { of != nil && !isFraction && !isPercent }

    /// Words that stand by a value stand alone: `Xếp hạng`, `Điểm`.
    var isUnit: Bool { value == nil && (isPlaces || isPoints || sign != 0) }

    /// A value that stands alone.
    var isNumber: Bool { value != nil && !hasOtherWords }
}
