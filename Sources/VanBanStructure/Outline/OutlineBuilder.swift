import VanBanModel
import VanBanReading

/// Puts labelled lines and the paragraphs between them together into the nested outline of a part.
///
/// The ladder is that of NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 (phần, chương, mục, điều, khoản, điểm), with what practice
/// adds: Roman and decimal numbers, dashes, plus signs.
struct OutlineBuilder {
    struct Node {
        var kind: Section.Kind
        var label: OutlineLabel?
        var id: Int
        var paragraphs: [Stretch] = []
        /// The label's own line; heading or text is decided at the end.
        var lead: Stretch?
        var leadIsCapitals = false
        var leadIsBold = false
        var children: [Int] = []
        var parent: Int?
        /// Of a form to fill in, as printed.
        var formNumber: String?
        var hull: Range<Int>
    }

    private let text: SourceText
    let part: Int
    var nodes: [Node] = []
    private var roots: [Int] = []
    var open: [Int] = []
    /// The form that was added to last, and its node.
    var form: (number: Int, node: Int)?

    /// Deeper nesting than this is flattened: no document has it, and a broken one must not cost the stack.
    private static let maximumDepth = 16

    /// - Parameter quotations: where quotations of several paragraphs begin.
    init(part: Int, quotations: Set<Int> = [], in text: SourceText) {
        self.part = part
        self.quotations = quotations
        self.text = text
    }

    /// Whether nothing was added but words outside of the form.
    var isEmpty = true

    // MARK: Adding

    /// - Parameter isLast: whether no number of the outline comes after, so that the paragraph may end the whole.
    mutating func add(
        _ paragraph: Paragraph, to assembly: inout Assembly, isStray: Bool = false, isLast: Bool = true
    ) {
        if !isStray { isEmpty = false }
        if let label = paragraph.label, !isStray, !isQuoted(paragraph, label), accepts(label, paragraph, &assembly) {
            addLabelled(paragraph, label, &assembly)
        } else {
            if !isStray { reportRefused(paragraph, &assembly) }
            addText(paragraph, &assembly, isStray: isStray, isLast: isLast)
        }
        noteQuotation(paragraph)
    }

    /// Numbers of items that a document goes up to.
    private static let mostItems = 50

    /// A number that jumps too far to go on with its series may be an item after all: it stays text, and that is told.
    private func reportRefused(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        guard let label = paragraph.label, label.series == .arabic, let ordinal = label.ordinal,
            ordinal <= Self.mostItems, !isQuoted(paragraph, label), let last = lastOrdinal(of: label),
            ordinal > last + 3, !paragraph.content.isEmpty,
            TokenText.first(of: paragraph.content.first, in: text)?.startsUpper == true
        else { return }
        assembly.report(.numberingGap, at: Stretch(label.range), [String(last), label.text])
    }

    /// Articles are counted through the whole of a document, whatever chapter they stand in.
    private var lastArticle: OutlineLabel?

    // MARK: Quoted provisions

    /// Paragraphs since a quotation of several paragraphs began (`“Điều 6a. …`); nil outside of one.
    private var quotedFor: Int?
    /// Where quotations of several paragraphs begin that have an end.
    private let quotations: Set<Int>

    /// The labels of a provision that is quoted whole are not this document's own.
    private func isQuoted(_ paragraph: Paragraph, _ label: OutlineLabel) -> Bool {
        guard let quotedFor, quotedFor < QuotationMarks.longest else { return false }
        return label.series != .article || quotedFor == 0
    }

    private mutating func noteQuotation(_ paragraph: Paragraph) {
        if let count = quotedFor {
            let marks = QuotationMarks(paragraph, in: text)
            quotedFor = marks.closes > marks.opens || paragraph.label?.series == .article ? nil : count + 1
        } else if quotations.contains(paragraph.stretch.first.lowerBound) {
            quotedFor = 0
        }
    }

