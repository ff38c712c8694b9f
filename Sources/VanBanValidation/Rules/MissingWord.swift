import VanBanModel
import VanBanStructure

/// `Bộ phận tiếp nhận và kết quả`, `Ủy ban nhân tỉnh`: a set name that lacks a word.
enum MissingWord: Rule {
    static let description = RuleDescription(
        code: "missingWord", severity: .warning,
        example: "Bộ phận tiếp nhận và kết quả giải quyết thủ tục hành chính")

    static let yields = true

    /// Of shorter names what is left may be anything.
    private static let fewest = 5
    private static let longest = 10
    /// Words that names do without: `Phòng Kinh tế Hạ tầng`; `Tòa án nhân dân (hai) cấp tỉnh`.
    private static let loose: Set<String> = Set(["và", "các", "hai"].map { WordKeys.joined($0) })

    /// Names and phrases as numbers of their words, and what they are without one of them.
    ///
    /// Numbers, as texts of all these runs were made anew by every process that checks a document, which took longer than
    /// the document.
    private static let shortened = Shortened()

    private struct Shortened: Sendable {
        private var numbers: [String: Int32] = [:]
        private var names: [WordRun: String] = [:]
        /// The words that names begin with which lack another.
        private var openings: Set<Int32> = []

        init() {
            let forms = GazetteerFacts.agencyForms + GazetteerFacts.setPhrases.map(\.phrase)
            let keys = GazetteerFacts.agencyKeys + GazetteerFacts.setPhrases.map { WordKeys.joined($0.phrase) }
            let known = keys.map { key in
                key.utf8.split(separator: UInt8(ascii: " ")).map { word in
                    let word = String(Substring(word))
                    let number = numbers[word] ?? Int32(numbers.count)
                    numbers[word] = number
                    return number
                }
            }
            // What stands in any known name is no name that lost a word.
            var runs: Set<WordRun> = []
            for words in known {
                for count in stride(from: fewest - 1, through: min(longest, words.count), by: 1) {
                    for start in 0...(words.count - count) { runs.insert(WordRun(words[start..<(start + count)])) }
                }
            }
            let loose = Set(MissingWord.loose.compactMap { numbers[$0] })
            for (form, words) in zip(forms, known) where words.count >= fewest && words.count <= longest {
                let printed = form.split(separator: " ")
                guard printed.count == words.count else { continue }
                // One of a list may be left out: `Các (sở,) ngành, đơn vị có liên quan`.
                for index in 1..<(words.count - 1)
                where !loose.contains(words[index]) && printed[index].last != "," && printed[index - 1].last != "," {
                    // `Cổng thông tin điện tử của (UBND) xã`
                    if printed[index].allSatisfy(\.isUppercase) { continue }
                    let rest = WordRun(words[..<index] + words[(index + 1)...])
                    guard !runs.contains(rest), names[rest] == nil else { continue }
                    names[rest] = form
                    openings.insert(words[0])
                }
            }
        }

        /// The numbers of the words of a key, which mostly is one; one that no name has for what is none of theirs.
        func words(of key: String) -> [Int32] {
            let words = key.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            return words.map { numbers[String(Substring($0))] ?? -1 }
        }

        func opens(_ words: [Int32]) -> Bool { words.count == 1 && openings.contains(words[0]) }

        /// The name that words are without one of its own.
        func name(of words: [Int32]) -> String? { words.contains(-1) ? nil : names[WordRun(words[...])] }
    }

    /// Some words in a row, at most ten of them, each by its number.
    private struct WordRun: Hashable {
        private var words: SIMD16<Int32>

        init(_ numbers: ArraySlice<Int32>) {
            words = SIMD16(repeating: -1)
            for (place, number) in numbers.prefix(16).enumerated() { words[place] = number }
        }
    }

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let spelled = document.forms.map { shortened.words(of: $0.key) }
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell {
            let words = passage.printedWords
            var index = 0
            while index < words.count {
                guard shortened.opens(spelled[words[index].form.number]), let match = match(at: index, words, spelled)
                else {
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
        at index: Int, _ words: [Passage.PrintedWord], _ spelled: [[Int32]]
    ) -> (count: Int, name: String)? {
        for count in stride(from: min(longest - 1, words.count - index), through: fewest - 1, by: -1) {
            let range = index..<(index + count)
            guard let name = shortened.name(of: words[range].flatMap { spelled[$0.form.number] }) else { continue }
            let isCut =
                words[range].dropLast().contains(where: \.closes) || words[range].dropFirst().contains(where: \.opens)
            return isCut && !name.contains(",") ? nil : (count, name)
        }
        return nil
    }
}
