/// A line of letters, or the part of one without a wide gap: the components that are its letters and their marks.
struct InkLine: Sendable {
    var components: [Int]
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
    /// From where to where its letters stand, marks left out: most of them begin and end there.
    var letters: ClosedRange<Double>
    /// The area between ruled lines that it lies in.
    var area: Int
}

/// Cuts lines out of the letters of a page, area by area.
///
/// The letters tell where lines are, and the loose marks above and below (Vietnamese has two on a vowel) go to the line
/// whose letters they belong to: one that lies between two lines belongs to the upper one only where its middle lies in
/// the upper third of the gap.
struct InkLines {
    /// The height of most letters, in pixels.
    private(set) var letterHeight = 0.0
    private(set) var lines: [InkLine] = []

    /// More is noise.
    private static let mostComponents = 60_000
    private let ink: InkComponents
    private let areas: RuledAreas

    /// A line while it is found.
    private struct Draft {
        var letters: [Int]
        var others: [Int] = []
        var left = 0.0
        var right = 0.0
        var top = 0.0
        var bottom = 0.0

        var center: Double { (top + bottom) / 2 }
    }

    init(_ ink: InkComponents, in areas: RuledAreas) {
        self.ink = ink
        self.areas = areas
        // What is larger is a picture, what is smaller dust.
        let kept = ink.components.indices.filter {
            let component = ink.components[$0]
            return component.area >= 10 && component.width < 900 && component.height < 300
        }
        let heights = kept.map { ink.components[$0].height }.filter { (15...80).contains($0) }.sorted()
        guard kept.count <= Self.mostComponents, !heights.isEmpty else { return }
        letterHeight = Double(heights[heights.count / 2])
        var byArea: [Int: [Int]] = [:]
        for index in kept {
            let component = ink.components[index]
            let area = areas.area(x: Int(component.centerX), y: Int(component.centerY))
            byArea[area, default: []].append(index)
        }
        for area in byArea.keys.sorted() { cut(byArea[area] ?? [], in: area) }
        lines.sort { ($0.top, $0.left) < ($1.top, $1.left) }
    }

    /// The line that goes on below each line, by their places: the next in its area that lies under it; nil for none.
    func followers() -> [Int?] {
        var followers = [Int?](repeating: nil, count: lines.count)
        var last: [Int: [Int]] = [:]
        for index in lines.indices {
            let line = lines[index]
            var above = last[line.area] ?? []
            if let found = above.lastIndex(where: {
                min(lines[$0].right, line.right) > max(lines[$0].left, line.left)
                    && line.letters.lowerBound - lines[$0].letters.upperBound < 3 * letterHeight
            }) {
                followers[above[found]] = index
                above.remove(at: found)
            }
            // What is further up goes on nowhere here.
            last[line.area] = Array(above.suffix(8)) + [index]
        }
        return followers
    }

    private mutating func cut(_ members: [Int], in area: Int) {
        let height = letterHeight
        let letters = members.filter {
            let component = ink.components[$0]
            return Double(component.height) >= 0.62 * height && Double(component.height) <= 3 * height
                && Double(component.width) >= 0.15 * height
        }.sorted {
            let (one, two) = (ink.components[$0], ink.components[$1])
            return (one.left, one.top) < (two.left, two.top)
        }
        var drafts: [Draft] = []
        for letter in letters { add(letter, to: &drafts) }
        for index in drafts.indices { settle(&drafts[index]) }
        drafts = merged(drafts)
        let known = Set(letters)
        for member in members where !known.contains(member) { addMark(member, to: &drafts) }
        for draft in drafts where !isDirt(draft) { lines.append(line(draft, in: area)) }
    }

    /// A letter goes to the line that its height shares, unless the gap is wide.
    private func add(_ letter: Int, to drafts: inout [Draft]) {
        let component = ink.components[letter]
        var best: (shared: Double, draft: Int)?
        for index in drafts.indices {
            let near = drafts[index].letters.suffix(6)
            let top = median(near.map { ink.components[$0].top })
            let bottom = median(near.map { ink.components[$0].bottom })
            let shared = min(bottom, Double(component.bottom)) - max(top, Double(component.top))
            let end = near.map { ink.components[$0].right }.max() ?? 0
            guard shared > 0.5 * min(bottom - top, Double(component.height)),
                Double(component.left - end) < 2.5 * letterHeight, shared > best?.shared ?? 0
            else { continue }
            best = (shared, index)
        }
        if let best { drafts[best.draft].letters.append(letter) } else { drafts.append(Draft(letters: [letter])) }
    }

