import VanBanReading

/// The facts that collections of Markdown files put above a text, between two rules: `---⏎title: "…"⏎category: "…"⏎---`.
enum FrontMatter {
    private static let mostLines = 40

    /// Takes them out of the blocks of a text.
    static func take(from blocks: inout [Block], in text: SourceText) -> [Range<Int>] {
        guard let first = blocks.first, isRule(first, text) else { return [] }
        guard let end = blocks.indices.dropFirst().prefix(mostLines).first(where: { isRule(blocks[$0], text) }),
            end > 1,
            blocks[1..<end].allSatisfy({ isFact($0, text) })
        else { return [] }
        let taken = blocks[...end].map(\.range)
        blocks.removeSubrange(...end)
        return taken
    }

    private static func isRule(_ block: Block, _ text: SourceText) -> Bool {
        block.kind == .line && text.bytes[block.range].elementsEqual([0x2D, 0x2D, 0x2D])
    }

    /// `key: value`, or what goes on with a value.
    private static func isFact(_ block: Block, _ text: SourceText) -> Bool {
        guard block.kind == .line, block.range.count < 2000 else { return false }
        let bytes = text.bytes[block.range]
        guard block.indent == 0, bytes.first != 0x2D else { return true }
        guard let colon = bytes.firstIndex(of: 0x3A) else { return false }
        return bytes[..<colon].allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F || $0 == 0x2D }
    }

    /// Takes the pictures of Markdown out, which have no words (`![](images/1.jpg)`).
    static func takePictures(from blocks: inout [Block], in text: SourceText) -> [Range<Int>] {
        var taken: [Range<Int>] = []
        blocks.removeAll { block in
            guard block.kind == .line, block.range.count > 5, block.range.count < 1000 else { return false }
            let bytes = text.bytes[block.range]
            guard bytes.starts(with: [0x21, 0x5B]), bytes.last == 0x29, let middle = bytes.firstIndex(of: 0x5D),
                bytes[middle...].starts(with: [0x5D, 0x28]), !bytes[middle...].dropFirst(2).contains(0x5B),
                bytes[..<middle].count <= 12
            else { return false }
            taken.append(block.range)
            return true
        }
        return taken
    }
}
