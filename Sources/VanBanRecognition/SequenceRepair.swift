/// Sets figures of number columns right by their sequence: what stands between 7 and 9 is 8. It is told.
///
/// Only what stands alone in its cell, below and above such cells, is a number of a column.
struct SequenceRepair {
    /// How far the middles of a column's numbers are apart, in points.
    private static let reach = 10.0

    /// - Parameters:
    ///   - lines: the words of all lines of a document, in their order.
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
        for column in columns { repair(column.lines, &lines) }
    }

    private static func repair(_ column: [Int], _ lines: inout [[RecognizedWord]]) {
        let numbers = column.map { number(lines[$0][0].text) }
        for index in numbers.indices.dropFirst().dropLast() {
            guard let before = numbers[index - 1], let after = numbers[index + 1], after == before + 2,
                numbers[index] != before + 1
            else { continue }
            let line = column[index]
            let text = lines[line][0].text
            lines[line][0].rival = text
            lines[line][0].text = String(before + 1) + (text.hasSuffix(".") ? "." : "")
        }
    }

    /// A number as it stands in a number column, with or without a full stop.
    private static func number(_ text: String) -> Int? {
        let digits = text.hasSuffix(".") ? text.dropLast() : text[...]
        return digits.count <= 4 && digits.allSatisfy({ $0.isASCII && $0.isNumber }) ? Int(digits) : nil
    }
}
