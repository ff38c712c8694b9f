import VanBanModel
import VanBanReading

/// The list in which a web site says what it knows of a document (number, kind, who signed it, since when it has
/// effect), found among the lines before these become paragraphs.
struct SiteMetadata: Sendable {
    var fields: [SiteField]
    /// The lines from the first field to the last.
    var lines: Range<Int>
    /// The site's name of the document, where that stands beside the list.
    var title: Stretch?

    /// All lists of the lines, in order.
    static func lists(in lines: [Line], text: SourceText) -> [SiteMetadata] {
        var found: [SiteMetadata] = []
        var index = 0
        while index < lines.count {
            if let list = list(at: index, in: lines, text) {
                found.append(list)
                index = list.lines.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// Whether a field of a kind is there.
    func has(_ label: SiteLabel) -> Bool { fields.contains { $0.label == label } }

    private static func list(at start: Int, in lines: [Line], _ text: SourceText) -> SiteMetadata? {
        guard mayBeField(lines[start], text) else { return nil }
        var list = SiteMetadata(fields: [], lines: start..<start)
        var index = start
        var between = 0
        while index < lines.count, between < 3 {
            let line = lines[index]
            let fields = SiteField.fields(of: line, in: text)
            if !fields.isEmpty {
                list.fields += fields
                list.lines = start..<(index + 1)
                between = 0
            } else if list.fields.isEmpty {
                return nil
            } else if between == 0, list.takesValue(line, in: text) {
                list.append(line.range)
                list.lines = start..<(index + 1)
            } else if SiteLine.of(line, in: text) != .none || line.kind == .ruler {
                between += 1
            } else {
                break
            }
            index += 1
        }
        return list.isCertain(in: text) ? list : nil
    }

    /// Most lines of a document begin with a word that opens no label.
    private static func mayBeField(_ line: Line, _ text: SourceText) -> Bool {
        guard line.range.count < 1200 else { return false }
        let head = TokenText(text.head(of: line.cells.first { !$0.isEmpty } ?? line.range, bytes: 60), in: text)
        return (0..<min(3, head.tokens.count)).contains { SiteLabel.at($0, in: head) != nil }
    }

    /// Whether a line is the value of the label above it, or goes on with the value.
    private func takesValue(_ line: Line, in text: SourceText) -> Bool {
        guard let last = fields.last, line.width < 300, line.cells.filter({ !$0.isEmpty }).count < 2 else {
            return false
        }
        if last.value.isEmpty { return SiteLine.of(line, in: text) == .none || last.label == .title }
        return line.blankLinesBefore == 0 && LetterCase.startsLower(line.range, in: text)
    }

    private mutating func append(_ range: Range<Int>) {
        guard let last = fields.indices.last else { return }
        if fields[last].value.isEmpty {
            fields[last].value = Stretch(range)
        } else {
            fields[last].value.append(range)
        }
        fields[last].hull.append(range)
    }

    /// A list is one only with several labels, the number among them, and values that are what the labels say: a
    /// table's header and an empty form are none.
    private func isCertain(in text: SourceText) -> Bool {
        let labels = Set(fields.map(\.label))
        guard labels.count >= 3 else { return false }
        let wellFormed = fields.filter { SiteValue.isWellFormed($0, in: text) }
        if wellFormed.contains(where: { $0.label == .number }) { return wellFormed.count >= 2 }
        let states = labels.contains(.effectiveOn) || labels.contains(.status) || labels.contains(.gazetteDate)
        return !labels.contains(.number) && labels.count >= 4 && states && wellFormed.count >= 2
            && (labels.contains(.type) || labels.contains(.signer)) && labels.contains(.issuedOn)
    }
}
