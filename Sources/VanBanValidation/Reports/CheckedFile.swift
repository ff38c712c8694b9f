import VanBanExport
import VanBanModel
import VanBanStructure

/// A file, and what was found in it.
package struct CheckedFile: Sendable {
    /// As it was given: `archive/plan.txt`, `-`.
    package let path: String
    package let record: Record
    package let lines: SourceLines
    package private(set) var findings: [Finding]
    /// How people find the places of the record.
    let places: PlaceNames

    package init(path: String, document: ConvertedDocument, bytes: [UInt8], findings: [Finding]) {
        self.path = path
        record = document.record
        lines = SourceLines(document, file: bytes)
        self.findings = findings
        places = PlaceNames(document.record)
    }

    /// Takes out what is no finding where the document stands with others.
    package mutating func leaveOut(_ isSettled: (Finding) -> Bool) { findings.removeAll(where: isSettled) }

    /// How many findings of a severity there are, each of the places of a joined one counted.
    package func count(_ severity: Severity) -> Int {
        findings.reduce(0) { $0 + ($1.severity == severity ? 1 + $1.alike.count : 0) }
    }

    /// The element that a place stands in, or its page, for formats that have these.
    func path(of location: Location) -> String? { record.path(of: location) }

    /// The part that a finding is told under.
    func part(of finding: Finding) -> Part? {
        record.parts.last { $0.location.start <= finding.location.start } ?? record.parts.first
    }
}
