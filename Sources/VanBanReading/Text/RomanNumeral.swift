/// Roman numerals as lists, outlines, quarters and the groups of tables use them.
package enum RomanNumeral {
    private static let digits: [(UInt8, Int)] = [
        (0x49, 1), (0x56, 5), (0x58, 10), (0x4C, 50), (0x43, 100),
    ]

    /// The value of a numeral in capitals, nil for anything else and for forms that nobody writes (`IIII`, `VX`).
    package static func value(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard let found = prefix(of: bytes, in: 0..<bytes.count), found.length == bytes.count else { return nil }
        return found.value
    }

    /// The numeral that a range of bytes begins with.
    package static func prefix(of bytes: [UInt8], in range: Range<Int>) -> (value: Int, length: Int)? {
        var values: [Int] = []
        var offset = range.lowerBound
        while offset < range.upperBound, values.count < 8,
            let digit = digits.first(where: { $0.0 == bytes[offset] })
        {
            values.append(digit.1)
            offset += 1
        }
        guard !values.isEmpty else { return nil }
        var total = 0
        for (index, value) in values.enumerated() {
            total += index + 1 < values.count && value < values[index + 1] ? -value : value
        }
        guard total > 0, total < 400,
            numeral(total).utf8.elementsEqual(bytes[range.lowerBound..<offset])
        else { return nil }
        return (total, offset - range.lowerBound)
    }

    /// The numeral of a value from 1 on; nothing for less.
    package static func numeral(_ value: Int) -> String {
        var rest = value
        var text = ""
        for (step, letters) in steps {
            while rest >= step {
                text += letters
                rest -= step
            }
        }
        return text
    }

    private static let steps = [
        (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// Whether the ends of two lines are one numeral that found no room on the first: `VII⏎I`.
    package static func isCut(_ last: String, _ first: String) -> Bool {
        [last, first, last + first].allSatisfy { (1..<40).contains(value($0) ?? 0) }
    }
}
