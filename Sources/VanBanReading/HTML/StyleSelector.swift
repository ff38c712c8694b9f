/// A selector of CSS: what it asks of an element, and of those around and before it.
struct StyleSelector {
    /// How an element stands to the next one inwards.
    enum Relation {
        /// Anywhere around it, its parent, right before it, anywhere before it among its siblings.
        case around, parent, before, earlier
    }

    /// What is asked of one element.
    struct Compound {
        var element = HTMLElement.other
        var classes: [String] = []
        var id: String?
        var conditions: [Condition] = []

        /// `html` and `body`, which stand around everything.
        var isOfEveryPage: Bool {
            (element == .html || element == .body) && classes.isEmpty && id == nil && conditions.isEmpty
        }
    }

    indirect enum Condition {
        case attribute(AttributeTest)
        case any([StyleSelector])
        case none([StyleSelector])
        /// `:nth-child(2n+1)`
        case place(step: Int, offset: Int, ofType: Bool, fromEnd: Bool)
        /// `:root`
        case outermost
        /// `:hover`: what no page is when it is opened.
        case never
        /// What is not known here.
        case unknown
    }

    struct AttributeTest {
        enum Comparison { case exists, equal, word, language, start, end, part }

        var name: [UInt8]
        var comparison = Comparison.exists
        var value: [UInt8] = []
        var ignoresCase = false
    }

    /// The element itself, and what must stand around or before it, from the inside.
    var own = Compound()
    var others: [(relation: Relation, compound: Compound)] = []
    /// Ids, classes, elements.
    var weight = 0
    /// What must be known of a page's elements.
    var needs: Needs = []

    struct Needs: OptionSet {
        let rawValue: UInt8
        static let attributes = Needs(rawValue: 1)
        static let siblings = Needs(rawValue: 2)
        /// What comes after an element.
        static let following = Needs(rawValue: 4)
    }
}

/// Reads selectors. What it does not know becomes a condition that nobody can answer, so that it is told.
struct SelectorParser {
    private let bytes: [UInt8]
    private var offset = 0
    /// Selectors within selectors.
    private let depth: Int
    private static let deepest = 4
    private static let mostParts = 16

    init(_ bytes: [UInt8], depth: Int = 0) {
        self.bytes = bytes
        self.depth = depth
    }

    /// The selectors of a list; nil stands for one that is of no element (`td::before`) or is none.
    mutating func list() -> [StyleSelector] {
        var found: [StyleSelector] = []
        for part in Self.parts(of: bytes) {
            var parser = SelectorParser(Array(part), depth: depth)
            if let selector = parser.selector() { found.append(selector) }
        }
        return found
    }

    /// The parts of a list, parted by commas outside of brackets and quotes.
    static func parts(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        var brackets = 0
        var quote: UInt8 = 0
        for (offset, byte) in bytes.enumerated() {
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x28 || byte == 0x5B {
                brackets += 1
            } else if byte == 0x29 || byte == 0x5D {
                brackets -= 1
            } else if byte == 0x2C, brackets == 0 {
                parts.append(bytes[start..<offset])
                start = offset + 1
            }
        }
        parts.append(bytes[start...])
        return parts
    }

    mutating func selector() -> StyleSelector? {
        skipSpace()
        guard offset < bytes.count else { return nil }
        var selector = StyleSelector()
        // From the outside.
        var compounds: [StyleSelector.Compound] = []
        var relations: [StyleSelector.Relation] = []
        while offset < bytes.count, compounds.count < Self.mostParts {
            guard let compound = compound(&selector) else { return nil }
            compounds.append(compound)
            guard let relation = relation() else { break }
            relations.append(relation)
            if relation == .before || relation == .earlier { selector.needs.insert(.siblings) }
        }
        guard offset >= bytes.count, relations.count == compounds.count - 1, let own = compounds.last else {
            return nil
        }
        selector.own = own
        for index in relations.indices.reversed() { selector.others.append((relations[index], compounds[index])) }
        return selector
    }

    // MARK: Parts

    private mutating func skipSpace() {
        while offset < bytes.count, CharacterClass.isSpace(bytes[offset]) { offset += 1 }
    }

    /// What stands between two compounds; nil at the end.
    private mutating func relation() -> StyleSelector.Relation? {
        let start = offset
        skipSpace()
        guard offset < bytes.count else { return nil }
        let relation: StyleSelector.Relation
        switch bytes[offset] {
        case 0x3E: relation = .parent
        case 0x2B: relation = .before
        case 0x7E: relation = .earlier
        default: return offset > start ? .around : nil
        }
        offset += 1
        skipSpace()
        return relation
    }

