/// The sign that browsers print before an item of a list.
enum ListMarker: UInt8, Hashable, Sendable {
    case none, bullet, decimal, lowerLetter, upperLetter, lowerRoman, upperRoman

    /// By the attribute `type` of a list or an item, where capitals count.
    init?(type: UnsafeBufferPointer<UInt8>) {
        guard type.count == 1, let byte = type.first else {
            if type.isWord("disc") || type.isWord("circle") || type.isWord("square") {
                self = .bullet
                return
            }
            return nil
        }
        switch byte {
        case 0x31: self = .decimal
        case 0x61: self = .lowerLetter
        case 0x41: self = .upperLetter
        case 0x69: self = .lowerRoman
        case 0x49: self = .upperRoman
        default: return nil
        }
    }

    /// By a CSS `list-style`.
    init?(style: UnsafeBufferPointer<UInt8>) {
        if style.holds("none") {
            self = .none
        } else if style.holds("lower-alpha") || style.holds("lower-latin") {
            self = .lowerLetter
        } else if style.holds("upper-alpha") || style.holds("upper-latin") {
            self = .upperLetter
        } else if style.holds("lower-roman") {
            self = .lowerRoman
        } else if style.holds("upper-roman") {
            self = .upperRoman
        } else if style.holds("decimal") {
            self = .decimal
        } else if style.holds("disc") || style.holds("circle") || style.holds("square") {
            self = .bullet
        } else {
            return nil
        }
    }

    /// The sign of the item of a number: `1.`, `b.`, `IV.`, `-`; nil for none.
    func sign(of number: Int) -> String? {
        switch self {
        case .none: return nil
        case .bullet: return "-"
        case .decimal: return "\(number)."
        case .lowerLetter: return Self.letters(number).map { $0 + "." } ?? "\(number)."
        case .upperLetter: return Self.letters(number).map { $0.uppercased() + "." } ?? "\(number)."
        case .lowerRoman: return Self.roman(number).map { $0.lowercased() + "." } ?? "\(number)."
        case .upperRoman: return Self.roman(number).map { $0 + "." } ?? "\(number)."
        }
    }

    /// a … z, aa, ab …
    private static func letters(_ number: Int) -> String? {
        guard number > 0 else { return nil }
        var rest = number
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(0x61 + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    private static func roman(_ number: Int) -> String? {
        (1..<4_000).contains(number) ? RomanNumeral.numeral(number) : nil
    }
}

/// A list while its items are read.
struct ListState {
    var isOrdered: Bool
    var marker: ListMarker
    var next: Int
    var step: Int

    /// The sign of the next item.
    mutating func sign(value: Int?, marker own: ListMarker?) -> String? {
        let number = value ?? next
        next = number &+ step
        return (own ?? marker).sign(of: number)
    }
}
