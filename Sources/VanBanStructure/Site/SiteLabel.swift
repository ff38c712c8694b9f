import VanBanReading

/// What a line of a web site's list says of a document: `Số hiệu`, `Loại văn bản`, `Người ký`, …
///
/// The labels are those of the legal sites (thuvienphapluat.vn, vbpl.vn, luatvietnam.vn, hethongphapluat.com) and of
/// the portals of offices.
enum SiteLabel: String, Sendable, Hashable, CaseIterable {
    case number, type, issuer, signer, position, issuedOn, effectiveOn, gazetteDate, gazetteNumber, status, title
    /// `Cơ quan ban hành/ Chức danh / Người ký`: three values behind one label.
    case issuerPositionSigner
    /// Field of law, scope, day of expiry and whatever else a site tells.
    case other

    private static let phrases: [(label: SiteLabel, phrase: Phrase)] =
        Lexicon.values(.siteLabels, as: SiteLabel.self).map { ($1, Phrase($0)) }
        .sorted { $0.phrase.keys.count > $1.phrase.keys.count }

    private static let byFirstKey: [String: [(label: SiteLabel, phrase: Phrase)]] =
        Dictionary(grouping: phrases) { $0.phrase.keys.first ?? "" }

    /// The label that stands at a token, and how many tokens it takes.
    static func at(_ index: Int, in tokens: TokenText) -> (label: SiteLabel, length: Int)? {
        guard tokens.tokens.indices.contains(index), tokens.tokens[index].startsUpper,
            let entry = byFirstKey[tokens.tokens[index].key]?.first(where: { tokens.matches($0.phrase, at: index) })
        else { return nil }
        return (entry.label, entry.phrase.keys.count)
    }

    /// Whether a label may begin with a token.
    static func mayBegin(with token: Token) -> Bool { token.startsUpper && byFirstKey[token.key] != nil }

    /// Whether the label says a day.
    var isDay: Bool { self == .issuedOn || self == .effectiveOn || self == .gazetteDate }
}
