/// Paragraphs, their labels, and the boxes that hang on them.
extension Story {
    mutating func beginParagraph() {
        if context.paragraph != nil { endParagraph() }
        beginCellContent()
        guard let last = context.containers.indices.last else { return }
        var element: Int32 = -1
        if context.tables.isEmpty {
            context.containers[last].paragraphs += 1
            element = flow.text.paths.add(
                names.p, in: context.containers[last].element, ordinal: context.containers[last].paragraphs)
        }
        context.paragraph = StoryParagraph(element: element, style: styles.usual)
        context.run = StoryRun()
    }

    mutating func endParagraph() {
        endText()
        if context.isInRuby {
            endRuby()
            layRuby()
        }
        context.properties = []
        guard let paragraph = context.paragraph else { return }
        // A field whose result never came would hide all that follows.
        context.fields.removeAll { !$0.isResult }
        if !paragraph.isBegun, paragraph.mark.hidden != true || paragraph.isSectionEnd { beginContent(isEmpty: true) }
        setFont(.none)
        flow.setBold(false)
        isBold = false
        if context.paragraph?.isHeld == true {
            context.held = flow.stop()
            context.heldBoxes += context.paragraph?.boxes ?? []
            context.paragraph = nil
            return
        }
        if isNoteText {
            notes.hasOpenLine = paragraph.isBegun || notes.hasOpenLine
        } else {
            let place = takePlace()
            flow.endParagraph(in: place)
        }
        let boxes = context.heldBoxes + (context.paragraph?.boxes ?? [])
        context.heldBoxes = []
        context.paragraph = nil
        for box in boxes {
            flow.play(box)
            context.marksAgain = true
        }
        flushNotes()
        if paragraph.isSectionEnd { endSection() }
    }

    /// What a paragraph that ends now has to say of where it stands; in a cell, the cell has said it.
    private mutating func takePlace() -> Int32? {
        guard let table = context.tables.last else { return context.paragraph?.element }
        guard context.marksAgain else { return nil }
        context.marksAgain = false
        return table.row.cell?.element
    }

    /// The paragraph's first content: its label stands before it.
    /// - Parameter isEmpty: whether there is none, and the paragraph ends.
    mutating func beginContent(isEmpty: Bool = false) {
        guard context.paragraph != nil else { return beginStray() }
        guard context.paragraph?.isBegun == false else { return }
        context.paragraph?.isBegun = true
        if context.paragraph?.isMarkGone == true {
            context.paragraph?.isHeld = true
            // Taken out of the context, so that the tape goes on without a copy.
            let earlier = context.held.take()
            flow.record(onto: earlier ?? FlowTape())
            return
        }
        if notes.hasOpenLine, isNoteText {
            notes.hasOpenLine = false
            flow.append([0x0B])
        }
        let style = context.paragraph?.style
        let breaksPage = context.paragraph?.breaksPage ?? style.flatMap { styles.styles[$0].breaksPage } ?? false
        if breaksPage, context.tables.isEmpty { flow.breakPage() }
        // Nothing is seen of an empty paragraph that a section ends with, nor of one in a cell that goes on with the one
        // above: they are not counted either.
        let isUnseen =
            isEmpty && context.held == nil
            && (context.paragraph?.isSectionEnd == true || context.tables.last?.row.cell?.isCovered == true)
        if !counter.isEmpty, !isUnseen { addLabel() }
        context.paragraph?.writtenBefore = flow.written
        if let held = context.held {
            context.held = nil
            flow.play(held)
        }
    }

    /// Text outside of any paragraph, in a damaged part: it opens one.
    private mutating func beginStray() {
        beginParagraph()
        if context.paragraph != nil { beginContent() }
    }

    // MARK: Labels