    private mutating func compound(_ selector: inout StyleSelector) -> StyleSelector.Compound? {
        var compound = StyleSelector.Compound()
        let start = offset
        if bytes[offset] == 0x2A {
            offset += 1
        } else if let name = name() {
            compound.element = name.map { UnsafeBufferPointer<UInt8>.lower($0) }
                .withUnsafeBufferPointer { HTMLElement(named: $0) }
            if compound.element == .other { compound.conditions.append(.unknown) }
            selector.weight += 1
        }
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x2E:
                offset += 1
                guard let name = name() else { return nil }
                compound.classes.append(String(decoding: name, as: UTF8.self))
                selector.weight += 100
            case 0x23:
                offset += 1
                guard let name = name() else { return nil }
                compound.id = String(decoding: name, as: UTF8.self)
                selector.weight += 10_000
            case 0x5B:
                guard let test = attribute() else { return nil }
                compound.conditions.append(.attribute(test))
                selector.needs.insert(.attributes)
                selector.weight += 100
            case 0x3A:
                guard let condition = pseudo(&selector) else { return nil }
                compound.conditions.append(condition)
            default: return offset > start ? compound : nil
            }
        }
        return offset > start ? compound : nil
    }

    /// A name, with what its backslashes stand for.
    private mutating func name() -> [UInt8]? {
        var name: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0x5C, offset + 1 < bytes.count {
                offset += 1
                name += escaped()
            } else if Self.isNameByte(byte) {
                name.append(byte)
                offset += 1
            } else {
                break
            }
        }
        return name.isEmpty ? nil : name
    }

    /// What stands behind a backslash: the number of a character, or the character itself.
    private mutating func escaped() -> [UInt8] {
        var end = offset
        while end < bytes.count, end - offset < 6, Self.isHexadecimal(bytes[end]) { end += 1 }
        guard end > offset else {
            offset += 1
            return [bytes[offset - 1]]
        }
        let number = UInt32(String(decoding: bytes[offset..<end], as: UTF8.self), radix: 16)
        offset = end
        if offset < bytes.count, CharacterClass.isSpace(bytes[offset]) { offset += 1 }
        return number.flatMap(UnicodeScalar.init).map { Array(String(Character($0)).utf8) } ?? []
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        CharacterClass.isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        CharacterClass.isDigit(byte) || MarkupTag.isLetter(byte) || byte == 0x2D || byte == 0x5F || byte >= 0x80
    }

    /// `[data-x="y" i]`
    private mutating func attribute() -> StyleSelector.AttributeTest? {
        offset += 1
        skipSpace()
        guard let name = name() else { return nil }
        var test = StyleSelector.AttributeTest(name: name.map { UnsafeBufferPointer<UInt8>.lower($0) })
        skipSpace()
        guard offset < bytes.count else { return nil }
        if bytes[offset] != 0x5D {
            switch bytes[offset] {
            case 0x3D: test.comparison = .equal
            case 0x7E: test.comparison = .word
            case 0x7C: test.comparison = .language
            case 0x5E: test.comparison = .start
            case 0x24: test.comparison = .end
            case 0x2A: test.comparison = .part
            default: return nil
            }
            if test.comparison != .equal { offset += 1 }
            guard offset < bytes.count, bytes[offset] == 0x3D else { return nil }
            offset += 1
            skipSpace()
            guard let value = value() else { return nil }
            test.value = value
            skipSpace()
            if offset < bytes.count, bytes[offset] | 0x20 == 0x69 || bytes[offset] | 0x20 == 0x73 {
                test.ignoresCase = bytes[offset] | 0x20 == 0x69
                offset += 1
                skipSpace()
            }
        }
        guard offset < bytes.count, bytes[offset] == 0x5D else { return nil }
        offset += 1
        return test
    }

    /// A value in quotes or without.
    private mutating func value() -> [UInt8]? {
        guard offset < bytes.count else { return nil }
        let quote = bytes[offset]
        guard quote == 0x22 || quote == 0x27 else { return name() }
        offset += 1
        var value: [UInt8] = []
        while offset < bytes.count, bytes[offset] != quote {
            if bytes[offset] == 0x5C, offset + 1 < bytes.count {
                offset += 1
                value += escaped()
            } else {
                value.append(bytes[offset])
                offset += 1
            }
        }
        guard offset < bytes.count else { return nil }
        offset += 1
        return value
    }

    // MARK: Pseudo-classes

    /// `:not(…)`; nil for what is no element of the page (`::before`).
    private mutating func pseudo(_ selector: inout StyleSelector) -> StyleSelector.Condition? {
        offset += 1
        guard offset < bytes.count, bytes[offset] != 0x3A, let bytes = name() else { return nil }
        let name = String(decoding: bytes, as: UTF8.self).lowercased()
        let inner = brackets()
        if ["before", "after", "first-line", "first-letter"].contains(name) { return nil }
        if ["is", "where", "matches", "not", "-webkit-any", "-moz-any"].contains(name) {
            return list(inner, name, &selector)
        }
        if name != "where" { selector.weight += 100 }
        switch name {
        case "hover", "focus", "active", "visited", "target", "focus-within", "focus-visible", "fullscreen",
            "indeterminate":
            return .never
        case "root": return .outermost
        case "link", "any-link": return attribute("href", &selector)
        case "checked": return attribute("checked", &selector)
        case "disabled": return attribute("disabled", &selector)
        case "first-child", "nth-child", "last-child", "nth-last-child", "only-child", "first-of-type", "nth-of-type",
            "last-of-type", "nth-last-of-type", "only-of-type":
            return place(name, inner, &selector)
        default: return .unknown
        }
    }

    private func attribute(_ name: String, _ selector: inout StyleSelector) -> StyleSelector.Condition {
        selector.needs.insert(.attributes)
        return .attribute(.init(name: Array(name.utf8)))
    }

    /// What stands in the brackets behind a name; nil where there are none.
    private mutating func brackets() -> [UInt8]? {
        guard offset < bytes.count, bytes[offset] == 0x28 else { return nil }
        let start = offset + 1
        var open = 0
        while offset < bytes.count {
            if bytes[offset] == 0x28 { open += 1 }
            if bytes[offset] == 0x29 {
                open -= 1
                if open == 0 { break }
            }
            offset += 1
        }
        let inner = Array(bytes[start..<min(offset, bytes.count)])
        offset = min(offset + 1, bytes.count)
        return inner
    }

    private func list(_ inner: [UInt8]?, _ name: String, _ selector: inout StyleSelector) -> StyleSelector.Condition {
        guard let inner, depth < Self.deepest else { return .unknown }
        var parser = SelectorParser(inner, depth: depth + 1)
        let selectors = parser.list()
        guard selectors.count == Self.parts(of: inner).count else { return .unknown }
        for part in selectors { selector.needs.formUnion(part.needs) }
        if name != "where" { selector.weight += selectors.map(\.weight).max() ?? 0 }
        return name == "not" ? .none(selectors) : .any(selectors)
    }

    private func place(_ name: String, _ inner: [UInt8]?, _ selector: inout StyleSelector) -> StyleSelector.Condition {
        let ofType = name.hasSuffix("of-type")
        let fromEnd = name.contains("last")
        selector.needs.insert(.siblings)
        if fromEnd || name.hasPrefix("only") { selector.needs.insert(.following) }
        if name.hasPrefix("only") {
            func alone(_ fromEnd: Bool) -> StyleSelector {
                var selector = StyleSelector()
                selector.own.conditions = [.place(step: 0, offset: 1, ofType: ofType, fromEnd: fromEnd)]
                return selector
            }
            var notBoth = StyleSelector()
            notBoth.own.conditions = [.any([alone(false)]), .any([alone(true)])]
            return .any([notBoth])
        }
        guard name.hasPrefix("nth") else { return .place(step: 0, offset: 1, ofType: ofType, fromEnd: fromEnd) }
        guard let inner, let formula = Self.formula(inner) else { return .unknown }
        return .place(step: formula.step, offset: formula.offset, ofType: ofType, fromEnd: fromEnd)
    }

    /// `2n+1`, `odd`, `-n + 3`, `4`
    private static func formula(_ bytes: [UInt8]) -> (step: Int, offset: Int)? {
        let text = String(decoding: bytes.filter { !CharacterClass.isSpace($0) }, as: UTF8.self).lowercased()
        if text == "odd" { return (2, 1) }
        if text == "even" { return (2, 0) }
        guard let letter = text.firstIndex(of: "n") else { return Int(text).map { (0, $0) } }
        let step: Int?
        switch text[..<letter] {
        case "", "+": step = 1
        case "-": step = -1
        default: step = Int(text[..<letter])
        }
        let rest = text[text.index(after: letter)...]
        guard let step, let offset = rest.isEmpty ? 0 : Int(rest) else { return nil }
        return (step, offset)
    }
}
