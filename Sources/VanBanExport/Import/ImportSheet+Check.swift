import VanBanMessages
import VanBanModel
import VanBanReading

/// What a target would refuse in a sheet that is imported.
package struct ImportFinding: Hashable, Sendable {
    /// Which file, from 0, and which of its rows, from 1 as spreadsheets count.
    package var file: Int
    package var row: Int
    package var heading: String
    /// Where the task stands in its document, for people.
    package var place: BilingualText
    private let key: String
    private let arguments: [String]

    init(file: Int, row: Int, heading: String, place: BilingualText, _ key: String, _ arguments: [String]) {
        self.file = file
        self.row = row
        self.heading = heading
        self.place = place
        self.key = key
        self.arguments = arguments
    }

    package func message(in language: Language) -> String { Messages.text("import." + key, in: language, arguments) }
}

extension ImportSheet {
    /// What the target would refuse, file by file and row by row: cells that are empty where a value is demanded, values that
    /// the template does not let be entered, agencies without a code, deadlines that are no days.
    /// - Parameter files: the rows of each file.
    package func findings(_ files: [Range<Int>]) -> [ImportFinding] {
        var findings: [ImportFinding] = []
        for (file, range) in files.enumerated() {
            for index in range {
                for (place, column) in columns.enumerated() where column.field != .office {
                    guard let (key, arguments) = fault(rows[index], place, column) else { continue }
                    findings.append(
                        ImportFinding(
                            file: file, row: template.firstRow + index - range.lowerBound + 1, heading: column.heading,
                            place: rows[index].place, key, arguments))
                }
            }
        }
        return findings
    }

    private func fault(_ row: Row, _ place: Int, _ column: Column) -> (key: String, arguments: [String])? {
        let value = row.values[place]
        let text = value.text
        if let names = row.withoutCode[place] { return ("noCode", [names.joined(separator: "; ")]) }
        if column.field == .due, column.rule == .day || column.isRequired, !value.isDay, !row.deadline.isEmpty {
            return ("noDay", [row.deadline])
        }
        if text.isEmpty { return column.isRequired ? ("empty", []) : nil }
        let length = text.unicodeScalars.count
        if let longest = column.longest, length > longest { return ("tooLong", [String(length), String(longest)]) }
        if length > SheetXLSX.longestText { return ("tooLong", [String(length), String(SheetXLSX.longestText)]) }
        switch column.rule {
        case .list(let values):
            // Texts that stand for several are looked at one by one.
            let unknown = text.components(separatedBy: "; ").filter { !values.contains($0) }
            return unknown.isEmpty || values.contains(text) ? nil : ("notListed", [unknown.joined(separator: "; ")])
        case .length(let low, let high):
            if let high, length > high { return ("tooLong", [String(length), String(high)]) }
            if let low, length < low { return ("tooShort", [String(length), String(low)]) }
            return nil
        case .number(let low, let high, let isWhole):
            guard let number = value.number, !isWhole || number == number.rounded(), number >= low ?? number,
                number <= high ?? number
            else { return ("noNumber", [text]) }
            return nil
        case .day: return value.isDay ? nil : ("noDay", [text])
        case nil: return column.field?.isDay == true && !value.isDay && column.field != .due ? ("noDay", [text]) : nil
        }
    }
}

extension SheetValue {
    fileprivate var isDay: Bool {
        if case .date = self { return true }
        return false
    }

    fileprivate var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        case .text(let text): Double(text)
        default: nil
        }
    }
}
