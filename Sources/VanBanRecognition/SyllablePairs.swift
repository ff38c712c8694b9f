import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How often syllables follow each other in legal texts: pairs that occur fifty times and more in 897 of them, where one
/// of the two has another form that pictures are misread as.
struct SyllablePairs: Sendable {
    static let standard = SyllablePairs(PackageResources.syllable_pairs_csv)

    /// By both syllables in small letters with a space between: the power of two in the count.
    private let powers: [String: UInt8]

    init(_ table: [UInt8]) {
        var powers: [String: UInt8] = [:]
        for line in table.split(separator: 0x0A) {
            let fields = line.split(separator: 0x2C)
            guard let first = fields.first.map({ String(decoding: $0, as: UTF8.self) }) else { continue }
            for field in fields.dropFirst() {
                let sides = field.split(separator: 0x20)
                guard sides.count == 2, let power = UInt8(String(decoding: sides[1], as: UTF8.self)) else { continue }
                powers[first + " " + String(decoding: sides[0], as: UTF8.self)] = power
            }
        }
        self.powers = powers
    }

    /// About how often a syllable stands between two others: the counts of both pairs.
    func count(_ syllable: String, after before: String?, before after: String?) -> Int {
        var count = 0
        if let before, let power = powers[before + " " + syllable] { count += 1 << Int(min(power, 30)) }
        if let after, let power = powers[syllable + " " + after] { count += 1 << Int(min(power, 30)) }
        return count
    }
}

/// Sets words right by their neighbours that two readings differ in, or that pictures blur: the second mark of a vowel with
/// a circumflex or a breve (`ế`, `ể`, `ễ`). What is set right is told with what was read.
struct WordRepair: Sendable {
    /// A word that nobody writes there gives way to one that is written there so often.
    private static let often = 256
    /// So often where a whole mark would have been lost.
    private static let veryOften = 4096
    /// And so many times rarer must what was read be there.
    private static let rarer = 256

    private let pairs: SyllablePairs

    init(_ pairs: SyllablePairs = .standard) { self.pairs = pairs }

    /// - Parameters:
    ///   - before: the last word of the line above, in whose cell or paragraph this one goes on.
    ///   - after: the first word of the line below.
    /// - Returns: nothing for a line without a letter or figure that is no dash: dirt, the rest of a seal.
    func repaired(
        _ words: [RecognizedWord], after before: RecognizedWord? = nil, before after: RecognizedWord? = nil
    ) -> [RecognizedWord] {
        // A stroke may be a Roman figure.
        if words.count == 1, words[0].text == "|" { return words }
        guard words.contains(where: { Self.says($0.text) || $0.text == "-" }) else { return [] }
        var result = ([before] + words + [after]).compactMap { $0 }
        let own = (before == nil ? 0 : 1)..<(result.count - (after == nil ? 0 : 1))
        for index in own { trim(index, &result) }
        for index in own {
            if result[index].text == "~" { result[index].text = "-" }
            result[index].text.replace("\u{2044}", with: "/")
        }
        // What stands behind a word may itself have to be set right.
        for _ in 0..<2 {
            for index in own { choose(index, &result) }
            for index in own { repair(index, &result) }
        }
        return result[own].filter { !$0.text.isEmpty }
    }

    /// Dirt beside a word is no sign of it: none of these stands before a letter, and none for itself. It is told where it
    /// stood at a word.
    private func trim(_ index: Int, _ words: inout [RecognizedWord]) {
        let text = words[index].text
        guard Self.says(text) else {
            if text.allSatisfy({ Self.dirt.contains($0) }) { words[index].text = "" }
            return
        }
        let rest = text.drop { Self.dirt.contains($0) }
        guard rest.count < text.count, rest.first?.isLetter == true else { return }
        words[index].rival = text
        words[index].text = String(rest)
    }

    private static let dirt: Set<Character> = [
        "'", ".", ",", ":", ";", "_", "*", "^", "ˆ", "`", "´", "¬", "=", "„", "»", "«", "|", "<", ">", "§", "¦", "°",
        "\\",
    ]

    /// Of two readings of a word, the one that its neighbours speak for.
    private func choose(_ index: Int, _ words: inout [RecognizedWord]) {
        guard let rival = words[index].rival, !rival.isEmpty, !rival.contains(" ") else { return }
        let own = count(Self.core(words[index].text), at: index, words)
        let other = count(Self.core(rival), at: index, words)
        guard other > 4 * own, other >= 64 else { return }
        words[index].rival = words[index].text
        words[index].text = rival
        words[index].share = 1 - words[index].share
    }

    private func repair(_ index: Int, _ words: inout [RecognizedWord]) {
        guard !words[index].isSure else { return }
        let word = words[index].text
        let core = Self.core(word)
        guard !core.isEmpty, core.unicodeScalars.contains(where: { $0.value > 0x7F }) else { return }
        let forms = Self.forms(of: core)
        guard !forms.isEmpty else { return }
        let own = count(core, at: index, words)
        let best = forms.map { (form: $0.form, isLost: $0.isLost, count: count($0.form, at: index, words)) }
            .max { $0.count < $1.count }
        guard let best, best.count >= (best.isLost ? Self.veryOften : Self.often),
            own * Self.rarer <= best.count
        else { return }
        guard let range = word.lowercased().firstRange(of: core), word.lowercased().count == word.count else { return }
        let start = word.index(
            word.startIndex,
            offsetBy: word.lowercased().distance(from: word.lowercased().startIndex, to: range.lowerBound))
        let end = word.index(start, offsetBy: core.count)
        words[index].text = word[..<start] + Self.cased(best.form, like: word[start..<end]) + word[end...]
        words[index].rival = word
    }

