/// The parts that a page is made of (divisions, cells of its layout, forms, lists), so that the document can be told
/// from the site around it.
struct SiteRegions {
    struct Region {
        var element: HTMLElement
        var parent: Int32
        /// Offsets in the text.
        var start: Int
        var end: Int
        /// The names of its element say that it is the site's; or the document's.
        var isChrome: Bool
        var isContent: Bool
        /// Bytes of it that link somewhere.
        var links: Int
    }

    private(set) var regions: [Region] = []
    /// Where words link somewhere, ascending.
    private(set) var links: [Range<Int>] = []
    private var current: Int32 = -1
    private var linked = 0
    private var linkStart: Int?
    /// A part with less is none of its own, in bytes.
    private static let least = 24
    private static let limit = 2_000_000

    mutating func begin(_ element: HTMLElement, at offset: Int, isChrome: Bool, isNamedDocument: Bool) -> Int32 {
        guard regions.count < Self.limit else { return -1 }
        regions.append(
            Region(
                element: element, parent: current, start: offset, end: offset, isChrome: isChrome,
                isContent: isNamedDocument, links: linked))
        current = Int32(regions.count - 1)
        return current
    }

    mutating func end(_ region: Int32, at offset: Int) {
        let index = Int(region)
        guard regions.indices.contains(index) else { return }
        current = regions[index].parent
        regions[index].end = offset
        regions[index].links = linked - regions[index].links
        if index == regions.count - 1, offset - regions[index].start < Self.least { regions.removeLast() }
    }

    mutating func beginLink(at offset: Int) {
        if linkStart == nil { linkStart = offset }
    }

    mutating func endLink(at offset: Int) {
        guard let start = linkStart else { return }
        linkStart = nil
        guard offset > start else { return }
        links.append(start..<offset)
        linked += offset - start
    }

    // MARK: The document among them

    /// Marks the blocks that are the site's (``Block/isSite``).
    ///
    /// The document is the smallest part that holds what has the form of one: letterhead, kind, recitals, articles,
    /// recipients, signature, appendix. What lies outside, has nothing of that form and looks like a site is the site's;
    /// a page that has no menus and links is all document.
    func mark(_ blocks: inout [Block], in text: SourceText) {
        let hasChrome = regions.contains { $0.isChrome && $0.end - $0.start >= Self.least }
        guard hasChrome || links.count >= 10 else { return }
        var choice = SiteChoice(self, blocks, text)
        choice.mark(&blocks)
    }
}

/// The choice of the document among the parts of one page.
private struct SiteChoice {
    private let page: SiteRegions
    private let text: SourceText
    /// For every block, its innermost part, how much of a document's form it has, and how much of it links elsewhere.
    private var home: [Int32] = []
    private var weights: [Int] = []
    private var linkShares: [Double] = []
    /// For every part, what its blocks have of a document's form.
    private var weightOf: [Int]
    private var totalWeight = 0

    init(_ page: SiteRegions, _ blocks: [Block], _ text: SourceText) {
        self.page = page
        self.text = text
        weightOf = Array(repeating: 0, count: page.regions.count)
        findHomes(blocks)
        findLinks(blocks)
        for (index, block) in blocks.enumerated() {
            let weight = linkShares[index] >= 0.5 ? 0 : FormSigns.weight(of: block, in: text)
            weights.append(weight)
            guard weight > 0 else { continue }
            totalWeight += weight
            var region = home[index]
            while region >= 0 {
                weightOf[Int(region)] += weight
                region = page.regions[Int(region)].parent
            }
        }
    }

    private mutating func findHomes(_ blocks: [Block]) {
        var next = 0
        var region: Int32 = -1
        for block in blocks {
            // Parts that begin before the block, each within the one before or behind it.
            while next < page.regions.count, page.regions[next].start <= block.range.lowerBound {
                region = Int32(next)
                next += 1
            }
            while region >= 0, page.regions[Int(region)].end < block.range.upperBound {
                region = page.regions[Int(region)].parent
            }
            home.append(region)
        }
    }

    private mutating func findLinks(_ blocks: [Block]) {
        var next = 0
        for block in blocks {
            while next < page.links.count, page.links[next].upperBound <= block.range.lowerBound { next += 1 }
            var linked = 0
            var index = next
            while index < page.links.count, page.links[index].lowerBound < block.range.upperBound {
                linked += page.links[index].clamped(to: block.range).count
                index += 1
            }
            linkShares.append(block.range.isEmpty ? 0 : Double(linked) / Double(block.range.count))
        }
    }

    mutating func mark(_ blocks: inout [Block]) {
        guard totalWeight >= 4 else { return }
        let document = documentRegion()
        let isOnSite = looksLikeSite(document, blocks)
        let metadata = metadataBlocks(blocks)
        for index in blocks.indices where weights[index] == 0 && !metadata.contains(index) {
            blocks[index].isSite = isSite(index, document: document, isOnSite: isOnSite)
        }
        // Words of a document's form that stand in a menu, a form or a list of links are no document.
        for index in blocks.indices where weights[index] > 0 && !isInside(home[index], document) {
            blocks[index].isSite = isOnSite && isChrome(home[index], upTo: document)
        }
    }

    /// The smallest part with (nearly) all that has the form of a document; -1 is the whole page.
    private func documentRegion() -> Int32 {
        var chosen: Int32 = -1
        var weight = totalWeight
        for (index, region) in page.regions.enumerated() where region.parent == chosen {
            if weightOf[index] * 10 >= totalWeight * 9, weightOf[index] * 20 >= weight * 19 || region.isContent {
                chosen = Int32(index)
                weight = weightOf[index]
            }
        }
        return chosen
    }

