/// Which element means what.
extension Story {
    mutating func beginWord(_ element: XMLElement) {
        if !context.properties.isEmpty { return takeProperty(element) }
        if let table = context.tables.indices.last, context.tables[table].row.cell?.isGone == true { return skip() }
        switch element.name {
        case .t: beginText(element)
        case .r: context.run = StoryRun()
        case .rPr, .pPr, .trPr, .tcPr: context.properties.append(element.name)
        case .p: beginParagraph()
        case .tab, .ptab: addTab()
        case .br: addBreak(element)
        case .cr: breakLine()
        case .sym: addSymbol(element)
        case .softHyphen: addMark(RunText.softHyphen)
        case .noBreakHyphen: addMark(RunText.noBreakHyphen)
        case .tbl: beginTable()
        case .tr: beginRow()
        case .tc: beginCell()
        case .fldChar: takeFieldSign(element)
        case .fldSimple: beginSimpleField(element)
        case .instrText: collecting = .instruction
        case .ins, .moveTo: beginChange(isInsertion: true)
        case .del, .moveFrom: beginChange(isInsertion: false)
        case .delText: if view == .original { beginText(element) }
        case .sdt: beginControl()
        case .sdtEndPr, .tblPr, .tblPrEx: skip()
        case .sdtPr: context.properties.append(element.name)
        case .gridCol:
            if let table = context.tables.indices.last, context.tables[table].rows == 0 {
                context.tables[table].grid.add(width: element.integer(.w))
            }
        case .ffData: context.properties.append(element.name)
        case .rt: beginRuby()
        case .txbxContent: beginBox()
        case .footnoteReference: callNote(element, isEndnote: false)
        case .endnoteReference: callNote(element, isEndnote: true)
        case .footnote, .endnote: beginNote(element)
        // In Word 2003 they stand in the section itself, and are read after the body.
        case .hdr, .ftr: if part == .body { skip() }
        case .sectPr: isInSection = true
        case .headerReference, .footerReference: callHead(element)
        case .type: if isInSection { takeSectionType(element) }
        case .footnotePr, .endnotePr, .numFmt, .numStart, .numRestart: if isInSection { takeSection(element) }
        case .altChunk, .subDoc:
            layChunk(element)
            skip()
        case .sectPrChange, .numberingChange: skip()
        default: break
        }
    }

    mutating func endWord(_ name: XMLName) {
        if let open = context.properties.last {
            if name == open { context.properties.removeLast() }
            if name == .sectPr { isInSection = false }
            return
        }
        switch name {
        case .t, .delText: endText()
        case .instrText: collecting = .nothing
        case .r: context.run = StoryRun()
        case .p: endParagraph()
        case .tc: endCell()
        case .tr: endRow()
        case .tbl: endTable()
        case .fldSimple: endField()
        case .rt: endRuby()
        case .ruby: layRuby()
        case .sdt: endControl()
        case .txbxContent: endBox()
        case .footnote, .endnote: endNote()
        case .sectPr: isInSection = false
        default: break
        }
    }

    // MARK: Properties

    private mutating func takeProperty(_ element: XMLElement) {
        switch element.name {
        case .rPrChange, .pPrChange, .trPrChange, .tcPrChange, .sectPrChange, .numberingChange: return skip()
        case .rPr, .trPr, .tcPr:
            if context.properties.last == .sdtPr { return skip() }
            context.properties.append(element.name)
            return
        case .hdr, .ftr: return skip()
        default: break
        }
        if isInSection { return takeSection(element) }
        switch context.properties.last {
        case .sdtPr?:
            if element.name == .showingPlcHdr, element.isOn, context.placeholder == nil {
                context.placeholder = context.controls.count
            }
            skip()
        case .rPr?:
            if context.properties.count > 1 { takeMark(element) } else { takeRun(element) }
        case .pPr?: takeParagraph(element)
        case .trPr?: takeRow(element)
        case .tcPr?: takeCell(element)
        case .ffData?: takeForm(element)
        default: break
        }
    }

    private mutating func takeSection(_ element: XMLElement) {
        switch element.name {
        case .headerReference, .footerReference: callHead(element)
        case .type: takeSectionType(element)
        case .footnotePr, .endnotePr: isInEndnoteRules = element.name == .endnotePr
        case .numFmt, .numStart, .numRestart:
            if part == .body { notes.numbering.take(element, ofEndnotes: isInEndnoteRules) }
        default: break
        }
    }

    private mutating func takeRun(_ element: XMLElement) {
        if element.name == .rStyle {
            context.run.isStyled = true
            context.run.style = element[.val].flatMap { styles.index(of: $0) }
        } else {
            context.run.facts.take(element, fonts: &fonts)
        }
    }

    private mutating func takeMark(_ element: XMLElement) {
        switch element.name {
        case .del, .moveFrom:
            facts.addChange(isInsertion: false, at: flow.text.position)
            if view == .final { context.paragraph?.isMarkGone = true }
        case .ins, .moveTo:
            facts.addChange(isInsertion: true, at: flow.text.position)
            if view == .original { context.paragraph?.isMarkGone = true }
        default: context.paragraph?.mark.take(element, fonts: &fonts)
        }
    }

