import VanBanReading

/// Kinds and numbers of the documents that a file has been seen to hold, to tell their annexes from those of others.
struct HeldSigns {
    private var kinds: Set<String> = []
    private var numbers: Set<String> = []
    private var bodies: Set<String> = []

    mutating func take(kindOf paragraph: Paragraph, in text: SourceText, _ gazetteer: DocumentKindGazetteer) {
        let tokens = TokenText(paragraph.stretch, in: text).tokens
        if let kind = gazetteer.kind(named: tokens.map(\.key)) { kinds.insert(kind.kind) }
    }

    mutating func take(numberOf paragraph: Paragraph, in text: SourceText) {
        let tokens = TokenText(paragraph.stretch, in: text)
        guard let start = NumberLine.numberStart(in: tokens), let number = DocumentNumber.at(start, in: tokens) else {
            return
        }
        if number.digits != nil { numbers.insert(number.text) }
        if let body = Self.body(of: number.text) { bodies.insert(body) }
    }

    /// The note of the first annex says what document it belongs to, where the file does not hold that.
    mutating func take(note: Paragraph, in text: SourceText, _ gazetteer: DocumentKindGazetteer) {
        guard kinds.isEmpty else { return }
        let tokens = TokenText(note.stretch, in: text)
        if let kind = Self.kind(in: tokens, gazetteer) { kinds.insert(kind) }
        guard let number = AttachmentNote.read(tokens).number else { return }
        numbers.insert(number)
        if let body = Self.body(of: number) { bodies.insert(body) }
    }

    /// The first kind of document that a note names.
    private static func kind(in note: TokenText, _ gazetteer: DocumentKindGazetteer) -> String? {
        note.tokens.indices.prefix(12).lazy.compactMap { gazetteer.kind(in: note, at: $0)?.kind.kind }.first
    }

    /// `UBND` of `12/QĐ-UBND`.
    private static func body(of number: String) -> String? {
        number.split { $0 == "-" || $0 == "/" }.last.map(String.init).flatMap { $0.contains { $0.isLetter } ? $0 : nil }
    }

    /// Whether a note names one of the documents by its number, or none at all.
    func isOwn(_ note: TokenText, _ gazetteer: DocumentKindGazetteer) -> Bool {
        guard let number = AttachmentNote.read(note).number else {
            // Its number is blank, as that of a draft is: then its kind says it.
            return Self.kind(in: note, gazetteer).map { kinds.contains($0) } ?? false
        }
        return numbers.contains(number) || bodies.isEmpty
            || Self.body(of: number).map { bodies.contains($0) } ?? false
    }

    /// Whether a note names a document of another kind and of another body than all that the file holds.
    func isOfAnother(_ note: TokenText, _ gazetteer: DocumentKindGazetteer) -> Bool {
        guard !kinds.isEmpty, let number = AttachmentNote.read(note).number, !numbers.contains(number) else {
            return false
        }
        guard let cited = Self.kind(in: note, gazetteer), !kinds.contains(cited), let body = Self.body(of: number)
        else { return false }
        return !bodies.contains(body)
    }
}
