/// The styles of a document, each with what it has from those that it is based on.
struct StyleSheet {
    struct Style {
        var id: [UInt8]
        var isParagraph = false
        var isDefault = false
        var basedOn: [UInt8]?
        var run = RunFacts()
        var numId: Int?
        var level: Int?
        var breaksPage: Bool?
        /// Styles from this one to the one that all rest on.
        var chain: [Int] = []
    }

    var fonts = FontTable()
    var defaults = RunFacts()
    private(set) var styles: [Style] = []
    private var indexes: [UInt64: Int] = [:]
    /// The paragraph style of paragraphs that name none.
    private(set) var usual: Int?

    static func key(_ id: some Collection<UInt8>) -> UInt64 {
        // FNV-1a
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    func index(of id: some Collection<UInt8>) -> Int? {
        guard let index = indexes[Self.key(id)], styles[index].id.elementsEqual(id) else { return nil }
        return index
    }

    mutating func add(_ style: Style) {
        guard index(of: style.id) == nil else { return }
        indexes[Self.key(style.id)] = styles.count
        styles.append(style)
    }

    /// Hands down what styles are based on; called once, when all are there.
    mutating func settle() {
        let own = styles
        for index in styles.indices {
            var chain: [Int] = []
            var next: Int? = index
            // A ring of styles ends where it closes.
            while let at = next, !chain.contains(at), chain.count < 64 {
                chain.append(at)
                next = own[at].basedOn.flatMap { self.index(of: $0) }
            }
            styles[index].chain = chain
            for base in chain.dropFirst() {
                styles[index].run = styles[index].run.over(own[base].run)
                styles[index].numId = styles[index].numId ?? own[base].numId
                styles[index].level = styles[index].level ?? own[base].level
                styles[index].breaksPage = styles[index].breaksPage ?? own[base].breaksPage
            }
            if styles[index].isParagraph, styles[index].isDefault, usual == nil { usual = index }
        }
    }
}

/// Reads `word/styles.xml` (ECMA-376 Part 1, 17.7).
final class StylesReader: XMLEventHandler {
    private var sheet = StyleSheet()
    private var fonts: FontTable
    private var style: StyleSheet.Style?
    private var isInDefaults = false
    private var isInRun = false
    /// Elements open within one whose content counts for nothing here (a table style's conditions, a change's past).
    private var skipped = 0

    init(fonts: FontTable) {
        self.fonts = fonts
    }

    override func begin(_ element: XMLElement) {
        if skipped > 0 {
            skipped += 1
            return
        }
        switch element.name {
        case .rPrDefault: isInDefaults = true
        case .style:
            style = StyleSheet.Style(id: element[.styleId].map { Array($0) } ?? [])
            style?.isParagraph = element.has(.type, "paragraph")
            style?.isDefault =
                element.has(.default, "1") || element.has(.default, "true") || element.has(.default, "on")
        case .basedOn: style?.basedOn = element[.val].map { Array($0) }
        case .rPr: isInRun = true
        case .numId, .ilfo: style?.numId = element.integer(.val)
        case .ilvl: style?.level = element.integer(.val)
        case .pageBreakBefore: style?.breaksPage = element.isOn
        case .rPrChange, .pPrChange: skipped = 1
        case .other where element.space == .word: break
        default:
            guard isInRun else { return }
            if isInDefaults { sheet.defaults.take(element, fonts: &fonts) }
            style?.run.take(element, fonts: &fonts)
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case .rPrDefault: isInDefaults = false
        case .rPr: isInRun = false
        case .style:
            if let style { sheet.add(style) }
            style = nil
        case .styles: sheet.settle()
        default: break
        }
    }

    /// The styles as read; of a damaged part, those that were whole.
    func finish() -> StyleSheet {
        if sheet.styles.contains(where: { $0.chain.isEmpty }) { sheet.settle() }
        sheet.fonts = fonts
        return sheet
    }
}
