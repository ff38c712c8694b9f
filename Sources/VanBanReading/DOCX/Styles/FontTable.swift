/// The names of fonts that a document uses, each once, so that a run carries a number.
struct FontTable {
    private var names: [[UInt8]] = []
    private var indexes: [UInt64: Int] = [:]
    private(set) var fonts: [RunText.Font] = []
    /// The theme's fonts for Latin letters, by the beginning of the theme's words for them.
    var major: String?
    var minor: String?
    /// What text is in whose font tells nothing.
    let usual: FontMark

    init(usual: FontMark = .none) { self.usual = usual }

    /// The one asked for last: most runs are set in the same.
    private var last = 0

    mutating func font(named name: UnsafeBufferPointer<UInt8>) -> Int {
        if names.indices.contains(last), Self.isSame(names[last], name) { return last }
        last = place(of: name)
        return last
    }

    private static func isSame(_ known: [UInt8], _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard known.count == name.count else { return false }
        for index in 0..<known.count where known[index] != name[index] { return false }
        return true
    }

    private mutating func place(of name: UnsafeBufferPointer<UInt8>) -> Int {
        let key = StyleSheet.key(name)
        if let known = indexes[key], Self.isSame(names[known], name) { return known }
        indexes[key] = names.count
        names.append(Array(name))
        fonts.append(
            RunText.Font(
                name: String(decoding: names[names.count - 1], as: UTF8.self), number: fonts.count, usual: usual))
        return names.count - 1
    }

    /// The font of `w:rFonts` for letters beyond ASCII, which is what the older Vietnamese fonts are told by.
    mutating func font(of element: XMLElement) -> Int? {
        if let theme = element[.hAnsiTheme] ?? element[.asciiTheme] {
            let name = theme.starts(with: "major".utf8) ? major : minor
            if let name { return Array(name.utf8).withUnsafeBufferPointer { font(named: $0) } }
        }
        guard let name = element[.hAnsi] ?? element[.hAnsi2003] ?? element[.ascii], !name.isEmpty else { return nil }
        return font(named: name)
    }

    /// Whether characters in a font are not the letters that they are stored as.
    func isSpecial(_ font: Int) -> Bool { fonts[font].isSpecial }

    /// What characters in a font are in.
    func mark(_ font: Int?) -> FontMark { font.map { fonts[$0].mark } ?? usual }
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
