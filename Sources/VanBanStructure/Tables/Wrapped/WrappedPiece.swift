import VanBanReading

/// A line of a wrapped table, or a part of one where a line may hold the end of one cell and the beginning of the next.
struct WrappedPiece: Sendable {
    /// What parts a piece from the one before it.
    enum Spacing: Sendable {
        /// The same line goes on.
        case sameLine
        /// As many empty lines as nearly everywhere in the table.
        case usual
        /// Fewer or more of them.
        case unusual
    }

    /// How sure it is that a page ends before a piece.
    enum Break: Sendable {
        case none, likely, certain
    }

    /// How the piece ends.
    enum Ending: Sendable {
        case plain
        /// A full stop or its like.
        case closed
        /// `;` or `:`: an item ends, and more may follow.
        case item
        /// A comma, or a word that leads on.
        case open
    }

    var range: Range<Int>
    /// Among all tokens of the table.
    var tokens: Range<Int>
    var spacing: Spacing
    /// Whether it is all of its line.
    /// Whether an empty line stands right before it.
    var isParted = false
    var isWholeLine = false
    var pageBreak = Break.none
    /// Printed length, of all of it and of its first word.
    var width = 0.0
    var firstWord = 0.0
    var startsLower = false
    /// Whether it opens with a word that goes on with what stands before.
    var goesOn = false
    var startsBullet = false
    var ending = Ending.plain
    /// Opening less closing brackets.
    var brackets = 0
    /// Labels that it may be, among those of the table.
    var labels = 0..<0
    /// A number alone on its line that may count pages.
    var pageNumber: Int?
    /// Whether it is one of several such numbers that follow each other at a page's distance.
    var pageCountsOn = false
    /// `Sở Tư pháp`, `các sở`: an agency, or a member of a list of agencies.
    var startsAgency = false
    /// It is the whole name of an agency and nothing else.
    var isAgency = false
    /// A name with a capital right behind a whole name, without anything between: `… UBND tỉnh` `Các sở`.
    var startsBareAgency = false
    /// It begins in the middle of a name that the piece before it begins.
    var startsInsideName = false
    var startsTime = false
    /// It ends on a whole statement of time.
    var endsTime = false
    /// A time word stands within a few words.
    var timeIsNear = false
    var startsOutput = false
    /// It is a figure and nothing else.
    var isAmount = false
    /// Share of its words that speak of time, of money.
    var time = 0.0
    var money = 0.0
}

/// Cuts the lines of a wrapped table into pieces and looks at each once.
struct WrappedPieceCutter {
    private let text: SourceText
    private let tokens: TokenText
    /// Tokens of each line.
    private let lineTokens: [Range<Int>]
    private let lines: [Line]
    private let names: AgencyNames
    private var time: [Bool]
    private var opensTime: [Bool]
    /// Tokens of names other than their first.
    private var insideName: [Bool]
    /// Tokens right behind a name.
    private var afterName: [Bool]
    /// The labels that pieces may be.
    private(set) var labels: [RowLabel] = []

    init(_ lines: [Line], in text: SourceText, agencies: AgencyGazetteer) {
        self.text = text
        self.lines = lines
        var stretch = Stretch(0..<0)
        for line in lines { stretch.append(line.range) }
        tokens = TokenText(stretch, in: text, isCell: false)
        var ranges: [Range<Int>] = []
        var next = 0
        for line in lines {
            let start = next
            // Lines of two columns side by side don't stand in the order of the text.
            while next < tokens.tokens.count, line.range.contains(tokens.tokens[next].range.lowerBound) { next += 1 }
            ranges.append(start..<next)
        }
        lineTokens = ranges
        names = AgencyNames(text: tokens, gazetteer: agencies)
        time = Array(repeating: false, count: tokens.tokens.count)
        opensTime = time
        insideName = time
        afterName = time
        markTime()
        markNames()
    }

