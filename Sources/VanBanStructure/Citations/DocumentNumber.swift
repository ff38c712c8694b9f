import VanBanReading

/// Number and sign of a document: `961 /QĐ-UBND`, `43/2019/QĐ-UBND`, `47/2019/QH14`, `07 - NQ/TU`, `1729/SNV-TTr`.
///
/// State bodies write `number/KIND-BODY` and, for a letter, `number/BODY-UNIT` (Nghị định 30/2020/NĐ-CP, Phụ lục I,
/// phần I, chương II, mục 3); normative documents put the year after the number; the Party writes
/// `number-KIND/BODY` (Hướng dẫn 36-HD/VPTW). The letters of a body are for its head to choose, so they are an open
/// set: what tells a sign is its form.
struct DocumentNumber: Sendable, Hashable {
    /// Number and sign without spaces; the sign alone (`/QĐ-UBND`) where the number is left blank.
    var text: String
    /// The digits, with the letter of an inserted number (`12a`) or the place in a series (`66.7`); nil where the number is left blank.
    var digits: String?
    var tokens: Range<Int>
    /// The year inside a normative number.
    var year: Int?
    /// The first letters of the sign, the kind in most signs.
    var kindLetters: String
    /// Whether the form alone says that it is a document's number; `06/CP` is one only after `số` or a kind.
    var isCertain: Bool
    /// Whether a stroke or dash is out of place: printed twice (`24/2026//NQ-CP`), a blank or a full stop (`QĐ TTg`).
    var isMispunctuated = false
    /// Whether more of the sign stands behind it that could not be read (`118/2025/NĐ-C1`, `NĐ-` at the end).
    var isCutShort = false

    /// Whether it is one of the National Assembly or its Standing Committee.
    var isOfParliament: Bool { kindLetters.hasPrefix("QH") || kindLetters.hasPrefix("UBTVQH") }

    /// What follows the digits: the same for the documents of one series.
    var sign: Substring { text.dropFirst(digits?.count ?? 0) }

    /// The number that stands at a token: its digits, or for a blank number the first sign after the blank.
    static func at(_ index: Int, in tokens: TokenText) -> DocumentNumber? {
        var reader = NumberReader(text: tokens, index: index)
        return reader.read()
    }
}

/// Takes a number and sign apart, token by token.
private struct NumberReader {
    let text: TokenText
    let start: Int
    var index: Int
    var sign = ""
    var kindLetters = ""
    var isMispunctuated = false
    var isCutShort = false

    init(text: TokenText, index: Int) {
        self.text = text
        start = index
        self.index = index
    }

    mutating func read() -> DocumentNumber? {
        let digits = readDigits()
        if digits == nil { skipBlank() }
        if let digits, let body = takeBody() { return readOld(digits + body) }
        if let token = token(), token.isSign("/") { return readState(digits) }
        if let token = token(), token.isSign("-") { return readParty(digits) }
        return digits.flatMap { readPartyWithoutDash($0) }
    }

    /// `/KIND-BODY`, `/2019/KIND-BODY`, `/2019/QH14`, `/BODY`.
    private mutating func readState(_ digits: String?) -> DocumentNumber? {
        index += 1
        skipDoubled()
        sign = "/"
        var year: Int?
        if let token = token(), let value = token.value, token.key.utf8.count == 4, (1900...2199).contains(value),
            text.tokens.indices.contains(index + 1),
            text.tokens[index + 1].isSign("/") || text.tokens[index + 1].isSign("-")
        {
            year = value
            sign += token.key + "/"
            index += 2
        }
        skipDoubled()
        guard let first = takeLetters(anyCase: true) else { return nil }
        // `63/2010/NĐCP` has lost its dash, and says its kind and its body all the same.
        let glued = GluedSign(first)
        sign += first
        var parts = glued == nil ? 1 : 2
        kindLetters = glued?.kind ?? first
        if let body = takeBodyWithoutDash(behind: first) {
            sign += body
            parts = 2
        }
        while true {
            let joint = takeSlash() ? "/" : takeDash(afterParts: parts) ? "-" : ""
            guard !joint.isEmpty else { break }
            guard let letters = takeLetters(anyCase: true) else {
                index -= 1
                break
            }
            sign += joint + letters
            parts += 1
        }
        // `TT-BGD ĐT ngày …`: the body's letters are parted.
        if parts > 1, let more = partedLetters() {
            sign += more
            index += 1
        }
        noteRest()
        let parliament = first.hasPrefix("QH") || first.hasPrefix("UBTVQH")
        guard parts > 1 || year != nil || isAllUpper(first) || first == "TTg" || isRunTogether(first) else {
            return nil
        }
        return number(digits, year: year, isCertain: parts > 1 || (year != nil && parliament))
    }

