/// The one place where a run's characters pass, with the font they are set in, on their way into the text.
///
/// Some fonts show other letters than those that are stored: symbol fonts, and the fonts of the older Vietnamese
/// encodings. What they show is what is laid down.
enum RunText {
    /// A font, as far as it changes what is read.
    struct Font: Sendable {
        var name: String
        var symbol: SymbolFont?
        /// The encoding of what is set in it, which is read when the paragraph is whole.
        var mark: FontMark

        /// - Parameters:
        ///   - number: its place in the table of fonts.
        ///   - usual: what text is in whose font tells nothing.
        init(name: String, number: Int, usual: FontMark) {
            self.name = name
            symbol = SymbolFont(name)
            mark = symbol == nil ? FontMark(font: name, number: number, usual: usual) : .none
        }

        /// Whether stored characters are signs of a font of signs.
        var isSpecial: Bool { symbol != nil }
    }

    /// The letters that are seen for the characters that are stored.
    static func seen(_ characters: UnsafeBufferPointer<UInt8>, in font: Font) -> [UInt8] {
        guard let symbol = font.symbol else { return Array(characters) }
        var text = ""
        for scalar in String(decoding: characters, as: UTF8.self).unicodeScalars {
            text.unicodeScalars.append(symbol.character(scalar.value) ?? scalar)
        }
        return Array(text.utf8)
    }

    /// A soft hyphen (`w:softHyphen`): nothing is seen of it, but in some fonts its code is a letter.
    static func softHyphen(in font: Font?) -> [UInt8] { mark([0xC2, 0xAD], in: font) }

    /// A hyphen that no line ends at (`w:noBreakHyphen`).
    static func noBreakHyphen(in font: Font?) -> [UInt8] { mark([0x2D], in: font) }

    private static func mark(_ usual: [UInt8], in font: Font?) -> [UInt8] {
        guard let font, font.isSpecial else { return usual }
        return usual.withUnsafeBufferPointer { seen($0, in: font) }
    }

    /// A character given by its code in a font (`w:sym`).
    static func symbol(_ code: UInt32, font: String) -> [UInt8] {
        if let seen = SymbolFont(font)?.character(code) { return Array(String(Character(seen)).utf8) }
        // A code of the private area without a known font is kept as it is: nothing better is known of it.
        guard let scalar = UnicodeScalar(code), code >= 0x20 else { return [] }
        return Array(String(Character(scalar)).utf8)
    }
}
