import VanBanModel

/// The outline of all parts of a record while it is being put right: its sections one after the other, each with its depth.
/// Sections keep the words that the source has for them, so that what was put right later still finds them.
struct CorrectedOutline {
    struct Entry {
        /// Without its children.
        var section: Section
        /// The part's place among the record's.
        var part: Int
        /// From 0.
        var depth: Int
        /// The section's number in the finder.
        let number: Int
        /// What the source says in it.
        let name: String
        fileprivate let children: [String]
        fileprivate let whole: Location
    }

    private(set) var entries: [Entry] = []
    private var finder = NameFinder()
    /// The parts whose outline was put right.
    private var changed: Set<Int> = []
    /// Sections that went into another one, and into which.
    private(set) var joined: [String: String] = [:]
    private var lastNumber = 0

    init(_ parts: [Part]) {
        for (part, entry) in parts.enumerated() {
            for section in entry.sections { add(section, part: part, depth: 0) }
        }
    }

    private mutating func add(_ section: Section, part: Int, depth: Int) {
        var own = section
        own.children = []
        if let first = section.children.first { own.location.end = max(own.location.start, first.location.start) }
        let name = Self.name(of: section)
        lastNumber = max(lastNumber, section.id.split(separator: "-").last.flatMap { Int($0) } ?? 0)
        entries.append(
            Entry(
                section: own, part: part, depth: depth, number: finder.add(name, id: section.id), name: name,
                children: section.children.map(\.id), whole: section.location))
        for child in section.children { add(child, part: part, depth: depth + 1) }
    }

    /// What a section is told by: its own words, those of a long one to its three hundredth letter.
    static func name(of section: Section) -> String {
        let words = [section.label, section.heading, section.text].compactMap { $0 }.joined(separator: " ")
        return String(words.replacing("\n", with: " ").prefix(nameLength))
    }

    private static let nameLength = 300

    enum Finding {
        /// The section's place among the entries, and whether its words are exactly those that are asked for.
        case entry(Int, isExact: Bool)
        case none
        case several(Int)
    }

    func find(_ place: Correction.Place) -> Finding {
        let found = finder.find(place) { number in
            guard let index = index(of: number), index > 0, entries[index - 1].part == entries[index].part else {
                return ""
            }
            return entries[index - 1].name
        }
        switch found {
        case .item(let number, let isExact): return index(of: number).map { .entry($0, isExact: isExact) } ?? .none
        case .none: return .none
        case .several(let count): return .several(count)
        }
    }

    private func index(of number: Int) -> Int? { entries.firstIndex { $0.number == number } }

    // MARK: Changes

    mutating func set(_ section: Section, at index: Int) {
        entries[index].section = section
        changed.insert(entries[index].part)
    }

    /// Moves a section, with those below it, to another depth.
    /// - Returns: false where there is nothing that it could stand below.
    mutating func move(_ index: Int, to depth: Int) -> Bool {
        let own = entries[index]
        let isBelow = index > 0 && entries[index - 1].part == own.part
        guard depth >= 0, depth <= (isBelow ? entries[index - 1].depth + 1 : 0) else { return false }
        var next = index
        repeat {
            entries[next].depth += depth - own.depth
            next += 1
        } while next < entries.count && entries[next].part == own.part && entries[next].depth > own.depth
        changed.insert(own.part)
        return true
    }

    /// Makes the section below a part of this one.
    /// - Returns: the section that is gone; nil where there is none below in this part.
    mutating func join(_ index: Int) -> Section? {
        guard index + 1 < entries.count, entries[index + 1].part == entries[index].part else { return nil }
        let below = entries.remove(at: index + 1)
        // A label stands before the words that it stood before.
        let (label, heading, text) = (below.section.label, below.section.heading, below.section.text)
        let lines = heading == nil ? [[label, text]] : [[label, heading], [text]]
        entries[index].section.text =
            ([[entries[index].section.text]] + lines).map { $0.compactMap { $0 }.joined(separator: " ") }
            .filter { !$0.isEmpty }.joined(separator: "\n")
        entries[index].section.location.end = max(entries[index].section.location.end, below.section.location.end)
        // What stood below the section that is gone stands below this one, as far as there is room.
        var next = index + 1
        var room = entries[index].depth + 1
        while next < entries.count, entries[next].part == below.part, entries[next].depth > below.depth {
            entries[next].depth = min(entries[next].depth, room)
            room = entries[next].depth + 1
            next += 1
        }
        joined[below.section.id] = entries[index].section.id
        changed.insert(below.part)
        return below.section
    }

    /// Makes several sections of one; what stands below it stands below the last of them.
    mutating func part(_ index: Int, into sections: [Section]) {
        let old = entries[index]
        var parts: [Entry] = []
        for (place, section) in sections.enumerated() {
            var section = section
            section.location = old.section.location
            if place > 0 {
                lastNumber += 1
                section.id = "section-" + String(lastNumber)
            }
            let name = Self.name(of: section)
            parts.append(
                Entry(
                    section: section, part: old.part, depth: old.depth,
                    number: finder.add(name, id: section.id), name: name, children: [], whole: old.whole))
        }
        entries.replaceSubrange(index...index, with: parts)
        changed.insert(old.part)
    }

    // MARK: The outline

    /// Puts the sections where they belong now.
    func lay(into parts: inout [Part]) {
        for part in changed.sorted() {
            parts[part].sections = Self.tree(entries.filter { $0.part == part })
        }
    }

    private static func tree(_ entries: [Entry]) -> [Section] {
        var roots: [Section] = []
        var open: [(entry: Entry, children: [Section])] = []
        func close(to depth: Int) {
            while let last = open.last, last.entry.depth >= depth {
                open.removeLast()
                let section = section(last.entry, last.children)
                if open.isEmpty { roots.append(section) } else { open[open.count - 1].children.append(section) }
            }
        }
        for entry in entries {
            close(to: entry.depth)
            open.append((entry, []))
        }
        close(to: 0)
        return roots
    }

    private static func section(_ entry: Entry, _ children: [Section]) -> Section {
        var section = entry.section
        section.children = children
        if children.map(\.id) == entry.children, !children.isEmpty {
            section.location = entry.whole
        } else if let last = children.last {
            section.location.end = max(section.location.end, last.location.end)
        }
        return section
    }
}
