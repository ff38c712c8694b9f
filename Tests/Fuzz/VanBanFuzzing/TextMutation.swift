/// Changes of a document's lines as hands, printers, converters and scanners make them.
enum TextMutation: String, CaseIterable, Sendable {
    case swapCells, swapCellsOfRows, emptyCell, dropRow, repeatRow, moveColumn, shiftColumn, cutPage, breakPage
    case repeatHead, rewrap, joinLines, splitLine, damageLetters, spaceLines, indent, insertMark, splice, changeNumber
    case moveLines, otherSeparator, pageNumbers, formLine

    /// Changes some of the lines.
    /// - Parameter other: lines of another document, from which pieces may be taken.
    func apply(to lines: inout [String], other: [String], _ random: inout SplitMix) {
        guard !lines.isEmpty else { return }
        switch self {
        case .swapCells, .swapCellsOfRows, .emptyCell, .moveColumn, .otherSeparator, .shiftColumn:
            changeCells(of: &lines, &random)
        case .dropRow: lines.removeSubrange(random.stretch(of: lines.count, longest: 3))
        case .repeatRow:
            let row = random.stretch(of: lines.count, longest: 3)
            lines.insert(
                contentsOf: Array(lines[row]), at: random.once(in: 2) ? row.upperBound : random.below(lines.count))
        case .cutPage: lines.removeSubrange(random.stretch(of: lines.count, longest: min(60, lines.count / 2)))
        case .breakPage: breakPage(&lines, &random)
        case .pageNumbers: pageNumbers(&lines, &random)
        case .repeatHead:
            let head = random.stretch(of: lines.count, longest: 4)
            lines.insert(contentsOf: Array(lines[head]), at: random.below(lines.count))
        case .rewrap: rewrap(&lines, &random)
        case .joinLines:
            let range = random.stretch(of: lines.count, longest: 4)
            let joint = random.one(of: [" ", "", "\t", "  ", "     ", " | ", "\u{A0}", "<br>"], else: " ")
            lines.replaceSubrange(range, with: [lines[range].joined(separator: joint)])
        case .splitLine:
            let index = random.below(lines.count)
            let place = Self.place(in: lines[index], &random)
            let halves = [String(lines[index][..<place]), String(lines[index][place...])]
            lines.replaceSubrange(index...index, with: random.once(in: 3) ? [halves[0], "", halves[1]] : halves)
        case .damageLetters: LetterDamage.apply(to: &lines, &random)
        case .spaceLines: spaceLines(&lines, &random)
        case .indent:
            let indent = String(repeating: random.one(of: [" ", " ", "\t"], else: " "), count: 1 + random.below(30))
            for index in random.stretch(of: lines.count, longest: 8) { lines[index] = indent + lines[index] }
        case .insertMark:
            let index = random.below(lines.count)
            lines[index].insert(
                contentsOf: random.one(of: Self.marks, else: ""), at: Self.place(in: lines[index], &random))
        case .splice:
            guard !other.isEmpty else { return }
            lines.insert(
                contentsOf: Array(other[random.stretch(of: other.count, longest: 20)]), at: random.below(lines.count))
        case .changeNumber: changeNumber(in: &lines, &random)
        case .moveLines:
            let range = random.stretch(of: lines.count, longest: 6)
            let moved = Array(lines[range])
            lines.removeSubrange(range)
            lines.insert(contentsOf: moved, at: random.below(lines.count + 1))
        case .formLine: lines.insert(random.one(of: Self.formLines, else: ""), at: random.below(lines.count + 1))
        }
    }

    private static let marks = [
        "|", "||", "\t", "\t\t", "      ", "**", "*", "_", "<b>", "</td>", "<table>", "<br>", "&nbsp;", "\u{AD}",
        "\u{200B}", "\u{FEFF}", "\u{C}", "\u{B}", "\u{A0}", "\u{7}", "\u{301}", "¹", "²", "[1]", "(1)", "“", "”", "\"",
        "...", "……", "./.", ";", ":", " - ", "–", "+", "•", "#", "---", "+---+---+", "┌──┬──┐", "│", "🙂", "\u{0}", "&",
        "<", ">", "(", ")", "đ", "Đ", "/", "\\", "\u{2028}", "\u{85}", "\u{1F}",
    ]

