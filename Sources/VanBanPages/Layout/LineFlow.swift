import FoundationEssentials
import VanBanReading

/// Whether a line goes on in the one below: by what room it leaves, by indents, distances, letters and signs.
struct LineFlow: Sendable {
    /// From line to line within a paragraph, in points; nil within cells, where distances say little.
    var leading: Double?
    /// By how much first lines of paragraphs are set in, where they are, in points.
    var indent: Double?

    /// What stands between two lines that are one paragraph.
    enum Join: Hashable, Sendable { case space, nothing }

    /// - Parameter isAcross: whether a page ends between them.
    /// - Returns: nil where a paragraph ends between the lines.
    func join(_ line: TextLine, _ next: TextLine, isAcross: Bool = false) -> Join? {
        guard let last = line.words.last, let first = next.words.first else { return nil }
        if cutsNumber(line, next) || cutsWord(line, next) || leading == nil && Self.isClosing(first.text) {
            return .nothing
        }
        let isSmall = Self.startsSmall(first.text)
        let isClosed = Self.closes(last.text)
        if abs(line.height - next.height) > 0.2 * max(line.height, next.height), !(isSmall && !isClosed) { return nil }
        if let leading, !isAcross {
            let distance = next.box.bottom - line.box.bottom
            if distance > leading + 0.6 * line.height { return nil }
            if distance > leading + max(2, 0.15 * line.height), isClosed || !isSmall { return nil }
        }
        if line.isBold != next.isBold, !isSmall { return nil }
        if line.isCapitals, !next.isCapitals, next.words.count > 1, !isSmall { return nil }
        // A line that was ended by hand in the middle of a sentence goes on, too.
        guard isFull(line, before: first) || isSmall && !isClosed else { return nil }
        if isIndented(line, next), !isSmall { return nil }
        if Self.isLabel(first.text), isClosed { return nil }
        return Self.breaksWithin(last.text, first.text) ? .nothing : .space
    }

    /// Whether the next line's first word would not have found room.
    private func isFull(_ line: TextLine, before word: LineWord) -> Bool {
        let space = 0.18 * line.height
        let width = word.box.width
        return line.room < width + space + tolerance(of: line)
    }

    private func tolerance(of line: TextLine) -> Double { leading == nil ? 2 : 3 }

    /// Whether the next line is indented as the first of a paragraph is.
    private func isIndented(_ line: TextLine, _ next: TextLine) -> Bool {
        guard leading != nil, !line.isCentered || !next.isCentered else { return false }
        // The rest of a line that fills its column stands in the middle, as that line does.
        if next.isCentered, abs(next.box.centerX - line.box.centerX) < 2, !line.isCapitals || next.isCapitals,
            line.words.last.map({ !Self.closes($0.text) }) ?? false
        {
            return false
        }
        let own = next.box.left - next.left
        guard own > 0.6 * next.height else { return false }
        if let indent, abs(own - indent) < 2 { return true }
        // Lines that stand below each other belong to a block that is set in as a whole.
        return own > line.box.left - line.left + 3
    }

    /// Figures and dots: `12`, `1.2.`
    static func isNumber(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
    }

    /// A word that is too long for its cell is cut anywhere: consonants alone are none.
    private func cutsWord(_ line: TextLine, _ next: TextLine) -> Bool {
        guard leading == nil, let word = line.words.last, let below = next.words.first,
            line.words.count == 1 || next.words.count == 1, Self.isSmallWord(below.text),
            word.text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
        else { return false }
        if Self.hasNoVowel(below.text) { return true }
        // Alone on its line and with no room beside it a consonant is the beginning of a word.
        let letter = word.box.width / Double(word.text.unicodeScalars.count)
        return Self.hasNoVowel(word.text) && Self.isSmallWord(String(word.text.dropFirst()))
            && (line.right - line.left) - line.box.width < 1.1 * letter
    }

    private static func isSmallWord(_ word: String) -> Bool {
        !word.isEmpty && word.unicodeScalars.allSatisfy { $0.properties.isLowercase }
    }

    private static func hasNoVowel(_ word: String) -> Bool {
        !word.decomposed.unicodeScalars.contains {
            ["a", "e", "i", "o", "u", "y", "ơ", "ư"].contains($0)
        }
    }

