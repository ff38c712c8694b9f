import VanBanReading

/// The letters of signs: what may be one, and two that stand without the dash between them.
extension DocumentNumber {
    /// The letters of a number: `QĐ-UBND` of `12/QĐ-UBND`, `NQ/TU` of `07-NQ/TU`, `QH14` of `47/2019/QH14`; nil where it
    /// has none.
    static func symbol(_ number: String) -> String? {
        var rest = number[...]
        while let first = rest.first, first.isNumber || first == "." && rest.dropFirst().first?.isNumber == true {
            rest = rest.dropFirst()
        }
        // The letter of an inserted number, `12a/QĐ-UBND`.
        if rest.count < number.count, let first = rest.first, first.isLowercase || rest.dropFirst().first == "/" {
            rest = rest.dropFirst()
        }
        guard let separator = rest.first, separator == "/" || separator == "-" else { return nil }
        rest = rest.dropFirst()
        let year = rest.prefix(4)
        if year.count == 4, year.allSatisfy(\.isNumber) {
            rest = rest.dropFirst(4)
            guard let separator = rest.first, separator == "/" || separator == "-" else { return nil }
            rest = rest.dropFirst()
        }
        return rest.isEmpty ? nil : String(rest)
    }

    /// Begins with a capital, holds at least two, and is short: `UBND`, `TTr`, `QH14`.
    static func isSignWord(_ letters: String) -> Bool {
        guard let first = letters.unicodeScalars.first, !isLower(first), letters.count <= 12 else { return false }
        var capitals = 0
        var small = 0
        for scalar in letters.unicodeScalars {
            if isLower(scalar) { small += 1 } else if !(0x30...0x39).contains(scalar.value) { capitals += 1 }
        }
        return capitals >= 2 && small <= capitals
    }

    static func isLower(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 { return value >= 0x61 && value <= 0x7A }
        return WordKey.lowercase(value) == value
    }
}

/// The letters of a kind and of a body with no dash between them: `NĐCP`, `QĐUBND`, `TTrSNV`.
struct GluedSign {
    let kind: String

    private static let bodies = Set(Lexicon.strings(.numberBodies))

    init?(_ letters: String) {
        guard letters.count >= 4, CitedKind.all.type(ofSign: letters) == nil else { return nil }
        for length in (2...min(4, letters.count - 2)).reversed() {
            let kind = String(letters.prefix(length))
            let body = String(letters.dropFirst(length))
            guard let type = CitedKind.all.type(ofSign: kind), Self.isBody(body, of: type) else { continue }
            self.kind = kind
            return
        }
        return nil
    }

    /// Bodies whose letters are sure; a circular is no council's, so `TTHĐND` is its standing committee.
    private static func isBody(_ letters: String, of type: String) -> Bool {
        if bodies.contains(letters) { return type != "Thông tư" }
        return type == "Tờ trình" && letters.first == "S" && (3...6).contains(letters.count)
    }
}
