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
    /// Whether its words are seen where they stand (`visibility`, `font-size`); what it holds may be again.
    var isInvisible: Bool?
    var isSizeless: Bool?
    /// Whether it is placed by itself, and where that puts it out of sight.
    var isPlaced: Bool?
    var isAway: Bool?
    var isClipped: Bool?
    /// Whether it has no room, and shows nothing beyond it.
    var isTiny: Bool?
    var isCut: Bool?
    /// Whether it is made so faint that nothing is seen of it.
    var isFaded: Bool?
    /// Tabs that Word wrote as so many spaces.
    var tabs = 0
    /// Whether a line is drawn through its words.
    var isStruck: Bool?
    /// The label of an outline that a style sheet sets before its words.
    var label: String?
    /// Whether Word put it in the place of a list's sign.
    var isListSign = false

    var isEmpty: Bool { self == ElementStyle() }

    /// Whether it and all that it holds are out of sight.
    var isOutOfSight: Bool {
        isHidden == true || isPlaced == true && (isAway == true || isClipped == true || isFaded == true)
            || isTiny == true && isCut == true
    }

    /// Whether it may put words out of sight, by itself or with what is said elsewhere.
    var mayHide: Bool {
        isHidden == true || isInvisible == true || isSizeless == true || isAway == true || isClipped == true
            || isFaded == true || isTiny == true && isCut == true || isStruck == true
    }

    /// What another says in addition, which goes before.
    mutating func add(_ other: ElementStyle) {
        isHidden = other.isHidden ?? isHidden
        isBlock = other.isBlock ?? isBlock
        isBold = other.isBold ?? isBold
        isCapitals = other.isCapitals ?? isCapitals
        isRaised = other.isRaised ?? isRaised
        whiteSpace = other.whiteSpace ?? whiteSpace
        font = other.font ?? font
        isInvisible = other.isInvisible ?? isInvisible
        isSizeless = other.isSizeless ?? isSizeless
        isPlaced = other.isPlaced ?? isPlaced
        isAway = other.isAway ?? isAway
        isClipped = other.isClipped ?? isClipped
        isTiny = other.isTiny ?? isTiny
        isCut = other.isCut ?? isCut
        isFaded = other.isFaded ?? isFaded
        isStruck = other.isStruck ?? isStruck
        label = other.label ?? label
        marker = other.marker ?? marker
        tabs = max(tabs, other.tabs)
        isListSign = isListSign || other.isListSign
    }

    /// Reads declarations: `font-weight: bold; display: none`.
    /// - Parameter important: whether those that say `!important` are read, or the others; nil for all.
    init(_ declarations: UnsafeBufferPointer<UInt8>, important: Bool? = nil, fonts: inout FontNames) {
        if let plain = Self.withoutComments(declarations) {
            self = plain.withUnsafeBufferPointer { ElementStyle($0, important: important, fonts: &fonts) }
            return
        }
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
                let (value, isImportant) = Self.value(UnsafeBufferPointer(rebasing: declarations[(colon + 1)..<end]))
                if important.map({ $0 == isImportant }) ?? true {
                    read(UnsafeBufferPointer(rebasing: declarations[offset..<colon]).withoutSpace, value, &fonts)
                }
            }
            offset = end + 1
        }
    }

    init() {}

    /// A sheet or declarations with a space for every comment; nil where there is none.
    static func withoutComments(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.holds("/*") else { return nil }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var offset = 0
        var quote: UInt8 = 0
        while offset < text.count {
            let byte = text[offset]
            if quote != 0 {
                if byte == quote || byte == 0x0A { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x2F, offset + 1 < text.count, text[offset + 1] == 0x2A {
                offset += 2
                while offset + 1 < text.count, text[offset] != 0x2A || text[offset + 1] != 0x2F { offset += 1 }
                offset = min(text.count, offset + 2)
                plain.append(0x20)
                continue
            }
            plain.append(byte)
            offset += 1
        }
        return plain
    }

    /// What stands behind the colon, and whether it goes before what is said elsewhere (`none !important`).
    private static func value(
        _ words: UnsafeBufferPointer<UInt8>
    ) -> (value: UnsafeBufferPointer<UInt8>, isImportant: Bool) {
        guard let mark = words.lastIndex(of: 0x21),
            UnsafeBufferPointer(rebasing: words[(mark + 1)...]).withoutSpace.isWord("important")
        else { return (words.withoutSpace, false) }
        return (UnsafeBufferPointer(rebasing: words[..<mark]).withoutSpace, true)
    }

    private mutating func read(
        _ property: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, _ fonts: inout FontNames
    ) {
        guard let first = property.first else { return }
        switch first | 0x20 {
        case 0x63 where property.isWord("clip"):
            isClipped = value.opens(with: "rect(0") || value.opens(with: "rect(1px")
        case 0x63 where property.isWord("clip-path"):
            isClipped = value.opens(with: "inset(50%") || value.opens(with: "inset(100%")
        case 0x63 where property.isWord("content"): readContent(value)
        case 0x63 where property.isWord("content-visibility"):
            if value.opens(with: "hidden") { isHidden = true }
        case 0x64 where property.isWord("display"): readDisplay(value)
        case 0x66 where property.isWord("font-size"): isSizeless = Self.isNothing(value)
        case 0x66 where property.isWord("font-weight"): isBold = Self.isBold(value)
        case 0x66 where property.isWord("font-family"): font = fonts.number(ofFamily: value)
        case 0x66 where property.isWord("font"):
            if value.opens(with: "bold") || value.holds(" bold ") { isBold = true }
            if value.opens(with: "0/") || value.opens(with: "0 ") { isSizeless = true }
        case 0x6C where property.isWord("list-style-type") || property.isWord("list-style"):
            marker = ListMarker(style: value) ?? marker
        case 0x6D where property.isWord("margin-left") || property.isWord("margin-top"):
            if Self.isFar(value) { (isPlaced, isAway) = (true, true) }
        case 0x6D where property.isWord("max-height") || property.isWord("max-width"): readSize(value)
        case 0x6D: readWord(property, value)
        case 0x74 where property.isWord("top"): isAway = Self.isFar(value) || isAway == true
        case 0x74 where property.isWord("text-indent"):
            if Self.isFar(value) { isSizeless = true }
        case 0x74 where property.isWord("text-decoration") || property.isWord("text-decoration-line"):
            isStruck = value.holds("line-through")
        case 0x74 where property.isWord("text-transform"): isCapitals = value.opens(with: "uppercase")
        case 0x76 where property.isWord("visibility"):
            if value.opens(with: "collapse") { isHidden = true }
            isInvisible = !value.opens(with: "visible")
        case 0x76 where property.isWord("vertical-align"): isRaised = value.opens(with: "super")
        case 0x77 where property.isWord("white-space"):
            if value.opens(with: "pre-line") {
                whiteSpace = .preLine
            } else {
                whiteSpace = value.opens(with: "pre") || value.opens(with: "break-spaces") ? .pre : .normal
            }
        case 0x70, 0x6C, 0x72, 0x62, 0x77, 0x68, 0x6F: readPlace(property, value)
        default: break
        }
    }

    /// Where it is put, and what room it has.
    private mutating func readPlace(_ property: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
        if property.isWord("position") {
            isPlaced = value.opens(with: "absolute") || value.opens(with: "fixed")
        } else if property.isWord("left") || property.isWord("right") || property.isWord("bottom") {
            isAway = Self.isFar(value) || isAway == true
        } else if property.isWord("width") || property.isWord("height") {
            readSize(value)
        } else if property.isWord("overflow") {
            isCut = value.opens(with: "hidden") || value.opens(with: "clip")
        } else if property.isWord("opacity") {
            isFaded = Self.isNothing(value)
        }
    }

    private mutating func readSize(_ value: UnsafeBufferPointer<UInt8>) {
        if let size = value.number, size <= 1 {
            isTiny = Self.isNothing(value) || !value.holds("%") && !value.holds("em")
        } else if isTiny != true {
            isTiny = false
        }
    }

    /// A length beyond every page: `-9999px`, `-999em`.
    private static func isFar(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let length = value.number else { return false }
        return length <= -900 || length <= -90 && value.holds("em") || length <= -100 && value.holds("%")
    }

    /// `0`, `0px`, but not `0.9em`.
    private static func isNothing(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard value.number == 0 else { return false }
        return value.allSatisfy { !CharacterClass.isDigit($0) || $0 == 0x30 }
    }

    private static func isBold(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.opens(with: "bold") || (value.number ?? 0) >= 600
    }

    private mutating func readDisplay(_ value: UnsafeBufferPointer<UInt8>) {
        isHidden = value.opens(with: "none")
        if isHidden == true { return }
        if value.isWord("inline") || value.opens(with: "inline ") {
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

    /// `"I. "`, `"1) "`: letters or digits, and the sign behind them.
    private static func label(_ value: UnsafeBufferPointer<UInt8>) -> String? {
        guard value.count > 3, value.count < 12, let quote = value.first, quote == 0x22 || quote == 0x27,
            value.last == quote
        else { return nil }
        let words = String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
        let text = words.filter { $0 != " " }
        guard let last = text.last, last == "." || last == ")" || last == ":",
            text.dropLast().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }),
            text.first?.isLetter ?? false || text.first?.isNumber ?? false
        else { return nil }
        return words
    }

    /// `content: "" counter(lst-ctr, lower-latin) ". "`, by which Google Docs numbers its lists.
    private mutating func readContent(_ value: UnsafeBufferPointer<UInt8>) {
        guard value.holds("counter(") else {
            label = Self.label(value)
            return
        }
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
    /// What fonts of signs they are.
    private var symbols: [SymbolFont?] = []
    /// What text is in whose font tells nothing.
    let usual: FontMark
    private static let limit = 2_000

    init(usual: FontMark = .none) { self.usual = usual }

    func mark(_ font: FontNumber) -> FontMark {
        font >= 0 && Int(font) < marks.count ? marks[Int(font)] : usual
    }

    /// The font of signs that a number stands for.
    func symbol(_ font: FontNumber) -> SymbolFont? {
        font >= 0 && Int(font) < symbols.count ? symbols[Int(font)] : nil
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
        symbols.append(SymbolFont(name))
        names.append(name)
        return FontNumber(names.count - 1)
    }
}
