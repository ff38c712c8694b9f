import VanBanReading

/// Where the names of agencies begin and end among the tokens of a cell.
struct AgencyNames {
    let text: TokenText
    let gazetteer: AgencyGazetteer

    var tokens: [Token] { text.tokens }

    // MARK: - Beginnings

    /// Whether an agency's name begins at a token.
    func startsAgency(at index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        if tokens[index].kind == .number { return isCountOfMembers(at: index) }
        guard tokens[index].kind == .word else { return false }
        if isShortHead(at: index) { return true }
        if AgencyWords.plurals.stands(in: text, at: index) || AgencyWords.heads.stands(in: text, at: index) {
            return true
        }
        let head = AgencyWords.capitalHeads.length(in: text, at: index)
        if head > 0, tokens[index].startsUpper, isWord(index + head),
            !AgencyWords.noNamesAfterHead.stands(in: text, at: index + head)
        {
            return true
        }
        let length = gazetteer.longestMatch(in: tokens, at: index)
        return length > 1 || (length == 1 && tokens[index].startsUpper && isEnd(index + 1))
    }

    /// `P. Đào tạo`, `P.ĐT`, `TT. CNTT`
    private func isShortHead(at index: Int) -> Bool {
        AgencyWords.shortHeads.stands(in: text, at: index) && tokens[index].isAllUpper && isWord(index + 2)
            && tokens[index + 1].isSign(".") && tokens[index + 1].gapBefore == .none && tokens[index + 2].startsUpper
    }

    /// `03 khoa`, `02 đơn vị`: as `các` does, a number tells how many.
    private func isCountOfMembers(at index: Int) -> Bool {
        guard let count = tokens[index].value, (2..<1_000).contains(count), isWord(index + 1),
            tokens[index + 1].gapBefore == .space, !tokens[index + 1].startsUpper
        else { return false }
        return AgencyWords.members.stands(in: text, at: index + 1)
    }

    /// `phòng KT&ĐBCL` behind `Khoa Luật và`: a head in small letters, which a name in capitals follows.
    private func opensSmallHead(at index: Int) -> Bool {
        let head = AgencyWords.smallHeads.length(in: text, at: index)
        return head > 0 && !tokens[index].startsUpper && isWord(index + head) && tokens[index + head].startsUpper
    }

    /// Whether a cell that begins at a token begins with a body: `Sở Nội vụ`, `Các phòng`, `Chủ tịch UBND xã`; not
    /// `Ban hành`, `Tổ chức`, `Các lớp`.
    func opensAgency(at start: Int) -> Bool {
        let plural = AgencyWords.plurals.length(in: text, at: start)
        let index = start + plural
        guard isWord(index) else { return false }
        if gazetteer.longestMatch(in: tokens, at: start) > 1 || gazetteer.longestMatch(in: tokens, at: index) > 1 {
            return true
        }
        if CellWords.deeds.stands(in: text, at: index) || AgencyWords.noAgencies.stands(in: text, at: index) {
            return false
        }
        if AgencyWords.heads.stands(in: text, at: index) { return true }
        if plural > 0 { return AgencyWords.members.stands(in: text, at: index) || isTerritory(index) }
        return startsAgency(at: index) || isMember(at: index) && !tokens[index].isAllUpper
    }

    private func isTerritory(_ index: Int) -> Bool { TerritoryNoun.at(index, in: text) != nil }

    /// Whether `các` stands before a single agency, whose name then goes on without it: `Các Sở Nội vụ, Tài chính`.
    func isPluralOfOne(at index: Int) -> Bool {
        let plural = AgencyWords.plurals.length(in: text, at: index)
        guard plural > 0, isWord(index + plural), tokens[index + plural].startsUpper else { return false }
        guard AgencyWords.sharedHeads.stands(in: text, at: index + plural) else { return false }
        let length = gazetteer.longestMatch(in: tokens, at: index + plural)
        let start = index + plural
        guard length > 1, gazetteer.longestMatch(in: tokens, at: index) == 0 else { return false }
        return gazetteer.find(tokens[start..<(start + length)]).isSingle
    }

