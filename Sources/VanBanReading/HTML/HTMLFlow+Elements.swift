import VanBanModel

/// What elements do where they begin and end.
extension HTMLFlow {
    mutating func start(_ element: HTMLElement, _ attributes: HTMLAttributes) {
        settleAmpersand(before: nil)
        elements += 1
        if hiddenDepth > 0 {
            hiddenDepth += 1
            return
        }
        guard frames.count < limits.depth else {
            failure = .tooDeep(limit: limits.depth)
            return
        }
        var facts = ElementFacts()
        if sheet.needs.contains(.siblings) { addElder(element) }
        facts.read(attributes, of: element, sheet, in: frames, outermost, known?.order ?? [:], &words.fonts)
        if sheet.needs.contains(.siblings) { nameElder(facts.names) }
        if element == .br {
            breaks += 1
            isAfterSpace = false
            hidesWords = false
            hiddenDepth = 1
            return
        }
        if isHidden(element) || facts.style.isOutOfSight || facts.isHidden || facts.isClosed {
            hidesWords = !element.isHidden
            if element == .img, pictures.count < Self.mostPictures { pictures.append(text.position) }
            hide(element)
            return
        }
        if facts.style.tabs > 0 {
            layTab()
            hidesWords = false
            hiddenDepth = 1
            return
        }
        if let change = change(element, facts) {
            note(change)
            if (change == .insertion) == (view == .original) {
                hidesWords = false
                hide(element)
                return
            }
        }
        open(element, facts)
    }

    private static var mostPictures: Int { 1_000 }

    /// Whether browsers show nothing of an element. The columns of a table are nothing outside of one.
    private func isHidden(_ element: HTMLElement) -> Bool {
        if tables.isEmpty, element == .col || element == .colgroup { return false }
        return element.isHidden
    }

    /// An element that browsers don't show.
    private mutating func hide(_ element: HTMLElement) {
        hiddenDepth = 1
        // Between what stands around it, a hidden block is a border as any other.
        if element.isBlock || element == .table { breakParagraph() }
    }

    /// Counts an element among the children of the one around it.
    private mutating func addElder(_ element: HTMLElement) {
        func next(_ elders: [ElderElement]) -> ElderElement {
            let isRun = elders.last?.element == element
            let last = isRun ? elders.last : elders.last { $0.element == element }
            return ElderElement(
                element: element, names: ElementNames(), ofType: (last?.ofType ?? 0) + 1,
                run: isRun ? (last?.run ?? 0) + 1 : 1)
        }
        if let parent = frames.indices.last {
            frames[parent].elders.append(next(frames[parent].elders))
        } else {
            outermost.append(next(outermost))
        }
    }

    private mutating func nameElder(_ names: ElementNames) {
        if let parent = frames.indices.last {
            if let index = frames[parent].elders.indices.last { frames[parent].elders[index].names = names }
        } else if let index = outermost.indices.last {
            outermost[index].names = names
        }
    }

    private mutating func open(_ element: HTMLElement, _ facts: ElementFacts) {
        let isBlock = facts.style.isBlock ?? element.isBlock
        if isBlock { breakParagraph() }
        var frame = Frame(
            element: element, isBlock: isBlock, ordinal: 0, style: style(of: element, facts), children: children.count)
        switch element {
        case .style:
            frame.role = .styleSheet
            frame.number = Int32(facts.media.rawValue)
            frame.style.traits.subtract(.unseen)
        case .table, .tbody, .thead, .tfoot, .tr, .td, .th: beginTablePart(element, facts, &frame)
        case .ul, .ol, .menu, .dir: beginList(element, facts, &frame)
        case .li: beginItem(facts, &frame)
        default: beginPhrase(element, facts, &frame)
        }
        if frame.ordinal == 0 { frame.ordinal = count(element) }
        if element.isRegion || facts.isChrome {
            frame.region = regions.begin(
                element, at: text.position, isChrome: facts.isChrome, isNamedDocument: facts.isContent)
        }
        frame.children = children.count
        if sheet.asksAround { frame.names = facts.names }
        frame.serial = elements
        if facts.isDoubtful, !frames.contains(where: { $0.doubt != nil }) { frame.doubt = text.position }
        frames.append(frame)
        if frame.role == .cell { openCell() }
        apply(frame.style)
        if element == .q { layQuote(isEnd: false) }
        if let label = facts.style.label, style.traits.isDisjoint(with: .unseen) { lay(label) }
    }

