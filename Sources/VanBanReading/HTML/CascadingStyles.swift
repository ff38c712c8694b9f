/// The rules of a page's `<style>` that tell something of the text: selectors of elements, classes and ids (`p.note`,
/// `.chu.an`, `#id`), within others too (`.bang tr.nhap`, `td > span`), by the order in which CSS has them win.
struct CascadingStyles {
    /// What a selector asks of one element.
    private struct Compound {
        var element = HTMLElement.other
        var classes: [String] = []
        var id: String?
        /// Whether it must be the parent of what stands behind it in the selector, and not anything around it.
        var isParent = false

        /// `html` and `body`, which stand around everything.
        var isOfEveryPage: Bool { (element == .html || element == .body) && classes.isEmpty && id == nil }

        func matches(_ element: HTMLElement, _ names: ElementNames) -> Bool {
            if self.element != .other, self.element != element { return false }
            if let id, names.id.map({ !id.utf8.elementsEqual($0) }) ?? true { return false }
            return classes.allSatisfy { names.hasClass($0) }
        }
    }

    private struct Rule {
        /// The element itself, and what must stand around it, from the inside.
        var own: Compound
        var around: [Compound]
        var style: ElementStyle
        /// Ids, classes, elements; then the order in the page.
        var weight: Int
        var isImportant: Bool
    }

    private var rules: [Rule] = []
    // By what is looked up of an element.
    private var ofElements: [HTMLElement: [Int]] = [:]
    private var ofClasses: [String: [Int]] = [:]
    private var ofIDs: [String: [Int]] = [:]
    private var ofAll: [Int] = []
    /// More rules than this are not kept, and of one name fewer; no page of a document has them.
    private static let limit = 20_000
    private static let mostOfName = 200
    /// Elements around one that are looked at for what a selector asks of them.
    private static let reach = 64

    var isEmpty: Bool { rules.isEmpty }
    /// Whether what stands around an element matters, so that open elements must know their names.
    private(set) var asksAround = false

    // MARK: What is said of an element

    /// Adds what the rules say of an element.
    /// - Parameters:
    ///   - own: what the element's own attributes say, before rules that are important.
    ///   - frames: the elements around it.
    func add(
        to style: inout ElementStyle, own: ElementStyle?, of element: HTMLElement, _ names: ElementNames,
        in frames: [HTMLFlow.Frame]
    ) {
        var found: [Int] = []
        if !ofAll.isEmpty { found += ofAll }
        if let named = ofElements[element] { found += named }
        if !ofClasses.isEmpty { names.forEachClass { name in if let named = ofClasses[name] { found += named } } }
        if !ofIDs.isEmpty, let id = names.id, let named = ofIDs[String(decoding: id, as: UTF8.self)] { found += named }
        found = found.filter { rules[$0].own.matches(element, names) && stands(rules[$0].around[...], frames) }
        if found.count > 1 { found.sort { (rules[$0].weight, $0) < (rules[$1].weight, $1) } }
        for rule in found where !rules[rule].isImportant { style.add(rules[rule].style) }
        if let own { style.add(own) }
        for rule in found where rules[rule].isImportant { style.add(rules[rule].style) }
    }

    /// Whether what a selector asks for stands around an element.
    private func stands(_ around: ArraySlice<Compound>, _ frames: [HTMLFlow.Frame]) -> Bool {
        var wanted = around
        var index = frames.count - 1
        let last = max(0, frames.count - Self.reach)
        while let compound = wanted.first {
            // A page has both, whether it says so or not.
            if index < 0 { return wanted.allSatisfy(\.isOfEveryPage) }
            if index < last { return false }
            if compound.matches(frames[index].element, frames[index].names) {
                wanted.removeFirst()
            } else if compound.isParent {
                return false
            }
            index -= 1
        }
        return true
    }

    // MARK: Reading

