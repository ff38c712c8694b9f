/// What stands behind an `@` of a style sheet, or in `media` of its element: whether its rules are those of a page that is
/// looked at on a screen.
enum StyleConditions {
    /// Pages are looked at in windows of at least so many pixels, and at most.
    private static let narrow = 1_200
    private static let wide = 1_920

    /// Of `@media screen and (min-width: 1px)`, `@supports (display: grid)`; nil for what holds no rules of elements.
    static func holds(rule: String) -> Certainty? {
        let rule = rule.lowercased()
        let name = rule.prefix { $0 != "(" && !$0.isWhitespace }
        let condition = String(rule[name.endIndex...])
        switch name {
        case "@media": return holds(media: condition)
        case "@supports":
            if condition.contains("not ") || condition.contains("not(") { return .no }
            return .yes
        case "@layer": return .yes
        case "@container", "@scope", "@starting-style": return .unsure
        default: return nil
        }
    }

    /// Of a list of media.
    static func holds(media list: String) -> Certainty {
        let words = list.lowercased().trimmed
        if words.isEmpty { return .yes }
        return words.split(separator: ",").map { holds(query: String($0).trimmed) }.max() ?? .yes
    }

    private static func holds(query: String) -> Certainty {
        var rest = query[...]
        var isReversed = false
        if rest.hasPrefix("only ") { rest = rest.dropFirst(5) }
        if rest.hasPrefix("not ") {
            rest = rest.dropFirst(4)
            isReversed = true
        }
        var result = Certainty.yes
        for part in rest.replacing(" and(", with: " and (").split(separator: " and ") {
            result = min(result, holds(part: String(part).trimmed))
        }
        return isReversed ? result.reversed : result
    }

    private static func holds(part: String) -> Certainty {
        switch part {
        case "all", "screen": return .yes
        case "print", "speech", "aural", "tty", "tv", "projection", "handheld", "braille", "embossed": return .no
        default: break
        }
        guard part.first == "(", part.last == ")" else { return .unsure }
        let pieces = part.dropFirst().dropLast().split(separator: ":").map { String($0).trimmed }
        guard pieces.count == 2, let pixels = pixels(pieces[1]) else { return .unsure }
        switch pieces[0] {
        case "min-width", "min-device-width":
            return pixels <= narrow ? .yes : pixels > wide ? .no : .unsure
        case "max-width", "max-device-width":
            return pixels >= wide ? .yes : pixels < narrow ? .no : .unsure
        default: return .unsure
        }
    }

    private static func pixels(_ length: String) -> Int? {
        let number = length.prefix { $0.isNumber || $0 == "." }
        guard let value = Double(number), value < 100_000 else { return nil }
        switch length[number.endIndex...] {
        case "px", "": return Int(value)
        case "em", "rem": return Int(value * 16)
        default: return nil
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var part = self[...]
        while let first = part.first, first.isWhitespace { part = part.dropFirst() }
        while let last = part.last, last.isWhitespace { part = part.dropLast() }
        return String(part)
    }
}
