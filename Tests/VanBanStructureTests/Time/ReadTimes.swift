import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Cells of times read for a plan of 2026.
enum ReadTimes {
    static func read(_ cell: String) -> (deadlines: [Deadline], diagnostics: [Diagnostic]) {
        let source = SourceText.literal(cell)
        return DeadlineReader(year: 2026, period: nil).read(Stretch(0..<source.bytes.count), in: source)
    }

    /// The kind and the days of each: `month 2026-03-01..2026-03-31`.
    static func spans(_ cell: String) -> [String] {
        read(cell).deadlines.map { deadline in
            deadline.kind.rawValue + " " + (deadline.start?.description ?? "") + ".."
                + (deadline.end?.description ?? "")
        }
    }
}