    /// Tokens of a word that only leads to an agency: `Giao Sở Nội vụ`, `do Công an tỉnh`.
    func leadIn(at index: Int) -> Int {
        let length = AgencyWords.leadIns.length(in: text, at: index)
        guard length > 0 else { return 0 }
        // `Đề nghị phối hợp với các Bộ`
        return startsAgency(at: index + length) || AgencyWords.coordinatingLength(in: text, at: index + length) > 0
            ? length : 0
    }

    // MARK: - Ends

    /// The end of the name that begins at a token.
    /// - Parameter known: tokens of it that are known to be its own.
    func end(of start: Int, known: Int = 1) -> Int {
        let head = AgencyWords.heads.length(in: text, at: start)
        var index = start + max(known, head, gazetteer.longestMatch(in: tokens, at: start))
        while index < tokens.count {
            let item = start..<index
            // Prose, which is not looked at word by word for an end that no name would have.
            if item.count > Self.longestName { return endOfHardItem(from: index - 1) }
            if tokens[index].isSign("(") || andSoOn(at: index) > 0 { return index }
            if let separator = AgencySeparator.at(index, in: text) {
                if isCut(separator, after: item) { return index }
                index += separator.length
                continue
            }
            if isLineEnd(index, after: item) || isRole(at: index, after: item) || isDeed(at: index, after: item)
                || isBareHead(at: index, after: item) || isSignBetween(at: index, after: item)
            {
                return index
            }
            // A name inside the name (`Giám đốc Trung tâm Thông tin, Văn phòng UBND tỉnh`) keeps its commas.
            let inner = tokens[index].startsUpper ? gazetteer.longestMatch(in: tokens, at: index) : 0
            index += max(1, inner)
        }
        return index
    }

    /// The tokens of `v.v.` that stand at one.
    func andSoOn(at index: Int) -> Int {
        guard tokens.indices.contains(index + 2), tokens[index].key == "v", tokens[index + 1].isSign("."),
            tokens[index + 2].key == "v", tokens[index + 1].gapBefore == .none, tokens[index + 2].gapBefore == .none
        else { return 0 }
        let end = index + 3
        return tokens.indices.contains(end) && tokens[end].isSign(".") ? 4 : 3
    }

    /// Whether a separator ends a name.
    private func isCut(_ separator: AgencySeparator, after item: Range<Int>) -> Bool {
        let next = item.upperBound + separator.length
        if separator.isHard || next >= tokens.count || tokens[next].isSign("(") { return true }
        if AgencyWords.leads.stands(in: text, at: next) || AgencyWords.coordinatingLength(in: text, at: next) > 0 {
            return true
        }
        if goesOnAsCollective(item, at: next) { return false }
        if AgencyEllipsis(of: item, in: self)?.expansion(in: self, at: next) != nil { return true }
        if startsAgency(at: next) || isRemark(at: next) { return true }
        if isMember(at: next), !isCollective(item), separator.hasComma || isKnown(item) { return true }
        if separator.hasComma, standsByItself(next, behind: item) { return true }
        if isMember(at: next), !separator.hasComma, isClosedPair(item) { return true }
        if opensRoleName(at: next) || opensSmallHead(at: next) { return true }
        // `P2, P3` and `BGH, TTCM, GVCN`
        if item.count == 1, isCode(item.lowerBound), isCode(next) { return true }
        if item.count == 1, isInitials(item.lowerBound), isInitials(next), isEnd(next + 1) { return true }
        // `BGH, TPT Đội`, `TPT Đội, GVCN các lớp`
        if separator.hasComma, isInitials(item.lowerBound), isInitials(next) { return true }
        // `Đại học Quốc gia, Đại học Bách khoa`
        if item.count > 1, tokens[next].startsUpper, tokens[next].key == tokens[item.lowerBound].key { return true }
        return separator.hasComma && tokens[next].startsUpper && (isKnown(item) || isPlain(item))
    }

    /// Whether a member of a collective is a body by itself, for what it is or for what the one before it is: `các tập đoàn
    /// viễn thông, DN`, `DN, địa phương`.
    private func standsByItself(_ next: Int, behind item: Range<Int>) -> Bool {
        guard isMember(at: next) else { return false }
        return AgencyWords.standingMembers.stands(in: text, at: next)
            || AgencyWords.standingMembers.stands(in: text, at: item.lowerBound)
    }

