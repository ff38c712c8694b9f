import FoundationEssentials

/// Composes a letter with its marks (Unicode NFC), whatever order they were typed in.
///
/// A tone before the hat of its vowel (`a` + `\u{301}` + `\u{302}`) is the same letter to the eye and another to
/// Unicode, since both marks stand above: the marks that make the vowel are put before the tone.
enum MarkOrder {
    static func composed(_ sequence: some Sequence<UInt8>) -> [UInt8] {
        let text = String(decoding: Array(sequence), as: UTF8.self)
        let plain = text.composed
        guard plain.unicodeScalars.count > 1 else { return Array(plain.utf8) }
        var ordered = String.UnicodeScalarView()
        var marks: [Unicode.Scalar] = []
        func close() {
            ordered.append(contentsOf: marks.filter(isOfVowel))
            ordered.append(contentsOf: marks.filter { !isOfVowel($0) })
            marks.removeAll()
        }
        for scalar in text.decomposed.unicodeScalars {
            if isMark(scalar) {
                marks.append(scalar)
            } else {
                close()
                ordered.append(scalar)
            }
        }
        close()
        let reordered = String(ordered).composed
        return Array((reordered.unicodeScalars.count < plain.unicodeScalars.count ? reordered : plain).utf8)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    /// Circumflex, breve and horn.
    private static func isOfVowel(_ scalar: Unicode.Scalar) -> Bool {
        [0x302, 0x306, 0x31B].contains(scalar.value)
    }
}
