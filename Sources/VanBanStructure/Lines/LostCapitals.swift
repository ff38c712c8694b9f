import VanBanModel
import VanBanReading

/// Lines that a font of capitals drew in capitals, in a text whose encoding has none with tones (TCVN3): without the
/// font they stand in small letters (`ủy ban nhân dân`) or in both (`QUYếT ĐịNH`).
///
/// Only what the form of documents prints in capitals is given them back, and every such line is told.
enum LostCapitals {
    static func restore(_ document: inout ReadDocument) {
        var lines = pieces(of: document.blocks, in: document.text)
        var found = lines.flatMap { mixed($0.range, in: document.text) }
        for range in found { document.text.capitalize(range) }
        for index in lines.indices { lines[index].look(in: document.text) }
        let small = smallLines(lines, in: document.text)
        for range in small { document.text.capitalize(range) }
        found = (found + small).sorted { $0.lowerBound < $1.lowerBound }
        guard let first = found.first else { return }
        document.diagnostics.append(
            Diagnostic(
                .restoredCapitals, at: document.text.location(of: first),
                related: found.dropFirst().prefix(placeLimit).map { document.text.location(of: $0) },
                arguments: [String(found.count)]))
    }

    /// More places than this are not told.
    private static let placeLimit = 20

    // MARK: Pieces

    /// A line, or what stands of it in one column.
    private struct Piece {
        var range: Range<Int>
        /// The block that it stands in, and whether it begins it.
        var block: Int
        /// Whether it has letters, and no capital.
        var isSmall = false
        /// Few words without the end of a sentence.
        var isShort = false
        /// Whether nothing goes on into it from above.
        var opens = false

        mutating func look(in text: SourceText) {
            var letters = 0
            var capitals = 0
            LostCapitals.forEachLetter(in: range, of: text) { letter in
                letters += 1
                if letter.isCapital { capitals += 1 }
            }
            isSmall = letters >= 3 && capitals == 0
            let last = text.lastSign(of: range)
            isShort = text.width(of: range) < 90 && ![0x2E, 0x3B, 0x2C].contains(last)
        }
    }

    private static func pieces(of blocks: [Block], in text: SourceText) -> [Piece] {
        var pieces: [Piece] = []
        for (index, block) in blocks.enumerated() where !block.isSite {
            var start = block.range.lowerBound
            func add(_ end: Int) {
                let range = text.trimmed(start..<max(start, end))
                if !range.isEmpty { pieces.append(Piece(range: range, block: index)) }
            }
            for offset in block.range {
                let byte = text.bytes[offset]
                let isGap = byte == 0x20 && offset + 1 < block.range.upperBound && text.bytes[offset + 1] == 0x20
                if byte == 0x09 || byte == 0x0A || byte == 0x0B || isGap {
                    add(offset)
                    start = offset + 1
                }
            }
            add(block.range.upperBound)
        }
        for index in pieces.indices {
            pieces[index].look(in: text)
            let block = blocks[pieces[index].block]
            let isNew = index == 0 || pieces[index - 1].block != pieces[index].block
            let isEnded =
                index > 0
                && (text.paths != nil && blocks[pieces[index - 1].block].kind != .line
                    || [0x2E, 0x3B, 0x2C, 0x3A, 0x2F].contains(text.lastSign(of: pieces[index - 1].range)))
            pieces[index].opens =
                isNew && (block.blankLinesBefore > 0 || block.pageBreakBefore || index == 0 || isEnded)
        }
        return pieces
    }

    // MARK: Words in both

    private struct Letter {
        var isCapital: Bool
        /// A small letter that has a tone, so that the encoding has no capital of it.
        var hasNoCapital: Bool
    }

    private static func forEachLetter(in range: Range<Int>, of text: SourceText, _ body: (Letter) -> Void) {
        for scalar in String(decoding: text.bytes[range], as: UTF8.self).unicodeScalars {
            guard scalar.properties.isAlphabetic else { continue }
            let isCapital = scalar.properties.isUppercase
            body(Letter(isCapital: isCapital, hasNoCapital: !isCapital && isToned(scalar)))
        }
    }

    /// Whether a letter has one of the five marks of tone, alone or with others.
    private static func isToned(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0xC0 else { return false }
        if WordKey.split(scalar.value).tone != 0 { return true }
        // Nearly all letters of a Vietnamese text are told by the table above, or are one of these.
        if [0xE2, 0xEA, 0xF4, 0x103, 0x111, 0x1A1, 0x1B0].contains(scalar.value) { return false }
        return String(scalar).decomposed.unicodeScalars
            .contains { [0x300, 0x301, 0x303, 0x309, 0x323].contains($0.value) }
    }

    /// Runs of words whose letters are capitals wherever the encoding has one: `QUYếT ĐịNH`. One of them must have two
    /// capitals at least, or one behind a small letter (`ủY BAN`); `Bộ` may be anything.
    private static func mixed(_ range: Range<Int>, in text: SourceText) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var run: Range<Int>?
        var isSure = false
        func end() {
            if let run, isSure { runs.append(run) }
            run = nil
            isSure = false
        }
        for token in TokenText(range, in: text).tokens {
            guard token.kind == .word else { continue }
            var capitals = 0
            var toned = 0
            var others = 0
            var opensSmall = false
            forEachLetter(in: token.range, of: text) { letter in
                if letter.isCapital {
                    if toned > 0 { opensSmall = true }
                    capitals += 1
                } else if letter.hasNoCapital {
                    toned += 1
                } else {
                    others += 1
                }
            }
            guard others == 0, capitals > 0 else {
                // A vowel alone, as in `ý` and `Y Tế`.
                if others == 0, toned == 1, token.range.count <= 3, let open = run {
                    run = open.lowerBound..<token.range.upperBound
                } else {
                    end()
                }
                continue
            }
            if capitals >= 2 && toned > 0 || opensSmall { isSure = true }
            run = (run?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
        }
        end()
        return runs
    }

