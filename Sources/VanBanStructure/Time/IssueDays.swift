import VanBanModel

/// The days on which a document's own instruments were issued, for deadlines that count from them (`15 ngày kể từ ngày
/// ký Quyết định này`).
struct IssueDays: Sendable, Hashable {
    var decision: CalendarDate?
    var plan: CalendarDate?

    /// Takes the day of an instrument; a plan without one of its own was issued with the decision that it is attached to.
    mutating func take(_ part: Part) {
        switch part.kind {
        case .decision: decision = part.issuedOn
        case .plan: plan = part.issuedOn ?? part.attachedTo?.date
        default: break
        }
    }

    /// The day that some words name; nil unless they are the signing or issue of an instrument that they call `này`.
    func day(namedBy range: Range<Int>, in tokens: TokenText) -> CalendarDate? {
        var index = range.lowerBound
        var end = range.upperBound
        if let act = tokens.firstMatch(Self.acts, at: index) {
            index += act.keys.count
        } else if tokens.key(index) == Words.day,
            let act = Self.passives.first(where: { tokens.matches($0, at: end - $0.keys.count) })
        {
            // `ngày Kế hoạch này được ban hành`
            index += 1
            end -= act.keys.count
        } else {
            return nil
        }
        guard index + 3 == end else { return nil }
        if tokens.matches(Self.decisionItself, at: index) { return decision }
        return tokens.matches(Self.planItself, at: index) ? plan : nil
    }

    private static let acts = Lexicon.phrases(.issueActs)
    private static let passives = Lexicon.phrases(.issuePassives)
    private static let decisionItself = Phrase("quyết định này")
    private static let planItself = Phrase("kế hoạch này")
}
