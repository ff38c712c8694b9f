import VanBanModel
import VanBanReading

/// Cells over several columns: names of groups.
extension AlignedGrid {
    /// The words of a line in one cell over several columns, its label aside; nil where it has more cells.
    private func wideContent(_ line: AlignedLine) -> (label: Range<Int>?, content: Range<Int>)? {
        var atoms = line.atoms()
        var label: Range<Int>?
        if let first = atoms.first, numberColumn != nil, atoms.count > 1, let place = places.first,
            line.words[first.upperBound - 1].end <= place + 2, rowLabel(line, first) != nil
        {
            label = first
            atoms.removeFirst()
        }
        guard atoms.count == 1, let content = atoms.first else { return nil }
        return (label, content)
    }

    func rowLabel(_ line: AlignedLine, _ words: Range<Int>) -> RowLabel? {
        let tokens = TokenText(line.range(words), in: text)
        return RowLabel.candidates(at: 0, lineEnd: tokens.tokens.count, in: tokens).first
    }

    func crosses(_ page: [AlignedLine], at index: Int) -> Bool {
        let line = page[index]
        guard let wide = wideContent(line) else { return false }
        let start = line.words[wide.content.lowerBound].start
        let end = line.words[wide.content.upperBound - 1].end
        let own = wide.label ?? wide.content
        let label = rowLabel(line, own)
        if isParted, isIsolated(page, at: index),
            isTitle(line, wide.content, isLabelled: label != nil, first: index == 0)
        {
            return true
        }
        if namesGroup(page, at: index, wide) { return true }
        guard startsAsTitle(start, end, isLabelled: label != nil) else { return false }
        let isGroupLabel = label.map { $0.series == .roman || $0.series == .upperLetter } ?? false
        // The name of a group beside its label may end right behind its column.
        let margin = isGroupLabel && wide.label != nil ? 0 : 3
        let crossed = places.filter { $0 > start + margin && $0 < end - margin }.count
        if crossed >= (isGroupLabel ? 1 : 2) {
            if let label { return isGroupLabel || label.series != .arabic || !touch(line, wide.content) }
            if standsInCells(page, at: index) { return false }
            // The rest of a title goes on in small letters, nothing else over all columns does.
            return !LetterCase.startsLower(line.range(wide.content), in: text)
                || index > 0 && wideContent(page[index - 1]) != nil
        }
        // Short names of groups stand centred.
        guard isGroupLabel, label?.length ?? 0 < TokenText(line.range(own), in: text).tokens.count, crossed == 0 else {
            return false
        }
        return wide.label == nil && places.first.map { start < $0 || start > $0 + 12 } ?? false
    }

    /// Whether a line that stands by itself between rows names a group: words over more than one column, or a name
    /// without a number.
    private func isTitle(_ line: AlignedLine, _ content: Range<Int>, isLabelled: Bool, first: Bool) -> Bool {
        guard !LetterCase.startsLower(line.range(content), in: text) else { return false }
        let start = line.words[content.lowerBound].start
        let end = line.words[content.upperBound - 1].end
        if places.contains(where: { $0 > start + 1 && $0 < end - 1 }) { return true }
        // What begins a page may be the rest of the row above.
        let isFirstOfTable = line.index == header.lines.upperBound
        return !isLabelled && (!first || isFirstOfTable) && content.count <= 8
    }

    /// Whether a line of one cell, which need not reach over the columns, names a group: capitals behind a label of groups
    /// or right above a row, what goes on with such a name, words between the head and the first row.
    private func namesGroup(
        _ page: [AlignedLine], at index: Int, _ wide: (label: Range<Int>?, content: Range<Int>)
    ) -> Bool {
        let line = page[index]
        let own = (wide.label?.lowerBound ?? wide.content.lowerBound)..<wide.content.upperBound
        let isUpper = LetterCase.of(line.range(own), in: text) == .upper
        guard taskColumn > 0, taskColumn <= places.count,
            line.words[own.lowerBound].start <= places[taskColumn - 1] + 3 + Self.drift
                || isUpper && !standsInCells(page, at: index)
        else { return false }
        if isUpper, index > 0, page[index - 1].start == line.start, wide.label == nil,
            LetterCase.of(page[index - 1].range(0..<page[index - 1].words.count), in: text) == .upper,
            crosses(page, at: index - 1)
        {
            return true
        }
        guard index + 1 < page.count, isNumberedRow(page[index + 1]) else { return false }
        let label = rowLabel(line, wide.label ?? own)
        if isUpper, own.count >= 3 {
            return label.map { $0.series == .roman || $0.series == .upperLetter } ?? true
        }
        return line.index == header.lines.upperBound && wide.label == nil && label == nil && own.count >= 2
            && !LetterCase.startsLower(line.range(own), in: text)
    }

    /// Whether a line begins a row: its number, and behind it cells that open anew.
    private func isNumberedRow(_ line: AlignedLine) -> Bool {
        let atoms = line.atoms()
        guard atoms.count >= 3, let place = places.first, line.words[atoms[0].upperBound - 1].end <= place + 2,
            rowLabel(line, atoms[0]) != nil
        else { return false }
        return !LetterCase.startsLower(line.range(atoms[1]), in: text)
    }

