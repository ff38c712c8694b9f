/// Lays a text down from a source: copies stretches, replaces some, leaves some out, and keeps the map.
struct SourceTextBuilder {
    private let source: [UInt8]
    /// Characters of the source that are others in the file, so that the map can lead behind the decoding.
    private let replacements: [DecodedText.Replacement]
    private var nextReplacement = 0
    private var bytes: [UInt8] = []
    /// As long as nothing was replaced or left out, the text is the source, and no copy is made.
    private var isSource = true
    private var anchors: [SourceText.Anchor] = []
    private var omissions: [SourceText.Omission] = []
    private var bold: [Range<Int>] = []
    /// Where lines begin whose line feed is left out with the markup around it.
    private var hiddenLineStarts: [Int] = []
    /// How far the source has been taken.
    private(set) var taken = 0

    init(_ source: [UInt8], replacements: [DecodedText.Replacement] = []) {
        self.source = source
        self.replacements = replacements
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
        while nextReplacement < replacements.count, replacements[nextReplacement].offset < end {
            let start = replacements[nextReplacement].offset
            let length = replacements[nextReplacement].length
            nextReplacement += 1
            guard start >= taken else { continue }
            copyPlain(upTo: start)
            depart()
            anchors.append(.init(text: bytes.count, source: start, replaced: length))
            bytes.append(contentsOf: source[start..<(start + length)])
            taken = start + length
        }
        copyPlain(upTo: end)
    }

    private mutating func copyPlain(upTo end: Int) {
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
        if replacement.count == 1, end - taken == 1, follows(taken) {
            bytes.append(contentsOf: replacement)
        } else if !replacement.isEmpty {
            anchors.append(.init(text: bytes.count, source: taken, replaced: end - taken))
            bytes.append(contentsOf: replacement)
        }
        taken = end
    }

    /// Where the last character of the text so far begins.
    var lastScalarStart: Int {
        var start = max(0, position - 1)
        while start > 0, (isSource ? source[start] : bytes[start]) & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The last character of the text so far. A copy, so that the text stays its builder's alone and can grow in place.
    func lastScalar() -> [UInt8] {
        let start = lastScalarStart
        return Array(isSource ? source[start..<taken] : bytes[start...])
    }

    /// Puts other bytes in place of the last character of the text and of the next bytes of the source.
    mutating func replaceLastScalar(upTo end: Int, with replacement: [UInt8]) {
        depart()
        let start = lastScalarStart
        var origin = start
        if let last = anchors.last {
            origin = last.replaced == nil ? last.source + (start - last.text) : last.source
            if last.text == start { anchors.removeLast() }
        }
        bytes.removeLast(bytes.count - start)
        anchors.append(.init(text: start, source: origin, replaced: end - origin))
        bytes.append(contentsOf: replacement)
        taken = end
    }

    /// Leaves the next bytes of the source out of the text.
    mutating func omit(upTo end: Int, as kind: SourceText.Omission.Kind, with replacement: [UInt8] = []) {
        guard end > taken else { return }
        depart()
        var characters = 0
        var lineFeeds = 0
        var offset = taken
        while offset < end {
            if kind == .markup || kind == .escape, CharacterClass.spaceLength(in: source, at: offset) == 0 {
                characters += 1
            }
            if source[offset] == 0x0A || source[offset] == 0x0D && (offset + 1 >= end || source[offset + 1] != 0x0A) {
                lineFeeds += 1
            }
            offset += CharacterClass.scalarLength(source[offset])
        }
        omissions.append(.init(kind: kind, source: taken..<end, characters: characters))
        if replacement.isEmpty { taken = end } else { replace(upTo: end, with: replacement) }
        hiddenLineStarts.append(contentsOf: repeatElement(bytes.count, count: lineFeeds))
    }

    /// Marks a range of the text as bold.
    mutating func markBold(_ range: Range<Int>) {
        if !range.isEmpty { bold.append(range) }
    }

    private func follows(_ offset: Int) -> Bool {
        guard let last = anchors.last else { return bytes.count == offset }
        return last.replaced == nil && last.source + (bytes.count - last.text) == offset
    }

    /// The text, with a map that leads into the file where the decoded source is shifted against it.
    mutating func finish() -> SourceText {
        copy(upTo: source.count)
        if isSource { bytes = source }
        var lineStarts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
        if !hiddenLineStarts.isEmpty {
            lineStarts += hiddenLineStarts
            lineStarts.sort()
        }
        var sourceLength = source.count
        if replacements.contains(where: { $0.sourceLength != $0.length }) {
            shiftIntoFile(&sourceLength)
        }
        return SourceText(
            bytes: bytes, anchors: anchors, omissions: omissions, lineStarts: lineStarts,
            bold: bold.sorted { $0.lowerBound < $1.lowerBound }, sourceLength: sourceLength)
    }

    private mutating func shiftIntoFile(_ sourceLength: inout Int) {
        /// Ends of the replacements in the decoded source, and how far what follows is shifted.
        var shifts: [(from: Int, by: Int)] = []
        for replacement in replacements {
            let end = replacement.offset + replacement.length
            shifts.append((end, (shifts.last?.by ?? 0) + replacement.length - replacement.sourceLength))
        }
        func inFile(_ offset: Int) -> Int {
            var low = 0
            var high = shifts.count
            while low < high {
                let middle = (low + high) / 2
                if shifts[middle].from <= offset { low = middle + 1 } else { high = middle }
            }
            return low == 0 ? offset : offset - shifts[low - 1].by
        }
        for index in anchors.indices {
            let anchor = anchors[index]
            anchors[index].source = inFile(anchor.source)
            if let replaced = anchor.replaced {
                anchors[index].replaced = inFile(anchor.source + replaced) - anchors[index].source
            }
        }
        for index in omissions.indices {
            let source = omissions[index].source
            omissions[index].source = inFile(source.lowerBound)..<inFile(source.upperBound)
        }
        sourceLength = inFile(sourceLength)
    }
}
