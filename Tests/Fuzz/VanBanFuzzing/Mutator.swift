import Foundation

/// Documents that nobody wrote: samples, changed as hands, printers, converters and scanners change them. The same number
/// gives the same document on every run and machine.
public struct Mutator: Sendable {
    public struct Document: Sendable {
        public var name: String
        public var bytes: [UInt8]
        /// The words that it holds, where they are known.
        public var plain: String?
        /// What was done to it, in order.
        public var steps: [String]
    }

    private let texts: [(name: String, lines: [String])]
    private let pages: [(name: String, pieces: [Substring])]
    private let packages: [(name: String, file: PackageFile)]

    public init(samples: [Sample]) {
        texts = samples.filter { $0.form == .text }.map { sample in
            (sample.name, String(decoding: sample.bytes, as: UTF8.self).components(separatedBy: "\n"))
        }
        pages = samples.filter { $0.form == .page }.map { sample in
            (sample.name, MarkupMutation.pieces(of: String(decoding: sample.bytes, as: UTF8.self)))
        }
        packages = samples.filter { $0.form == .package }.compactMap { sample in
            PackageFile(sample.bytes).map { (sample.name, $0) }
        }
    }

    /// The document of a number.
    /// - Parameter isSmall: whether only a piece of a sample is taken, for builds without optimization.
    public func document(_ number: UInt64, isSmall: Bool = false) -> Document {
        var random = SplitMix(seed: number &* 0xD134_2543_DE82_EF95)
        switch random.below(10) {
        case 0..<6: return text(&random, isSmall)
        case 6..<8: return page(&random, isSmall)
        default: return package(&random)
        }
    }

    /// How many changes a document gets: mostly a few, so that the rest of it stays what it was.
    private static func steps(_ random: inout SplitMix) -> Int {
        random.once(in: 8) ? 1 + random.below(24) : 1 + random.below(4)
    }

    // MARK: Text

    private func text(_ random: inout SplitMix, _ isSmall: Bool) -> Document {
        guard let sample = texts.randomElement(using: &random) else { return Document(name: "", bytes: [], steps: []) }
        var lines = sample.lines
        if isSmall || random.once(in: 3) {
            // The head and a stretch of the rest.
            let head = lines.prefix(random.below(30))
            let length = isSmall ? 30 : 10 + random.below(120)
            let start = head.count + random.below(max(1, lines.count - head.count - length))
            lines = Array(head + lines.dropFirst(start).prefix(length))
        }
        var document = Document(name: sample.name, bytes: [], steps: [])
        for _ in 0..<Self.steps(&random) {
            let mutation = random.one(of: TextMutation.allCases, else: .dropRow)
            mutation.apply(to: &lines, other: random.one(of: texts, else: sample).lines, &random)
            document.steps.append(mutation.rawValue)
        }
        let text = lines.joined(separator: "\n")
        (document.bytes, document.plain) = Encoder.encode(text, &document.steps, &random)
        if random.once(in: 12), !document.bytes.isEmpty {
            document.bytes.removeSubrange(random.below(document.bytes.count)...)
            document.plain = nil
            document.steps.append("cut")
        }
        return document
    }

