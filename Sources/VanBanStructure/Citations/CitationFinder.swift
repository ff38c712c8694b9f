import VanBanModel
import VanBanReading

/// Finds the documents that a stretch of text cites.
///
/// One pass over the tokens: a law's name and a document's number are the two things that open a citation; kind and
/// `số` are looked up to the left of a number, date and issuer to its right.
struct CitationFinder: Sendable {
    init() {}

    /// The mentions in the order of the text, and dates that the calendar does not have.
    func citations(
        in stretch: Stretch, of text: SourceText, at place: CitationPlace = .text
    ) -> (citations: [Citation], diagnostics: [Diagnostic]) {
        let figures = MisreadFigures(TokenText(stretch, in: text))
        var pass = CitationPass(text: figures.tokens)
        pass.run()
        guard !pass.found.isEmpty else { return ([], pass.diagnostics) }
        let relations = CitationRelations(pass.found, in: pass.text, at: place)
        return (relations.citations(), pass.diagnostics + figures.diagnostics(within: pass.found.map(\.tokens)))
    }
}

/// A citation with what its neighbours in a list need to know of it.
struct FoundCitation {
    var citation: Citation
    /// Kind to issuer or date.
    var tokens: Range<Int>
    var number: DocumentNumber?
    /// Whether the kind stands before this number itself.
    var hasOwnKind: Bool
    /// Whether only a comma or `và` stands between it and the citation before.
    var continuesList: Bool
    /// The document's subject.
    var title: Range<Int>?

    /// The token after the citation and its subject.
    var end: Int { max(tokens.upperBound, title?.upperBound ?? 0) }
}

/// One pass of the finder over one stretch.
struct CitationPass {
    let text: TokenText
    private(set) var found: [FoundCitation] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let kinds = CitedKind.all

    init(text: TokenText) {
        self.text = text
    }

    mutating func run() {
        var index = 0
        while index < text.tokens.count {
            if text.tokens[index].kind == .word, let law = LawCitation.at(index, in: text) {
                index = add(law)
            } else if let number = number(at: index) {
                index = add(number)
            } else {
                noteUnreadNumber(at: index)
                index = addShort(at: index) ?? index + 1
            }
        }
        addTitles()
    }

    // MARK: Laws

    private mutating func add(_ law: LawCitation) -> Int {
        let title = law.name.isEmpty ? nil : text.string(law.name)
        var tail = CitationTail(from: law.tokens.upperBound, in: text, allowsBareYear: true)
        let number = tail.numberAfterName
        noteImpossibleDate(tail)
        append(
            Citation(
                type: law.type, number: number?.text, date: tail.date, year: tail.year, issuer: tail.issuer,
                title: title, range: 0..<0, text: ""),
            tokens: law.tokens.lowerBound..<tail.end, number: number, hasOwnKind: true)
        var last = law
        while number == nil, tail.end == last.tokens.upperBound, let item = plural(law, after: last) {
            tail = CitationTail(from: item.tokens.upperBound, in: text, allowsBareYear: true)
            noteImpossibleDate(tail)
            append(
                Citation(
                    type: law.type, number: tail.numberAfterName?.text, date: tail.date, year: tail.year,
                    issuer: tail.issuer, title: text.string(item.name), range: 0..<0, text: ""),
                tokens: item.tokens.lowerBound..<tail.end, number: nil, hasOwnKind: false)
            last = item
        }
        return tail.end
    }

    private func plural(_ law: LawCitation, after last: LawCitation) -> LawCitation? {
        guard law.next(in: text) != nil else { return nil }
        return LawCitation.item(ofType: law.type, after: last.tokens.upperBound, in: text)
    }

    // MARK: Numbers

    private func number(at index: Int) -> DocumentNumber? {
        let token = text.tokens[index]
        guard token.kind == .number else { return nil }
        if index > 0, token.gapBefore == .none {
            let before = text.tokens[index - 1]
            if before.isSign("/") || before.isSign("-") || before.isSign(".") { return nil }
        }
        return DocumentNumber.at(index, in: text)
    }

