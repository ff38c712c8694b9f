import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Ask the database that batch --database made.",
        discussion: """
            Names are compared without diacritics and case, word by word; agencies, indexes, dimensions and provinces \
            go by their abbreviations and other names, too. --format table is for people and shows what matters most; \
            csv, json, xlsx and markdown have all columns, with the values that convert and batch write. A question \
            without an answer is told on standard error, and ends with 0.
            """,
        subcommands: [
            TasksQueryCommand.self, ScoresQueryCommand.self, DocumentsQueryCommand.self, CitingQueryCommand.self,
            DuplicatesQueryCommand.self, SearchQueryCommand.self, RecordsQueryCommand.self,
            DiagnosticsQueryCommand.self, FilesQueryCommand.self,
        ])
}

struct DocumentsQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Documents by number, issuer, kind and day.")

    @Option(help: ArgumentHelp("Number and sign (961/QĐ-UBND), or the number alone.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("Words of who issued it.", valueName: "words"))
    var issuer: String?

    @Option(help: ArgumentHelp("Kind: decision, plan, …, or as printed.", valueName: "kind"))
    var kind: String?

    @Option(help: ArgumentHelp("Issued on this day or later.", valueName: "day"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp("Issued on this day or before.", valueName: "day"))
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
        commandName: "citing", abstract: "Documents that cite a given one, and where they do first.")

    @Argument(
        help: ArgumentHelp(
            "Number and sign (961/QĐ-UBND) or the number alone; for a law its name.", valueName: "number"))
    var number: String

    @Option(help: ArgumentHelp("Words of who issued the document cited.", valueName: "words"))
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
        commandName: "duplicates", abstract: "The same document in several files, and why it is taken for the same.",
        discussion: """
            Reasons: sameContent (the same bytes), sameNumber (number, issuer and day are the same), nearText (nearly \
            the same text). The likeness told is that to the first file of the group.
            """)

    @Option(help: ArgumentHelp("From which likeness on texts are nearly the same, 0.6 to 1.", valueName: "share"))
    var likeness: Double = 0.9

    @OptionGroup var options: QueryOptions

    func validate() throws {
        if !(0.6...1).contains(likeness) { throw ValidationError("--likeness must be 0.6 to 1.") }
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
        commandName: "search", abstract: "Passages that have all the words.",
        discussion: """
            With diacritics the words are looked for as they are, without any in every writing. Words in quotation \
            marks have to stand next to each other: vanban query search '"cải cách hành chính" 2024'.
            """)

    @Argument(help: "Words to look for.")
    var words: [String]

    @OptionGroup var options: QueryOptions

    func run() throws {
        guard let query = SearchQuery(words.joined(separator: " ")) else {
            throw ValidationError("There is no word to look for.")
        }
        try options.answer(query.request, shown: ["document", "line", "kind", "excerpt"])
    }
}

struct DiagnosticsQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnostics", abstract: "What was doubtful in documents.")

    @Option(help: ArgumentHelp("Code; 'vanban explain' lists all.", valueName: "code"))
    var code: String?

    @Option(help: ArgumentHelp("This bad or worse: error, warning or info.", valueName: "severity"))
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

struct FilesQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "What became of each file.")

    @Flag(help: "Only files of which there is no record.")
    var failed = false

    @OptionGroup var options: QueryOptions

    func run() throws {
        var query = FileQuery()
        query.failed = failed
        try options.answer(query.request, shown: ["document", "outcome", "reason", "message"])
    }
}