    /// A number that is too long for its cell is cut anywhere: a line of one word, filled to its end.
    private func cutsNumber(_ line: TextLine, _ next: TextLine) -> Bool {
        guard leading == nil, line.words.count == 1, let word = line.words.first, let below = next.words.first,
            let end = word.text.unicodeScalars.last, let start = below.text.unicodeScalars.first
        else { return false }
        let isNumber = { (scalar: Unicode.Scalar) in (0x2F...0x39).contains(scalar.value) || scalar == "." }
        if next.words.count == 1, word.text.last == ".", Self.isNumber(word.text), Self.isNumber(below.text) {
            return (line.right - line.left) - line.box.width < 1.1 * below.box.width
        }
        if next.words.count == 1, RomanNumeral.isCut(word.text, below.text) { return true }
        let count = word.text.unicodeScalars.count
        let isHead = count <= 2 && next.words.count == 1 && line.isCapitals && next.isCapitals
        guard isNumber(end) && isNumber(start) && end.value != 0x2E || isHead else { return false }
        let letter = word.box.width / Double(count)
        return (line.right - line.left) - line.box.width < (count >= 4 ? 1.6 : 1.1) * letter
    }

    // MARK: Letters and signs

    /// Whether a line begins with a sign that closes what stands before it.
    static func isClosing(_ word: String) -> Bool {
        word.unicodeScalars.first.map { [0x3B, 0x2C, 0x2E, 0x3A, 0x21, 0x3F, 0x29].contains($0.value) } ?? false
    }

    static func startsSmall(_ word: String) -> Bool {
        for scalar in word.unicodeScalars {
            if scalar.properties.isAlphabetic { return scalar.properties.isLowercase && !isLabel(word) }
            if ![0x22, 0x27, 0x28, 0x201C, 0x2018].contains(scalar.value) { return false }
        }
        return false
    }

    /// Whether a sentence or an item ends.
    static func closes(_ word: String) -> Bool {
        guard let last = word.unicodeScalars.last(where: { ![0x22, 0x27, 0x201D, 0x2019, 0x29].contains($0.value) })
        else {
            return false
        }
        return [0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x2026].contains(last.value)
    }

    /// `a)`, `1.`, `1.2.`, `-`, `+`, `•`, `II.`
    static func isLabel(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard let last = scalars.last, scalars.count <= 8 else { return false }
        if scalars.count == 1 {
            return !last.properties.isAlphabetic && !(0x30...0x39).contains(last.value) && last != "("
        }
        guard last == ")" || last == "." else { return false }
        let body = scalars.dropLast()
        if body.allSatisfy({ (0x30...0x39).contains($0.value) || $0 == "." }) { return true }
        if body.count == 1 { return body.allSatisfy { $0.properties.isAlphabetic } }
        return body.allSatisfy { "IVXLC".unicodeScalars.contains($0) }
    }

    /// `1.6.`, `2)`: what is counted begins anew.
    static func isCount(_ word: String) -> Bool {
        isLabel(word) && word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    }

    /// A label, or a number without a sign behind it: `7`, `IV`, `1.2`.
    static func isLabelOrNumber(_ word: String) -> Bool {
        isLabel(word) || isLabel(word + ".")
    }

    /// Whether a line's end cuts a sign of a document, a date or a name behind its hyphen or stroke: `QĐ-⏎UBND`.
    static func breaksWithin(_ last: String, _ first: String) -> Bool {
        let end = Array(last.unicodeScalars.suffix(2))
        guard end.count == 2, let start = first.unicodeScalars.first else { return false }
        let isWord = { (scalar: Unicode.Scalar) in
            scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
        }
        guard isWord(end[0]), isWord(start) else { return false }
        if end[1] == "/" { return true }
        guard end[1] == "-" else { return false }
        let isFigure = { (scalar: Unicode.Scalar) in
            (0x30...0x39).contains(scalar.value) || scalar.properties.isUppercase
        }
        return isFigure(end[0]) && isFigure(start)
    }
}

/// Lines that are one paragraph, and what stands between them.
struct LineParagraph: Hashable, Sendable {
    var lines: [TextLine]
    /// One less than lines.
    var joins: [LineFlow.Join] = []

    init(_ line: TextLine) { lines = [line] }

    var isBold: Bool { lines.allSatisfy(\.isBold) }

    /// The paragraphs of lines that stand below each other.
    static func paragraphs(of lines: [TextLine], _ flow: LineFlow) -> [LineParagraph] {
        var paragraphs: [LineParagraph] = []
        for line in lines {
            if let last = paragraphs.last?.lines.last,
                let join = flow.join(last, line, isAcross: last.page != line.page)
            {
                paragraphs[paragraphs.count - 1].lines.append(line)
                paragraphs[paragraphs.count - 1].joins.append(join)
            } else {
                paragraphs.append(LineParagraph(line))
            }
        }
        return paragraphs
    }
}
