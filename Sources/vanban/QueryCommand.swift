import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: told("help.query"),
        discussion: told("help.query.more"),
        subcommands: [
            TasksQueryCommand.self, ScoresQueryCommand.self, DocumentsQueryCommand.self, CitingQueryCommand.self,
            DuplicatesQueryCommand.self, SearchQueryCommand.self, RecordsQueryCommand.self,
            DiagnosticsQueryCommand.self, FilesQueryCommand.self, DoneQueryCommand.self, DossiersQueryCommand.self,
        ])
}

struct DocumentsQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: told("help.query.documents"))

    @Option(help: .told("help.query.documents.number", value: "number"))
    var number: String?

    @Option(help: .told("help.query.documents.issuer", value: "words"))
    var issuer: String?

    @Option(help: .told("help.query.documents.kind", value: "kind"))
    var kind: String?

    @Option(help: .told("help.query.documents.from", value: "day"))
    var from: CalendarDate?

    @Option(help: .told("help.query.documents.to", value: "day"))
    var to: CalendarDate?

    @OptionGroup var once: OnceOption
    @OptionGroup var options: QueryOptions

    func run() throws {
        var asked = AskedPieces<DocumentQuery>()
        try asked.take("number", number, \.number)
        try asked.take("issuer", issuer, \.issuer)
        try asked.take("kind", kind, \.kind)
        if let from { asked.take("--from \(from)") { $0.from = from } }
        if let to { asked.take("--to \(to)") { $0.to = to } }
        asked.set(\.once, to: once.isSet)
        try options.answer(asked.query.request, shown: SheetKind.documents.shown, alone: asked.alone)
    }
}

struct CitingQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "citing", abstract: told("help.query.citing"))

    @Argument(
        help: .told("help.query.citing.number", value: "number"))
    var number: String

    @Option(help: .told("help.query.citing.issuer", value: "words"))
    var issuer: String?

    @OptionGroup var once: OnceOption
    @OptionGroup var options: QueryOptions

    func run() throws {
        try AskedWords.check("The number", number)
        try AskedWords.check("--issuer", issuer)
        var query = CitationQuery(cited: number)
        query.issuer = issuer
        query.once = once.isSet
        try options.answer(query.request, shown: SheetKind.references.shown)
    }
}

struct DuplicatesQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: told("help.query.duplicates"),
        discussion: told("help.query.duplicates.more"))

    @Option(help: .told("help.query.duplicates.likeness", value: "share"))
    var likeness: Double = 0.9

    @OptionGroup var options: QueryOptions

    func validate() throws {
        if !(0.6...1).contains(likeness) { throw ValidationError(told("usage.between", "--likeness", "0.6", "1")) }
    }

    func run() throws {
        var query = DuplicateQuery()
        query.likeness = likeness
        try options.answer(shown: ["group", "document", "reason", "likeness", "number", "issuedOn", "issuer"]) {
            archive, body throws(QueryFailure) in
            let sheet = try query.sheet(in: archive)
            do throws(OutputError) { try body(sheet) } catch { throw .output(error) }
        }
    }
}

struct SearchQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: told("help.query.search"),
        discussion: told("help.query.search.more"))

    @Argument(help: .told("help.query.search.words", value: "words"))
    var words: [String]

    @OptionGroup var options: QueryOptions

    func run() throws {
        guard let query = SearchQuery(words.joined(separator: " ")) else {
            throw ValidationError(told("usage.noSearchWord"))
        }
        try options.answer(query.request, shown: ["document", "line", "kind", "excerpt"])
    }
}

struct DiagnosticsQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnostics", abstract: told("help.query.diagnostics"))

    @Option(help: .told("help.query.diagnostics.code", value: "code"))
    var code: String?

    @Option(help: .told("help.query.diagnostics.severity", value: "severity"))
    var severity: Severity?

    @OptionGroup var once: OnceOption
    @OptionGroup var options: QueryOptions

    func run() throws {
        var query = DiagnosticQuery()
        query.code = code
        query.severity = severity
        query.once = once.isSet
        try options.answer(query.request, shown: SheetKind.diagnostics.shown)
    }
}

struct DossiersQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossiers", abstract: told("help.query.dossiers"), discussion: told("help.query.dossiers.more"))

    @Option(help: .told("help.query.document", value: "words"))
    var document: String?

    @OptionGroup var options: QueryOptions

    func run() throws {
        try AskedWords.check("--document", document)
        var query = DossierQuery()
        query.document = document
        try options.answer(query.request, shown: ["dossier", "document", "kind", "number", "issuedOn", "taskCount"])
    }
}

struct FilesQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: told("help.query.files"))

    @Flag(help: .told("help.query.files.failed"))
    var failed = false

    @OptionGroup var options: QueryOptions

    func run() throws {
        var query = FileQuery()
        query.failed = failed
        query.language = options.shared.language
        try options.answer(query.request, shown: ["document", "outcome", "reason", "message"])
    }
}