    /// Names of groups begin with the numbers or the tasks, or stand in the middle of the table.
    private func startsAsTitle(_ start: Int, _ end: Int, isLabelled: Bool) -> Bool {
        guard !isLabelled, taskColumn < places.count else { return true }
        if start <= places[taskColumn] { return true }
        let width = (header.cells.last?.end ?? 0) - header.cells[0].start
        let middle = header.cells[0].start + width / 2
        return abs((start + end) / 2 - middle) * 8 <= width
    }

    /// Whether a line begins right below or above the beginning of a cell, and another of its words nearly does.
    private func standsInCells(_ page: [AlignedLine], at index: Int) -> Bool {
        var starts: Set<Int> = []
        for other in max(0, index - 2)..<min(page.count, index + 3) where other != index {
            for atom in page[other].atoms().dropFirst() { starts.insert(page[other].words[atom.lowerBound].start) }
        }
        guard starts.contains(page[index].start), let first = places.first, page[index].start > first + 4 else {
            return false
        }
        return page[index].words.dropFirst().contains { word in
            word.mayOpen && (-3...3).contains { starts.contains(word.start + $0) }
        }
    }

    /// How far cells that touch move each other from their columns' places.
    private static let sway = 16

    /// Whether a line without gaps is a row whose cells touch: words that open other columns' cells stand at the rivers.
    private func touch(_ line: AlignedLine, _ content: Range<Int>) -> Bool {
        var opening = 0
        for (river, place) in places.enumerated() where header.roles[river + 1] != .task {
            let isOpened = content.dropFirst().contains { word in
                abs(line.words[word].start - 1 - place) <= Self.sway
                    && line.words[word].mayOpen && line.words[word].opening(as: header.roles[river + 1]) > 0
            }
            if isOpened { opening += 1 }
        }
        return opening >= 2
    }

    /// The label of a crossed line and its title.
    func crossedCells(_ line: AlignedLine) -> [Range<Int>] {
        var cells = [Range<Int>](repeating: 0..<0, count: columnCount)
        let atoms = line.atoms()
        let all = 0..<line.words.count
        guard let number = numberColumn, let first = atoms.first else {
            cells[taskColumn] = all
            return cells
        }
        if atoms.count > 1, rowLabel(line, first) != nil {
            cells[number] = first
            cells[taskColumn] = first.upperBound..<all.upperBound
        } else if rowLabel(line, all) != nil, rowLabel(line, 0..<1) != nil, all.count > 1 {
            cells[number] = 0..<1
            cells[taskColumn] = 1..<all.upperBound
        } else {
            cells[taskColumn] = all
        }
        return cells
    }

    /// Whether a line over all columns names a group: it has a label, or is short or in capitals.
    func isGroup(_ page: [AlignedLine], at index: Int) -> Bool {
        guard let wide = wideContent(page[index]) else { return false }
        if rowLabel(page[index], wide.label ?? wide.content) != nil { return true }
        return index > 0 && isCrossedGroup(page[index - 1])
    }

    private func isCrossedGroup(_ line: AlignedLine) -> Bool {
        guard let wide = wideContent(line) else { return false }
        return rowLabel(line, wide.label ?? wide.content) != nil
    }

    /// Whether rows follow a line that crosses the columns.
    func isFollowed(_ page: [AlignedLine], _ index: Int, _ pages: AlignedPages, _ number: Int) -> Bool {
        var following = Array(page[(index + 1)...].prefix(24))
        if following.count < 24, number + 1 < pages.pages.count {
            following += pages.pages[number + 1].body.prefix(24 - following.count)
        }
        guard let first = places.first else { return false }
        let task = taskColumn > 0 && taskColumn <= places.count ? places[taskColumn - 1] : first
        var numbered = 0
        var columned = 0
        for line in following {
            let atoms = line.atoms()
            guard let label = atoms.first else { continue }
            let isNumbered = line.words[label.upperBound - 1].end <= first + 6 && rowLabel(line, label) != nil
            if isNumbered, atoms.count >= 3 { return true }
            // Where cells are centred the number stands beside few of them; that of an activity opens its task.
            if isNumbered || atoms.contains(where: { opensActivity(line, $0, near: task) }) { numbered += 1 }
            let isColumned = atoms.dropFirst().contains { atom in
                places.dropFirst().contains { abs(line.words[atom.lowerBound].start - 1 - $0) <= Self.drift }
            }
            if isColumned { columned += 1 }
        }
        return numbered > 0 && columned >= Self.least
    }

    /// How far a cell may begin from its column's place, and lines that have one so behind others that are rows.
    private static let drift = 4
    private static let least = 3

    private func opensActivity(_ line: AlignedLine, _ atom: Range<Int>, near place: Int) -> Bool {
        abs(line.words[atom.lowerBound].start - 1 - place) <= Self.drift
            && rowLabel(line, atom.lowerBound..<(atom.lowerBound + 1)).map { $0.length > 1 } ?? false
    }

    func pageBreak(before index: Int) -> Bool {
        index > 0 && body[index].page != body[index - 1].page
    }
}
