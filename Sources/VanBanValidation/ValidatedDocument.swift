import VanBanModel
import VanBanReading
import VanBanStructure

/// A document as rules see it: its record, and its text by the record's fields.
package struct ValidatedDocument: Sendable {
    package let record: Record
    package let text: SourceText
    /// Every stretch that a field of the record holds, in reading order. What web sites and rulers add is not among
    /// them.
    package let passages: [Passage]
    /// The words of the passages, each form once.
    let forms: [WordForm]

    /// Positions of the passages of each node of the record.
    private let byNode: [Substring: [Int]]
    /// Positions of the parts by their ids.
    private let byPart: [String: Int]
    /// Of each part the day that its document was issued on, as far as the file tells.
    let issueDates: [CalendarDate?]
    /// Of each code's diagnostics where they begin, in order, and the furthest end of those up to there.
    private let told: [DiagnosticCode: [(start: Int, furthest: Int)]]

    package init(_ document: ConvertedDocument) {
        record = document.record
        text = document.text
        var forms = WordForms()
        passages = Self.passages(of: document, &forms)
        self.forms = forms.all
        var byNode: [Substring: [Int]] = [:]
        for (index, passage) in passages.enumerated() { byNode[passage.node, default: []].append(index) }
        self.byNode = byNode
        byPart = Dictionary(
            record.parts.enumerated().lazy.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        issueDates = Self.issueDates(of: record.parts)
        var told: [DiagnosticCode: [(start: Int, furthest: Int)]] = [:]
        for diagnostic in document.record.diagnostics.sorted(by: { $0.location.start < $1.location.start }) {
            let before = told[diagnostic.code]?.last?.furthest ?? 0
            told[diagnostic.code, default: []].append(
                (diagnostic.location.start, max(before, diagnostic.location.end)))
        }
        self.told = told
    }

    /// What a field holds is one passage, wherever its pieces stand: a cell's lines have those of its neighbours between
    /// them.
    private static func passages(of document: ConvertedDocument, _ forms: inout WordForms) -> [Passage] {
        struct Draft {
            var owner: String
            var part: Int
            var ranges: [Range<Int>] = []
        }
        var drafts: [Draft] = []
        var known: [String: Int] = [:]
        var part = 0
        let parts = document.record.parts
        for entry in document.entries() where !entry.owner.hasPrefix("furniture:") {
            let start = document.text.offset(ofSource: entry.location.start)
            let end = document.text.offset(ofSource: entry.location.end)
            guard end > start else { continue }
            while part + 1 < parts.count, parts[part + 1].location.start <= entry.location.start { part += 1 }
            if known[entry.owner] == nil {
                known[entry.owner] = drafts.count
                drafts.append(Draft(owner: entry.owner, part: part))
            }
            if let index = known[entry.owner] { drafts[index].ranges.append(start..<end) }
        }
        return drafts.map {
            Passage(owner: $0.owner, part: $0.part, ranges: $0.ranges, in: document.text, &forms)
        }
    }

    /// Where some words of a passage stand in the source.
    /// - Parameter range: of the passage's bytes.
    package func location(of range: Range<Int>, in passage: Passage) -> Location {
        text.location(of: passage.textRange(of: range))
    }

    /// Where some words stand within a place; the whole place where they are written otherwise there, or over two lines.
    package func location(of words: String, within place: Location) -> Location {
        let start = text.offset(ofSource: place.start)
        let end = max(start, text.offset(ofSource: place.end))
        let needle = Array(words.utf8)
        guard !needle.isEmpty, end - start >= needle.count else { return place }
        for offset in start...(end - needle.count)
        where text.bytes[offset] == needle[0] && text.bytes[offset..<(offset + needle.count)].elementsEqual(needle) {
            return text.location(of: offset..<(offset + needle.count))
        }
        return place
    }

    /// Where a passage stands in the source.
    package func location(of passage: Passage) -> Location { location(of: passage.bytes.indices, in: passage) }

    /// The passages of a node's field: `part-1`, `issuedOn`.
    package func passages(of node: String, _ field: String) -> [Passage] {
        (byNode[node[...]] ?? []).lazy.map { passages[$0] }.filter { $0.field == field }
    }

    /// Where a field of a part stands; the part's beginning where the field is not there.
    package func location(of field: String, of part: Part) -> Location {
        passages(of: part.id, field).first.map { location(of: $0) } ?? start(of: part)
    }

    /// The beginning of a part, as a place.
    package func start(of part: Part) -> Location {
        Location(start: part.location.start, end: part.location.start, line: part.location.line)
    }

    /// Whether the conversion has told something of these kinds of words at a place.
    package func isTold(_ codes: Set<DiagnosticCode>, at location: Location) -> Bool {
        codes.contains { code in
            guard let places = told[code] else { return false }
            var low = 0
            var high = places.count
            while low < high {
                let middle = (low + high) / 2
                if places[middle].start < location.end { low = middle + 1 } else { high = middle }
            }
            return low > 0 && places[low - 1].furthest > location.start
        }
    }

    /// The position of the part that a place of the source is in.
    package func part(at location: Location) -> Int {
        // Parts stand in reading order.
        var low = 0
        var high = record.parts.count
        while low < high {
            let middle = (low + high) / 2
            if record.parts[middle].location.start > location.start { high = middle } else { low = middle + 1 }
        }
        return max(0, low - 1)
    }

    /// The position of a part of the record.
    func position(ofPart id: String) -> Int? { byPart[id] }
}
