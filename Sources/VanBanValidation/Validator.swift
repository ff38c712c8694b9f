import VanBanModel
import VanBanReading
import VanBanStructure

/// Says what is wrong or doubtful in a document: what its conversion has told, and what the rules find.
///
/// ```swift
/// let document = try DocumentConverter().convert(bytes, name: "ke-hoach.txt")
/// for finding in Validator().findings(in: document) { print(finding.message(in: .vietnamese)) }
/// ```
package struct Validator: Sendable {
    private let options: ValidationOptions
    /// In bytes of text: from here on the rules look at a document side by side.
    private static let large = 1 << 18

    package init(_ options: ValidationOptions = ValidationOptions()) { self.options = options }

    /// The findings in reading order, the worse first where several speak of one place.
    package func findings(in document: ConvertedDocument) -> [Finding] {
        let document = ValidatedDocument(document)
        var findings: [Finding] = []
        for diagnostic in document.record.diagnostics { add(Finding(diagnostic), to: &findings) }
        let enabled = Rules.all.filter { !options.disable.contains($0.description.code) }
        let rules = enabled.filter { !$0.yields } + enabled.filter { $0.yields }
        let isLarge = document.text.bytes.count > Self.large
        let found =
            isLarge
            ? ParallelWork.map(rules.count) { rules[$0].findings(in: document) }
            : rules.map { $0.findings(in: document) }
        for (rule, found) in zip(rules, found) {
            for finding in found where !rule.yields || !isTold(finding, in: findings) { add(finding, to: &findings) }
        }
        let ordered = findings.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.location.start != other.location.start { return one.location.start < other.location.start }
            if one.severity != other.severity { return one.severity > other.severity }
            return left.offset < right.offset
        }
        return joined(ordered.map(\.element))
    }

    /// In bytes: whoever speaks of more than a few words does not speak of one of them.
    private static let longestName = 80

    /// Whether the words of a finding are spoken of already.
    private func isTold(_ finding: Finding, in findings: [Finding]) -> Bool {
        findings.contains {
            $0.location.start <= finding.location.start && $0.location.end >= finding.location.end
                && $0.location.end - $0.location.start <= Self.longestName
        }
    }

    private func add(_ finding: Finding, to findings: inout [Finding]) {
        guard !options.disable.contains(finding.code) else { return }
        var finding = finding
        finding.severity = options.severity[finding.code] ?? finding.severity
        if finding.severity >= options.show { findings.append(finding) }
    }

    /// What is said in the very same words of several places is said once, with all the places.
    private func joined(_ findings: [Finding]) -> [Finding] {
        struct Words: Hashable {
            var code: String
            var arguments: [String]
        }
        var known: [Words: Int] = [:]
        var joined: [Finding] = []
        for finding in findings {
            let words = Words(code: finding.code, arguments: finding.arguments)
            if let first = known[words] {
                if joined[first].location != finding.location { joined[first].alike.append(finding.location) }
            } else {
                known[words] = joined.count
                joined.append(finding)
            }
        }
        return joined
    }
}
