import VanBanModel

/// Takes out of a text who it speaks of: names of persons, telephones, the numbers of documents and long figures. Days,
/// quarters and the numbers of rows stay, since the expectation rests on them.
struct CaseRedaction {
    private let persons: [String]

    /// - Parameter record: whose persons are taken out.
    init(_ record: Record) {
        var names: Set<String> = []
        for task in record.tasks {
            for agency in task.leadAgencies + task.coordinatingAgencies {
                if let name = agency.person { names.insert(name) }
            }
        }
        for part in record.parts { if let name = part.signature?.name { names.insert(name) } }
        // A longer name goes before one that is a part of it.
        persons = names.filter { $0.count > 3 }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    func redacted(_ text: String) -> String {
        var text = text
        for name in persons { text = text.replacing(name, with: CaseWords.person) }
        for address in CaseWords.addresses { text = Self.replacingNames(in: text, behind: address) }
        return Self.replacingFigures(in: text)
    }

    /// The two to five words with capitals behind a form of address.
    private static func replacingNames(in text: String, behind address: String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: address) {
            let isWord = found.lowerBound == rest.startIndex || !rest[rest.index(before: found.lowerBound)].isLetter
            result += rest[..<found.upperBound]
            rest = rest[found.upperBound...]
            guard isWord, !rest.hasPrefix(" " + CaseWords.person), let length = nameLength(rest) else { continue }
            result += " " + CaseWords.person
            rest = rest.dropFirst(length)
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

    /// Telephones become zeros, the numbers of documents and long figures ones, in the same shape.
    private static func replacingFigures(in text: String) -> String {
        var result = ""
        var characters = Array(text)[...]
        while let first = characters.first {
            guard first.isASCII, first.isNumber else {
                result.append(first)
                characters.removeFirst()
                continue
            }
            let run = characters.prefix { $0.isASCII && ($0.isNumber || ". -".contains($0)) }
            let trimmed = run.prefix((run.lastIndex { $0.isNumber } ?? run.startIndex) - run.startIndex + 1)
            let behind = characters.dropFirst(trimmed.count)
            let digits = trimmed.count { $0.isNumber }
            let isSign = behind.first == "/" && (behind.dropFirst().first?.isUppercase ?? false)
            if digits >= 9, first == "0" {
                result += trimmed.map { $0.isNumber ? "0" : $0 }
            } else if isSign || digits >= 6 {
                result += trimmed.map { $0.isNumber ? "1" : $0 }
            } else {
                result += trimmed
            }
            characters = behind
        }
        return result
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
