/// What CSS says of an element, as far as it decides which words are seen and how they read; nil where it is silent.
struct ElementStyle: Hashable, Sendable {
    enum WhiteSpace: UInt8, Hashable, Sendable {
        case normal, pre, preLine
    }

    var isHidden: Bool?
    var isBlock: Bool?
    var isBold: Bool?
    var isCapitals: Bool?
    var isRaised: Bool?
    var whiteSpace: WhiteSpace?
    var font: FontNumber?
    var marker: ListMarker?
    /// Tabs that Word wrote as so many spaces.
    var tabs = 0
    /// Whether Word put it in the place of a list's sign.
    var isListSign = false

    var isEmpty: Bool { self == ElementStyle() }

    /// What another says in addition, which goes before.
    mutating func add(_ other: ElementStyle) {
        isHidden = other.isHidden ?? isHidden
        isBlock = other.isBlock ?? isBlock
        isBold = other.isBold ?? isBold
        isCapitals = other.isCapitals ?? isCapitals
        isRaised = other.isRaised ?? isRaised
        whiteSpace = other.whiteSpace ?? whiteSpace
        font = other.font ?? font
        marker = other.marker ?? marker
        tabs = max(tabs, other.tabs)
        isListSign = isListSign || other.isListSign
    }

    /// Reads declarations: `font-weight: bold; display: none`.
    init(_ declarations: UnsafeBufferPointer<UInt8>, fonts: inout FontNames) {
        var offset = 0
        while offset < declarations.count {
            var end = offset
            var colon: Int?
            var quote: UInt8 = 0
            while end < declarations.count {
                let byte = declarations[end]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == 0x22 || byte == 0x27 {
                    quote = byte
                } else if byte == 0x3B {
                    break
                } else if byte == 0x3A, colon == nil {
                    colon = end
                }
                end += 1
            }
            if let colon {
                read(
                    UnsafeBufferPointer(rebasing: declarations[offset..<colon]).withoutSpace,
                    UnsafeBufferPointer(rebasing: declarations[(colon + 1)..<end]).withoutSpace, &fonts)
            }
            offset = end + 1
        }
    }

    init() {}

    private mutating func read(
        _ property: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, _ fonts: inout FontNames
    ) {
        guard let first = property.first else { return }
        switch first | 0x20 {
        case 0x63 where property.isWord("content"): readContent(value)
        case 0x64 where property.isWord("display"): readDisplay(value)
        case 0x66 where property.isWord("font-weight"): isBold = Self.isBold(value)
        case 0x66 where property.isWord("font-family"): font = fonts.number(ofFamily: value)
        case 0x66 where property.isWord("font"):
            if value.opens(with: "bold") || value.holds(" bold ") { isBold = true }
        case 0x6C where property.isWord("list-style-type") || property.isWord("list-style"):
            marker = ListMarker(style: value) ?? marker
        case 0x6D: readWord(property, value)
        case 0x74 where property.isWord("text-transform"): isCapitals = value.opens(with: "uppercase")
        case 0x76 where property.isWord("visibility"):
            if value.opens(with: "hidden") || value.opens(with: "collapse") { isHidden = true }
        case 0x76 where property.isWord("vertical-align"): isRaised = value.opens(with: "super")
        case 0x77 where property.isWord("white-space"):
            if value.opens(with: "pre-line") {
                whiteSpace = .preLine
            } else {
                whiteSpace = value.opens(with: "pre") || value.opens(with: "break-spaces") ? .pre : .normal
            }
        default: break
        }
    }

    private static func isBold(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.opens(with: "bold") || (value.number ?? 0) >= 600
    }

    private mutating func readDisplay(_ value: UnsafeBufferPointer<UInt8>) {
        if value.opens(with: "none") {
            isHidden = true
        } else if value.isWord("inline") || value.opens(with: "inline ") {
            isBlock = false
        } else if value.opens(with: "block") || value.opens(with: "list-item") || value.opens(with: "flex")
            || value.opens(with: "grid") || value.opens(with: "flow-root")
        {
            isBlock = true
        }
    }

    /// What Word adds of its own.
    private mutating func readWord(_ property: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
        if property.isWord("mso-tab-count") {
            tabs = max(1, min(value.number ?? 1, 20))
        } else if property.isWord("mso-list") {
            if value.opens(with: "ignore") { isListSign = true }
        } else if property.isWord("mso-hide") {
            if value.opens(with: "all") { isHidden = true }
        }
    }

    /// `content: "" counter(lst-ctr, lower-latin) ". "`, by which Google Docs numbers its lists.
    private mutating func readContent(_ value: UnsafeBufferPointer<UInt8>) {
        guard value.holds("counter(") else { return }
        var offset = value.count
        while offset > 0, value[offset - 1] != 0x2C { offset -= 1 }
        guard offset > 0 else {
            marker = .decimal
            return
        }
        marker = ListMarker(style: UnsafeBufferPointer(rebasing: value[offset...]).withoutSpace) ?? .decimal
    }
}

/// The number under which a font's name is kept.
typealias FontNumber = Int16

/// The fonts that a page names, each once.
struct FontNames: Sendable {
    private(set) var names: [String] = []
    /// What text in each is in.
    private(set) var marks: [FontMark] = []
    /// What text is in whose font tells nothing.
    let usual: FontMark
    private static let limit = 2_000

    init(usual: FontMark = .none) { self.usual = usual }

    func mark(_ font: FontNumber) -> FontMark {
        font >= 0 && Int(font) < marks.count ? marks[Int(font)] : usual
    }

    /// The first font of a CSS list of fonts: `.VnTime, "Times New Roman", serif`.
    mutating func number(ofFamily list: UnsafeBufferPointer<UInt8>) -> FontNumber? {
        var end = 0
        while end < list.count, list[end] != 0x2C { end += 1 }
        var range = 0..<end
        func isTrimmed(_ byte: UInt8) -> Bool { CharacterClass.isSpace(byte) || byte == 0x22 || byte == 0x27 }
        while let first = range.first, isTrimmed(list[first]) { range = (first + 1)..<range.upperBound }
        while let last = range.last, isTrimmed(list[last]) { range = range.lowerBound..<last }
        guard !range.isEmpty else { return nil }
        // Most pages use one or two.
        for (index, name) in names.enumerated().reversed() where name.utf8.elementsEqual(list[range]) {
            return FontNumber(index)
        }
        guard names.count < Self.limit else { return nil }
        let name = String(decoding: list[range], as: UTF8.self)
        marks.append(FontMark(font: name, number: names.count, usual: usual))
        names.append(name)
        return FontNumber(names.count - 1)
    }
}
