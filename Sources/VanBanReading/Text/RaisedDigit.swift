/// Digits above the line, as notes are called by.
enum RaisedDigit {
    /// A superscript digit.
    /// - Parameter digit: an ASCII digit.
    static func bytes(of digit: UInt8) -> [UInt8] { all[Int(digit - 0x30)] }

    private static let all = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map { Array($0.utf8) }

    /// Some text with digits in place of its superscript digits.
    /// - Returns: the text, and for every offset of the old text (its end too), from its start, where that is in the new one.
    static func lowered(_ text: [UInt8]) -> (text: [UInt8], places: [Int]) {
        var places: [Int] = []
        var result: [UInt8] = []
        var offset = 0
        while offset < text.count {
            let length = max(1, CharacterClass.superscriptLength(in: text, at: offset))
            places += Array(repeating: result.count, count: length)
            switch length {
            case 2: result.append(text[offset + 1] == 0xB9 ? 0x31 : text[offset + 1] - 0x80)
            case 3: result.append(text[offset + 2] - 0x80)
            default: result.append(text[offset])
            }
            offset += length
        }
        places.append(result.count)
        return (result, places)
    }
}
