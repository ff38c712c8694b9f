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
///    "begin anew". Further paragraphs of the list count on. Where the list has begun anew at a deeper level already, the
///    levels above go on with what stands there: Word overrides all nine levels, and the list's points stand under a
///    number that another list of the definition has counted.
/// 5. **A level above that has no number yet** stands in a label with its start, and has been used thereby: `1.1`
///    before any `1`.
/// 6. **A level's definition** is that of the list's override (`w:lvlOverride/w:lvl`), else of the abstract definition;
///    the override changes looks and start, not the counter (17.9.8). Beside a start override its own start says only
///    the same once more, so that behind it the start is the abstract definition's again.
/// 7. **A `LISTNUM` field** counts as a paragraph of its level does (17.16.5.33).
/// 8. **The label** is the level's text with `%1` … `%9` replaced by the counters, each in its own level's format, or
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
        /// Where the list begins anew, level by level.
        var overrides: [Int?]
        /// Where levels start that have no number.
        var starts: [Int]

        init(abstract: Int, levels: [NumberingDefinitions.Level?], overrides: [Int?]? = nil, starts: [Int]? = nil) {
            self.abstract = abstract
            self.levels = levels
            self.overrides = overrides ?? levels.map { _ in nil }
            self.starts = starts ?? levels.map { $0?.start ?? 0 }
        }
    }

    private let definitions: NumberingDefinitions
    private let styles: StyleSheet
    private var states: [Int: State] = [:]
    private var resolved: [Int: Resolved?] = [:]
    /// The deepest level at which each list has begun anew.
    private var begun: [Int: Int] = [:]
    /// Lists that only fields name, by their names; their counters stand under numbers below 0.
    private var fieldLists: [String: Int] = [:]

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
                abstract: number, levels: abstract.levels.indices.map { list.levels[$0] ?? abstract.levels[$0] },
                overrides: list.starts,
                starts: abstract.levels.indices.map { level in
                    let own = list.starts[level] == nil ? list.levels[level] : nil
                    return (own ?? abstract.levels[level] ?? list.levels[level])?.start ?? 0
                })
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

    /// Counts a paragraph, or a field that numbers.
    /// - Parameter start: the number that a field asks for itself.
    /// - Returns: its label; nil where the list or its level is not defined.
    mutating func count(list id: Int, level: Int, start: Int? = nil) -> Label? {
        guard (0..<NumberingDefinitions.levelCount).contains(level), let list = list(id),
            let definition = list.levels[level]
        else { return nil }
        return count(id, list, definition, level, start)
    }

    /// Counts a field that numbers by the name of a list, its own or one of those that Word has built in.
    mutating func count(named name: String, level: Int, start: Int? = nil) -> Label? {
        guard (0..<NumberingDefinitions.levelCount).contains(level) else { return nil }
        let list: Resolved
        if let number = definitions.named[name.lowercased()], let abstract = definitions.abstracts[number] {
            list = Resolved(abstract: number, levels: abstract.levels)
        } else {
            let number = fieldLists[name.lowercased()] ?? -1 - fieldLists.count
            fieldLists[name.lowercased()] = number
            list = Resolved(abstract: number, levels: FieldList(name: name).levels)
        }
        guard let definition = list.levels[level] else { return nil }
        return count(-1, list, definition, level, start)
    }

    private mutating func count(
        _ id: Int, _ list: Resolved, _ definition: NumberingDefinitions.Level, _ level: Int, _ start: Int?
    ) -> Label {
        var state = states[list.abstract] ?? State()
        // What stands above is settled first: a new start there is no new start below.
        for above in 0..<level where state.counts[above] == nil {
            state.counts[above] = newStart(of: id, list, at: above) ?? list.starts[above]
        }
        if let start = start ?? newStart(of: id, list, at: level) {
            state.counts[level] = start
        } else if let count = state.counts[level] {
            state.counts[level] = count &+ 1
        } else {
            state.counts[level] = list.starts[level]
        }
        for below in (level + 1)..<max(level + 1, NumberingDefinitions.levelCount) {
            let limit = list.levels[below]?.restart
            if limit == nil || level < limit ?? 0 { state.counts[below] = nil }
        }
        states[list.abstract] = state
        return Label(
            text: text(definition, state, list.levels, level), suffix: definition.suffix, run: definition.run)
    }

    /// Where a list begins anew with the paragraph at hand; nil where it goes on.
    private mutating func newStart(of id: Int, _ list: Resolved, at level: Int) -> Int? {
        guard let start = list.overrides[level], begun[id].map({ $0 < level }) ?? true else { return nil }
        begun[id] = level
        return start
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
