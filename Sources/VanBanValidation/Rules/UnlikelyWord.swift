import VanBanModel
import VanBanSpelling
import VanBanStructure

/// `kép hợp`, `hệ thông thông tin`: a word that hardly stands beside its neighbours, where one that looks like it often does.
enum UnlikelyWord: Rule {
    static let description = RuleDescription(
        code: "unlikelyWord", severity: .warning,
        message: BilingualText("“{0}” may be misread or misspelt.", "“{0}” có thể bị nhận dạng hoặc viết sai."),
        hint: BilingualText("Probably “{1}” is meant.", "Có lẽ là “{1}”."),
        rationale: BilingualText(
            "Compares each word with those that have its letters with other marks, letters that recognition confuses, or one letter more, fewer or another, by how often they stand beside the same neighbours in legal text. Words that the document repeats count less; capitalised names are left alone.",
            "So mỗi từ với các từ cùng chữ khác dấu, có chữ hay bị nhận dạng nhầm, hoặc thừa, thiếu, khác một chữ, theo tần suất đứng cạnh các từ kề trong văn bản pháp luật. Từ được lặp lại trong văn bản ít bị nghi hơn; bỏ qua tên riêng viết hoa."
        ),
        example: "theo dõi, đơn đốc việc thực hiện")

    static let yields = true

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let model = SyllableModel.standard
        let lines = document.passages.compactMap { passage in
            isRead(passage) ? SpelledLine(passage.printedWords, model) : nil
        }
        let passages = document.passages.filter(isRead)
        var repetitions = Repetitions()
        for line in lines { repetitions.count(line) }
        var candidates: [SyllableModel.Word: [SyllableModel.Candidate]] = [:]
        var edited: [SyllableModel.Word: [SyllableModel.Candidate]] = [:]
        var found: [Finding] = []
        for (passage, line) in zip(passages, lines) where line.isMarked {
            for index in line.words.indices where line.isExamined[index] {
                let word = line.words[index]
                var others: [SyllableModel.Candidate]
                if let known = candidates[word] {
                    others = known
                } else {
                    others = model.candidates(of: word)
                    candidates[word] = others
                }
                let left = line.left(of: index, model)
                let right = line.right(of: index, model)
                if !model.stands(word, after: left, before: right) {
                    let more = edited[word] ?? model.edited(word, besides: others)
                    edited[word] = more
                    others += more
                }
                let repeated = repetitions.others(of: word, left, right)
                guard !others.isEmpty,
                    let reading = model.misread(word, others, after: left, before: right, repeated)
                else { continue }
                let printed = passage.printedWords[index]
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

/// How often a document has words and pairs of them.
private struct Repetitions {
    private struct Pair: Hashable {
        var first: String
        var second: String
    }

    private var words: [String: Int] = [:]
    private var pairs: [Pair: Int] = [:]

    mutating func count(_ line: SpelledLine) {
        for (index, word) in line.words.enumerated() where word.isSyllable {
            words[word.key, default: 0] += 1
            if index > 0, line.follows[index], line.words[index - 1].isSyllable {
                pairs[Pair(first: line.words[index - 1].key, second: word.key), default: 0] += 1
            }
        }
    }

    /// How often else a word, and it beside its neighbours, stands in the document.
    func others(
        of word: SyllableModel.Word, _ left: SyllableModel.Word, _ right: SyllableModel.Word
    ) -> SyllableModel.Repetition {
        var beside = 0
        if left.isSyllable { beside += (pairs[Pair(first: left.key, second: word.key)] ?? 1) - 1 }
        if right.isSyllable { beside += (pairs[Pair(first: word.key, second: right.key)] ?? 1) - 1 }
        return SyllableModel.Repetition(words: (words[word.key] ?? 1) - 1, pairs: beside)
    }
}

/// A passage's words as the model knows them.
private struct SpelledLine {
    private(set) var words: [SyllableModel.Word] = []
    /// Whether no sign parts a word from the one before it.
    private(set) var follows: [Bool] = []
    /// Whether it may be misread: no abbreviation, no name.
    private(set) var isExamined: [Bool] = []
    /// Text without any marks was typed so.
    private(set) var isMarked = false

    init(_ printed: [Passage.PrintedWord], _ model: SyllableModel) {
        for (index, word) in printed.enumerated() {
            let isPlain = word.text.utf8.allSatisfy { $0 < 0x80 }
            isMarked = isMarked || !isPlain
            follows.append(index > 0 && !word.opens && !printed[index - 1].closes)
            guard word.text.allSatisfy(\.isLetter) else {
                words.append(word.text.first?.isNumber == true ? model.numberWord : model.edgeWord)
                isExamined.append(false)
                continue
            }
            words.append(model.word(word.text))
            let isAbbreviation = isPlain && word.text.count <= 5 && word.text.allSatisfy(\.isUppercase)
            isExamined.append(word.text.count > 1 && !isAbbreviation && !Self.isName(printed, at: index))
        }
    }

    func left(of index: Int, _ model: SyllableModel) -> SyllableModel.Word {
        index > 0 && follows[index] ? words[index - 1] : model.edgeWord
    }

    func right(of index: Int, _ model: SyllableModel) -> SyllableModel.Word {
        index + 1 < words.count && follows[index + 1] ? words[index + 1] : model.edgeWord
    }

    /// A capital beside another one (`Trần Văn Đam`).
    private static func isName(_ words: [Passage.PrintedWord], at index: Int) -> Bool {
        isCapitalized(words, index) && (isCapitalized(words, index - 1) || isCapitalized(words, index + 1))
    }

    private static func isCapitalized(_ words: [Passage.PrintedWord], _ index: Int) -> Bool {
        guard words.indices.contains(index), words[index].text.first?.isUppercase == true else { return false }
        return !words[index].text.allSatisfy(\.isUppercase)
    }
}