    private static let formLines = [
        "PHỤ LỤC", "Phụ lục II", "QUYẾT ĐỊNH:", "Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "CHỦ TỊCH", "KẾ HOẠCH",
        "Điều 1.",
        "Chương II", "Phần thứ nhất", "Mục 1", "I. MỤC TIÊU", "1.", "a)", "-", "|---|---|---|", "Căn cứ Luật Đất đai;",
        "Kính gửi: Sở Nội vụ", "(Kèm theo Quyết định số 1/QĐ-UBND ngày 01/01/2024)", "ỦY BAN NHÂN DÂN", "Số:", "1/2/3",
        "ngày    tháng    năm 2024", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "--------",
        "TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian", "(1)\t(2)\t(3)\t(4)\t(5)\t(6)",
        "| STT | Nội dung | Chủ trì | Thời gian |", "STT   Nội dung công việc      Đơn vị chủ trì     Thời gian",
        "¹ Báo cáo.",
        "CỘNG", "Tổng số", "<table><tr><td>1</td></tr></table>", "¹", ".", "\u{C}",
    ]

    // MARK: Rows and columns

    private func changeCells(of lines: inout [String], _ random: inout SplitMix) {
        // Rows are looked for first: most lines have no cells.
        var index = random.below(lines.count)
        for _ in 0..<200 where CellLine(lines[index]).cells.count < 2 { index = random.below(lines.count) }
        var row = CellLine(lines[index])
        guard row.cells.count > 1 else { return }
        let (one, other) = (random.below(row.cells.count), random.below(row.cells.count))
        switch self {
        case .swapCells: row.cells.swapAt(one, other)
        case .emptyCell:
            row.cells[one] = ""
        case .swapCellsOfRows:
            let next = min(lines.count - 1, index + 1 + random.below(6))
            var second = CellLine(lines[next])
            guard next != index, one < second.cells.count else { return }
            (row.cells[one], second.cells[one]) = (second.cells[one], row.cells[one])
            lines[next] = second.line
        case .otherSeparator:
            let separator = random.one(of: ["\t", " | ", "     ", " ", "\u{7}", ";", ""], else: "\t")
            for index in index..<min(lines.count, index + 1 + random.below(20)) {
                var row = CellLine(lines[index])
                row.gaps = row.gaps.map { _ in separator }
                lines[index] = row.line
            }
            return
        case .shiftColumn, .moveColumn:
            for index in index..<min(lines.count, index + 1 + random.below(40)) {
                if self == .moveColumn {
                    var row = CellLine(lines[index])
                    guard max(one, other) < row.cells.count else { continue }
                    row.cells.insert(row.cells.remove(at: one), at: other)
                    lines[index] = row.line
                } else if let gap = lines[index].range(of: "  ") {
                    // A column of a printed page a little to the right.
                    lines[index].insert(contentsOf: String(repeating: " ", count: 1 + one), at: gap.lowerBound)
                }
            }
            return
        default: return
        }
        lines[index] = row.line
    }

    /// A line as cells and what stands between them.
    private struct CellLine {
        var cells: [String] = []
        var gaps: [String] = []

        init(_ line: String) {
            let isGap: (Character) -> Bool
            if line.contains("\t") {
                isGap = { $0 == "\t" }
            } else if line.contains("|") {
                isGap = { $0 == "|" }
            } else {
                isGap = { $0 == " " }
            }
            var cell = ""
            var gap = ""
            let isPrinted = !line.contains("\t") && !line.contains("|")
            for character in line {
                if isGap(character) {
                    gap.append(character)
                    // Bars and tabs end a cell each; of blanks only several do.
                    guard !isPrinted else { continue }
                    cells.append(cell)
                    gaps.append(gap)
                    (cell, gap) = ("", "")
                } else {
                    if isPrinted, gap.count > 1 {
                        cells.append(cell)
                        gaps.append(gap)
                        cell = ""
                    } else {
                        cell += gap
                    }
                    gap = ""
                    cell.append(character)
                }
            }
            cells.append(cell + gap)
        }

        var line: String {
            var line = cells.first ?? ""
            for (gap, cell) in zip(gaps, cells.dropFirst()) { line += gap + cell }
            return line
        }
    }

    // MARK: Pages and lines

    private static let pageMarks = ["", "%", "- % -", "Trang %", "Trang %/9", "%/9", "Page % of 9", "[%]"]

    private func breakPage(_ lines: inout [String], _ random: inout SplitMix) {
        let place = random.below(lines.count + 1)
        let number = random.one(of: Self.pageMarks, else: "").replacing("%", with: "\(1 + random.below(12))")
        var page = ["", String(repeating: " ", count: random.below(60)) + number]
        page.append(random.once(in: 2) ? "\u{C}" : "")
        if random.once(in: 2) { page += Array(lines[random.stretch(of: place, longest: 3)]) }
        lines.insert(contentsOf: page, at: place)
    }

