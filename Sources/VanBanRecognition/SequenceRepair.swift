import FoundationEssentials

/// Sets figures of number columns right by their sequence: what stands between 7 and 9 is 8, between I and III it is II. It is
/// told.
///
/// Only what stands alone in its cell, below and above such cells, is a number of a column.
struct SequenceRepair {
    /// How far the middles of a column's numbers are apart, in points.
    private static let reach = 10.0
    /// What a stroke is read as.
    private static let strokes: Set<String> = ["I", "l", "|", "i", "!"]
    private static let romans: [String: Int] = Dictionary(uniqueKeysWithValues: (1...39).map { (roman($0), $0) })

    /// - Parameters:
    ///   - lines: the words of all lines of a document, in their order; of a line in which nothing was read a word without
    ///     letters.
    ///   - places: by line, where the middle of its only word is; nil for what is no number of a column.
    static func repair(_ lines: inout [[RecognizedWord]], at places: [Double?]) {
        var columns: [(place: Double, lines: [Int])] = []
        for index in lines.indices {
            guard let place = places[index], !lines[index].isEmpty else { continue }
            if let column = columns.firstIndex(where: { abs($0.place - place) <= reach }) {
                columns[column].place = place
                columns[column].lines.append(index)
            } else {
                columns.append((place, [index]))
            }
        }
        for column in columns {
            repairFirst(column.lines, &lines)
            repair(column.lines, &lines)
            repairRomans(column.lines, &lines)
        }
    }

    private static func repair(_ column: [Int], _ lines: inout [[RecognizedWord]]) {
        let numbers = column.map { number(lines[$0][0].text) }
        let known = numbers.indices.filter { numbers[$0] != nil }
        for index in numbers.indices.dropFirst().dropLast() {
            guard let before = numbers[index - 1], let after = numbers[index + 1], after == before + 2,
                let own = numbers[index], own != before + 1
            else { continue }
            set(column[index], before + 1, &lines)
        }
        for (first, last) in zip(known, known.dropFirst()) {
            guard let before = numbers[first], numbers[last] == before + 2 else { continue }
            // Titles over rows and heads that pages repeat stand in the column, too.
            var between = Array((first + 1)..<last)
            if between.count > 1 { between.removeAll { romans[lines[column[$0]][0].text] != nil } }
            if between.count > 1 { between.removeAll { isRepeated(lines[column[$0]][0].text, in: column, lines) } }
            if between.count == 1 { set(column[between[0]], before + 1, &lines) }
        }
    }

    /// A stroke above the number 2 is the number 1.
    private static func repairFirst(_ column: [Int], _ lines: inout [[RecognizedWord]]) {
        for (index, line) in column.enumerated() where index + 1 < column.count {
            guard strokes.contains(bare(lines[line][0].text)), number(lines[column[index + 1]][0].text) == 2,
                index == 0 || number(lines[column[index - 1]][0].text) != 1
            else { continue }
            set(line, 1, &lines)
        }
    }

    /// Titles over rows are counted in Roman figures; what is short between two of them is the one that lacks.
    private static func repairRomans(_ column: [Int], _ lines: inout [[RecognizedWord]]) {
        let labels = column.filter { line in
            let text = bare(lines[line][0].text)
            return number(text) == nil && (1...5).contains(text.count)
                && (text.count <= 2 || romans[folded(text)] != nil)
                && (romans[folded(text)] != nil || !isRepeated(lines[line][0].text, in: column, lines))
        }
        for (index, line) in labels.enumerated() where index > 0 {
            let text = bare(lines[line][0].text)
            guard let before = romans[folded(bare(lines[labels[index - 1]][0].text))], romans[text] == nil,
                !text.isEmpty
            else { continue }
            let after = index + 1 < labels.count ? romans[folded(bare(lines[labels[index + 1]][0].text))] : nil
            if after == before + 2 || romans[folded(text)] == before + 1 { set(line, roman(before + 1), &lines) }
        }
    }

    private static func set(_ line: Int, _ number: Int, _ lines: inout [[RecognizedWord]]) {
        set(line, String(number), &lines)
    }

    private static func set(_ line: Int, _ figures: String, _ lines: inout [[RecognizedWord]]) {
        guard !lines[line][0].isSure else { return }
        let text = lines[line][0].text
        lines[line][0].rival = text
        lines[line][0].text = figures + (text.hasSuffix(".") ? "." : "")
    }

    private static func isRepeated(_ text: String, in column: [Int], _ lines: [[RecognizedWord]]) -> Bool {
        text.contains(where: \.isLetter) && column.count { lines[$0][0].text == text } > 1
    }

    private static func bare(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

    /// A number as it stands in a number column, with or without a full stop.
    private static func number(_ text: String) -> Int? {
        let digits = text.hasSuffix(".") ? text.dropLast() : text[...]
        return digits.count <= 4 && digits.allSatisfy({ $0.isASCII && $0.isNumber }) ? Int(digits) : nil
    }

    private static func roman(_ number: Int) -> String {
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        return String(repeating: "X", count: number / 10) + ones[number % 10]
    }

    /// Without the marks that dust makes of figures (`VỊ`).
    private static func folded(_ text: String) -> String {
        let scalars = text.decomposed.unicodeScalars.filter {
            !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
