import VanBanModel
import VanBanReading

/// The components that rose or fell: `Có 02 nội dung thành phần tăng điểm là “A” và “B”; 01 nội dung thành phần “C” giảm
/// điểm.`
struct Components {
    var up: [String] = []
    var down: [String] = []
    /// Where one statement stands, the names included.
    var words: Range<Int>

    private static let component = Phrase.list([
        "nội dung thành phần", "chỉ số thành phần", "chỉ số nội dung thành phần", "tiêu chí thành phần",
    ])
    private static let rises = WordKey.of("tăng")
    private static let falls = WordKey.of("giảm")
    private static let none = WordKey.of("không")

    /// The statement that begins at a token, if one does.
    static func at(
        _ position: Int, in tokens: TokenText, _ diagnostics: inout [Diagnostic]
    ) -> Components? {
        guard let phrase = tokens.firstMatch(component, at: position) else { return nil }
        let start = position + phrase.keys.count
        let end = statementEnd(from: start, tokens)
        var names: [String] = []
        var found = Components(words: position..<start)
        var isRise: Bool?
        var isFirst = true
        var index = start
        var firstNames: [String]?
        func close() {
            guard let isRise else { return }
            if isRise { found.up += names } else { found.down += names }
            if isFirst { firstNames = names }
        }
        // `tăng điểm là “A”, giảm điểm là “B”`: each direction has the names that follow it; names may also stand first.
        while index < end {
            let key = tokens.key(index)
            if tokens.isSign("\"", at: index) {
                var stop = index + 1
                while stop < end, !tokens.isSign("\"", at: stop) { stop += 1 }
                if stop > index + 1 { names.append(tokens.string((index + 1)..<stop)) }
                found.words = position..<min(end, stop + 1)
                index = stop + 1
                continue
            }
            if key == rises || key == falls, tokens.key(index - 1) != none {
                if isRise != nil, !names.isEmpty {
                    close()
                    isFirst = false
                    names = []
                }
                isRise = key == rises
                found.words = position..<max(found.words.upperBound, index + 1)
            }
            index += 1
        }
        close()
        guard isRise != nil else {
            // Nothing moves: names in quotation marks are no dimensions all the same.
            return names.isEmpty ? nil : found
        }
        if let count = count(before: position, tokens), let listed = firstNames, !listed.isEmpty, listed.count != count
        {
            diagnostics.append(
                Diagnostic(
                    .componentCountMismatch,
                    at: tokens.source.location(of: tokens.stretch((position - 1)..<end).hull),
                    arguments: [String(count), String(listed.count)]))
        }
        if !found.up.isEmpty || !found.down.isEmpty { found.words = position..<end }
        return found
    }

    /// `03 nội dung thành phần` counts 3, `2/4 nội dung thành phần` 2.
    private static func count(before position: Int, _ tokens: TokenText) -> Int? {
        guard position > 0, let count = tokens.tokens[position - 1].value else { return nil }
        if tokens.isSign("/", at: position - 2), position > 2, let part = tokens.tokens[position - 3].value {
            return part
        }
        return count
    }

    /// A statement ends at a semicolon or full stop outside of quotation marks, or before the next count.
    private static func statementEnd(from start: Int, _ tokens: TokenText) -> Int {
        var isQuoted = false
        var index = start
        while index < tokens.tokens.count {
            if tokens.isSign("\"", at: index) { isQuoted.toggle() }
            if !isQuoted {
                if tokens.isSign(";", at: index) || tokens.endsSentence(at: index) { return index }
                if tokens.tokens[index].kind == .number, tokens.firstMatch(component, at: index + 1) != nil {
                    return index
                }
            }
            index += 1
        }
        return index
    }
}