    /// - Parameter breaks: lines before which a page is known to end.
    mutating func pieces(breaks: Set<Int>) -> [WrappedPiece] {
        var pieces: [WrappedPiece] = []
        labels = []
        let gaps = lines.indices.map(lineFeeds)
        let usual = mode(of: gaps.dropFirst())
        let indented = lines.map { isIndented($0.range.lowerBound) }
        let indentIsRare = indented.reduce(0) { $0 + ($1 ? 1 : 0) } * 8 <= lines.count
        for (index, line) in lines.enumerated() {
            let starts = cuts(of: index)
            for (position, start) in starts.enumerated() {
                let isLast = position + 1 == starts.count
                let end = isLast ? lineTokens[index].upperBound : starts[position + 1]
                let low = position == 0 ? line.range.lowerBound : tokens.tokens[start].range.lowerBound
                let high = isLast ? line.range.upperBound : tokens.tokens[end].range.lowerBound
                var piece = WrappedPiece(range: text.trimmed(low..<high), tokens: start..<end, spacing: .sameLine)
                piece.isWholeLine = starts.count == 1
                if position == 0 {
                    piece.spacing = usual == nil || gaps[index] == usual ? .usual : .unusual
                    if index == 0 { piece.spacing = .usual }
                    piece.isParted = index > 0 && gaps[index] > 1
                    let isTight = usual.map { gaps[index] < $0 } ?? false
                    if breaks.contains(index) || line.pageBreakBefore || hasFormFeed(before: index) {
                        piece.pageBreak = .certain
                    } else if indentIsRare, indented[index], isTight || usual == nil || usual == 1 {
                        piece.pageBreak = .likely
                    }
                    let found = RowLabel.candidates(
                        at: start, lineEnd: lineTokens[index].upperBound, in: tokens, largest: 99_999)
                    piece.labels = labels.count..<(labels.count + found.count)
                    labels += found
                    if start + 1 == lineTokens[index].upperBound { piece.pageNumber = tokens.tokens[start].value }
                }
                describe(&piece)
                pieces.append(piece)
            }
        }
        markPages(&pieces)
        return pieces
    }

    /// Numbers alone on their lines that count on, a page's lines apart.
    private func markPages(_ pieces: inout [WrappedPiece]) {
        var before: [Int: Int] = [:]
        var lengths: [Int: Int] = [:]
        var recent: [Int: [Int]] = [:]
        for (index, piece) in pieces.enumerated() {
            guard let page = piece.pageNumber else { continue }
            recent[page - 1]?.removeAll { index - $0 > 250 }
            let earlier = (recent[page - 1] ?? []).filter { index - $0 >= 15 }
            lengths[index] = 1
            if let best = earlier.max(by: { lengths[$0, default: 0] < lengths[$1, default: 0] }) {
                before[index] = best
                lengths[index] = lengths[best, default: 0] + 1
            }
            recent[page, default: []].append(index)
        }
        for (index, length) in lengths where length >= ((pieces[index].pageNumber ?? 0) <= length + 2 ? 2 : 3) {
            var member: Int? = index
            while let place = member, !pieces[place].pageCountsOn {
                pieces[place].pageCountsOn = true
                member = before[place]
            }
        }
    }

    // MARK: Cutting

    /// The tokens of a line at which a cell may begin.
    private func cuts(of index: Int) -> [Int] {
        let line = lineTokens[index]
        var starts = [line.lowerBound]
        guard line.count > 1 else { return starts }
        var from = line.lowerBound + 1
        if let label = RowLabel.candidates(
            at: line.lowerBound, lineEnd: line.upperBound, in: tokens, largest: 99_999
        ).first {
            let next = line.lowerBound + label.length
            guard next < line.upperBound else { return starts }
            starts.append(next)
            from = next + 1
        }
        for position in from..<max(from, line.upperBound) where starts.count < 6 {
            if mayBeginCell(position, line) { starts.append(position) }
        }
        return starts
    }

