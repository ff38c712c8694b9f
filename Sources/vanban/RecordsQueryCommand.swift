import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanMessages
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Options of questions whose rows are of documents.
struct OnceOption: ParsableArguments {
    @Flag(
        name: .customLong("once"),
        help: .told("help.query.once"))
    var isSet = false
}

struct RecordsQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records", abstract: told("help.query.records"),
        discussion: told("help.query.records.more"))

    @Option(
        name: .customLong("sheet"),
        help: .told(
            "help.query.records.sheet", SheetKind.allCases.map(\.rawValue).joined(separator: ", "), value: "kind"))
    var sheets: [SheetKind] = []

    @Option(help: .told("help.query.document", value: "words"))
    var document: String?

    @OptionGroup var once: OnceOption
    @OptionGroup var options: QueryOptions

    private var isFolder: Bool {
        options.output.map { $0.hasSuffix("/") || FileStatus(of: $0)?.isFolder == true } ?? false
    }

    private var kinds: [SheetKind] {
        if !sheets.isEmpty { return SheetKind.allCases.filter(sheets.contains) }
        switch options.format {
        case .xlsx, .markdown: return SheetKind.allCases
        case .csv where isFolder: return [.tasks, .scores, .references]
        case .csv, .json, .table, .ics: return [.tasks]
        }
    }

    func validate() throws {
        guard kinds.count > 1 else { return }
        if options.columns != nil { throw ValidationError(told("usage.columnsOneSheet")) }
        switch options.format {
        case .xlsx, .markdown: return
        case .csv where isFolder: return
        case .csv, .json, .table, .ics:
            throw ValidationError(told("usage.sheetsOneOutput"))
        }
    }

    private func request(_ kind: SheetKind) -> SheetRequest {
        var query = RecordQuery(kind)
        query.document = document
        query.once = once.isSet
        return query.request
    }

    func run() throws {
        try AskedWords.check("--document", document)
        guard options.format == .csv, isFolder, let folder = options.output else {
            if let kind = kinds.first, kinds.count == 1 {
                return try options.answer(request(kind), shown: kind.shown)
            }
            let requests = kinds.map(request)
            return try options.answer(shown: nil) { archive, body throws(QueryFailure) in
                for request in requests { try archive.answer(request, body) }
            }
        }
        guard OutputFolder.make(at: folder) else {
            StandardError.print("vanban: \(folder): " + SystemReason().message(in: options.shared.language))
            throw ExitCode(2)
        }
        for kind in kinds {
            var own = options
            own.outputPath = OutputPath(file: folder + "/" + kind.rawValue + ".csv")
            try own.answer(request(kind), shown: nil)
        }
    }
}

extension SheetKind {
    /// The columns that a table has for the eye; nil for all but those for programs.
    var shown: [String]? {
        switch self {
        case .documents: return ["document", "number", "issuedOn", "issuer", "title", "taskCount", "scoreCount"]
        case .tasks: return ["document", "number", "task", "leadAgencies", "deadline", "due", "line"]
        case .scores:
            return [
                "document", "indexName", "unitOrIssuer", "unit", "dimensionCode", "dimension", "year", "score",
                "percent", "groupText", "rankPosition", "line",
            ]
        case .references: return ["document", "type", "number", "date", "issuer", "text", "relations", "line"]
        case .diagnostics: return ["document", "line", "severity", "code", "message"]
        case .parts, .sections, .agencies, .deadlines, .targets: return nil
        }
    }
}
