import VanBanExport
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

    private func alike(_ count: Int) -> String {
        switch language {
        case .english: return "and \(count) more alike"
        case .vietnamese: return "và \(count) chỗ nữa tương tự"
        }
    }

    private var summary: String {
        let counts = Severity.allCases.map { severity in record.diagnostics.filter { $0.severity == severity }.count }
        let lost = record.coverage.unaccounted
        switch language {
        case .english:
            return
                "\(record.parts.count) part(s), \(record.tasks.count) task(s), \(record.indexScores.count) score(s), "
                + "\(record.references.count) reference(s); \(counts[2]) error(s), \(counts[1]) warning(s), "
                + "\(counts[0]) note(s)" + (lost > 0 ? "; \(lost) character(s) unaccounted for" : "")
        case .vietnamese:
            return
                "\(record.parts.count) phần, \(record.tasks.count) nhiệm vụ, \(record.indexScores.count) điểm chỉ số, "
                + "\(record.references.count) văn bản viện dẫn; \(counts[2]) lỗi, \(counts[1]) cảnh báo, "
                + "\(counts[0]) ghi chú" + (lost > 0 ? "; \(lost) ký tự chưa được xếp vào đâu" : "")
        }
    }

    private func name(of severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .vietnamese): return "lỗi"
        case (.warning, .vietnamese): return "cảnh báo"
        case (.info, .vietnamese): return "ghi chú"
        default: return severity.rawValue
        }
    }
}