    /// Whether a token is a body's sign: letters with figures, `P2`.
    private func isCode(_ index: Int) -> Bool {
        let letters = text.source.bytes[tokens[index].range]
        return (2...5).contains(letters.count) && tokens[index].startsUpper && letters.allSatisfy { $0 < 0x80 }
            && letters.contains(where: CharacterClass.isDigit)
    }

    private func isInitials(_ index: Int) -> Bool {
        isWord(index) && tokens[index].isAllUpper && (2...8).contains(tokens[index].range.count)
    }

    /// Whether a name has no head of which one knows that commas may follow (`Sở Văn hóa, Thể thao`): `Chủ đầu tư`.
    private func isPlain(_ item: Range<Int>) -> Bool {
        item.count > 1 && item.allSatisfy { tokens[$0].kind == .word } && tokens[item.lowerBound].startsUpper
            && !tokens[item].dropFirst().contains(where: \.startsUpper)
            && !AgencyWords.heads.stands(in: text, at: item.lowerBound)
            && !AgencyWords.capitalHeads.stands(in: text, at: item.lowerBound)
    }

    /// `Các bộ ngành`: two members side by side, which no third one follows.
    private func isClosedPair(_ item: Range<Int>) -> Bool {
        let start = item.lowerBound + AgencyWords.plurals.length(in: text, at: item.lowerBound)
        let first = AgencyWords.members.length(in: text, at: start)
        guard start > item.lowerBound, first > 0 else { return false }
        let second = AgencyWords.members.length(in: text, at: start + first)
        return second > 0 && start + first + second == item.upperBound
    }

    private func isLineEnd(_ index: Int, after item: Range<Int>) -> Bool {
        guard tokens[index].gapBefore == .lineBreak else { return false }
        if AgencyWords.ties.stands(in: text, at: index - 1) || isOpen(item, before: index) { return false }
        return startsAgency(at: index) || (tokens[index].startsUpper && isKnown(item))
    }

    /// Whether a name cannot end at a token, whatever stands between: behind `các`, behind an office without the body
    /// that it is of (`Văn phòng⏎HĐND tỉnh`, `Lãnh đạo⏎Sở Nội vụ`).
    func isOpen(_ item: Range<Int>, before index: Int) -> Bool {
        if AgencyWords.plurals.stands(in: text, at: item.upperBound - 1) { return true }
        let start = item.lowerBound + AgencyWords.plurals.length(in: text, at: item.lowerBound)
        if AgencyWords.ofBodies.length(in: text, at: start) == item.upperBound - start {
            return startsAgency(at: index)
        }
        return AgencyWords.ownedHeads.length(in: text, at: start) == item.upperBound - start
            && AgencyWords.withOffices.stands(in: text, at: index)
    }

    /// Whether a new agency begins without anything between: `UBND cấp xã UBND cấp huyện`.
    private func isBareHead(at index: Int, after item: Range<Int>) -> Bool {
        // `Trạm Y tế các xã`, `Chủ tịch UBND các xã`: whose they are.
        if AgencyWords.plurals.stands(in: text, at: index), TerritoryNoun.at(index + 1, in: text) != nil {
            return false
        }
        guard tokens[index].startsUpper || AgencyWords.plurals.stands(in: text, at: index), startsAgency(at: index),
            !AgencyWords.ties.stands(in: text, at: index - 1), !isOpen(item, before: index), isKnown(item)
        else { return false }
        // `Bộ Công an Bộ Quốc phòng`
        if tokens[item.lowerBound].key == tokens[index].key, gazetteer.longestMatch(in: tokens, at: index) > 1 {
            return true
        }
        if AgencyWords.owners.stands(in: text, at: index) {
            // `Văn phòng UBND huyện` and `Các đơn vị sự nghiệp UBND tỉnh` are one.
            return AgencyWords.standingAlone.stands(in: text, at: item.lowerBound) || endsOnPlace(item)
                || isListOfMembers(item)
        }
        return AgencyWords.standingAlone.stands(in: text, at: item.lowerBound) || endsOnPlace(item)
            || isCollective(item) || AgencyWords.plurals.stands(in: text, at: index)
    }