    /// Whether a dash that belongs to the sign stands behind it, or letters that could not be read.
    private mutating func noteRest() {
        guard let dash = token(), dash.isSign("-"), dash.gapBefore == .none else { return }
        guard text.tokens.indices.contains(index + 1) else {
            isCutShort = true
            return
        }
        let next = text.tokens[index + 1]
        isCutShort = next.kind == .word && next.startsUpper && (next.gapBefore == .none || next.gapBefore == .lineBreak)
    }

    /// `QĐTTg`, the letters of a kind and of a body without their dash.
    private func isRunTogether(_ letters: String) -> Bool {
        (2...3).contains { length in
            letters.count >= length + 2 && CitedKind.all.type(ofSign: String(letters.prefix(length))) != nil
                && DocumentNumber.isSignWord(String(letters.dropFirst(length)))
        }
    }

    /// The letters that old numbers of ministries have right behind the digits: `443TC/QĐ/TCT`, `496A-TC/QĐ/TCT`.
    private mutating func takeBody() -> String? {
        guard let letters = token(), letters.kind == .word, letters.gapBefore == .none, letters.isAllUpper,
            (2...5).contains(letters.key.count), text.tokens.indices.contains(index + 1),
            text.tokens[index + 1].isSign("/"), text.tokens[index + 1].gapBefore == .none
        else { return nil }
        index += 1
        return string(letters)
    }

    private mutating func readOld(_ digits: String) -> DocumentNumber? {
        index += 1
        guard let first = takeLetters(anyCase: true) else { return nil }
        kindLetters = first
        sign = "/" + first
        while takeSlash() || takeDash(afterParts: 1) {
            let joint = text.tokens[index - 1].key
            guard let letters = takeLetters(anyCase: true) else {
                index -= 1
                break
            }
            sign += joint + letters
        }
        return number(digits, year: nil, isCertain: CitedKind.all.type(ofSign: first) != nil)
    }

    /// Signs that stood behind a number and a dash before 1992: `214-CP`, `55-BT`, `138-QĐ`.
    private static let old = Set(Lexicon.strings(.oldNumberSigns))

    /// `-KIND/BODY`; the old `-CP`, `-TTg`; and `-2018/NQ-CP` with a year.
    private mutating func readParty(_ digits: String?) -> DocumentNumber? {
        index += 1
        if let token = token(), let value = token.value, token.key.utf8.count == 4, token.gapBefore == .none,
            (1945...2199).contains(value), text.tokens.indices.contains(index + 1), text.tokens[index + 1].isSign("/")
        {
            index += 1
            guard let number = readState(digits) else { return nil }
            return DocumentNumber(
                text: (digits ?? "") + "-\(value)" + sign, digits: digits, tokens: number.tokens, year: value,
                kindLetters: number.kindLetters, isCertain: number.isCertain)
        }
        sign = "-"
        if let token = token(), token.gapBefore == .none, digits != nil, string(token) == "cp" {
            index += 1
            sign += "cp"
            kindLetters = "CP"
            return number(digits, year: nil, isCertain: false)
        }
        guard let first = takeLetters(anyCase: true) else { return nil }
        kindLetters = first
        sign += first
        guard let slash = token(), slash.isSign("/") else {
            // `57-NQ-TW`
            if let dash = token(), dash.isSign("-"), dash.gapBefore == .none, digits != nil, text.isGlued(index + 1),
                CitedKind.all.type(ofSign: first) != nil
            {
                index += 1
                if let body = takeLetters(anyCase: true) {
                    sign += "-" + body
                    return number(digits, year: nil, isCertain: true)
                }
                index -= 1
            }
            guard Self.old.contains(first), digits != nil else { return nil }
            return number(digits, year: nil, isCertain: false)
        }
        index += 1
        guard let body = takeLetters(anyCase: true) else { return nil }
        sign += "/" + body
        while let dash = token(), dash.isSign("-"), dash.gapBefore == .none {
            index += 1
            guard let letters = takeLetters(anyCase: false), text.tokens[index - 1].gapBefore == .none else {
                index -= 1
                break
            }
            sign += "-" + letters
        }
        return number(digits, year: nil, isCertain: CitedKind.all.type(ofSign: first) != nil)
    }