    // MARK: Lines in small letters

    private static let motto = Phrase("Cộng hòa xã hội chủ nghĩa Việt Nam")
    private static let appendix = Phrase("Phụ lục")
    private static let number = Phrase("Số")
    private static let recipients = Phrase("Nơi nhận")
    private static let signing = Set(Lexicon.strings(.signingLetters))
    private static let territories = Lexicon.phrases(.territoryNouns)
    private static let partitions = Phrase.list(["Chương", "Phần", "Mục"])

    private static func smallLines(_ pieces: [Piece], in text: SourceText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        /// Where in the form the line stands.
        var zone = Zone.head
        for (index, piece) in pieces.enumerated() {
            let head = TokenText(text.head(of: piece.range, bytes: 160), in: text)
            let isCapital = piece.isSmall && piece.isShort && isPrinted(head, &zone, pieces, index, text)
            if isCapital {
                found.append(piece.range)
            } else {
                zone = zone.after(head, isSmall: piece.isSmall)
            }
        }
        return found
    }

    private enum Zone {
        /// Above the first recital: letterhead, kind, title, who decides.
        case head
        /// Right below the name of a kind or a chapter.
        case title
        /// Below the first line of a title, which may go on in small letters.
        case below
        /// Among the recitals and in the text.
        case body
        /// Below `Nơi nhận` or a line of who signs.
        case end

        func after(_ head: TokenText, isSmall: Bool) -> Zone {
            guard let first = head.tokens.first, first.kind == .word else { return self }
            if head.matches(LostCapitals.recipients, at: 0) { return .end }
            if head.firstMatch(LineClassifier.recitals, at: 0) != nil, first.startsUpper { return .body }
            if head.matches(LostCapitals.motto, at: 0) { return .head }
            switch self {
            case .title: return .below
            case .end: return isSmall ? .body : .end
            default: return self
            }
        }
    }

    /// Whether the form prints a line in capitals.
    private static func isPrinted(
        _ head: TokenText, _ zone: inout Zone, _ pieces: [Piece], _ index: Int, _ text: SourceText
    ) -> Bool {
        let tokens = head.tokens
        guard let first = tokens.first, first.kind == .word else { return false }
        if head.matches(motto, at: 0) {
            zone = .head
            return tokens.count == motto.keys.count
        }
        let words = tokens.last?.isSign(":") == true ? tokens.dropLast() : tokens[...]
        let opens = zone == .head || pieces[index].opens
        if opens, head.matches(appendix, at: 0), tokens.count <= 4 {
            zone = .title
            return true
        }
        if opens, DocumentKindGazetteer.standard.kind(named: words.map(\.key)) != nil {
            if words.count == tokens.count { zone = .title }
            return true
        }
        if signing.contains(first.key), tokens.count > 2, tokens[1].isSign(".") || tokens[1].isSign("/") {
            zone = .end
            return true
        }
        let isBody = head.firstMatch(LineClassifier.bodies, at: 0) != nil
        let isPost = head.firstMatch(LineClassifier.posts, at: 0) != nil
        switch zone {
        case .title: return true
        case .below:
            guard pieces[index].opens || isAboveRecital(index, pieces, text) else { return false }
            if isBody || isPost {
                zone = .head
                return true
            }
        case .head:
            if isBody || isPost || head.firstMatch(territories, at: 0) != nil { return true }
        case .end:
            if isBody, isAboveMotto(index, pieces, text) { zone = .head }
            if isPost || isBody { return true }
        case .body:
            if isBody, isAboveMotto(index, pieces, text) {
                zone = .head
                return true
            }
        }
        if let phrase = head.firstMatch(partitions, at: 0), tokens.count == phrase.keys.count + 1 {
            zone = .title
            return true
        }
        return isRoman(tokens)
    }

    /// Whether the recitals begin right below a line.
    private static func isAboveRecital(_ index: Int, _ pieces: [Piece], _ text: SourceText) -> Bool {
        guard pieces.indices.contains(index + 1) else { return false }
        let head = TokenText(text.head(of: pieces[index + 1].range, bytes: 60), in: text)
        return head.tokens.first?.startsUpper == true && head.firstMatch(LineClassifier.recitals, at: 0) != nil
    }

    /// Whether a letterhead begins at a line: a motto follows soon.
    private static func isAboveMotto(_ index: Int, _ pieces: [Piece], _ text: SourceText) -> Bool {
        for piece in pieces.dropFirst(index + 1).prefix(5) {
            let head = TokenText(text.head(of: piece.range, bytes: 100), in: text)
            if head.matches(motto, at: 0) { return true }
            guard piece.isShort else { return false }
        }
        return false
    }

    /// `ii. nhiệm vụ, giải pháp`: behind a point's label an ordinary text begins with a capital.
    private static func isRoman(_ tokens: [Token]) -> Bool {
        guard tokens.count > 3, tokens[0].key.allSatisfy({ "ivx".contains($0) }), tokens[1].isSign("."),
            tokens[2].kind == .word
        else { return false }
        return tokens[2].gapBefore != .none
    }
}
