import VanBanModel
import VanBanReading

/// `34/2007/PL-UBTVQH11` here and `34/2007/PL-UBTVQH` there: one document, its number written in two ways.
enum ReferenceNumberVaries: Rule {
    static let description = RuleDescription(
        code: "referenceNumberVaries", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6",
        example: "Pháp lệnh số 34/2007/PL-UBTVQH11 …; Pháp lệnh số 34/2007/PL-UBTVQH …")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.references.flatMap { reference -> [Finding] in
            guard let number = reference.number else { return [] }
            return reference.mentions.compactMap { mention in
                guard let printed = otherForm(of: number, in: words(at: mention, in: document)) else { return nil }
                return finding(
                    at: document.location(of: printed, within: mention), [printed, number],
                    related: reference.mentions.filter { $0 != mention })
            }
        }
    }

    private static func words(at place: Location, in document: ValidatedDocument) -> String {
        let start = document.text.offset(ofSource: place.start)
        let end = max(start, document.text.offset(ofSource: place.end))
        return String(decoding: document.text.bytes[start..<end], as: UTF8.self)
    }

    /// Number and sign as a mention writes them, where they are not those of the document.
    private static func otherForm(of number: String, in words: String) -> String? {
        guard !words.filter({ !$0.isWhitespace }).contains(number) else { return nil }
        let figures = number.prefix { $0.isNumber }
        return words.split(whereSeparator: \.isWhitespace).lazy
            .map { $0.prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "-" || $0 == "." } }
            .first { word in
                word.contains("/") && word.contains(where: \.isLetter) && word.prefix { $0.isNumber } == figures
                    && word.last?.isPunctuation == false
            }.map { String($0) }
    }
}
