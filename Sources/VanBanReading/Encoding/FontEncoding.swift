/// What the name of a font says of the encoding of the text that is set in it.
package enum FontEncoding {
    /// The legacy encoding of text in a font; nil for fonts of Unicode and for those of encodings that are not read.
    ///
    /// The case of letters does not matter, nor do quotation marks, the tag of a PDF file's subset (`ABCDEF+`), and
    /// words of style (`Bold`). In a list of fonts the first counts.
    ///
    /// ```swift
    /// FontEncoding.encoding(ofFont: ".VnTimeH")   // .tcvn3Capitals
    /// FontEncoding.encoding(ofFont: "VNI-Times")  // .vni
    /// FontEncoding.encoding(ofFont: "Arial")      // nil
    /// ```
    package static func encoding(ofFont name: some StringProtocol) -> LegacyEncoding? {
        guard let (family, base) = family(of: name), let encoding = LegacyEncoding(rawValue: family.encoding) else {
            return nil
        }
        guard family.hasCapitals, base.last == 0x68 else { return encoding }
        return LegacyEncoding(rawValue: family.encoding + "-capitals") ?? encoding
    }

    /// The name of a font's legacy encoding where that is known and not read here (`Vietware X`): text in such a
    /// font is to be told of, not taken for Unicode in silence.
    package static func unreadEncoding(ofFont name: some StringProtocol) -> String? {
        guard let encoding = family(of: name)?.family.encoding, encoding.hasPrefix("unread:") else { return nil }
        return String(encoding.dropFirst("unread:".count))
    }

    private struct Family: Sendable {
        var start: [UInt8]
        /// Whether more may follow.
        var isOpen: Bool
        var encoding: String
        /// Whether names that end in H are fonts of capitals.
        var hasCapitals: Bool
    }

    private static let families: [Family] = DataRows(PackageResources.legacy_fonts_csv).rows.map { row in
        Family(
            start: Array(row[0].utf8.filter { $0 != 0x2A }), isOpen: row[0].hasSuffix("*"), encoding: row[1],
            hasCapitals: row[2] == "suffix")
    }.sorted { $0.start.count > $1.start.count }

    private static let styles: [[UInt8]] = [
        "bolditalic", "boldoblique", "bold", "italic", "oblique", "regular", "normal", "(truetype)",
    ].map { Array($0.utf8) }

    private static func family(of name: some StringProtocol) -> (family: Family, base: [UInt8])? {
        // Most fonts are none of these, and this is asked for every run.
        guard name.utf8.contains(where: { $0 | 0x20 == 0x76 }) else { return nil }
        let base = base(of: Array(name.utf8))
        let found = families.first { $0.isOpen ? base.starts(with: $0.start) : base == $0.start }
        return found.map { ($0, base) }
    }

    private static func base(of name: [UInt8]) -> [UInt8] {
        var base = name.prefix { $0 != 0x2C }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }[...]
        func isAround(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || CharacterClass.isSpace(byte) }
        base = base.drop(while: isAround)
        if base.count > 7, base[base.startIndex + 6] == 0x2B { base = base.dropFirst(7) }
        while let last = base.last, isAround(last) { base = base.dropLast() }
        while let style = styles.first(where: { base.count > $0.count && base.suffix($0.count).elementsEqual($0) }),
            [0x20, 0x2D, 0x2C].contains(base[base.endIndex - style.count - 1])
        {
            base = base.dropLast(style.count + 1)
        }
        return Array(base)
    }
}
