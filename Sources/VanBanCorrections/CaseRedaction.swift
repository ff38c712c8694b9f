import VanBanModel
import VanBanStructure

/// Takes out of a text who it speaks of: names of persons, telephones, the numbers of documents and long figures. Days,
/// years, quarters and the numbers of rows stay, since the expectation rests on them.
///
/// Two documents that the source tells apart by their numbers are told apart by those that stand for them, too.
struct CaseRedaction: Sendable {
    /// The words of each name; those of more words come first.
    private var persons: [[Substring]] = []
    /// What stands for the number before a document's letters.
    private var numbers: [String: String] = [:]

    /// - Parameters:
    ///   - document: whose persons and numbers are taken out.
    ///   - corrected: the same as people put it right.
    init(_ document: ConvertedDocument, corrected: Record) {
        self.init(String(decoding: document.text.bytes, as: UTF8.self), corrected)
    }

    init(_ text: String, _ record: Record) {
        var names = Set(FieldReading.personNames(in: text))
        for task in record.tasks {
            for agency in task.leadAgencies + task.coordinatingAgencies {
                if let name = agency.person { names.insert(name) }
            }
        }
        for part in record.parts { if let name = part.signature?.name { names.insert(name) } }
        names.remove(CaseWords.person)
        // A longer name goes before one that is a part of it.
        persons = names.filter { $0.count > 3 }.sorted { ($1.count, $0) < ($0.count, $1) }.map { Self.words(of: $0) }
        let typed = record.parts.compactMap(\.number) + record.references.compactMap(\.number)
        for text in [text] + typed { learnNumbers(of: text) }
    }

    func redacted(_ text: String) -> String { redacted(text, keepsColumns: false) }

    /// - Parameter keepsColumns: whether what stands behind two blanks stays in its place of the line.
    func redacted(_ text: String, keepsColumns: Bool) -> String {
        var text = text
        for name in persons { text = Self.replacing(name, in: text, keepsColumns) }
        for address in CaseWords.addresses { text = Self.replacingNames(in: text, behind: address, keepsColumns) }
        return replacingFigures(in: text)
    }

    // MARK: Names

    private static func words(of text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

    /// Replaces a name, whatever white space there is between its words.
    private static func replacing(_ name: [Substring], in text: String, _ keepsColumns: Bool) -> String {
        guard let first = name.first, text.contains(first) else { return text }
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: first) {
            var end = found.upperBound
            var isName = !(rest[..<found.lowerBound].last?.isLetter ?? result.last?.isLetter ?? false)
            for word in name.dropFirst() where isName {
                let behind = rest[end...].drop { $0.isWhitespace }
                isName = behind.startIndex > end && behind.hasPrefix(word)
                if isName { end = rest.index(behind.startIndex, offsetBy: word.count) }
            }
            isName = isName && !(rest[end...].first?.isLetter ?? false)
            guard isName else {
                result += rest[..<found.upperBound]
                rest = rest[found.upperBound...]
                continue
            }
            result += rest[..<found.lowerBound]
            (result, rest) = appending(rest[found.lowerBound..<end], before: rest[end...], to: result, keepsColumns)
        }
        return result + rest
    }

    /// Puts the person who stands for all in the place of a name; blanks behind it make up for the difference.
    private static func appending(
        _ name: Substring, before rest: Substring, to text: String, _ keepsColumns: Bool
    ) -> (String, Substring) {
        let blanks = rest.prefix { $0 == " " }.count
        guard keepsColumns, blanks > 1 else { return (text + CaseWords.person, rest) }
        let wanted = max(2, blanks + name.count - CaseWords.person.count)
        return (text + CaseWords.person + String(repeating: " ", count: wanted), rest.dropFirst(blanks))
    }

