/// The names of fonts that a document uses, each once, so that a run carries a number.
struct FontTable {
    private var names: [[UInt8]] = []
    private(set) var fonts: [RunText.Font] = []
    /// The theme's fonts for Latin letters, by the beginning of the theme's words for them.
    var major: String?
    var minor: String?

    mutating func font(named name: some Collection<UInt8>) -> Int {
        if let known = names.firstIndex(where: { $0.count == name.count && $0.elementsEqual(name) }) { return known }
        names.append(Array(name))
        fonts.append(RunText.Font(name: String(decoding: names[names.count - 1], as: UTF8.self)))
        return names.count - 1
    }

    /// The font of `w:rFonts` for letters beyond ASCII, which is what the older Vietnamese fonts are told by.
    mutating func font(of element: XMLElement) -> Int? {
        if let theme = element[.hAnsiTheme] ?? element[.asciiTheme] {
            let name = theme.starts(with: "major".utf8) ? major : minor
            if let name { return font(named: name.utf8) }
        }
        guard let name = element[.hAnsi] ?? element[.ascii], !name.isEmpty else { return nil }
        return font(named: name)
    }

    /// Whether characters in a font are not the letters that they are stored as.
    func isSpecial(_ font: Int) -> Bool { fonts[font].isSpecial }
}

/// Reads a theme's fonts (ECMA-376 Part 1, 20.1.4.1.24 and 25).
final class ThemeReader: XMLEventHandler {
    private(set) var major: String?
    private(set) var minor: String?
    private var group: XMLName?

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .majorFont, .minorFont: group = element.name
        case .latin:
            guard let name = element.string(.typeface), !name.isEmpty else { return }
            if group == .majorFont { major = major ?? name }
            if group == .minorFont { minor = minor ?? name }
        default: break
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        if name == group { group = nil }
    }
}
