import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel

extension TaskCounts.Group: ExpressibleByArgument {}

struct TasksQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks", abstract: told("help.query.tasks"),
        discussion: told("help.query.tasks.more"))

    @Option(help: .told("help.query.tasks.due", value: "time"))
    var due: [String] = []

    @Option(help: .told("help.query.tasks.today", value: "day"))
    var today: CalendarDate?

    @Option(help: .told("help.query.tasks.lead", value: "agency"))
    var lead: String?

    @Option(help: .told("help.query.tasks.coordinating", value: "agency"))
    var coordinating: String?

    @Option(help: .told("help.query.tasks.index", value: "index"))
    var index: String?

    @Option(
        help: .told("help.query.tasks.dimension", value: "dimension"))
    var dimension: String?

    @Option(help: .told("help.query.tasks.issuer", value: "words"))
    var issuer: String?

    @Option(help: .told("help.query.document", value: "words"))
    var document: String?

    @Option(help: .told("help.query.tasks.text", value: "words"))
    var text: String?

    @Option(name: .customLong("by"), help: .told("help.query.tasks.by", value: "choice"))
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
        throw ValidationError(told("usage.due", DueTime.words.joined(separator: ", ")))
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
                shown: [group.rawValue, "tasks", "overdue", "thisMonth", "later", "noDay", "done", "documents"],
                alone: asked.alone)
        }
        var shown = SheetKind.tasks.shown
        if !due.isEmpty { shown = shown?.map { $0 == "due" ? "dueThen" : $0 } }
        try options.answer(asked.query.request, shown: shown, alone: asked.alone)
    }
}
