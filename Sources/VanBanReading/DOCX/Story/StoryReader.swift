import VanBanModel

/// Hands a parser's events to a story, and stops where it fails.
///
/// The story stands at an address of its own: it is changed millions of times, by this reader alone, and its uses need
/// not be told apart at run time.
final class StoryReader: XMLEventHandler {
    let story = UnsafeMutablePointer<Story>.allocate(capacity: 1)

    init(_ story: consuming Story) { self.story.initialize(to: story) }

    deinit {
        story.deinitialize(count: 1)
        story.deallocate()
    }

    override func begin(_ element: XMLElement) {
        story.pointee.begin(element)
        if story.pointee.failure != nil { isDone = true }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) { story.pointee.end(name, space) }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { story.pointee.characters(bytes) }
}

/// Reads stories of a Word document (body, notes, heads and feet): events of the parser in, text laid down.
///
/// What a reader of the page sees is laid down, in order: results of fields and not their instructions, one branch of
/// alternative content, labels that Word counts itself, text boxes behind the paragraph that they hang on, notes
/// behind the block that calls them.
struct Story {
    enum Part { case body, footnotes, endnotes, head }

    let styles: StyleSheet
    var fonts: FontTable
    let limits: ReadingLimits
    let view: RevisionView
    let targets: [String: String]
    var flow: FlowStack
    var counter: ListCounter
    var names: Names
    var facts = StoryFacts()
    var notes = StoryNotes()
    /// Heads and feet that sections call for, by their parts' names, in order.
    var heads: [String] = []
    var calledHeads: Set<String> = []
    /// Other documents that the part at hand calls for, by their ids.
    var chunks: [String: Chunk] = [:]
    /// Bytes of them that were laid down.
    var laid = 0

    var part = Part.body
    var context: StoryContext
    var outer: [StoryContext] = []
    var branches: [Branch] = []
    /// Elements open within one that is passed over.
    var skipped = 0
    var failure: ReadingError?
    var collecting = Collecting.nothing
    /// White space at the end of a text that is trimmed.
    var heldSpace: [UInt8] = []
    var isTextStart = false
    /// Whether a text has begun of which no character has come yet.
    var isTextWaiting = false
    var isTrimmed = false
    var isBold = false
    var places = 0
    /// The first block behind the last section's end, and whether a page was ended there.
    var sectionStart: Int?
    var isInSection = false
    /// Whether what the properties of a form's field say is of a box to check.
    var isInCheckBox = false
    /// Whether what a section says of notes is of endnotes.
    var isInEndnoteRules = false
    var levels: [LevelKey: Int?] = [:]
    /// How runs without facts of their own are set, by the paragraph's style.
    var plainFormats: [Int: RunFormat] = [:]

    struct LevelKey: Hashable {
        var style: Int
        var list: Int
    }

    /// Characters at hand: what they are.
    enum Collecting { case nothing, text, hidden, instruction, noteMark }

    /// Alternative content: whether a branch has given text.
    struct Branch {
        var isTaken = false
        var writtenBefore = 0
    }

    /// Names of elements in paths.
    struct Names {
        let p, tbl, tr, tc, sdt, box: Int32
    }

    init(
        styles: StyleSheet, counter: ListCounter, targets: [String: String], root: String, limits: ReadingLimits,
        view: RevisionView, restoresLines: Bool = false
    ) {
        self.styles = styles
        fonts = styles.fonts
        self.counter = counter
        self.targets = targets
        self.limits = limits
        self.view = view
        var text = FlowText(root: root, restoresLines: restoresLines)
        names = Names(
            p: text.paths.name("w:p"), tbl: text.paths.name("w:tbl"), tr: text.paths.name("w:tr"),
            tc: text.paths.name("w:tc"), sdt: text.paths.name("w:sdt"), box: text.paths.name("w:txbxContent"))
        flow = FlowStack(text)
        context = StoryContext(containers: [])
    }

    /// A part begins: its elements stand under its name.
    mutating func enter(_ part: Part, file: String, chunks: [String: Chunk]) {
        self.part = part
        self.chunks = chunks
        let name = flow.text.paths.name(file)
        context = StoryContext(
            containers: [StoryContainer(element: flow.text.paths.add(name, in: -1, ordinal: 0))])
        outer = []
        branches = []
        skipped = 0
        collecting = .nothing
        sectionStart = nil
        isInSection = false
    }

    /// The part is over, perhaps before its elements are: what is open is closed.
    mutating func leave() {
        endText()
        skipped = 0
        while !outer.isEmpty { endBox() }
        if context.paragraph != nil { endParagraph() }
        while !context.tables.isEmpty {
            endCell()
            endRow()
            endTable()
        }
        playHeld()
        flushNotes()
    }