    /// Whether a sign between two names keeps them apart: a bullet or a number whose line break got lost, a slash, a plus.
    private func isSignBetween(at index: Int, after item: Range<Int>) -> Bool {
        let token = tokens[index]
        if token.kind == .number, index + 2 < tokens.count,
            tokens[index + 1].isSign(".") || tokens[index + 1].isSign(")")
        {
            return startsAgency(at: index + 2) && isKnown(item)
        }
        guard token.isSign("-") && token.gapBefore != .none || token.isSign("/") || token.isSign("+") else {
            return false
        }
        let isPlural = !token.isSign("-") && AgencyWords.plurals.stands(in: text, at: index + 1)
        guard index + 1 < tokens.count else { return false }
        // `VPUB/SNV/STP`: nothing but letters for names.
        if token.isSign("/"), item.count == 1, areLetters(item.lowerBound), areLetters(index + 1) { return true }
        guard tokens[index + 1].startsUpper || isPlural, startsAgency(at: index + 1) else { return false }
        if isKnown(item) || isCollective(item) { return true }
        // Nothing else than two bodies has a plus between them: `P. TCCB + Viện SPKT`.
        if token.isSign("+") { return item.count > 1 && startsAgency(at: item.lowerBound) }
        // A slash between two names that each have a head: `Ban Quản lý Khu kinh tế/Sở Công Thương`.
        return token.isSign("/") && item.count > 1 && tokens[item.lowerBound].startsUpper
            && startsAgency(at: item.lowerBound)
    }

    /// Whether a token is an abbreviation, and nothing but signs or nothing stands behind it.
    private func areLetters(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.isAllUpper, token.range.count >= 3 else { return false }
        return index + 1 >= tokens.count || tokens[index + 1].kind != .word && tokens[index + 1].kind != .number
    }

    private func endsOnPlace(_ item: Range<Int>) -> Bool {
        AgencyEllipsis(of: item, in: self)?.hasTerritory ?? false
    }

    private func isListOfMembers(_ item: Range<Int>) -> Bool {
        let last = item.upperBound - 1
        return isCollective(item)
            && (AgencyWords.closings.stands(in: text, at: last - 1) || AgencyWords.members.stands(in: text, at: last)
                || AgencyWords.members.stands(in: text, at: last - 1))
    }

    // MARK: - Collectives

    /// Whether a name stands for more agencies than one.
    func isCollective(_ item: Range<Int>) -> Bool {
        if item.contains(where: { AgencyWords.plurals.stands(in: text, at: $0) && !isPluralOfObjects(item, at: $0) }) {
            return true
        }
        if AgencyWords.distributives.stands(in: text, at: item.lowerBound) { return true }
        // `Hiệp hội doanh nghiệp tỉnh` begins like a list of members and is one.
        if isMember(at: item.lowerBound) { return !gazetteer.find(tokens[item]).isSingle }
        return lastTerritories(of: item) > 1
    }

    /// Whether `các` tells of what an agency deals with, not of agencies: `Ban Quản lý các khu công nghiệp`.
    private func isPluralOfObjects(_ item: Range<Int>, at index: Int) -> Bool {
        guard index > item.lowerBound else { return false }
        let next = index + 1
        return !AgencyWords.members.stands(in: text, at: next) && TerritoryNoun.at(next, in: text) == nil
            && tokens.indices.contains(next) && !AgencyWords.heads.stands(in: text, at: next)
    }

    /// How many bare territories of one kind end a name: two in `UBND huyện, thành phố`.
    private func lastTerritories(of item: Range<Int>) -> Int {
        var nouns = 0
        var index = item.lowerBound
        while index < item.upperBound {
            guard let noun = TerritoryNoun.at(index, in: text),
                tokens[index - (index > 0 ? 1 : 0)].key != AgencyKey.level
            else {
                index += 1
                continue
            }
            let after = index + noun.length
            if !(after < item.upperBound && tokens[after].kind == .word && tokens[after].startsUpper) { nouns += 1 }
            index = after
        }
        return nouns
    }

