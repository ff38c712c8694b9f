import VanBanModel

/// Whether the numbers of tasks follow each other. A row of a group begins anew.
///
/// Rows may be read in pieces side by side: what a piece knows of its first number and of its last is enough to go on
/// with the next piece (``goOn(_:)``).
struct TaskNumbers: Sendable {
    struct Entry: Sendable {
        var label: OutlineLabel
        var value: Int
        var text: String
        /// The row that it stands in.
        var row: Range<Int>
    }

    struct Fault: Sendable {
        var code: DiagnosticCode
        var arguments: [String]
        var row: Range<Int>
    }

    /// The first number, where no row of a group stands above it.
    private var first: Entry?
    private var last: Entry?
    private var isBegun = false

    /// A row of a group.
    mutating func begin() {
        last = nil
        isBegun = true
    }

    /// - Returns: what is wrong between a number and the one above it.
    mutating func take(_ entry: Entry) -> Fault? {
        defer { last = entry }
        if last == nil, !isBegun, first == nil { first = entry }
        return last.flatMap { Self.fault(of: entry, below: $0) }
    }

    /// Goes on with the numbers of the rows that follow.
    /// - Returns: what is wrong between the last number and the first of them.
    mutating func goOn(_ next: TaskNumbers) -> Fault? {
        let fault = next.first.flatMap { first in last.flatMap { Self.fault(of: first, below: $0) } }
        if next.isBegun || next.last != nil { last = next.last }
        return fault
    }

    private static func fault(of entry: Entry, below last: Entry) -> Fault? {
        guard last.label.series == entry.label.series,
            last.label.components.dropLast() == entry.label.components.dropLast()
        else { return nil }
        if entry.value <= last.value, entry.value != 1 {
            return Fault(code: .rowNumberingRepeat, arguments: [last.text, entry.text], row: entry.row)
        }
        guard entry.value > last.value + 1 else { return nil }
        return Fault(code: .rowNumberingGap, arguments: [last.text, entry.text], row: entry.row)
    }
}
