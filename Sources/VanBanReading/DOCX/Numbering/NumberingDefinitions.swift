/// The lists that a document defines (`word/numbering.xml`, ECMA-376 Part 1, 17.9).
struct NumberingDefinitions {
    static let levelCount = 9

    struct Level {
        var start = 0
        var format = NumberFormat.decimal
        var text = ""
        /// After which level (from 1) it begins anew; 0 for never, nil for after any level above it.
        var restart: Int?
        /// Whether all numbers of the label are written in digits.
        var isLegal = false
        var suffix = Suffix.tab
        var isPicture = false
        /// The style of paragraphs that stand at this level.
        var style: [UInt8]?
        var run = RunFacts()
    }

    /// What stands between a label and the text.
    enum Suffix { case tab, space, nothing }

    struct Abstract {
        var levels: [Level?] = Array(repeating: nil, count: NumberingDefinitions.levelCount)
        /// The numbering style that holds the levels in its place.
        var linkedStyle: [UInt8]?
    }

    struct List {
        var abstract: Int
        var starts: [Int?] = Array(repeating: nil, count: NumberingDefinitions.levelCount)
        var levels: [Level?] = Array(repeating: nil, count: NumberingDefinitions.levelCount)
    }

    var abstracts: [Int: Abstract] = [:]
    var lists: [Int: List] = [:]
    /// Abstract definitions by their names, in small letters (17.9.12).
    var named: [String: Int] = [:]

    /// A list with its abstract definition, found through numbering styles where it links to one (17.9.21, 17.9.27).
    func resolve(_ id: Int, _ styles: StyleSheet) -> (list: List, abstract: Int)? {
        guard let list = lists[id] else { return nil }
        var number = list.abstract
        // A link that leads back to itself ends.
        for _ in 0..<8 {
            guard let abstract = abstracts[number] else { return nil }
            guard let name = abstract.linkedStyle, let style = styles.index(of: name),
                let next = styles.styles[style].numId.flatMap({ lists[$0] }), next.abstract != number
            else { break }
            number = next.abstract
        }
        return (list, number)
    }
}

/// Reads `word/numbering.xml`, and the lists of Word 2003 (`w:lists`), which have other names for the same.
final class NumberingReader: XMLEventHandler {
    private(set) var definitions = NumberingDefinitions()
    private(set) var fonts: FontTable
    private var abstract: (id: Int, value: NumberingDefinitions.Abstract)?
    private var list: (id: Int, value: NumberingDefinitions.List?)?
    private var overridden: Int?
    private var level: (index: Int, value: NumberingDefinitions.Level)?
    private var isInRun = false
    private var isInFallback = false

    init(fonts: FontTable) { self.fonts = fonts }

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .abstractNum: abstract = (element.integer(.abstractNumId) ?? -1, .init())
        case .listDef: abstract = (element.integer(.listDefId) ?? -1, .init())
        case .list: list = (element.integer(.ilfo) ?? -1, nil)
        case .num: list = (element.integer(.numId) ?? -1, nil)
        case .abstractNumId where list != nil, .ilst where list != nil:
            if let number = element.integer(.val) { list?.value = .init(abstract: number) }
        case .name:
            if let abstract, let name = element.string(.val) { definitions.named[name.lowercased()] = abstract.id }
        case .numStyleLink: abstract?.value.linkedStyle = element[.val].map { Array($0) }
        case .lvlOverride: overridden = Self.index(element)
        case .startOverride:
            if let overridden, let start = element.integer(.val) { list?.value?.starts[overridden] = start }
        case .lvl:
            guard let index = Self.index(element) else { return }
            level = (index, .init())
        case .Fallback: isInFallback = true
        case .rPr: isInRun = true
        default: if level != nil { takeLevel(element) }
        }
    }

    private func takeLevel(_ element: XMLElement) {
        switch element.name {
        case .start: level?.value.start = max(0, element.integer(.val) ?? 0)
        case .numFmt:
            // The choice was taken already.
            if isInFallback { return }
            level?.value.format = NumberFormat(element.string(.val) ?? "", pattern: element.string(.format))
        case .nfc: level?.value.format = NumberFormat(code: element.integer(.val) ?? 0)
        case .lvlText: level?.value.text = element.string(.val) ?? ""
        case .lvlRestart: level?.value.restart = element.integer(.val)
        case .isLgl: level?.value.isLegal = element.isOn
        case .suff:
            switch element.string(.val)?.lowercased() {
            case "nothing": level?.value.suffix = .nothing
            case "space": level?.value.suffix = .space
            default: level?.value.suffix = .tab
            }
        case .pStyle: level?.value.style = element[.val].map { Array($0) }
        default: if isInRun { level?.value.run.take(element, fonts: &fonts) }
        }
    }

    private static func index(_ element: XMLElement) -> Int? {
        element.integer(.ilvl).flatMap { (0..<NumberingDefinitions.levelCount).contains($0) ? $0 : nil }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        switch name {
        case .abstractNum, .listDef:
            if let abstract, definitions.abstracts[abstract.id] == nil {
                definitions.abstracts[abstract.id] = abstract.value
            }
            abstract = nil
        case .num, .list:
            if let list, let value = list.value, definitions.lists[list.id] == nil {
                definitions.lists[list.id] = value
            }
            list = nil
        case .lvl:
            if let level {
                if list != nil { list?.value?.levels[level.index] = level.value }
                abstract?.value.levels[level.index] = level.value
            }
            level = nil
        case .lvlOverride: overridden = nil
        case .Fallback: isInFallback = false
        case .rPr: isInRun = false
        default: break
        }
    }
}