    private func number(_ digits: String?, year: Int?, isCertain: Bool) -> DocumentNumber {
        DocumentNumber(
            text: (digits ?? "") + sign, digits: digits, tokens: start..<index, year: year, kindLetters: kindLetters,
            isCertain: isCertain, isMispunctuated: isMispunctuated, isCutShort: isCutShort)
    }

    private static let bodies = Set(Lexicon.strings(.numberBodies))

    /// A body's letters behind those of a kind, with a blank or a full stop where the dash was: `282/QĐ TTg`,
    /// `136/2001/QĐ.TTg`.
    private mutating func takeBodyWithoutDash(behind kind: String) -> String? {
        guard CitedKind.all.type(ofSign: kind) != nil, let sign = token() else { return nil }
        let isStop = sign.isSign(".") && sign.gapBefore == .none && text.isGlued(index + 1)
        let next = isStop ? index + 1 : index
        guard isStop || sign.gapBefore == .space, text.tokens.indices.contains(next), text.tokens[next].kind == .word,
            Self.bodies.contains(string(text.tokens[next]))
        else { return nil }
        isMispunctuated = true
        index = next + 1
        return "-" + string(text.tokens[next])
    }

    /// `48 CT/TW`, a Party's number with a blank where the dash was.
    private mutating func readPartyWithoutDash(_ digits: String) -> DocumentNumber? {
        guard let kind = token(), kind.kind == .word, kind.gapBefore == .space, kind.isAllUpper,
            CitedKind.all.type(ofSign: string(kind)) != nil, text.isSign("/", at: index + 1), text.isGlued(index + 1),
            text.isGlued(index + 2), text.tokens[index + 2].isAllUpper, text.tokens[index + 2].range.count == 2,
            text.tokens[index + 2].kind == .word
        else { return nil }
        kindLetters = string(kind)
        sign = "-" + kindLetters + "/" + string(text.tokens[index + 2])
        index += 3
        isMispunctuated = true
        return number(digits, year: nil, isCertain: false)
    }

    /// Capitals behind a blank, before the date, that go on with a body's letters.
    private func partedLetters() -> String? {
        guard let token = token(), token.kind == .word, token.gapBefore == .space, token.isAllUpper,
            text.key(index + 1) == Self.day, text.tokens[index - 1].isAllUpper
        else { return nil }
        let letters = string(token)
        return (1...4).contains(letters.count) && CitedKind.all.type(ofSign: letters) == nil ? letters : nil
    }

    private static let day = WordKey.of("ngày")

    /// A stroke that is printed twice.
    private mutating func skipDoubled() {
        guard let token = token(), token.isSign("/"), token.gapBefore == .none else { return }
        index += 1
        isMispunctuated = true
    }

    private func token() -> Token? { text.tokens.indices.contains(index) ? text.tokens[index] : nil }

    /// At most five digits and the letter of an inserted number.
    private mutating func readDigits() -> String? {
        guard let token = token(), token.kind == .number, token.key.utf8.count <= 5 else { return nil }
        index += 1
        var digits = token.key
        // `66.7/2026/NQ-CP`, the seventh of a series; `66-1/2026/NQ-CP`.
        if let dot = self.token(), dot.isSign(".") || dot.isSign("-") && isYear(index + 3), dot.gapBefore == .none,
            index + 2 < text.tokens.count,
            text.tokens[index + 1].kind == .number, text.tokens[index + 1].gapBefore == .none,
            text.tokens[index + 1].range.count <= 3, text.tokens[index + 2].isSign("/"),
            text.tokens[index + 2].gapBefore == .none
        {
            digits += dot.key + text.tokens[index + 1].key
            index += 2
        }
        if let letter = self.token(), letter.kind == .word, letter.gapBefore == .none {
            guard letter.range.count <= 2, letter.key.count == 1 else { return digits }
            digits += string(letter)
            index += 1
        }
        return digits
    }

    /// Whether a token is the year of a number, with a stroke behind it.
    private func isYear(_ index: Int) -> Bool {
        text.year(index) != nil && text.tokens.indices.contains(index + 1) && text.tokens[index + 1].isSign("/")
    }

