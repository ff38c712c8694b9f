import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// One way of writing a deadline, and what it is read as.
///
/// In the tables a cell stands at the margin and its deadlines below it, indented: kind, days, bound, frequencies, offset,
/// direction, `working`, `[product]`, `<anchor>`, `@day of the anchor`; then the codes of its diagnostics behind `!`.
struct DeadlineForm: Sendable, CustomTestStringConvertible {
    var cell: String
    var expected: [String] = []
    var testDescription: String { cell }

    static func parsed(_ table: String) -> [DeadlineForm] {
        var forms: [DeadlineForm] = []
        for line in table.split(separator: "\n") {
            if line.hasPrefix("  ") {
                forms[forms.count - 1].expected.append(String(line.dropFirst(2)))
            } else {
                forms.append(DeadlineForm(cell: String(line)))
            }
        }
        return forms
    }

    /// What a cell of a plan for 2026 gives; its decision was issued on 31 January.
    static func read(_ cell: String) -> (deadlines: [Deadline], diagnostics: [Diagnostic]) {
        let source = SourceText.literal(cell)
        let issued = IssueDays(decision: CalendarDate(year: 2026, month: 1, day: 31), plan: nil)
        return DeadlineReader(year: 2026, period: nil, issued: issued)
            .read(Stretch(0..<source.bytes.count), in: source)
    }

    static func brief(_ deadline: Deadline) -> String {
        var words = [deadline.kind.rawValue]
        if deadline.start != nil || deadline.end != nil {
            words.append((deadline.start?.description ?? "") + ".." + (deadline.end?.description ?? ""))
        }
        if let bound = deadline.bound { words.append(bound.rawValue) }
        if !deadline.frequency.isEmpty { words.append(deadline.frequency.map(\.rawValue).joined(separator: "+")) }
        if let offset = deadline.offset { words.append(offset) }
        if let direction = deadline.direction { words.append(direction.rawValue) }
        if deadline.workingDays { words.append("working") }
        if let product = deadline.product { words.append("[\(product)]") }
        if let anchor = deadline.anchor { words.append("<\(anchor)>") }
        if let day = deadline.anchorDate { words.append("@\(day)") }
        return words.joined(separator: " ")
    }
}
