/// How the words of an element look, as far as it decides what they say.
struct RunStyle: Hashable, Sendable {
    struct Traits: OptionSet, Hashable, Sendable {
        let rawValue: UInt16

        static let bold = Traits(rawValue: 1)
        static let capitals = Traits(rawValue: 2)
        static let raised = Traits(rawValue: 4)
        /// White space is kept as it is.
        static let pre = Traits(rawValue: 8)
        /// Line ends are kept, other white space is not.
        static let preLine = Traits(rawValue: 16)
        static let link = Traits(rawValue: 32)
        /// Text that is gathered until its element ends.
        static let gathered = Traits(rawValue: 64)
        /// Words that nobody sees, though their element has its place.
        static let invisible = Traits(rawValue: 128)
        static let sizeless = Traits(rawValue: 256)
        static let unseen: Traits = [.invisible, .sizeless]
        /// Changes what stands in the source into what is seen.
        static let changing: Traits = [.capitals, .raised]
    }

    var traits: Traits = []
    var font: FontNumber = -1
}

/// The one place where the characters of a run pass on their way from the page into the text, with the font they are
/// set in.
struct PageRun {
    var fonts: FontNames

    /// What a font of signs shows for a few characters; letters stand in such a font by mistake.
    private static func signs(_ characters: UnsafeBufferPointer<UInt8>, in font: SymbolFont) -> String? {
        guard characters.count <= 9, characters.allSatisfy({ $0 >= 0x80 }) else { return nil }
        var signs = ""
        for scalar in String(decoding: characters, as: UTF8.self).unicodeScalars {
            guard let sign = font.character(scalar.value) else { return nil }
            signs.unicodeScalars.append(sign)
        }
        return signs
    }

    /// Lays down characters, valid UTF-8.
    func lay(_ characters: UnsafeBufferPointer<UInt8>, _ style: RunStyle, into text: inout FlowText) {
        var mark = fonts.mark(style.font)
        if mark.encoding != nil { mark = mark.capital(style.traits.contains(.capitals)) }
        if mark != text.font { text.setFont(mark) }
        if let symbol = fonts.symbol(style.font), let signs = Self.signs(characters, in: symbol) {
            text.append(signs)
            return
        }
        if style.traits.isDisjoint(with: .changing) {
            text.append(characters)
            return
        }
        // Letters of a legacy font are not known yet.
        if style.traits.contains(.capitals), mark.encoding == nil {
            text.append(String(decoding: characters, as: UTF8.self).uppercased())
        } else if style.traits.contains(.raised) {
            text.appendRaised(characters)
        } else {
            text.append(characters)
        }
    }
}
