import VanBanExport
import VanBanMessages
import VanBanModel

/// What a person is told of a record: what came out, and every doubt with its place.
struct Report {
    private let record: Record
    private let path: String
    private let language: Language

    /// - Parameter path: what the document is called; nil for a dossier.
    init(_ record: Record, path: String?, language: Language) {
        self.record = record
        self.path = path ?? record.sources.map { $0.path ?? $0.name }.joined(separator: " + ")
        self.language = language
    }

    /// Of one code no more are printed; all of them stand in the record.
    private static let mostAlike = 5

    func print() {
        let places = PlaceNames(record)
        var told: [DiagnosticCode: Int] = [:]
        var further: [Diagnostic] = []
        for diagnostic in record.diagnostics where diagnostic.severity > .info {
            let count = (told[diagnostic.code] ?? 0) + 1
            told[diagnostic.code] = count
            if count == Self.mostAlike + 1 { further.append(diagnostic) }
            if count > Self.mostAlike { continue }
            let words = diagnostic.text(in: language)
            let place = places.name(of: diagnostic.location, in: language).map { "(\($0)) " } ?? ""
            StandardError.print(
                "\(path(of: diagnostic)):\(diagnostic.location.line): \(name(of: diagnostic.severity)): \(words.message) "
                    + "\(words.hint) \(place)[\(diagnostic.code.rawValue)]")
        }
        for diagnostic in further {
            let count = (told[diagnostic.code] ?? 0) - Self.mostAlike
            StandardError.print(
                "\(path): \(name(of: diagnostic.severity)): \(alike(count)) [\(diagnostic.code.rawValue)]")
        }
        StandardError.print("\(path): \(summary)")
    }

    /// The file that a diagnostic speaks of.
    private func path(of diagnostic: Diagnostic) -> String {
        diagnostic.location.source.map { record.sources[$0].path ?? record.sources[$0].name } ?? path
    }

    private func alike(_ count: Int) -> String { Messages.text("record.alike", in: language, [String(count)]) }

    private var summary: String {
        let found = Severity.allCases.map { severity in record.diagnostics.filter { $0.severity == severity }.count }
        let counts = [
            record.parts.count, record.tasks.count, record.indexScores.count, record.references.count, found[2],
            found[1],
            found[0],
        ]
        let lost = record.coverage.unaccounted
        return Messages.text("record.sum", in: language, counts.map { String($0) })
            + (lost > 0 ? Messages.text("record.lost", in: language, [String(lost)]) : "")
    }

    private func name(of severity: Severity) -> String { Messages.text("severity." + severity.rawValue, in: language) }
}
