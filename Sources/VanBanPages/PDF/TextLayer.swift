import VanBanReading

/// Tells whether a page's text layer says what is seen on it.
enum TextLayer {
    /// A page with so many words is text, whatever else is on it.
    private static let plenty = 60
    /// Ink beside words and lines, of the page's pixels, that may stand on a page of text: a seal, a signature.
    private static let spareInk = 0.004

    /// - Parameter ink: the share of the page's pixels that are dark and stand in no word and no line.
    static func isMissing(on page: Page, ink: Double) -> Bool {
        if page.words.isEmpty { return ink > 0.0005 }
        if isBroken(page) { return true }
        return page.words.count < plenty && ink > spareInk
    }

    /// Whether the map from glyphs to characters is broken: the letters are none that anybody wrote.
    private static func isBroken(_ page: Page) -> Bool {
        var text: [UInt8] = []
        for word in page.words {
            // Letters of a legacy encoding are read by their font.
            if let font = word.font, FontEncoding.encoding(ofFont: font.name) != nil { continue }
            text += word.text.utf8
            text.append(0x20)
        }
        return BrokenCharacterMap.isLikely(in: text)
    }
}
