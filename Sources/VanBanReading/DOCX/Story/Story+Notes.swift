/// Notes of a document and the order in which they are called.
struct StoryNotes {
    struct Note {
        var tape: FlowTape
        /// The number that its calls bear; nil until it is called.
        var number: Int?
    }

    var footnotes: [Int: Note] = [:]
    var endnotes: [Int: Note] = [:]
    /// Notes called in the block at hand.
    var called: [(isEndnote: Bool, id: Int)] = []
    var footnoteCalls = 0
    var endnoteCalls = 0
    /// Calls of notes that have marks of their own, those marks by the numbers that stand in the text, and the number of
    /// the last one.
    var ownCalls = 0
    var ownMarks: [String: String] = [:]
    private var ownMark = 0
    /// What Word prints for the numbers that stand in the text.
    var numbering = NoteNumbering()
    /// The note that is being read.
    var open: (isEndnote: Bool, id: Int)?
    /// How much had been laid down behind the last mark.
    var markEnd = -1
    /// How many text boxes and paragraphs are open around it.
    var depth = 0
    /// How many notes stood in the text itself.
    var inline = 0
    /// Whether a paragraph of a note has ended, and another follows on a new line of it.
    var hasOpenLine = false

    /// A number for the call of a note that has a mark of its own: one that no other note bears.
    mutating func nextOwnNumber() -> Int {
        ownCalls += 1
        ownMark = footnotes.count + endnotes.count + ownCalls
        return ownMark
    }

    /// What stands on the page for the note that was called last.
    mutating func addOwnMark(_ mark: some Sequence<UInt8>) {
        ownMarks[String(ownMark), default: ""] += String(decoding: Array(mark), as: UTF8.self)
    }
}

/// Notes, and heads and feet.
///
/// The parts with notes are read before the body, each note on a tape. Where the body calls a note, its mark stands in
/// raised digits; the note follows as a paragraph that opens with the same mark, behind the block that calls it: a
/// paragraph, or a whole table.
extension Story {
    /// Whether the paragraph at hand is a note's own.
    var isNoteText: Bool { notes.open != nil && context.tables.isEmpty && outer.count == notes.depth }

    mutating func beginNote(_ element: XMLElement) {
        guard part == .footnotes || part == .endnotes else { return beginInlineNote(element) }
        // The lines that part notes from the text are no notes (17.11.17).
        if let type = element[.type], !element.has(.type, "normal"), !type.isEmpty { return skip() }
        guard let id = element.integer(.id) else { return }
        notes.open = (part == .endnotes, id)
        notes.hasOpenLine = false
        let name = flow.text.paths.name(part == .endnotes ? "w:endnote" : "w:footnote")
        let place = flow.text.paths.add(
            name, in: context.containers.last?.element ?? -1,
            ordinal: context.containers.last.map { $0.controls + 1 } ?? 1)
        if let last = context.containers.indices.last { context.containers[last].controls += 1 }
        context.containers.append(StoryContainer(element: place))
        flow.record()
    }

    mutating func endNote() {
        guard let open = notes.open else { return }
        if context.paragraph != nil { endParagraph() }
        playHeld()
        notes.open = nil
        notes.hasOpenLine = false
        flow.endParagraph(in: context.containers.last?.element)
        let note = StoryNotes.Note(tape: flow.stop())
        if notes.depth > 0 {
            notes.depth = 0
            if open.isEndnote {
                notes.endnotes[open.id]?.tape = note.tape
            } else {
                notes.footnotes[open.id]?.tape = note.tape
            }
            if let around = outer.popLast() { context = around }
            isBold = false
            notes.markEnd = flow.written
            return
        }
        if context.containers.count > 1 { context.containers.removeLast() }
        if open.isEndnote {
            if notes.endnotes[open.id] == nil { notes.endnotes[open.id] = note }
        } else if notes.footnotes[open.id] == nil {
            notes.footnotes[open.id] = note
        }
    }

