/// Counts the attributes of each element of an XML part as its bytes go by, before the parser has them: libxml2 compares
/// each attribute, and each declared namespace, with all before it, and tells of an element only when it has them all.
struct AttributeCounter {
    private enum Place {
        case text, opening, tag, doubleQuoted, singleQuoted
        case declaration, comment, commentText, commentDash, commentEnd
        case section, sectionEnd, instruction, instructionEnd
    }

    private var place = Place.text
    private var count = 0
    private var brackets = 0

    /// Looks at the next bytes; NULs, the other halves of UTF-16, are passed over.
    /// - Returns: whether an element has more attributes than the limit.
    mutating func exceeds(_ limit: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        var place = place
        defer { self.place = place }
        for byte in bytes where byte != 0 {
            switch place {
            case .text:
                if byte == 0x3C { place = .opening }
            case .opening:
                count = 0
                switch byte {
                case 0x21: place = .declaration
                case 0x3F: place = .instruction
                case 0x3C: break
                default: place = .tag
                }
                brackets = 0
            case .tag:
                switch byte {
                case 0x3E: place = .text
                case 0x3C: place = .opening
                case 0x22: place = .doubleQuoted
                case 0x27: place = .singleQuoted
                case 0x3D:
                    count += 1
                    if count > limit { return true }
                default: break
                }
            case .doubleQuoted:
                if byte == 0x22 || byte == 0x3C { place = byte == 0x22 ? .tag : .opening }
            case .singleQuoted:
                if byte == 0x27 || byte == 0x3C { place = byte == 0x27 ? .tag : .opening }
            case .declaration:
                // `<!--`, `<![CDATA[` or `<!DOCTYPE`, whose own declarations are short of attributes.
                switch byte {
                case 0x2D: place = .comment
                case 0x5B:
                    brackets += 1
                    if brackets == 2 { place = .section }
                case 0x3C: place = .opening
                case 0x3E: place = .text
                default: break
                }
            case .comment: place = byte == 0x2D ? .commentText : .text
            case .commentText: if byte == 0x2D { place = .commentDash }
            case .commentDash: place = byte == 0x2D ? .commentEnd : .commentText
            case .commentEnd:
                if byte != 0x2D { place = byte == 0x3E ? .text : .commentText }
            case .section:
                if byte == 0x5D { place = .sectionEnd }
            case .sectionEnd:
                if byte == 0x3E { place = .text } else if byte != 0x5D { place = .section }
            case .instruction:
                if byte == 0x3F { place = .instructionEnd }
            case .instructionEnd:
                if byte != 0x3F { place = byte == 0x3E ? .text : .instruction }
            }
        }
        return false
    }
}
