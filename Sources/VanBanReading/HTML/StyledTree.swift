/// Whether something holds, as far as it can be told.
enum Certainty: UInt8, Comparable {
    case no, unsure, yes

    static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
    init(_ holds: Bool) { self = holds ? .yes : .no }

    var reversed: Certainty { self == .yes ? .no : self == .no ? .yes : .unsure }
}

/// An element that stands before another in the same one.
struct ElderElement {
    let element: HTMLElement
    var names: ElementNames
    /// How many of the same name stand there up to it, and how many of them right before one another.
    let ofType: Int
    let run: Int
}

/// The elements that are open, and one that is about to be, as selectors look at them.
///
/// Browsers set `<tbody>` around rows that stand in a table without one; the parser does not, so it is thought here.
struct StyledTree {
    let frames: [HTMLFlow.Frame]
    let element: HTMLElement
    let names: ElementNames
    /// What stands before it, outside of all elements.
    let outermost: [ElderElement]
    /// The children of elements by their serial numbers, where the page has been read before.
    let known: [Int32: [HTMLElement]]

    /// A place in the tree.
    private enum Node {
        /// An open element; the new one is behind the last.
        case open(Int)
        case elder(parent: Int, index: Int)
        /// The body of a table that stands for itself.
        case body(table: Int)
    }

    /// Elements around one that are looked at, elements before it, and steps in all.
    private static let reach = 64
    private static let farthest = 4_096
    private static let mostSteps = 20_000

    func matches(_ selector: StyleSelector) -> Certainty {
        var steps = 0
        return matches(selector, at: .open(frames.count), &steps)
    }

    private func matches(_ selector: StyleSelector, at node: Node, _ steps: inout Int) -> Certainty {
        let own = matches(selector.own, node, &steps)
        return own == .no ? .no : min(own, matches(selector.others[...], from: node, &steps))
    }

    private func matches(
        _ others: ArraySlice<(relation: StyleSelector.Relation, compound: StyleSelector.Compound)>, from node: Node,
        _ steps: inout Int
    ) -> Certainty {
        guard let wanted = others.first else { return .yes }
        let rest = others.dropFirst()
        var best = Certainty.no
        var next: Node? = node
        var looked = 0
        while true {
            steps += 1
            if steps > Self.mostSteps { return .unsure }
            let isAround = wanted.relation == .around || wanted.relation == .parent
            next = next.flatMap { isAround ? parent(of: $0) : elder(of: $0) }
            guard let place = next else {
                // A page has both, whether it says so or not.
                if isAround, others.allSatisfy({ $0.compound.isOfEveryPage }) { return .yes }
                return best
            }
            let own = matches(wanted.compound, place, &steps)
            if own != .no { best = max(best, min(own, matches(rest, from: place, &steps))) }
            if best == .yes || wanted.relation == .parent || wanted.relation == .before { return best }
            looked += 1
            if looked >= (isAround ? Self.reach : Self.farthest) { return isAround ? best : max(best, .unsure) }
        }
    }

    private func matches(_ compound: StyleSelector.Compound, _ node: Node, _ steps: inout Int) -> Certainty {
        let element = element(of: node)
        if compound.element != .other, compound.element != element { return .no }
        // Elements without a meaning of their own have no name here.
        if compound.element == .other,
            compound.conditions.contains(where: { if case .unknown = $0 { true } else { false } }),
            compound.classes.isEmpty, compound.id == nil, compound.conditions.count == 1, element != .other
        {
            return .no
        }
        let names = names(of: node)
        if let id = compound.id, !(names.id?.elementsEqual(id.utf8) ?? false) { return .no }
        guard compound.classes.allSatisfy({ names.hasClass($0) }) else { return .no }
        var result = Certainty.yes
        for condition in compound.conditions {
            result = min(result, holds(condition, node, &steps))
            if result == .no { break }
        }
        return result
    }

    private func holds(_ condition: StyleSelector.Condition, _ node: Node, _ steps: inout Int) -> Certainty {
        switch condition {
        case .attribute(let test): return Certainty(names(of: node).holds(test))
        case .any(let selectors): return any(selectors, node, &steps)
        case .none(let selectors): return any(selectors, node, &steps).reversed
        case .place(let step, let offset, let ofType, let fromEnd):
            let place = fromEnd ? placeFromEnd(of: node, ofType: ofType) : place(of: node, ofType: ofType)
            guard let place else { return .unsure }
            let steps = place - offset
            return Certainty(step == 0 ? steps == 0 : steps % step == 0 && steps / step >= 0)
        case .outermost:
            if case .open(0) = node { return Certainty(element(of: node) == .html) }
            return .no
        case .never: return .no
        case .unknown: return .unsure
        }
    }