    /// Whether what lies around the document is that of a site: links, menus, forms.
    private func looksLikeSite(_ document: Int32, _ blocks: [Block]) -> Bool {
        var links = 0
        var chrome = 0
        for index in blocks.indices where !isInside(home[index], document) {
            if linkShares[index] >= 0.5 { links += 1 }
            if isChrome(home[index], upTo: document) { chrome += 1 }
        }
        return links >= 8 || chrome >= 4
    }

    private func isSite(_ index: Int, document: Int32, isOnSite: Bool) -> Bool {
        let region = home[index]
        if isInside(region, document) {
            // A menu or a form in the midst of the document, without anything of a document's form.
            var part = region
            while part >= 0, part != document {
                let region = page.regions[Int(part)]
                if weightOf[Int(part)] == 0, region.isChrome || region.element == .form { return true }
                part = region.parent
            }
            return false
        }
        if isOnSite { return !isSigned(region, document) }
        return isChrome(region, upTo: document) || linkShares[index] >= 0.8
    }

    /// Whether a block outside stands among others that have the form of a document, in a part that is no menu.
    private func isSigned(_ region: Int32, _ document: Int32) -> Bool {
        var part = region
        while part >= 0, !isInside(document, part) {
            if weightOf[Int(part)] >= 4, !isChrome(part, upTo: document) { return true }
            part = page.regions[Int(part)].parent
        }
        return false
    }

    private func isInside(_ region: Int32, _ outer: Int32) -> Bool {
        guard outer >= 0 else { return true }
        var part = region
        // Parts are numbered from the outside inwards.
        while part > outer { part = page.regions[Int(part)].parent }
        return part == outer
    }

    /// Whether a part, or one around it that does not hold the document, is the site's by its names or its links.
    private func isChrome(_ region: Int32, upTo document: Int32) -> Bool {
        var part = region
        while part >= 0, !isInside(document, part) {
            let region = page.regions[Int(part)]
            if region.isChrome || region.element == .form || region.links * 3 >= region.end - region.start {
                return true
            }
            part = region.parent
        }
        return false
    }

    /// The lines of the box in which the site describes the document: the structure reads them.
    private func metadataBlocks(_ blocks: [Block]) -> Set<Int> {
        var found: [Int] = []
        var kinds: Set<Int> = []
        for index in blocks.indices {
            let labels = FormSigns.labels(of: blocks[index], in: text)
            guard !labels.isEmpty else { continue }
            // A second list of labels describes another document.
            if kinds.count >= 3, let last = found.last, index - last > 12 { break }
            if kinds.count < 3, let last = found.last, index - last > 12 {
                found = []
                kinds = []
            }
            found.append(index)
            kinds.formUnion(labels)
        }
        return kinds.count >= 3 ? Set(found) : []
    }
}

/// What of a document's form a block has by its own words.
private enum FormSigns {
    static func weight(of block: Block, in text: SourceText) -> Int {
        var weight = 0
        if block.cells.isEmpty {
            eachLine(of: block.range, in: text) { weight = max(weight, self.weight(of: $0, in: text)) }
        } else {
            for cell in block.cells where !cell.isEmpty {
                eachLine(of: cell, in: text) { weight = max(weight, self.weight(of: $0, in: text)) }
            }
            if let first = block.cells.first, SiteWords.columnHeads.contains(Array(text.bytes[first])) { weight += 1 }
        }
        return weight
    }

    static func labels(of block: Block, in text: SourceText) -> Set<Int> {
        var found: Set<Int> = []
        for range in block.cells.isEmpty ? [block.range] : block.cells where range.count < 400 {
            for (index, label) in SiteWords.labels.enumerated() where opens(range, with: label, text) {
                let end = range.lowerBound + label.count
                let rest = text.bytes[end..<range.upperBound].first { !CharacterClass.isSpace($0) }
                if rest == nil || rest == 0x3A { found.insert(index) }
            }
        }
        return found
    }

    private static func weight(of line: Range<Int>, in text: SourceText) -> Int {
        for entry in SiteWords.form where opens(line, with: entry.words, text) { return entry.weight }
        if line.count < 60, SiteWords.kinds.contains(Array(text.bytes[line])) { return 2 }
        return isArticle(line, text) || isNumber(line, text) ? 1 : 0
    }

    /// Line breaks within a cell, which the sign of a letterhead may stand behind.
    private static func eachLine(of range: Range<Int>, in text: SourceText, _ body: (Range<Int>) -> Void) {
        var start = range.lowerBound
        var lines = 0
        for offset in range where text.bytes[offset] == 0x0B {
            body(text.trimmed(start..<offset))
            start = offset + 1
            lines += 1
            if lines > 200 { return }
        }
        body(text.trimmed(start..<range.upperBound))
    }

    private static func opens(_ range: Range<Int>, with words: [UInt8], _ text: SourceText) -> Bool {
        range.count >= words.count
            && text.bytes[range.lowerBound..<(range.lowerBound + words.count)].elementsEqual(words)
    }

    private static let article = Array("Điều ".utf8)
    private static let number = Array("Số:".utf8)

    /// `Điều 1.`
    private static func isArticle(_ range: Range<Int>, _ text: SourceText) -> Bool {
        guard opens(range, with: article, text) else { return false }
        var offset = range.lowerBound + article.count
        let digits = offset
        while offset < range.upperBound, CharacterClass.isDigit(text.bytes[offset]) { offset += 1 }
        return offset > digits && offset < range.upperBound
            && (text.bytes[offset] == 0x2E || text.bytes[offset] == 0x3A)
    }

    /// `Số: 784/QĐ-BVHTTDL`
    private static func isNumber(_ range: Range<Int>, _ text: SourceText) -> Bool {
        range.count < 80 && opens(range, with: number, text) && text.bytes[range].contains(0x2F)
    }
}