    private func settle(_ draft: inout Draft) {
        draft.left = Double(draft.letters.map { ink.components[$0].left }.min() ?? 0)
        draft.right = Double(draft.letters.map { ink.components[$0].right }.max() ?? 0)
        draft.top = median(draft.letters.map { ink.components[$0].top })
        draft.bottom = median(draft.letters.map { ink.components[$0].bottom })
    }

    /// Lines are further apart than their letters are high: what is nearer to a longer line is its marks.
    private func merged(_ drafts: [Draft]) -> [Draft] {
        let reach = 0.5 * letterHeight
        var kept: [Draft] = []
        for draft in drafts.sorted(by: { $0.letters.count > $1.letters.count }) {
            let home = kept.firstIndex {
                abs($0.center - draft.center) < 1.15 * letterHeight && draft.left >= $0.left - reach
                    && draft.right <= $0.right + reach
            }
            if let home { kept[home].others += draft.letters } else { kept.append(draft) }
        }
        return kept
    }

    private func addMark(_ mark: Int, to drafts: inout [Draft]) {
        let component = ink.components[mark]
        let height = letterHeight
        guard Double(component.height) <= 3 * height else { return }
        let (x, y) = (component.centerX, component.centerY)
        func isNear(_ draft: Int, _ reach: Double) -> Bool {
            drafts[draft].left - reach * height <= x && x <= drafts[draft].right + reach * height
        }
        let near = drafts.indices.filter { isNear($0, 0.8) }
        // A dash before an item, or a full stop behind a number, stands further off.
        let within = drafts.indices.filter {
            isNear($0, 2) && drafts[$0].top - 0.1 * height <= y && y <= drafts[$0].bottom + 0.15 * height
        }
        var home = within.min { abs(drafts[$0].center - y) < abs(drafts[$1].center - y) }
        if home == nil {
            let above = near.filter { drafts[$0].bottom < y }.max { drafts[$0].bottom < drafts[$1].bottom }
            let below = near.filter { drafts[$0].top > y }.min { drafts[$0].top < drafts[$1].top }
            switch (above, below) {
            case (let above?, let below?) where drafts[below].top - drafts[above].bottom < 1.6 * height:
                let gap = drafts[below].top - drafts[above].bottom
                home = y - drafts[above].bottom < gap / 3 ? above : below
            case (_, let below?) where drafts[below].top - y < 0.75 * height: home = below
            case (let above?, _) where y - drafts[above].bottom < 0.45 * height: home = above
            default: break
            }
        }
        guard let home, !isSpeck(component, beside: drafts[home]) else { return }
        drafts[home].others.append(mark)
    }

    /// Whether it is tiny and stands beside no letter.
    private func isSpeck(_ component: InkComponent, beside draft: Draft) -> Bool {
        let isDash = Double(component.width) >= 0.25 * letterHeight && component.width >= 2 * component.height
        if isDash { return false }
        guard Double(component.area) < 0.02 * letterHeight * letterHeight + 6 else { return false }
        return !draft.letters.contains {
            let letter = ink.components[$0]
            return Double(max(letter.left - component.right, component.left - letter.right)) <= 0.5 * letterHeight
        }
    }

    /// Whether a line is one thing that is no letter.
    private func isDirt(_ draft: Draft) -> Bool {
        guard draft.letters.count == 1, let only = draft.letters.first else { return false }
        let component = ink.components[only]
        return Double(component.area) < 0.08 * letterHeight * Double(component.height)
            || Double(component.height) > 2.2 * letterHeight || Double(component.width) > 6 * letterHeight
    }

    private func line(_ draft: Draft, in area: Int) -> InkLine {
        let members = draft.letters + draft.others
        return InkLine(
            components: members, left: members.map { ink.components[$0].left }.min() ?? 0,
            top: members.map { ink.components[$0].top }.min() ?? 0,
            right: members.map { ink.components[$0].right }.max() ?? 0,
            bottom: members.map { ink.components[$0].bottom }.max() ?? 0,
            letters: draft.top...max(draft.top, draft.bottom), area: area)
    }

    private func median(_ values: [Int]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    }
}
