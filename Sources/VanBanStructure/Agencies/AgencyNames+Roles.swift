/// Roles, deeds and remarks beside the names of a cell.
extension AgencyNames {
    /// A role's words with the noun of a body that are the name of one: `Chủ nhiệm đề tài và Cơ quan chủ trì`.
    func opensRoleName(at index: Int) -> Bool { roleName(at: index) > 0 }

    /// The tokens of such words; 0 where they say the role of what follows or stands before.
    func roleName(at index: Int) -> Int {
        guard tokens.indices.contains(index), tokens[index].startsUpper else { return 0 }
        let length = max(
            AgencyWords.leads.length(in: text, at: index), AgencyWords.coordinates.length(in: text, at: index))
        guard length >= 4 || length > 0 && AgencyWords.members.stands(in: text, at: index) else { return 0 }
        let after = index + length
        if after < tokens.count, tokens[after].isSign(":") || startsAgency(at: after) { return 0 }
        return length
    }

    func isRole(at index: Int, after item: Range<Int>) -> Bool {
        if isChosen(item, at: index) { return false }
        if AgencyWords.leads.stands(in: text, at: index) { return true }
        let length = AgencyWords.coordinatingLength(in: text, at: index)
        guard length > 0 else { return false }
        return isEnd(index + length) || AgencyWords.coordinatesWith.stands(in: text, at: index + length)
            || isKnown(item) || isCollective(item)
    }

    /// `Cơ quan được giao chủ trì`: the role with nothing behind it says which body is meant.
    private func isChosen(_ item: Range<Int>, at index: Int) -> Bool {
        let noun = AgencyWords.members.length(in: text, at: item.lowerBound)
        guard noun > 0, AgencyWords.assignments.length(in: text, at: item.lowerBound + noun) == item.count - noun else {
            return false
        }
        let length = max(
            AgencyWords.leads.length(in: text, at: index), AgencyWords.coordinatingLength(in: text, at: index))
        return item.count > noun && length > 0 && index + length == tokens.count
    }

    /// Whether a verb ends a name and begins what the agency does.
    func isDeed(at index: Int, after item: Range<Int>) -> Bool {
        guard !tokens[index].startsUpper, tokens[index].kind == .word else { return false }
        // `các tổ chức` are bodies, and organise nothing.
        if AgencyWords.plurals.stands(in: text, at: index - 1) { return false }
        if AgencyWords.deeds.stands(in: text, at: index) { return true }
        if AgencyWords.deedsAfterName.stands(in: text, at: index) { return isCollective(item) || isKnown(item) }
        let length = AgencyWords.deedsOfOne.length(in: text, at: index)
        guard length > 0 else { return false }
        if isCollective(item) {
            return isEnd(index + length) || AgencyWords.closings.stands(in: text, at: index - 1)
                || AgencyWords.closings.stands(in: text, at: index - 2)
        }
        return isKnown(item)
    }

    /// Whether a remark stands at a token, which begins no name.
    func isRemark(at index: Int) -> Bool {
        guard tokens.indices.contains(index), !tokens[index].startsUpper else { return false }
        return AgencyWords.deeds.stands(in: text, at: index) || AgencyWords.deedsAfterName.stands(in: text, at: index)
            || AgencyWords.deedsOfOne.stands(in: text, at: index) && !startsAgency(at: index)
                && !isMember(at: index)
            || AgencyWords.prose.stands(in: text, at: index)
    }

    /// The end of a remark: a hard separator, or a soft one before an agency or a role.
    func endOfRemark(from start: Int) -> Int {
        var index = start
        while index < tokens.count {
            if tokens[index].isSign("(") {
                index = endOfBracket(from: index)
                continue
            }
            if tokens[index].gapBefore == .lineBreak, index > start, startsAgency(at: index) { return index }
            if let separator = AgencySeparator.at(index, in: text) {
                let next = index + separator.length
                if separator.isHard || next >= tokens.count || beginsNamedAgency(at: next)
                    || AgencyWords.coordinatingLength(in: text, at: next) > 0
                {
                    return index
                }
                index = next
                continue
            }
            index += 1
        }
        return index
    }

    /// Whether what follows a comma in prose is an agency and not the prose going on.
    private func beginsNamedAgency(at index: Int) -> Bool {
        startsAgency(at: index)
            && (tokens[index].startsUpper || gazetteer.longestMatch(in: tokens, at: index) > 1)
    }

    /// The end of an item that only semicolons, bullets and line breaks end.
    func endOfHardItem(from start: Int) -> Int {
        var index = start + 1
        while index < tokens.count {
            if let separator = AgencySeparator.at(index, in: text), separator.isHard { return index }
            if tokens[index].gapBefore == .lineBreak, startsAgency(at: index) { return index }
            index += 1
        }
        return index
    }

    /// Past the bracket that closes the one at a token; the end where none does.
    func endOfBracket(from start: Int) -> Int {
        var depth = 0
        for index in start..<tokens.count {
            if tokens[index].isSign("(") { depth += 1 }
            if tokens[index].isSign(")") {
                depth -= 1
                if depth <= 0 { return index + 1 }
            }
        }
        return tokens.count
    }

    /// Whether a name goes on behind its bracket: `Công an (PC06) tỉnh`.
    func goesOn(after item: Range<Int>, at index: Int) -> Bool {
        guard isWord(index), !tokens[index].startsUpper, AgencySeparator.at(index, in: text) == nil else {
            return false
        }
        return TerritoryNoun.at(index, in: text) != nil || tokens[index].key == AgencyKey.level
    }
}