    /// Whether a label belongs to the outline: it goes on with its series or begins one.
    private func accepts(_ label: OutlineLabel, _ paragraph: Paragraph, _ assembly: inout Assembly) -> Bool {
        switch label.series {
        case .arabic, .arabicBracket:
            guard let ordinal = label.ordinal else { return false }
            guard let last = lastOrdinal(of: label) else {
                return ordinal <= 3 || paragraph.blankLinesBefore > 0 && ordinal <= 20
            }
            return ordinal <= last + 3
        case .decimal:
            // `1.1` belongs under `1`, or goes on after another `1.x`, or opens a list of its own.
            guard let parent = openNode(where: { $0 == .arabic || $0 == .decimal(label.components.count - 1) }),
                let parentLabel = nodes[parent].label
            else { return label.components[0] <= 20 }
            let parentComponents = parentLabel.components.isEmpty ? [parentLabel.ordinal ?? 0] : parentLabel.components
            return abs(parentComponents[0] - label.components[0]) <= 3
        case .roman, .upperLetter:
            guard let ordinal = label.ordinal else { return true }
            guard let last = lastOrdinal(of: label) else { return ordinal <= 5 || paragraph.isCapitals }
            return ordinal <= last + 4 || paragraph.isCapitals
        default: return true
        }
    }

    private func lastOrdinal(of label: OutlineLabel) -> Int? {
        openNode(where: { $0 == label.series }).flatMap { nodes[$0].label?.ordinal }
    }

    private func openNode(where matches: (OutlineLabel.Series) -> Bool) -> Int? {
        open.last { nodes[$0].label.map { matches($0.series) } ?? false }
    }

    private mutating func addLabelled(_ paragraph: Paragraph, _ label: OutlineLabel, _ assembly: inout Assembly) {
        place(label)
        if let parent = open.last {
            compare(label, paragraph, siblings: nodes[parent].children, &assembly)
        } else {
            compare(label, paragraph, siblings: roots, &assembly)
        }
        assembly.sectionCount += 1
        var node = Node(
            kind: kind(of: label), label: label, id: assembly.sectionCount, parent: open.last,
            hull: paragraph.stretch.hull)
        node.lead = paragraph.content.isEmpty ? nil : paragraph.content
        node.leadIsCapitals = paragraph.isCapitals
        node.leadIsBold = paragraph.isBold
        append(node)
        assembly.ledger.claim(label.range, for: .section(node.id, .label))
        if !paragraph.content.isEmpty { assembly.passages.append(.init(stretch: paragraph.content, part: part)) }
        assembly.prose.append(.init(part: part, stretch: paragraph.content, section: assembly.sectionCount))
    }

    /// Closes what a label ends: everything deeper on the ladder, and its own last sibling.
    private mutating func place(_ label: OutlineLabel) {
        if let sibling = open.lastIndex(where: { nodes[$0].label?.series == label.series }),
            isSibling(open[sibling], label)
        {
            open.removeSubrange(sibling...)
            return
        }
        let rank = Self.rank(label.series)
        while let last = open.last, Self.rank(nodes[last].label?.series) >= rank { open.removeLast() }
        if open.count >= Self.maximumDepth { open.removeSubrange(Self.maximumDepth...) }
        if case .decimal(let count) = label.series {
            // Under the number that it continues.
            while let last = open.last, let above = nodes[last].label {
                let components = above.components.isEmpty ? [above.ordinal ?? 0] : above.components
                if case .decimal = above.series, !label.components.starts(with: components) {
                    open.removeLast()
                } else {
                    break
                }
            }
            _ = count
        }
    }

    private func isSibling(_ index: Int, _ label: OutlineLabel) -> Bool {
        guard case .decimal = label.series, let other = nodes[index].label else { return true }
        return other.components.dropLast() == label.components.dropLast()
            || other.components.count == label.components.count
    }

    static func rank(_ series: OutlineLabel.Series?) -> Int {
        switch series {
        case .partition: return 0
        case .chapter: return 1
        case .division: return 2
        case .subdivision: return 3
        case .article: return 4
        case .upperLetter: return 5
        case .roman: return 6
        case .arabic: return 7
        case .decimal(let count): return 7 + count
        case .point: return 20
        case .arabicBracket: return 21
        case .bullet: return 22
        case .plus: return 23
        case nil: return 30
        }
    }

