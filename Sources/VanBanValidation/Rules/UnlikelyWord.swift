import VanBanModel
import VanBanSpelling
import VanBanStructure

/// `kép hợp`, `hệ thông thông tin`: a word that hardly stands beside its neighbours, where one that looks like it often does.
enum UnlikelyWord: Rule {
    static let description = RuleDescription(
        code: "unlikelyWord", severity: .warning,
        example: "theo dõi, đơn đốc việc thực hiện")

    static let yields = true

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let model = SyllableModel.standard
        let text = SpelledText(document.forms, model)
        let passages = document.passages.filter(isRead)
        var repetitions = Repetitions(text)
        for passage in passages { repetitions.count(passage.printedWords) }
        var candidates: [Int: [SyllableModel.Candidate]] = [:]
        var edited: [Int: [SyllableModel.Candidate]] = [:]
        var found: [Finding] = []
        // Text without any marks was typed so.
        for passage in passages where passage.printedWords.contains(where: { !$0.form.isPlain }) {
            let words = passage.printedWords
            for index in words.indices where text.isExamined(index, of: words) {
                let word = text[words[index]]
                var others: [SyllableModel.Candidate]
                if let known = candidates[word.key] {
                    others = known
                } else {
                    others = model.candidates(of: word.word)
                    candidates[word.key] = others
                }
                let left = text.left(of: index, words)
                let right = text.right(of: index, words)
                if !model.stands(word.word, after: left.word, before: right.word) {
                    let more = edited[word.key] ?? model.edited(word.word, besides: others)
                    edited[word.key] = more
                    others += more
                }
                guard !others.isEmpty,
                    let reading = model.misread(
                        word.word, others, after: left.word, before: right.word,
                        repetitions.others(of: word, left, right))
                else { continue }
                let printed = words[index]
                found.append(
                    finding(
                        at: document.location(of: printed.range, in: passage),
                        [printed.text, cased(reading.text, like: printed.text)]))
            }
        }
        return found
    }

    /// Numbers, labels and names of persons are no running text.
    private static let unread: Set<Substring> = ["label", "number", "signer", "signature", "place", "issuedOn"]

    private static func isRead(_ passage: Passage) -> Bool { !unread.contains(passage.field) }

    private static func cased(_ text: String, like printed: String) -> String {
        if printed.count > 1, printed.allSatisfy(\.isUppercase) { return text.uppercased() }
        return printed.first?.isUppercase == true ? text.prefix(1).uppercased() + text.dropFirst() : text
    }
}

/// The words of a document as the model knows them, each form once.
private struct SpelledText {
    struct Word {
        var word: SyllableModel.Word
        /// Numbers the keys of words; that of signs and figures is asked by nobody.
        var key: Int
        /// Whether it may be misread: no abbreviation.
        var mayBeMisread = false
        /// Whether it begins with a capital and goes on in lower case.
        var isCapitalized = false
    }

    private let words: [Word]
    private let edge: Word
    private(set) var keys = 0

    init(_ forms: [WordForm], _ model: SyllableModel) {
        var numbers: [String: Int] = [:]
        edge = Word(word: model.edgeWord, key: -1)
        words = forms.map { form in
            let isAllUpper = form.text.allSatisfy(\.isUppercase)
            let isCapitalized = form.startsUpper && !isAllUpper
            guard form.text.allSatisfy(\.isLetter) else {
                let word = form.text.first?.isNumber == true ? model.numberWord : model.edgeWord
                return Word(word: word, key: -1, isCapitalized: isCapitalized)
            }
            let word = model.word(form.text)
            let key = numbers[word.key] ?? numbers.count
            numbers[word.key] = key
            let length = form.text.count
            return Word(
                word: word, key: key, mayBeMisread: length > 1 && !(form.isPlain && length <= 5 && isAllUpper),
                isCapitalized: isCapitalized)
        }
        keys = numbers.count
    }

    subscript(_ word: Passage.PrintedWord) -> Word { words[word.form.number] }

    /// Whether a word is looked at: no abbreviation, no name.
    func isExamined(_ index: Int, of printed: [Passage.PrintedWord]) -> Bool {
        self[printed[index]].mayBeMisread && !isName(printed, at: index)
    }

    /// Whether no sign parts a word from the one before it.
    func follows(_ index: Int, in printed: [Passage.PrintedWord]) -> Bool {
        index > 0 && !printed[index].opens && !printed[index - 1].closes
    }

    func left(of index: Int, _ printed: [Passage.PrintedWord]) -> Word {
        follows(index, in: printed) ? self[printed[index - 1]] : edge
    }

    func right(of index: Int, _ printed: [Passage.PrintedWord]) -> Word {
        index + 1 < printed.count && follows(index + 1, in: printed) ? self[printed[index + 1]] : edge
    }

    /// A capital beside another one (`Trần Văn Đam`).
    private func isName(_ printed: [Passage.PrintedWord], at index: Int) -> Bool {
        isCapitalized(printed, index) && (isCapitalized(printed, index - 1) || isCapitalized(printed, index + 1))
    }

    private func isCapitalized(_ printed: [Passage.PrintedWord], _ index: Int) -> Bool {
        printed.indices.contains(index) && self[printed[index]].isCapitalized
    }
}

/// How often a document has words and pairs of them.
private struct Repetitions {
    private let text: SpelledText
    private var words: [Int]
    private var pairs: [UInt64: Int] = [:]

    init(_ text: SpelledText) {
        self.text = text
        words = Array(repeating: 0, count: text.keys)
    }

    mutating func count(_ printed: [Passage.PrintedWord]) {
        for index in printed.indices {
            let word = text[printed[index]]
            guard word.word.isSyllable else { continue }
            words[word.key] += 1
            guard text.follows(index, in: printed) else { continue }
            let before = text[printed[index - 1]]
            if before.word.isSyllable { pairs[Self.pair(before, word), default: 0] += 1 }
        }
    }

    private static func pair(_ first: SpelledText.Word, _ second: SpelledText.Word) -> UInt64 {
        UInt64(first.key) << 32 | UInt64(second.key)
    }

    /// How often else a word, and it beside its neighbours, stands in the document.
    func others(
        of word: SpelledText.Word, _ left: SpelledText.Word, _ right: SpelledText.Word
    ) -> SyllableModel.Repetition {
        var beside = 0
        if left.word.isSyllable { beside += (pairs[Self.pair(left, word)] ?? 1) - 1 }
        if right.word.isSyllable { beside += (pairs[Self.pair(word, right)] ?? 1) - 1 }
        return SyllableModel.Repetition(words: words[word.key] - 1, pairs: beside)
    }
}