    private mutating func add(_ number: DocumentNumber) -> Int {
        let elided = elidedNumbers(before: number.tokens.lowerBound)
        let first = elided.first?.lowerBound ?? number.tokens.lowerBound
        let head = CitationHead(before: first, sign: number, in: text)
        let previous = found.last
        let continues = previous.map { continuesList(from: $0.tokens.upperBound, to: head.start) } ?? false
        guard number.isCertain || head.isNamed || (continues && previous?.number?.sign == number.sign) else {
            return number.tokens.upperBound
        }
        var type = head.type ?? signType(of: number)
        if head.type == nil, continues, let previous, let other = previous.number,
            other.kindLetters == number.kindLetters || kinds.type(ofSign: number.kindLetters) == nil
        {
            type = previous.citation.type
        }
        let isJoint = number.kindLetters.hasSuffix("LT") || type.hasSuffix(Self.joint)
        let tail = CitationTail(from: number.tokens.upperBound, in: text, allowsBareYear: false, isJoint: isJoint)
        noteImpossibleDate(tail)
        noteMispunctuated(number)
        noteCutShort(number)
        noteMisreadSign(number, of: type, isNamed: head.type != nil)
        let tokens = head.start..<tail.end
        var citation = Citation(
            type: type, number: number.text, date: tail.date, year: tail.year, issuer: tail.issuer ?? head.issuer,
            title: nil, range: 0..<0, text: "")
        for (position, digits) in elided.enumerated() {
            citation.number = text.tokens[digits.lowerBound].key + number.sign
            append(
                citation, tokens: tokens, number: number, hasOwnKind: position == 0 && head.type != nil,
                continuesList: position > 0 || continues)
        }
        // A part of a number is none.
        citation.number = number.isCutShort ? nil : number.text
        append(
            citation, tokens: tokens, number: number, hasOwnKind: elided.isEmpty && head.type != nil,
            continuesList: !elided.isEmpty || continues)
        shareTail(year: number.year, isCommonDate: tail.isCommonDate)
        return amendedLawsEnd(type: type, from: tail.end) ?? tail.end
    }

    /// The bare numbers of `số 12, 15 và 17/QĐ-UBND` before the last.
    private func elidedNumbers(before index: Int) -> [Range<Int>] {
        var numbers: [Range<Int>] = []
        var position = index
        while numbers.count < Self.longestList {
            var end = position
            if end > 0, text.tokens[end - 1].key == CitationHead.numberWord { end -= 1 }
            guard end > 1, isListSign(end - 1), text.tokens[end - 2].value != nil,
                text.tokens[end - 2].range.count <= 5,
                end < 3 || text.tokens[end - 2].gapBefore != .none
            else { break }
            position = end - 2
            numbers.append(position..<(position + 1))
        }
        guard !numbers.isEmpty, CitationHead.isNamed(before: position, in: text) else { return [] }
        return numbers.reversed()
    }

    private func isListSign(_ index: Int) -> Bool {
        let key = text.tokens[index].key
        return key == "," || key == AgencyKey.and
    }

    /// Whether only list signs (and `số`, `các`) stand between two tokens, at least one of them.
    private func continuesList(from start: Int, to end: Int) -> Bool {
        guard start < end, end - start <= 3 else { return false }
        var hasSign = false
        for index in start..<end {
            let key = text.tokens[index].key
            if isListSign(index) { hasSign = true } else if key != CitationHead.plural { return false }
        }
        return hasSign
    }

    private func signType(of number: DocumentNumber) -> String {
        if let type = kinds.type(ofSign: number.kindLetters) { return type }
        let isLetter = number.year == nil && number.text.contains("-")
        return isLetter ? "Công văn" : "Văn bản"
    }

    /// Gives what the last citation of a list says of all: `Nghị định số 1/2020/… và Nghị định số 2/2020/… ngày … của …`.
    /// A date passes on only within a list under one kind, or where the year in the number agrees with it.
    private mutating func shareTail(year: Int?, isCommonDate: Bool) {
        guard var index = found.indices.last, let last = found.last else { return }
        // Nothing to share, and no need to walk back through the list for each of its items.
        guard last.citation.issuer != nil || last.citation.date != nil || last.citation.year != nil else { return }
        var underOneKind = true
        while index > 0, found[index].continuesList {
            underOneKind = underOneKind && !found[index].hasOwnKind
            index -= 1
            guard found[index].number?.sign == last.number?.sign, found[index].citation.issuer == nil else { return }
            if found[index].citation.date != nil || found[index].citation.year != nil {
                // Days of their own; a body that is named behind the last is that of all under one kind.
                guard underOneKind else { return }
                found[index].citation.issuer = last.citation.issuer
                continue
            }
            found[index].citation.issuer = last.citation.issuer
            if underOneKind || isCommonDate || (year != nil && year == last.citation.date?.year) {
                found[index].citation.date = last.citation.date
                found[index].citation.year = last.citation.year
            }
        }
    }

