import FoundationEssentials
import VanBanExport
import VanBanModel

/// A batch's report for programs: one line of JSON a document as it is done, then one of the sum.
///
/// `{"document", "outcome": "converted|unchanged|failed", "sha256", "reason", "message", "codes"}`, where `codes` are those
/// of the record's errors and warnings; the sum has `"summary": true`.
package struct BatchReport {
    private struct Line: Encodable {
        var document: String
        var outcome: String
        var sha256: String?
        var reason: String?
        var message: String?
        var codes: [String]?
    }

    private struct Sum: Encodable {
        var summary = true
        var total: Int
        var converted: Int
        var unchanged: Int
        var failed: Int
        var failures: [String: Int]
        var complete: Bool
    }

    private var sink: FileHandleSink

    package init(descriptor: Int32) { sink = FileHandleSink(descriptor: descriptor) }

    /// Writes a document's line.
    /// - Throws: the sink's ``OutputError``.
    package mutating func write(_ result: BatchRun.Result) throws(OutputError) {
        try write(
            Line(
                document: result.document, outcome: result.outcome.rawValue, sha256: result.sha256,
                reason: result.reason, message: result.message, codes: result.codes))
    }

    package mutating func write(_ problem: InputList.Problem) throws(OutputError) {
        try write(
            Line(document: problem.path, outcome: "failed", reason: problem.reason, message: problem.message))
    }

    package mutating func write(_ summary: BatchSummary) throws(OutputError) {
        var failures = summary.failures
        for problem in summary.problems { failures[problem.reason, default: 0] += 1 }
        try write(
            Sum(
                total: summary.total, converted: summary.converted, unchanged: summary.unchanged,
                failed: failures.values.reduce(0, +), failures: failures, complete: summary.isComplete))
    }

    private mutating func write(_ line: some Encodable) throws(OutputError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(line) else { return }
        try sink.write(Array(data) + [0x0A])
    }
}
