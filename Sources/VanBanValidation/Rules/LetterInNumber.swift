import VanBanModel

/// `l5/6/2024`, `tháng l2`, `2O24`: a letter that stands for a figure.
enum LetterInNumber: Rule {
    static let description = RuleDescription(
        code: "letterInNumber", severity: .warning,
        example: "trước ngày l5/6/2024")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let mayBeMeant = document.forms.map { mayBeNumber($0.text) }
        var found: [Finding] = []
        for passage in document.passages where passage.field != "label" && passage.field != "number" {
            let words = passage.printedWords
            for (index, word) in words.enumerated() where mayBeMeant[word.form.number] {
                let before = index > 0 && !words[index - 1].closes ? words[index - 1].form.lower : ""
                guard let meant = meant(by: word.text, after: before) else { continue }
                found.append(finding(at: document.location(of: word.range, in: passage), [word.text, meant]))
            }
        }
        return found
    }

    private static let dated = Lexicon.strings(.datedWords)

    /// The figures that a word is meant for; nil where it is no such slip.
    static func meant(by word: String, after before: String) -> String? {
        guard mayBeNumber(word) else { return nil }
        var meant: [UInt8] = []
        var slips = 0
        for byte in word.utf8 {
            if isDigit(byte) || byte == UInt8(ascii: "/") {
                meant.append(byte)
            } else if let figure = figure(byte) {
                meant.append(figure)
                slips += 1
            } else {
                return nil
            }
        }
        guard slips > 0 else { return nil }
        // `I/2024` is a quarter, `1/I` a label: a slip has figures beside it.
        let pieces = word.split(separator: "/", omittingEmptySubsequences: false)
        guard pieces.allSatisfy({ piece in piece.utf8.contains(where: isDigit) }) else { return nil }
        let text = String(decoding: meant, as: UTF8.self)
        let numbers = text.split(separator: "/").compactMap { Int($0) }
        switch numbers.count {
        case 3:
            return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]).map { _ in text }
        case 2:
            let isDay = (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
            let isMonth = (1...12).contains(numbers[0]) && (1990...2099).contains(numbers[1])
            return isDay || isMonth ? text : nil
        case 1:
            let number = numbers[0]
            if text.utf8.count == 4, (1990...2099).contains(number) { return text }
            if dated.contains(before), text.utf8.count <= 2, (1...31).contains(number) {
                return text
            }
            // Oxygen and ozone are no slips.
            return text.utf8.count == 2 && word.hasPrefix("O") && number > 0 && number != 2 && number != 3 ? text : nil
        default: return nil
        }
    }

    private static func mayBeNumber(_ word: String) -> Bool {
        word.utf8.count <= 10 && word.utf8.contains(where: isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func figure(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
        case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
        default: nil
        }
    }
}
