import FoundationEssentials

/// Text without diacritics, for readers who type none: `Sở Nội vụ` and `So Noi vu` are the same there.
enum FoldedText {
    static func of(_ text: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        var text = text
        let isPlain = text.withUTF8 { append($0, to: &folded) }
        return isPlain ? String(decoding: folded, as: UTF8.self) : decomposed(text)
    }

    /// Whether a text has letters with diacritics, so that it means them.
    static func hasDiacritics(_ text: String) -> Bool { of(text) != text.composed }

    /// Folds letter by letter by ``letters``, ten times as fast as decomposing the text.
    /// - Returns: false where the text has others than those that the table knows.
    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                folded.append(byte)
                offset += 1
            } else if byte < 0xE0, offset + 1 < bytes.count {
                let scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
                offset += 2
                if isMark(scalar) { continue }
                guard let letter = letters.letter(scalar) else { return false }
                append(letter, to: &folded)
            } else if byte < 0xF0, offset + 2 < bytes.count {
                let scalar =
                    UInt32(byte & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
                if isSign(scalar) {
                    folded.append(contentsOf: bytes[offset..<(offset + 3)])
                } else {
                    guard let letter = letters.letter(scalar) else { return false }
                    append(letter, to: &folded)
                }
                offset += 3
            } else {
                return false
            }
        }
        return true
    }

    /// A letter below U+0800.
    private static func append(_ letter: UInt16, to folded: inout [UInt8]) {
        if letter < 0x80 {
            folded.append(UInt8(letter))
        } else {
            folded.append(0xC0 | UInt8(letter >> 6))
            folded.append(0x80 | UInt8(letter & 0x3F))
        }
    }

    /// Marks that stand above or below a letter.
    private static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x0300 && scalar <= 0x036F }

    /// Dashes, quotation marks, bullets and dots, which are not made of others.
    private static func isSign(_ scalar: UInt32) -> Bool { scalar >= 0x2010 && scalar <= 0x2027 }

    /// Any text.
    private static func decomposed(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.decomposed.unicodeScalars {
            switch scalar {
            case _ where isMark(scalar.value): continue
            case "đ": folded.append("d")
            case "Đ": folded.append("D")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static let letters = Letters()

    /// What the letters of Latin alphabets are without their marks; made of the very rule for any text.
    private struct Letters: Sendable {
        /// Latin-1 and Latin Extended-A and -B; Latin Extended Additional, where Vietnamese letters with two marks stand.
        private static let first: ClosedRange<UInt32> = 0x00A0...0x024F
        private static let second: ClosedRange<UInt32> = 0x1E00...0x1EFF
        private let lower: [UInt16]
        private let upper: [UInt16]

        init() {
            lower = Self.first.map(Self.folded)
            upper = Self.second.map(Self.folded)
        }

        /// 0 for what is not one letter below U+0800.
        private static func folded(_ value: UInt32) -> UInt16 {
            guard let scalar = Unicode.Scalar(value) else { return 0 }
            let folded = decomposed(String(Character(scalar))).unicodeScalars
            guard folded.count == 1, let letter = folded.first, letter.value < 0x0800 else { return 0 }
            return UInt16(letter.value)
        }

        func letter(_ scalar: UInt32) -> UInt16? {
            let found: UInt16
            if Self.first.contains(scalar) {
                found = lower[Int(scalar - Self.first.lowerBound)]
            } else if Self.second.contains(scalar) {
                found = upper[Int(scalar - Self.second.lowerBound)]
            } else {
                return nil
            }
            return found == 0 ? nil : found
        }
    }
}
