import VanBanReading

/// What stands around the lists of what a site knows of a document; each line is looked at once for all lists.
struct SiteSurroundings {
    private let lines: [Line]
    private let text: SourceText
    private let isListed: [Bool]
    private lazy var firstForm = lines.indices.first { isForm($0) } ?? lines.count
    /// For each line the first at or after it that has the form of a document or opens one.
    private lazy var nextForms = forms()
    /// For the last lines how many at or after each are a site's, from the end: only as many as were asked for.
    private var siteLines = [0]

    init(_ lines: [Line], lists: [SiteMetadata], in text: SourceText) {
        self.lines = lines
        self.text = text
        var isListed = [Bool](repeating: false, count: lists.isEmpty ? 0 : lines.count)
        for list in lists { for index in list.lines { isListed[index] = true } }
        self.isListed = isListed
    }

    /// Whether a list stands above the document, below its end or between two: in the midst of a text it is the text's.
    mutating func areOutside(_ list: SiteMetadata) -> Bool {
        if firstForm >= list.lines.lowerBound { return true }
        let next = nextForms[list.lines.upperBound]
        if next < lines.count { return DocumentForm.opens(lines[next]) }
        let behind = lines.count - list.lines.upperBound
        return (list.lines.count + countSiteLines(from: list.lines.upperBound)) * 3 >= list.lines.count + behind
    }

    private func isForm(_ index: Int) -> Bool {
        !isListed[index] && DocumentForm.strength(of: lines[index], in: text) == .hard
    }

    private func forms() -> [Int] {
        var next = [Int](repeating: lines.count, count: lines.count + 1)
        for index in lines.indices.reversed() {
            next[index] = isForm(index) || DocumentForm.opens(lines[index]) ? index : next[index + 1]
        }
        return next
    }

    private mutating func countSiteLines(from start: Int) -> Int {
        while siteLines.count <= lines.count - start {
            let line = lines[lines.count - siteLines.count]
            siteLines.append(siteLines[siteLines.count - 1] + (SiteLine.of(line, in: text) != .none ? 1 : 0))
        }
        return siteLines[lines.count - start]
    }
}