    // MARK: Events

    mutating func begin(_ element: XMLElement) {
        if skipped > 0 {
            skipped += 1
            return
        }
        switch element.space {
        case .word: beginWord(element)
        case .math: beginMath(element)
        case .drawing: beginDrawing(element)
        case .compatibility: beginAlternative(element)
        case .vml:
            if element.name == .textpath { addWordArt(element) }
            if element.name == .imagedata { facts.addPicture(at: flow.text.position) }
        case .annotation: if element.name == .annotation { beginAnnotation(element) }
        default:
            if element.name == .txBody { beginBox() }
            if element.name == .embeddedObject { layObject(element) }
        }
    }

    mutating func end(_ name: XMLName, _ space: XMLNamespace) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch space {
        case .word: endWord(name)
        case .math: endMath(name)
        case .drawing: endDrawing(name)
        case .compatibility: endAlternative(name)
        default: if name == .txBody { endBox() }
        }
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch collecting {
        case .nothing: return
        case .text: addText(bytes)
        case .hidden: facts.addHidden(bytes, at: flow.text.position)
        case .noteMark: notes.addOwnMark(bytes)
        case .instruction:
            guard let last = context.fields.indices.last else { return }
            let room = StoryField.instructionLimit - context.fields[last].instruction.count
            if room > 0 { context.fields[last].instruction += bytes.prefix(room) }
        }
    }

    /// Passes over the element that has just begun.
    mutating func skip() { skipped = 1 }

    mutating func fail(_ error: ReadingError) { if failure == nil { failure = error } }

    // MARK: Alternative content

    /// The first branch that gives any text is read, the others are passed over (ECMA-376 Part 3, 7.5): the same text
    /// stands in each, in a form for newer and for older programs.
    private mutating func beginAlternative(_ element: XMLElement) {
        switch element.name {
        case .AlternateContent: branches.append(Branch())
        case .Choice, .Fallback:
            guard let last = branches.indices.last else { return }
            if branches[last].isTaken || element.name == .Choice && !Self.isUnderstood(element) { return skip() }
            branches[last].writtenBefore = flow.written
        default: break
        }
    }

    /// Whether a branch asks for nothing that is not known: the prefixes of namespaces that Word itself writes.
    private static func isUnderstood(_ element: XMLElement) -> Bool {
        guard let required = element.string(.Requires) else { return true }
        return required.split(separator: " ").allSatisfy { known.contains(String($0)) || $0.hasPrefix("w") }
    }

    private static let known: Set<String> = [
        "a14", "am3d", "aink", "c14", "cx", "cx1", "cx2", "m", "mc", "o", "oel", "pic", "v", "dgm", "a16", "ma",
    ]

    private mutating func endAlternative(_ name: XMLName) {
        switch name {
        case .AlternateContent: _ = branches.popLast()
        case .Choice, .Fallback:
            guard let last = branches.indices.last else { return }
            if flow.written != branches[last].writtenBefore { branches[last].isTaken = true }
        default: break
        }
    }
}

/// What is worth telling of a document beyond its text.
struct StoryFacts {
    var insertions = 0
    var deletions = 0
    /// Where in the text the first change stands.
    var firstChange: Int?
    /// Parts with text of the document that were not read, and where they were called for.
    var unread: [(part: String, place: Int)] = []
    /// What the readers of other documents in this one told, and where those stand.
    var findings: [(finding: Diagnostic, place: Int)] = []
    var hiddenCharacters = 0
    var firstHidden: Int?
    /// Where pictures stand.
    private(set) var pictures: [Int] = []

    mutating func addPicture(at offset: Int) {
        if pictures.count < Self.mostFindings, pictures.last != offset { pictures.append(offset) }
    }

    mutating func addChange(isInsertion: Bool, at offset: Int) {
        if isInsertion { insertions += 1 } else { deletions += 1 }
        if firstChange == nil { firstChange = offset }
    }

    mutating func addUnread(_ part: String, at offset: Int) {
        guard unread.count < Self.mostFindings, !unread.contains(where: { $0.part == part }) else { return }
        unread.append((part, offset))
    }

    mutating func addFindings(_ diagnostics: [Diagnostic], at offset: Int) {
        for finding in diagnostics where findings.count < Self.mostFindings { findings.append((finding, offset)) }
    }

    private static let mostFindings = 1_000

    mutating func addHidden(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        var count = 0
        for byte in bytes where byte & 0xC0 != 0x80 && !CharacterClass.isSpace(byte) { count += 1 }
        guard count > 0 else { return }
        hiddenCharacters += count
        if firstHidden == nil { firstHidden = offset }
    }
}