    /// The laws that a numbered law amends are part of its name.
    private mutating func amendedLawsEnd(type: String, from start: Int) -> Int? {
        guard type == "Luật" || type == "Bộ luật" || type == "Pháp lệnh", start < text.tokens.count else { return nil }
        let name = text.tokens[start].key == CitationHead.about ? start + 1 : start
        guard name < text.tokens.count,
            let end = LawCitation.amendmentEnd(from: name, in: text) ?? LawNames.all.end(at: name, in: text)
        else { return nil }
        found[found.count - 1].citation.title = text.string(name..<end)
        return end
    }

    // MARK: Short names

    /// A number without its sign, or a kind that points back; the token after it.
    private mutating func addShort(at index: Int) -> Int? {
        let token = text.tokens[index]
        if token.kind == .word { return addAbove(index) }
        guard token.kind == .number, let short = ShortNumber.at(index, in: text),
            !ShortNumber.listEndsWithSign(after: short.tokens.upperBound, in: text)
        else { return nil }
        var end = append(short, hasOwnKind: true)
        while end + 1 < text.tokens.count, isListSign(end),
            let item = ShortNumber.item(at: end + 1, ofType: short.type, in: text)
        {
            end = append(item, hasOwnKind: false)
        }
        shareTailOfShorts()
        return end
    }

    /// `Nghị quyết 18, 19 của Trung ương`
    private mutating func shareTailOfShorts() {
        guard let last = found.last, last.continuesList else { return }
        var index = found.count - 1
        while index > 0, found[index].continuesList, found[index - 1].citation.issuer == nil,
            found[index - 1].citation.date == nil
        {
            index -= 1
            found[index].citation.issuer = last.citation.issuer
            found[index].citation.date = last.citation.date
            found[index].citation.year = last.citation.year
        }
    }

    private mutating func append(_ short: ShortNumber, hasOwnKind: Bool) -> Int {
        let tail = CitationTail(from: short.tokens.upperBound, in: text, allowsBareYear: false)
        noteImpossibleDate(tail)
        append(
            Citation(
                type: short.type, number: short.number, date: tail.date, year: tail.year, issuer: tail.issuer,
                title: nil, range: 0..<0, text: "", form: short.mayCount ? .bare : .short),
            tokens: short.tokens.lowerBound..<tail.end, number: nil, hasOwnKind: hasOwnKind,
            continuesList: !hasOwnKind)
        return tail.end
    }

    /// `Quyết định nêu trên`
    private mutating func addAbove(_ index: Int) -> Int? {
        guard text.firstMatch(Self.above, at: index) != nil,
            let kind = kinds.name(endingBefore: index, in: text), text.tokens[kind.start].startsUpper,
            kind.start == 0 || !Self.plurals.contains(text.tokens[kind.start - 1].key)
        else { return nil }
        append(
            Citation(
                type: kind.type, number: nil, date: nil, year: nil, issuer: nil, title: nil, range: 0..<0, text: "",
                form: .above),
            tokens: kind.start..<(index + 2), number: nil, hasOwnKind: true)
        return index + 2
    }

    private static let above = Lexicon.phrases(.citedAbove)
    private static let plurals = Lexicon.keys(.citationPlurals)

    // MARK: Both

    private mutating func append(
        _ citation: Citation, tokens: Range<Int>, number: DocumentNumber?, hasOwnKind: Bool, continuesList: Bool = false
    ) {
        var citation = citation
        let stretch = text.stretch(tokens)
        citation.range = stretch.hull
        citation.text = text.source.string(stretch)
        found.append(
            FoundCitation(
                citation: citation, tokens: tokens, number: number, hasOwnKind: hasOwnKind,
                continuesList: continuesList))
    }

    private static let joint = "liên tịch"

    /// How many bare numbers may share one sign.
    static let longestList = 100

    /// `24/2026//NQ-CP` has one stroke too many, `QĐ TTg` a blank for its dash.
    private mutating func noteMispunctuated(_ number: DocumentNumber) {
        guard number.isMispunctuated else { return }
        let stretch = text.stretch(number.tokens)
        diagnostics.append(
            Diagnostic(
                .misreadFigure, at: text.source.location(of: stretch.hull),
                arguments: [text.source.string(stretch), number.text]))
    }