    mutating func end(_ element: HTMLElement, isWritten: Bool) {
        settleAmpersand(before: nil)
        if hiddenDepth > 0 {
            hiddenDepth -= 1
            return
        }
        if element == .q, frames.last?.element == .q { layQuote(isEnd: true) }
        guard let frame = frames.popLast() else { return }
        children.removeLast(children.count - frame.children)
        if sheet.needs.contains(.following), known != nil { order[frame.serial] = frame.elders.map(\.element) }
        if frame.isBlock { breakParagraph() }
        if let start = frame.doubt, text.position > start { doubts.append(start..<text.position) }
        switch frame.role {
        case .plain: break
        case .styleSheet:
            if known == nil {
                sheet.read(gathered, media: Certainty(rawValue: UInt8(frame.number)) ?? .yes, fonts: &words.fonts)
                hasLateSheet = hasLateSheet || text.position > 0 && !sheet.isEmpty
            }
            gathered.removeAll()
        case .note: endNote()
        case .listSign: endListSign()
        default: endPart(frame)
        }
        if frame.region >= 0 { regions.end(frame.region, at: text.position) }
        if frame.element == .a { regions.endLink(at: text.position) }
        let depth = frames.count
        if !floating.isEmpty { settleFloating(closed: element, isWritten: isWritten) }
        if !isWritten, element.isFormatting, frame.role == .plain {
            floating.append((element, depth, frame.style))
            if floating.count > 64 { floating.removeFirst(32) }
            return
        }
        apply(floating.last.map { floated($0.style) } ?? frames.last?.style ?? RunStyle())
    }

    /// Formatting lasts over the end of a paragraph that was only implied, and ends with everything else.
    private mutating func settleFloating(closed element: HTMLElement, isWritten: Bool) {
        let depth = frames.count
        if element == .p, !isWritten {
            for index in floating.indices { floating[index].depth = min(floating[index].depth, depth) }
        } else {
            floating.removeAll { $0.depth > depth }
        }
    }

    private func floated(_ style: RunStyle) -> RunStyle {
        var own = frames.last?.style ?? RunStyle()
        own.traits.formUnion(style.traits.intersection([.bold, .capitals]))
        if own.font < 0 { own.font = style.font }
        return own
    }

    /// The end tag of something that was closed before.
    mutating func strayEnd(_ element: HTMLElement) {
        guard hiddenDepth == 0 else { return }
        // Browsers make an empty paragraph of it.
        if element == .p { breakParagraph() }
        guard let index = floating.lastIndex(where: { $0.element == element }) else { return }
        let ended = floating.remove(at: index)
        // What began since then has its look from it, or has its own.
        let around = frames.indices.contains(ended.depth - 1) ? frames[ended.depth - 1].style : RunStyle()
        let lent = ended.style.traits.intersection([.bold, .capitals]).subtracting(around.traits)
        for index in frames.indices.dropFirst(ended.depth) {
            if frames[index].element.isFormatting || frames[index].element == .th { break }
            frames[index].style.traits.subtract(lent)
        }
        apply(floating.last.map { floated($0.style) } ?? frames.last?.style ?? RunStyle())
    }

