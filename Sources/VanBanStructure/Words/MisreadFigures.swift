import VanBanModel
import VanBanReading

/// Figures among which letters stand that look like some: `1O/63`, `42,l5 điểm`, `118/2O25/NĐ-CP`, `1OO%`.
///
/// A letter is a figure only where nothing else can stand: between digits, behind them as a capital `O`, before what
/// is counted in per cent or points, or where a sign or a word of places and days joins it to other figures. Other
/// letters that are glued to figures leave no one reading: such a run is no figure at all.
struct MisreadFigures {
    /// What is printed, and what was read for it.
    struct Reading: Sendable, Hashable {
        /// Tokens of the text put right.
        var range: Range<Int>
        var reading: String
    }

    /// The text put right, or as it was.
    private(set) var tokens: TokenText
    private(set) var readings: [Reading] = []
    /// Runs that should be figures and are none, in tokens of the text put right.
    private(set) var unread: [Range<Int>] = []

    init(_ text: TokenText) {
        tokens = text
        let mayBeTorn = TornFigure.mayStand(in: text)
        guard mayBeTorn || Self.mayStand(in: text) else { return }
        var repaired: [Token] = []
        repaired.reserveCapacity(text.tokens.count)
        var index = 0
        while index < text.tokens.count {
            if mayBeTorn, let torn = TornFigure.at(index, in: text) {
                take(torn, at: index, of: text, &repaired)
                index = torn.end
                continue
            }
            // `95o/o` is a share, and no figure with a letter behind it.
            let isShare = mayBeTorn && TornFigure.strokes(index + 1, text) != nil
            guard !isShare, let run = Self.run(at: index, in: text) else {
                repaired.append(text.tokens[index])
                index += 1
                continue
            }
            if let figures = run.figures, Self.isCertain(run, in: text), !Self.isNoPlace(run, figures, text),
                let made = TokenText.tokens(of: figures).first
            {
                var token = made
                token.range = text.tokens[index].range.lowerBound..<text.tokens[run.end - 1].range.upperBound
                token.gapBefore = text.tokens[index].gapBefore
                readings.append(Reading(range: repaired.count..<(repaired.count + 1), reading: figures))
                repaired.append(token)
            } else {
                if Self.isMeasured(run, in: text) || run.figures.map({ Self.isNoPlace(run, $0, text) }) ?? false {
                    unread.append(repaired.count..<(repaired.count + run.end - index))
                }
                repaired += text.tokens[index..<run.end]
            }
            index = run.end
        }
        joinFractions(&repaired, of: text)
        tokens = TokenText(repaired, of: text)
    }

    private mutating func take(_ torn: TornFigure, at index: Int, of text: TokenText, _ repaired: inout [Token]) {
        var token = text.tokens[index]
        token.range = token.range.lowerBound..<text.tokens[torn.end - 1].range.upperBound
        let place = repaired.count..<(repaired.count + 1)
        switch torn.reading {
        case .plain(let reading):
            token.put(reading.first?.isLetter == true ? WordKey.of(reading) : reading)
            readings.append(Reading(range: place, reading: reading))
        case .none:
            token.put(Self.nothing)
            unread.append(place)
        }
        repaired.append(token)
    }

    /// What stands for figures that leave no one reading: a word that is none.
    private static let nothing = "x0"

    /// What was read and what could not be, for people.
    func diagnostics() -> [Diagnostic] {
        readingDiagnostics()
            + unread.map { Diagnostic(.unreadFigure, at: place($0), arguments: [tokens.string($0)]) }
    }

    /// What was read, for people.
    func readingDiagnostics() -> [Diagnostic] { readings.map(diagnostic) }

    /// What was read in some stretches of tokens.
    func diagnostics(within stretches: [Range<Int>]) -> [Diagnostic] {
        readings.filter { reading in stretches.contains { $0.overlaps(reading.range) } }.map(diagnostic)
    }

    private func diagnostic(_ reading: Reading) -> Diagnostic {
        Diagnostic(
            .misreadFigure, at: place(reading.range), arguments: [tokens.string(reading.range), reading.reading])
    }

    private func place(_ range: Range<Int>) -> Location {
        tokens.source.location(of: tokens.stretch(range).hull)
    }

    // MARK: Runs

    /// Digits and letters glued to one another, at least one of each, or letters that only look like digits.
    private struct Run {
        var range: Range<Int>
        /// As printed.
        var printed: [UInt8]
        /// With digits for letters; nil where a letter looks like none.
        var figures: String?
        var end: Int { range.upperBound }
        var hasDigit: Bool { printed.contains(where: CharacterClass.isDigit) }
    }

    /// Longer runs are names and addresses.
    private static let longest = 8