    /// `118/2025/NĐ-` goes on in a way that could not be read.
    private mutating func noteCutShort(_ number: DocumentNumber) {
        guard number.isCutShort else { return }
        let end = min(text.tokens.count, number.tokens.upperBound + 2)
        unread(number.tokens.lowerBound..<end)
    }

    private static let decree = "Nghị định"
    private static let numbered = Set(Lexicon.strings(.numberedKinds))

    /// Whether letters are the sign of a kind, with the strokes of its letters or typed without: `NĐ`, `ND`.
    private func isSign(_ letters: String) -> Bool {
        kinds.type(ofSign: letters) != nil || kinds.type(ofSign: letters.replacing("D", with: "Đ")) != nil
    }

    /// Letters that signs do not have, or that stand where a digit does: `118/2025/NO-CP`, `118/2025/NĐ.CP`, `11B/2025/…`.
    private mutating func noteMisreadSign(_ number: DocumentNumber, of type: String, isNamed: Bool) {
        guard isNamed, Self.numbered.contains(type), !number.isCutShort else { return }
        let isKind = isSign(number.kindLetters) || number.isOfParliament
        let isDecree = type == Self.decree && number.year.map { $0 >= 1997 } ?? false
        let letter = number.digits?.last.flatMap { "BSZGOI".contains($0) ? $0 : nil }
        guard
            number.year != nil && !isKind && number.kindLetters.count <= 2
                || isDecree && !["-CP", number.kindLetters + "CP"].contains(where: number.text.hasSuffix)
                || number.year != nil && letter != nil
        else { return }
        unread(number.tokens)
    }

    /// `số` behind a kind, with figures and strokes that are no number: `Nghị định số 1Z8/2025/NĐ-CP`.
    private mutating func noteUnreadNumber(at index: Int) {
        guard text.tokens[index].key == CitationHead.numberWord, index + 1 < text.tokens.count,
            kinds.name(endingBefore: index, in: text) != nil, text.tokens[index + 1].kind == .number,
            number(at: index + 1) == nil
        else { return }
        var end = index + 2
        while end < text.tokens.count, text.isGlued(end) { end += 1 }
        guard end > index + 2 else { return }
        let run = (index + 1)..<end
        guard run.contains(where: { text.isSign("/", at: $0) || text.isSign("-", at: $0) }),
            run.contains(where: { text.tokens[$0].kind == .word && text.tokens[$0].isAllUpper }),
            text.tokens[index + 2].kind == .word || text.key(index + 1).utf8.count > 5
        else { return }
        unread(run)
    }

    private mutating func unread(_ tokens: Range<Int>) {
        let stretch = text.stretch(tokens)
        diagnostics.append(
            Diagnostic(
                .unreadFigure, at: text.source.location(of: stretch.hull), arguments: [text.source.string(stretch)]))
    }

    private mutating func noteImpossibleDate(_ tail: CitationTail) {
        guard let tokens = tail.impossibleDate else { return }
        let stretch = text.stretch(tokens)
        diagnostics.append(
            Diagnostic(
                .invalidDate, at: text.source.location(of: stretch.hull), arguments: [text.source.string(stretch)]))
    }

    /// Subjects of numbered documents that are cited with date or issuer. A subject ends before the next item of the
    /// same list of documents, but holds the documents that it speaks of itself.
    private mutating func addTitles() {
        for index in found.indices {
            let item = found[index]
            guard item.number != nil || item.citation.form == .short, item.citation.title == nil,
                item.citation.date != nil || item.citation.issuer != nil
            else { continue }
            let farthest = min(text.tokens.count, item.tokens.upperBound + CitationTitle.farthest)
            let near = found[(index + 1)...].prefix { $0.tokens.lowerBound < farthest }
            let next = near.first { other in
                other.number != nil && other.tokens.lowerBound > item.tokens.upperBound
                    && isListSign(other.tokens.lowerBound - 1)
            }
            let limit = next?.tokens.lowerBound ?? farthest
            guard
                let title = CitationTitle.range(
                    from: item.tokens.upperBound, limit: limit, type: item.citation.type, in: text)
            else { continue }
            found[index].citation.title = text.string(title)
            found[index].title = title
        }
    }
}
