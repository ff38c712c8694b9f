import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How a spreadsheet shows a number: its format code (ECMA-376 Part 1, 18.8.31), as Vietnamese offices see it: a comma
/// before decimals, dots between thousands, the day first where the code leaves the order to the reader's country.
struct CellFormat: Hashable, Sendable {
    private let code: String

    init(code: String) { self.code = code }

    /// A format that is known by its number alone (18.8.30).
    init(number: Int) { code = Self.known[number] ?? "General" }

    private static let known: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd/mm/yyyy",
        15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
        22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss",
        47: "mm:ss", 49: "@",
    ]

    /// A piece of a format code.
    private enum Piece: Hashable {
        case text(String)
        /// A letter that stands for a part of a day, and how often it stands.
        case day(Character, Int)
        case digit(Character)
        case point, comma, percent, general, at
        case exponent
        case halfDay
    }

    /// What is shown.
    /// - Parameter startsIn1904: whether days are counted from 1904-01-01.
    func text(of number: Double, startsIn1904: Bool = false) -> String {
        guard number.isFinite else { return "" }
        let sections = Self.sections(of: code).map { Self.pieces(of: $0) }
        var section = sections.first ?? [.general]
        var value = number
        if number < 0, sections.count > 1 {
            section = sections[1]
            value = -number
        } else if number == 0, sections.count > 2 {
            section = sections[2]
        }
        if section.contains(where: { if case .day = $0 { true } else { false } }) {
            return Self.day(value, section, startsIn1904)
        }
        if section.contains(.general) || section.contains(.at) || !section.contains(where: Self.isDigit) {
            return section.map { piece in
                switch piece {
                case .text(let text): text
                case .general, .at: Self.general(value)
                case .percent: "%"
                default: ""
                }
            }.joined()
        }
        return Self.number(value, section)
    }

    private static func isDigit(_ piece: Piece) -> Bool { if case .digit = piece { true } else { false } }

    /// A number without a format of its own: as few figures as say it, eleven at most.
    static func general(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        var text = Self.printed("%.*g", 10, number)
        if text.contains("e") { return text }
        text.replace(".", with: ",")
        return text
    }

    private static func printed(_ format: String, _ decimals: Int, _ number: Double) -> String {
        withVaList([Int32(decimals), number]) { arguments in
            String(unsafeUninitializedCapacity: 400) { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    min(Int(vsnprintf($0.baseAddress, $0.count, format, arguments)), $0.count - 1)
                }
            }
        }
    }

    // MARK: Codes

    private static func sections(of code: String) -> [String] {
        var sections = [""]
        var isQuoted = false
        var isEscaped = false
        for character in code {
            if character == ";", !isQuoted, !isEscaped {
                sections.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped
            sections[sections.count - 1].append(character)
        }
        return sections
    }

    private static func pieces(of section: String) -> [Piece] {
        var pieces: [Piece] = []
        let signs = Array(section)
        var index = 0
        while index < signs.count {
            let sign = signs[index]
            index += 1
            switch sign {
            case "\"":
                let end = signs[index...].firstIndex(of: "\"") ?? signs.count
                pieces.append(.text(String(signs[index..<end])))
                index = min(signs.count, end + 1)
            case "\\":
                if index < signs.count { pieces.append(.text(String(signs[index]))) }
                index += 1
            case "_", "*":
                // Room as wide as a sign, or filled with it.
                index += 1
            case "[":
                // Colours, conditions, countries; a currency stands in it.
                let end = signs[index...].firstIndex(of: "]") ?? signs.count
                let inner = String(signs[index..<end])
                index = min(signs.count, end + 1)
                if inner.hasPrefix("$") {
                    pieces.append(.text(String(inner.dropFirst().prefix { $0 != "-" })))
                } else if inner.allSatisfy({ "hms".contains($0.lowercased()) }), let first = inner.lowercased().first {
                    pieces.append(.day(first, inner.count))
                }
            case "0", "#", "?": pieces.append(.digit(sign))
            case ".": pieces.append(.point)
            case ",": pieces.append(.comma)
            case "%": pieces.append(.percent)
            case "@": pieces.append(.at)
            case "E", "e":
                if index < signs.count, signs[index] == "+" || signs[index] == "-" {
                    pieces.append(.exponent)
                    index += 1
                } else {
                    pieces.append(.day("y", 4))
                }
            case "G",
                "g" where String(signs[(index - 1)...].prefix(7)).lowercased() == "general":
                pieces.append(.general)
                index += 6
            case "A",
                "a" where String(signs[(index - 1)...].prefix(5)).uppercased() == "AM/PM":
                pieces.append(.halfDay)
                index += 4
            case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S":
                let letter = Character(sign.lowercased())
                var count = 1
                while index < signs.count, signs[index].lowercased() == String(letter) {
                    count += 1
                    index += 1
                }
                pieces.append(.day(letter, count))
            default: pieces.append(.text(String(sign)))
            }
        }
        return pieces
    }

    // MARK: Numbers

    private static func number(_ value: Double, _ section: [Piece]) -> String {
        var scaled = value
        for piece in section where piece == .percent { scaled *= 100 }
        let point = section.firstIndex(of: .point) ?? section.count
        let whole = section[..<point]
        let decimals = section[point...].count(where: isDigit)
        let leastDecimals = section[point...].count { $0 == .digit("0") }
        // Commas behind the last figure divide by a thousand each; within the figures they part thousands.
        let last = section.lastIndex(where: isDigit) ?? 0
        for index in section.indices where section[index] == .comma && index > last { scaled /= 1000 }
        let groups = whole.enumerated().contains {
            $0.element == .comma && $0.offset < (whole.lastIndex(where: isDigit) ?? 0)
        }
        if section.contains(.exponent) { return general(scaled) }
        var text = Self.printed("%.*f", min(decimals, 15), abs(scaled))
        var fraction = ""
        if let dot = text.firstIndex(of: ".") {
            fraction = String(text[text.index(after: dot)...])
            text = String(text[..<dot])
            while fraction.count > leastDecimals, fraction.last == "0" { fraction.removeLast() }
        }
        let least = whole.count { $0 == .digit("0") }
        if text == "0", least == 0, !fraction.isEmpty { text = "" }
        while text.count < min(least, 30) { text = "0" + text }
        if groups { text = grouped(text) }
        var result = scaled < 0 ? "-" : ""
        let first = section.firstIndex(where: isDigit) ?? 0
        for (index, piece) in section.enumerated() {
            if index == first { result += text + (fraction.isEmpty ? "" : "," + fraction) }
            switch piece {
            case .text(let own): result += own
            case .percent: result += "%"
            default: break
            }
        }
        return result
    }

    private static func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += "." }
            result.append(digit)
        }
        return result
    }

    // MARK: Days

    private static func day(_ number: Double, _ section: [Piece], _ startsIn1904: Bool) -> String {
        guard number >= 0, number < 2_958_466 else { return general(number) }
        var days = Int(number)
        let seconds = Int(((number - Double(days)) * 86_400).rounded())
        if seconds >= 86_400 { days += 1 }
        // 1900 was no leap year, but is one here (18.17.4.1).
        let shift = startsIn1904 ? 24_107 : days < 60 ? 25_568 : 25_569
        let date = civil(days - shift)
        let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
        let isHalf = section.contains(.halfDay)
        var result = ""
        var lastLetter: Character?
        for (index, piece) in section.enumerated() {
            switch piece {
            case .text(let text): result += text
            case .point: result += "."
            case .comma: result += ","
            case .halfDay: result += hour < 12 ? "AM" : "PM"
            case .day(let letter, let count):
                switch letter {
                case "y": result += count > 2 ? padded(date.year, 4) : padded(date.year % 100, 2)
                case "d": result += padded(date.day, min(count, 2))
                case "h": result += padded(isHalf ? (hour + 11) % 12 + 1 : hour, min(count, 2))
                case "s": result += padded(second, min(count, 2))
                default:
                    // Minutes stand behind hours or before seconds, else it is the month.
                    let next = section[(index + 1)...].lazy.compactMap { piece -> Character? in
                        if case .day(let letter, _) = piece { return letter }
                        return nil
                    }.first
                    result +=
                        lastLetter == "h" || next == "s"
                        ? padded(minute, min(count, 2)) : padded(date.month, min(count, 2))
                }
                lastLetter = letter
            default: break
            }
        }
        return result
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// The day of the calendar so many days after 1970-01-01 (the proleptic Gregorian one).
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let realMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (realMonth <= 2 ? 1 : 0), realMonth, day)
    }
}