    private func mayBeginCell(_ position: Int, _ line: Range<Int>) -> Bool {
        let token = tokens.tokens[position]
        let before = tokens.tokens[position - 1]
        if token.isSign("-"), token.gapBefore != .none, position + 1 < line.upperBound {
            let next = tokens.tokens[position + 1]
            return next.gapBefore != .none && next.startsUpper && opensTime[position + 1]
        }
        guard token.kind == .word, token.gapBefore != .none, !CellWords.leadsOn(in: tokens, at: position - 1)
        else { return false }
        if case .sign = before.kind, !before.isSign("."), !before.isSign(";"), !before.isSign(")"),
            !before.isSign("\"")
        {
            return false
        }
        if token.startsUpper, opensTime[position] {
            // `… Sở Tư pháp Năm 2024`: from here on the line speaks of time.
            let rest = position..<line.upperBound
            let share = rest.reduce(0) { $0 + (time[$1] ? 1 : 0) }
            return share * 2 >= rest.count
        }
        guard startsAgency(at: position) else { return false }
        return token.startsUpper || AgencyWords.plurals.stands(in: tokens, at: position)
    }

    // MARK: Describing

    private func describe(_ piece: inout WrappedPiece) {
        piece.width = GlyphWidth.of(piece.range, in: text)
        var wordEnd = piece.range.lowerBound
        while wordEnd < piece.range.upperBound, CharacterClass.spaceLength(in: text.bytes, at: wordEnd) == 0 {
            wordEnd += 1
        }
        piece.firstWord = GlyphWidth.of(piece.range.lowerBound..<wordEnd, in: text)
        piece.startsLower = LetterCase.startsLower(piece.range, in: text)
        guard let first = piece.tokens.first, let last = piece.tokens.last else { return }
        let all = tokens.tokens
        piece.goesOn = CellWords.goingOn.stands(in: tokens, at: first)
        piece.startsBullet = all[first].isSign("-") || all[first].isSign("+")
        let word = piece.startsBullet && piece.tokens.count > 1 ? first + 1 : first
        piece.startsAgency = startsAgency(at: word) || names.isMember(at: word)
        var end = piece.tokens.upperBound
        while end > word, case .sign = all[end - 1].kind { end -= 1 }
        piece.isAgency =
            all[word].startsUpper && end > word + 1 && names.gazetteer.longestMatch(in: all, at: word) == end - word
        piece.startsInsideName = insideName[first]
        piece.startsBareAgency =
            afterName[first] && piece.startsAgency && all[first].startsUpper && !piece.startsInsideName
        piece.startsTime = opensTime[word]
        piece.timeIsNear = (word..<min(word + 9, all.count)).contains { time[$0] }
        piece.startsOutput =
            CellWords.outputs.stands(in: tokens, at: word)
            || DocumentKindGazetteer.standard.kind(in: tokens, at: word) != nil
        let words = piece.tokens.filter { all[$0].kind == .word || all[$0].kind == .number }
        if !words.isEmpty {
            piece.time = Double(words.reduce(0) { $0 + (time[$1] ? 1 : 0) }) / Double(words.count)
            let money = words.reduce(0) { $0 + CellWords.funding.length(in: tokens, at: $1) }
            piece.money = min(1, Double(money) / Double(words.count))
        }
        for index in piece.tokens {
            if all[index].isSign("(") { piece.brackets += 1 }
            if all[index].isSign(")") { piece.brackets -= 1 }
        }
        piece.ending = ending(at: last)
        piece.isAmount = piece.tokens.allSatisfy { all[$0].kind != .word } && all[first].kind == .number
        if piece.isAmount { piece.money = 1 }
        piece.endsTime = end > word && time[end - 1] && !CellWords.timeLeadingOn.stands(in: tokens, at: end - 1)
    }

    private func startsAgency(at index: Int) -> Bool {
        names.startsAgency(at: index) && !CellWords.deeds.stands(in: tokens, at: index)
    }

    private func ending(at last: Int) -> WrappedPiece.Ending {
        let token = tokens.tokens[last]
        if token.isSign(",") || token.isSign("-") || token.isSign("/") || token.isSign("(") { return .open }
        if token.isSign(";") || token.isSign(":") { return .item }
        if token.isSign(".") || token.isSign("!") || token.isSign("?") { return .closed }
        if token.kind == .word, !token.startsUpper, CellWords.leadsOn(in: tokens, at: last) { return .open }
        return .plain
    }

