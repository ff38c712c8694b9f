/// The rules of a page's `<style>` that tell something of the text, for simple selectors: `p`, `.note`, `p.note`, `#id`.
struct CascadingStyles {
    private struct Rule {
        var element: HTMLElement
        var style: ElementStyle
    }

    private var ofElements: [HTMLElement: ElementStyle] = [:]
    private var ofClasses: [String: [Rule]] = [:]
    private var ofIDs: [String: ElementStyle] = [:]
    /// More rules than this are not kept.
    private static let limit = 20_000
    private var count = 0

    var hasClasses: Bool { !ofClasses.isEmpty }
    var hasIDs: Bool { !ofIDs.isEmpty }

    func style(of element: HTMLElement) -> ElementStyle? {
        ofElements.isEmpty ? nil : ofElements[element]
    }

    func style(ofID id: UnsafeBufferPointer<UInt8>) -> ElementStyle? {
        ofIDs[String(decoding: id, as: UTF8.self)]
    }

    /// Adds what the classes of an element say, `class` being the value of the attribute.
    func add(_ classes: UnsafeBufferPointer<UInt8>, of element: HTMLElement, to style: inout ElementStyle) {
        var offset = 0
        while offset < classes.count {
            while offset < classes.count, CharacterClass.isSpace(classes[offset]) { offset += 1 }
            let start = offset
            while offset < classes.count, !CharacterClass.isSpace(classes[offset]) { offset += 1 }
            guard start < offset, let rules = ofClasses[String(decoding: classes[start..<offset], as: UTF8.self)] else {
                continue
            }
            for rule in rules where rule.element == .other || rule.element == element { style.add(rule.style) }
        }
    }

    /// Reads what stands between `<style>` and `</style>`.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>, fonts: inout FontNames) {
        var offset = 0
        while offset < text.count {
            offset = Self.skip(text, from: offset)
            let start = offset
            while offset < text.count, text[offset] != 0x7B, text[offset] != 0x3B || text[start] != 0x40 { offset += 1 }
            guard offset < text.count else { return }
            if text[start] == 0x40 {
                // @import, @font-face, @media: nothing that all readers see.
                offset = text[offset] == 0x3B ? offset + 1 : Self.blockEnd(text, from: offset)
                continue
            }
            let selectors = start..<offset
            let end = Self.blockEnd(text, from: offset)
            let body = (offset + 1)..<max(offset + 1, end - 1)
            let style = ElementStyle(UnsafeBufferPointer(rebasing: text[body]), fonts: &fonts)
            if !style.isEmpty { add(style, UnsafeBufferPointer(rebasing: text[selectors])) }
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

    private mutating func add(_ style: ElementStyle, _ selectors: UnsafeBufferPointer<UInt8>) {
        for part in selectors.split(separator: 0x2C) {
            guard count < Self.limit else { return }
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
            keep(selector, style)
        }
    }

    private mutating func keep(_ selector: String, _ style: ElementStyle) {
        let isPlain = selector.utf8.allSatisfy {
            CharacterClass.isDigit($0) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || $0 == 0x5F
                || $0 == 0x2E || $0 == 0x23 || $0 >= 0x80
        }
        guard isPlain, let first = selector.first else { return }
        count += 1
        if first == "#" {
            ofIDs[String(selector.dropFirst()), default: ElementStyle()].add(style)
            return
        }
        let parts = selector.split(separator: ".", omittingEmptySubsequences: false)
        var element = HTMLElement.other
        if let name = parts.first, !name.isEmpty {
            element = Array(name.lowercased().utf8).withUnsafeBufferPointer { HTMLElement(named: $0) }
            guard element != .other else { return }
        }
        switch parts.count {
        case 1: ofElements[element, default: ElementStyle()].add(style)
        case 2: ofClasses[String(parts[1]), default: []].append(Rule(element: element, style: style))
        default: break
        }
    }
}
