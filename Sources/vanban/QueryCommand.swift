import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Ask the database that batch --database made.",
        discussion: """
            Names are compared without diacritics and case, word by word. --format table is for people and shows what \
            matters most; csv, json, xlsx and markdown have all columns, with the values that convert and batch write.
            """,
        subcommands: [
            TasksQueryCommand.self, ScoresQueryCommand.self, DocumentsQueryCommand.self, CitingQueryCommand.self,
            DuplicatesQueryCommand.self, SearchQueryCommand.self, DiagnosticsQueryCommand.self,
            FilesQueryCommand.self,
        ])
}

struct TasksQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks", abstract: "Tasks by deadline, agency, dimension of an index, words.")

    @Option(
        help: ArgumentHelp(
            "Due then: this-month, this-year, overdue, a day, month or year (2024-06), or FROM..TO.",
            valueName: "time"))
    var due: String?

    @Option(help: ArgumentHelp("The day that counts as today (default: the system's).", valueName: "day"))
    var today: CalendarDate?

    @Option(help: ArgumentHelp("Name or id of an agency that leads.", valueName: "agency"))
    var lead: String?

    @Option(help: ArgumentHelp("Name or id of an agency that coordinates.", valueName: "agency"))
    var coordinating: String?

    @Option(help: ArgumentHelp("Code (PAPI-1) of a dimension, or words of the tasks' group.", valueName: "dimension"))
    var dimension: String?

    @Option(help: ArgumentHelp("Words of the file's path.", valueName: "words"))
    var document: String?

    @Option(help: ArgumentHelp("Words of the task, its products and remarks.", valueName: "words"))
    var text: String?

    @OptionGroup var options: QueryOptions

    private var dueTime: DueTime? {
        guard let due, let today = today ?? Clock.today else { return nil }
        return DueTime(due, today: today)
    }

    func validate() throws {
        if due != nil, dueTime == nil {
            throw ValidationError(
                "--due takes this-month, this-year, overdue, a day, month or year (2024-06-30, 2024-06, 2024), or FROM..TO."
            )
        }
    }

    func run() throws {
        var query = TaskQuery()
        query.due = dueTime
        query.lead = lead
        query.coordinating = coordinating
        query.dimension = dimension
        query.document = document
        query.text = text
        try options.answer(
            query.request, shown: ["document", "number", "task", "leadAgencies", "deadline", "due", "line"])
    }
}

struct ScoresQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores", abstract: "Results of indexes over years and places.")

    @Option(help: ArgumentHelp("Name of the index (PAPI).", valueName: "index"))
    var index: String?

    @Option(help: ArgumentHelp("Words of the place or agency whose result it is.", valueName: "words"))
    var unit: String?

    @Option(help: ArgumentHelp("Year, or FROM..TO.", valueName: "year"))
    var year: String?

    @Option(help: ArgumentHelp("Code (PAPI-1) or words of the name of a dimension.", valueName: "dimension"))
    var dimension: String?

    @OptionGroup var options: QueryOptions

    private var years: ClosedRange<Int>? {
        guard let year else { return nil }
        guard let dots = year.firstRange(of: "..") else { return Int(year).map { $0...$0 } }
        let from = year[..<dots.lowerBound].isEmpty ? 1 : Int(year[..<dots.lowerBound])
        let to = year[dots.upperBound...].isEmpty ? 9999 : Int(year[dots.upperBound...])
        guard let from, let to, from <= to else { return nil }
        return from...to
    }

    func validate() throws {
        if year != nil, years == nil { throw ValidationError("--year takes a year or FROM..TO (2020..2024).") }
    }

    func run() throws {
        var query = ScoreQuery()
        query.index = index
        query.unit = unit
        query.years = years
        query.dimension = dimension
        try options.answer(
            query.request,
            shown: [
                "document", "indexName", "unit", "dimensionCode", "dimension", "year", "score", "percent", "groupText",
                "rankPosition", "line",
            ])
    }
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

    @OptionGroup var options: QueryOptions

    func run() throws {
        var query = DocumentQuery()
        query.number = number
        query.issuer = issuer
        query.kind = kind
        query.from = from
        query.to = to
        try options.answer(
            query.request, shown: ["document", "number", "issuedOn", "issuer", "title", "taskCount", "scoreCount"])
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

    @OptionGroup var options: QueryOptions

    func run() throws {
        var query = CitationQuery(cited: number)
        query.issuer = issuer
        try options.answer(
            query.request, shown: ["document", "type", "number", "date", "issuer", "text", "relations", "line"])
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

    @OptionGroup var options: QueryOptions

    func run() throws {
        var query = DiagnosticQuery()
        query.code = code
        query.severity = severity
        try options.answer(query.request, shown: ["document", "line", "severity", "code", "message"])
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
