import Foundation

/// Text without diacritics, for readers who type none: `Sở Nội vụ` and `So Noi vu` are the same there.
enum FoldedText {
    static func of(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "\u{0300}"..."\u{036F}": continue
            case "đ": folded.append("d")
            case "Đ": folded.append("D")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Whether a text has letters with diacritics, so that it means them.
    static func hasDiacritics(_ text: String) -> Bool { of(text) != text.precomposedStringWithCanonicalMapping }
}