    private static func mayStand(in text: TokenText) -> Bool {
        for (index, token) in text.tokens.enumerated() {
            if token.kind == .word, token.range.count <= longest {
                if text.isGlued(index), text.tokens[index - 1].kind == .number { return true }
                if isLike(text.source.bytes[token.range]) { return true }
            } else if token.isSign(",") || token.isSign("."), index > 0, text.tokens[index - 1].kind == .number,
                index + 2 < text.tokens.count, text.tokens[index + 1].kind == .number,
                text.key(index + 2) == ScoreWords.points || text.percentLength(at: index + 2) > 0
            {
                return true
            }
        }
        return false
    }

    private static func isLike(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { CharacterClass.isDigit($0) || digit(for: $0) != nil }
    }

    private static func digit(for byte: UInt8) -> UInt8? {
        switch byte {
        case 0x4F, 0x6F: return 0x30
        case 0x49, 0x6C: return 0x31
        default: return nil
        }
    }

    private static func run(at index: Int, in text: TokenText) -> Run? {
        guard index == 0 || !text.isGlued(index) || isSign(text.tokens[index - 1]) || isParted(index, text) else {
            return nil
        }
        var end = index
        var printed: [UInt8] = []
        while end < text.tokens.count, end == index || text.isGlued(end) {
            let token = text.tokens[end]
            guard token.kind == .number || token.kind == .word else { break }
            let bytes = text.source.bytes[token.range]
            guard printed.count + bytes.count <= longest, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            printed += bytes
            end += 1
        }
        guard !printed.isEmpty, printed.contains(where: { !CharacterClass.isDigit($0) }) else { return nil }
        var figures: [UInt8]? = []
        for byte in printed {
            guard let digit = CharacterClass.isDigit(byte) ? byte : digit(for: byte) else {
                figures = nil
                break
            }
            figures?.append(digit)
        }
        let run = Run(
            range: index..<end, printed: printed, figures: figures.map { String(decoding: $0, as: UTF8.self) })
        // Words are most of a text, and only those that are figures through and through are looked at.
        guard run.hasDigit || run.figures != nil else { return nil }
        return run
    }

    /// A word of time or number that the run stands glued to (`ngàyl5`, parted already).
    private static func isParted(_ index: Int, _ text: TokenText) -> Bool {
        text.tokens[index - 1].kind == .word && text.tokens[index].kind == .number
    }

    private static func isSign(_ token: Token) -> Bool {
        if case .sign = token.kind { return true }
        return false
    }

    // MARK: Whether a run is a figure

    /// `hạng 15l63`: no place has so many figures, and where it is parted is not ours to guess.
    private static func isNoPlace(_ run: Run, _ figures: String, _ text: TokenText) -> Bool {
        places.contains(text.key(run.range.lowerBound - 1)) && figures.utf8.count > 3
    }

    private static func isCertain(_ run: Run, in text: TokenText) -> Bool {
        guard run.hasDigit else {
            // `IOO%`
            if run.printed.count > 1, text.isSign("%", at: run.end), text.isGlued(run.end) { return true }
            return isPlace(run, text) || isFraction(run, text)
        }
        if isBetweenDigits(run.printed) || endsInZeros(run.printed) { return true }
        if isMeasured(run, in: text) || joinsFigures(run, text) || opensSign(run, text) { return true }
        // `10l` may be litres.
        return run.printed.last != 0x6C && leads.contains(text.key(run.range.lowerBound - 1))
    }

    /// `2O25`
    private static func isBetweenDigits(_ printed: [UInt8]) -> Bool {
        guard let first = printed.first, let last = printed.last else { return false }
        return CharacterClass.isDigit(first) && CharacterClass.isDigit(last)
    }

    /// `1O`, `1OO`: a capital `O` is the unit of nothing.
    private static func endsInZeros(_ printed: [UInt8]) -> Bool {
        let zeros = printed.reversed().prefix { $0 == 0x4F }.count
        return zeros > 0 && printed.dropLast(zeros).allSatisfy(CharacterClass.isDigit)
    }

    /// Whether a run stands where a share, points or a place can stand.
    private static func isMeasured(_ run: Run, in text: TokenText) -> Bool {
        guard run.hasDigit else { return false }
        if text.percentLength(at: run.end) > 0 || text.key(run.end) == ScoreWords.points { return true }
        if isPlace(run, text) { return true }
        let before = text.key(run.range.lowerBound - 1)
        // `giảm 1S bậc`, `năm 202S`
        if ScoreWords.places.contains(text.key(run.end)),
            ScoreWords.rises.contains(before) || ScoreWords.falls.contains(before)
        {
            return true
        }
        if before == ScoreWords.year, run.printed.count == 4, run.printed.starts(with: [0x32, 0x30]) { return true }
        // `4b,15 điểm`
        guard text.isSign(",", at: run.end), text.isGlued(run.end), text.isGlued(run.end + 1),
            text.tokens[run.end + 1].kind == .number
        else { return false }
        return text.key(run.end + 2) == ScoreWords.points || text.percentLength(at: run.end + 2) > 0
    }

