/// Words that programs put into a cell that has no value: what data frames and databases write, the errors of a sheet, and
/// the names of a template's fields that nobody filled in. In every format such a cell is an empty one.
enum NoValue {
    /// Whether such words are all that a cell holds, or all that a column without a head is called by.
    static func fills(_ cell: ArraySlice<UInt8>) -> Bool {
        guard let first = cell.first, (3...longestField).contains(cell.count) else { return false }
        if first == 0xC2 || first == 0x7B { return isField(cell) }
        guard cell.count <= longest else { return false }
        if missing.contains(Array(cell)) { return true }
        guard cell.starts(with: unnamed) else { return false }
        let number = cell.dropFirst(unnamed.count)
        return number.first.map(CharacterClass.isDigit) ?? false && number.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    }

    /// Bytes of the longest words, and of the longest name of a field.
    static let longest = 24
    static let longestField = 64

    /// `«CoQuanChuTri»`, as Word shows a field of a mail merge; `{{co_quan}}` of other templates.
    private static func isField(_ cell: ArraySlice<UInt8>) -> Bool {
        marks.contains { open, close in
            guard cell.count > open.count + close.count, cell.starts(with: open),
                cell.suffix(close.count).elementsEqual(close)
            else { return false }
            let name = cell.dropFirst(open.count).dropLast(close.count)
            return name.allSatisfy { CharacterClass.isDigit($0) || MarkupTag.isLetter($0) || $0 == 0x5F || $0 == 0x2E }
        }
    }

    private static let marks: [(open: [UInt8], close: [UInt8])] = [
        (Array("«".utf8), Array("»".utf8)), (Array("{{".utf8), Array("}}".utf8)),
    ]

    /// Of data frames and databases, and of sheets.
    private static let missing = Set(
        [
            "NaN", "nan", "NaT", "None", "<NA>", "NULL", "null", "undefined", "N/A", "n/a", "#N/A", "#REF!", "#NAME?",
            "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        ].map { Array($0.utf8) })
    private static let unnamed = Array("Unnamed: ".utf8)
}
