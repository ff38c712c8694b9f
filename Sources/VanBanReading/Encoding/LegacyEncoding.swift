/// The encodings of Vietnamese text before Unicode, as files and fonts of the archives have them.
///
/// Documents that were set in the fonts of such an encoding hold its bytes even where the file itself is in Unicode:
/// each byte then stands as the character that it is in Windows-1252 (`Uû ban nh©n d©n`). ``decode(unicode:)`` reads
/// those.
///
/// ```swift
/// let text = LegacyEncoding.tcvn3.decode(unicode: "Uû ban nh©n d©n").string  // "Uỷ ban nhân dân"
/// ```
package enum LegacyEncoding: String, Hashable, Sendable, CaseIterable {
    /// TCVN 5712:1993 as the `.VnTime` fonts have it, also called ABC: letters only, toned ones only small.
    case tcvn3
    /// TCVN3 in a font that draws every small letter as its capital (`.VnTimeH`).
    case tcvn3Capitals = "tcvn3-capitals"
    /// The full set VN1 of TCVN 5712:1993, with toned capitals in the control areas and combining marks.
    case tcvn5712 = "tcvn-5712"
    /// VNI for Windows: a letter, and for most vowels a second byte for the mark.
    case vni
    /// VISCII 1.1 (RFC 1456).
    case viscii
    /// VISCII in a font of capitals (`VI Times H`).
    case visciiCapitals = "viscii-capitals"
    /// VPS (Vietnamese Professionals Society), with capitals in the control area.
    case vps
    /// Windows code page 1258, with combining marks.
    case windows1258 = "windows-1258"
    /// UTF-8 whose bytes were read as Windows-1252 and written as UTF-8 again (`á»¦Y BAN`).
    case doubleUTF8 = "double-utf-8"

    /// The encoding's name for people.
    package var label: String {
        switch self {
        case .tcvn3: return "TCVN3 (ABC)"
        case .tcvn3Capitals: return "TCVN3 (ABC), font of capitals"
        case .tcvn5712: return "TCVN 5712 (VN1)"
        case .vni: return "VNI Windows"
        case .viscii: return "VISCII"
        case .visciiCapitals: return "VISCII, font of capitals"
        case .vps: return "VPS"
        case .windows1258: return "Windows-1258"
        case .doubleUTF8: return "UTF-8, encoded twice"
        }
    }

    /// Reads bytes of this encoding. Every sequence of bytes gives a text.
    package func decode(_ bytes: some Sequence<UInt8>) -> LegacyText {
        if self == .doubleUTF8 { return DoubleUTF8.decode(Array(bytes)) }
        var decoder = LegacyDecoder(self)
        var offset = 0
        for byte in bytes {
            decoder.take(byte, at: offset..<(offset + 1))
            offset += 1
        }
        return decoder.finish()
    }

    /// Reads a Unicode text whose characters stand for this encoding's bytes; others are kept.
    package func decode(unicode text: some StringProtocol) -> LegacyText {
        decode(unicode: Array(text.utf8))
    }

    /// Reads a Unicode text, in valid UTF-8, whose characters stand for this encoding's bytes; others are kept.
    package func decode(unicode bytes: some RandomAccessCollection<UInt8>) -> LegacyText {
        if self == .doubleUTF8 { return DoubleUTF8.decode(Array(bytes)) }
        var decoder = LegacyDecoder(self)
        decoder.takeUnicode(bytes)
        return decoder.finish()
    }
}