    private func pageNumbers(_ lines: inout [String], _ random: inout SplitMix) {
        let height = 8 + random.below(60)
        let mark = random.one(of: Self.pageMarks, else: "%")
        let head = random.once(in: 2) ? Array(lines[random.stretch(of: lines.count, longest: 2)]) : []
        for (page, place) in stride(from: height, to: lines.count, by: height).enumerated().reversed() {
            let number = mark.replacing("%", with: "\(page + 2)")
            let feed = random.once(in: 2) ? "\u{C}" : ""
            lines.insert(contentsOf: ["", feed + number] + head, at: place)
        }
    }

    private func rewrap(_ lines: inout [String], _ random: inout SplitMix) {
        let range = random.stretch(of: lines.count, longest: 12)
        let width = 12 + random.below(90)
        var wrapped: [String] = []
        for line in lines[range] {
            var start = line.startIndex
            var count = 0
            var index = start
            while index < line.endIndex {
                count += 1
                let next = line.index(after: index)
                if count >= width, line[index] == " " {
                    wrapped.append(String(line[start..<index]))
                    start = next
                    count = 0
                }
                index = next
            }
            wrapped.append(String(line[start...]))
        }
        lines.replaceSubrange(range, with: wrapped)
    }

    private func spaceLines(_ lines: inout [String], _ random: inout SplitMix) {
        let range = random.stretch(of: lines.count, longest: lines.count)
        if random.once(in: 2) {
            lines.replaceSubrange(range, with: lines[range].filter { !$0.isEmpty })
        } else {
            let blank = random.one(of: ["", " ", "\u{A0}", "\t"], else: "")
            lines.replaceSubrange(range, with: lines[range].flatMap { [$0, blank] })
        }
    }

    private static let numbers = [
        "0", "00", "-1", "1,5", "1.000.000", "99", "4294967296", "9223372036854775808", "00000000001", "31/02/2024",
        "XIV", "IIII",
        "1.1.1.1.1", "2024", "1899", "12/13", "²", "٣", "１", "½", "100%", "1e9", "0,0000001",
    ]

    private func changeNumber(in lines: inout [String], _ random: inout SplitMix) {
        for _ in 0..<20 {
            let index = random.below(lines.count)
            let digits = lines[index].indices.filter { lines[index][$0].isNumber }
            guard let start = digits.randomElement(using: &random) else { continue }
            let end = lines[index][start...].firstIndex { !$0.isNumber } ?? lines[index].endIndex
            lines[index].replaceSubrange(start..<end, with: random.one(of: Self.numbers, else: ""))
            return
        }
    }

    /// A place in a line, mostly between words.
    static func place(in line: String, _ random: inout SplitMix) -> String.Index {
        guard !line.isEmpty else { return line.startIndex }
        let place = line.index(line.startIndex, offsetBy: random.below(line.count))
        return random.once(in: 3) ? place : line[place...].firstIndex(of: " ") ?? place
    }
}

/// Letters as a scanner, a keyboard or an old encoding spoils them.
enum LetterDamage {
    private static let likenesses: [Character: [String]] = [
        "O": ["0"], "0": ["O", "o"], "l": ["1", "I", "|"], "1": ["l", "I"], "I": ["l", "1"], "đ": ["d", "ð"],
        "Đ": ["D", "Ð"],
        "ư": ["u", "u'"], "ơ": ["o", "o'"], "ă": ["a"], "â": ["a"], "ê": ["e"], "ô": ["o"], "m": ["rn"],
        "S": ["5", "$"], "5": ["S"],
        "B": ["8"], "8": ["B"], ".": [",", " ."], ",": ["."], ":": [";", "."], "-": ["–", "—", "--", "_"],
        "/": ["1", "\\"],
        "a": ["а"], "e": ["е"], "o": ["о"], "\"": ["“"], " ": ["  ", "", "\u{A0}", "\t"], "ệ": ["e", "ê"], "ị": ["i"],
    ]

    static func apply(to lines: inout [String], _ random: inout SplitMix) {
        let often = 3 + random.below(60)
        for index in random.stretch(of: lines.count, longest: 8) {
            var damaged = ""
            for character in lines[index] {
                if random.once(in: often) {
                    damaged += random.one(of: likenesses[character] ?? [String(character)], else: "")
                } else {
                    damaged.append(character)
                }
            }
            lines[index] = damaged
        }
    }
}