    /// The two to five words with capitals behind a form of address.
    private static func replacingNames(in text: String, behind address: String, _ keepsColumns: Bool) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: address) {
            let isWord = found.lowerBound == rest.startIndex || !rest[rest.index(before: found.lowerBound)].isLetter
            result += rest[..<found.upperBound]
            rest = rest[found.upperBound...]
            guard isWord, !rest.hasPrefix(" " + CaseWords.person), let length = nameLength(rest) else { continue }
            result += " "
            (result, rest) = appending(
                rest.prefix(length).dropFirst(), before: rest.dropFirst(length), to: result, keepsColumns)
        }
        return result + rest
    }

    private static func nameLength(_ text: Substring) -> Int? {
        guard text.first == " " else { return nil }
        var length = 0
        var words = 0
        for word in text.dropFirst().split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false).prefix(5) {
            let letters = word.prefix { $0.isLetter }
            guard letters.first?.isUppercase == true, letters.count > 1, letters.dropFirst().allSatisfy(\.isLowercase)
            else {
                break
            }
            length += 1 + letters.count
            words += 1
            if letters.count < word.count { break }
        }
        return words >= 2 ? length : nil
    }

    // MARK: Figures

    /// A run of digits, and groups of digits behind it.
    private struct Figure {
        var groups: [Substring]
        var end: Substring.Index
    }

    /// The figures from a digit on: groups with one point, blank or hyphen between.
    private static func figure(at start: Substring.Index, in text: Substring) -> Figure {
        var groups: [Substring] = []
        var end = start
        var rest = text[start...]
        while true {
            let group = rest.prefix { isDigit($0) }
            guard !group.isEmpty else { break }
            groups.append(group)
            end = group.endIndex
            guard let sign = rest[end...].first, ". -".contains(sign) else { break }
            rest = rest[rest.index(after: end)...]
        }
        return Figure(groups: groups, end: end)
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    /// How many of a figure's first groups are a telephone, or one long figure.
    private static func length(of groups: [Substring]) -> (telephone: Int, long: Int) {
        var digits = 0
        var telephone = 0
        let isDay =
            groups.count >= 3 && groups[0].count <= 2 && groups[1].count <= 2 && groups[2].count == 4
        if groups[0].first == "0", !isDay {
            for (index, group) in groups.enumerated() where group.count > 1 || index == 0 {
                digits += group.count
                if digits > 11 { break }
                if digits >= 9 { telephone = index + 1 }
            }
        }
        var long = groups[0].count >= 6 ? 1 : 0
        if groups[0].count <= 3 {
            let thousands = groups.dropFirst().prefix { $0.count == 3 }.count
            if groups[0].count + 3 * thousands >= 6 { long = 1 + thousands }
        }
        return (telephone, long)
    }

    /// Whether letters of a document's number follow a figure, the year between them or not.
    private static func isOfDocument(_ behind: Substring) -> Bool {
        let behind = behind.drop { $0.isWhitespace }
        guard behind.first == "/" else { return false }
        let next = behind.dropFirst()
        if next.first?.isUppercase == true { return true }
        let year = next.prefix { isDigit($0) }
        let letters = next.dropFirst(year.count)
        return year.count == 4 && letters.first == "/" && (letters.dropFirst().first?.isUppercase ?? false)
    }

    /// Telephones become zeros, the numbers of documents others of as many digits, long figures ones.
    private func replacingFigures(in text: String) -> String {
        var result = ""
        Self.walk(text) { piece, figure in
            guard let figure else { return result += piece }
            if let number = figure.number {
                result += numbers[String(number)] ?? String(repeating: "1", count: number.count)
            } else {
                result += piece.map { Self.isDigit($0) ? figure.digit : $0 }
            }
        }
        return result
    }

    private enum Replaced {
        case telephone, long
        case document(Substring)

        var number: Substring? {
            if case .document(let number) = self { number } else { nil }
        }
        var digit: Character {
            if case .telephone = self { "0" } else { "1" }
        }
    }

    /// Passes a text piece by piece: what is to be replaced with what it is, all else with nil.
    private static func walk(_ text: String, _ body: (Substring, Replaced?) -> Void) {
        var rest = text[...]
        while !rest.isEmpty {
            let plain = rest.prefix { !isDigit($0) }
            if !plain.isEmpty { body(plain, nil) }
            rest = rest[plain.endIndex...]
            guard let start = rest.indices.first else { return }
            let figure = figure(at: start, in: rest)
            let lengths = length(of: figure.groups)
            let first = figure.groups[0]
            let end: Substring.Index
            if lengths.telephone > 0 {
                end = figure.groups[lengths.telephone - 1].endIndex
                body(rest[..<end], .telephone)
            } else if isOfDocument(rest[first.endIndex...]) {
                end = first.endIndex
                let isYear = first.count == 4 && plain.last == "/"
                body(rest[..<end], isYear ? nil : .document(first))
            } else if lengths.long > 0 {
                end = figure.groups[lengths.long - 1].endIndex
                body(rest[..<end], .long)
            } else {
                end = first.endIndex
                body(rest[..<end], nil)
            }
            rest = rest[end...]
        }
    }

    /// Each number gets another one with as many digits, in the order in which they stand in the document.
    private mutating func learnNumbers(of text: String) {
        var known = numbers
        var used = Dictionary(grouping: known.keys, by: \.count).mapValues(\.count)
        Self.walk(text) { _, figure in
            guard let number = (figure?.number).map(String.init), known[number] == nil else { return }
            let length = min(9, number.count)
            let least = Int(String(repeating: "1", count: length)) ?? 1
            let most = Int(String(repeating: "9", count: length)) ?? 9
            var place = used[number.count, default: 0]
            if String(least + place) == number { place += 1 }
            used[number.count] = place + 1
            known[number] =
                String(least + place % (most - least + 1)) + String(repeating: "1", count: number.count - length)
        }
        numbers = known
    }
}

/// The words of cases, which are data.
enum CaseWords {
    private static let entries: [(use: Substring, text: String)] = String(
        decoding: PackageResources.case_words_csv, as: UTF8.self
    ).split(separator: "\n").dropFirst().compactMap { line in
        let sides = line.split(separator: ",", maxSplits: 1)
        return sides.count == 2 ? (sides[0], String(sides[1])) : nil
    }

    private static func texts(_ use: String) -> [String] { entries.filter { $0.use == use }.map(\.text) }

    static let person = texts("person").first ?? ""
    static let addresses = texts("address").flatMap { [$0, $0.lowercased()] }

    /// The lines above a case's words.
    static func plan(year: Int?) -> [String] {
        texts("plan") + [year.map { (texts("title").first ?? "") + " \($0)" } ?? texts("anyTitle").first ?? ""]
    }

    /// The lines above a case's table.
    static func head(year: Int?) -> [String] { plan(year: year) + [""] + texts("appendix") + texts("list") }
}
