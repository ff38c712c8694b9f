import VanBanModel

extension ValidatedDocument {
    /// The day of issue of the document that a part belongs to: its own, or that of the document that it was issued
    /// with, as the part itself says, or as the file's first document does.
    func issueDate(of part: Int) -> CalendarDate? {
        issueDates.indices.contains(part) ? issueDates[part] : nil
    }

    static func issueDates(of parts: [Part]) -> [CalendarDate?] {
        var last: CalendarDate?
        return parts.map { part in
            last = part.issuedOn ?? last
            return part.issuedOn ?? part.attachedTo?.date ?? last
        }
    }

    /// The part that others in the file were issued with, or the only one: the first.
    var instrument: Part? { record.parts.first.flatMap { $0.kind == .appendix ? nil : $0 } }

    /// Parts that have the form of a document of their own; what is issued with another leaves most of it out.
    var instruments: [Part] {
        record.parts.filter { $0.kind != .appendix && $0.kind != .letterhead && $0.attachedTo == nil }
    }

    private static let partyWords = Lexicon.strings(.partyWords)

    /// Whether a part is a document of the State, whose form NĐ 30/2020/NĐ-CP prescribes; those of the Party have
    /// another.
    func isStateDocument(_ part: Part) -> Bool {
        if let number = part.number, let sign = DocumentSign(number), sign.isParty { return false }
        let words = (part.letterhead + [part.issuer ?? "", part.signature?.authority ?? ""]).joined(separator: " ")
            .lowercased()
        return !Self.partyWords
            .contains { words.contains($0) }
    }
}
