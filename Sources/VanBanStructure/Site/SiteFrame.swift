import VanBanModel
import VanBanReading

/// What a web site puts around a document that is copied from it: menus and ways above the letterhead, lists of other
/// documents, buttons and feet below the end, and its list of what it knows of the document.
///
/// Only lines that are surely a site's are taken out. Lines between or below them that may be the document's stay, and
/// are said to be doubtful.
struct SiteFrame {
    private(set) var metadata: SiteMetadata?
    /// What is no part of the document.
    private(set) var furniture: [Range<Int>] = []
    private(set) var diagnostics: [Diagnostic] = []

    private enum Verdict { case document, site, field, title, uncertain }

    /// Takes a site's lines out of a document's.
    static func take(from lines: inout [Line], in text: SourceText) -> SiteFrame {
        var frame = SiteFrame()
        let found = SiteMetadata.lists(in: lines, text: text)
        var surroundings = SiteSurroundings(lines, lists: found, in: text)
        let lists = found.filter { surroundings.areOutside($0) }
        var verdicts = [Verdict](repeating: .document, count: lines.count)
        for list in lists { for index in list.lines { verdicts[index] = .site } }
        frame.metadata = lists.first { $0.has(.number) } ?? lists.first
        if let list = frame.metadata { for index in list.lines { verdicts[index] = .field } }
        let field = frame.metadata?.fields.first { $0.label == .number }
        let number = field.flatMap { SiteValue.number($0.value, in: text) }
        var zones = SiteZones(lines, verdicts.map { $0 != .document }, number: number, in: text)
        zones.findFront(lists: lists.map(\.lines))
        zones.findTail()
        for index in lines.indices where verdicts[index] == .document {
            switch zones.marks[index] {
            case .site: verdicts[index] = .site
            case .uncertain: verdicts[index] = .uncertain
            case .document: break
            }
        }
        frame.findTitle(number, lines, &verdicts, text)
        guard verdicts.contains(where: { $0 != .document }) else { return frame }
        frame.settle(&lines, verdicts, text)
        return frame
    }

    /// The site's name of the document, on a line beside its list.
    private mutating func findTitle(
        _ number: String?, _ lines: [Line], _ verdicts: inout [Verdict], _ text: SourceText
    ) {
        guard let list = metadata, let number else { return }
        let near = [list.lines.lowerBound - 1, list.lines.lowerBound - 2, list.lines.upperBound]
        for index in near where lines.indices.contains(index) && verdicts[index] != .field {
            guard verdicts[index] == .site || index < list.lines.lowerBound,
                SiteLink.number(of: lines[index].range, in: text) == number
            else { continue }
            metadata?.title = Stretch(lines[index].range)
            verdicts[index] = .title
            return
        }
    }

    private mutating func settle(_ lines: inout [Line], _ verdicts: [Verdict], _ text: SourceText) {
        var kept: [Line] = []
        kept.reserveCapacity(lines.count)
        var run: Range<Int>?
        /// The first line that was taken out since the last one that stays: nothing of the document goes on across it.
        var gap: Line?
        let fields = fieldRanges
        for (index, line) in lines.enumerated() {
            switch verdicts[index] {
            case .document, .uncertain:
                Self.close(&gap, &kept)
            case .title, .field, .site: gap = gap ?? line
            }
            switch verdicts[index] {
            case .document: kept.append(line)
            case .title: break
            case .field:
                // A heading or a ruler between the lines of the list.
                if !Self.overlaps(fields, line.range) { furniture.append(line.range) }
            case .site: furniture.append(line.range)
            case .uncertain:
                var line = line
                line.kind = .uncertain
                line.label = nil
                line.cells = []
                kept.append(line)
                run = run.map { $0.lowerBound..<line.range.upperBound } ?? line.range
                continue
            }
            if let whole = run { report(whole, text) }
            run = nil
        }
        if let whole = run { report(whole, text) }
        Self.close(&gap, &kept)
        lines = kept
    }

    /// Leaves the first of the lines that were taken out as a mark in their place.
    private static func close(_ gap: inout Line?, _ kept: inout [Line]) {
        guard var frame = gap else { return }
        gap = nil
        guard !kept.isEmpty else { return }
        frame.kind = .frame
        frame.label = nil
        frame.cells = []
        kept.append(frame)
    }

    /// What the fields of the list take up, in order and without overlaps.
    private var fieldRanges: [Range<Int>] {
        var merged: [Range<Int>] = []
        let ranges = metadata?.fields.flatMap(\.hull.ranges).filter { !$0.isEmpty } ?? []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    private static func overlaps(_ ranges: [Range<Int>], _ range: Range<Int>) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].overlaps(range)
    }

    private mutating func report(_ range: Range<Int>, _ text: SourceText) {
        diagnostics.append(
            Diagnostic(.uncertainSiteText, at: text.location(of: range), arguments: [text.excerpt(of: range)]))
    }
}
