import VanBanModel
import VanBanReading

/// The raised digits that call and open footnotes.
enum FootnoteMark {
    /// The digits of the mark (`12` for `¹²`) that a footnote opens with, and the text behind it.
    static func split(_ stretch: Stretch, in text: SourceText) -> (mark: String, body: Stretch) {
        var offset = stretch.first.lowerBound
        var mark = ""
        while offset < stretch.first.upperBound {
            let length = CharacterClass.superscriptLength(in: text.bytes, at: offset)
            if length == 0 { break }
            mark += digit(text.bytes, offset)
            offset += length
        }
        if mark.isEmpty, text.bytes[offset] == 0x28,
            let close = stretch.first.first(where: { text.bytes[$0] == 0x29 }), close - offset <= 4
        {
            mark = text.string((offset + 1)..<close)
            offset = close + 1
        }
        return (mark, Stretch(text.trimmed(offset..<stretch.first.upperBound), stretch.more))
    }

    /// Where a mark in brackets stands right behind a word: `hộ nghèo(1)`.
    static func calls(of mark: [UInt8], in range: Range<Int>, _ text: SourceText) -> [Range<Int>] {
        range.indices.dropFirst().compactMap { offset in
            guard text.bytes[offset] == 0x28, offset + mark.count <= range.upperBound,
                text.bytes[offset..<(offset + mark.count)].elementsEqual(mark), text.bytes[offset - 1] >= 0x41
            else { return nil }
            return offset..<(offset + mark.count)
        }
    }

    /// The marks inside a stretch, in order.
    static func calls(in stretch: Stretch, of text: SourceText) -> [(mark: String, range: Range<Int>)] {
        var found: [(mark: String, range: Range<Int>)] = []
        stretch.forEachRange { range in
            var offset = range.lowerBound
            while offset < range.upperBound {
                let length = CharacterClass.noteMarkLength(in: text.bytes, at: offset, from: range.lowerBound)
                guard length > 0 else {
                    offset += 1
                    continue
                }
                if let last = found.last, last.range.upperBound == offset {
                    found[found.count - 1] = (
                        last.mark + digit(text.bytes, offset), last.range.lowerBound..<(offset + length)
                    )
                } else {
                    found.append((digit(text.bytes, offset), offset..<(offset + length)))
                }
                offset += length
            }
        }
        return found
    }

    private static func digit(_ bytes: [UInt8], _ offset: Int) -> String {
        if bytes[offset] == 0xC2 {
            switch bytes[offset + 1] {
            case 0xB9: return "1"
            case 0xB2: return "2"
            default: return "3"
            }
        }
        return String(Int(bytes[offset + 2]) - 0xB0)
    }
}
