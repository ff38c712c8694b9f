import VanBanModel
import VanBanReading

/// The components that rose or fell: `Có 02 nội dung thành phần tăng điểm là “A” và “B”; 01 nội dung thành phần “C” giảm
/// điểm.`
struct Components {
    var up: [String] = []
    var down: [String] = []
    /// Where one statement stands, the names included.
    var words: Range<Int>

    private static let component = Lexicon.phrases(.componentNouns)
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
        var index = start
        /// The names of each direction, with the number that counts them.
        var groups: [(count: Int?, names: [String])] = []
        var counted = count(before: position, tokens)
        func close() {
            guard let isRise else { return }
            if isRise { found.up += names } else { found.down += names }
            groups.append((counted, names))
            counted = nil
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
                    names = []
                    counted = count(leadingTo: index, tokens)
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
        for (count, listed) in wrong(groups) {
            diagnostics.append(
                Diagnostic(
                    .componentCountMismatch,
                    at: tokens.source.location(of: tokens.stretch((position - 1)..<end).hull),
                    arguments: [String(count), String(listed)]))
        }
        if !found.up.isEmpty || !found.down.isEmpty { found.words = position..<end }
        return found
    }

    /// Counts that are not those of the names behind them. `04 nội dung thành phần, trong đó tăng “A”, “B”, giảm “C”, “D”`
    /// counts both directions at once.
    private static func wrong(_ groups: [(count: Int?, names: [String])]) -> [(count: Int, listed: Int)] {
        let all = groups.reduce(0) { $0 + $1.names.count }
        let isCountedApart = groups.dropFirst().contains { $0.count != nil }
        return groups.enumerated().compactMap { place, group in
            guard let count = group.count, !group.names.isEmpty, group.names.count != count else { return nil }
            if place == 0, !isCountedApart, count == all { return nil }
            return (count, group.names.count)
        }
    }

    /// `và 02 nội dung giảm điểm là “C”`: the number that stands right before a later direction.
    private static func count(leadingTo direction: Int, _ tokens: TokenText) -> Int? {
        var index = direction - 1
        while index >= 0, direction - index <= 4, !tokens.isSign("\"", at: index) {
            if tokens.tokens[index].kind == .number { return tokens.tokens[index].value }
            index -= 1
        }
        return nil
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
