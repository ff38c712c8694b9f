import VanBanReading

/// The quotation marks of a paragraph, and the provisions that a document quotes whole (`“Điều 6a. …`).
struct QuotationMarks {
    private(set) var opens = 0
    private(set) var closes = 0

    /// Paragraphs that a quotation may take.
    static let longest = 60
    private static let opening: [UInt8] = [0xE2, 0x80, 0x9C]

    init(_ paragraph: Paragraph, in text: SourceText) {
        var opens = 0
        var closes = 0
        paragraph.stretch.forEachRange { range in
            for offset in range
            where text.bytes[offset] == 0xE2 && offset + 2 < range.upperBound && text.bytes[offset + 1] == 0x80 {
                if text.bytes[offset + 2] == 0x9C { opens += 1 }
                if text.bytes[offset + 2] == 0x9D { closes += 1 }
            }
        }
        self.opens = opens
        self.closes = closes
    }

    /// Where quotations of several paragraphs begin. A mark that is never closed begins none: it would take the outline
    /// below it away.
    static func starts(in paragraphs: ArraySlice<Paragraph>, text: SourceText) -> Set<Int> {
        var starts = Set<Int>()
        var open: Int?
        for (index, paragraph) in zip(paragraphs.indices, paragraphs) {
            let marks = QuotationMarks(paragraph, in: text)
            if let start = open {
                if marks.closes > marks.opens {
                    starts.insert(paragraphs[start].stretch.first.lowerBound)
                    open = nil
                    continue
                }
                if paragraph.label?.series == .article || index - start >= longest { open = nil }
            }
            if marks.opens == marks.closes + 1, text.bytes[paragraph.stretch.first].starts(with: opening) {
                open = index
            }
        }
        return starts
    }
}
