/// A line of the source as far as emphasis is concerned.
struct SourceLine {
    /// Behind the line end.
    var end: Int
    var isBlank = true
    /// A tab, or Word's sign for the end of a cell, stands after text, or it opens with the `|` of a table.
    var isRow = false
    var hasMark = false
    var endsPage = false

    init(in source: [UInt8], at start: Int) {
        end = start
        while end < source.count {
            let length = Self.lineEndLength(in: source, at: end)
            if length > 0 {
                endsPage = source[end] == 0x0C
                end += length
                return
            }
            switch source[end] {
            case 0x20, 0x0B: break
            // The sign of a quotation.
            case 0x3E where isBlank: break
            case 0x07, 0x09: isRow = isRow || !isBlank
            case 0x7C:
                isRow = isRow || isBlank
                isBlank = false
            case 0x2A, 0x5F:
                hasMark = true
                isBlank = false
            default: isBlank = false
            }
            end += 1
        }
    }

    /// The length of the line end at an offset: LF, CRLF, CR, form feed, U+0085, U+2029; 0 where there is none.
    static func lineEndLength(in source: [UInt8], at offset: Int) -> Int {
        switch source[offset] {
        case 0x0A, 0x0C: return 1
        case 0x0D: return offset + 1 < source.count && source[offset + 1] == 0x0A ? 2 : 1
        case 0xC2: return source[offset + 1] == 0x85 ? 2 : 0
        case 0xE2: return source[offset + 1] == 0x80 && source[offset + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }
}