    private mutating func addLabel() {
        guard let paragraph = context.paragraph, let (list, level) = list(of: paragraph),
            let label = counter.count(list: list, level: level), !label.text.isEmpty
        else { return }
        let mark = paragraph.mark.over(paragraph.style.map { styles.styles[$0].run } ?? RunFacts())
        if label.run.hidden ?? mark.hidden ?? false { return }
        flow.setBold(label.run.bold ?? mark.bold ?? false)
        let isCapitals = label.run.capitals ?? mark.capitals ?? false
        let font = label.run.font ?? mark.font ?? styles.defaults.font
        setFont(font.map { fonts.isSpecial($0) } ?? false ? .none : fonts.mark(font).capital(isCapitals))
        let text = isCapitals && context.font.encoding == nil ? label.text.uppercased() : label.text
        flow.append(Array(text.utf8))
        setFont(.none)
        if label.suffix != .nothing { flow.append([0x20]) }
        flow.setBold(false)
        isBold = false
    }

    /// The list and level of a paragraph: its own, or its style's; list 0 takes it out of all (17.9.18).
    mutating func list(of paragraph: StoryParagraph) -> (list: Int, level: Int)? {
        let style = paragraph.style
        let styled = style.flatMap { styles.styles[$0].numId }
        guard let list = paragraph.numId ?? styled, list != 0 else { return nil }
        if let level = paragraph.level { return (list, level) }
        guard let style, paragraph.numId == nil || paragraph.numId == styled else { return (list, 0) }
        let key = LevelKey(style: style, list: list)
        if let known = levels[key] { return (list, known ?? styles.styles[style].level ?? 0) }
        let level = counter.level(of: style, in: list)
        levels[key] = .some(level)
        return (list, level ?? styles.styles[style].level ?? 0)
    }

    // MARK: Text boxes

    /// A box's text is recorded, to stand behind the paragraph that it hangs on; a number alone that was stamped behind a
    /// colon (`Số: 46/KH-UBND`) is a word of that.
    mutating func beginBox() {
        endText()
        let around = context.paragraph.map(\.element) ?? -1
        let cell = context.tables.last?.row.cell?.element
        let element = flow.text.paths.add(
            names.box, in: around >= 0 ? around : cell ?? context.containers.last?.element ?? -1,
            ordinal: Int32((context.paragraph?.boxes.count ?? 0) + 1))
        outer.append(context)
        context = StoryContext(containers: [StoryContainer(element: element)])
        flow.record()
    }

    mutating func endBox() {
        guard let around = outer.popLast() else { return }
        if context.paragraph != nil { endParagraph() }
        while !context.tables.isEmpty {
            endCell()
            endRow()
            endTable()
        }
        playHeld()
        let box = flow.stop()
        context = around
        isBold = false
        guard !box.isEmpty else { return }
        if let number = box.number, flow.isDirect, context.paragraph?.isBegun == true, flow.text.asksForMore {
            flow.append(number)
        } else if context.paragraph != nil {
            context.paragraph?.boxes.append(box)
        } else {
            flow.play(box)
        }
    }

    /// What was to stand before a next paragraph that never came.
    mutating func playHeld() {
        guard let held = context.held else { return }
        context.held = nil
        flow.play(held)
        flow.endParagraph(in: context.containers.last?.element)
        for box in context.heldBoxes { flow.play(box) }
        context.heldBoxes = []
    }

    /// Words drawn as a picture (`v:textpath`), a paragraph of their own.
    mutating func addWordArt(_ element: XMLElement) {
        guard let words = element[.string], !words.isEmpty else { return }
        let letters = Array(words)
        beginBox()
        beginParagraph()
        beginContent()
        flow.append(letters)
        endParagraph()
        endBox()
    }

    // MARK: Sections

    mutating func endSection() {
        if part == .body { notes.numbering.endSection() }
        guard outer.isEmpty, context.tables.isEmpty, flow.isDirect, part == .body else { return }
        flow.breakPage()
        sectionStart = flow.text.blocks.count
    }

    /// How a section begins stands at its end (17.6.22): only there it is known whether a page ended before it.
    mutating func takeSectionType(_ element: XMLElement) {
        guard let start = sectionStart, element.has(.val, "continuous") else { return }
        flow.text.joinPages(at: start)
    }
}
