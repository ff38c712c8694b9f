/// What stands on the page where a symbol font is used: Word stores a code of the font, mostly as U+F000 plus the code.
enum SymbolFont: Hashable, Sendable {
    case symbol, wingdings, wingdings2, wingdings3, webdings

    init?(_ name: String) {
        switch name.lowercased() {
        case "symbol": self = .symbol
        case "wingdings": self = .wingdings
        case "wingdings 2": self = .wingdings2
        case "wingdings 3": self = .wingdings3
        case "webdings": self = .webdings
        default: return nil
        }
    }

    /// The character for a code of the font (with or without U+F000); nil where none is known.
    func character(_ code: UInt32) -> UnicodeScalar? {
        let code = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
        if code == 0x20 || code == 0xA0 { return " " }
        guard code < 0x100 else { return nil }
        return Self.characters[self]?[UInt8(code)]
    }

    /// A bullet as it is seen.
    /// - Parameter font: the font of the list's level.
    static func bullet(_ text: String, font: String?) -> String {
        let own = font.flatMap { SymbolFont($0) }
        var seen = ""
        for scalar in text.unicodeScalars {
            let isPrivate = (0xF000...0xF0FF).contains(scalar.value)
            if let own, isPrivate || scalar.value < 0x100 {
                seen.unicodeScalars.append(own.character(scalar.value) ?? "•")
            } else if isPrivate {
                // Without its font, the code is most often one of Symbol or Wingdings; both have their dot at B7.
                seen.unicodeScalars.append(SymbolFont.wingdings.character(scalar.value) ?? "•")
            } else {
                seen.unicodeScalars.append(scalar)
            }
        }
        return seen
    }

    private static let characters: [SymbolFont: [UInt8: UnicodeScalar]] = [
        .symbol: table(symbolText, from: 0x21).merging(table(symbolHighText, from: 0xA1)) { first, _ in first },
        .wingdings: pairs([
            0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x41: "✌", 0x46: "☞", 0x47: "☝", 0x4A: "☺",
            0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
            0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x7A: "⌘", 0x81: "①", 0x82: "②", 0x83: "③",
            0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x8C: "❶", 0x8D: "❷",
            0x8E: "❸", 0x8F: "❹", 0x90: "❺", 0x91: "❻", 0x92: "❼", 0x93: "❽", 0x94: "❾", 0x95: "❿", 0x9E: "·",
            0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xB2: "✧",
            0xB6: "✰", 0xB7: "•", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
            0xE9: "⬆", 0xEA: "⬇", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
            0xFE: "☑",
        ]),
        .wingdings2: pairs([
            0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "•", 0x97: "●", 0x98: "●",
            0x9D: "○", 0x9E: "◉", 0x9F: "▪", 0xA0: "■", 0xA1: "▪", 0xA2: "■", 0xA3: "□", 0xAE: "◆", 0xB7: "•",
        ]),
        .wingdings3: pairs([
            0x21: "→", 0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x75: "◀", 0x76: "▶",
            0x7D: "▶", 0x84: "◀",
        ]),
        .webdings: pairs([0x34: "▶", 0x33: "◀", 0x35: "▲", 0x36: "▼", 0x3D: "■", 0x61: "✓", 0x6E: "●", 0x72: "✗"]),
    ]

    private static func pairs(_ list: KeyValuePairs<UInt8, UnicodeScalar>) -> [UInt8: UnicodeScalar] {
        Dictionary(list.map { ($0.key, $0.value) }) { first, _ in first }
    }

    /// A stretch of codes, one character each; `\u{FFFD}` has none.
    private static func table(_ text: String, from first: UInt8) -> [UInt8: UnicodeScalar] {
        var found: [UInt8: UnicodeScalar] = [:]
        for (offset, scalar) in text.unicodeScalars.enumerated() where scalar != "\u{FFFD}" {
            found[first + UInt8(offset)] = scalar
        }
        return found
    }

    /// Codes 21 to 7E of Symbol.
    private static let symbolText =
        "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u{FFFD}αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
    /// Codes A1 to FE of Symbol.
    private static let symbolHighText =
        "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u{FFFD}〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
}