    private func any(_ selectors: [StyleSelector], _ node: Node, _ steps: inout Int) -> Certainty {
        var best = Certainty.no
        for selector in selectors where best != .yes { best = max(best, matches(selector, at: node, &steps)) }
        return best
    }

    // MARK: Around and before

    private func element(of node: Node) -> HTMLElement {
        switch node {
        case .open(let index): return index < frames.count ? frames[index].element : element
        case .elder(let parent, let index): return children(of: parent)[index].element
        case .body: return .tbody
        }
    }

    private func names(of node: Node) -> ElementNames {
        switch node {
        case .open(let index): return index < frames.count ? frames[index].names : names
        case .elder(let parent, let index): return children(of: parent)[index].names
        case .body: return ElementNames()
        }
    }

    /// What stands so far in an open element, the one being open last among them.
    private func children(of parent: Int) -> [ElderElement] { parent < 0 ? outermost : frames[parent].elders }

    /// Where an element stands among the children of an open one.
    private func position(of node: Node) -> (parent: Int, index: Int)? {
        switch node {
        case .open(let index): return (index - 1, children(of: index - 1).count - 1)
        case .elder(let parent, let index): return (parent, index)
        case .body: return nil
        }
    }

    private func parent(of node: Node) -> Node? {
        let around: Int
        switch node {
        case .open(let index): around = index - 1
        case .elder(let parent, _): around = parent
        case .body(let table): return .open(table)
        }
        guard around >= 0 else { return nil }
        return stands(in: around, element(of: node)) ? .body(table: around) : .open(around)
    }

    /// Whether an element is a row right in a table.
    private func stands(in parent: Int, _ element: HTMLElement) -> Bool {
        parent >= 0 && element == .tr && frames[parent].element == .table
    }

    private func elder(of node: Node) -> Node? {
        guard let position = position(of: node), position.index > 0 else { return nil }
        let before = children(of: position.parent)[position.index - 1]
        if stands(in: position.parent, element(of: node)), before.element != .tr { return nil }
        return .elder(parent: position.parent, index: position.index - 1)
    }

    /// The place among siblings, from 1; nil where it is not known.
    private func place(of node: Node, ofType: Bool) -> Int? {
        guard let (parent, index) = position(of: node), index >= 0 else { return nil }
        let own = children(of: parent)[index]
        if stands(in: parent, own.element) { return own.run }
        return ofType ? own.ofType : index + 1
    }

    private func placeFromEnd(of node: Node, ofType: Bool) -> Int? {
        guard let (parent, index) = position(of: node), index >= 0,
            let all = known[parent < 0 ? -1 : frames[parent].serial], index < all.count
        else { return nil }
        let behind = all[(index + 1)...]
        if stands(in: parent, all[index]) { return 1 + behind.prefix { $0 == .tr }.count }
        return 1 + (ofType ? behind.count { $0 == all[index] } : behind.count)
    }
}

/// The classes, the id and, where a style sheet asks for them, all attributes of an element.
struct ElementNames {
    private(set) var classes: [UInt8] = []
    private(set) var id: [UInt8]?
    var attributes: [(name: [UInt8], value: [UInt8])] = []

    init(classes: UnsafeBufferPointer<UInt8>? = nil, id: UnsafeBufferPointer<UInt8>? = nil) {
        if let classes { self.classes = Array(classes) }
        self.id = id.map { Array($0) }
    }

    func forEachClass(_ body: (String) -> Void) {
        for name in classes.split(whereSeparator: CharacterClass.isSpace) {
            body(String(decoding: name, as: UTF8.self))
        }
    }

    func hasClass(_ name: String) -> Bool {
        classes.split(whereSeparator: CharacterClass.isSpace).contains { $0.elementsEqual(name.utf8) }
    }

    func holds(_ test: StyleSelector.AttributeTest) -> Bool {
        guard let found = attributes.first(where: { $0.name == test.name }) else { return false }
        func plain(_ bytes: [UInt8]) -> [UInt8] {
            test.ignoresCase ? bytes.map { UnsafeBufferPointer<UInt8>.lower($0) } : bytes
        }
        let (value, wanted) = (plain(found.value), plain(test.value))
        switch test.comparison {
        case .exists: return true
        case .equal: return value == wanted
        case .word:
            return value.split(whereSeparator: CharacterClass.isSpace).contains { $0.elementsEqual(wanted) }
        case .language: return value == wanted || value.starts(with: wanted + [0x2D])
        case .start: return !wanted.isEmpty && value.starts(with: wanted)
        case .end: return !wanted.isEmpty && value.reversed().starts(with: wanted.reversed())
        case .part:
            guard !wanted.isEmpty, value.count >= wanted.count else { return false }
            return (0...(value.count - wanted.count)).contains { value[$0...].starts(with: wanted) }
        }
    }
}
