/// Note marks in brackets, as pages that Word saved and Markdown print them: `… năm 2023[1] …` and, at a line's beginning,
/// `[1] Báo cáo …`; in Markdown `[^1]` and `[^1]: …`.
///
/// A number in brackets is a mark only where the text holds both: a call right behind a word, and a note that opens a line.
struct BracketedMarks {
    /// A number in brackets.
    struct Mark {
        var digits: Range<Int>
        /// Behind the closing bracket, and behind the colon of a note.
        var end: Int
    }

    private var numbers = Set<Int>()
    private static let mostDigits = 3

    init(_ bytes: [UInt8]) {
        var calls = Set<Int>()
        var notes = Set<Int>()
        for offset in bytes.indices where bytes[offset] == 0x5B {
            guard let mark = Self.mark(in: bytes, at: offset) else { continue }
            let number = Self.value(bytes[mark.digits])
            if Self.opensLine(offset, in: bytes) {
                notes.insert(number)
            } else if Self.followsWord(offset, in: bytes) {
                calls.insert(number)
            }
        }
        numbers = calls.intersection(notes)
    }

    /// The mark that stands at an offset, which holds `[`; nil where none of the text's marks does.
    func mark(in bytes: [UInt8], at offset: Int) -> Mark? {
        guard !numbers.isEmpty, let mark = Self.mark(in: bytes, at: offset),
            numbers.contains(Self.value(bytes[mark.digits])),
            Self.opensLine(offset, in: bytes) || Self.followsWord(offset, in: bytes)
        else { return nil }
        return mark
    }

    private static func mark(in bytes: [UInt8], at start: Int) -> Mark? {
        var offset = start + 1
        if offset < bytes.count, bytes[offset] == 0x5E { offset += 1 }
        let first = offset
        while offset < bytes.count, CharacterClass.isDigit(bytes[offset]), offset - first <= mostDigits { offset += 1 }
        guard offset > first, offset - first <= mostDigits, offset < bytes.count, bytes[offset] == 0x5D else {
            return nil
        }
        let digits = first..<offset
        var end = offset + 1
        // `[1](https://…)` is a link.
        if end < bytes.count, bytes[end] == 0x28 { return nil }
        if first > start + 1, end < bytes.count, bytes[end] == 0x3A, opensLine(start, in: bytes) { end += 1 }
        return Mark(digits: digits, end: end)
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }

    private static func opensLine(_ offset: Int, in bytes: [UInt8]) -> Bool {
        var before = offset
        while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
        return before == 0 || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D
    }

    private static func followsWord(_ offset: Int, in bytes: [UInt8]) -> Bool {
        guard offset > 0 else { return false }
        let before = bytes[offset - 1]
        return !CharacterClass.isSpace(before) && before != 0x5B && before != 0x28
    }
}
