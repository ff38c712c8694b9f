import VanBanModel

/// Lays down what browsers show of a page, element by element, as the parser meets them.
///
/// White space is collapsed as CSS has it, blocks end paragraphs, hidden elements are passed over, tables get their grid,
/// lists their signs. The rules stand in the extensions: elements, words, tables, lists, notes.
struct HTMLFlow {
    let limits: HTMLLimits
    /// Which state of a page with tracked changes is laid down.
    let view: RevisionView
    var text: FlowText
    var words: PageRun
    /// Why the reading stopped; nil as long as all is well.
    var failure: ReadingError?

    // MARK: Elements

    /// An open element.
    struct Frame {
        enum Role: UInt8 {
            case plain, table, group, row, cell, list, item, styleSheet, note, listSign
        }

        var element: HTMLElement
        var role = Role.plain
        var isBlock: Bool
        var ordinal: Int32
        /// Its place in the tree of paths; -1 until something is told to stand in it.
        var path: Int32 = -1
        var style: RunStyle
        /// Where the counts of its children begin.
        var children: Int
        /// What the role needs: a serial number.
        var number: Int32 = 0
        /// Its region; -1 for none.
        var region: Int32 = -1
        /// Its classes and id, where a style sheet asks for them of what stands around an element.
        var names = ElementNames()
        /// Its number among all elements of the page, and its children so far where a style sheet asks for them.
        var serial: Int32 = -1
        var elders: [ElderElement] = []
        /// Where its text begins, if a style sheet may hide it in a way that is not understood.
        var doubt: Int?
    }

    var frames: [Frame] = []
    /// How many elements of each name every open element has so far.
    var children: [(element: HTMLElement, count: Int32)] = []
    /// Elements within one that is not shown.
    var hiddenDepth = 0
    /// Whether that one is hidden by its style or an attribute, and would hold words of the page otherwise.
    var hidesWords = false
    /// Where the first such words would stand, and how many characters they have without white space.
    var firstHidden: Int?
    var hiddenCharacters = 0
    /// Formatting that a block closed though its author did not.
    var floating: [(element: HTMLElement, depth: Int, style: RunStyle)] = []
    var style = RunStyle()
    var sheet = CascadingStyles()
    /// What was known of the page's styles and elements when it was read again.
    var known: KnownStyles?
    /// The children of elements by their serial numbers, where they are counted for a further reading.
    var order: [Int32: [HTMLElement]] = [:]
    /// Elements so far, and those that stand in none.
    var elements: Int32 = 0
    var outermost: [ElderElement] = []
    /// Whether a style sheet came behind words that it may be of.
    var hasLateSheet = false

    /// The style sheets of the whole page, and the children of its elements where they matter.
    struct KnownStyles {
        var sheet: CascadingStyles
        var order: [Int32: [HTMLElement]]
    }

    // MARK: Words

    /// Whether the last character was a space that swallows others.
    var isAfterSpace = false
    /// Line breaks that are made when more follows.
    var breaks = 0
    /// The sign of a list's item, until its first word.
    var sign: String?
    /// The element of the paragraph at hand.
    var paragraph: Int32?
    /// Text that is gathered until its element ends: a style sheet, a note's mark, the sign of Word's lists.
    var gathered: [UInt8] = []
    /// An `&` and what follows, which may be the name of a character.
    var ampersand = Ampersand.none
    var name: [UInt8] = []
    /// Text that was set aside, and how much of it was laid down.
    var aside: [[UInt8]]
    var nextAside = 0

    enum Ampersand {
        case none, sign, name
    }

    // MARK: Tables, lists, regions

    var tables: [TableState] = []
    var serial: Int32 = 0
    var lists: [ListState] = []
    var cells = 0
    var regions = SiteRegions()
    var pathNames: [Int32]
    let rootPath: Int32

    // MARK: Findings

    /// Where in the text pictures stand.
    var pictures: [Int] = []
    var deletions = 0
    var insertions = 0
    var firstChange: Int?
    /// Text that a style sheet may hide in a way that is not understood.
    var doubts: [Range<Int>] = []

    /// - Parameter doubt: what the page is to be read as beyond what its fonts tell.
    init(
        limits: HTMLLimits, aside: [[UInt8]], view: RevisionView = .final, doubt: FlowLegacy.Doubt? = nil
    ) {
        self.limits = limits
        self.view = view
        text = FlowText(root: "", restoresLines: doubt?.restoresLines ?? false)
        text.endsLinesAtVerticalTabs = true
        words = PageRun(fonts: FontNames(usual: doubt?.usual ?? .none))
        self.aside = aside
        pathNames = Array(repeating: -1, count: HTMLElement.count)
        let html = text.paths.add(text.paths.name("html"), in: -1, ordinal: 0)
        rootPath = text.paths.add(text.paths.name("body"), in: html, ordinal: 0)
    }

    mutating func finish() -> (text: SourceText, blocks: [Block]) {
        settleAmpersand(before: nil)
        while let frame = frames.last { end(frame.element, isWritten: false) }
        if sheet.needs.contains(.following), known != nil { order[-1] = outermost.map(\.element) }
        breakParagraph()
        return text.finish()
    }
}

extension RunStyle {
    mutating func set(_ trait: Traits, _ isOn: Bool) {
        if isOn { traits.insert(trait) } else { traits.remove(trait) }
    }
}
