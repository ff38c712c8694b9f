/// What the font of a run says of the letters that its characters stand for.
///
/// It is made once a font and compared for every run, so that documents without legacy fonts pay nothing.
struct FontMark: Hashable, Sendable {
    /// What the characters are in; nil where they stand for themselves.
    var encoding: LegacyEncoding?
    /// Whether letters are shown as capitals by a rule of the format, which works on what is read.
    var isCapital = false
    /// The font's number where it is one of an encoding that is not read; -1 for all others.
    var unread: Int32 = -1

    /// Characters that stand for themselves.
    static let none = FontMark()

    init() {}

    init(encoding: LegacyEncoding) { self.encoding = encoding }

    /// - Parameters:
    ///   - number: the font's own.
    ///   - usual: what text is in whose font tells nothing.
    init(font name: String, number: Int, usual: FontMark) {
        if let encoding = FontEncoding.encoding(ofFont: name) {
            self.encoding = encoding
        } else if FontEncoding.unreadEncoding(ofFont: name) != nil {
            unread = Int32(number)
        } else {
            self = usual
        }
    }

    /// The same, for text that a rule of the format shows in capitals.
    func capital(_ isCapital: Bool) -> FontMark {
        guard isCapital, encoding != nil else { return self }
        var mark = self
        mark.isCapital = true
        return mark
    }
}
