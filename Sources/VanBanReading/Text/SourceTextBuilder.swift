/// Lays a text down from a source: copies stretches, replaces some, leaves some out, and keeps the map.
struct SourceTextBuilder {
    private let source: [UInt8]
    private var bytes: [UInt8] = []
    /// As long as nothing was replaced or left out, the text is the source, and no copy is made.
    private var isSource = true
    private var anchors: [SourceText.Anchor] = []
    private var omissions: [SourceText.Omission] = []
    private var bold: [Range<Int>] = []
    /// How far the source has been taken.
    private(set) var taken = 0

    init(_ source: [UInt8]) {
        self.source = source
    }

    /// Where the next byte will stand.
    var position: Int { isSource ? taken : bytes.count }

    /// From here on text and source differ.
    private mutating func depart() {
        guard isSource else { return }
        isSource = false
        bytes.reserveCapacity(source.count)
        bytes.append(contentsOf: source[..<taken])
    }

    /// Copies the source up to an offset.
    mutating func copy(upTo end: Int) {
        guard end > taken else { return }
        if isSource {
            taken = end
            return
        }
        if !follows(taken) { anchors.append(.init(text: bytes.count, source: taken, replaced: nil)) }
        bytes.append(contentsOf: source[taken..<end])
        taken = end
    }

    /// Puts other bytes in place of the next bytes of the source.
    mutating func replace(upTo end: Int, with replacement: [UInt8]) {
        depart()
        if replacement.count == end - taken, follows(taken) {
            bytes.append(contentsOf: replacement)
        } else if !replacement.isEmpty {
            anchors.append(.init(text: bytes.count, source: taken, replaced: end - taken))
            bytes.append(contentsOf: replacement)
        }
        taken = end
    }

    /// Leaves the next bytes of the source out of the text.
    mutating func omit(upTo end: Int, as kind: SourceText.Omission.Kind, with replacement: [UInt8] = []) {
        guard end > taken else { return }
        depart()
        var characters = 0
        var offset = taken
        while offset < end {
            if !CharacterClass.isSpace(source[offset]), kind == .markup { characters += 1 }
            offset += CharacterClass.scalarLength(source[offset])
        }
        omissions.append(.init(kind: kind, source: taken..<end, characters: characters))
        if replacement.isEmpty { taken = end } else { replace(upTo: end, with: replacement) }
    }

    /// Marks a range of the text as bold.
    mutating func markBold(_ range: Range<Int>) {
        if !range.isEmpty { bold.append(range) }
    }

    private func follows(_ offset: Int) -> Bool {
        guard let last = anchors.last else { return bytes.count == offset }
        return last.replaced == nil && last.source + (bytes.count - last.text) == offset
    }

    func finish() -> SourceText {
        let bytes = isSource ? source : bytes
        var lineStarts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
        return SourceText(
            bytes: bytes, anchors: anchors, omissions: omissions, lineStarts: lineStarts,
            bold: bold.sorted { $0.lowerBound < $1.lowerBound }, sourceLength: source.count)
    }

    var omittedInvisible: Int { omissions.reduce(0) { $0 + ($1.kind == .invisible ? 1 : 0) } }
}
