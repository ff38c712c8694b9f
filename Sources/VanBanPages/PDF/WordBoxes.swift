/// Reads the words of pages with their boxes, as `pdftotext -bbox` writes them.
struct WordBoxes {
    private(set) var pages: [Page] = []
    /// The page that has more words than are read; nil where none does.
    private(set) var isOverfull = false

    /// - Parameters:
    ///   - mostPages: pages that are read.
    ///   - mostWords: words of one page that are read.
    init(_ output: [UInt8], mostPages: Int, mostWords: Int) {
        var scanner = MarkupScanner(output)
        while let tag = scanner.nextTag(), pages.count <= mostPages {
            switch tag {
            case .page(let attributes):
                guard let width = attributes.number("width"), let height = attributes.number("height") else { continue }
                pages.append(Page(number: pages.count + 1, width: width, height: height))
            case .word(let attributes, let text):
                guard let last = pages.indices.last, !text.isEmpty, let left = attributes.number("xMin"),
                    let top = attributes.number("yMin"), let right = attributes.number("xMax"),
                    let bottom = attributes.number("yMax")
                else { continue }
                guard pages[last].words.count < mostWords else {
                    isOverfull = true
                    return
                }
                // What stands far beside the page is not seen; of a turned page the sides are told as they were before.
                let side = max(pages[last].width, pages[last].height)
                guard right > 0, bottom > 0, left < side, top < side else { continue }
                pages[last].words.append(
                    PageWord(text, PageBox(left: left, top: top, right: right, bottom: bottom)))
            }
        }
    }
}

/// The tags that poppler writes: one a line, attributes in double quotes, a word's text behind its tag.
struct MarkupScanner {
    enum Tag {
        case page(Attributes)
        case word(Attributes, String)
    }

    struct Attributes {
        private let bytes: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        /// The value of an attribute as it is written.
        func value(_ name: String) -> ArraySlice<UInt8>? {
            let key = Array((name + "=\"").utf8)
            var offset = bytes.startIndex
            while offset + key.count <= bytes.endIndex {
                if bytes[offset] == key[0], offset == bytes.startIndex || bytes[offset - 1] == 0x20,
                    bytes[offset..<(offset + key.count)].elementsEqual(key)
                {
                    let start = offset + key.count
                    guard let end = bytes[start...].firstIndex(of: 0x22) else { return nil }
                    return bytes[start..<end]
                }
                offset += 1
            }
            return nil
        }

        /// A finite number; nil where there is none.
        func number(_ name: String) -> Double? {
            guard let value = value(name), value.count < 40,
                let number = Double(String(decoding: value, as: UTF8.self)),
                number.isFinite, abs(number) < 1e7
            else { return nil }
            return number
        }
    }

    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func nextTag() -> Tag? {
        while let open = find(0x3C, from: offset) {
            guard let close = find(0x3E, from: open) else { break }
            let tag = bytes[(open + 1)..<close]
            offset = close + 1
            if tag.starts(with: "page ".utf8) { return .page(Attributes(tag.dropFirst(5))) }
            if tag.starts(with: "word ".utf8) {
                let end = find(0x3C, from: offset) ?? bytes.count
                let text = CharacterReferences.text(of: bytes[offset..<end])
                offset = end
                return .word(Attributes(tag.dropFirst(5)), text)
            }
        }
        offset = bytes.count
        return nil
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start...].firstIndex(of: byte)
    }
}

/// The characters that poppler writes as references: `&amp;`, `&#34;`.
enum CharacterReferences {
    static func text(of bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        var offset = bytes.startIndex
        while offset < bytes.endIndex {
            if bytes[offset] == 0x26, let end = bytes[offset...].prefix(12).firstIndex(of: 0x3B),
                let scalar = scalar(of: bytes[(offset + 1)..<end])
            {
                text += Array(String(Character(scalar)).utf8)
                offset = end + 1
            } else {
                text.append(bytes[offset])
                offset += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func scalar(of name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case let name where name.hasPrefix("#x"):
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case let name where name.hasPrefix("#"): return UInt32(name.dropFirst(1)).flatMap(Unicode.Scalar.init)
        default: return nil
        }
    }
}
