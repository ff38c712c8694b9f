/// Counts the paragraphs of a document's lists, as Word and LibreOffice do, and gives each its label.
///
/// The state is one row of counters for each abstract definition (`w:abstractNum`), a counter a level.
///
/// 1. **Lists of one abstract definition share its counters.** Word makes a new `w:num` whenever a list is copied or
///    begun "as before", and goes on counting (17.9.15).
/// 2. **A paragraph raises the counter of its level by one**; the first one takes the level's start (17.9.25).
/// 3. **Deeper counters are let go**, so that the next paragraph there takes the start again. `w:lvlRestart` names the
///    level (from 1) up to which that happens: 0 is never, 2 is after levels 1 and 2 but not after 3 (17.9.10).
/// 4. **A start override counts once**, when its list is first used at that level (17.9.26): that is how Word writes
///    "begin anew". Further paragraphs of the list count on.
/// 5. **A level above that has no number yet** stands in a label with its start, and has been used thereby: `1.1`
///    before any `1`.
/// 6. **A level's definition** is that of the list's override (`w:lvlOverride/w:lvl`), else of the abstract definition;
///    the override changes looks and start, not the counter (17.9.8).
/// 7. **The label** is the level's text with `%1` … `%9` replaced by the counters, each in its own level's format, or
///    all in digits where the level is legal (17.9.4). A level of bullets or of no format gives no digits.
struct ListCounter {
    struct Label {
        var text: String
        var suffix: NumberingDefinitions.Suffix
        var run: RunFacts
    }

    private struct State {
        var counts: [Int?] = Array(repeating: nil, count: NumberingDefinitions.levelCount)
    }

    /// What a list comes to, its links followed.
    private struct Resolved {
        var abstract: Int
        var levels: [NumberingDefinitions.Level?]
        var starts: [Int?]
    }

    private let definitions: NumberingDefinitions
    private let styles: StyleSheet
    private var states: [Int: State] = [:]
    private var resolved: [Int: Resolved?] = [:]
    /// Lists and levels whose start override has been used.
    private var begun: Set<Int> = []

    init(_ definitions: NumberingDefinitions, _ styles: StyleSheet) {
        self.definitions = definitions
        self.styles = styles
    }

    var isEmpty: Bool { definitions.lists.isEmpty }

    /// The same lists, with nothing counted: notes, heads and feet are counted for themselves.
    func fresh() -> ListCounter { ListCounter(definitions, styles) }

    private mutating func list(_ id: Int) -> Resolved? {
        if let known = resolved[id] { return known }
        var found: Resolved?
        if let (list, number) = definitions.resolve(id, styles), let abstract = definitions.abstracts[number] {
            found = Resolved(
                abstract: number,
                levels: abstract.levels.indices.map { list.levels[$0] ?? abstract.levels[$0] }, starts: list.starts)
        }
        resolved[id] = .some(found)
        return found
    }

    /// The level that a paragraph style has in a list, where the list says so (17.9.23).
    mutating func level(of style: Int, in list: Int) -> Int? {
        guard let resolved = self.list(list) else { return nil }
        for ancestor in styles.styles[style].chain {
            let id = styles.styles[ancestor].id
            if let level = resolved.levels.firstIndex(where: { $0?.style == id }) { return level }
        }
        return nil
    }

    /// Counts a paragraph.
    /// - Returns: its label; nil where the list or its level is not defined.
    mutating func count(list id: Int, level: Int) -> Label? {
        guard (0..<NumberingDefinitions.levelCount).contains(level), let list = list(id),
            let definition = list.levels[level]
        else { return nil }
        var state = states[list.abstract] ?? State()
        if let start = list.starts[level], begun.insert(id &* NumberingDefinitions.levelCount &+ level).inserted {
            state.counts[level] = start
        } else if let count = state.counts[level] {
            state.counts[level] = count &+ 1
        } else {
            state.counts[level] = definition.start
        }
        for above in 0..<level where state.counts[above] == nil {
            state.counts[above] = list.starts[above] ?? list.levels[above]?.start ?? 0
        }
        for below in (level + 1)..<max(level + 1, NumberingDefinitions.levelCount) {
            let limit = list.levels[below]?.restart
            if limit == nil || level < limit ?? 0 { state.counts[below] = nil }
        }
        states[list.abstract] = state
        return Label(
            text: text(definition, state, list.levels, level), suffix: definition.suffix, run: definition.run)
    }

    private func text(
        _ definition: NumberingDefinitions.Level, _ state: State, _ levels: [NumberingDefinitions.Level?], _ level: Int
    ) -> String {
        if definition.format == .bullet {
            let font = definition.run.font.map {
                styles.fonts.fonts.indices.contains($0) ? styles.fonts.fonts[$0] : nil
            }
            return SymbolFont.bullet(definition.text, font: font??.name)
        }
        guard definition.text.utf8.contains(0x25) else { return definition.text }
        var label = ""
        var rest = definition.text[...]
        while let sign = rest.firstIndex(of: "%") {
            label += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            guard let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
                label += "%"
                continue
            }
            rest = rest.dropFirst()
            let place = digit - 1
            guard place <= level, let count = state.counts[place], let format = levels[place]?.format else { continue }
            let isDigits = definition.isLegal && format != .none && format != .bullet
            label += isDigits ? String(count) : format.text(count)
        }
        return label + rest
    }
}
