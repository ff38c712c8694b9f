import VanBanModel
import VanBanStructure

/// `Bộ phận tiếp nhận và kết quả`, `Ủy ban nhân tỉnh`: a set name that lacks a word.
enum MissingWord: Rule {
    static let description = RuleDescription(
        code: "missingWord", severity: .warning,
        message: BilingualText("“{0}” seems to lack a word.", "“{0}” có vẻ thiếu từ."),
        hint: BilingualText("Probably “{1}” is meant.", "Có lẽ là “{1}”."),
        rationale: BilingualText(
            "Looks for names of agencies and set phrases of administration that are all there but for one word between the first and the last, where no known name or phrase has the words as they stand.",
            "Tìm tên cơ quan và cụm từ hành chính quen dùng có đủ các từ trừ một từ ở giữa, khi không tên hay cụm từ nào đã biết có các từ như đang viết."
        ),
        example: "Bộ phận tiếp nhận và kết quả giải quyết thủ tục hành chính")

    static let yields = true

    /// Of shorter names what is left may be anything.
    private static let fewest = 5
    private static let longest = 10
    /// Words that names do without: `Phòng Kinh tế Hạ tầng`; `Tòa án nhân dân (hai) cấp tỉnh`.
    private static let loose: Set<String> = Set(["và", "các", "hai"].map { WordKeys.joined($0) })

    /// What names without a word of theirs are, by their keys: the name as it is printed.
    private static let shortened: [String: String] = {
        let forms = GazetteerFacts.agencyForms + GazetteerFacts.setPhrases.map(\.phrase)
        let known = forms.map { WordKeys.joined($0) }
        // What stands in any known name is no name that lost a word.
        var runs: Set<String> = []
        for key in known {
            let words = key.split(separator: " ")
            for count in stride(from: fewest - 1, through: min(longest, words.count), by: 1) {
                for start in 0...(words.count - count) {
                    runs.insert(words[start..<(start + count)].joined(separator: " "))
                }
            }
        }
        var found: [String: String] = [:]
        for (form, key) in zip(forms, known) {
            let words = key.split(separator: " ").map { String($0) }
            let printed = form.split(separator: " ")
            guard words.count >= fewest, words.count <= longest, printed.count == words.count else { continue }
            // One of a list may be left out: `Các (sở,) ngành, đơn vị có liên quan`.
            for index in 1..<(words.count - 1)
            where !loose.contains(words[index]) && printed[index].last != "," && printed[index - 1].last != "," {
                // `Cổng thông tin điện tử của (UBND) xã`
                if printed[index].allSatisfy(\.isUppercase) { continue }
                let rest = (words[..<index] + words[(index + 1)...]).joined(separator: " ")
                if !runs.contains(rest), found[rest] == nil { found[rest] = form }
            }
        }
        return found
    }()

    private static let openings = Set(shortened.keys.lazy.map { String($0.prefix { $0 != " " }) })

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell {
            let words = passage.printedWords
            let keys = words.map { WordKeys.joined($0.text) }
            var index = 0
            while index < words.count {
                guard openings.contains(keys[index]), let match = match(at: index, words, keys) else {
                    index += 1
                    continue
                }
                let range = words[index].range.lowerBound..<words[index + match.count - 1].range.upperBound
                found.append(
                    finding(at: document.location(of: range, in: passage), [passage.string(range), match.name]))
                index += match.count
            }
        }
        return found
    }

    private static func match(
        at index: Int, _ words: [Passage.PrintedWord], _ keys: [String]
    ) -> (count: Int, name: String)? {
        for count in stride(from: min(longest - 1, words.count - index), through: fewest - 1, by: -1) {
            let range = index..<(index + count)
            guard let name = shortened[keys[range].joined(separator: " ")] else { continue }
            let isCut =
                words[range].dropLast().contains(where: \.closes) || words[range].dropFirst().contains(where: \.opens)
            return isCut && !name.contains(",") ? nil : (count, name)
        }
        return nil
    }
}
