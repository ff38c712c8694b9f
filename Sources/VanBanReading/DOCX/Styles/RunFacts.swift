/// What run properties (`w:rPr`) say that changes the text or is told of it; nil where they say nothing.
struct RunFacts {
    var bold: Bool?
    var capitals: Bool?
    var smallCapitals: Bool?
    var hidden: Bool?
    /// Whether a line is drawn through it.
    var struck: Bool?
    /// Raised (`w:vertAlign` superscript).
    var raised: Bool?
    /// Its place in the table of fonts.
    var font: Int?

    /// Takes what a child of `w:rPr` says.
    /// - Returns: false where it is none of these.
    @discardableResult
    mutating func take(_ element: XMLElement, fonts: inout FontTable) -> Bool {
        switch element.name {
        case .b: bold = element.isOn
        case .caps: capitals = element.isOn
        case .smallCaps: smallCapitals = element.isOn
        case .strike, .dstrike: struck = element.isOn
        case .vanish: hidden = element.isOn
        case .vertAlign: raised = element.has(.val, "superscript")
        case .rFonts: font = fonts.font(of: element) ?? font
        default: return false
        }
        return true
    }

    var saysNothing: Bool {
        bold == nil && capitals == nil && smallCapitals == nil && hidden == nil && struck == nil && raised == nil
            && font == nil
    }

    /// These facts, and where they say nothing, others.
    func over(_ base: RunFacts) -> RunFacts {
        RunFacts(
            bold: bold ?? base.bold, capitals: capitals ?? base.capitals,
            smallCapitals: smallCapitals ?? base.smallCapitals, hidden: hidden ?? base.hidden,
            struck: struck ?? base.struck, raised: raised ?? base.raised, font: font ?? base.font)
    }
}

/// How a run is set in the end.
struct RunFormat {
    var isBold = false
    /// Shown in capitals, whatever is typed.
    var isCapitals = false
    var isHidden = false
    var isStruck = false
    var isRaised = false
    var font: Int?
    /// What the font says of the letters.
    var mark = FontMark.none
    /// Whether characters pass into the text as they are.
    var isPlain = true

    /// Direct formatting is over the style of the characters, that over the paragraph's, that over the document's; but
    /// switches of the two styles cancel each other out (ECMA-376 Part 1, 17.7.3).
    init(direct: RunFacts, character: RunFacts, paragraph: RunFacts, defaults: RunFacts, fonts: FontTable) {
        func toggle(_ direct: Bool?, _ character: Bool?, _ paragraph: Bool?, _ usual: Bool?) -> Bool {
            direct ?? (usual == true || (character ?? false) != (paragraph ?? false))
        }
        isBold = toggle(direct.bold, character.bold, paragraph.bold, defaults.bold)
        isCapitals =
            toggle(direct.capitals, character.capitals, paragraph.capitals, defaults.capitals)
            || toggle(
                direct.smallCapitals, character.smallCapitals, paragraph.smallCapitals, defaults.smallCapitals)
        isHidden = toggle(direct.hidden, character.hidden, paragraph.hidden, defaults.hidden)
        isStruck = toggle(direct.struck, character.struck, paragraph.struck, defaults.struck)
        isRaised = direct.raised ?? character.raised ?? paragraph.raised ?? defaults.raised ?? false
        font = direct.font ?? character.font ?? paragraph.font ?? defaults.font
        mark = fonts.mark(font).capital(isCapitals)
        isPlain = !isCapitals && !isHidden && !isRaised && !(font.map { fonts.isSpecial($0) } ?? false)
    }
}
