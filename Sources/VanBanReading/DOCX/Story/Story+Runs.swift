/// Runs: what stands in a paragraph.
extension Story {
    // MARK: Text

    /// - Parameter keepsSpace: whether white space at its ends counts, where the element itself doesn't say so.
    mutating func beginText(_ element: XMLElement, keepsSpace: Bool = false) {
        guard isResultVisible else { return }
        let format = self.format()
        if format.isHidden || context.isPlaceholder && context.run.isStyled || context.tables.last?.row.isHidden == true
        {
            collecting = .hidden
            return
        }
        if format.isStruck, view == .final {
            if !context.run.isNoted { facts.addChange(isInsertion: false, at: flow.text.position) }
            context.run.isNoted = true
            return
        }
        if context.run.isNoteMark {
            collecting = .noteMark
            return
        }
        isTextWaiting = true
        collecting = .text
        isTrimmed = !keepsSpace && !element.has(.space, "preserve")
        isTextStart = true
    }

    mutating func endText() {
        collecting = .nothing
        isTextWaiting = false
        heldSpace.removeAll(keepingCapacity: true)
    }

    private mutating func openRun(_ format: RunFormat) {
        beginContent()
        setFont(format.mark)
        guard format.isBold != isBold else { return }
        flow.setBold(format.isBold)
        isBold = format.isBold
    }

    mutating func setFont(_ mark: FontMark) {
        guard mark != context.font else { return }
        flow.setFont(mark)
        context.font = mark
    }

    mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isTextWaiting {
            // An element without a character is no content: its paragraph may be empty.
            isTextWaiting = false
            openRun(format())
        }
        if flow.text.paragraphLength > limits.paragraphBytes {
            return fail(.beyondLimit(.paragraphBytes, limit: limits.paragraphBytes))
        }
        guard isTrimmed else { return lay(bytes) }
        var start = 0
        var end = bytes.count
        if isTextStart { while start < end, CharacterClass.isSpace(bytes[start]) { start += 1 } }
        while end > start, CharacterClass.isSpace(bytes[end - 1]) { end -= 1 }
        if start < end {
            isTextStart = false
            if !heldSpace.isEmpty {
                let space = heldSpace
                heldSpace = []
                space.withUnsafeBufferPointer { lay($0) }
            }
            lay(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
        // Kept back until it is known whether it is the end.
        if !isTextStart { heldSpace += bytes[max(start, end)...] }
    }

    private mutating func lay(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let format = context.run.format else { return flow.append(bytes) }
        if format.isPlain, !context.isRaised { return flow.append(bytes) }
        var seen: [UInt8]
        if let font = format.font, fonts.isSpecial(font) {
            seen = RunText.seen(bytes, in: fonts.fonts[font])
        } else {
            seen = Array(bytes)
        }
        // Letters of a legacy font are not known yet.
        if format.isCapitals, format.mark.encoding == nil {
            seen = Array(String(decoding: seen, as: UTF8.self).uppercased().utf8)
        }
        if format.isRaised || context.isRaised { flow.appendRaised(seen) } else { flow.append(seen) }
    }

    /// How the run at hand is set.
    mutating func format() -> RunFormat {
        if let known = context.run.format { return known }
        let style = context.paragraph?.style
        let isBare = context.run.style == nil && context.run.facts.saysNothing
        if isBare, let known = plainFormats[style ?? -1] {
            context.run.format = known
            return known
        }
        let format = RunFormat(
            direct: context.run.facts, character: context.run.style.map { styles.styles[$0].run } ?? RunFacts(),
            paragraph: style.map { styles.styles[$0].run } ?? RunFacts(), defaults: styles.defaults, fonts: fonts)
        if isBare { plainFormats[style ?? -1] = format }
        context.run.format = format
        return format
    }

    // MARK: Other content of a run

    /// Whether a run's content is seen, and is text. What is hidden is counted.
    mutating func opens() -> Bool {
        guard context.properties.isEmpty, isResultVisible else { return false }
        let format = self.format()
        guard !format.isHidden, !format.isStruck || view == .original, context.tables.last?.row.isHidden != true else {
            return false
        }
        openRun(format)
        return true
    }

    mutating func addSeen(_ text: String) { if opens() { flow.append(Array(text.utf8)) } }

    mutating func addTab() {
        guard opens() else { return }
        flow.appendTab()
    }

    /// `w:softHyphen` and `w:noBreakHyphen`, which in some fonts are letters.
    mutating func addMark(_ mark: (RunText.Font?) -> [UInt8]) {
        guard opens() else { return }
        let letters = mark(context.run.format?.font.map { fonts.fonts[$0] })
        letters.withUnsafeBufferPointer { letters in
            if context.run.format?.isCapitals == true, context.font.encoding == nil {
                flow.append(Array(String(decoding: letters, as: UTF8.self).uppercased().utf8))
            } else {
                flow.append(letters)
            }
        }
    }

    mutating func addSymbol(_ element: XMLElement) {
        guard let code = element.string(.char).flatMap({ UInt32($0, radix: 16) }) else { return }
        let font = element.string(.font) ?? ""
        if context.run.isNoteMark { return notes.addOwnMark(RunText.symbol(code, font: font)) }
        guard opens() else { return }
        // A letter of a legacy font, by its code there.
        let mark = FontMark(font: font, number: -1, usual: .none)
        setFont(mark.encoding == nil ? .none : mark.capital(context.run.format?.isCapitals ?? false))
        flow.append(RunText.symbol(code, font: font))
        setFont(context.run.format?.mark ?? .none)
    }

    mutating func addBreak(_ element: XMLElement) {
        guard element.has(.type, "page") || element.has(.type, "column") else { return breakLine() }
        guard isResultVisible, context.paragraph != nil else { return }
        // In a cell, a note or a box there is no page to end.
        guard context.tables.isEmpty, outer.isEmpty, flow.isDirect else { return breakLine() }
        if context.paragraph?.isBegun == true {
            flow.endParagraph(in: context.paragraph?.element)
        }
        flow.breakPage()
    }

    mutating func breakLine() {
        guard opens() else { return }
        if isNoteText || context.paragraph?.isHeld == true {
            flow.append([0x0B])
        } else {
            flow.endParagraph(.line, in: context.tables.isEmpty ? context.paragraph?.element : nil)
        }
    }

    // MARK: Letters with a reading above them

    /// What stands above a base (17.3.3.24) follows it in brackets.
    mutating func beginRuby() {
        guard context.paragraph != nil else { return }
        beginContent()
        setFont(.none)
        flow.setBold(false)
        isBold = false
        flow.record()
        context.isInRuby = true
    }

    mutating func endRuby() {
        guard context.isInRuby else { return }
        context.isInRuby = false
        setFont(.none)
        flow.setBold(false)
        isBold = false
        context.ruby = flow.stop()
    }

    mutating func layRuby() {
        guard let ruby = context.ruby else { return }
        context.ruby = nil
        guard !ruby.isEmpty else { return }
        setFont(.none)
        flow.append([0x20, 0x28])
        flow.play(ruby)
        flow.append([0x29])
    }
}