    /// Reads what stands between `<style>` and `</style>`.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>, fonts: inout FontNames) {
        var offset = 0
        while offset < text.count {
            offset = Self.skip(text, from: offset)
            let start = offset
            while offset < text.count, text[offset] != 0x7B, text[offset] != 0x3B || text[start] != 0x40 { offset += 1 }
            guard offset < text.count else { return }
            if text[start] == 0x40 {
                let rule = UnsafeBufferPointer(rebasing: text[start..<offset]).withoutSpace
                if text[offset] == 0x7B, rule.isWord("@media screen") || rule.isWord("@media all") {
                    // Its rules are like others; the bracket at the end is passed over.
                    offset += 1
                } else {
                    // @import, @font-face, other @media: nothing that all readers see.
                    offset = text[offset] == 0x3B ? offset + 1 : Self.blockEnd(text, from: offset)
                }
                continue
            }
            let selectors = start..<offset
            let end = Self.blockEnd(text, from: offset)
            let body = UnsafeBufferPointer(rebasing: text[(offset + 1)..<max(offset + 1, end - 1)])
            let names = UnsafeBufferPointer(rebasing: text[selectors])
            for isImportant in [false, true] {
                let style = ElementStyle(body, important: isImportant, fonts: &fonts)
                if !style.isEmpty { add(style, isImportant: isImportant, names) }
            }
            offset = end
        }
    }

    /// Behind white space, comments and the signs that hide a style sheet from very old browsers.
    private static func skip(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < text.count {
            let rest = UnsafeBufferPointer(rebasing: text[offset...])
            if CharacterClass.isSpace(text[offset]) || text[offset] == 0x7D {
                offset += 1
            } else if rest.opens(with: "/*") {
                offset += 2
                while offset + 1 < text.count, text[offset] != 0x2A || text[offset + 1] != 0x2F { offset += 1 }
                offset = min(text.count, offset + 2)
            } else if rest.opens(with: "<!--") {
                offset += 4
            } else if rest.opens(with: "-->") {
                offset += 3
            } else {
                return offset
            }
        }
        return offset
    }

    private static func blockEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var depth = 0
        var offset = start
        while offset < text.count {
            if text[offset] == 0x7B { depth += 1 }
            if text[offset] == 0x7D {
                depth -= 1
                if depth <= 0 { return offset + 1 }
            }
            offset += 1
        }
        return offset
    }

    private mutating func add(_ style: ElementStyle, isImportant: Bool, _ selectors: UnsafeBufferPointer<UInt8>) {
        for part in selectors.split(separator: 0x2C) {
            guard rules.count < Self.limit else { return }
            let bytes = UnsafeBufferPointer(rebasing: part).withoutSpace
            var selector = String(decoding: bytes, as: UTF8.self)
            var style = style
            // Google Docs prints the numbers of its lists before the items, and takes those of the browser away.
            if selector.hasPrefix(".lst-") || selector.hasPrefix("ul.lst-") || selector.hasPrefix("ol.lst-") {
                if selector.hasSuffix(":before"), let class_ = selector.split(separator: " ").first {
                    selector = String(class_)
                } else {
                    style.marker = nil
                }
            } else if style.marker != nil, style.whiteSpace == nil, selector.hasSuffix(":before") {
                continue
            }
            keep(selector, style, isImportant: isImportant)
        }
    }

    private mutating func keep(_ selector: String, _ style: ElementStyle, isImportant: Bool) {
        var compounds: [Compound] = []
        for word in selector.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace) {
            if word == ">" {
                guard let last = compounds.indices.last else { return }
                compounds[last].isParent = true
            } else if let compound = Self.compound(word) {
                compounds.append(compound)
            } else {
                return
            }
        }
        guard let own = compounds.popLast(), !own.isParent else { return }
        let all = compounds + [own]
        let weight = all.reduce(0) {
            $0 + ($1.id == nil ? 0 : 10_000) + 100 * min($1.classes.count, 99) + ($1.element == .other ? 0 : 1)
        }
        let isKept: Bool
        if let id = own.id {
            isKept = Self.add(rules.count, to: &ofIDs[id, default: []])
        } else if let name = own.classes.first {
            isKept = Self.add(rules.count, to: &ofClasses[name, default: []])
        } else if own.element != .other {
            isKept = Self.add(rules.count, to: &ofElements[own.element, default: []])
        } else {
            isKept = Self.add(rules.count, to: &ofAll)
        }
        guard isKept else { return }
        rules.append(
            Rule(own: own, around: compounds.reversed(), style: style, weight: weight, isImportant: isImportant))
        if !compounds.isEmpty { asksAround = true }
    }

    private static func add(_ rule: Int, to list: inout [Int]) -> Bool {
        guard list.count < mostOfName else { return false }
        list.append(rule)
        return true
    }

    /// `td`, `.note`, `tr.x.y`, `#id`, `*`; nil for what asks more of an element.
    private static func compound(_ word: Substring) -> Compound? {
        var compound = Compound()
        var rest = word
        if rest.first == "*" { rest = rest.dropFirst() }
        let name = rest.prefix { $0 != "." && $0 != "#" }
        if !name.isEmpty {
            compound.element = Array(name.lowercased().utf8).withUnsafeBufferPointer { HTMLElement(named: $0) }
            guard compound.element != .other else { return nil }
        }
        rest = rest.dropFirst(name.count)
        while let sign = rest.first {
            let name = rest.dropFirst().prefix { $0 != "." && $0 != "#" }
            guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else { return nil }
            if sign == "." { compound.classes.append(String(name)) } else { compound.id = String(name) }
            rest = rest.dropFirst(name.count + 1)
        }
        return compound
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        CharacterClass.isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2D || byte == 0x5F
            || byte >= 0x80
    }
}

/// The classes and the id of an element, as its attributes have them.
struct ElementNames {
    private(set) var classes: [UInt8] = []
    private(set) var id: [UInt8]?

    init(classes: UnsafeBufferPointer<UInt8>? = nil, id: UnsafeBufferPointer<UInt8>? = nil) {
        if let classes { self.classes = Array(classes) }
        self.id = id.map { Array($0) }
    }

    func forEachClass(_ body: (String) -> Void) {
        for name in classes.split(whereSeparator: CharacterClass.isSpace) {
            body(String(decoding: name, as: UTF8.self))
        }
    }

    func hasClass(_ name: String) -> Bool {
        classes.split(whereSeparator: CharacterClass.isSpace).contains { $0.elementsEqual(name.utf8) }
    }
}