    /// `hạng l/63`, and the whole of which it is a place, `5/6Q tỉnh`
    private static func isPlace(_ run: Run, _ text: TokenText) -> Bool {
        let start = run.range.lowerBound
        // `hạng I` and `quý thứ II/2026` are Roman.
        let isRoman = run.printed.allSatisfy { $0 == 0x49 }
        if places.contains(text.key(start - 1)), !isRoman, !Words.quarters.contains(text.key(start - 2)) {
            return text.isSign("/", at: run.end) && text.isGlued(run.end) && text.isGlued(run.end + 1)
                && text.number(run.end + 1) != nil
        }
        return text.isSign("/", at: start - 1) && text.isGlued(start) && text.isGlued(start - 1)
            && places.contains(text.key(start - 3)) && run.hasDigit
    }

    /// `O,5 điểm`
    private static func isFraction(_ run: Run, _ text: TokenText) -> Bool {
        if text.isSign(",", at: run.end), text.isGlued(run.end), text.isGlued(run.end + 1),
            text.tokens[run.end + 1].kind == .number
        {
            return leads.contains(text.key(run.range.lowerBound - 1))
        }
        let start = run.range.lowerBound
        return text.isSign(",", at: start - 1) && text.isGlued(start) && text.isGlued(start - 1)
            && text.number(start - 2) != nil
            && (text.key(run.end) == ScoreWords.points || text.percentLength(at: run.end) > 0)
    }

    /// Whether a stroke, comma or full stop joins a run to figures.
    private static func joinsFigures(_ run: Run, _ text: TokenText) -> Bool {
        func isFigure(_ index: Int) -> Bool {
            guard text.tokens.indices.contains(index) else { return false }
            let bytes = text.source.bytes[text.tokens[index].range]
            return bytes.contains(where: CharacterClass.isDigit) && isLike(bytes)
        }
        func isJoint(_ index: Int) -> Bool {
            text.isSign("/", at: index) || text.isSign(",", at: index) || text.isSign(".", at: index)
        }
        let start = run.range.lowerBound
        if isJoint(run.end), text.isGlued(run.end), text.isGlued(run.end + 1), isFigure(run.end + 1) { return true }
        return isJoint(start - 1) && text.isGlued(start) && text.isGlued(start - 1) && isFigure(start - 2)
    }

    /// `8l/QĐ-TTg`: the letters of inserted numbers are the first of the alphabet.
    private static func opensSign(_ run: Run, _ text: TokenText) -> Bool {
        guard text.isSign("/", at: run.end), text.isGlued(run.end), text.isGlued(run.end + 1) else { return false }
        let sign = text.tokens[run.end + 1]
        // `số l5/KH-UBND`, `Số: l5/KH-UBND`
        let before = run.range.lowerBound - (text.isSign(":", at: run.range.lowerBound - 1) ? 2 : 1)
        return sign.kind == .word && sign.isAllUpper && sign.range.count >= 2
            && text.key(before) == CitationHead.numberWord
    }

    /// Words behind which a number stands.
    private static let leads = Lexicon.keys(.misreadFigureLeads)
    private static let places = ScoreWords.keys("hạng thứ trí")

    // MARK: Fractions with a space

    /// `42, 15 điểm`, `42. 15 điểm` is one number where a verb of reaching stands before it: a list of results has its units.
    /// Of `95, 5%`, which may be two shares, no one reading is left.
    private mutating func joinFractions(_ tokens: inout [Token], of printed: TokenText) {
        let text = TokenText(tokens, of: printed)
        for index in tokens.indices
        where (text.isSign(",", at: index) || text.isSign(".", at: index)) && Self.reached.contains(text.key(index - 2))
        {
            let isPercent = text.percentLength(at: index + 2) > 0
            guard text.number(index - 1) != nil, text.number(index + 1) != nil,
                isPercent || text.key(index + 2) == ScoreWords.points,
                !(text.isGlued(index) && text.isGlued(index + 1)), tokens[index].gapBefore <= .space,
                tokens[index + 1].gapBefore <= .space
            else { continue }
            if isPercent {
                if !tokens.indices.contains(where: { text.firstMatch(TargetWords.respectively, at: $0) != nil }) {
                    unread.append((index - 1)..<(index + 2))
                }
                continue
            }
            tokens[index].gapBefore = .none
            tokens[index + 1].gapBefore = .none
            readings.append(
                Reading(
                    range: (index - 1)..<(index + 2), reading: text.key(index - 1) + "," + text.key(index + 1)))
        }
    }

    private static let reached = Lexicon.keys(.reachedWords)
}

extension TokenText {
    /// How many tokens say `%` or `phần trăm` at a token; 0 where none do.
    func percentLength(at index: Int) -> Int {
        if isSign("%", at: index) { return 1 }
        return key(index) == Self.part && key(index + 1) == Self.hundred ? 2 : 0
    }

    private static let part = WordKey.of("phần")
    private static let hundred = WordKey.of("trăm")
}
