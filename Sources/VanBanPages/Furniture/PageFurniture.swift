import VanBanReading

/// Tells what stands on pages beside the document: page numbers, heads and feet, the stamps of signatures, what is
/// written along the edge.
struct PageFurniture {
    /// What signing programs open the lines of their stamps with, in small letters, and what of a stamp is the document's
    /// own: its number.
    private static let marks: (stamp: [String], text: [String]) = {
        let rows = String(decoding: PackageResources.page_marks_csv, as: UTF8.self).split(separator: "\n").dropFirst()
        func phrases(_ place: String) -> [String] {
            rows.filter { $0.hasSuffix("," + place) }.map { String($0.dropLast(place.count + 1)) }
        }
        return (phrases("stamp"), phrases("text"))
    }()

    /// How far from the upper and lower edge heads and feet stand, of the page's height.
    private static let edge = 0.13
    private static let mostEdgeLines = 3

    /// By page, the places of its lines that are furniture.
    private(set) var lines: [Set<Int>]

    /// - Parameter pages: with the lines of each that stand in no ruled table, from top to bottom.
    init(_ pages: [(page: Page, lines: [TextLine])]) {
        lines = pages.map { Self.stamps(in: $0.lines) }
        markNumbers(pages)
        markRunning(pages)
    }

    // MARK: Page numbers

    private mutating func markNumbers(_ pages: [(page: Page, lines: [TextLine])]) {
        for (index, entry) in pages.enumerated() {
            for place in edgeLines(entry, index).prefix(2 * Self.mostEdgeLines) {
                let line = entry.lines[place]
                guard let (number, count) = Self.number(line), number <= entry.page.number + 2_000,
                    count.map({ $0 == pages.count || number == entry.page.number && $0 < 1_000 }) ?? true,
                    abs(number - entry.page.number) <= max(30, pages.count) || number < 1_000,
                    abs(line.box.centerX - entry.page.width / 2) < 0.08 * entry.page.width
                        || line.box.right > 0.85 * entry.page.width
                else { continue }
                lines[index].insert(place)
            }
        }
    }

    /// A line that holds a number and at most dashes or the count of pages: `2`, `- 2 -`, `2/5`.
    private static func number(_ line: TextLine) -> (number: Int, of: Int?)? {
        guard line.words.count <= 5 else { return nil }
        let text = line.text
        guard text.utf8.count <= 12, text.unicodeScalars.allSatisfy({ isNumberSign($0) }) else { return nil }
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard let number = numbers.first, numbers.count <= 2 else { return nil }
        // `1/2026` is the rest of a date.
        guard numbers.count == 2 else { return (number, nil) }
        return text.contains("/") && numbers[1] >= number ? (number, numbers[1]) : nil
    }

    private static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || [0x20, 0x2D, 0x2F, 0x2013, 0x2014, 0x7C].contains(scalar.value)
    }

    /// The lines at the upper and lower edge that are not yet told, from the outermost inwards; what stands beyond the rows
    /// of a table stands in it.
    private func edgeLines(_ entry: (page: Page, lines: [TextLine]), _ index: Int) -> [Int] {
        let height = entry.page.height
        let known = lines[index]
        func outermost(_ places: some Sequence<Int>, _ isAtEdge: (PageBox) -> Bool) -> [Int] {
            Array(
                places.prefix { isAtEdge(entry.lines[$0].box) && !isTabular($0, entry.lines) }
                    .filter { !known.contains($0) }.prefix(Self.mostEdgeLines))
        }
        return outermost(entry.lines.indices) { $0.bottom < Self.edge * height }
            + outermost(entry.lines.indices.reversed()) { $0.top > (1 - Self.edge) * height }
    }

    /// Whether a line, with those that it hangs together with, has words in several columns: the head of a table whose cells
    /// are not of one height.
    private func isTabular(_ place: Int, _ lines: [TextLine]) -> Bool {
        var runs = Self.runs(of: lines[place])
        for step in [-1, 1] {
            var near = place
            for _ in 0..<5 where lines.indices.contains(near + step) {
                let (upper, lower) = step > 0 ? (lines[near], lines[near + 1]) : (lines[near - 1], lines[near])
                guard lower.box.top - upper.box.bottom < 0.1 * upper.height else { break }
                near += step
                runs += Self.runs(of: lines[near])
            }
        }
        return Self.columns(runs, apart: 0.8 * lines[place].height) >= 4
    }

    /// Its words: the usual gap of a line of heads is that between columns, so that it has no wider ones.
    private static func runs(of line: TextLine) -> [ClosedRange<Double>] {
        line.words.map { $0.box.left...max($0.box.left, $0.box.right) }
    }

    /// How many stretches of a page's width are filled, with room between them.
    private static func columns(_ runs: [ClosedRange<Double>], apart: Double) -> Int {
        var count = 0
        var end = -Double.infinity
        for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if run.lowerBound - end > apart { count += 1 }
            end = max(end, run.upperBound)
        }
        return count
    }

    // MARK: Heads and feet

    private mutating func markRunning(_ pages: [(page: Page, lines: [TextLine])]) {
        struct Key: Hashable {
            var text: String
            var place: Int
        }
        var found: [Key: [(page: Int, line: Int)]] = [:]
        for (index, entry) in pages.enumerated() {
            for place in edgeLines(entry, index) {
                let line = entry.lines[place]
                let own = String(entry.page.number)
                let text = line.words.map { $0.text == own ? "#" : $0.text }.joined(separator: " ").lowercased()
                guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { continue }
                found[Key(text: text, place: Int((line.box.centerY / 6).rounded())), default: []].append((index, place))
            }
        }
        for places in found.values {
            guard places.count >= 3, let first = places.first?.page, let last = places.last?.page,
                places.count * 2 > last - first + 1
            else { continue }
            for (page, line) in places { lines[page].insert(line) }
        }
    }

    // MARK: Stamps

    /// The lines of stamps: those that open as such do, and what stands close to them, as small and flush with them.
    private static func stamps(in lines: [TextLine]) -> Set<Int> {
        var stamps: Set<Int> = []
        for (index, line) in lines.enumerated() where isMark(line) {
            stamps.insert(index)
            for step in [-1, 1] {
                var near = index + step
                while lines.indices.contains(near), belongs(lines[near], to: lines[near - step]) {
                    stamps.insert(near)
                    near += step
                }
            }
        }
        for (index, line) in lines.enumerated() where isAlongEdge(line) { stamps.insert(index) }
        return stamps
    }

    private static func isMark(_ line: TextLine) -> Bool {
        guard line.words.count < 20 else { return false }
        let text = line.text.lowercased()
        return marks.stamp.contains { text.hasPrefix($0) }
    }

    private static func belongs(_ line: TextLine, to stamp: TextLine) -> Bool {
        let text = line.text.lowercased()
        return line.words.count < 12 && !marks.text.contains { text.hasPrefix($0) }
            && abs(line.height - stamp.height) < 0.6 && abs(line.box.left - stamp.box.left) < 3
            && abs(line.box.centerY - stamp.box.centerY) < 1.5 * stamp.height
    }

    /// Letters that run upwards.
    private static func isAlongEdge(_ line: TextLine) -> Bool {
        line.words.allSatisfy { $0.text.unicodeScalars.count >= 3 && $0.box.height > 2.5 * $0.box.width }
    }
}
