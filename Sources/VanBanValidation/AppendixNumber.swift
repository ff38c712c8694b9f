/// The number of an appendix: `Phụ lục II`, `PHỤ LỤC 01`, `Phụ lục số 2`.
enum AppendixNumber {
    /// The number in a word; nil where it is none. Roman numerals count up to 39.
    static func value(of word: some StringProtocol) -> Int? {
        if let number = Int(word), (1...99).contains(number), word.utf8.count <= 2 { return number }
        var total = 0
        var last = 0
        guard !word.isEmpty, word.utf8.count <= 7 else { return nil }
        for byte in word.utf8.reversed() {
            let value: Int
            switch byte {
            case UInt8(ascii: "I"): value = 1
            case UInt8(ascii: "V"): value = 5
            case UInt8(ascii: "X"): value = 10
            default: return nil
            }
            total += value < last ? -value : value
            last = max(last, value)
        }
        return total
    }

    /// The number of an appendix by its line; nil where it has none.
    static func value(ofTitle title: String) -> Int? {
        let words = title.uppercased().split { !$0.isLetter && !$0.isNumber }
        return words.dropFirst(2).first { $0 != "SỐ" }.flatMap { value(of: $0) }
    }
}