    /// The look of a new element's words: that of what is around it, and what it says itself.
    private func style(of element: HTMLElement, _ facts: ElementFacts) -> RunStyle {
        var style = style
        let own = facts.style
        switch element {
        case .b, .strong, .h1, .h2, .h3, .h4, .h5, .h6, .th: style.traits.insert(.bold)
        case .sup: style.traits.insert(.raised)
        case .sub: style.traits.remove(.raised)
        case .pre, .textarea, .listing, .xmp, .plaintext: style.traits.insert(.pre)
        case .table: style.traits.subtract([.pre, .preLine])
        case .a: if facts.isLink { style.traits.insert(.link) }
        default: break
        }
        if let isBold = own.isBold { style.set(.bold, isBold) }
        if let isCapitals = own.isCapitals { style.set(.capitals, isCapitals) }
        if let isRaised = own.isRaised { style.set(.raised, isRaised) }
        if let space = own.whiteSpace {
            style.set(.pre, space == .pre)
            style.set(.preLine, space == .preLine)
        }
        if let font = own.font { style.font = font }
        if let isInvisible = own.isInvisible { style.set(.invisible, isInvisible) }
        if let isSizeless = own.isSizeless { style.set(.sizeless, isSizeless) }
        return style
    }

    /// Elements around a quotation that are looked at for another one.
    private static var quotationDepth: Int { 64 }

    /// The marks that browsers set around a quotation, others around one within it.
    private mutating func layQuote(isEnd: Bool) {
        let depth = frames.suffix(Self.quotationDepth).reduce(0) { $0 + ($1.element == .q ? 1 : 0) }
        guard style.traits.isDisjoint(with: .unseen) else { return }
        lay(isEnd ? (depth > 1 ? "’" : "”") : depth > 1 ? "‘" : "“")
    }

    mutating func apply(_ new: RunStyle) {
        if new.traits.contains(.bold) != style.traits.contains(.bold) { text.setBold(new.traits.contains(.bold)) }
        style = new
    }

    // MARK: Paths

    /// Counts a child of the innermost element.
    private mutating func count(_ element: HTMLElement) -> Int32 {
        let start = frames.last?.children ?? 0
        var index = children.count - 1
        while index >= start {
            if children[index].element == element {
                children[index].count += 1
                return children[index].count
            }
            index -= 1
        }
        children.append((element, 1))
        return 1
    }

    /// The place in the tree of an open element, or of the nearest around it that paths name.
    mutating func path(ofFrame index: Int) -> Int32 {
        // Nobody reads a path of a thousand steps.
        var top = min(index, Self.pathDepth)
        while top >= 0, !isInPaths(frames[top].element) { top -= 1 }
        guard top >= 0 else { return rootPath }
        if frames[top].path >= 0 { return frames[top].path }
        // From the outermost that has none yet inwards.
        var missing = [top]
        var parent = rootPath
        var outer = top - 1
        while outer >= 0 {
            if frames[outer].path >= 0 {
                parent = frames[outer].path
                break
            }
            if isInPaths(frames[outer].element) { missing.append(outer) }
            outer -= 1
        }
        for index in missing.reversed() {
            let element = Int(frames[index].element.rawValue)
            if pathNames[element] < 0 { pathNames[element] = text.paths.name(frames[index].element.name) }
            parent = text.paths.add(pathNames[element], in: parent, ordinal: frames[index].ordinal)
            frames[index].path = parent
        }
        return parent
    }

    private static var pathDepth: Int { 200 }

    private func isInPaths(_ element: HTMLElement) -> Bool {
        switch element {
        case .html, .body, .head, .tbody, .thead, .tfoot, .other: return false
        default: return true
        }
    }

    /// The innermost block that is open.
    mutating func innermostBlock() -> Int32 {
        var index = frames.count - 1
        while index >= 0, !frames[index].isBlock { index -= 1 }
        return index < 0 ? rootPath : path(ofFrame: index)
    }

    // MARK: Changes

    enum Change { case insertion, deletion }

    /// Whether an element is a change that someone made. A deletion is one by its meaning, whatever browsers show of it,
    /// or by the line that is drawn through it; sites use `<ins class=…>` for other things.
    private func change(_ element: HTMLElement, _ facts: ElementFacts) -> Change? {
        switch element {
        case .del, .s, .strike: return .deletion
        case .ins: return facts.isTracked || !facts.hasClass ? .insertion : nil
        default: return facts.style.isStruck == true ? .deletion : nil
        }
    }

    private mutating func note(_ change: Change) {
        if change == .deletion { deletions += 1 } else { insertions += 1 }
        if firstChange == nil { firstChange = text.position }
    }
}
