import VanBanModel
import VanBanReading

/// A stretch of a document that belongs to one field of its record, as running text: every run of white space is one
/// space, line ends too. Each byte knows where it stands, so that rules can point at single words.
package struct Passage: Sendable {
    /// The field, as the ledger names it: `part-1.legalBases[0]`, `section-4.text`, `task-7.deadline`.
    package let owner: String
    /// What of the record's node it is: `text` of `section-4.text`, `legalBases` of `part-1.legalBases[0]`.
    package let field: Substring
    /// The record's node: `section-4`, `part-1`.
    package let node: Substring
    /// Whether it is running text of the outline.
    package let isProse: Bool
    /// Whether it stands in a table's row.
    package let isCell: Bool
    /// The position of the passage's part in the record.
    package let part: Int
    /// The running text, as UTF-8.
    package let bytes: [UInt8]
    /// The bytes in lower case, each where it was: Vietnamese letters take as many bytes in either case. Where some other
    /// letter does not, the bytes themselves.
    let lowercased: [UInt8]
    /// The words of the text, from left to right; what is only signs is none.
    let printedWords: [PrintedWord]
    /// Where each byte stands in the document's text.
    private let places: [Int32]

    /// - Parameter forms: the document's words so far.
    init(owner: String, part: Int, ranges: [Range<Int>], in text: SourceText, _ forms: inout WordForms) {
        var bytes: [UInt8] = []
        var places: [Int32] = []
        for range in ranges {
            if let last = bytes.last, last != 0x20 {
                bytes.append(0x20)
                places.append(Int32(clamping: range.lowerBound))
            }
            var offset = range.lowerBound
            while offset < range.upperBound {
                let byte = text.bytes[offset]
                let isHardSpace =
                    byte == 0xC2 && offset + 1 < range.upperBound && text.bytes[offset + 1] == 0xA0
                if isHardSpace || byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                    if let last = bytes.last, last != 0x20 {
                        bytes.append(0x20)
                        places.append(Int32(clamping: offset))
                    }
                    offset += isHardSpace ? 2 : 1
                    continue
                }
                bytes.append(byte)
                places.append(Int32(clamping: offset))
                offset += 1
            }
        }
        while bytes.last == 0x20 {
            bytes.removeLast()
            places.removeLast()
        }
        self.owner = owner
        node = owner.prefix { $0 != "." }
        field =
            node.endIndex == owner.endIndex
            ? owner[...] : owner[owner.index(after: node.endIndex)...].prefix { $0 != "[" }
        isProse = owner.hasPrefix("section-") && field != "label"
        isCell = owner.hasPrefix("task-") || owner.hasPrefix("table-")
        self.part = part
        self.bytes = bytes
        self.places = places
        lowercased = Self.lowercased(bytes)
        printedWords = Self.printedWords(of: bytes, &forms)
    }

    /// The running text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text of some of the bytes.
    package func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Where some of the bytes stand in the document's text.
    func textRange(of range: Range<Int>) -> Range<Int> {
        guard let first = places[range].first, let last = places[range].last else {
            let place = Int(places.first ?? 0)
            return place..<place
        }
        return Int(first)..<max(Int(first), Int(last) + 1)
    }
}
