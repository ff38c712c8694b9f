import VanBanExport
import VanBanModel

/// Findings as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format), which editors and CI open.
///
/// Plain text in UTF-8 has lines and columns; they count UTF-16 code units, as the log says. Web pages, Word files and
/// text in other encodings have no lines that the file itself has: there the place is a logical location, the path of
/// the element.
package struct SARIFLog: Sendable {
    private let language: Language
    private let version: String
    private let layout: JSONLayout

    /// - Parameter version: the program's, `0.1.0`.
    package init(version: String, language: Language = .english, layout: JSONLayout = .pretty) {
        self.version = version
        self.language = language
        self.layout = layout
    }

    /// Writes one log of all files.
    /// - Throws: the sink's ``OutputError``.
    package func write(_ files: [CheckedFile], to sink: inout some OutputSink) throws(OutputError) {
        // The log describes every check of which a result speaks, in the order of the tables.
        let used = Set(files.flatMap { $0.findings.map(\.code) })
        let checks = Check.all.filter { used.contains($0.code) }
        var indexes: [String: Int] = [:]
        for (index, check) in checks.enumerated() { indexes[check.code] = index }
        let run = Run(files: files, checks: checks, indexes: indexes, language: language, version: version)
        try JSONWriter.write(to: &sink, layout: layout) { json in
            json.object { json in
                json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                json.field("version", "2.1.0")
                json.field("runs", [run])
            }
            json.endLine()
        }
    }

    private struct Run: JSONWritable {
        var files: [CheckedFile]
        var checks: [Check]
        var indexes: [String: Int]
        var language: Language
        var version: String

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("tool", Tool(checks: checks, language: language, version: version))
                json.field("columnKind", "utf16CodeUnits")
                json.field("language", language.rawValue)
                json.field("artifacts", files.map { Artifact(file: $0) })
                var results: [SARIFResult] = []
                for (index, file) in files.enumerated() {
                    for finding in file.findings {
                        for place in [finding.location] + finding.alike {
                            results.append(
                                SARIFResult(
                                    finding: finding, place: place, file: file, artifact: index,
                                    rule: indexes[finding.code] ?? -1, language: language))
                        }
                    }
                }
                json.field("results", results)
            }
        }
    }

    private struct Tool: JSONWritable {
        var checks: [Check]
        var language: Language
        var version: String

        func write(to json: inout JSONWriter) {
            json.object { json in json.field("driver", Driver(checks: checks, language: language, version: version)) }
        }
    }

    private struct Driver: JSONWritable {
        var checks: [Check]
        var language: Language
        var version: String

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("name", "vanban")
                json.field("semanticVersion", version)
                json.field("rules", checks.map { Descriptor(check: $0, language: language) })
            }
        }
    }

    private struct Descriptor: JSONWritable {
        var check: Check
        var language: Language

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("id", check.code)
                json.field("shortDescription", SARIFMessage(text: check.message(in: language)))
                if case .rule(let rule) = check {
                    let source = rule.source.map { " (\($0))" } ?? ""
                    json.field("fullDescription", SARIFMessage(text: rule.rationale.text(in: language) + source))
                }
                json.field("help", SARIFMessage(text: check.hint(in: language)))
                json.field("defaultConfiguration", Level(severity: check.severity))
            }
        }
    }

    private struct Level: JSONWritable {
        var severity: Severity

        func write(to json: inout JSONWriter) {
            json.object { json in json.field("level", severity.level) }
        }
    }

    private struct Artifact: JSONWritable {
        var file: CheckedFile

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("location", SARIFArtifactLocation(path: file.path, index: nil))
                json.field("length", file.record.source.bytes)
                json.field("hashes", Hash(sha256: file.record.source.sha256))
            }
        }
    }

    private struct Hash: JSONWritable {
        var sha256: String

        func write(to json: inout JSONWriter) {
            json.object { json in json.field("sha-256", sha256) }
        }
    }
}

extension Severity {
    /// SARIF's word for it.
    var level: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}