    /// Whether a collective lists its next member behind a comma or `và`.
    private func goesOnAsCollective(_ item: Range<Int>, at next: Int) -> Bool {
        if let noun = TerritoryNoun.at(next, in: text) {
            let after = next + noun.length
            if isWord(after), tokens[after].startsUpper { return false }
            if isCollective(item) { return true }
            // `UBND huyện, thành phố` names two kinds of one level, `UBND huyện, xã` two agencies.
            guard let ellipsis = AgencyEllipsis(of: item, in: self) else { return false }
            return ellipsis.isBareTerritory && ellipsis.level == noun.level
        }
        guard let governor = governingPlural(of: item) else { return false }
        if AgencyWords.standingMembers.stands(in: text, at: next) {
            // `Các tập đoàn viễn thông, DN truyền thông`; `cơ sở đào tạo, doanh nghiệp`
            guard isMember(at: governor) else { return false }
        }
        // `doanh nghiệp, địa phương`: without `các` each stands by itself.
        if governor == item.lowerBound, AgencyWords.standingMembers.stands(in: text, at: governor) { return false }
        if isClosedPair(item), !tokens[item.upperBound].isSign(",") { return false }
        if tokens[next].key == AgencyKey.level, TerritoryNoun.at(next + 1, in: text) != nil {
            return !AgencyWords.owners.stands(in: text, at: governor)
        }
        return TerritoryNoun.at(governor, in: text) == nil && !AgencyWords.owners.stands(in: text, at: governor)
            && isMember(at: next)
    }

    /// The word that the last `các` of a collective, or its beginning, stands before.
    private func governingPlural(of item: Range<Int>) -> Int? {
        for index in item.reversed() {
            let length = max(
                AgencyWords.plurals.length(in: text, at: index), AgencyWords.distributives.length(in: text, at: index))
            if length > 0 { return index + length }
        }
        return isMember(at: item.lowerBound) ? item.lowerBound : nil
    }

    /// Whether a bare noun of a collective stands at a token: `đoàn thể`, `ngành`; not `Ban Dân tộc`.
    func isMember(at index: Int) -> Bool {
        let length = AgencyWords.members.length(in: text, at: index)
        guard length > 0 else { return false }
        let after = index + length
        if isEnd(after) { return true }
        if AgencyWords.ambiguousMembers.length(in: text, at: index) == length {
            return AgencyWords.members.stands(in: text, at: after) && !tokens[after].startsUpper
                || AgencyWords.qualifiers.stands(in: text, at: after)
        }
        return true
    }

    // MARK: - Small questions

    /// Whether a run of tokens is an agency of the gazetteer as a whole.
    func isKnown(_ item: Range<Int>) -> Bool {
        item.count <= Self.longestKnown && gazetteer.find(tokens[item]) != .unknown
    }

    /// Tokens of the longest name of the gazetteer with a place behind it, and of the longest name at all.
    private static let longestKnown = 48
    private static let longestName = 200

    func isWord(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .word }

    /// Past the words with a capital that stand at a token: a place's name, which has no more than a few.
    func endOfCapitals(from start: Int) -> Int {
        var end = start
        while end - start < Self.longestPlace, isWord(end), tokens[end].startsUpper, !isEnd(end) { end += 1 }
        return end
    }

    private static let longestPlace = 12

    /// Whether nothing of a name stands at a token: the end, a separator or a bracket.
    func isEnd(_ index: Int) -> Bool {
        index >= tokens.count || tokens[index].isSign("(") || tokens[index].isSign(":")
            || AgencySeparator.at(index, in: text) != nil
            || AgencyWords.leads.stands(in: text, at: index) || AgencyWords.coordinatingLength(in: text, at: index) > 0
    }
}

extension TerritoryNoun {
    /// The noun that stands at a token and is no syllable of another word.
    static func at(_ index: Int, in text: TokenText) -> TerritoryNoun? {
        guard text.tokens.indices.contains(index) else { return nil }
        let start = max(0, index - 1)
        let keys = text.tokens[start..<min(text.tokens.count, index + 3)].map(\.key)
        guard let noun = at(index - start, in: keys), !noun.isPartOfWord(in: keys, at: index - start) else {
            return nil
        }
        return noun
    }
}
