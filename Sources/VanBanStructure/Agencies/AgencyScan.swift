import VanBanModel
import VanBanReading

/// One pass over the tokens of a cell of agencies.
struct AgencyScan {
    let text: TokenText
    let names: AgencyNames
    private let identity: AgencyIdentity
    private(set) var agencies: [Agency] = []
    var diagnostics: [Diagnostic] { doubts.map(\.diagnostic) }

    private var index = 0
    /// What is said of agencies, with the agency's position.
    private var doubts: [(agency: Int?, diagnostic: Diagnostic)] = []
    /// Agencies with nothing but a comma or `và` before them.
    private var behindComma: Set<Int> = []
    private var isBehindComma = false
    /// The first agency that a role word behind it may speak of.
    private var clauseStart = 0
    /// The role that a label (`Chủ trì:`) gives to all that follows it.
    private var labelRole: String?
    /// The role that `phối hợp với` gives to what follows it up to the next semicolon or bullet.
    private var clauseRole: String?
    /// What a shortened agency leaves out, from the one before it.
    private var ellipsis: AgencyEllipsis?

    private var gazetteer: AgencyGazetteer { names.gazetteer }
    private var count: Int { text.tokens.count }

    /// The role that brackets give to the bodies in them, where a column's head says so (`Đơn vị chủ trì (phối hợp)`).
    private let bracketRole: String?

    init(_ text: TokenText, _ identity: AgencyIdentity, bracketRole: String? = nil) {
        self.text = text
        self.identity = identity
        self.bracketRole = bracketRole
        names = AgencyNames(text: text, gazetteer: identity.gazetteer)
    }

    mutating func run() {
        var isAtStart = true
        while index < count {
            let mayBeNumbered = isAtStart || text.tokens[index].kind == .number
            if let separator = AgencySeparator.at(index, in: text, isAtStart: mayBeNumbered) {
                if separator.isHard { endClause() }
                isBehindComma = !separator.isHard
                index += separator.length
            }
            isAtStart = false
            guard index < count else { break }
            let before = (index: index, agencies: agencies.count)
            readOne()
            if index == before.index { index += 1 }
            // A new line behind an agency ends the clause; one behind `phối hợp với` does not.
            if agencies.count > before.agencies, index < count, text.tokens[index].gapBefore == .lineBreak {
                endClause()
            }
            isBehindComma = false
        }
        completeTails()
    }

    /// `HĐND, UBND tỉnh`: what the last of a list says of its territory holds for those before it that say nothing.
    private mutating func completeTails() {
        for position in agencies.indices.dropLast().reversed() where behindComma.contains(position + 1) {
            let agency = agencies[position]
            guard agency.id == nil, !agency.collective, agency.person == nil, let location = agency.location else {
                continue
            }
            let bare = TokenText(agency.text)
            let next = TokenText(agencies[position + 1].text)
            guard AgencyWords.owners.length(in: bare, at: 0) == bare.tokens.count,
                AgencyWords.owners.stands(in: next, at: 0), let tail = PrintedPlace.last(in: next)
            else { continue }
            let whole = agency.text + " " + next.string(tail.nounTokens.lowerBound..<next.tokens.count)
            var found = identity.find(whole, TokenText(whole), isCollective: false)
            guard found.isKnown else { continue }
            found.agency.role = agency.role
            found.agency.note = agency.note
            found.agency.location = location
            agencies[position] = found.agency
            doubts.removeAll { $0.agency == position }
        }
    }

    private mutating func endClause() {
        clauseRole = nil
        clauseStart = agencies.count
    }

