/// The rules of a page's `<style>` that tell something of the text, with the elements that they are of
/// (``StyleSelector``), by the order in which CSS has them win.
struct CascadingStyles {
    private struct Rule {
        /// The order in the page decides between selectors of one weight.
        var selector: StyleSelector
        var style: ElementStyle
        var isImportant: Bool
        /// Whether it is meant for a page on a screen.
        var holds: Certainty
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

    var isEmpty: Bool { rules.isEmpty }
    /// Whether what stands around an element matters, so that open elements must know their names.
    private(set) var asksAround = false
    /// What else the selectors ask of the page.
    private(set) var needs: StyleSelector.Needs = []

    // MARK: What is said of an element

    /// Adds what the rules say of an element.
    /// - Parameters:
    ///   - own: what the element's own attributes say, before rules that are important.
    ///   - tree: the element, with what stands around it.
    /// - Returns: whether rules might hide it that could not be understood.
    func add(to style: inout ElementStyle, own: ElementStyle?, of tree: StyledTree) -> Bool {
        var candidates: [Int] = []
        if !ofAll.isEmpty { candidates += ofAll }
        if let named = ofElements[tree.element] { candidates += named }
        if !ofClasses.isEmpty {
            tree.names.forEachClass { name in if let named = ofClasses[name] { candidates += named } }
        }
        if !ofIDs.isEmpty, let id = tree.names.id, let named = ofIDs[String(decoding: id, as: UTF8.self)] {
            candidates += named
        }
        var found: [Int] = []
        var isDoubtful = false
        for rule in candidates {
            let isOf = min(rules[rule].holds, tree.matches(rules[rule].selector))
            if isOf == .yes { found.append(rule) }
            if isOf == .unsure, rules[rule].style.mayHide { isDoubtful = true }
        }
        if found.count > 1 {
            found.sort { (rules[$0].selector.weight, $0) < (rules[$1].selector.weight, $1) }
        }
        for rule in found where !rules[rule].isImportant { style.add(rules[rule].style) }
        if let own { style.add(own) }
        for rule in found where rules[rule].isImportant { style.add(rules[rule].style) }
        return isDoubtful
    }

    // MARK: Reading

    /// Reads what stands between `<style>` and `</style>`.
    /// - Parameter media: whether it is meant for a page on a screen.
    mutating func read(_ sheet: [UInt8], media: Certainty, fonts: inout FontNames) {
        guard media != .no else { return }
        let plain = sheet.withUnsafeBufferPointer { ElementStyle.withoutComments($0) } ?? sheet
        plain.withUnsafeBufferPointer { read($0, holds: media, fonts: &fonts) }
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, holds: Certainty, fonts: inout FontNames) {
        var offset = 0
        while offset < text.count {
            offset = Self.skip(text, from: offset)
            let start = offset
            while offset < text.count, text[offset] != 0x7B, text[offset] != 0x3B || text[start] != 0x40 { offset += 1 }
            guard offset < text.count else { return }
            if text[start] == 0x40 {
                let rule = String(
                    decoding: UnsafeBufferPointer(rebasing: text[start..<offset]).withoutSpace, as: UTF8.self)
                guard text[offset] == 0x7B else {
                    // @import and the like.
                    offset += 1
                    continue
                }
                let end = Self.blockEnd(text, from: offset)
                if let within = StyleConditions.holds(rule: rule), within != .no {
                    let block = UnsafeBufferPointer(rebasing: text[(offset + 1)..<max(offset + 1, end - 1)])
                    read(block, holds: min(holds, within), fonts: &fonts)
                }
                offset = end
                continue
            }
            let selectors = start..<offset
            let end = Self.blockEnd(text, from: offset)
            let body = UnsafeBufferPointer(rebasing: text[(offset + 1)..<max(offset + 1, end - 1)])
            let names = UnsafeBufferPointer(rebasing: text[selectors])
            for isImportant in [false, true] {
                let style = ElementStyle(body, important: isImportant, fonts: &fonts)
                if !style.isEmpty { add(style, isImportant: isImportant, holds, names) }
            }
            offset = end
        }
    }

    /// Behind white space and the signs that hide a style sheet from very old browsers.
    private static func skip(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < text.count {
            let rest = UnsafeBufferPointer(rebasing: text[offset...])
            if CharacterClass.isSpace(text[offset]) || text[offset] == 0x7D {
                offset += 1
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

    private mutating func add(
        _ style: ElementStyle, isImportant: Bool, _ holds: Certainty, _ selectors: UnsafeBufferPointer<UInt8>
    ) {
        for part in SelectorParser.parts(of: Array(selectors)) {
            guard rules.count < Self.limit else { return }
            let bytes = part.withUnsafeBufferPointer { Array($0.withoutSpace) }
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
            if let label = style.label {
                guard let end = selector.place(ofSuffix: "::before") ?? selector.place(ofSuffix: ":before") else {
                    continue
                }
                selector = String(selector[..<end])
                style = ElementStyle()
                style.label = label
            }
            var parser = SelectorParser(Array(selector.utf8))
            if let selector = parser.selector() {
                keep(Rule(selector: selector, style: style, isImportant: isImportant, holds: holds))
            }
        }
    }

    private mutating func keep(_ rule: Rule) {
        let own = rule.selector.own
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
        rules.append(rule)
        needs.formUnion(rule.selector.needs)
        if !rule.selector.others.isEmpty || !rule.selector.needs.isEmpty || !own.conditions.isEmpty {
            asksAround = true
        }
    }

    private static func add(_ rule: Int, to list: inout [Int]) -> Bool {
        guard list.count < mostOfName else { return false }
        list.append(rule)
        return true
    }
}

extension String {
    /// Where an ending begins.
    fileprivate func place(ofSuffix ending: String) -> Index? {
        hasSuffix(ending) ? index(endIndex, offsetBy: -ending.count) : nil
    }
}
