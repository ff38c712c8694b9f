import VanBanReading

/// Which lines before a document's letterhead and behind its end are a web site's.
struct SiteZones {
    enum Mark { case document, site, uncertain }

    private let lines: [Line]
    private let text: SourceText
    /// Lines of the site's lists of metadata.
    private let taken: [Bool]
    private let strengths: [DocumentForm.Strength]
    /// The number of the document in the site's list.
    private let number: String?
    private(set) var marks: [Mark]

    init(_ lines: [Line], _ taken: [Bool], number: String?, in text: SourceText) {
        self.lines = lines
        self.text = text
        self.taken = taken
        self.number = number
        marks = [Mark](repeating: .document, count: lines.count)
        strengths = lines.indices.map { taken[$0] ? .none : DocumentForm.strength(of: lines[$0], in: text) }
    }

    // MARK: Above the letterhead

    mutating func findFront(lists: [Range<Int>]) {
        let hard = strengths.firstIndex(of: .hard) ?? lines.count
        var start = strengths.firstIndex { $0 != .none } ?? lines.count
        if let list = lists.first, list.lowerBound > start, list.lowerBound < hard {
            // Words of a menu that look like a form; the letterhead stands below the list.
            start = hard
            while start > list.upperBound, isHead(start - 1) { start -= 1 }
        }
        guard start > 0 else { return }
        let known = known(in: 0..<start)
        guard let last = known.lastIndex(where: { $0 }) else { return }
        mark(0...last, known)
    }

    /// Lines of a letterhead above its motto or number.
    private func isHead(_ index: Int) -> Bool {
        strengths[index] == .soft || lines[index].kind == .ruler || (lines[index].isCapitals && !taken[index])
    }

    // MARK: Behind the end

    mutating func findTail() {
        let form = DocumentForm(lines, besides: taken, in: text)
        let lastHard = strengths.lastIndex(of: .hard) ?? -1
        let end = form.end ?? -1
        findBetween(form.ends)
        guard max(lastHard, end) >= 0 else { return }
        var start = max(lastHard, end) + 1
        var hasEnded = end >= lastHard
        guard start < lines.count else { return }
        var known = known(in: start..<lines.count, directly: hasEnded)
        // A document that begins behind the end is one unless a site's words stand before it.
        let firstStrong = (start..<lines.count).first { known[$0 - start] } ?? lines.count
        if let soft = strengths[start..<firstStrong].lastIndex(of: .soft), soft > end {
            start = soft + 1
            hasEnded = false
            guard start < lines.count else { return }
            known = self.known(in: start..<lines.count)
        }
        guard let first = tailStart(start, known, hasEnded: hasEnded) else { return }
        let flags = Array(known[(first - start)...])
        mark(first...(lines.count - 1), flags, isTail: true)
    }

    /// A site's lines right behind the end of a document, and right above what follows in the same file.
    private mutating func findBetween(_ ends: [Int]) {
        /// The next line of a document's form at or after the line at hand; it is never looked for behind itself.
        var next = 0
        for end in ends.sorted() {
            let start = end + 1
            guard start < lines.count, strengths[start] == .none, !taken[start] else { continue }
            if next < start { next = strengths[start...].firstIndex { $0 != .none } ?? lines.count }
            guard next < lines.count, DocumentForm.opens(lines[next]) else { continue }
            let known = known(in: start..<next, directly: true)
            for index in known.indices {
                guard known[index] else { break }
                marks[start + index] = .site
            }
            for index in known.indices.reversed() {
                guard known[index] else { break }
                marks[start + index] = .site
            }
        }
    }

    /// The first line of a site's; without a certain end of the document, most of what follows must be a site's.
    private func tailStart(_ start: Int, _ known: [Bool], hasEnded: Bool) -> Int? {
        if hasEnded { return known.firstIndex(of: true).map { $0 + start } }
        var count = 0
        var best: Int?
        for index in known.indices.reversed() where known[index] {
            count += 1
            let isCertain = kind(of: start + index) == .strong
            if count >= 2, count * 3 >= known.count - index, isCertain { best = start + index }
        }
        return best
    }

    // MARK: Lines

    private func kind(of index: Int) -> SiteLine {
        if taken[index] { return .strong }
        let kind = SiteLine.of(lines[index], in: text)
        // The site's name of the very document that its list is about.
        guard kind == .link, let number, SiteLink.number(of: lines[index].range, in: text) == number else {
            return kind
        }
        return .strong
    }

    /// Which of a zone's lines are a site's by their own words, and the words of their neighbours.
    private func known(in zone: Range<Int>, directly isDirect: Bool = false) -> [Bool] {
        let kinds = zone.map { kind(of: $0) }
        var opens = isDirect
        return kinds.indices.map { index in
            if lines[zone.lowerBound + index].kind == .ruler { return false }
            defer { opens = false }
            switch kinds[index] {
            case .none: return false
            case .strong: return strengths[zone.lowerBound + index] == .none
            case .link where opens: return true
            case .weak, .link, .field:
                if strengths[zone.lowerBound + index] == .hard { return false }
                if kinds[index] == .weak, isColumnHead(zone.lowerBound + index) { return false }
                let low = max(0, index - 2)
                let high = min(kinds.count - 1, index + 2)
                return opens || (low...high).contains { $0 != index && kinds[$0] != .none }
            }
        }
    }

    /// Whether a line is the head of a column, and the line below it of another: `Nội dung` is a word of sites, too.
    private func isColumnHead(_ index: Int) -> Bool {
        guard lines.indices.contains(index + 1), lines[index + 1].range.count <= 130 else { return false }
        return ColumnRoles.recognized(in: [index, index + 1].map { TokenText(lines[$0].range, in: text) }) == 2
    }

    /// Marks the lines of a zone: what stands closely between a site's lines is a site's; the rest is doubtful.
    private mutating func mark(_ zone: ClosedRange<Int>, _ known: [Bool], isTail: Bool = false) {
        var last: Int?
        for index in zone {
            let offset = index - zone.lowerBound
            if known[offset] {
                if let before = last, index - before > 1 { settle((before + 1)..<index) }
                if last == nil, index > zone.lowerBound { doubt(zone.lowerBound..<index) }
                if !taken[index] { marks[index] = .site }
                last = index
            }
        }
        if isTail, let last, last < zone.upperBound { doubt((last + 1)..<(zone.upperBound + 1)) }
    }

    private mutating func settle(_ gap: Range<Int>) {
        let words = gap.filter { lines[$0].kind != .ruler }
        let isClose =
            words.count <= 3
            && words.allSatisfy {
                lines[$0].width < 100 && strengths[$0] == .none && !TerminalSign.ends(lines[$0].range, in: text)
            }
        if isClose { for index in gap { marks[index] = .site } } else { doubt(gap) }
    }

    private mutating func doubt(_ gap: Range<Int>) {
        for index in gap where !taken[index] {
            switch lines[index].kind {
            case .ruler, .pageNumber, .runningHead: marks[index] = .document
            default: marks[index] = .uncertain
            }
        }
    }
}