    private func count(_ core: String, at index: Int, _ words: [RecognizedWord]) -> Int {
        guard !core.isEmpty else { return 0 }
        let before = index > 0 && !Self.closes(words[index - 1].text) ? Self.core(words[index - 1].text) : nil
        let after = index + 1 < words.count && !Self.closes(words[index].text) ? Self.core(words[index + 1].text) : nil
        return pairs.count(core, after: before, before: after)
    }

    /// Whether a word has a letter or a figure.
    static func says(_ word: String) -> Bool {
        word.unicodeScalars.contains {
            // Marks that stand for themselves count as letters in Unicode.
            $0.properties.generalCategory != .modifierLetter
                && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        }
    }

    /// Whether a sign behind a word parts it from the next.
    private static func closes(_ word: String) -> Bool { word.last.map { ".;:,)".contains($0) } ?? false }

    /// The word in small letters without signs around it.
    static func core(_ word: String) -> String {
        let letters = word.lowercased()
        guard let first = letters.firstIndex(where: { $0.isLetter || $0.isNumber }),
            let last = letters.lastIndex(where: { $0.isLetter || $0.isNumber })
        else { return "" }
        return String(letters[first...last])
    }

    private static func cased(_ form: String, like word: Substring) -> String {
        if word.count > 1, word.allSatisfy({ !$0.isLowercase }) { return form.uppercased() }
        if word.first?.isUppercase == true { return form.prefix(1).uppercased() + form.dropFirst() }
        return form
    }

    private static let tones: [Unicode.Scalar] = ["\u{301}", "\u{309}", "\u{303}"]
    private static let allTones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    /// What a syllable may be whose second mark was blurred.
    static func forms(of syllable: String) -> [(form: String, isLost: Bool)] {
        var scalars = Array(syllable.decomposed.unicodeScalars)
        guard let hat = scalars.lastIndex(where: { $0 == "\u{302}" || $0 == "\u{306}" }) else { return [] }
        func text(_ scalars: [Unicode.Scalar]) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view).composed
        }
        if let tone = scalars.firstIndex(where: { allTones.contains($0) }) {
            guard tones.contains(scalars[tone]) else { return [] }
            return tones.filter { $0 != scalars[tone] }.map { other in
                var form = scalars
                form[tone] = other
                return (text(form), false)
            }
        }
        scalars.insert(tones[0], at: hat + 1)
        return tones.map { tone in
            scalars[hat + 1] = tone
            return (text(scalars), true)
        }
    }
}

/// Reads figures behind certain words as Roman ones where they can be nothing else: there are four quarters, and who writes
/// one of them so writes all of them so.
struct RomanRepair {
    private static let contexts = String(decoding: PackageResources.roman_contexts_csv, as: UTF8.self)
        .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    /// Behind these stands a figure anywhere.
    private static let words = Set(contexts.filter { $0.count == 1 }.compactMap(\.first))
    /// A line that ends with one of these and a figure is a title.
    private static let titles = Set(contexts.filter { $0.count == 2 }.compactMap(\.first))

    /// - Parameter lines: the words of all lines of a document.
    static func repair(_ lines: inout [[RecognizedWord]]) {
        var isRoman = false
        for line in lines {
            for index in line.indices.dropFirst() where isContext(line[index - 1].text) {
                let head = Self.head(line[index].text)
                if head.contains("I") || head.count > 1 { isRoman = true }
            }
        }
        guard isRoman else { return }
        for number in lines.indices {
            for index in lines[number].indices.dropFirst() where isContext(lines[number][index - 1].text) {
                let text = lines[number][index].text
                let head = Self.head(text)
                guard !head.isEmpty, head.contains(where: { $0 != "I" }) else { continue }
                // A single stroke may be a figure after all, and is told.
                if head.count == 1 { lines[number][index].rival = text }
                lines[number][index].text = String(repeating: "I", count: head.count) + text.dropFirst(head.count)
            }
        }
    }

    /// Reads what is alone in its cell and made of strokes as a Roman figure: `H` is two of them that touch. It is told.
    /// - Parameter areas: by line, the area that it lies in.
    static func repair(_ lines: inout [[RecognizedWord]], aloneIn areas: [Int]) {
        var counts: [Int: Int] = [:]
        for (line, area) in zip(lines, areas) { counts[area, default: 0] += line.count }
        for index in lines.indices where (2...3).contains(lines[index].count) {
            let last = lines[index].count - 1
            guard titles.contains(WordRepair.core(lines[index][last - 1].text)) else { continue }
            setStrokes(&lines[index][last])
        }
        for index in lines.indices where lines[index].count == 1 {
            let text = lines[index][0].text
            guard counts[areas[index]] == 1 else {
                if text == "|" { lines[index] = [] }
                continue
            }
            setStrokes(&lines[index][0])
        }
    }

    private static func setStrokes(_ word: inout RecognizedWord) {
        let text = word.text
        guard text.contains(where: { "Hl|".contains($0) }), text.allSatisfy({ "IHl|1".contains($0) }) else { return }
        let strokes = text.reduce(0) { $0 + ($1 == "H" ? 2 : 1) }
        guard strokes <= 3 else { return }
        word.rival = text
        word.text = String(repeating: "I", count: strokes)
    }

    private static func isContext(_ word: String) -> Bool { words.contains(WordRepair.core(word)) }

    /// The strokes that a word begins with, up to three, where no other letter or figure follows them.
    private static func head(_ word: String) -> Substring {
        let head = word.prefix { "1Il|".contains($0) }
        let next = word.dropFirst(head.count).first
        guard head.count <= 3, next.map({ !$0.isLetter && !$0.isNumber }) ?? true else { return "" }
        return head
    }
}
