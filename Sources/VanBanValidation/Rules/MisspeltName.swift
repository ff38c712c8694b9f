import VanBanModel
import VanBanStructure

/// `Sờ Nội vụ`, `UBND tinh`: a known name with a mark lost or changed.
enum MisspeltName: Rule {
    static let description = RuleDescription(
        code: "misspeltName", severity: .warning,
        example: "Giao Sờ Nội vụ theo dõi, đôn đốc")

    /// A name as it is printed, and the key of its words with their marks.
    private struct Name: Sendable {
        var text: String
        var key: String
    }

    /// Names by their letters without marks; those that share them stand together.
    private static let names: [String: [Name]] = {
        var names: [String: [Name]] = [:]
        for (form, key) in zip(GazetteerFacts.agencyForms, GazetteerFacts.agencyKeys) {
            let words = key.utf8.split(separator: UInt8(ascii: " ")).count
            let isShort = form.prefix { $0 != " " }.count > 2 && form.prefix { $0 != " " }.allSatisfy(\.isUppercase)
            guard words > 2 || (words == 2 && isShort), words <= longest else { continue }
            let letters = WordKeys.letters(key)
            if names[letters]?.contains(where: { $0.key == key }) != true {
                names[letters, default: []].append(Name(text: form, key: key))
            }
        }
        return names
    }()

    private static let openings = Set(names.keys.lazy.map { String($0.prefix { $0 != " " }) })
    private static let longest = 10
    private static let told: Set<Substring> = ["lead", "coordinating", "responsibility"]

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let opens = document.forms.map { $0.startsUpper && openings.contains($0.letters) }
        var found: [Finding] = []
        for passage in document.passages where !told.contains(passage.field) {
            let words = passage.printedWords
            var index = 0
            while index < words.count {
                guard opens[words[index].form.number], let (count, name) = match(at: index, words) else {
                    index += 1
                    continue
                }
                if let name {
                    let range = words[index].range.lowerBound..<words[index + count - 1].range.upperBound
                    found.append(
                        finding(at: document.location(of: range, in: passage), [passage.string(range), name.text]))
                }
                index += count
            }
        }
        return found
    }

    /// The longest run of words with the letters of a name; without the name where it is written right or where several
    /// have these letters.
    private static func match(at index: Int, _ words: [Passage.PrintedWord]) -> (count: Int, name: Name?)? {
        var end = index
        while end < words.count, end - index < longest {
            end += 1
            let last = words[end - 1]
            if last.closes || (end < words.count && words[end].opens) { break }
        }
        for stop in stride(from: end, to: index + 1, by: -1) {
            let run = words[index..<stop]
            guard let known = names[run.map(\.form.letters).joined(separator: " ")] else { continue }
            let key = run.map(\.form.key).joined(separator: " ")
            guard known.count == 1, let name = known.first, name.key != key else { return (stop - index, nil) }
            // Text without any marks was typed so.
            return (stop - index, words.contains { !$0.form.isPlain } ? name : nil)
        }
        return nil
    }
}
