import VanBanModel
import VanBanReading

/// Ties short mentions (`Nghị quyết 76`, `Quyết định nêu trên`) to the documents that the text cites in full.
///
/// A short mention is tied where one document alone fits it, or where the text introduces it (`sau đây gọi tắt là …`);
/// where several fit, that is said and the mention belongs to none.
struct ShortMentions {
    /// What to do with a mention.
    enum Meaning {
        /// It is of this document.
        case document(Citation)
        /// The numbers of the documents that it may be of.
        case ambiguous([String])
        /// Nothing fits, and it names no document of its own.
        case nothing
    }

    /// Documents cited in full by kind and digits, in the order of the text.
    private var byDigits: [String: [Citation]] = [:]
    private var introduced: [String: Citation] = [:]
    /// Documents cited so far, by kind; of one number once.
    private var cited: [String: [Citation]] = [:]
    private var known: Set<String> = []

    /// - Parameter citations: all of the document.
    init(_ citations: some Sequence<Citation>) {
        for citation in citations where citation.form == .full {
            guard let number = citation.number else { continue }
            let key = Self.key(citation.type, number)
            let identity = ReferenceList.identity(ofNumber: number)
            let known = byDigits[key]?.firstIndex {
                ReferenceList.identity(ofNumber: $0.number ?? "") == identity
            }
            guard let known else {
                byDigits[key, default: []].append(citation)
                continue
            }
            if byDigits[key]?[known].date == nil { byDigits[key]?[known].date = citation.date }
            if byDigits[key]?[known].issuer == nil { byDigits[key]?[known].issuer = citation.issuer }
        }
    }

    /// Notes a document that is cited in full, in the order of the text.
    mutating func note(_ citation: Citation) {
        guard let number = citation.number, known.insert(citation.type + " " + number).inserted else { return }
        cited[citation.type, default: []].append(citation)
    }

    /// Notes that a short name is introduced for a document.
    mutating func introduce(_ short: Citation, for document: Citation) {
        guard let number = short.number else { return }
        introduced[Self.key(short.type, number)] = document
    }

    /// What a mention means.
    ///
    /// - Parameter beside: the citations before it in the same stretch, which a kind alone points to first.
    func meaning(of mention: Citation, beside: some Sequence<Citation>) -> Meaning {
        guard let number = mention.number else { return meaning(ofKind: mention.type, beside: beside) }
        let key = Self.key(mention.type, number)
        if let document = introduced[key] { return .document(Self.mention(mention, of: document)) }
        if mention.form == .bare { return .nothing }
        let candidates = (byDigits[key] ?? []).filter { Self.agrees(mention, with: $0) }
        switch candidates.count {
        case 0: return .document(mention)
        case 1: return .document(Self.mention(mention, of: candidates[0]))
        default: return .ambiguous(candidates.compactMap(\.number))
        }
    }

    private func meaning(ofKind type: String, beside: some Sequence<Citation>) -> Meaning {
        var near: [Citation] = []
        for citation in beside where citation.type == type && citation.form == .full && citation.number != nil {
            if !near.contains(where: { $0.number == citation.number }) { near.append(citation) }
        }
        let candidates = near.isEmpty ? cited[type] ?? [] : near
        switch candidates.count {
        case 0: return .nothing
        case 1: return .document(candidates[0])
        default: return .ambiguous(candidates.compactMap(\.number))
        }
    }

    /// Whether year, day and issuer of a mention don't contradict a document.
    private static func agrees(_ mention: Citation, with document: Citation) -> Bool {
        if let date = mention.date, let known = document.date { return date == known }
        let cited = year(in: mention.number) ?? mention.date?.year ?? mention.year
        let known = year(in: document.number) ?? document.date?.year ?? document.year
        guard let cited, let known else { return true }
        return cited == known
    }

    /// The mention with the number of the document that it means.
    private static func mention(_ mention: Citation, of document: Citation) -> Citation {
        var mention = mention
        mention.type = document.type
        mention.number = document.number
        mention.title = nil
        return mention
    }

    private static func year(in number: String?) -> Int? {
        guard let pieces = number?.split(separator: "/"), pieces.count > 1, pieces[1].count == 4 else { return nil }
        return Int(pieces[1])
    }

    private static func key(_ type: String, _ number: String) -> String {
        let digits = number.drop { $0 == "0" }.prefix { $0 != "/" && $0 != "-" }
        return type + " " + digits
    }
}