    /// Dots and rulers that a blank number is printed with.
    private mutating func skipBlank() {
        while let token = token(), [".", "…", "_"].contains(token.key) { index += 1 }
    }

    /// The stroke between the letters of old signs: `843/1998/QĐ/BTC`.
    private mutating func takeSlash() -> Bool {
        guard let slash = token(), slash.isSign("/"), slash.gapBefore == .none,
            text.tokens.indices.contains(index + 1)
        else { return false }
        let next = text.tokens[index + 1]
        guard next.kind == .word, next.gapBefore == .none, next.isAllUpper, next.range.count >= 2 else { return false }
        index += 1
        return true
    }

    /// The dash inside a sign. A dash with space on both sides after a complete sign opens something else.
    private mutating func takeDash(afterParts parts: Int) -> Bool {
        guard let dash = token(), dash.isSign("-"), text.tokens.indices.contains(index + 1) else { return false }
        // `QĐ--UBND`
        if text.tokens[index + 1].isSign("-"), text.isGlued(index), text.isGlued(index + 1), text.isGlued(index + 2) {
            index += 1
            isMispunctuated = true
        }
        guard text.tokens.indices.contains(index + 1) else { return false }
        let next = text.tokens[index + 1]
        guard next.kind == .word else { return false }
        if dash.gapBefore != .none, next.gapBefore != .none, parts > 1 { return false }
        if parts > 1, next.gapBefore != .none { return false }
        index += 1
        return true
    }

    /// One group of letters of a sign, with what some offices join to it: `UBND.VX`, `XDKTr&TDTHPL`.
    private mutating func takeLetters(anyCase: Bool) -> String? {
        guard let token = token(), token.kind == .word else { return nil }
        if let small = takeSmallLetters(token) { return small }
        var letters = string(token)
        let known = anyCase && CitedKind.all.type(ofSign: letters) != nil && letters.count >= 2
        // `12/2020/L-CTN`
        let isOrder = anyCase && letters == "L" && nextIsSeparator
        guard
            DocumentNumber.isSignWord(letters) || isOrder || (known && token.startsUpper) || (known && nextIsSeparator)
        else { return nil }
        index += 1
        while let joint = self.token(), joint.isSign("&") || joint.isSign("."), joint.gapBefore == .none,
            text.tokens.indices.contains(index + 1)
        {
            let next = text.tokens[index + 1]
            let printed = string(next)
            guard next.kind == .word, next.gapBefore == .none, next.isAllUpper, printed.count >= 2, printed.count <= 8
            else { break }
            letters += joint.key + printed
            index += 2
        }
        return letters
    }

    /// A group of letters of a sign in small letters, behind `số` and a kind: `quyết định số 1490/qđ-ttg`. It is given as
    /// signs are printed.
    private mutating func takeSmallLetters(_ token: Token) -> String? {
        guard !token.startsUpper, token.gapBefore == .none, text.isGlued(index - 1) else { return nil }
        let letters = string(token)
        let isSign = letters.unicodeScalars.allSatisfy { (0x61...0x7A).contains($0.value) || $0 == "đ" }
        let isFirst = kindLetters.isEmpty
        guard isSign, (2...8).contains(letters.count), !isFirst || nextIsSeparator,
            text.key(start - 1) == CitationHead.numberWord, CitedKind.all.name(endingBefore: start - 1, in: text) != nil
        else { return nil }
        index += 1
        return Self.printed[letters] ?? letters.uppercased()
    }

    /// Letters of kinds and bodies that are not capitals alone, by their small letters.
    private static let printed: [String: String] = Dictionary(
        (Lexicon.strings(.numberBodies) + DocumentKindGazetteer.standard.kinds.map(\.sign)).map {
            ($0.lowercased(), $0)
        }
    ) { first, _ in first }

    private var nextIsSeparator: Bool {
        guard text.tokens.indices.contains(index + 1) else { return false }
        return text.tokens[index + 1].isSign("-") && text.tokens[index + 1].gapBefore == .none
    }

    private func isAllUpper(_ letters: String) -> Bool {
        letters.unicodeScalars.allSatisfy { !DocumentNumber.isLower($0) }
    }

    /// The letters as printed; a space that tore them is none of them.
    private func string(_ token: Token) -> String { text.source.string(token.range).filter { !$0.isWhitespace } }

}
