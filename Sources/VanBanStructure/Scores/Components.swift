import VanBanModel
import VanBanReading

/// The components that rose or fell: `Có 03 nội dung thành phần tăng điểm là “A”, “B” và “C”; 01 nội dung thành phần “D” giảm điểm.`
enum Components {
    private static let component = Phrase.list([
        "nội dung thành phần", "chỉ số thành phần", "chỉ số nội dung thành phần", "tiêu chí thành phần",
    ])
    private static let rises = WordKey.of("tăng")
    private static let falls = WordKey.of("giảm")

    static func read(_ tokens: TokenText, into score: inout IndexScore, _ diagnostics: inout [Diagnostic]) {
        let all = tokens.tokens
        var position = 0
        while position < all.count {
            guard let phrase = tokens.firstMatch(component, at: position), position > 0,
                let count = all[position - 1].value
            else {
                position += 1
                continue
            }
            let start = position + phrase.keys.count
            let end = statementEnd(from: start, tokens)
            var direction: Bool?
            for token in all[start..<end] where direction == nil {
                if token.key == rises { direction = true }
                if token.key == falls { direction = false }
            }
            let names = quoted(tokens, from: start, upTo: end)
            if let direction {
                if direction { score.componentsUp += names } else { score.componentsDown += names }
                if names.count != count {
                    diagnostics.append(
                        Diagnostic(
                            .componentCountMismatch,
                            at: tokens.source.location(of: tokens.stretch((position - 1)..<end).hull),
                            arguments: [String(count), String(names.count)]))
                }
            }
            position = end
        }
    }

    /// A statement ends at a semicolon or full stop outside of quotation marks, or before the next count.
    private static func statementEnd(from start: Int, _ tokens: TokenText) -> Int {
        var isQuoted = false
        var index = start
        while index < tokens.tokens.count {
            let token = tokens.tokens[index]
            if token.isSign("\"") { isQuoted.toggle() }
            if !isQuoted {
                if token.isSign(";") || token.isSign(".") { return index }
                if token.kind == .number, tokens.firstMatch(component, at: index + 1) != nil { return index }
            }
            index += 1
        }
        return index
    }

    /// What stands in quotation marks.
    static func quoted(_ tokens: TokenText, from start: Int, upTo end: Int) -> [String] {
        var names: [String] = []
        var open: Int?
        for index in start..<max(start, min(end, tokens.tokens.count)) where tokens.tokens[index].isSign("\"") {
            if let from = open {
                if index > from + 1 { names.append(tokens.string((from + 1)..<index)) }
                open = nil
            } else {
                open = index
            }
        }
        return names
    }
}