    private mutating func readOne() {
        if readRoleName() || readLabel() || readRole() || readSharedHead() || readShortened() { return }
        if text.tokens[index].isSign("(") {
            addBracket(readBracket())
            return
        }
        if case .sign = text.tokens[index].kind {
            index += 1
            return
        }
        let andSoOn = names.andSoOn(at: index)
        if andSoOn > 0 {
            index += andSoOn
            return
        }
        if readNoName() { return }
        index += names.leadIn(at: index)
        if readRole() || readPerson() { return }
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

    /// What stands in an agency's place and is prose: it goes to the agency before it.
    private mutating func readNoName() -> Bool {
        guard AgencyWords.noNames.stands(in: text, at: index), gazetteer.longestMatch(in: text.tokens, at: index) == 0
        else { return false }
        let end = max(index + 1, names.endOfRemark(from: index))
        addNote(text.string(index..<end))
        if agencies.isEmpty { report(index..<end) }
        index = end
        return true
    }

    // MARK: - Roles

    /// `Chủ trì:`, `Đơn vị phối hợp:`, `Thực hiện:` before what they speak of.
    private mutating func readLabel() -> Bool {
        for (words, role) in Self.labels {
            let length = words.length(in: text, at: index)
            guard length > 0, index + length < count, text.tokens[index + length].isSign(":") else { continue }
            index += length + 1
            labelRole = role
            endClause()
            return true
        }
        return false
    }

    private static let labels: [(words: AgencyWords.Index, role: String?)] = [
        (AgencyWords.leads, AgencyWords.lead), (AgencyWords.coordinates, AgencyWords.coordination),
        (AgencyWords.advises, AgencyWords.advice), (AgencyWords.carriers, nil),
        (AgencyWords.leadSigns, AgencyWords.lead), (AgencyWords.coordinationSigns, AgencyWords.coordination),
    ]

    /// `Cơ quan chủ trì đề tài`, where it is the name and not what is said of one.
    private mutating func readRoleName() -> Bool {
        let length = names.roleName(at: index)
        guard length > 0, index == 0 || AgencySeparator.at(index - 1, in: text) != nil else { return false }
        let end = names.end(of: index, known: length)
        add(Self.trimmed(text.string(index..<end)), text.part(index..<end), at: index..<end)
        index = end
        return true
    }

    private mutating func readRole() -> Bool {
        let leads = AgencyWords.leads.length(in: text, at: index)
        let coordinates = leads > 0 ? 0 : AgencyWords.coordinatingLength(in: text, at: index)
        let length = max(leads, coordinates)
        guard length > 0 else { return readAdvice() }
        let start = index
        index += length
        if leads > 0 {
            setRole(AgencyWords.lead)
            return true
        }
        let with = AgencyWords.coordinatesWith.length(in: text, at: index)
        if names.startsAgency(at: index + with) || (with > 0 && index + with < count) {
            index += with
            clauseRole = AgencyWords.coordination
            clauseStart = agencies.count
            return true
        }
        let end = names.endOfRemark(from: index)
        let hadRole = agencies.last?.role != nil
        setRole(AgencyWords.coordination)
        // `chủ trì, phối hợp thực hiện` leaves the lead what it is.
        addNote(text.string((hadRole ? start : index)..<end))
        index = end
        return true
    }

    /// `Công chức Tư pháp tham mưu …`: the role, and in the note what it is about.
    private mutating func readAdvice() -> Bool {
        let length = AgencyWords.advises.length(in: text, at: index)
        guard length > 0, !agencies.isEmpty, !text.tokens[index].startsUpper else { return false }
        setRole(AgencyWords.advice)
        let end = names.endOfRemark(from: index)
        if end > index + length { addNote(text.string(index..<end)) }
        index = end
        return true
    }

    /// Gives a role to the agencies that it is said of: all since the last semicolon, bullet or role.
    private mutating func setRole(_ role: String) {
        for position in min(clauseStart, agencies.count)..<agencies.count where agencies[position].role == nil {
            agencies[position].role = role
        }
        clauseStart = agencies.count
    }

    // MARK: - Shortened names

    /// `Các Sở: Nội vụ, Tài chính` and `UBND các huyện: Sông Mã, Sốp Cộp`: a head that stands once before its list.
    private mutating func readSharedHead() -> Bool {
        guard let (found, end) = AgencyEllipsis.announced(in: names, at: index, behind: ellipsis) else { return false }
        guard found.expansion(in: names, at: end) != nil else { return false }
        ellipsis = found
        index = end
        return readShortened()
    }

    private mutating func readShortened() -> Bool {
        guard let ellipsis, let (expanded, end) = ellipsis.expansion(in: names, at: index) else { return false }
        let start = index
        index = end
        add(expanded, TokenText(expanded), at: start..<end, collective: ellipsis.isPlural)
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
        let whole = printed
        printed = Self.trimmed(printed)
        guard !printed.isEmpty else { return }
        let isAsWritten = bracket == nil || whole == text.string(start..<end)
        add(
            printed, isAsWritten ? text.part(start..<end) : TokenText(printed), at: start..<end,
            collective: names.isCollective(start..<end))
        addBracket(bracket)
        ellipsis = AgencyEllipsis(of: start..<end, in: names) ?? ellipsis
    }

    /// A person in an agency's place: `đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh`, `bà Trần Thị B`, `đồng chí Chánh
    /// Văn phòng`.
    private mutating func readPerson() -> Bool {
        let start = index
        let addressed = index + AgencyWords.addresses.length(in: text, at: index)
        let nameStart = NamedPerson.endOfTitles(at: addressed, in: text)
        let address = nameStart - start
        guard let nameEnd = NamedPerson.end(at: nameStart, in: text), isName(nameStart..<nameEnd, address) else {
            guard address > 0, AgencyWords.offices.stands(in: text, at: nameStart) else { return false }
            let end = names.end(of: nameStart)
            index = end
            let bracket = index < count && text.tokens[index].isSign("(") ? readBracket() : nil
            add(Self.trimmed(text.string(start..<end)), text.part(nameStart..<end), at: start..<end, collective: false)
            addBracket(bracket)
            return true
        }
        let person = text.string(nameStart..<nameEnd)
        index = nameEnd
        var end = nameEnd
        var title: TokenText?
        if let officeStart = office(behind: nameEnd) {
            end = names.end(of: officeStart)
            title = text.part(officeStart..<end)
            index = end
        }
        let bracket = index < count && text.tokens[index].isSign("(") ? readBracket() : nil
        if let words = bracket?.text, title == nil, AgencyWords.offices.stands(in: TokenText(words), at: 0) {
            title = TokenText(words)
            add(text.string(start..<nameEnd) + " (" + words + ")", title, at: start..<nameEnd, person: person)
            return true
        }
        add(Self.trimmed(text.string(start..<end)), title, at: start..<end, person: person)
        addBracket(bracket)
        return true
    }

    /// Whether capitals that begin with a surname are a person's name: behind a form of address always, else where they
    /// are neither a place nor an agency's name and end as a name does.
    private func isName(_ name: Range<Int>, _ address: Int) -> Bool {
        if address > 0 { return true }
        guard name.count >= 3, !names.startsAgency(at: name.lowerBound) else { return false }
        let keys = text.tokens[name].map(\.key)
        guard !gazetteer.places.isProvince(keys), !gazetteer.places.isDistrict(keys) else { return false }
        let end = name.upperBound
        // Persons a line each.
        if end < count, text.tokens[end].gapBefore > .space, text.tokens[end].startsUpper { return true }
        return names.isEnd(end) || office(behind: end) != nil
    }

    /// Where an office begins behind a person's name, with a comma or a dash between them.
    private func office(behind end: Int) -> Int? {
        guard end < count else { return nil }
        let isSign = text.tokens[end].isSign(",") || text.tokens[end].isSign("-")
        let start = isSign ? end + 1 : end
        return AgencyWords.offices.stands(in: text, at: start) ? start : nil
    }

    /// - Parameter name: the tokens that name the agency or the office; nil where only a person is named.
    private mutating func add(
        _ printed: String, _ name: TokenText?, at tokens: Range<Int>, collective: Bool = false, person: String? = nil
    ) {
        let location = text.source.location(of: text.stretch(tokens).hull)
        var found = identity.find(printed, name, person: person, isCollective: collective)
        found.agency.role = clauseRole ?? labelRole
        found.agency.location = location
        let position = agencies.count
        if isBehindComma { behindComma.insert(position) }
        agencies.append(found.agency)
        if let readAs = found.readAs {
            let doubt = Diagnostic(.misspeltAgency, at: location, arguments: [printed, readAs])
            doubts.append((position, doubt))
        } else if !found.isKnown, !found.agency.collective {
            report(tokens, as: printed, of: position)
        }
    }

    private struct Bracket {
        var text: String
        var tokens: Range<Int>
    }

    /// The bracket at hand.
    private mutating func readBracket() -> Bracket {
        let end = names.endOfBracket(from: index)
        let inner = (index + 1)..<(text.tokens[end - 1].isSign(")") && end - 1 > index ? end - 1 : end)
        index = end
        return Bracket(text: text.string(inner), tokens: inner)
    }

    /// Takes the bodies of a bracket as those that help, where it says so (`(phối hợp Công an xã)`) or the column's head does.
    private mutating func readBodies(of bracket: Bracket) -> Bool {
        let start = bracket.tokens.lowerBound
        let said = AgencyWords.coordinatingLength(in: text, at: start)
        let with = said > 0 ? AgencyWords.coordinatesWith.length(in: text, at: start + said) : 0
        guard said > 0 || bracketRole != nil, !agencies.isEmpty, names.startsAgency(at: start + said + with) else {
            return false
        }
        var inner = AgencyScan(text.part(bracket.tokens), identity)
        inner.labelRole = said > 0 ? AgencyWords.coordination : bracketRole
        inner.run()
        let first = agencies.count
        agencies += inner.agencies
        doubts += inner.doubts.map { ($0.agency.map { $0 + first }, $0.diagnostic) }
        clauseStart = agencies.count
        return true
    }

    /// A bracket that holds nothing but a role gives the role, one with a person the person.
    private mutating func addBracket(_ bracket: Bracket?) {
        guard let found = bracket, !readBodies(of: found) else { return }
        let bracket = found.text
        if let last = agencies.indices.last, agencies[last].person == nil, let person = Self.person(in: bracket) {
            agencies[last].person = person
            return
        }
        if let role = AgencyWords.role(of: Self.trimmed(bracket)), let last = agencies.indices.last {
            // Said of this agency, it is nearer than what a label says of all.
            agencies[last].role = role
            // `A (chủ trì), B, C (phối hợp)`, `A (chủ trì); B, C (phối hợp)`: B coordinates, too.
            if let lead = agencies[..<last].lastIndex(where: { $0.role != nil }),
                agencies[lead].role == AgencyWords.lead, role == AgencyWords.coordination, labelRole == nil
            {
                for position in max(lead + 1, min(clauseStart, last))..<last { agencies[position].role = role }
            }
        } else {
            addNote(bracket)
        }
    }

    /// The person that a bracket names behind a form of address, and nothing else: `(đồng chí Nguyễn Văn A)`.
    private static func person(in bracket: String) -> String? {
        let text = TokenText(bracket)
        let address = AgencyWords.addresses.length(in: text, at: 0)
        guard address > 0, let end = NamedPerson.end(at: address, in: text), end == text.tokens.count else {
            return nil
        }
        return text.string(address..<end)
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

    private mutating func report(_ tokens: Range<Int>, as printed: String? = nil, of agency: Int? = nil) {
        doubts.append(
            (
                agency,
                Diagnostic(
                    .unknownAgency, at: text.source.location(of: text.stretch(tokens).hull),
                    arguments: [printed ?? text.string(tokens)])
            ))
    }

    /// Without the punctuation at its ends.
    private static func trimmed(_ text: String) -> String {
        let edges: Set<Character> = [" ", ".", ",", ";", ":", "-", "–", "…", "[", "]", "/", "“", "”", "\""]
        var part = text[...]
        while let first = part.first, edges.contains(first) { part = part.dropFirst() }
        while let last = part.last, edges.contains(last) { part = part.dropLast() }
        return String(part)
    }
}