    /// Changes a text of the fuzzer's by the same hands.
    public func changed(text bytes: [UInt8], seed: UInt64) -> [UInt8] {
        var random = SplitMix(seed: seed)
        var lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
        let other = texts.randomElement(using: &random)?.lines ?? []
        for _ in 0..<(1 + random.below(3)) {
            random.one(of: TextMutation.allCases, else: .dropRow).apply(to: &lines, other: other, &random)
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    // MARK: Pages and packages

    private func page(_ random: inout SplitMix, _ isSmall: Bool) -> Document {
        let chosen = isSmall ? pages.filter { $0.pieces.count < 400 } : pages
        guard let sample = chosen.randomElement(using: &random) else { return text(&random, isSmall) }
        var document = Document(name: sample.name, bytes: [], steps: [])
        var pieces = sample.pieces
        change(&pieces, other: random.one(of: pages, else: sample).pieces, isWord: false, &document.steps, &random)
        document.bytes = Array(pieces.joined().utf8)
        return document
    }

    private func change(
        _ pieces: inout [Substring], other: [Substring], isWord: Bool, _ steps: inout [String], _ random: inout SplitMix
    ) {
        for _ in 0..<Self.steps(&random) {
            let mutation = random.one(of: MarkupMutation.allCases, else: .dropTag)
            mutation.apply(to: &pieces, other: other, isWord: isWord, &random)
            steps.append(mutation.rawValue)
        }
    }

    /// Changes markup of the fuzzer's by the same hands.
    public func changed(markup bytes: [UInt8], isWord: Bool, seed: UInt64) -> [UInt8] {
        var random = SplitMix(seed: seed)
        var pieces = MarkupMutation.pieces(of: String(decoding: bytes, as: UTF8.self))
        for _ in 0..<(1 + random.below(3)) {
            random.one(of: MarkupMutation.allCases, else: .dropTag)
                .apply(to: &pieces, other: [], isWord: isWord, &random)
        }
        return Array(pieces.joined().utf8)
    }

    private func package(_ random: inout SplitMix) -> Document {
        guard let sample = packages.randomElement(using: &random) else { return text(&random, false) }
        var document = Document(name: sample.name, bytes: [], steps: [])
        var file = sample.file
        let parts = file.entries.indices.filter { file.entries[$0].name.hasSuffix(".xml") }
        let main = parts.filter { file.entries[$0].name == "word/document.xml" }
        for index in [random.once(in: 3) ? parts.randomElement(using: &random) : main.first].compactMap({ $0 }) {
            var pieces = MarkupMutation.pieces(of: String(decoding: file.entries[index].bytes, as: UTF8.self))
            document.steps.append(file.entries[index].name)
            change(&pieces, other: [], isWord: true, &document.steps, &random)
            file.entries[index].bytes = Array(pieces.joined().utf8)
        }
        if random.once(in: 10) {
            file.entries.remove(at: random.below(file.entries.count))
            document.steps.append("drop part")
        }
        if random.once(in: 20), let entry = file.entries.randomElement(using: &random) {
            file.entries.append(entry)
            document.steps.append("repeat part")
        }
        document.bytes = file.bytes
        if random.once(in: 10) {
            document.steps.append("damage package")
            for _ in 0..<(1 + random.below(8)) where !document.bytes.isEmpty {
                // The directory is at the end, and most of what can go wrong.
                let place =
                    random.once(in: 2)
                    ? random.below(document.bytes.count) : max(0, document.bytes.count - 1 - random.below(600))
                document.bytes[place] = UInt8(truncatingIfNeeded: random.next())
            }
            if random.once(in: 4) { document.bytes.removeSubrange(random.below(document.bytes.count)...) }
        }
        return document
    }
}

/// Ways to write a text down.
private enum Encoder {
    /// - Returns: the bytes, and the text where its words can be told from them.
    static func encode(
        _ text: String, _ steps: inout [String], _ random: inout SplitMix
    ) -> (bytes: [UInt8], plain: String?) {
        switch random.below(24) {
        case 0:
            steps.append("UTF-16")
            return ([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, nil)
        case 1:
            steps.append("UTF-16 from the other end")
            return ([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, nil)
        case 2:
            steps.append("mark in front")
            return ([0xEF, 0xBB, 0xBF] + Array(text.utf8), text)
        case 3:
            steps.append("decomposed")
            return (Array(text.decomposedStringWithCanonicalMapping.utf8), text)
        case 4:
            steps.append("twice UTF-8")
            return (text.utf8.flatMap { Array(String(Unicode.Scalar($0)).utf8) }, nil)
        case 5:
            steps.append("line ends of Windows")
            return (Array(text.replacing("\n", with: "\r\n").utf8), text)
        case 6:
            steps.append("line ends of old Macs")
            return (Array(text.replacing("\n", with: "\r").utf8), text)
        case 7:
            steps.append("one byte a letter")
            return (text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, nil)
        default: return (Array(text.utf8), text)
        }
    }
}
