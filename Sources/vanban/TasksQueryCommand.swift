import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel

extension TaskCounts.Group: ExpressibleByArgument {}

struct TasksQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks", abstract: "Tasks by deadline, agency, dimension of an index, words.",
        discussion: """
            --due takes overdue, today, this-month, next-month, this-quarter, next-quarter, this-year, a day \
            (2024-06-30, 30/6/2024), a month (2024-06, 6/2024), a quarter (2024-Q2, 'quý II/2024'), a year, or FROM..TO \
            (2024-05..2024-06-15, today..2024-12). Given more than once, one of them has to fit. A task is due when one \
            of its deadlines ends then; "dueThen" says when.

            --by counts tasks instead of listing them: how many are overdue, due this month, due later.
            """)

    @Option(help: ArgumentHelp("Due then; may be repeated.", valueName: "time"))
    var due: [String] = []

    @Option(help: ArgumentHelp("The day that counts as today (default: the system's).", valueName: "day"))
    var today: CalendarDate?

    @Option(help: ArgumentHelp("Name, abbreviation or id of an agency that leads.", valueName: "agency"))
    var lead: String?

    @Option(help: ArgumentHelp("Name, abbreviation or id of an agency that coordinates.", valueName: "agency"))
    var coordinating: String?

    @Option(help: ArgumentHelp("Index that the tasks are about (PAPI, 'PAR INDEX').", valueName: "index"))
    var index: String?

    @Option(
        help: ArgumentHelp(
            "Code (PAPI-1), number or name of a dimension, or words of the tasks' group.", valueName: "dimension"))
    var dimension: String?

    @Option(help: ArgumentHelp("Words of who issued the document, a province among them.", valueName: "words"))
    var issuer: String?

    @Option(help: ArgumentHelp("Words of the file's path.", valueName: "words"))
    var document: String?

    @Option(help: ArgumentHelp("Words of the task, its products and remarks.", valueName: "words"))
    var text: String?

    @Option(name: .customLong("by"), help: "Counts tasks by lead, coordinating, dimension, document or issuer.")
    var group: TaskCounts.Group?

    @OptionGroup var once: OnceOption
    @OptionGroup var options: QueryOptions

    private var day: CalendarDate? { today ?? Clock.today }

    private var times: [DueTime]? {
        guard !due.isEmpty else { return [] }
        guard let day else { return nil }
        let times = due.compactMap { DueTime($0, today: day) }
        return times.count == due.count ? times : nil
    }

    func validate() throws {
        guard times == nil else { return }
        throw ValidationError(
            "--due takes \(DueTime.words.joined(separator: ", ")), a day, month, quarter or year (2024-06-30, 30/6/2024, "
                + "2024-06, 6/2024, 2024-Q2, 2024), or FROM..TO.")
    }

    func run() throws {
        var asked = AskedPieces<TaskQuery>()
        try asked.take("lead", lead, \.lead)
        try asked.take("coordinating", coordinating, \.coordinating)
        try asked.take("index", index, \.index)
        try asked.take("dimension", dimension, \.dimension)
        try asked.take("issuer", issuer, \.issuer)
        try asked.take("document", document, \.document)
        try asked.take("text", text, \.text)
        if let times, !times.isEmpty {
            asked.take(due.map { "--due '\($0)'" }.joined(separator: " ")) { $0.due = times }
        }
        asked.set(\.once, to: once.isSet)
        if let group, let day {
            let counts = TaskCounts(of: asked.query, by: group, today: day)
            return try options.answer(
                counts.request,
                shown: [group.rawValue, "tasks", "overdue", "thisMonth", "later", "noDay", "documents"],
                alone: asked.alone)
        }
        var shown = SheetKind.tasks.shown
        if !due.isEmpty { shown = shown?.map { $0 == "due" ? "dueThen" : $0 } }
        try options.answer(asked.query.request, shown: shown, alone: asked.alone)
    }
}
