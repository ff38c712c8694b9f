/// How a number of a list is written (ST_NumberFormat, ECMA-376 Part 1, 17.18.59).
enum NumberFormat: Hashable, Sendable {
    case decimal, upperRoman, lowerRoman, upperLetter, lowerLetter, ordinal, bullet, none
    case vietnamese, inDashes, enclosed, hexadecimal, signs
    /// With zeros in front up to this many digits.
    case padded(Int)
    /// Written out one by one; beyond them in digits.
    case listed([String])

    /// - Parameters:
    ///   - name: the value of `w:numFmt`.
    ///   - pattern: of a custom format, its first members: `001, 002, 003, ...`.
    init(_ name: String, pattern: String? = nil) {
        switch name {
        // Word 2003 has hyphens in the names.
        case _ where name.contains("-"):
            let words = name.split(separator: "-")
            let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            self = NumberFormat((words.first ?? "") + rest)
        case "upperRoman": self = .upperRoman
        case "lowerRoman": self = .lowerRoman
        case "upperLetter": self = .upperLetter
        case "lowerLetter": self = .lowerLetter
        case "ordinal": self = .ordinal
        case "bullet": self = .bullet
        case "none": self = .none
        case "decimalZero": self = .padded(2)
        case "vietnameseCounting": self = .vietnamese
        case "numberInDash": self = .inDashes
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .enclosed
        case "hex": self = .hexadecimal
        case "chicago": self = .signs
        case "custom": self = Self.custom(pattern ?? "")
        default: self = .decimal
        }
    }

    /// - Parameter code: the number of a format, as Word 2003 has it: the place in ST_NumberFormat, but for two.
    init(code: Int) {
        let names = [
            0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 8: "hex",
            9: "chicago", 18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet", 56: "vietnameseCounting",
            57: "numberInDash", 255: "none",
        ]
        self.init(names[code] ?? "decimal")
    }

    private static func custom(_ pattern: String) -> NumberFormat {
        var members = pattern.split(separator: ",").map { member in
            String(member.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        while let last = members.last, last.isEmpty || last.allSatisfy({ $0 == "." || $0 == "…" }) {
            members.removeLast()
        }
        guard let first = members.first else { return .decimal }
        if first.count > 1, first.dropLast().allSatisfy({ $0 == "0" }), first.last == "1" {
            return .padded(first.count)
        }
        return first == "1" ? .decimal : .listed(members)
    }

    func text(_ number: Int) -> String {
        switch self {
        case .decimal: return String(number)
        case .padded(let width):
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        case .upperRoman: return Self.roman(number)
        case .lowerRoman: return Self.roman(number).lowercased()
        case .upperLetter: return Self.letters(number).uppercased()
        case .lowerLetter: return Self.letters(number)
        case .ordinal: return Self.ordinal(number)
        case .vietnamese: return VietnameseNumeral.text(number)
        case .inDashes: return "- \(number) -"
        case .enclosed: return Self.enclosed(number)
        case .hexadecimal: return String(number, radix: 16, uppercase: true)
        case .signs: return Self.signs(number)
        case .listed(let members): return members.indices.contains(number - 1) ? members[number - 1] : String(number)
        case .bullet, .none: return ""
        }
    }

    private static func roman(_ number: Int) -> String {
        (1..<32_768).contains(number) ? RomanNumeral.numeral(number) : String(number)
    }

    /// a … z, aa, bb, … zz, aaa: the letter is repeated (17.18.59, `lowerLetter`).
    private static func letters(_ number: Int) -> String {
        guard number > 0, number <= 780 else { return String(number) }
        let letter = Character(UnicodeScalar(UInt8(0x61 + (number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func ordinal(_ number: Int) -> String {
        let ending: String
        switch (number % 10, number % 100) {
        case (_, 11...13): ending = "th"
        case (1, _): ending = "st"
        case (2, _): ending = "nd"
        case (3, _): ending = "rd"
        default: ending = "th"
        }
        return String(number) + ending
    }

    private static func enclosed(_ number: Int) -> String {
        guard (1...20).contains(number), let sign = UnicodeScalar(0x2460 + UInt32(number) - 1) else {
            return String(number)
        }
        return String(Character(sign))
    }

    /// *, †, ‡, §, then doubled (17.18.59, `chicago`).
    private static func signs(_ number: Int) -> String {
        guard number > 0, number <= 400 else { return String(number) }
        let signs: [Character] = ["*", "†", "‡", "§"]
        return String(repeating: signs[(number - 1) % 4], count: (number - 1) / 4 + 1)
    }
}

/// Numbers in Vietnamese words, as `vietnameseCounting` writes them.
enum VietnameseNumeral {
    private static let digits = Lexicon.strings(.digitWords)

    static func text(_ number: Int) -> String {
        switch number {
        case 0...9: return digits[number]
        case 10...19: return "mười" + unit(number % 10, afterTens: false)
        case 20...99: return digits[number / 10] + " mươi" + unit(number % 10, afterTens: true)
        case 100...999:
            let rest = number % 100
            let head = digits[number / 100] + " trăm"
            if rest == 0 { return head }
            return head + (rest < 10 ? " linh " + digits[rest] : " " + text(rest))
        default: return String(number)
        }
    }

    private static func unit(_ digit: Int, afterTens: Bool) -> String {
        switch digit {
        case 0: return ""
        case 1 where afterTens: return " mốt"
        case 5: return " lăm"
        default: return " " + digits[digit]
        }
    }
}