    private mutating func takeParagraph(_ element: XMLElement) {
        switch element.name {
        case .pStyle: context.paragraph?.style = element[.val].flatMap { styles.index(of: $0) } ?? styles.usual
        case .numId, .ilfo: context.paragraph?.numId = element.integer(.val)
        case .ilvl: context.paragraph?.level = element.integer(.val)
        case .pageBreakBefore: context.paragraph?.breaksPage = element.isOn
        case .sectPr:
            isInSection = true
            context.paragraph?.isSectionEnd = true
        default: break
        }
    }

    private mutating func takeRow(_ element: XMLElement) {
        guard let table = context.tables.indices.last else { return }
        switch element.name {
        case .gridBefore: context.tables[table].row.column = max(0, element.integer(.val) ?? 0)
        case .gridAfter: context.tables[table].row.columnsAfter = max(0, element.integer(.val) ?? 0)
        case .tblHeader: context.tables[table].row.isHeader = element.isOn
        case .hidden: context.tables[table].row.isHidden = element.isOn
        case .del:
            facts.addChange(isInsertion: false, at: flow.text.position)
            if view == .final { context.tables[table].row.isGone = true }
        case .ins:
            facts.addChange(isInsertion: true, at: flow.text.position)
            if view == .original { context.tables[table].row.isGone = true }
        default: break
        }
    }

    private mutating func takeCell(_ element: XMLElement) {
        guard let table = context.tables.indices.last else { return }
        // A merge without a value goes on (ECMA-376 Part 1, 17.4.84).
        var merge: StoryTable.Merge { element.has(.val, "restart") ? .restart : .goesOn }
        switch element.name {
        case .gridSpan: context.tables[table].row.cell?.columns = max(1, element.integer(.val) ?? 1)
        case .vMerge, .vmerge: context.tables[table].row.cell?.vertical = merge
        case .hMerge, .hmerge: context.tables[table].row.cell?.horizontal = merge
        case .cellDel:
            facts.addChange(isInsertion: false, at: flow.text.position)
            if view == .final { context.tables[table].row.cell?.isGone = true }
        case .cellIns:
            facts.addChange(isInsertion: true, at: flow.text.position)
            if view == .original { context.tables[table].row.cell?.isGone = true }
        default: break
        }
    }

    // MARK: Changes and controls

    private mutating func beginChange(isInsertion: Bool) {
        facts.addChange(isInsertion: isInsertion, at: flow.text.position)
        if isInsertion == (view == .original) { skip() }
    }

    /// What Word 2003 writes around changes, comments and bookmarks (`aml:annotation`).
    mutating func beginAnnotation(_ element: XMLElement) {
        let isInsertion = element.has(.type, "Word.Insertion")
        guard isInsertion || element.has(.type, "Word.Deletion") else {
            // What something looked like before, or a comment on it.
            if element.has(.type, "Word.Comment") || !context.properties.isEmpty { skip() }
            return
        }
        guard let open = context.properties.last else { return beginChange(isInsertion: isInsertion) }
        skip()
        guard open == .rPr && context.properties.count > 1 || open == .trPr else { return }
        facts.addChange(isInsertion: isInsertion, at: flow.text.position)
        guard isInsertion == (view == .original) else { return }
        if open == .rPr {
            context.paragraph?.isMarkGone = true
        } else if let table = context.tables.indices.last {
            context.tables[table].row.isGone = true
        }
    }

    /// A content control is a container of its own where it stands among paragraphs outside of tables.
    private mutating func beginControl() {
        guard context.paragraph == nil, context.tables.isEmpty, let last = context.containers.indices.last else {
            context.controls.append(false)
            return
        }
        context.containers[last].controls += 1
        let element = flow.text.paths.add(
            names.sdt, in: context.containers[last].element, ordinal: context.containers[last].controls)
        context.containers.append(StoryContainer(element: element))
        context.controls.append(true)
    }

    private mutating func endControl() {
        if context.placeholder == context.controls.count { context.placeholder = nil }
        if context.controls.popLast() == true, context.containers.count > 1 { context.containers.removeLast() }
    }

    // MARK: Formulas and drawings

    mutating func beginMath(_ element: XMLElement) {
        switch element.name {
        case .t: beginText(element)
        case .r: context.run = StoryRun()
        // A fraction is seen with a line between.
        case .den: addSeen("/")
        case .sup: context.isRaised = true
        default: break
        }
    }

    mutating func endMath(_ name: XMLName) {
        switch name {
        case .t: endText()
        case .r: context.run = StoryRun()
        case .sup: context.isRaised = false
        default: break
        }
    }

    /// Text of shapes that are drawn without Word's own text boxes.
    mutating func beginDrawing(_ element: XMLElement) {
        switch element.name {
        case .blip: facts.addPicture(at: flow.text.position)
        case .graphicData:
            if element.string(.uri)?.hasSuffix("/picture") == true { facts.addPicture(at: flow.text.position) }
        case .txBody: beginBox()
        case .p: if !outer.isEmpty { beginParagraph() }
        case .r: context.run = StoryRun()
        case .t: if context.paragraph != nil { beginText(element, keepsSpace: true) }
        case .br: if context.paragraph != nil { breakLine() }
        default: break
        }
    }

    mutating func endDrawing(_ name: XMLName) {
        switch name {
        case .txBody: endBox()
        case .p: if !outer.isEmpty { endParagraph() }
        case .r: context.run = StoryRun()
        case .t: endText()
        default: break
        }
    }
}
