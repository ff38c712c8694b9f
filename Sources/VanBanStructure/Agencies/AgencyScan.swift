import VanBanModel
import VanBanReading

/// One pass over the tokens of a cell of agencies.
struct AgencyScan {
    let text: TokenText
    let names: AgencyNames
    private(set) var agencies: [Agency] = []
    private(set) var diagnostics: [Diagnostic] = []

    private var index = 0
    /// The role that a label (`Chủ trì:`) gives to all that follows it.
    private var labelRole: String?
    /// The role that `phối hợp với` gives to what follows it up to the next semicolon or bullet.
    private var clauseRole: String?
    /// What a shortened agency leaves out, from the one before it.
    private var ellipsis: AgencyEllipsis?

    private var gazetteer: AgencyGazetteer { names.gazetteer }
    private var count: Int { text.tokens.count }

    init(_ text: TokenText, gazetteer: AgencyGazetteer) {
        self.text = text
        names = AgencyNames(text: text, gazetteer: gazetteer)
    }

    mutating func run() {
        var isAtStart = true
        while index < count {
            let mayBeNumbered = isAtStart || text.tokens[index].kind == .number
            if let separator = AgencySeparator.at(index, in: text, isAtStart: mayBeNumbered) {
                if separator.isHard { clauseRole = nil }
                index += separator.length
            }
            isAtStart = false
            guard index < count else { return }
            let before = (index: index, agencies: agencies.count)
            readOne()
            if index == before.index { index += 1 }
            // A new line behind an agency ends the clause; one behind `phối hợp với` does not.
            if agencies.count > before.agencies, index < count, text.tokens[index].gapBefore == .lineBreak {
                clauseRole = nil
            }
        }
    }

    private mutating func readOne() {
        if readRole() || readSharedHead() || readShortened() { return }
        if text.tokens[index].isSign("(") {
            addBracket(readBracket())
            return
        }
        if case .sign = text.tokens[index].kind {
            index += 1
            return
        }
        index += names.leadIn(at: index)
        if names.isRemark(at: index), !agencies.isEmpty {
            let end = names.endOfRemark(from: index)
            addNote(text.string(index..<end))
            index = end
            return
        }
        if DocumentKindGazetteer.standard.kind(in: text, at: index) != nil,
            gazetteer.longestMatch(in: text.tokens, at: index) == 0
        {
            // A product that slipped into the column of agencies.
            let end = names.endOfHardItem(from: index)
            report(index..<end)
            index = end
            return
        }
        readName()
    }

    // MARK: - Roles

    private mutating func readRole() -> Bool {
        let leads = AgencyWords.leads.length(in: text, at: index)
        let coordinates = leads > 0 ? 0 : AgencyWords.coordinates.length(in: text, at: index)
        let length = max(leads, coordinates)
        guard length > 0 else { return false }
        let role = leads > 0 ? AgencyWords.lead : AgencyWords.coordination
        let start = index
        index += length
        if index < count, text.tokens[index].isSign(":") {
            index += 1
            labelRole = role
            clauseRole = nil
            return true
        }
        if leads > 0 {
            setRole(role)
            return true
        }
        let with = AgencyWords.coordinatesWith.length(in: text, at: index)
        if names.startsAgency(at: index + with) || (with > 0 && index + with < count) {
            index += with
            clauseRole = role
            return true
        }
        let end = names.endOfRemark(from: index)
        let hadRole = agencies.last?.role != nil
        setRole(role)
        // `chủ trì, phối hợp thực hiện` leaves the lead what it is.
        addNote(text.string((hadRole ? start : index)..<end))
        index = end
        return true
    }

    private mutating func setRole(_ role: String) {
        guard let last = agencies.indices.last, agencies[last].role == nil else { return }
        agencies[last].role = role
    }

    // MARK: - Shortened names

    /// `Các Sở: Nội vụ, Tài chính` and `UBND các huyện: Sông Mã, Sốp Cộp`: a head that stands once before its list.
    private mutating func readSharedHead() -> Bool {
        guard let (found, end) = AgencyEllipsis.announced(in: names, at: index) else { return false }
        guard found.expansion(in: names, at: end) != nil else { return false }
        ellipsis = found
        index = end
        return readShortened()
    }

    private mutating func readShortened() -> Bool {
        guard let ellipsis, let (expanded, end) = ellipsis.expansion(in: names, at: index) else { return false }
        let finding = gazetteer.find(expanded)
        let start = index
        index = end
        add(
            expanded, finding: finding, tokens: start..<end,
            collective: ellipsis.isPlural || finding.entry?.isCollective ?? false)
        return true
    }

    // MARK: - Names

    private mutating func readName() {
        var start = index
        if names.isPluralOfOne(at: start) { start += 1 }
        var end = names.end(of: start)
        var printed = text.string(start..<end)
        index = end
        let bracket = index < count && text.tokens[index].isSign("(") ? readBracket() : nil
        if bracket != nil, names.goesOn(after: start..<end, at: index) {
            let more = names.end(of: index)
            printed += " " + text.string(index..<more)
            index = more
            end = more
        }
        printed = Self.trimmed(printed)
        guard !printed.isEmpty else { return }
        let finding = gazetteer.find(printed)
        add(
            printed, finding: finding, tokens: start..<end,
            collective: names.isCollective(start..<end) || finding.entry?.isCollective ?? false)
        addBracket(bracket)
        ellipsis = AgencyEllipsis(of: start..<end, in: names) ?? ellipsis
    }

    private mutating func add(
        _ printed: String, finding: AgencyGazetteer.Finding, tokens: Range<Int>, collective: Bool
    ) {
        let entry = finding.entry
        agencies.append(
            Agency(
                text: printed, name: entry?.name, id: entry?.id, level: entry?.level, collective: collective,
                role: clauseRole ?? labelRole, location: text.source.location(of: text.stretch(tokens).hull)))
        if entry == nil, !collective { report(tokens, as: printed) }
    }

    /// The text of the bracket at hand.
    private mutating func readBracket() -> String {
        let end = names.endOfBracket(from: index)
        let inner = (index + 1)..<(text.tokens[end - 1].isSign(")") && end - 1 > index ? end - 1 : end)
        index = end
        return text.string(inner)
    }

    /// A bracket that holds nothing but a role gives the role.
    private mutating func addBracket(_ bracket: String?) {
        guard let bracket else { return }
        if let role = AgencyWords.role(of: Self.trimmed(bracket)), let last = agencies.indices.last {
            // Said of this agency, it is nearer than what a label says of all.
            agencies[last].role = role
        } else {
            addNote(bracket)
        }
    }

    private mutating func addNote(_ note: String?) {
        guard let note, let last = agencies.indices.last else { return }
        let trimmed = Self.trimmed(note)
        guard !trimmed.isEmpty else { return }
        if agencies[last].note == nil {
            agencies[last].note = trimmed
        } else {
            agencies[last].note?.append("; " + trimmed)
        }
    }

    private mutating func report(_ tokens: Range<Int>, as printed: String? = nil) {
        diagnostics.append(
            Diagnostic(
                .unknownAgency, at: text.source.location(of: text.stretch(tokens).hull),
                arguments: [printed ?? text.string(tokens)]))
    }

    /// Without the punctuation at its ends.
    private static func trimmed(_ text: String) -> String {
        let edges: Set<Character> = [" ", ".", ",", ";", ":", "-", "–", "…", "[", "]"]
        var part = text[...]
        while let first = part.first, edges.contains(first) { part = part.dropFirst() }
        while let last = part.last, edges.contains(last) { part = part.dropLast() }
        return String(part)
    }
}