    // MARK: Time

    private mutating func markTime() {
        let all = tokens.tokens
        for index in all.indices {
            if isDay(at: index) {
                for place in index...(index + 2) { time[place] = true }
                opensTime[index] = true
            }
            let length = CellWords.time.length(in: tokens, at: index)
            for place in index..<(index + length) { time[place] = true }
            opensTime[index] = opensTime[index] || opens(at: index)
        }
        // Numbers beside a word of time belong to it.
        for index in all.indices where !time[index] {
            let isNumeral =
                all[index].kind == .number || all[index].isSign("/")
                || (all[index].isAllUpper && RomanNumeral.value(text.string(all[index].range)) != nil)
            guard isNumeral else { continue }
            if index > 0, time[index - 1] { time[index] = true }
            if index + 1 < all.count, all[index].kind == .number, isUnit(index + 1) { time[index] = true }
        }
    }

    private mutating func markNames() {
        for index in tokens.tokens.indices {
            let name = names.gazetteer.longestMatch(in: tokens.tokens, at: index)
            if name > 1, index + name < afterName.count { afterName[index + name] = true }
            let length = max(name, AgencyWords.members.length(in: tokens, at: index))
            guard length > 1 else { continue }
            for place in (index + 1)..<min(index + length, insideName.count) { insideName[place] = true }
        }
        // `trước ngày` and what follows it are one, too.
        for index in tokens.tokens.indices.dropFirst() where time[index] && time[index - 1] {
            if CellWords.timeLeadingOn.stands(in: tokens, at: index - 1) { insideName[index] = true }
        }
    }

    private func opens(at index: Int) -> Bool {
        let length = CellWords.timeOpenings.length(in: tokens, at: index)
        guard length > 0 else { return false }
        let all = tokens.tokens
        if length > 1 || all[index].kind == .number { return true }
        // `Quý IV`, `Năm 2024`, `Ngày 30`, `Lần 1`; `Tháng 01/2025`.
        guard index + 1 < all.count else { return false }
        if all[index + 1].kind == .number { return true }
        return RomanNumeral.value(text.string(all[index + 1].range)) != nil
            || CellWords.time.stands(in: tokens, at: index + 1)
    }

    private func isUnit(_ index: Int) -> Bool {
        time[index] && tokens.tokens[index].kind == .word && CellWords.timeOpenings.length(in: tokens, at: index) == 1
    }

    /// `31/12`, `31/12/2024`.
    private func isDay(at index: Int) -> Bool {
        let all = tokens.tokens
        guard index + 2 < all.count, let day = all[index].value, let month = all[index + 2].value else { return false }
        return all[index + 1].isSign("/") && (1...31).contains(day) && (1...12).contains(month)
            && all[index + 1].gapBefore == .none
    }

    // MARK: Layout

    private func lineFeeds(before index: Int) -> Int {
        guard index > 0 else { return 0 }
        return
            (lines[index - 1].range.upperBound..<max(lines[index - 1].range.upperBound, lines[index].range.lowerBound))
            .reduce(0) { $0 + (text.bytes[$1] == 0x0A ? 1 : 0) }
    }

    private func hasFormFeed(before index: Int) -> Bool {
        guard index > 0 else { return false }
        return
            (lines[index - 1].range.upperBound..<max(lines[index - 1].range.upperBound, lines[index].range.lowerBound))
            .contains { text.bytes[$0] == 0x0C }
    }

    private func isIndented(_ offset: Int) -> Bool {
        offset > 0 && text.bytes[offset - 1] == 0x20
    }

    /// The count of line feeds before three quarters of the lines; nil where there is no such count.
    private func mode(of gaps: ArraySlice<Int>) -> Int? {
        var counts: [Int: Int] = [:]
        for gap in gaps { counts[gap, default: 0] += 1 }
        guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), best.value * 4 >= gaps.count * 3
        else { return nil }
        return best.key
    }
}