    mutating func append(_ node: Node) {
        let index = nodes.count
        nodes.append(node)
        if let parent = node.parent { nodes[parent].children.append(index) } else { roots.append(index) }
        open.append(index)
        for ancestor in open.dropLast() { nodes[ancestor].hull = join(nodes[ancestor].hull, node.hull) }
    }

    func join(_ left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
        min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
    }

    private func kind(of label: OutlineLabel) -> Section.Kind {
        switch label.series {
        case .partition: return .part
        case .chapter: return .chapter
        case .division, .subdivision, .roman, .upperLetter: return .section
        case .article: return .article
        case .arabic, .decimal, .arabicBracket:
            return open.contains { nodes[$0].kind == .article } ? .clause : .item
        case .point: return .point
        case .bullet, .plus: return .bullet
        }
    }

    /// Looks whether a label follows on its last sibling.
    private mutating func compare(
        _ label: OutlineLabel, _ paragraph: Paragraph, siblings: [Int], _ assembly: inout Assembly
    ) {
        guard let ordinal = label.ordinal else {
            if label.series == .point {
                assembly.report(.numberingMixed, at: Stretch(label.range), [label.text])
            }
            return
        }
        let last =
            label.series == .article
            ? lastArticle : siblings.last { nodes[$0].label?.series == label.series }.flatMap { nodes[$0].label }
        if label.series == .article { lastArticle = label }
        guard let last, let before = last.ordinal else {
            if ordinal > 1, label.series != .article || part == 1 {
                assembly.report(.numberingStart, at: Stretch(label.range), [label.text])
            }
            return
        }
        if ordinal <= before {
            assembly.report(
                .numberingRepeat, at: Stretch(label.range), [last.text, label.text],
                related: [text.location(of: last.range)])
        } else if ordinal > before + 1, !isUsualSkip(last.text, label.text) {
            assembly.report(
                .numberingGap, at: Stretch(label.range), [last.text, label.text],
                related: [text.location(of: last.range)])
        }
        if label.closing != last.closing, label.series == .point || label.series == .roman || label.series == .arabic {
            assembly.report(.numberingMixed, at: Stretch(label.range), [text.string(label.range)])
        }
    }

    /// Letters that offices leave out as often as not: `đ`, `ư`.
    private func isUsualSkip(_ last: String, _ label: String) -> Bool {
        (last == "d" && label == "e") || (last == "u" && label == "v")
    }

    // MARK: Text without a label

    private mutating func addText(
        _ paragraph: Paragraph, _ assembly: inout Assembly, isStray: Bool, isLast: Bool
    ) {
        assembly.passages.append(.init(stretch: paragraph.stretch, part: part))
        var openedParagraph: Int?
        defer {
            let section = openedParagraph ?? open.last.map { nodes[$0].id } ?? assembly.sectionCount
            assembly.prose.append(.init(part: part, stretch: paragraph.stretch, section: section))
        }
        if let last = open.last, !isStray, paragraph.isCapitals, expectsHeading {
            // `Chương I` with its title on the next line.
            nodes[last].lead = paragraph.stretch
            nodes[last].leadIsCapitals = true
            for index in open { nodes[index].hull = join(nodes[index].hull, paragraph.stretch.hull) }
            return
        }
        if let last = open.last, !isStray, expectsHeading, isHeadingBelow(paragraph) {
            nodes[last].lead = paragraph.stretch
            nodes[last].leadIsBold = paragraph.isBold
            for index in open { nodes[index].hull = join(nodes[index].hull, paragraph.stretch.hull) }
            return
        }
        if isStray || closesPart(paragraph, isLast: isLast) { open.removeAll() }
        while let last = open.last, nodes[last].kind == .bullet { open.removeLast() }
        if let last = open.last, nodes[last].children.isEmpty {
            nodes[last].paragraphs.append(paragraph.stretch)
            for index in open { nodes[index].hull = join(nodes[index].hull, paragraph.stretch.hull) }
            return
        }
        assembly.sectionCount += 1
        var node = Node(
            kind: .paragraph, label: nil, id: assembly.sectionCount, parent: open.last, hull: paragraph.stretch.hull)
        node.paragraphs = [paragraph.stretch]
        append(node)
        openedParagraph = node.id
        open.removeLast()
    }

