import VanBanModel
import VanBanReading

/// The groups that an index sorts the provinces into, by quarters of their scores.
enum ResultGroups {
    /// By the codes of the data file; the longest spelling first.
    private static let codes: [String: IndexScore.Group] = [
        "1": .high, "2": .highAverage, "3": .lowAverage, "4": .low,
    ]
    private static let groups: [(phrase: Phrase, group: IndexScore.Group)] =
        CSVTable(PackageResources.result_groups_csv).rows.flatMap { row in
            row.values("spellings").compactMap { words in codes[row["code"]].map { (Phrase(words), $0) } }
        }.sorted { $0.phrase.keys.count > $1.phrase.keys.count }
    private static let word = WordKey.of("nhóm")
    /// How many provinces are in a group.
    private static let sizes = Set(
        CSVTable(PackageResources.result_groups_csv).rows.compactMap { Int($0["provinces_2019_2020"]) })
    private static let fillers = Lexicon.keys(.groupFillers)

    /// The group that `nhóm …` at a token names: its words as printed, and its code where they name one.
    static func at(_ index: Int, in text: TokenText) -> (text: String, group: IndexScore.Group?, end: Int)? {
        let tokens = text.tokens
        guard index < tokens.count, tokens[index].key == word else { return nil }
        var start = index + 1
        // `nhóm “tốt”`
        let isQuoted = start < tokens.count && tokens[start].isSign("\"")
        if isQuoted { start += 1 }
        // `nhóm 16 tỉnh đạt điểm cao nhất`: as many as a group has.
        // One more or less where provinces are missing from a year's results.
        let isCounted =
            start < tokens.count
            && tokens[start].value.map { count in sizes.contains { abs($0 - count) <= 1 } } ?? false
        if isCounted { start += 1 }
        while start < tokens.count, !isQuoted {
            // `nhóm 16 tỉnh có Chỉ số PAPI thấp nhất`
            if start > index + 1, let name = IndexNames.mention(at: start, in: text) {
                start += name.length
                continue
            }
            // `nhóm các tỉnh, thành phố đạt điểm …`
            let isJoint =
                tokens[start].isSign(",") && start > index + 1 && start + 1 < tokens.count
                && fillers.contains(tokens[start + 1].key)
            guard isJoint || tokens[start].kind == .word && fillers.contains(tokens[start].key) else { break }
            start += 1
        }
        var end = start
        while end < tokens.count, tokens[end].kind == .word, tokens[end].kind != .number { end += 1 }
        guard end > start else { return nil }
        /// The quotation mark is the group's, too.
        func closed(_ stop: Int) -> Int { isQuoted && text.isSign("\"", at: stop) ? stop + 1 : stop }
        for entry in groups where text.matches(entry.phrase, at: start) {
            let stop = start + entry.phrase.keys.count
            // `cao của trung bình thấp` is not `cao`.
            if stop == end || !isOfGroup(stop, text) {
                return (text.string(start..<stop), entry.group, closed(stop))
            }
        }
        if isCounted { return nil }
        // The words up to the next sign, at most eight of them.
        let stop = min(end, start + 8)
        return (text.string(start..<stop), nil, closed(stop))
    }

    private static let leaving = Lexicon.keys(.groupLeaving)
    private static let no = ScoreWords.keys("không chưa")
    private static let unchanged = ScoreWords.keys("đổi thay")
    private static let joining = Lexicon.keys(.groupJoining)

    /// Whether a group is one that was left or not reached: `từ nhóm thấp nhất lên …`, `thoát khỏi nhóm …`, `không vào
    /// được nhóm …`.
    static func isLeft(_ index: Int, in text: TokenText) -> Bool {
        var before = index - 1
        while before >= 0, joining.contains(text.key(before)) { before -= 1 }
        if before >= 0, text.key(before) == ScoreWords.from || leaving.contains(text.key(before)) { return true }
        var place = index - 1
        while place >= 0, index - place <= 6, text.tokens[place].kind == .word {
            if no.contains(text.key(place)) { return !unchanged.contains(text.key(place + 1)) }
            place -= 1
        }
        return false
    }

    private static let contents = Lexicon.phrases(.groupContents)

    /// Whether a group is that of some dimensions that are only counted: `03 chỉ số nội dung thuộc nhóm cao nhất`.
    static func isOfCounted(_ index: Int, in text: TokenText) -> Bool {
        var place = index - 1
        while place > 0, index - place <= 10, text.tokens[place].kind == .word {
            if text.tokens[place - 1].kind == .number, text.year(at: place - 2) == nil,
                text.firstMatch(contents, at: place) != nil
            {
                return true
            }
            place -= 1
        }
        return false
    }

    private static let joints = ScoreWords.keys("và hoặc")
    private static let belonging = Lexicon.keys(.groupBelonging)

    /// Whether a group stands in a list of all of them (`04 nhóm: (1) Nhóm đạt điểm cao nhất (16 tỉnh); (2) Nhóm …`) and
    /// so is nobody's.
    static func isListed(_ index: Int, upTo end: Int, in text: TokenText) -> Bool {
        if isItem(index, text) { return true }
        if belonging.contains(text.key(index - 1)) { return false }
        var next = end
        if text.isSign("(", at: next) { next = text.closing(of: next) + 1 }
        guard text.isSign(",", at: next) || text.isSign(";", at: next) || joints.contains(text.key(next)) else {
            return isBehindGroup(index, text)
        }
        while next < text.tokens.count,
            text.isSign(",", at: next) || text.isSign(";", at: next)
                || joints.contains(text.key(next))
        {
            next += 1
        }
        return text.key(next) == word && at(next, in: text) != nil || isBehindGroup(index, text)
    }

    /// `(1) Nhóm …`, `1. Nhóm …`
    private static func isItem(_ index: Int, _ text: TokenText) -> Bool {
        guard index >= 2, text.isSign(")", at: index - 1) || text.isSign(".", at: index - 1) else { return false }
        let label = text.tokens[index - 2]
        guard label.kind == .number || label.key.utf8.count == 1 else { return false }
        return text.isSign(")", at: index - 1) || label.kind == .number
    }

    /// Whether a group stands right before, parted by a comma alone: `nhóm cao nhất, nhóm trung bình cao`.
    private static func isBehindGroup(_ index: Int, _ text: TokenText) -> Bool {
        guard index >= 2,
            text.isSign(",", at: index - 1) || text.isSign(";", at: index - 1)
                || joints.contains(text.key(index - 1))
        else { return false }
        return (max(0, index - 14)..<(index - 1)).contains { start in
            guard text.key(start) == word, let before = at(start, in: text) else { return false }
            var end = before.end
            if text.isSign("(", at: end) { end = text.closing(of: end) + 1 }
            return end == index - 1
        }
    }

    /// The group that a cell names, with or without the word `nhóm`: its words as printed, and its code.
    static func named(_ text: TokenText) -> (text: String, group: IndexScore.Group?) {
        let whole = text.string(0..<text.tokens.count)
        for start in text.tokens.indices.prefix(6) {
            for entry in groups
            where text.matches(entry.phrase, at: start) && start + entry.phrase.keys.count == text.tokens.count {
                return (whole, entry.group)
            }
        }
        return (whole, nil)
    }

    private static let partitive = WordKey.of("của")
    private static let names = Lexicon.keys(.groupNames)

    /// `của trung bình thấp`, but not `của Chỉ số PAPI`
    private static func isOfGroup(_ index: Int, _ text: TokenText) -> Bool {
        text.key(index) == partitive && names.contains(text.key(index + 1))
    }
}
