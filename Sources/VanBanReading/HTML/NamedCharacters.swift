/// Characters that pages call by a name which the parser does not know, or that lacks its semicolon; it passes those on as
/// text.
enum NamedCharacters {
    /// The character that a name opens with, and how many bytes of the name say so.
    ///
    /// With its semicolon a name is one of HTML's 2,125 (HTML, 13.5); without, browsers take the longest of the 106 old
    /// names that stands at its beginning: `&agraveo` is `ào`.
    static func character(
        _ name: UnsafeBufferPointer<UInt8>, hasSemicolon: Bool
    ) -> (text: String, length: Int)? {
        if hasSemicolon, name.count <= longest, let text = all[String(decoding: name, as: UTF8.self)] {
            return (text, name.count)
        }
        var length = min(name.count, longestBare)
        while length >= 2 {
            if let text = bare[String(decoding: name[..<length], as: UTF8.self)] { return (text, length) }
            length -= 1
        }
        return nil
    }

    private static let rows = DataRows(PackageResources.character_names_csv).rows
    private static let all = characters(of: rows)
    private static let bare = characters(of: rows.filter { $0[2] == "bare" })
    private static let longest = all.keys.reduce(0) { max($0, $1.utf8.count) }
    private static let longestBare = bare.keys.reduce(0) { max($0, $1.utf8.count) }

    private static func characters(of rows: [[String]]) -> [String: String] {
        Dictionary(
            rows.map { row in
                let scalars = row[1].split(separator: " ").compactMap {
                    UInt32($0, radix: 16).flatMap(UnicodeScalar.init)
                }
                return (row[0], scalars.reduce(into: "") { $0.unicodeScalars.append($1) })
            }, uniquingKeysWith: { first, _ in first })
    }
}
