/// The runs of text with their fonts, as `pdftohtml -xml` writes them, for telling each word of a page its font.
struct FontRuns {
    private struct Run {
        var box: PageBox
        var font: String
        /// Share of its letters that are bold.
        var bold: Double
        /// The words that stand in bold, where only some do.
        var boldWords: Set<String> = []
    }

    /// By page.
    private var runs: [[Run]] = []
    private static let mostRuns = 20_000

    /// - Parameter pages: whose words are to be told their fonts; for the size of pages.
    init(_ output: [UInt8], pages: [Page]) {
        var fonts: [String: String] = [:]
        var scale = 1.0
        for line in output.split(separator: 0x0A) {
            let tag = line.drop { $0 == 0x09 || $0 == 0x20 }
            if tag.starts(with: "<page ".utf8) {
                let attributes = MarkupScanner.Attributes(tag.dropFirst(6))
                // Of a turned page the sides may be told the other way round.
                let side = max(attributes.number("width") ?? 0, attributes.number("height") ?? 0)
                let own = pages.indices.contains(runs.count) ? pages[runs.count] : nil
                scale = own.map { side > 0 ? max($0.width, $0.height) / side : 1 } ?? 1
                runs.append([])
            } else if tag.starts(with: "<fontspec ".utf8) {
                let attributes = MarkupScanner.Attributes(tag.dropFirst(10))
                guard let id = attributes.value("id"), let family = attributes.value("family") else { continue }
                fonts[String(decoding: id, as: UTF8.self)] = CharacterReferences.text(of: family)
            } else if tag.starts(with: "<text ".utf8), let last = runs.indices.last, runs[last].count < Self.mostRuns,
                let run = Self.run(tag, fonts, scale)
            {
                runs[last].append(run)
            }
        }
    }

    private static func run(_ tag: ArraySlice<UInt8>, _ fonts: [String: String], _ scale: Double) -> Run? {
        guard let close = tag.firstIndex(of: 0x3E) else { return nil }
        let attributes = MarkupScanner.Attributes(tag[tag.startIndex..<close].dropFirst(6))
        guard let top = attributes.number("top"), let left = attributes.number("left"),
            let width = attributes.number("width"), let height = attributes.number("height"),
            let id = attributes.value("font"), let font = fonts[String(decoding: id, as: UTF8.self)]
        else { return nil }
        let (bold, plain) = words(of: tag[(close + 1)...])
        let letters = { (words: [String]) in words.reduce(0) { $0 + $1.unicodeScalars.count } }
        let all = letters(bold) + letters(plain)
        guard all > 0 else { return nil }
        let box = PageBox(
            left: left * scale, top: top * scale, right: (left + width) * scale, bottom: (top + height) * scale)
        var run = Run(box: box, font: font, bold: Double(letters(bold)) / Double(all))
        if !bold.isEmpty, !plain.isEmpty { run.boldWords = Set(bold).subtracting(plain) }
        return run
    }

    private static func words(of content: ArraySlice<UInt8>) -> (bold: [String], plain: [String]) {
        var bold: [String] = []
        var plain: [String] = []
        var depth = 0
        var rest = content
        while !rest.isEmpty {
            let open = rest.firstIndex(of: 0x3C) ?? rest.endIndex
            let words = CharacterReferences.text(of: rest[rest.startIndex..<open]).split(separator: " ").map(
                String.init)
            if depth > 0 { bold += words } else { plain += words }
            guard open < rest.endIndex, let close = rest[open...].firstIndex(of: 0x3E) else { break }
            let name = rest[open...close]
            if name.starts(with: "<b>".utf8) { depth += 1 }
            if name.starts(with: "</b>".utf8) { depth = max(0, depth - 1) }
            rest = rest[(close + 1)...]
        }
        return (bold, plain)
    }

    /// Tells the words of pages their fonts.
    func settle(_ pages: inout [Page]) {
        for index in pages.indices where runs.indices.contains(index) {
            settle(&pages[index], runs[index].sorted { $0.box.top < $1.box.top })
        }
    }

    private func settle(_ page: inout Page, _ runs: [Run]) {
        let tallest = min(100, runs.map(\.box.height).max() ?? 0)
        for index in page.words.indices {
            let word = page.words[index]
            var place = runs.partitioningIndex { $0.box.top >= word.box.centerY - tallest }
            var best: Run?
            var steps = 0
            while place < runs.count, runs[place].box.top <= word.box.centerY, steps < 400 {
                let run = runs[place]
                place += 1
                steps += 1
                guard run.box.bottom >= word.box.centerY, run.box.left - 1 <= word.box.centerX,
                    run.box.right + 1 >= word.box.centerX
                else { continue }
                if best.map({ run.box.width < $0.box.width }) ?? true { best = run }
            }
            guard let best else { continue }
            let isBold = best.boldWords.isEmpty ? best.bold > 0.5 : best.boldWords.contains(word.text)
            page.words[index].font = PageFont(name: best.font, isBold: isBold)
        }
    }
}