    /// Whether a chapter or section has been opened whose heading stands on the next line.
    var expectsHeading: Bool {
        guard let last = open.last.map({ nodes[$0] }) else { return false }
        return last.lead == nil && last.children.isEmpty && last.paragraphs.isEmpty
            && [.part, .chapter, .section].contains(last.kind)
    }

    /// Whether a short line below `Phần I` is its heading: `Điều tra số liệu cơ bản năm học 2021 - 2022`.
    private func isHeadingBelow(_ paragraph: Paragraph) -> Bool {
        paragraph.lineCount == 1 && paragraph.stretch.length < 240 && text.width(of: paragraph.stretch.first) < 120
            && !TerminalSign.ends(paragraph.lastRange, in: text) && text.lastSign(of: paragraph.lastRange) != 0x2C
            && TokenText.first(of: paragraph.stretch.first, in: text)?.startsUpper == true
    }

    /// Whether a label is the next of a series that is open.
    func goesOn(with label: OutlineLabel) -> Bool {
        if label.series == .article, let last = lastArticle?.ordinal { return label.ordinal == last + 1 }
        guard let ordinal = label.ordinal, let last = lastOrdinal(of: label) else { return false }
        return ordinal == last + 1
    }

    /// Whether a label's own line is a heading and no sentence.
    private func isHeadingLine(_ node: Node) -> Bool {
        guard let end = node.lead?.ranges.last else { return true }
        return node.leadIsCapitals || !TerminalSign.ends(end, in: text)
    }

    private static let closings = Lexicon.phrases(.closingOpenings)

    /// The paragraph that ends a plan belongs to the whole, not to its last item.
    private func closesPart(_ paragraph: Paragraph, isLast: Bool) -> Bool {
        guard !open.isEmpty, !open.contains(where: { nodes[$0].kind == .article }) else { return false }
        // Under a heading that has nothing below it yet, even the last paragraph is that heading's text.
        let isBare = open.last.map {
            nodes[$0].children.isEmpty && nodes[$0].paragraphs.isEmpty && isHeadingLine(nodes[$0])
        }
        let end = text.string(text.tail(of: paragraph.lastRange, bytes: 5))
        if end.hasSuffix("./."), isBare != true { return true }
        guard isLast else { return false }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 60), in: text)
        return head.firstMatch(Self.closings, at: 0) != nil && open.contains { nodes[$0].kind == .section }
            && text.width(of: paragraph.stretch.first) > 120
    }

    // MARK: The tree

    mutating func finish(_ assembly: inout Assembly) -> [Section] {
        let built = roots.map { section($0, &assembly) }
        return built
    }

    private func section(_ index: Int, _ assembly: inout Assembly) -> Section {
        let node = nodes[index]
        var section = Section(
            id: "section-\(node.id)", kind: node.kind, label: node.label?.text ?? node.formNumber,
            ordinal: node.label?.ordinal,
            location: text.location(of: node.hull))
        var body = node.paragraphs
        if let lead = node.lead {
            if isHeading(node, lead) {
                let words = text.string(lead)
                section.heading = words.isEmpty ? nil : words
                assembly.ledger.claim(lead, for: .section(node.id, .heading))
            } else {
                body.insert(lead, at: 0)
            }
        }
        for stretch in body { assembly.ledger.claim(stretch, for: .section(node.id, .text)) }
        // The mark of a note alone is no words.
        let words = body.map { text.string($0) }.filter { !$0.isEmpty }
        if !words.isEmpty { section.text = words.joined(separator: "\n") }
        section.children = node.children.map { self.section($0, &assembly) }
        return section
    }

    /// A heading is short and ends without punctuation, and something stands under it, or all of it is in capitals.
    private func isHeading(_ node: Node, _ lead: Stretch) -> Bool {
        if node.kind == .bullet { return false }
        if node.leadIsCapitals { return true }
        guard let end = lead.ranges.last, !TerminalSign.ends(end, in: text), lead.length < 400 else { return false }
        if node.kind == .article { return !node.children.isEmpty || !node.paragraphs.isEmpty }
        return node.leadIsBold || !node.children.isEmpty || !node.paragraphs.isEmpty || lead.length < 120
    }
}
