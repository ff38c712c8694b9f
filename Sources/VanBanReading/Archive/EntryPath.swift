/// The way to a document through what it is in: `kho.zip!/thu.eml!2/ke-hoach.docx`. The mark `!/` leads into an archive or a
/// letter, `!2/` to the second entry of the name that follows; a name that looks like this has its mark as `\x21`.
package enum EntryPath {
    /// Whether a mark begins at an index.
    private static func isMark(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == 0x21 && bytes[(index + 1)...].first { $0 < 0x30 || $0 > 0x39 } == 0x2F
    }

    /// A name as it stands in a way.
    package static func piece(_ name: String) -> String {
        guard name.utf8.contains(0x21) else { return name }
        let bytes = Array(name.utf8)
        var marked: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if isMark(bytes, at: index) { marked += "\\x21".utf8 } else { marked.append(byte) }
        }
        return String(decoding: marked, as: UTF8.self)
    }

    /// The name that a piece of a way stands for.
    package static func name(_ piece: String) -> String { piece.replacing("\\x21", with: "!") }

    /// A piece with what it leads to.
    package static func way(_ piece: String, _ copy: Int?, _ rest: String) -> String {
        piece + "!" + (copy.map { String($0) } ?? "") + "/" + rest
    }

    /// The first piece of a way, and where it leads: the rest, and which entry of the rest's first name it is.
    package static func split(_ way: String) -> (piece: String, rest: (copy: Int?, way: String)?) {
        let bytes = Array(way.utf8)
        guard let mark = bytes.indices.first(where: { isMark(bytes, at: $0) }),
            let slash = bytes[mark...].firstIndex(of: 0x2F)
        else { return (way, nil) }
        let copy = Int(String(decoding: bytes[(mark + 1)..<slash], as: UTF8.self))
        return (
            String(decoding: bytes[..<mark], as: UTF8.self),
            (copy, String(decoding: bytes[(slash + 1)...], as: UTF8.self))
        )
    }

    /// All pieces of a way.
    package static func pieces(_ way: String) -> [(piece: String, copy: Int?)] {
        var pieces: [(piece: String, copy: Int?)] = []
        var rest: (copy: Int?, way: String)? = (nil, way)
        while let (copy, way) = rest {
            let (piece, next) = split(way)
            pieces.append((piece, copy))
            rest = next
        }
        return pieces
    }
}
