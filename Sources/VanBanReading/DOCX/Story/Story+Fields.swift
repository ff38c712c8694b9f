/// Fields: their results are text, their instructions are not, and some are seen though no result is stored.
extension Story {
    /// Whether what stands here is text, or the result of a field, and not an instruction.
    var isResultVisible: Bool {
        for field in context.fields where !field.isResult || isUnseenPageNumber(field) { return false }
        return true
    }

    /// A page's number, at the head or foot of pages or as the first of a paragraph, which is left there by a program.
    private func isUnseenPageNumber(_ field: StoryField) -> Bool {
        let opens = part == .body && context.tables.isEmpty && context.paragraph?.isBegun == false
        return (part == .head || opens) && field.isPageNumber
    }

    private static let fieldDepth = 128

    mutating func takeFieldSign(_ element: XMLElement) {
        if element.has(.fldCharType, "begin") {
            // Fields within fields beyond all use are not told apart any more.
            if context.fields.count < Self.fieldDepth { context.fields.append(StoryField(isResult: false)) }
        } else if element.has(.fldCharType, "separate") {
            guard let last = context.fields.indices.last else { return }
            context.fields[last].isResult = true
            context.fields[last].writtenBefore = flow.written
        } else if element.has(.fldCharType, "end") {
            endField()
        }
    }

    mutating func beginSimpleField(_ element: XMLElement) {
        let instruction = element[.instr].map { Array($0.prefix(StoryField.instructionLimit)) } ?? []
        context.fields.append(StoryField(isResult: true, instruction: instruction, writtenBefore: flow.written))
    }

    mutating func endField() {
        guard let field = context.fields.popLast(), field.isShownWithoutResult,
            !field.isResult || flow.written == field.writtenBefore
        else { return }
        let words = field.words
        if field.isCalled("LISTNUM") {
            layListNumber(words)
        } else if field.isCalled("FORMCHECKBOX") {
            addSeen(field.form.isChecked == true ? "☒" : "☐")
        } else if field.isCalled("FORMDROPDOWN") {
            let chosen = field.form.chosen ?? field.form.usual
            if field.form.entries.indices.contains(chosen) { addSeen(field.form.entries[chosen]) }
        } else if field.isCalled("MACROBUTTON", "GOTOBUTTON") {
            addSeen(words.dropFirst(2).joined(separator: " "))
        } else if field.isCalled("SYMBOL") {
            laySymbol(words)
        } else {
            // Paragraphs numbered by a field of each, before there were lists.
            let list: FieldList =
                field.isCalled("AUTONUMLGL") ? .legal : field.isCalled("AUTONUMOUT") ? .outline : .number
            guard isShown, var label = counter.count(named: "autonum " + list.rawValue, level: 0)?.text else { return }
            if list == .number { label = label.replacing(")", with: ".") }
            addSeen(label)
        }
    }

    /// Whether what the run at hand holds is seen.
    private var isShown: Bool {
        mutating get { isResultVisible && !format().isHidden && context.tables.last?.row.isHidden != true }
    }

    /// `LISTNUM`: a number of a list, anywhere in a paragraph. Without a name it goes on below the paragraph's own
    /// number; where there is none, with the list that Word has built in.
    private mutating func layListNumber(_ words: [String]) {
        guard isShown else { return }
        beginContent()
        let name = words.count > 1 && !words[1].hasPrefix("\\") ? words[1] : nil
        let asked = StoryField.value(of: "l", in: words).flatMap { Int($0) }.map { $0 - 1 }
        let start = StoryField.value(of: "s", in: words).flatMap { Int($0) }
        let before = context.paragraph?.fieldLevel
        let label: ListCounter.Label?
        let level: Int
        if name == nil, let own = context.paragraph.flatMap({ list(of: $0) }) {
            level = asked ?? before ?? min(own.level + 1, NumberingDefinitions.levelCount - 1)
            label = counter.count(list: own.list, level: level, start: start)
        } else {
            let opens = flow.written == context.paragraph?.writtenBefore
            level = asked ?? before ?? (opens ? 0 : 2)
            if let number = name.flatMap({ Int($0) }) {
                label = counter.count(list: number, level: level, start: start)
            } else {
                label = counter.count(named: name ?? FieldList.number.rawValue, level: level, start: start)
            }
        }
        context.paragraph?.fieldLevel = level
        if let label { addSeen(label.text) }
    }

    /// `SYMBOL 183 \\f Symbol`: a character by its code.
    private mutating func laySymbol(_ words: [String]) {
        guard words.count > 1, opens() else { return }
        let code = words[1].lowercased().hasPrefix("0x") ? UInt32(words[1].dropFirst(2), radix: 16) : UInt32(words[1])
        guard let code else { return }
        flow.append(RunText.symbol(code, font: StoryField.value(of: "f", in: words) ?? ""))
    }

    // MARK: Forms

    /// What the properties of a form's field say.
    mutating func takeForm(_ element: XMLElement) {
        guard let last = context.fields.indices.last else { return }
        switch element.name {
        case .default where isInCheckBox:
            if context.fields[last].form.isChecked == nil { context.fields[last].form.isChecked = element.isOn }
        case .default: context.fields[last].form.usual = element.integer(.val) ?? 0
        case .checkBox: isInCheckBox = true
        case .checked: context.fields[last].form.isChecked = element.isOn
        case .ddList: isInCheckBox = false
        case .result: context.fields[last].form.chosen = element.integer(.val)
        case .listEntry: context.fields[last].form.entries.append(element.string(.val) ?? "")
        default: break
        }
    }
}