    mutating func callNote(_ element: XMLElement, isEndnote: Bool) {
        guard context.properties.isEmpty, isResultVisible, let id = element.integer(.id), part == .body else { return }
        let hasOwnMark = element.has(.customMarkFollows, "1") || element.has(.customMarkFollows, "true")
        let isSeen = callNote(id, isEndnote: isEndnote, hasOwnMark: hasOwnMark)
        context.run.isNoteMark = isSeen && hasOwnMark
    }

    /// - Returns: whether the call is seen.
    private mutating func callNote(_ id: Int, isEndnote: Bool, hasOwnMark: Bool) -> Bool {
        guard let note = isEndnote ? notes.endnotes[id] : notes.footnotes[id] else { return false }
        let isHidden = format().isHidden || context.tables.last?.row.isHidden == true
        if isHidden { return false }
        beginContent()
        var number = note.number
        let isFirst = number == nil
        if isFirst {
            if hasOwnMark {
                number = notes.nextOwnNumber()
            } else if isEndnote {
                notes.endnoteCalls += 1
                // Endnotes count behind all footnotes, so that no two notes bear one mark.
                number = (id < 0 ? Self.mostInlineNotes : notes.footnotes.count) + notes.endnoteCalls
            } else {
                notes.footnoteCalls += 1
                number = notes.footnoteCalls
            }
            if let number, !hasOwnMark { notes.numbering.call(number, isEndnote: isEndnote) }
            if isEndnote { notes.endnotes[id]?.number = number } else { notes.footnotes[id]?.number = number }
            notes.called.append((isEndnote, id))
        }
        // A mark of its own stands in the run itself, and in the note; a number takes its place.
        if let number {
            // Two marks side by side are not one.
            if flow.written == notes.markEnd { flow.append([0x20]) }
            flow.appendMark(Array(String(number).utf8))
            notes.markEnd = flow.written
        }
        return true
    }

    /// A note that stands where it is called, as Word 2003 writes them. How many footnotes there are is not known there.
    private static let mostInlineNotes = 5_000

    private mutating func beginInlineNote(_ element: XMLElement) {
        guard part == .body, context.paragraph != nil, notes.open == nil, isResultVisible else { return skip() }
        let isEndnote = element.name == .endnote
        notes.inline += 1
        let id = -notes.inline
        if isEndnote {
            notes.endnotes[id] = StoryNotes.Note(tape: FlowTape())
        } else {
            notes.footnotes[id] = StoryNotes.Note(tape: FlowTape())
        }
        endText()
        guard callNote(id, isEndnote: isEndnote, hasOwnMark: false) else { return skip() }
        setFont(.none)
        flow.setBold(false)
        isBold = false
        let place = flow.text.paths.add(
            flow.text.paths.name(isEndnote ? "w:endnote" : "w:footnote"), in: context.paragraph?.element ?? -1,
            ordinal: Int32(clamping: notes.inline))
        outer.append(context)
        context = StoryContext(containers: [StoryContainer(element: place)])
        notes.open = (isEndnote, id)
        notes.depth = outer.count
        notes.hasOpenLine = false
        flow.record()
    }

    /// Lays down the notes that the block which has just ended called.
    mutating func flushNotes() {
        guard !notes.called.isEmpty, outer.isEmpty, context.tables.isEmpty, flow.isDirect else { return }
        let called = notes.called
        notes.called = []
        for call in called {
            guard let note = call.isEndnote ? notes.endnotes[call.id] : notes.footnotes[call.id] else { continue }
            if let number = note.number {
                flow.appendMark(Array(String(number).utf8))
                // A mark that was typed beside Word's own is no digit of it.
                if note.tape.beginsRaised { flow.append([0x20]) }
            }
            flow.play(note.tape)
        }
    }

    // MARK: Heads and feet

    mutating func callHead(_ element: XMLElement) {
        guard part == .body, let target = element.string(.id).flatMap({ targets[$0] }),
            calledHeads.insert(target).inserted
        else {
            return
        }
        heads.append(target)
    }
}
